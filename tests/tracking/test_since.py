"""A status says since when: the first day of its state on end. It dates what changed, so a resumed treaty is no news of
the day it was signed.
"""

import datetime as dt
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.tracking import Docket, Status, what_changed
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.kinds import Recurrence

from .builders import by, day, event, on, provision, term

MADE = day("2020-01-01")
later = st.integers(1, 500).map(lambda n: MADE + dt.timedelta(days=n))
OF_A_DUTY = st.sampled_from(["fulfils", "partly", "breaches", "suspends", "resumes", "withdraws"])
OF_A_TERM = st.sampled_from(["breaches", "suspends", "resumes", "withdraws"])


def at(as_of: str, asked: Matter, *events: Matter) -> tuple[str, str]:
    found = Docket([asked], list(events)).statuses(day(as_of))[asked.id]
    return found.bare(), str(found.since)


def _of(does: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[str, dt.date, bool]]]:
    return st.lists(st.tuples(does, later, st.booleans()), max_size=5, unique_by=lambda drawn: drawn[1])


def _events(drawn: list[tuple[str, dt.date, bool]]) -> list[Matter]:
    return [
        event(
            f"e{n}", on(str(when)), does, "x", alleged_by="bel" if does == "breaches" and not ruled else "",
            ruled_by="M. Larsen" if does == "breaches" and ruled else "", reason="seen",
        )
        for n, (does, when, ruled) in enumerate(drawn)
    ]  # fmt: skip


def _first_days(asked: Matter, events: list[Matter]) -> list[tuple[str, dt.date | None, dt.date]]:
    """Each stretch of one state: the state, the day its status names, the first day it was found on."""
    found = []
    history = Docket([asked], events).history(asked.id, MADE, day("2023-01-01"))
    for state, run in groupby(history, key=lambda stretch: stretch.status.bare()):
        stretches = list(run)
        found += [(state, one.status.since, stretches[0].first) for one in stretches]
    return found


@given(_of(OF_A_DUTY), st.none() | later, st.booleans())
def test_a_duty_is_in_its_state_since_the_first_day_it_was(
    drawn: list[tuple[str, dt.date, bool]], last: dt.date | None, goes_on: bool
) -> None:
    asked = provision("x", on(str(MADE)), force="agreed", deadline=by(str(last)) if last else None, continuing=goes_on)
    found = _first_days(asked, _events(drawn))  # once done it is kept since it was, whatever was disputed in between
    assert all(since == first for state, since, first in found if state != "kept")


@given(_of(OF_A_TERM), later)
def test_a_term_is_in_its_state_since_the_first_day_it_was(
    drawn: list[tuple[str, dt.date, bool]], until: dt.date
) -> None:
    runs = term("x", begins=on(str(MADE)), until=on(str(until)))
    while_it_runs = [one for one in drawn if one[1] <= until]
    assert all(since == first for _, since, first in _first_days(runs, _events(while_it_runs)))


def test_a_treaty_that_was_suspended_is_in_force_again_since_its_resumption() -> None:
    treaty = term("p", begins=on("2020-01-01"), until=on("2029-12-31"))
    events = event("stop", on("2022-03-01"), "suspends"), event("go", on("2022-09-01"), "resumes")
    assert at("2022-02-28", treaty, *events) == ("in force", "2020-01-01")
    assert at("2022-03-01", treaty, *events) == ("suspended", "2022-03-01")
    assert at("2022-09-01", treaty, *events) == ("in force", "2022-09-01")
    looks = [Docket([treaty], events).statuses(day(d)) for d in ("2022-08-31", "2022-09-01")]
    (change,) = what_changed(*looks)
    assert isinstance(change.after, Status)
    assert change.after.since == day("2022-09-01")


def test_a_hole_or_a_suspension_of_a_term_starts_no_clock_anew() -> None:
    treaty = term("t", begins=on("2020-01-01"), until=on("2029-12-31"))
    events = event("stop", on("2022-03-01"), "suspends", "t"), event("go", on("2022-09-01"), "resumes", "t")
    waits = provision("p", on("2020-01-01"), force="agreed", depends_on=("t",))
    for as_of in ("2022-02-28", "2022-03-01", "2022-09-01"):
        found = Docket([treaty, waits], events).statuses(day(as_of))["p"]
        assert (found.state, found.since) == ("open", day("2020-01-01"))


def test_what_was_alleged_before_a_suspension_is_alleged_after_it() -> None:
    truce = term("p", begins=on("2020-01-01"), until=on("2029-12-31"))
    events = (
        event("shots", on("2021-01-01"), "breaches", alleged_by="bel"),
        event("stop", on("2022-03-01"), "suspends"),
        event("go", on("2022-09-01"), "resumes"),
    )
    assert at("2022-09-01", truce, *events) == ("alleged broken (by bel)", "2022-09-01")


def test_a_monthly_report_that_came_late_makes_the_next_due_from_that_day() -> None:
    # From 31 January: 28 February, 31 March, 30 April. The notice for April begins on 31 March, the day March is due.
    recurs = Recurrence(every="P1M", since=on("2022-01-31"), until=on("2022-06-30"))
    report = provision("p", on("2022-01-31"), force="undertaken", recurrence=recurs)
    events = event("r1", on("2022-02-28"), "fulfils"), event("r2", on("2022-04-02"), "fulfils")
    assert at("2022-04-01", report, *events) == ("overdue", "2022-04-01")
    assert at("2022-04-02", report, *events) == ("due", "2022-04-02")
    assert at("2022-05-01", report, *events) == ("overdue", "2022-05-01")


def test_what_waited_until_after_its_date_is_overdue_since_it_waits_no_more() -> None:
    waits = provision("p", on("2020-01-01"), force="agreed", deadline=by("2020-12-31"), depends_on=("survey",))
    survey = event("survey", on("2021-03-01"))
    assert at("2021-02-28", waits, survey)[0] == "conditional"
    assert at("2021-03-01", waits, survey) == ("overdue", "2021-03-01")


def test_a_date_set_anew_makes_it_due_since_then() -> None:
    asked = provision("p", on("2020-01-01"), force="agreed", deadline=by("2020-06-01"))
    anew = event("e", on("2020-06-10"), "resets", until=by("2020-06-20"))
    assert at("2020-06-09", asked, anew) == ("overdue", "2020-06-02")
    assert at("2020-06-10", asked, anew) == ("due", "2020-06-10")


def test_what_a_suspended_term_set_says_that_it_is_suspended() -> None:
    treaty = term("t", begins=on("2020-01-01"), until=on("2029-12-31"))
    stop = event("stop", on("2022-03-01"), "suspends", "t")
    asked = provision("p", on("2020-01-01"), force="agreed", of="t", continuing=True)
    before, after = (Docket([treaty, asked], [stop]).statuses(day(d))["p"] for d in ("2022-02-28", "2022-03-01"))
    assert before.state == after.state == "open"
    assert [r.claims for r in after.reasons if r.rule == "term-suspended"] == [("t.1",)]
    assert "term-suspended" not in {r.rule for r in before.reasons}
