"""What is to be done in a time given for it, by a day on which it is due, at a meeting to be held."""

import datetime as dt

import pytest

from goodoffices.vocabulary.kinds import Provision
from tests.reading.invented import claims

DAY = dt.date


def provisions(words: str) -> list[Provision]:
    return [c.content for c in claims(words, "provision") if isinstance(c.content, Provision)]


@pytest.mark.parametrize(
    ("words", "addressees", "last"),
    [
        ("Freedonia has given Sylvania until Friday to hand over the maps.", {"sylvania"}, DAY(2035, 5, 18)),
        ("Sylvania has until 1 August 2035 to submit its list.", {"sylvania"}, DAY(2035, 8, 1)),
        ("The list of detainees was due by 15 May 2035.", set(), DAY(2035, 5, 15)),
        ("A further summit is to be held in Klow within three months.", set(), DAY(2035, 8, 16)),
        ("Freedonia assured Otto Brandt that the port will be open by Friday.", {"freedonia"}, DAY(2035, 5, 18)),
    ],
)
def test_a_day_by_which_something_is_to_be_done_is_read_however_it_is_given(
    words: str, addressees: set[str], last: dt.date
) -> None:
    (found,) = provisions(words)
    assert found.deadline is not None
    assert (set(found.addressees), found.deadline.latest) == (addressees, last)


@pytest.mark.parametrize(
    "words", ["The accord gives both sides 60 days to form a cabinet.", "They gave Sylvania ten days to leave."]
)
def test_a_length_of_time_for_something_sets_it_without_a_day(words: str) -> None:
    (found,) = provisions(words)
    assert found.deadline is None or found.deadline.latest is None


def test_a_deed_that_is_agreed_to_is_a_provision_a_plan_is_not() -> None:
    assert len(provisions("Freedonia agreed to a ten-day pause in shelling.")) == 1
    assert provisions("Freedonia agreed to the plan.") == []


@pytest.mark.parametrize(
    "words",
    [
        "Freedonia gave Sylvania shelter until May 2035.",
        "Freedonia gave a dinner on 3 May 2035 to honour Otto Brandt.",
        "The rains were due to the season.",
        "Otto Brandt had lived in Klow until 3 May 2035 to be near his sons.",
        "Freedonia was assured by Sylvania that nobody would fight.",
        "The Trio looks forward to the vote.",
    ],
)
def test_what_only_has_a_time_sets_nothing(words: str) -> None:
    assert provisions(words) == []
