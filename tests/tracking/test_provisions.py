"""Each state of the table of states, and who may bring it about."""

import datetime as dt
import sys

import pytest
from msgspec.structs import replace

from goodoffices.errors import BadArgument, CycleFound
from goodoffices.tracking import Docket, Status, calendar, status, statuses, term_status
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Matter, ReviewState
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.kinds import Event, Force, Provision, Recurrence, Term
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.when import When, between, in_month, within

from .builders import by, claimed, day, event, matter, on, provision, term

MADE, MADE_ON = on("2020-01-01"), day("2020-01-01")
DUTY = provision("p", MADE, act="open the road", force="undertaken", deadline=by("2020-06-30"), addressees=("ard",))
AIM = provision("p", MADE, act="open the road", force="called_for", deadline=by("2020-06-30"), addressees=("ard",))


def at(text: str, duty: Matter, *events: Matter, **more: object) -> Status:
    return status(duty, as_of=day(text), events=events, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("force", ["undertaken", "agreed", "binding"])
def test_what_is_owed_is_overdue_and_kept(force: Force) -> None:
    owed = provision("p", MADE, force=force, deadline=by("2020-06-30"))
    assert at("2020-07-01", owed).state == "overdue"
    assert at("2020-07-01", owed, event("e", on("2020-06-30"), "fulfils")).words() == "kept, on time"


@pytest.mark.parametrize("force", ["called_for", "expected"])
def test_what_nobody_consented_to_passes_its_date_and_is_met(force: Force) -> None:
    asked = provision("p", MADE, force=force, deadline=by("2020-06-30"))
    assert at("2020-07-01", asked).state == "target date passed"
    assert at("2020-07-02", asked, event("e", on("2020-07-01"), "fulfils")).words() == "met, 1 day late"
    assert at("2020-05-01", asked, event("e", on("2020-04-01"), "partly")).state == "partly met"


def test_a_notice_period_decides_when_open_becomes_due() -> None:
    assert at("2020-05-30", DUTY).state == "open"
    assert at("2020-05-31", DUTY).state == "due"  # 30 days before 30 June
    assert at("2020-05-31", DUTY, notice=dt.timedelta(days=7)).state == "open"


def test_a_deadline_with_a_first_day_is_due_from_that_day() -> None:
    summer = provision("p", MADE, deadline=between(day("2020-06-01"), day("2020-08-31")))
    assert [at(d, summer).state for d in ("2020-05-31", "2020-06-01", "2020-08-31", "2020-09-01")] == [
        "open",
        "due",
        "due",
        "target date passed",
    ]


def test_without_a_bound_it_stays_open() -> None:
    someday = provision("p", MADE, deadline=When(value="FUTURE_REF", basis="at the appropriate time"))
    found = at("2099-01-01", someday)
    assert found.state == "open"
    assert "at the appropriate time" in found.reasons[-1].words


def test_an_event_known_by_its_month_is_late_by_a_range_of_days() -> None:
    june = event("e", in_month(2020, 7), "fulfils")
    assert at("2020-12-01", DUTY, june).words() == "kept, 1 to 31 days late"
    straddling = event("e", between(day("2020-06-25"), day("2020-07-03")), "fulfils")
    assert at("2020-12-01", DUTY, straddling).words() == "kept, on time or up to 3 days late"


def test_an_event_that_may_lie_before_or_after_the_day_leaves_the_state_unknown() -> None:
    found = at("2020-07-15", DUTY, event("e", in_month(2020, 7), "fulfils"))
    assert found.words() == "unknown: kept or overdue"
    assert "e.1" in found.claims


def test_only_partial_events_leave_it_partly_kept_also_when_its_date_has_passed() -> None:
    part = event("e", on("2020-05-01"), "partly")
    found = at("2020-07-15", DUTY, part)
    assert (found.state, found.since) == ("partly kept", day("2020-05-01"))
    assert any(r.rule == "date-passed" for r in found.reasons)


JUDGED = provision("p", MADE, force="agreed", addressees=("ard",), judge="mis", continuing=True)


def test_one_sides_word_is_an_allegation_whoever_says_it() -> None:
    one = event("e1", on("2020-02-01"), "breaches", alleged_by="bel")
    other = event("e2", on("2020-03-01"), "breaches", alleged_by="ard")
    found = at("2020-04-01", JUDGED, one, other)
    assert (found.state, found.by, found.since) == ("alleged broken", ("ard", "bel"), day("2020-02-01"))
    assert found.words({"ard": "Ardania", "bel": "Belmark"}.get) == "alleged broken (by Ardania and Belmark)"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ruled_by", "reason", "state"),
    [
        ("mis", "", "broken"),  # the judge
        ("M. Larsen", "inspection report", "broken"),  # an editor with a reason
        ("M. Larsen", "", "alleged broken"),  # an editor without one
        ("bel", "we saw it", "alleged broken"),  # the side that says so
        ("ard", "we did", "alleged broken"),  # the addressee
        ("usa", "of course", "alleged broken"),  # a party that nobody named the judge
    ],
)
def test_only_the_judge_or_an_editor_with_a_reason_finds_a_breach(ruled_by: str, reason: str, state: str) -> None:
    breach = event("e", on("2020-02-01"), "breaches", alleged_by="bel", ruled_by=ruled_by, reason=reason)
    assert at("2020-04-01", JUDGED, breach).state == state


