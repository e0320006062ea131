"""The worked answers of the design page on tracking, from dated facts of the public record; each names its source."""

import datetime as dt

from msgspec.structs import replace

from goodoffices.tracking import calendar, in_charge, occurrences, status, term_status
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.kinds import Effect, Event, Instrument, Provision, Recurrence, Term
from goodoffices.vocabulary.when import When, between, no_later_than, on_day, within

from .builders import by, claimed, day, event, instrument, known_by, matter, on, provision, term

# Moscow, 19 March 2010, as INSS Insight 170 of 25 March 2010 reports it.
MOSCOW = on("2010-03-19")
FREEZE = provision("freeze", MOSCOW, act="complete freeze of settlement activity", addressees=("isr",))
PROXIMITY = provision("proximity", MOSCOW, act="start of proximity talks", after=("freeze",), addressees=("isr", "pse"))
DIRECT = provision(
    "direct",
    MOSCOW,
    act="restart of direct talks",
    addressees=("isr", "pse"),
    deadline=within("P4M", MOSCOW, basis="within four months"),
)
STATE = provision(
    "state",
    MOSCOW,
    act="establishment of a Palestinian state",
    addressees=("isr", "pse"),
    deadline=within("P24M", MOSCOW, basis="within 24 months"),
)
# ECF 218; AFP via France 24, 3 September 2010.
LAUNCH = event(
    "launch", on("2010-09-02"), "fulfils", "direct", what="launch of direct talks", published=on("2010-09-03")
)
# SG/2178: the timetable of 23 September 2011 aims at the end of 2012.
TIMETABLE = event("timetable", on("2011-09-23"), "resets", "state", what="timetable", until=by("2012-12-31"))


def talks(as_of: str, events: list[Matter]) -> str:
    return status(DIRECT, as_of=day(as_of), events=events).words()


def test_the_direct_talks_of_2010_are_open_then_due_then_their_target_date_has_passed() -> None:
    assert talks("2010-05-01", [LAUNCH]) == "open"
    assert talks("2010-07-01", [LAUNCH]) == "due"
    assert talks("2010-07-19", [LAUNCH]) == "due"
    assert talks("2010-07-20", [LAUNCH]) == "target date passed"


def test_the_direct_talks_of_2010_were_met_45_days_late() -> None:
    found = status(DIRECT, as_of=day("2010-09-02"), events=[LAUNCH])
    assert (found.state, found.late, found.since) == ("met", (45, 45), day("2010-09-02"))
    assert found.words() == "met, 45 days late"


def test_what_was_public_by_the_end_of_august_2010_did_not_hold_the_launch() -> None:
    known = known_by([LAUNCH], day("2010-08-31"))
    assert talks("2010-12-31", known) == "target date passed"


def test_the_state_within_24_months_passed_its_date_unless_a_later_instrument_set_it_anew() -> None:
    after = day("2012-03-20")
    assert status(STATE, as_of=day("2012-03-19"), events=[]).state == "due"
    assert status(STATE, as_of=after, events=[]).state == "target date passed"
    assert status(STATE, as_of=after, events=[TIMETABLE]).state == "re-set"
    assert status(STATE, as_of=day("2013-01-01"), events=[TIMETABLE]).state == "target date passed"


def test_proximity_talks_follow_the_freeze_without_being_conditional_on_it() -> None:
    found = status(PROXIMITY, as_of=day("2010-05-01"), events=[], provisions=[FREEZE, DIRECT])
    assert found.state == "open"
    assert any(r.rule == "sequence" and "freeze.1" in r.claims for r in found.reasons)


# The truce of November 2023: Siasat 27 Nov 2023, Reuters 27 Nov 2023, "2023 Gaza war ceasefire".
TRUCE = matter(
    "truce",
    claimed(
        Term(
            what="truce",
            parties=("hamas", "isr"),
            mediators=("qat", "egy", "usa"),
            begins=on("2023-11-24", "07:00"),
            until=on("2023-11-28", "07:00"),
        ),
        id="truce.press",
    ),
)
LOCAL = dt.timezone(dt.timedelta(hours=2))
TWO_DAYS = event("two_days", on("2023-11-27"), "extends", "truce", until=on("2023-11-30", "07:00"))
ONE_DAY = event("one_day", on("2023-11-30"), "extends", "truce", until=on("2023-12-01", "07:00"))
# The news item of 29 December 2023.
SEED = claimed(
    Term(
        what="truce",
        parties=("hamas", "isr"),
        mediators=("qat",),
        begins=on("2023-11-24"),
        until=on("2023-12-01"),
        instruments=(Instrument(times="several times"),),
        ended="expired",
    ),
    id="truce.seed",
)


