"""Conflicts: sources at odds are shown, silence and vagueness contradict nothing, a ruling can reopen."""

import datetime as dt

from hypothesis import given
from msgspec.structs import replace

from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Claim, Matter, Reviewed, ReviewState
from goodoffices.vocabulary.conflict import Ruling, conflicts, contradict
from goodoffices.vocabulary.kinds import Acceptance, AnyContent, Decision, Figure, Meeting, Provision, Transfer, Vote
from goodoffices.vocabulary.when import When, in_month, no_later_than, on_day
from tests.strategies import whens

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def held(claim_id: str, day: int, place: str = "", seq: int = 1, state: ReviewState = "accepted") -> Reviewed:
    claim = Claim(id=claim_id, content=Meeting(body="quartet", place=place), valid=on_day(dt.date(2003, 6, day)))
    return Reviewed(claim=claim, matter="m", state=state, by="a", at=NOW, seq=seq)


def test_two_dates_for_one_meeting_are_a_conflict_with_both_claims() -> None:
    # UNISPAL titles the Dead Sea document 23 June 2003, its text says 22 June.
    matter = Matter(id="m", kind="meeting", claims=(held("text", 22), held("title", 23)))
    (found,) = conflicts(matter)
    assert (found.id, [r.claim.id for r in found.claims]) == ("m:date", ["text", "title"])
    assert found.is_open


def test_silence_is_no_conflict() -> None:
    matter = Matter(id="m", kind="meeting", claims=(held("a", 22, "Dead Sea"), held("b", 22)))
    assert not list(conflicts(matter))


def test_a_rejected_claim_contradicts_nothing() -> None:
    matter = Matter(id="m", kind="meeting", claims=(held("a", 22), held("b", 23, state="rejected")))
    assert not list(conflicts(matter))


def test_a_ruling_closes_a_conflict_until_a_claim_turns_up_that_it_did_not_see() -> None:
    claims = (held("a", 22), held("b", 23))
    ruling = Ruling(conflict="m:date", follows="a", reason="the text", by="x", saw=(("a", 1), ("b", 1)))
    (closed,) = conflicts(Matter(id="m", kind="meeting", claims=claims), [ruling])
    assert not closed.is_open
    (reopened,) = conflicts(Matter(id="m", kind="meeting", claims=(*claims, held("c", 24))), [ruling])
    assert reopened.is_open
    (amended,) = conflicts(Matter(id="m", kind="meeting", claims=(claims[0], replace(claims[1], seq=7))), [ruling])
    assert amended.is_open


def test_what_one_source_affirms_and_another_denies_is_a_conflict() -> None:
    denial = held("b", 22)
    denial = replace(denial, claim=replace(denial.claim, attribution=Attribution(polarity="denied")))
    (found,) = conflicts(Matter(id="m", kind="meeting", claims=(held("a", 22), denial)))
    assert found.attribute == "polarity"


def test_a_month_does_not_contradict_a_day_of_it() -> None:
    assert not contradict(in_month(2003, 6), on_day(dt.date(2003, 6, 22)))
    assert contradict(in_month(2003, 6), on_day(dt.date(2003, 7, 1)))


def test_two_deadlines_contradict_each_other_when_their_last_days_differ() -> None:
    july, august = (no_later_than(in_month(2010, month)) for month in (7, 8))
    assert contradict(july, august)
    assert not contradict(july, july)
    assert not contradict(replace(july, alternatives=(august,)), august)


def test_a_shorter_list_contradicts_nothing_but_a_different_one_does() -> None:
    assert not contradict(("qat",), ("egy", "qat"))
    assert contradict(("qat", "usa"), ("egy", "qat"))


@given(whens, whens)
def test_contradiction_is_symmetric_and_nothing_contradicts_itself(one: When, other: When) -> None:
    assert contradict(one, other) == contradict(other, one)
    assert not contradict(one, one)


def _at_odds(one: AnyContent, other: AnyContent) -> list[str]:
    claims = (Claim(id=name, content=content) for name, content in (("a", one), ("b", other)))
    held_ = tuple(Reviewed(claim=c, matter="m", state="accepted", by="a", at=NOW, seq=1) for c in claims)
    return [found.attribute for found in conflicts(Matter(id="m", kind=one.kind(), claims=held_))]


def test_a_place_or_an_outcome_in_fewer_of_the_same_words_only_says_less() -> None:
    full = Meeting(body="lakes", place="the town hall, Vell", outcome="joint statement", behest="arden")
    assert _at_odds(full, Meeting(body="lakes", place="Vell", outcome="Statement")) == []
    assert _at_odds(full, Meeting(body="lakes", place="Orm", outcome="none", behest="bresk")) == [
        "place",
        "behest",
        "outcome",
    ]


