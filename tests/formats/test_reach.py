"""What a body did in the record."""

import datetime as dt

from goodoffices.formats.reach import Met, reach


def met(*days: str) -> list[Met]:
    return [Met(day=dt.date.fromisoformat(day), outcome="statement") for day in days]


def test_meetings_are_counted_with_the_days_between_and_the_quiet_years() -> None:
    states = {"p": "kept", "q": "open", "r": "open"}
    found = reach(met("2020-01-01", "2020-02-01", "2022-02-01"), 2, states, dt.date(2024, 1, 1))
    assert (found.meetings, found.first, found.last) == (3, dt.date(2020, 1, 1), dt.date(2022, 2, 1))
    assert found.between == (31 + 731) / 2
    assert [(q.since.year, q.until and q.until.year) for q in found.quiet] == [(2020, 2022), (2022, None)]
    assert found.provisions == {"kept": 1, "open": 2}


def test_a_meeting_without_text_is_one_of_which_the_record_says_so() -> None:
    found = reach([Met(day=None, outcome="none"), Met(day=None), *met("2020-01-01")], 0, {}, dt.date(2020, 6, 1))
    assert (found.with_text, found.without_text, found.undated, found.between, found.quiet) == (1, 1, 2, None, ())


def test_a_body_that_never_met_has_no_reach() -> None:
    found = reach([], 0, {}, dt.date(2020, 1, 1))
    assert (found.meetings, found.first, found.quiet) == (0, None, ())
