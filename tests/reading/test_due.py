"""By when, from when, for how long a provision holds; its document is of 16 May 2035."""

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goodoffices.vocabulary.kinds import Provision
from goodoffices.vocabulary.when import When
from tests.reading.invented import claims

DAY = dt.date


def due(words: str) -> When | None:
    """The deadline of the one provision of a sentence."""
    (found,) = claims(f"The Harbour Trio urged Sylvania to open the port {words}.", "provision")
    assert isinstance(found.content, Provision)
    return found.content.deadline


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("not later than 1 June 2035", None, DAY(2035, 6, 1)),
        ("at the latest by 1 June 2035", None, DAY(2035, 6, 1)),
        ("through 30 June 2035", None, DAY(2035, 6, 30)),
        ("by the end of June 2035", None, DAY(2035, 6, 30)),
        ("before the end of the month", None, DAY(2035, 5, 31)),
        ("by mid-2036", None, DAY(2036, 8, 31)),
        ("before 1 June 2035", None, DAY(2035, 5, 31)),
        ("not before 1 June 2035", DAY(2035, 6, 1), None),
        ("no earlier than 1 June 2035", DAY(2035, 6, 1), None),
        ("as of 1 June 2035", DAY(2035, 6, 1), None),
        ("effective 1 June 2035", DAY(2035, 6, 1), None),
        ("starting on 1 June 2035", DAY(2035, 6, 1), None),
        ("from 1 June to 1 July 2035", DAY(2035, 6, 1), DAY(2035, 7, 1)),
        ("from 1 June 2035 until 1 July 2035", DAY(2035, 6, 1), DAY(2035, 7, 1)),
        ("within two months of 1 June 2035", None, DAY(2035, 8, 1)),
        ("no later than 14 days after 1 June 2035", None, DAY(2035, 6, 15)),
        ("10 days prior to 15 June 2035", None, DAY(2035, 6, 5)),
        ("no later than 10 days before 15 June 2035", None, DAY(2035, 6, 5)),
        ("for an additional period of three months until 1 September 2035", None, DAY(2035, 9, 1)),
        ("on 1 June 2035", DAY(2035, 6, 1), DAY(2035, 6, 1)),
    ],
)
def test_a_bound_in_words_is_the_bound_in_days(words: str, earliest: dt.date | None, latest: dt.date | None) -> None:
    when = due(words)
    assert when is not None
    assert (when.earliest, when.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("for an initial period of six months", "P6M"),
        ("for a further period of 90 days", "P90D"),
        ("within ten days after the dam is repaired", "P10D"),
        ("no later than 60 days before the vote", "P60D"),
        ("upon signature of the accord", "FUTURE_REF"),
        ("after the expiry of the mandate", "FUTURE_REF"),
        ("until such time as the garrison leaves", "FUTURE_REF"),
    ],
)
def test_what_is_counted_from_something_undated_keeps_its_words_and_gets_no_day(words: str, value: str) -> None:
    when = due(words)
    assert when is not None
    assert (when.value, when.bounded) == (value, False)
    assert when.basis


@pytest.mark.parametrize("words", ["as the treaty of 1 June 2035 asks", "that closed on 3 May 2035", "for the sailors"])
def test_a_date_that_bounds_nothing_is_no_deadline(words: str) -> None:
    assert due(words) is None


@pytest.mark.parametrize(
    ("words", "every"),
    [
        ("every six months", "P6M"),
        ("on a quarterly basis", "P3M"),
        ("at six-month intervals", "P6M"),
        ("once a week", "P1W"),
    ],
)
def test_what_is_due_again_and_again_recurs(words: str, every: str) -> None:
    (found,) = claims(f"The Harbour Trio urged Sylvania to report {words}.", "provision")
    assert isinstance(found.content, Provision)
    assert found.content.recurrence is not None
    assert found.content.recurrence.every == every


@given(st.dates(DAY(2035, 6, 1), DAY(2039, 12, 31)), st.integers(2, 90))
@example(DAY(2035, 11, 24), 10)  # of this day the parse parts "not" from "before"
@settings(max_examples=12, deadline=None)
def test_forward_and_back_are_mirror_images_and_one_word_turns_them(day: dt.date, days: int) -> None:
    told = f"{day.day} {day:%B %Y}"
    after, before = due(f"no later than {days} days after {told}"), due(f"no later than {days} days before {told}")
    by, not_before = due(f"no later than {told}"), due(f"not before {told}")
    assert after is not None
    assert before is not None
    assert by is not None
    assert not_before is not None
    assert (after.latest, before.latest) == (day + dt.timedelta(days), day - dt.timedelta(days))
    assert (by.earliest, by.latest, not_before.earliest, not_before.latest) == (None, day, day, None)