def test_votes_differ_by_numbers_or_by_names_and_to_name_nobody_contradicts_nothing() -> None:
    named = Vote(in_favour=14, abstaining=1, abstainers=("arden",))
    for vote, at_odds in (
        (Vote(in_favour=14, abstaining=1), []),
        (Vote(in_favour=14, abstainers=("arden",)), []),
        (Vote(in_favour=15), ["vote"]),
        (Vote(in_favour=14, abstaining=1, abstainers=("bresk",)), ["vote"]),
        (Vote(in_favour=14, not_participating=1, absentees=("arden",)), ["vote"]),
    ):
        assert _at_odds(Decision(vote=named), Decision(vote=vote)) == at_odds


def test_numbers_contradict_each_other_when_none_is_meant_by_both() -> None:
    def figure(value: float, bound: str = "exactly") -> Figure:
        return Figure(counted="ferries", value=value, bound=bound)  # type: ignore[arg-type]

    for one, other, at_odds in (
        (figure(5), figure(8), ["value"]),
        (figure(1200, "about"), figure(1150), []),
        (figure(1200, "about"), figure(1000), ["value"]),
        (figure(1000, "more_than"), figure(1200), []),
        (figure(1000, "more_than"), figure(900), ["value"]),
        (figure(1000, "more_than"), figure(900, "less_than"), ["value"]),
        (figure(0), figure(2), ["value"]),
    ):
        assert _at_odds(one, other) == at_odds
        assert _at_odds(other, one) == at_odds


def _dated(claim_id: str, day: int | None, content: AnyContent) -> Reviewed:
    valid = on_day(dt.date(2031, 2, day)) if day else None
    claim = Claim(id=claim_id, content=content, valid=valid)
    return Reviewed(claim=claim, matter="m", state="accepted", by="a", at=NOW, seq=1)


def test_a_count_so_far_contradicts_only_another_of_the_same_day() -> None:
    told = ((10, 20.0), (20, 33.0), (20, 35.0), (28, 50.0))
    claims = [_dated(f"{day}:{n:g}", day, Transfer(what="prisoners", delivered=n)) for day, n in told]
    (found,) = conflicts(Matter(id="m", kind="transfer", claims=tuple(claims)))
    assert (found.attribute, [r.claim.id for r in found.claims]) == ("delivered", ["20:33", "20:35"])
    undated = _dated("some day", None, Transfer(what="prisoners", delivered=7))  # it may be of any of these days
    (found,) = conflicts(Matter(id="m", kind="transfer", claims=(*claims, undated)))
    assert len(found.claims) == 5
    agreed = [_dated(str(n), n, Transfer(what="prisoners", agreed=n)) for n in (1, 2)]  # that does not pass
    assert [c.attribute for c in conflicts(Matter(id="m", kind="transfer", claims=tuple(agreed)))] == ["agreed"]


def test_a_monitor_or_judge_named_on_another_day_has_taken_over_and_contradicts_nothing() -> None:
    def named(claim_id: str, day: int, monitor: str, judge: str = "") -> Reviewed:
        return _dated(claim_id, day, Provision(act="open the weir", monitor=monitor, judge=judge))

    def at_odds(*claims: Reviewed) -> list[tuple[str, list[str]]]:
        found = conflicts(Matter(id="m", kind="provision", claims=claims))
        return [(c.attribute, [r.claim.id for r in c.claims]) for c in found]

    first, then = named("a", 2, "ard"), named("b", 9, "bre", judge="bre")
    assert at_odds(first, then) == []
    assert at_odds(first, then, named("c", 9, "cor", judge="bre")) == [("monitor", ["b", "c"])]


def test_an_answer_taken_back_later_contradicts_nothing() -> None:
    plan = Acceptance(party="ard", text="Weir Plan", answer="accepted_with_reservations", reservations=("no dredging",))
    refused = Acceptance(party="ard", text="Weir Plan", answer="rejected")

    def at_odds(*claims: Reviewed) -> list[str]:
        return [c.attribute for c in conflicts(Matter(id="m", kind="acceptance", claims=claims))]

    assert at_odds(_dated("a", 2, plan), _dated("b", 21, refused)) == []
    assert at_odds(_dated("a", 2, plan), _dated("b", 2, refused)) == ["answer"]
    assert at_odds(_dated("a", 2, plan), _dated("b", 3, plan)) == ["date"]  # one answer, of which two days are told
