"""The calendar and the days it is made of."""

import datetime as dt

import pytest

from goodoffices.errors import BadArgument
from goodoffices.tracking import calendar, occurrences
from goodoffices.tracking.days import dated_in_words, length_in_words, when_in_words
from goodoffices.vocabulary.kinds import Recurrence
from goodoffices.vocabulary.when import When, between, in_month, in_year, on_day

from .builders import by, day, event, instrument, on, provision, term

START, END = day("2020-01-01"), day("2020-12-31")


def test_deadlines_expiries_reviews_and_occurrences_stand_in_one_order() -> None:
    duty = provision("p", on("2019-12-01"), act="open the road", deadline=by("2020-06-30"), review=by("2020-03-01"))
    report = provision("r", on("2019-12-31"), act="report", recurrence=Recurrence(every="P4M"))
    truce = term(
        "t", what="truce", begins=on("2020-01-01"), until=on("2020-02-01"), review_due=by("2020-01-15"),
        instruments=(instrument("2020-02-01", until="2020-05-01"),),
    )  # fmt: skip
    longer = event("e", on("2020-04-20"), "extends", "t", until=on("2020-07-01"))
    found = calendar([duty, report], [truce], since=START, until=END, events=[longer])
    assert [(str(e.day), e.kind, e.what) for e in found] == [
        ("2020-01-15", "review", "truce"),
        ("2020-02-01", "expiry", "truce"),
        ("2020-03-01", "review", "open the road"),
        ("2020-04-30", "occurrence", "report"),
        ("2020-05-01", "expiry", "truce"),
        ("2020-06-30", "deadline", "open the road"),
        ("2020-07-01", "expiry", "truce"),
        ("2020-08-31", "occurrence", "report"),  # the 31st again: steps are counted from the start
        ("2020-12-31", "occurrence", "report"),
    ]
    assert len({e.uid for e in found}) == len(found)


def test_a_deadline_is_shown_as_re_set_and_not_at_all_when_it_is_done_with() -> None:
    duty = provision("p", on("2019-12-01"), act="open the road", deadline=by("2020-06-30"))
    moved = event("e", on("2019-12-15"), "resets", until=by("2020-09-30"))
    assert [str(e.day) for e in calendar([duty], since=START, until=END, events=[moved])] == ["2020-09-30"]
    done = event("e", on("2019-12-15"), "fulfils")
    assert calendar([duty], since=START, until=END, events=[done]) == ()


def test_an_anchor_that_can_be_read_two_ways_gives_both_days_of_each_occurrence() -> None:
    anchor = When(earliest=START, latest=START, alternatives=(on_day(day("2020-01-15")),))
    report = provision("r", on("2020-01-01"), recurrence=Recurrence(every="P6M", since=anchor, until=on("2020-12-31")))
    (first,) = occurrences(report, until=dt.date.max)
    assert [str(r) for r in first.due.readings()] == ["2020-07-01", "2020-07-15"]
    assert [(str(e.day), e.question) for e in calendar([report], since=START, until=END)] == [
        ("2020-07-01", True),
        ("2020-07-15", True),
    ]


@pytest.mark.parametrize("every", ["P0D", "PT12H", "PT0H"])
def test_a_step_of_less_than_a_day_is_refused(every: str) -> None:
    with pytest.raises(BadArgument, match="a day or more"):
        occurrences(provision("r", on("2020-01-01"), recurrence=Recurrence(every=every)), until=END)


def test_a_recurrence_without_an_end_stops_at_the_end_of_the_calendar() -> None:
    yearly = provision("r", on("2020-01-01"), recurrence=Recurrence(every="P1000Y"))
    assert [o.due.latest for o in occurrences(yearly, until=dt.date.max)] == [
        dt.date(year, 1, 1) for year in range(3020, 9999, 1000)
    ]


@pytest.mark.parametrize(
    ("when", "words", "as_an_end"),
    [
        (on_day(day("2010-03-19")), "19 March 2010", "on 19 March 2010"),
        (on_day(day("2023-11-24"), dt.time(7)), "24 November 2023, 07:00", "on 24 November 2023, 07:00"),
        (in_month(2023, 6), "June 2023", "in June 2023"),
        (in_year(2002), "2002", "in 2002"),
        (between(START, day("2020-05-09")), "1 January 2020 to 9 May 2020", "between 1 January 2020 and 9 May 2020"),
        (between(None, day("2010-07-19")), "by 19 July 2010", "by 19 July 2010"),
        (between(day("2010-07-19"), None), "from 19 July 2010 on", "from 19 July 2010 on"),
        (When(basis="soon"), "“soon”, which gives no day", "“soon”, which gives no day"),
    ],
)  # fmt: skip
def test_days_read_as_the_papers_write_them(when: When, words: str, as_an_end: str) -> None:
    assert when_in_words(when) == words
    assert dated_in_words(when) == as_an_end


@pytest.mark.parametrize(
    ("length", "words"), [("P6M", "6 months"), ("P1W", "week"), ("P1Y6M", "year and 6 months"), ("P10D", "10 days")]
)
def test_lengths_read_as_words(length: str, words: str) -> None:
    assert length_in_words(length) == words