@pytest.mark.parametrize("on_what", ["p", "t"])
def test_who_alleged_a_breach_cannot_rule_on_it_afterwards(on_what: str) -> None:
    alleged = event("e", on("2020-02-01"), "breaches", on_what, alleged_by="the accuser")
    ruled = event("r", on("2020-03-01"), "breaches", on_what, ruled_by="the accuser", reason="as we said")
    other = event("s", on("2020-03-02"), "breaches", on_what, ruled_by="M. Larsen", reason="inspection report")
    truce = term("t", begins=on("2020-01-01"), until=on("2020-12-31"))

    def state(*events: Matter) -> str:
        if on_what == "p":
            return at("2020-04-01", JUDGED, *events).state
        return term_status(truce, as_of=day("2020-04-01"), events=events).state

    assert state(alleged, ruled) == "alleged broken"
    assert state(alleged, ruled, other) == "broken"


def test_a_breach_without_a_name_is_the_sources_word() -> None:
    found = at("2020-04-01", JUDGED, event("e", on("2020-02-01"), "breaches"))
    assert found.words() == "alleged broken"
    assert "by the source" in found.reasons[0].words


def test_a_duty_that_goes_on_is_kept_so_far_until_somebody_says_otherwise() -> None:
    kept = event("e1", on("2020-02-01"), "fulfils")
    assert at("2020-02-02", JUDGED, kept).words() == "kept so far"
    breach = event("e2", on("2020-03-01"), "breaches", alleged_by="bel")
    assert at("2020-03-02", JUDGED, kept, breach).state == "alleged broken"


def test_fulfilled_once_for_all_and_alleged_broken_afterwards_is_disputed() -> None:
    kept = event("e1", on("2020-02-01"), "fulfils")
    breach = event("e2", on("2020-03-01"), "breaches", alleged_by="bel")
    found = at("2020-03-02", DUTY, kept, breach)
    assert found.state == "disputed"
    assert {"e1.1", "e2.1"} <= set(found.claims)


def test_suspended_between_suspension_and_resumption() -> None:
    off, back = event("e1", on("2020-02-01"), "suspends"), event("e2", on("2020-03-01"), "resumes")
    found = [at(d, DUTY, off, back).state for d in ("2020-01-31", "2020-02-01", "2020-02-29", "2020-03-01")]
    assert found == ["open", "suspended", "suspended", "open"]


def test_a_suspension_on_one_sides_word_is_disputed() -> None:
    found = at("2020-02-02", DUTY, event("e", on("2020-02-01"), "suspends", alleged_by="bel"))
    assert found.words() == "disputed: open or suspended"


@pytest.mark.parametrize(("does", "state"), [("withdraws", "withdrawn"), ("supersedes", "superseded")])
def test_withdrawn_and_superseded_unless_it_was_fulfilled_before(does: str, state: str) -> None:
    end = event("e1", on("2020-03-01"), does)
    assert at("2020-02-29", DUTY, end).state == "open"
    assert at("2021-01-01", DUTY, end).state == state
    assert at("2021-01-01", DUTY, end, event("e2", on("2020-02-01"), "fulfils")).state == "kept"
    assert at("2021-01-01", DUTY, end, event("e2", on("2020-04-01"), "fulfils")).state == state


def test_re_set_until_the_new_date_draws_near() -> None:
    later = event("e", on("2020-06-01"), "resets", until=by("2020-12-31"))
    states = [at(d, DUTY, later).state for d in ("2020-05-31", "2020-06-01", "2020-12-01", "2021-01-01")]
    assert states == ["due", "re-set", "due", "overdue"]
    assert at("2021-01-05", DUTY, later, event("f", on("2021-01-02"), "fulfils")).words() == "kept, 2 days late"


