"""Differences of which one side, or none, is known; stands that one sentence sets against each other."""

import pytest

from goodoffices.vocabulary.kinds import Disagreement
from tests.reading.invented import claims


def differing(words: str) -> list[Disagreement]:
    """The disagreements of some words."""
    return [c.content for c in claims(words, "disagreement") if isinstance(c.content, Disagreement)]


@pytest.mark.parametrize(
    ("words", "parties", "nameless"),
    [
        ("There are differences among the seven parties about who should chair the board.", set(), ("seven parties",)),
        ("Disputes arose as to whether the millers had been paid.", set(), ()),
        ("External powers are divided over the Rook Islands.", set(), ("External powers",)),
        ("Farmers, officials and rebels have divergent views on the dam.", set(), ("Farmers", "officials", "rebels")),
        ("No agreement has so far been reached on the dam.", set(), ()),
        ("He spoke of the division between the RMU and the Freedonians.", {"freedonia"}, ("RMU",)),
        ("A few points of divergence still exist between the two village councils.", set(), ("two village councils",)),
        ("Freedonia and Sylvania agreed to end their long border dispute.", {"freedonia", "sylvania"}, ()),
        ("Freedonia has fiercely opposed Sylvania's plan to build the dam.", {"freedonia", "sylvania"}, ()),
        ("The demand of Sylvania was rejected by Freedonia.", {"freedonia", "sylvania"}, ()),
        ("Freedonia claimed the north bank; Sylvania claimed the south bank.", {"freedonia", "sylvania"}, ()),
        ("The dam has put Freedonia and Sylvania at loggerheads.", {"freedonia", "sylvania"}, ()),
        ("Ten nations failed to agree on the dam.", set(), ("Ten nations",)),
        ("Sylvania demanded that the mill be shut. Freedonia refused to do so.", {"freedonia", "sylvania"}, ()),
        (
            "Sylvania continues to insist on the north bank, while Freedonia holds that it is not for sale.",
            {"freedonia", "sylvania"},
            (),
        ),
        ("Both Freedonia and Sylvania lay claim to the Rook Islands.", {"freedonia", "sylvania"}, ()),
    ],
)
def test_who_differs_is_told_as_far_as_it_is_known(words: str, parties: set[str], nameless: tuple[str, ...]) -> None:
    (found,) = differing(words)
    assert (set(found.parties), found.others) == (parties, nameless)


@pytest.mark.parametrize(
    "words",
    [
        "Should disputes arise as to the price, a judge will settle them.",
        "If differences remain among the parties, the talks will go on.",
        "There are no differences among the seven parties about the dam.",
        "They settled their differences.",
        "An agreement has been reached on the dam.",
        "Two divisions of the army crossed the river.",
        "Freedonia would reject Sylvania's plan to build the dam.",
        "Freedonia rejected its own plan to build the dam.",
        "Freedonia claimed the prize and Sylvania thanked the judges.",
    ],
)
def test_what_is_not_told_as_a_difference_is_none(words: str) -> None:
    assert not differing(words)
