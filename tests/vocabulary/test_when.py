"""Time: bounds, EDTF in and out, relative deadlines, two readings."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.errors import BadDate
from goodoffices.vocabulary import when as w
from goodoffices.vocabulary.when import When
from tests.strategies import days, durations, whens, years

MEETING = w.on_day(dt.date(2010, 3, 19)).said("March 19, 2010", anchor="meeting")


def test_summer_2010_is_june_to_august() -> None:
    summer = w.in_season(2010, 22)
    assert (summer.earliest, summer.latest) == (dt.date(2010, 6, 1), dt.date(2010, 8, 31))
    assert summer.value == "2010-SU"


def test_within_four_months_of_the_meeting_has_a_latest_day_and_no_earliest() -> None:
    deadline = w.within("P4M", MEETING, basis="within four months")
    assert (deadline.earliest, deadline.latest) == (None, dt.date(2010, 7, 19))
    assert (deadline.value, deadline.basis, deadline.anchor) == ("P4M", "within four months", "meeting")


def test_within_24_months_of_the_meeting() -> None:
    assert w.within("P24M", MEETING).latest == dt.date(2012, 3, 19)


def test_a_deadline_without_an_anchor_keeps_its_length_and_invents_no_day() -> None:
    deadline = w.within("P4M", None, basis="within four months")
    assert not deadline.bounded
    assert deadline.value == "P4M"


def test_a_deadline_counted_from_a_vague_time_invents_no_day() -> None:
    assert not w.within("P4M", w.unresolved("FUTURE_REF", "at the appropriate time")).bounded


def test_an_anchor_with_two_readings_gives_two_deadlines_and_an_open_question() -> None:
    # Quartet statement of 23 September 2011: three months from the statement or from the preparatory meeting.
    anchor = When(
        earliest=dt.date(2011, 9, 23), latest=dt.date(2011, 9, 23), alternatives=(w.on_day(dt.date(2011, 10, 26)),)
    )
    deadline = w.within("P3M", anchor)
    assert [r.latest for r in deadline.readings()] == [dt.date(2011, 12, 23), dt.date(2012, 1, 26)]
    assert deadline.open_question


def test_part_days_count_as_whole_ones() -> None:
    # Resolution 338: no later than 12 hours after its adoption on 22 October 1973.
    assert w.shifted(dt.date(1973, 10, 22), "PT12H") == dt.date(1973, 10, 23)


def test_the_end_of_a_short_month_bounds_a_deadline_in_months() -> None:
    assert w.shifted(dt.date(2011, 1, 31), "P1M") == dt.date(2011, 2, 28)


def test_words_without_a_date_say_so() -> None:
    assert "no date can be given" in str(w.unresolved("FUTURE_REF", "at the appropriate time"))


def test_bounds_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(BadDate, match="earliest day may not lie after"):
        When(earliest=dt.date(2011, 1, 2), latest=dt.date(2011, 1, 1))


def test_a_clock_time_needs_a_day() -> None:
    with pytest.raises(BadDate, match="clock"):
        When(clock=dt.time(7, 0))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [  # ISO 8601-2:2019, levels 0 and 1
        ("2010-03-19", "2010-03-19", "2010-03-19"),
        ("2010-02", "2010-02-01", "2010-02-28"),
        ("2012", "2012-01-01", "2012-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2010-22", "2010-06-01", "2010-08-31"),
        ("2010-03?", "2010-03-01", "2010-03-31"),
        ("../2010-07-19", None, "2010-07-19"),
        ("2010-03-19/..", "2010-03-19", None),
        ("2023-11-24/2023-12-01", "2023-11-24", "2023-12-01"),
        ("2010-03/2010-05", "2010-03-01", "2010-05-31"),
    ],
)
def test_edtf_gives_the_bounds_of_the_standard(text: str, earliest: str | None, latest: str | None) -> None:
    when = w.from_edtf(text)
    assert when.earliest == (dt.date.fromisoformat(earliest) if earliest else None)
    assert when.latest == (dt.date.fromisoformat(latest) if latest else None)
    assert when.edtf == text


@pytest.mark.parametrize("text", ["soon", "", "2010-13", "2010-02-30", "19.3.2010", "2010-03-19/2010-03-18", "../.."])
def test_what_is_no_edtf_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(BadDate) as caught:
        w.from_edtf(text)
    assert caught.value.remedy


@pytest.mark.parametrize("text", ["4 months", "P", "PT", "P4", ""])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(BadDate, match="ISO 8601"):
        w.duration(text)


@given(whens)
def test_edtf_written_out_reads_back_to_the_same_days(when: When) -> None:
    back = w.from_edtf(when.edtf)
    assert (back.earliest, back.latest) == (when.earliest, when.latest)


@given(days, st.integers(1, 60))
def test_months_are_counted_on_the_calendar(day: dt.date, months: int) -> None:
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    expected = dt.date(year, month0 + 1, min(day.day, calendar.monthrange(year, month0 + 1)[1]))
    assert w.shifted(day, f"P{months}M") == expected


@given(days, days, durations)
def test_a_later_anchor_never_gives_an_earlier_deadline(one: dt.date, other: dt.date, length: str) -> None:
    first, second = sorted((one, other))
    assert w.shifted(first, length) <= w.shifted(second, length)


@given(whens, durations)
def test_a_deadline_lies_after_its_anchor(anchor: When, length: str) -> None:
    deadline = w.within(length, anchor)
    assert deadline.bounded == (anchor.latest is not None)
    if anchor.latest and deadline.latest:
        assert deadline.latest > anchor.latest


@given(whens, whens)
def test_compatible_means_that_some_day_satisfies_both(one: When, other: When) -> None:
    far, near = dt.date.max, dt.date.min
    shared = max(one.earliest or near, other.earliest or near) <= min(one.latest or far, other.latest or far)
    assert one.compatible(other) == other.compatible(one) == shared


@given(whens, days)
def test_what_is_surely_past_is_possibly_past(when: When, day: dt.date) -> None:
    assert not when.surely_by(day) or when.possibly_by(day)


@given(years, st.integers(1, 12))
def test_a_month_has_its_calendar_days(year: int, month: int) -> None:
    when = w.in_month(year, month)
    assert when.earliest is not None
    assert when.latest is not None
    assert (when.latest - when.earliest).days + 1 == calendar.monthrange(year, month)[1]


@given(whens, whens)
def test_what_surely_lies_before_has_its_last_possible_day_before_the_first_of_the_other(
    one: When, other: When
) -> None:
    if any(w.clock is not None for w in (*one.readings(), *other.readings())):
        return
    lasts, firsts = [r.latest for r in one.readings()], [r.earliest for r in other.readings()]
    sure = None not in lasts and None not in firsts and max(d for d in lasts if d) < min(d for d in firsts if d)
    assert one.surely_before(other) is sure


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        ("2023-11-24T06:59", "2023-11-24T07:00", True),
        ("2023-11-24T07:00", "2023-11-24T07:00", False),
        ("2023-11-24", "2023-11-24T07:00", False),  # the day has hours after seven
        ("2023-11-23T23:30-05:00", "2023-11-24T01:00+10:00", False),  # 04:30 UTC of the 24th; 15:00 UTC of the 23rd
        ("2023-11-24T01:00+10:00", "2023-11-23T23:30-05:00", True),
    ],
)
def test_the_clock_decides_where_both_give_one(one: str, other: str, sure: bool) -> None:
    assert w.from_edtf(one).surely_before(w.from_edtf(other)) is sure


@pytest.mark.parametrize("text", ["2010-05/2010-03", "2010-05-03T10:00/2010-05-03T08:00", "2011/2010-12-31"])
def test_an_interval_that_ends_before_it_begins_is_refused(text: str) -> None:
    with pytest.raises(BadDate, match=r"earl.*Swap"):
        w.from_edtf(text)


@pytest.mark.parametrize("text", ["2023-12-01T06:00", "2023-12-01 06:00+02:00", "2023-12-01T06:00Z"])
def test_an_hour_where_a_day_is_asked_for_is_refused_with_the_day(text: str) -> None:
    with pytest.raises(BadDate, match=r"--as-of: days are asked for, not hours.*Write 2023-12-01"):
        w.day_written(text, "--as-of")
    assert w.day_written(" 2023-12-01 ") == dt.date(2023, 12, 1)
    with pytest.raises(BadDate, match="YYYY-MM-DD"):
        w.day_written("1 December")