def test_lapsed_with_the_term_it_belongs_to() -> None:
    runs = term("t", begins=on("2020-01-01"), until=on("2020-04-30"))
    within_it = provision("p", MADE, of="t", force="agreed", deadline=by("2020-06-30"))
    assert at("2020-04-30", within_it, terms=[runs]).state == "open"
    found = at("2020-05-01", within_it, terms=[runs])
    assert (found.state, found.since) == ("lapsed", day("2020-05-01"))
    assert at("2020-05-01", within_it, event("e", on("2020-02-01"), "fulfils"), terms=[runs]).state == "kept"


IF_HOME = Quote("doc", 0, 26, "once the prisoners are home")


def test_conditional_until_its_condition_occurs() -> None:
    waits = provision("p", MADE, force="agreed", condition=IF_HOME, depends_on=("home",))
    home = event("home", on("2020-05-01"))
    assert at("2020-04-30", waits, home).state == "conditional"
    found = at("2020-05-01", waits, home)
    assert (found.state, found.since) == ("open", day("2020-05-01"))
    assert at("2020-05-01", waits).state == "conditional"  # the record holds nothing of it


def test_a_condition_in_words_alone_occurs_when_an_event_says_so() -> None:
    waits = provision("p", MADE, force="agreed", condition=IF_HOME)
    assert at("2020-06-01", waits).state == "conditional"
    assert at("2020-06-01", waits, event("e", on("2020-05-01"), "occurs")).state == "open"


def test_a_condition_can_be_that_another_provision_is_kept() -> None:
    waits = provision("q", MADE, force="agreed", depends_on=("p",))
    kept = event("e", on("2020-05-01"), "fulfils", "p")
    assert at("2020-05-01", waits, provisions=[DUTY]).state == "conditional"
    assert at("2020-05-01", waits, kept, provisions=[DUTY]).state == "open"


def test_fulfilment_counts_even_if_the_condition_never_occurred() -> None:
    waits = provision("p", MADE, force="agreed", condition=IF_HOME)
    assert at("2020-06-01", waits, event("e", on("2020-05-01"), "fulfils")).state == "kept"


def test_a_length_is_counted_from_its_anchor_once_the_record_holds_it() -> None:
    after = provision("p", MADE, force="agreed", deadline=within("P3M", None, basis="three months", anchor_id="home"))
    home = event("home", on("2020-05-01"))
    assert at("2020-12-01", after).state == "open"
    assert at("2020-08-01", after, home).state == "due"
    assert at("2020-08-02", after, home).state == "overdue"


def test_conditions_that_lead_back_to_their_start_are_refused_and_spelled_out() -> None:
    first = provision("a", MADE, act="disarm", depends_on=("b",))
    second = provision("b", MADE, act="withdraw", depends_on=("a",))
    with pytest.raises(CycleFound, match="“disarm” \\(a\\) waits for “withdraw” \\(b\\) waits for “disarm” \\(a\\)"):
        at("2020-06-01", first, provisions=[first, second])
    assert (
        at("2020-06-01", DUTY, provisions=[first, second]).state == "due"
    )  # a cycle elsewhere is no matter of its own


def test_before_it_was_made_it_is_unknown() -> None:
    assert at("2019-12-31", DUTY).state == "unknown"


SECOND = claimed(Provision(force="undertaken", deadline=by("2020-09-30")), id="p.2", valid=MADE, seq=2)
TWO_SOURCES = matter("p", *DUTY.claims, SECOND)


def test_sources_that_differ_on_the_date_are_disputed_exactly_while_that_decides() -> None:
    assert at("2020-05-01", TWO_SOURCES).state == "open"
    found = at("2020-07-15", TWO_SOURCES)
    assert found.words() == "disputed: open or overdue"
    assert {"p.1", "p.2"} <= set(found.claims)
    assert at("2020-10-01", TWO_SOURCES).state == "overdue"


def test_a_ruling_that_saw_both_decides_and_one_that_did_not_does_not() -> None:
    saw_both = Ruling(conflict="p:deadline", follows="p.2", reason="later text", by="x", saw=(("p.1", 1), ("p.2", 2)))
    assert at("2020-07-15", TWO_SOURCES, rulings=[saw_both]).state == "open"
    saw_one = replace(saw_both, saw=(("p.1", 1),))
    assert at("2020-07-15", TWO_SOURCES, rulings=[saw_one]).state == "disputed"