def test_the_truce_of_2023_runs_from_seven_in_the_morning_to_seven_in_the_morning() -> None:
    def state(moment: dt.date) -> str:
        return term_status(TRUCE, as_of=moment, events=[TWO_DAYS, ONE_DAY]).state

    assert state(day("2023-11-23")) == "not begun"
    assert state(dt.datetime(2023, 11, 24, 6, 59, tzinfo=LOCAL)) == "not begun"
    assert state(dt.datetime(2023, 11, 24, 7, 0, tzinfo=LOCAL)) == "in force"
    assert all(state(day(f"2023-11-{n}")) == "in force" for n in range(24, 31))
    assert state(dt.datetime(2023, 12, 1, 6, 59, tzinfo=LOCAL)) == "in force"
    assert state(dt.datetime(2023, 12, 1, 7, 0, tzinfo=LOCAL)) == "expired"
    assert state(day("2023-12-02")) == "expired"


def test_from_the_news_item_alone_the_truce_is_in_force_with_undated_extensions_then_expired() -> None:
    alone = matter("truce", SEED)
    during = term_status(alone, as_of=day("2023-11-29"), events=[])
    assert during.state == "in force"
    assert any("several times (undated)" in r.words for r in during.reasons)
    assert term_status(alone, as_of=day("2023-12-02"), events=[]).state == "expired"


def test_the_news_item_and_the_dated_extensions_agree_on_when_the_truce_held() -> None:
    both = matter("truce", *TRUCE.claims, SEED)
    for text, expected in [("2023-11-29", "in force"), ("2023-11-30", "in force"), ("2023-12-02", "expired")]:
        assert term_status(both, as_of=day(text), events=[TWO_DAYS, ONE_DAY]).state == expected


# The Temporary International Mechanism: Quartet statements of 2006 and 2007 (five instruments).
TIM = term(
    "tim",
    what="mechanism",
    name="Temporary International Mechanism",
    begins=on("2006-06-17"),
    review_due=within("P3M", on("2006-06-17")),
    instruments=(
        instrument("2006-09-20"),
        instrument("2006-12-22", until="2007-03-22"),
        instrument("2007-03-21", until="2007-06-21"),
        instrument("2007-09-23", until="2007-12-31"),
    ),
)


def test_the_mechanism_is_in_force_or_expired_by_its_chain_and_unknown_in_its_hole() -> None:
    expected = {
        "2006-06-16": "not begun",
        "2006-10-01": "in force",  # after the review date: no expiry
        "2007-05-01": "in force",
        "2007-06-21": "in force",
        "2007-06-22": "unknown",
        "2007-08-01": "unknown",
        "2007-09-23": "in force",
        "2007-12-31": "in force",
        "2008-01-01": "expired",
    }
    assert {text: term_status(TIM, as_of=day(text), events=[]).state for text in expected} == expected
    hole = term_status(TIM, as_of=day("2007-08-01"), events=[])
    assert hole.reasons[0].words.startswith("No instrument found covers 22 June 2007 to 22 September 2007")


def test_lengths_of_three_months_give_the_same_chain_as_their_dates() -> None:
    lengths = (
        Instrument(on=on(d), until=When(value="P3M", basis="three months")) for d in ("2006-12-22", "2007-03-21")
    )
    content = TIM.claims[0].claim.content
    assert isinstance(content, Term)
    first, *_, last = content.instruments
    again = term("tim", begins=content.begins, instruments=(first, *lengths, last))
    assert term_status(again, as_of=day("2007-05-01"), events=[]).state == "in force"
    assert term_status(again, as_of=day("2007-08-01"), events=[]).state == "unknown"


# The Quartet's statement of 23 September 2011, SG/2178.
NEW_YORK = on("2011-09-23")
MEETING = provision("meeting", NEW_YORK, act="preparatory meeting", deadline=within("P1M", NEW_YORK))
PROPOSALS_WITHIN = replace(
    within("P3M", NEW_YORK, basis="within three months", anchor_id="statement"),
    alternatives=(within("P3M", on("2011-10-23"), basis="within three months", anchor_id="meeting"),),
)
PROPOSALS = provision("proposals", NEW_YORK, act="proposals", force="expected", deadline=PROPOSALS_WITHIN)
PROGRESS = provision("progress", NEW_YORK, act="progress", force="expected", deadline=within("P6M", NEW_YORK))
AGREEMENT = provision("agreement", NEW_YORK, act="agreement", deadline=no_later_than(between(None, day("2012-12-31"))))


def test_the_statement_of_2011_sets_four_dated_items() -> None:
    entries = calendar(
        [MEETING, PROPOSALS, PROGRESS, AGREEMENT], since=NEW_YORK.latest or dt.date.min, until=dt.date.max
    )
    assert [(e.what, e.day.isoformat()) for e in entries] == [
        ("preparatory meeting", "2011-10-23"),
        ("proposals", "2011-12-23"),
        ("proposals", "2012-01-23"),
        ("progress", "2012-03-23"),
        ("agreement", "2012-12-31"),
    ]
    assert [e.question for e in entries] == [False, True, True, False, False]


