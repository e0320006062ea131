"""Terms: chains, holes, clocks, interruptions, and sources that differ."""

import datetime as dt

import pytest

from goodoffices.tracking import Status, term_status
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.kinds import Instrument, Term
from goodoffices.vocabulary.when import When, in_month, on_day

from .builders import by, claimed, day, event, instrument, matter, on, term

YEAR = term("t", what="mandate", begins=on("2020-01-01"), until=on("2020-12-31"))


def at(text: str, runs: Matter, *events: Matter) -> Status:
    return term_status(runs, as_of=day(text), events=events)


def test_in_force_from_its_first_day_to_its_last() -> None:
    found = [at(d, YEAR).state for d in ("2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01")]
    assert found == ["not begun", "in force", "in force", "expired"]
    assert at("2020-06-01", YEAR).since == day("2020-01-01")
    assert at("2022-06-01", YEAR).since == day("2021-01-01")


def test_an_extension_joins_the_chain_and_a_late_one_leaves_a_hole() -> None:
    seamless = event("e", on("2020-12-01"), "extends", "t", until=on("2021-06-30"))
    assert at("2021-01-01", YEAR, seamless).state == "in force"
    assert at("2021-01-01", YEAR, seamless).since == day("2020-01-01")
    late = event("e", on("2021-02-01"), "extends", "t", until=on("2021-06-30"))
    assert [
        at(d, YEAR, late).state for d in ("2020-12-31", "2021-01-01", "2021-01-31", "2021-02-01", "2021-07-01")
    ] == [
        "in force",
        "unknown",
        "unknown",
        "in force",
        "expired",
    ]
    assert at("2021-02-01", YEAR, late).since == day("2021-02-01")


def test_a_recorded_end_of_the_whole_does_not_close_a_hole() -> None:
    whole = term(
        "t", begins=on("2020-01-01"), until=on("2020-12-31"),
        instruments=(instrument("2020-03-01", until="2020-05-31"), instrument("2020-09-01", until="2020-12-31")),
    )  # fmt: skip
    assert [at(d, whole).state for d in ("2020-05-31", "2020-06-01", "2020-09-01", "2021-01-01")] == [
        "in force",
        "unknown",
        "in force",
        "expired",
    ]


def test_a_recorded_end_behind_the_last_instrument_is_not_silently_in_force() -> None:
    short = term(
        "t",
        begins=on("2020-01-01"),
        until=on("2020-12-31"),
        instruments=(instrument("2020-03-01", until="2020-05-31"),),
    )
    assert at("2020-08-01", short).state == "unknown"
    assert at("2021-01-01", short).state == "expired"


def test_an_extension_of_which_nobody_says_until_when_carries_it_up_to_the_end_it_moves_and_no_further() -> None:
    extended = event("e", on("2020-12-20"), "extends", "t")
    found = at("2021-01-01", YEAR, extended)
    assert [at(d, YEAR, extended).state for d in ("2020-12-31", "2021-01-01", "2031-01-01")] == [
        "in force",
        "unknown",
        "unknown",
    ]
    assert found.reasons[0].rule == "unended"
    assert "until when is not recorded" in found.reasons[0].words
    again = event("f", on("2021-03-01"), "extends", "t", until=on("2021-06-30"))
    assert [at(d, YEAR, extended, again).state for d in ("2021-02-01", "2021-05-01", "2021-07-01")] == [
        "in force",
        "in force",
        "expired",
    ]


def test_without_any_end_it_is_in_force_and_says_that_none_is_recorded() -> None:
    found = at("2090-01-01", term("t", begins=on("2020-01-01"), review_due=by("2020-04-01")))
    assert found.state == "in force"
    assert "no end is recorded" in found.reasons[0].words
    assert any(r.rule == "review" and "no expiry" in r.words for r in found.reasons)


def test_without_a_beginning_it_is_unknown() -> None:
    assert at("2020-06-01", term("t", what="truce")).state == "unknown"


def test_what_ended_is_over_whenever_it_began() -> None:
    runs = term("t", what="treaty", until=in_month(2009, 12), ended="expired")
    assert [at(d, runs).state for d in ("2009-11-30", "2010-01-01")] == ["unknown", "expired"]


def test_a_beginning_known_by_its_month_leaves_that_month_unknown() -> None:
    spring = term("t", begins=in_month(2020, 3), until=on("2020-12-31"))
    assert [at(d, spring).state for d in ("2020-02-29", "2020-03-15", "2020-03-31")] == [
        "not begun",
        "unknown",
        "in force",
    ]


def test_suspended_resumed_withdrawn_and_replaced() -> None:
    off, back = event("e1", on("2020-02-01"), "suspends", "t"), event("e2", on("2020-03-01"), "resumes", "t")
    assert [at(d, YEAR, off, back).state for d in ("2020-01-31", "2020-02-15", "2020-03-01")] == [
        "in force",
        "suspended",
        "in force",
    ]
    assert at("2021-02-01", YEAR, off).state == "expired"
    assert at("2020-06-01", YEAR, event("e", on("2020-05-01"), "withdraws", "t")).state == "withdrawn"
    assert at("2022-06-01", YEAR, event("e", on("2020-05-01"), "supersedes", "t")).state == "superseded"