def test_sources_that_contradict_each_other_on_the_day_of_the_event_dispute_only_what_hangs_on_it() -> None:
    early, late = on("2020-06-20"), on("2020-07-10")
    content = event("e", early, "fulfils").claims[0].claim.content
    both = matter("e", claimed(content, id="e.1", valid=early), claimed(content, id="e.2", valid=late))
    assert at("2020-06-25", DUTY, both).state == "disputed"
    assert at("2020-08-01", DUTY, both).words() == "kept, on time or up to 10 days late"


@pytest.mark.parametrize("state", ["rejected", "superseded"])
def test_a_rejected_event_fulfils_nothing(state: ReviewState) -> None:
    content = event("e", on("2020-06-20"), "fulfils").claims[0].claim.content
    refused = matter("e", claimed(content, id="e.1", valid=on("2020-06-20"), state=state))
    assert at("2020-07-01", DUTY, refused).state == "overdue"


def test_a_hypothetical_event_fulfils_nothing() -> None:
    supposed = event("e", on("2020-06-20"), "fulfils", attribution=Attribution(condition=IF_HOME))
    assert at("2020-07-01", DUTY, supposed).state == "overdue"


def test_an_event_its_source_is_not_sure_of_leaves_the_state_unknown() -> None:
    hedged = event("e", on("2020-06-20"), "fulfils", attribution=Attribution(certainty="appears"))
    assert at("2020-07-01", DUTY, hedged).state == "unknown"


def test_a_fulfilment_that_one_side_claims_is_disputed() -> None:
    claims_it = event("e", on("2020-06-20"), "fulfils", alleged_by="ard")
    assert at("2020-07-01", DUTY, claims_it).words() == "disputed: kept or overdue"


def test_an_undated_event_happened_by_the_day_its_source_was_public() -> None:
    undated = event("e", None, "fulfils", published=on("2020-06-15"))
    assert at("2020-06-15", DUTY, undated).state == "kept"
    assert at("2020-06-14", DUTY, undated).state == "unknown"


def test_a_matter_without_claims_is_refused_and_one_whose_claims_were_all_rejected_is_unknown() -> None:
    with pytest.raises(BadArgument, match="at least one claim"):
        at("2020-06-01", matter("p"))
    refused = matter("p", claimed(Provision(), id="p.1", state="rejected"))
    assert at("2020-06-01", refused).state == "unknown"
    assert at("2020-06-01", refused).claims == ("p.1",)


def test_a_term_can_be_waited_for() -> None:
    truce = term("t", begins=on("2020-03-01"), until=on("2020-05-01"))
    assert isinstance(truce.claims[0].claim.content, Term)
    waits = provision("p", MADE, depends_on=("t",))
    assert at("2020-02-01", waits, terms=[truce]).state == "conditional"
    assert at("2020-03-01", waits, terms=[truce]).state == "open"
    # What it waited for has occurred, also when the term is over or was withdrawn: the clock has started.
    found = at("2020-06-01", waits, terms=[truce])
    assert (found.state, found.since) == ("open", day("2020-03-01"))
    assert "began on 1 March 2020 and is: expired" in found.reasons[1].words
    ended = event("e", on("2020-04-01"), "withdraws", "t")
    assert at("2020-04-02", waits, ended, terms=[truce]).state == "open"


def test_a_length_is_counted_from_the_beginning_of_a_term() -> None:
    truce = term("t", begins=on("2020-03-01"), until=on("2020-05-01"))
    pull_back = within("P10D", None, basis="ten days after the truce begins", anchor_id="t")
    after = provision("p", MADE, force="agreed", deadline=pull_back)
    assert at("2020-03-11", after, terms=[truce]).state == "due"
    found = at("2020-03-12", after, terms=[truce])
    assert (found.state, found.since) == ("overdue", day("2020-03-12"))
    assert "t.1" in found.reasons[0].claims
    assert at("2020-06-01", after, terms=[term("t", until=on("2020-05-01"))]).state == "open"  # nobody says from when


def test_sources_at_odds_over_the_day_it_is_counted_from_dispute_only_what_hangs_on_it() -> None:
    length = within("P30D", None, basis="thirty days after the opening", anchor_id="o")
    after = provision("p", MADE, force="agreed", deadline=length)
    days = ("2020-05-10", "2020-05-20")  # 30 days on: 9 and 19 June
    opening = matter("o", *(claimed(Event(what="opening"), id=f"o.{n}", valid=on(d)) for n, d in enumerate(days)))
    assert at("2020-06-09", after, opening).state == "due"
    found = at("2020-06-12", after, opening)
    assert (found.state, found.between) == ("disputed", ("due", "overdue"))
    assert {"o.0", "o.1"} <= set(found.claims)
    assert at("2020-06-20", after, opening).state == "overdue"
    entries = calendar([after], events=[opening], since=MADE_ON, until=day("2021-01-01"))
    assert [(e.day, e.question) for e in entries] == [(day("2020-06-09"), True), (day("2020-06-19"), True)]


