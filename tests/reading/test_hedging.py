"""No hedge is dropped, however English hedges: sentences made from hedging.yaml, whose lists are not the reader's."""

import itertools
import os
from collections.abc import Iterator

import pytest
import yaml

from tests.reading.invented import HERE, read

FORMS: dict[str, list[str]] = yaml.safe_load((HERE / "hedging.yaml").read_text("utf-8"))
LONG = bool(os.environ.get("GOODOFFICES_LONG"))  # every deed with every hedge; else each hedge with one of them in turn

DEEDS = [  # who, did, do, what
    ("Freedonia", "attacked", "attack", "the port of Lund"),
    ("Sylvania", "rejected", "reject", "the offer of Borduria"),
    ("the River Liberation Front", "released", "release", "40 hostages"),
    ("Freedonia", "accused", "accuse", "Sylvania of shelling the port"),
    ("Borduria", "agreed", "agree", "to withdraw from the islands"),
    ("Sylvania", "killed", "kill", "12 soldiers on 3 May 2035"),
]
ASIDE = [
    "{hedge}, {who} {did} {what}.",
    "{who} {hedge} {did} {what}.",
    "{who} has {hedge} {did} {what}.",
    "{who}, {hedge}, {did} {what}.",
    "{who} {did} {what}, {hedge}.",
    "{who} {did} {what} ({hedge}).",
    "On Monday {who} – {hedge} – {did} {what}.",
]
OPENED = ["{hedge} {who} {did} {what}.", "{hedge} on Monday {who} {did} {what} and left the talks."]
CLOSED = ["Whether {who} {did} {what} {hedge}.", "That {who} {did} {what} {hedge}."]
NOMINAL = [
    "The talks were held up by {hedge} {who} {did} {what}.",
    "Amid {hedge} {who} {did} {what}, the talks went on.",
]
BARE = ["{who} {hedge} {do} {what}."]
JOINED = ["{who} {hedge} leave the talks and {do} {what}."]
PERFECT = ["{who} {hedge} have {did} {what}.", "{who}, which {hedge} have {did} {what}, left."]


def openings() -> Iterator[str]:
    """The clauses that open a sentence and make the rest doubtful."""
    slots = {
        "{is}": ["is", "was", "seems", "remains"],
        "{adjective}": FORMS["adjectives"],
        "{said}": FORMS["participles"],
        "{noun}": FORMS["nouns_one"],
        "{nouns}": FORMS["nouns_many"],
        "{doubting}": FORMS["doubting"],
        "{people}": FORMS["people"],
        "{believe}": FORMS["believing"],
        "{opening}": FORMS["plain_openings"],
    }
    for form in FORMS["openings"]:
        if form == "{It} that":
            yield from (it if it.endswith(("if", "though", "like")) else f"{it} that" for it in FORMS["its"])
            continue
        used = [slot for slot in slots if slot in form]
        for words in itertools.product(*(slots[slot] for slot in used)):
            said = form
            for slot, word in zip(used, words, strict=True):
                said = said.replace(slot, word)
            yield said


def made(hedges: list[str], places: list[str]) -> list[str]:
    """The sentences of some hedges at some places."""
    found = []
    for n, (hedge, place) in enumerate(itertools.product(hedges, places)):
        for who, did, do, what in DEEDS if LONG else [DEEDS[n % len(DEEDS)]]:
            words = place.format(hedge=hedge, who=who, did=did, do=do, what=what)
            found.append(words[0].upper() + words[1:])
    return found


def firm(words: str) -> list[str]:
    return [c.rule for c in read(words).claims if c.attribution.status in ("asserted", "declared")]


@pytest.mark.parametrize("places", ASIDE, ids=range(len(ASIDE)))
def test_no_adverb_or_aside_is_dropped(places: str) -> None:
    assert [s for s in made(FORMS["adverbs"], [places]) if firm(s)] == []


def test_no_opening_is_dropped() -> None:
    assert [s for s in made(list(openings()), OPENED) if firm(s)] == []


def test_no_modal_is_dropped_and_it_governs_what_is_joined_to_its_verb() -> None:
    sentences = made(FORMS["modals"] + FORMS["future"], BARE) + made(FORMS["modals"], JOINED)
    assert [s for s in sentences if firm(s)] == []


def test_no_hedged_perfect_is_dropped() -> None:
    assert [s for s in made(FORMS["perfect"], PERFECT) if firm(s)] == []