def test_three_months_from_the_statement_or_from_the_meeting_is_an_open_question_while_it_matters() -> None:
    def found(text: str) -> str:
        return status(PROPOSALS, as_of=day(text), events=[]).words()

    assert found("2011-10-01") == "open"
    assert found("2011-12-23") == "open question: due or open"  # 31 days before the later of the two
    assert found("2011-12-24") == "open question: due or target date passed"
    assert found("2012-01-24") == "target date passed"


# Road Map compliance: UNIS SG/SM/8389; UNISPAL, 22 June 2003; Joint Understanding of 27 November 2007.
COMPLIANCE = matter(
    "compliance",
    claimed(Provision(act="keep the Road Map", monitor="quartet mechanism"), id="2002", valid=on("2002-09-17")),
    claimed(Provision(act="keep the Road Map", monitor="US-led structure"), id="2003", valid=on("2003-06-22")),
    claimed(Provision(act="keep the Road Map", monitor="usa", judge="usa"), id="2007", valid=on("2007-11-27")),
)


def test_monitoring_passes_from_hand_to_hand_and_only_in_2007_somebody_judges() -> None:
    def charge(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        found = in_charge(COMPLIANCE, as_of=day(text))
        return found.monitor, found.judge

    assert charge("2003-01-01") == (("quartet mechanism",), ())
    assert charge("2004-01-01") == (("US-led structure",), ())
    assert charge("2008-01-01") == (("usa",), ("usa",))


def test_only_a_breach_that_the_judge_of_its_day_found_is_one() -> None:
    breach = event("breach", on("2005-01-01"), "breaches", "compliance", ruled_by="usa", reason="inspection")
    assert status(COMPLIANCE, as_of=day("2005-06-01"), events=[breach]).state == "alleged not heeded"
    later = event("breach", on("2008-01-01"), "breaches", "compliance", ruled_by="usa", reason="inspection")
    assert status(COMPLIANCE, as_of=day("2008-06-01"), events=[later]).state == "not heeded"


# Resolution 2803 of 17 November 2025: UN meeting coverage, 10046th meeting.
ADOPTED = on("2025-11-17")
REPORTS = provision(
    "reports",
    ADOPTED,
    act="written report to the Council",
    force="binding",
    recurrence=Recurrence(every="P6M", until=on("2027-12-31")),
)
MANDATE = term("mandate", what="mandate", begins=ADOPTED, until=on("2027-12-31"))


def test_resolution_2803_asks_for_four_reports_counted_from_its_adoption() -> None:
    found = occurrences(REPORTS, until=dt.date.max)
    assert [str(o.due) for o in found] == ["2026-05-17", "2026-11-17", "2027-05-17", "2027-11-17"]
    assert all("17 November 2025" in o.anchor and "assumed" in o.anchor for o in found)


def test_a_report_of_resolution_2803_is_due_overdue_and_kept_in_turn() -> None:
    first = event("report1", on("2026-05-14"), "fulfils", "reports")

    def found(text: str, *events: Matter) -> str:
        return status(REPORTS, as_of=day(text), events=events).words()

    assert found("2026-01-01") == "open"
    assert found("2026-05-01") == "due"
    assert found("2026-05-18") == "overdue"
    assert found("2026-05-18", first) == "kept so far"
    assert found("2026-11-01", first) == "due"
    assert found("2026-11-18", first) == "overdue"


def test_the_mandate_of_resolution_2803_ends_with_2027() -> None:
    assert term_status(MANDATE, as_of=day("2027-12-31")).state == "in force"
    assert term_status(MANDATE, as_of=day("2028-01-01")).state == "expired"


def test_the_freeze_that_two_sources_set_and_deny_is_disputed() -> None:
    """The statement's own text holds no four-month term; the institute's report does."""
    denied = claimed(
        Provision(act="restart of direct talks"),
        id="direct.text",
        attribution=replace(DIRECT.claims[0].claim.attribution, polarity="denied"),
    )
    found = status(matter("direct", *DIRECT.claims, denied), as_of=day("2010-07-20"), events=[])
    assert found.state == "disputed"
    assert {"direct.1", "direct.text"} <= set(found.claims)


def test_effects_may_name_the_claim_instead_of_the_matter() -> None:
    launch = matter(
        "launch",
        claimed(Event(effects=(Effect(on="direct.1", does="fulfils"),)), id="l", valid=on_day(day("2010-09-02"))),
    )
    assert status(DIRECT, as_of=day("2010-09-02"), events=[launch]).state == "met"
