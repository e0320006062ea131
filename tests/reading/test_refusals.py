"""Disagreements that are told as a want and its refusal, as a stand over which talks stall, as blame on both sides."""

import pytest

from goodoffices.vocabulary.kinds import Disagreement
from tests.reading.invented import claims


def apart(words: str) -> list[set[str]]:
    """The parties of the disagreements of some words."""
    found = [c.content for c in claims(words, "disagreement")]
    return [set(d.parties) for d in found if isinstance(d, Disagreement)]


@pytest.mark.parametrize(
    "words",
    [
        "Sylvania declared independence in 2031, a move that Freedonia does not recognise.",
        "Sylvania proposed an immediate truce, a call rejected by Freedonia.",
        "Sylvania accused Freedonia of arming the rebels. Freedonia denies the charge.",
        "Sylvania proposed a pause of ten days, but Freedonia rejected the proposal.",
        "The talks stumbled over Sylvania’s refusal to share the lake with Freedonia.",
        "Sylvania and Freedonia met in Klow. Sylvania’s demand for a new border blocked further progress.",
        "Freedonia and Sylvania accused each other of breaking the truce.",
        "Freedonia and Sylvania traded accusations over the dam.",
        "The feud between Freedonia and Sylvania goes on.",
        "The differences that exist between Freedonia and Sylvania are old.",
        "Freedonia is at odds with Sylvania over the dam.",
    ],
)
def test_two_parties_differ_where_one_refuses_what_the_other_wants(words: str) -> None:
    assert apart(words) == [{"freedonia", "sylvania"}]


def test_all_who_accuse_together_differ_with_whom_they_accuse() -> None:
    words = "Borduria and Sylvania accuse Freedonia of arming the rebels. Freedonia denies the charge."
    assert apart(words) == [{"borduria", "sylvania", "freedonia"}]


def test_the_parties_that_differ_are_not_those_who_mediate() -> None:
    words = (
        "Freedonia and Sylvania met in Klow. The Lake Council and the Trio led the meeting. "
        "The gap between the parties remains."
    )
    assert apart(words) == [{"freedonia", "sylvania"}]


@pytest.mark.parametrize(
    "words",
    [
        "Sylvania rejected the amendment.",
        "Freedonia declared a holiday, a move that Sylvania welcomed.",
        "Freedonia and Sylvania helped each other.",
        "The rain blocked the road to Sylvania.",
        "Freedonia denied the charge.",
    ],
)
def test_a_refusal_of_what_nobody_wants_is_no_disagreement(words: str) -> None:
    assert apart(words) == []