def test_all_at_once_is_the_same_as_one_by_one_and_a_cycle_spoils_only_its_own() -> None:
    runs = term("t", begins=on("2020-01-01"), until=on("2020-04-30"))
    waits = provision("q", MADE, force="agreed", depends_on=("p",))
    first, second = provision("a", MADE, depends_on=("b",)), provision("b", MADE, depends_on=("a",))
    events = [event("e", on("2020-05-01"), "fulfils", "p"), matter("empty")]
    found = statuses([DUTY, waits, runs, first, second, matter("none")], as_of=day("2020-06-01"), events=events)
    assert found["p"] == at("2020-06-01", DUTY, *events)
    assert found["q"] == at("2020-06-01", waits, *events, provisions=[DUTY])
    assert found["t"] == term_status(runs, as_of=day("2020-06-01"), events=events)
    assert found["a"].state == "unknown"
    assert "a waits for b waits for a" in found["a"].reasons[0].words
    assert "none" not in found


def test_a_chain_of_conditions_can_be_longer_than_pythons_stack() -> None:
    last_but_one = sys.getrecursionlimit() + 10
    chain = [
        provision(f"p{n}", on("2020-01-01"), depends_on=(f"p{n - 1}",) if n else ()) for n in range(last_but_one + 2)
    ]
    done = [event(f"e{n}", on("2020-02-01"), "fulfils", to=f"p{n}") for n in (0, last_but_one)]
    last = status(chain[-1], as_of=day("2020-03-01"), events=done, provisions=chain)
    assert last.state == "open"
    docket = Docket(chain[::-1], done)
    assert docket.statuses(day("2020-03-01"))[chain[-1].id] == last
    assert {s.status.state for s in Docket(chain[::-1], done).history("p2", day("2020-01-02"))} == {"conditional"}


def test_two_deadlines_counted_from_each_other_are_a_cycle() -> None:
    lengths = {n: within("P3M", None, basis="three months", anchor_id=n) for n in "ab"}
    first = provision("a", MADE, deadline=lengths["b"])
    with pytest.raises(CycleFound):
        at("2020-06-01", first, provisions=[provision("b", MADE, deadline=lengths["a"])])
    assert at("2020-06-01", provision("a", MADE, deadline=lengths["a"])).state == "open"  # from itself: from nothing


def test_what_is_conditional_lapses_with_its_term_too() -> None:
    runs = term("t", begins=on("2020-01-01"), until=on("2020-04-30"))
    waits = provision("p", MADE, of="t", force="agreed", condition=IF_HOME)
    assert at("2020-04-30", waits, terms=[runs]).state == "conditional"
    assert at("2020-05-01", waits, terms=[runs]).state == "lapsed"


def test_names_of_parties_are_said_as_the_caller_names_them() -> None:
    breach = event("e", on("2020-02-01"), "breaches", alleged_by="bel")
    found = at("2020-04-01", JUDGED, breach, name=lambda p: {"bel": "Belmark", "mis": "the Mission"}.get(p, p))
    assert "by Belmark" in found.reasons[0].words
    assert "Only the Mission may say" in found.reasons[0].words


def test_a_step_or_a_length_that_cannot_be_read_or_outruns_the_calendar_spoils_no_other() -> None:
    for step in ("every six months", "PT1H", "P99999Y"):
        recurs = provision("r", MADE, force="agreed", recurrence=Recurrence(every=step, since=MADE))
        found = statuses([recurs, DUTY], as_of=day("2020-07-01"), events=())
        assert (found["r"].state, found["p"].state) == ("open", "overdue")
        assert step in found["r"].reasons[0].words
        entries = calendar([recurs, DUTY], since=MADE_ON, until=day("2021-01-01"))
        assert [e.matter for e in entries] == ["p"]
    length = within("P99999Y", None, basis="long after the opening", anchor_id="o")
    after = provision("q", MADE, force="agreed", deadline=length)
    assert at("2020-07-01", after, event("o", on("2020-05-01"))).state == "open"
    truce = term("t", begins=on("2020-01-01"), until=on("2020-05-01"))
    longer = event("l", on("2020-04-01"), "extends", "t", until=length)
    assert term_status(truce, as_of=day("2020-04-15"), events=[longer]).state == "in force"
