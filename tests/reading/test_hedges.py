"""Hedges: cues, what they govern, and what only looks like one."""

import itertools

import pytest

from goodoffices.reading.voices.hedges import lexicon
from tests.reading.invented import read


@pytest.mark.parametrize(
    ("words", "cue", "status"),
    [
        ("It was reported that Sylvania left.", "It was reported that", "reported"),
        ("Sylvania allegedly paid the crew.", "allegedly", "alleged"),
        ("It now seems that Sylvania left.", "It now seems that", "appears"),
        ("Sylvania will likely leave.", "will likely", "likely"),
        ("It remains to be seen whether Sylvania leaves.", "It remains to be seen", "unclear"),
        ("The step was deemed unwise.", "was deemed", "reported"),
        ("Sylvania is expected to leave.", "is expected to", "likely"),
        ("Freedonia may leave the talks.", "may", "likely"),
        ("The order can be seen as a step back.", "can be seen as", "appears"),
        ("The prevailing belief is that Sylvania left.", "The prevailing belief is that", "reported"),
        ("Sylvania estimates that two ships sank.", "estimates that", "likely"),
        ("According to unconfirmed reports, the ship sank.", "According to unconfirmed reports", "reported"),
    ],
)
def test_a_cue_is_found_with_its_status(words: str, cue: str, status: str) -> None:
    assert (cue, status) in [(h.cue, h.status) for h in read(words).hedges]


@pytest.mark.parametrize(
    "words",
    [
        "There is no doubt that Sylvania left.",
        "Sylvania left in May 2031.",
        "There could be no military solution.",
        "Sylvania left on 3 May.",
        "Sylvania agreed on 28 May to leave.",
        "Sylvania left.",
    ],
)
def test_firm_words_are_no_hedge(words: str) -> None:
    assert read(words).hedges == ()


def test_a_hedge_governs_its_own_part_of_the_sentence() -> None:
    first, second = read("It is unclear whether Sylvania agrees; it apparently does not trust the Trio.").hedges
    assert (first.quote.exact, first.status) == ("It is unclear whether Sylvania agrees", "unclear")
    assert (second.quote.exact, second.status) == ("it apparently does not trust the Trio", "appears")


def test_a_hedge_in_somebodys_mouth_governs_only_what_he_says() -> None:
    (hedge,) = read("Alder said that the map was reportedly lost.").hedges
    assert hedge.quote.exact == "that the map was reportedly lost"


def test_may_grants_leave_in_an_agreement() -> None:
    words = "Agreement on Ports\n\nThe Parties shall meet. Each Party may withdraw. The Parties shall report."
    assert read(words).hedges == ()


def test_every_hedged_passage_carries_a_claim_with_its_hedge() -> None:
    words = "These points and apparently others explain the delay. It is not clear whether the dam will hold."
    assert {c.attribution.status for c in read(words).claims} == {"appears", "unclear"}


STATEMENTS = [
    ("Freedonia", "rejected", "the offer of Borduria"),
    ("Sylvania", "condemned", "the attack on Lund"),
    ("Freedonia", "threatened", "to close the port of Lund"),
    ("Borduria", "welcomed", "the return of the fishermen"),
    ("Sylvania", "said", "that Freedonia had left the talks"),
    ("Freedonia and Sylvania", "agreed", "to meet in Lund on 3 March 2031"),
    ("The River Liberation Front", "demanded", "the release of 40 hostages"),
    ("Freedonia", "offered", "to withdraw from the islands"),
    ("Sylvania", "urged", "Borduria to return to the talks"),
]
ADJECTIVES = {"alleged", "purported"}  # no adverb's place is theirs
ADVERBS = [
    p for row in lexicon().cues if row.scope == "clause" for p in row.patterns if p.isalpha() and p not in ADJECTIVES
]
PHRASES = ["by all accounts", "by some accounts", "in all likelihood", "in all probability"]
ASIDES = ["it seems", "it appears", "it is said"]
OPENINGS = [
    "It is unclear whether", "It is not clear whether", "It appears that", "It seems that", "It was reported that",
    "It is alleged that", "It is likely that", "It is possible that", "It is doubtful whether", "Sources say that",
    "According to media reports,", "According to unnamed sources,", "There are indications that",
    "There are signs that", "It remains unclear whether", "Reports suggest that", "Some observers believe that",
]  # fmt: skip
ANYWHERE = [
    "{hedge}, {who} {did} {what}.",
    "{who} {hedge} {did} {what}.",
    "{who} has {hedge} {did} {what}.",
    "{who}, {hedge}, {did} {what}.",
    "{who} {did} {what}, {hedge}.",
    "On Monday, after long talks, {who} {hedge} {did} {what}, and the talks in Lund went on.",
]
SET_OFF = ["{who}, {hedge}, {did} {what}.", "{who} {did} {what}, {hedge}."]
PERFECTS = [
    "may", "might", "could", "is said to", "is believed to", "is thought to", "is rumoured to", "is understood to",
    "is presumed to", "is suspected to", "is alleged to", "was reported to", "appears to", "seems to", "looks to",
    "is likely to",
]  # fmt: skip
CLOSINGS = ["is unclear", "remains unclear", "remains unknown", "could not be confirmed"]
PLACES = [
    *((f"{auxiliary} have", "{who} {hedge} {did} {what}.") for auxiliary in PERFECTS),
    *itertools.product(CLOSINGS, ["Whether {who} {did} {what} {hedge}.", "That {who} {did} {what} {hedge}."]),
    *itertools.product(ADVERBS + PHRASES, ANYWHERE),
    *itertools.product(ASIDES, SET_OFF),
    *itertools.product(OPENINGS, ["{hedge} {who} {did} {what}."]),
]


def hedged(statement: tuple[str, str, str], hedge: str, place: str) -> str:
    """The statement with the hedge put in at the place."""
    who, did, what = statement
    words = place.format(
        hedge=hedge, who=who if place.startswith("{who}") else who.replace("The ", "the "), did=did, what=what
    )
    return words[0].upper() + words[1:]


def firm(words: str) -> list[str]:
    return [c.rule for c in read(words).claims if c.attribution.status in ("asserted", "declared")]


@pytest.mark.parametrize("statement", STATEMENTS, ids=" ".join)
def test_a_statement_without_a_hedge_is_firm(statement: tuple[str, str, str]) -> None:
    assert firm(hedged(statement, "", "{who} {did} {what}."))


@pytest.mark.parametrize("statement", STATEMENTS, ids=" ".join)
def test_no_hedge_is_dropped_wherever_it_stands(statement: tuple[str, str, str]) -> None:
    sentences = [hedged(statement, hedge, place) for hedge, place in PLACES]
    assert [s for s in sentences if firm(s)] == []


def test_a_hedge_at_the_end_of_quoted_words_is_the_speakers() -> None:
    (hedge,) = read("Alder said: \u201cThe map is lost, apparently.\u201d").hedges
    assert hedge.status == "appears"
    assert firm("Alder said: \u201cThe map is lost, apparently.\u201d")
