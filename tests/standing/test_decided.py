"""Votes of a council as its decisions tell them."""

from typing import Any

from goodoffices.standing import dyad
from goodoffices.standing.decided import decided
from goodoffices.standing.issues import on_issues
from goodoffices.standing.rollcalls import ABSENT
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.kinds.decision import Decision, Vote
from tests.tracking.builders import claimed, day, matter, on

FIVE = ("ard", "bel", "car", "dor", "eld")


def told(id: str, when: str = "2030-01-01", body: str = "council", **fields: Any) -> Reviewed:
    by = fields.pop("by", "vote")
    vote = Vote(**fields) if fields else None
    return claimed(Decision(body=body, adopted_by=by, vote=vote, reference=id), id=id, valid=on(when))


def ballots(*matters: Matter) -> list[list[int]]:
    calls = decided(matters, "council", FIVE).calls
    return [
        [int(calls.ballots[n, calls.place(p)]) if p in calls.parties else ABSENT for p in FIVE]
        for n in range(len(calls))
    ]


def test_who_is_not_named_voted_in_favour_where_all_who_held_back_are_named() -> None:
    held_back = told(
        "r", in_favour=12, abstaining=2, not_participating=1, abstainers=("bel", "zed"), absentees=("car",)
    )
    assert ballots(matter("r", held_back)) == [[0, 1, ABSENT, 0, 0]]
    assert ballots(matter("r", told("r", by="unanimity"))) == [[0] * 5]


def test_without_all_the_names_or_with_a_vote_against_only_those_named_are_told() -> None:
    assert ballots(matter("r", told("r", in_favour=12, abstaining=2, abstainers=("bel",)))) == [
        [ABSENT, 1, ABSENT, ABSENT, ABSENT]
    ]
    assert ballots(matter("r", told("r", in_favour=13, against=1, abstaining=1, abstainers=("eld",)))) == [
        [*[ABSENT] * 4, 1]
    ]
    nobody = decided([matter("r", told("S/1", in_favour=12, abstaining=3))], "council", FIVE)
    assert (len(nobody.calls), nobody.untold) == (0, ("S/1",))


def test_what_sources_tell_differently_is_on_record_for_nobody_else_it_counts() -> None:
    one = told("a", in_favour=14, not_participating=1, absentees=("car",))
    other = told("b", in_favour=14, abstaining=1, abstainers=("car",))
    assert ballots(matter("r", one, other)) == [[0, 0, ABSENT, 0, 0]]
    another_day = told("c", "2030-01-02", in_favour=15)
    assert decided([matter("r", one, another_day)], "council", FIVE).untold == ("a",)


def test_decisions_of_others_without_a_vote_and_denied_ones_do_not_count() -> None:
    consensus = told("a", by="consensus")
    elsewhere = told("b", body="assembly", in_favour=15)
    denied = claimed(
        Decision(body="council", adopted_by="unanimity"), id="c", attribution=Attribution(polarity="denied")
    )
    found = decided([matter("x", consensus), matter("y", elsewhere), matter("z", denied)], "council", FIVE)
    assert (len(found.calls), found.untold) == (0, ())


def test_agreement_of_two_over_decisions_by_hand() -> None:
    votes = [told("a", in_favour=15), told("b", "2030-02-01", in_favour=14, abstaining=1, abstainers=("bel",))]
    votes += [told("c", "2031-01-01", in_favour=13, abstaining=2, abstainers=("ard", "bel"))]
    found = decided([matter(r.claim.id, r) for r in votes], "council", FIVE)
    pair = dyad(found.calls, "ard", "bel").agreement
    assert (pair.calls, pair.identical) == (3, 2 / 3)
    assert pair.lijphart == (1 + 0.5 + 1) / 3


def test_a_vote_is_a_stance_on_its_call_in_three_places_until_the_day() -> None:
    made = [
        matter("r", told("a", "2030-01-01", in_favour=14, abstaining=1, abstainers=("bel",))),
        matter("s", told("b", "2031-01-01", by="unanimity")),
    ]
    found = decided(made, "council", ("ard", "bel"))
    held = found.stances(day("2030-06-01"))
    assert {(s.party, s.issue, s.stance, s.claims) for s in held} == {
        ("ard", "r", "yes", (("a",),)),
        ("bel", "r", "abstain", (("a",),)),
    }
    (line,) = on_issues(held, ("ard", "bel"))
    assert line.harmony.value == 0.5  # one step of two
    assert len(found.stances(day("2031-01-01"))) == 4