def test_a_breach_of_a_truce_is_alleged_until_an_editor_with_a_reason_rules() -> None:
    alleged = event("e", on("2020-05-01"), "breaches", "t", alleged_by="bel")
    assert at("2020-05-02", YEAR, alleged).words() == "alleged broken (by bel)"
    assert at("2021-05-02", YEAR, alleged).state == "expired"
    ruled = event("e", on("2020-05-01"), "breaches", "t", alleged_by="bel", ruled_by="M. Larsen", reason="inspection")
    assert at("2020-05-02", YEAR, ruled).state == "broken"
    by_a_side = event("e", on("2020-05-01"), "breaches", "t", alleged_by="bel", ruled_by="bel", reason="we saw it")
    assert at("2020-05-02", YEAR, by_a_side).state == "alleged broken"


@pytest.mark.parametrize(
    ("ended", "state"),
    [
        ("", "expired"),
        ("expired", "expired"),
        ("broken", "alleged broken"),
        ("replaced", "superseded"),
        ("unknown", "ended"),
    ],
)
def test_how_a_source_says_it_ended_decides_the_word(ended: str, state: str) -> None:
    assert at("2021-01-01", term("t", begins=on("2020-01-01"), until=on("2020-12-31"), ended=ended)).state == state


def test_sources_that_differ_on_the_end_without_an_extension_are_disputed_between_their_days() -> None:
    two = matter(
        "t",
        claimed(Term(begins=on("2020-01-01"), until=on("2020-06-30")), id="a"),
        claimed(Term(begins=on("2020-01-01"), until=on("2020-09-30")), id="b"),
    )
    assert [at(d, two).state for d in ("2020-06-30", "2020-08-01", "2020-10-01")] == ["in force", "disputed", "expired"]
    assert {"a", "b"} <= set(at("2020-08-01", two).claims)


def test_sources_that_differ_on_one_instrument_are_disputed_between_its_ends() -> None:
    two = matter(
        "t",
        claimed(Term(begins=on("2020-01-01"), instruments=(instrument("2020-03-01", until="2020-05-31"),)), id="a"),
        claimed(Term(begins=on("2020-01-01"), instruments=(instrument("2020-03-01", until="2020-06-30"),)), id="b"),
    )
    assert [at(d, two).state for d in ("2020-05-31", "2020-06-15", "2020-07-01")] == ["in force", "disputed", "expired"]


def test_an_extension_on_one_sides_word_is_disputed_after_the_end_all_agree_on() -> None:
    alleged = event("e", on("2020-12-01"), "extends", "t", until=on("2021-06-30"), alleged_by="bel")
    assert at("2020-12-31", YEAR, alleged).state == "in force"
    assert at("2021-03-01", YEAR, alleged).state == "disputed"


def test_a_clock_time_is_local_to_the_term_whatever_the_zone_of_the_question() -> None:
    seven = dt.time(7, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    truce = term("t", begins=on_day(day("2020-03-01"), seven), until=on_day(day("2020-03-05"), seven))
    before = dt.datetime(2020, 3, 1, 4, 59, tzinfo=dt.UTC)
    assert term_status(truce, as_of=before).state == "not begun"
    assert term_status(truce, as_of=before + dt.timedelta(minutes=1)).state == "in force"


def test_two_more_days_are_counted_from_the_end_they_extend() -> None:
    length = When(value="P2D", basis="two more days")
    longer = Instrument(on=on("2020-03-03"), until=length)
    truce = term("t", begins=on("2020-03-01"), until=on("2020-03-04"), instruments=(longer,))
    assert [at(d, truce).state for d in ("2020-03-06", "2020-03-07")] == ["in force", "expired"]


def test_a_source_that_gives_the_hour_is_more_exact_than_one_that_gives_the_day_and_not_at_odds_with_it() -> None:
    hour = claimed(Term(begins=on("2020-01-01", "07:00"), until=on("2020-01-05", "07:00")), id="hour")
    days = claimed(Term(begins=on("2020-01-01"), until=on("2020-01-05")), id="days")
    for both in (matter("t", hour, days), matter("t", days, hour)):
        early, late = dt.datetime(2020, 1, 1, 6), dt.datetime(2020, 1, 5, 8)  # noqa: DTZ001 - local, without a zone
        assert term_status(both, as_of=early).state == "not begun"
        assert term_status(both, as_of=late).state == "expired"


def test_an_extension_is_told_with_its_day_once() -> None:
    prolonged = event("e", on("2020-12-01"), "extends", "t", what="extension", until=on("2021-06-30"))
    words = at("2021-01-01", YEAR, prolonged).reasons[0].words
    assert words.count("1 December 2020") == 1