def test_no_predicate_of_doubt_is_dropped() -> None:
    assert [s for s in made(FORMS["closings"], CLOSED) if firm(s)] == []


def test_no_noun_of_doubt_is_dropped() -> None:
    assert [s for s in made(FORMS["nominal"], NOMINAL) if firm(s)] == []


ASKED = [
    "Did {who} {do} {what}?",
    "Has {who} {did} {what}?",
    "Is it true that {who} {did} {what}?",
    "{who} {did} {what}?",
    "Could {who} have {did} {what}?",
    "Might it be that {who} {did} {what}?",
    "Who says that {who} {did} {what}?",
]
SUPPOSED = [
    "It is as if {who} had {did} {what}.",
    "The crowd behaved as though {who} had {did} {what}.",
    "If {who} {did} {what}, the talks would end.",
    "Had {who} {did} {what}, the talks would have ended.",
    "{who} would have {did} {what} if asked.",
    "Assuming {who} {did} {what}, the talks are over.",
    "{who} mightn’t have {did} {what}.",
    "{who} mightn't have {did} {what}.",
    "{who} almost {did} {what}.",
    "{who} all but {did} {what}.",
    "{who} is suspected of having {did} {what}.",
    "Rumours spread: {who} had {did} {what}.",
    "The matter is disputed: {who} possibly {did} {what}.",
    "There is talk; it seems that {who} {did} {what}.",
]


@pytest.mark.parametrize("place", ASKED + SUPPOSED)
def test_what_is_asked_or_supposed_is_not_told_as_so(place: str) -> None:
    assert [s for s in made([""], [place] * len(DEEDS)) if firm(s)] == []


NOBODY = ["hospital doctors", "the state radio", "a local newspaper", "two senior diplomats", "police", "an aide",
          "western intelligence sources", "the official news agency", "villagers", "a military spokesman"]  # fmt: skip
TOLD = ["{hedge} said {who} {did} {what}.", "{hedge} reported on Monday that {who} {did} {what}.",
        "{who} {did} {what}, {hedge} said.", "{who} {did} {what}, {hedge} said on Monday.",
        "According to {hedge}, {who} {did} {what}.", "{who}, according to {hedge}, {did} {what}."]  # fmt: skip


def test_the_word_of_somebody_unnamed_is_reported_not_asserted() -> None:
    sentences = made(NOBODY, TOLD)
    asserted = [s for s in sentences if any(c.attribution.status == "asserted" for c in read(s).claims)]
    assert asserted == []


@pytest.mark.parametrize(
    "words",
    [
        "In May 2035 Freedonia attacked the port of Lund.",
        "There is no doubt that Freedonia attacked the port of Lund.",
        "It is clear that Sylvania rejected the offer.",
        "Freedonia attacked the port of Lund, and the talks went on.",
        "Sylvania denied reports that it had attacked the port.",
        "Sylvania rejected the claim that it had attacked the port.",
        "Sylvania asked whether the talks were over.",
        "Freedonia accused Sylvania of having attacked the port.",
        "The River Liberation Front released nearly 40 hostages.",
        "Freedonia killed about 40 soldiers.",
        "Sylvania rejected the most likely scenario.",
        "Freedonia attacked the port according to plan.",
        "Sylvania expressed the hope that the talks would resume.",
        "Freedonia attacked the port; it is unclear whether Sylvania will respond.",
        "Sylvania rejected the offer, but the talks may go on.",
        "Sylvania welcomed the prospect of new talks.",
        "Soldiers of Freedonia attacked some of the villages near Lund.",
        "Freedonia attacked the village as expected.",
    ],
)
def test_a_sentence_without_a_hedge_stays_firm(words: str) -> None:
    assert firm(words)


def test_a_condition_in_an_adopted_text_stays_with_what_it_sets() -> None:
    words = (
        "Resolution 7 (2035)\n\nAdopted by the Harbour Trio on 3 May 2035.\n\nThe Harbour Trio,\n\n"
        "Alarmed by reports that Freedonia attacked the port of Lund,\n\n"
        "1. Decides to send observers if either party rejects this resolution;\n\n"
        "2. Calls upon Sylvania to withdraw."
    )
    found = {c.quotes[0].exact: c.attribution.status for c in read(words).claims if c.kind == "provision"}
    assert [s for q, s in found.items() if "observers" in q] == ["conditional"]
    assert [s for q, s in found.items() if "withdraw" in q] == ["asserted"]
