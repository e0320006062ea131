"""Hedges: cues, what they govern, and what only looks like one."""

import pytest

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
