"""Who stands where: positions, harmony of a body, what parties differ over, what is tied to what, what was given."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from goodoffices.desk.affairs.answers import answered
from goodoffices.desk.affairs.status import counted
from goodoffices.desk.evidence import words
from goodoffices.errors import BadArgument
from goodoffices.record import Snapshot
from goodoffices.standing import Harmony, OnIssue, Stance, body_harmony, on_issues, stances
from goodoffices.standing.decided import decided
from goodoffices.standing.ledger import Balance, balances, concessions
from goodoffices.standing.positions import moves
from goodoffices.standing.relations import Between, relations
from goodoffices.standing.seats import PERMANENT, members_on
from goodoffices.standing.ties import Tie, ties
from goodoffices.tracking import Answer
from goodoffices.vocabulary.claim import Matter


class Vote(Struct, frozen=True, kw_only=True):
    """A decision by vote: its reference, its day, and how far those who sat in the body all along voted alike."""

    reference: str
    day: dt.date
    cast: OnIssue


class BodyHarmony(Struct, frozen=True, kw_only=True):
    """A body's harmony on a day: inside its mandate, on its members' other files, and over all issues of the record on
    which a member holds a position; None where there is no such issue. Absence from this record is no absence from the
    world. voters: the members who sat in the body all along; votes: how they voted, decision by decision, the latest
    first; voting: over all of these. Only what was adopted is seen there: a veto leaves no decision.
    """

    body: str
    members: tuple[str, ...]
    as_of: dt.date
    issues: tuple[OnIssue, ...]
    overall: Harmony | None
    within: Harmony | None
    other: Harmony | None
    voters: tuple[str, ...] = ()
    votes: tuple[Vote, ...] = ()
    voting: Harmony | None = None


class Standing(Struct, frozen=True, kw_only=True):
    """Where everybody stands on a day. words: the exact words of each claim named here, by its id."""

    as_of: dt.date
    positions: tuple[Stance, ...]
    moves: tuple[Stance, ...]
    relations: tuple[Between, ...]
    ties: tuple[Tie, ...]
    balances: tuple[Balance, ...]
    answers: tuple[Answer, ...]
    words: dict[str, str]
    unreviewed: int


def standing(snapshot: Snapshot, as_of: dt.date, *, parties: Sequence[str] = (), proposals: bool = False) -> Standing:
    """Where everybody stands, or only what concerns one of `parties` (ids); with `proposals`, those count too.

    `snapshot` should be taken as of the same day.
    """
    kinds = ("position", "disagreement", "convergence", "linkage", "concession", "acceptance")
    states = counted(proposals)
    claims = {kind: snapshot.claims(kind=kind, states=states) for kind in kinds}
    wanted = set(parties)
    held = [s for s in stances(claims["position"], as_of) if not wanted or s.party in wanted]
    moved = [s for s in moves(claims["position"], as_of) if not wanted or s.party in wanted]
    between = relations([*claims["disagreement"], *claims["convergence"]])
    tied = ties(claims["linkage"])
    given = balances(concessions(claims["concession"]))
    given_to = tuple(a for a in answered(snapshot, as_of, proposals=proposals) if not wanted or a.party in wanted)
    exact = {r.claim.id: words(r.claim) for held_claims in claims.values() for r in held_claims}
    exact |= {id: words(snapshot.claim(id).claim) for a in given_to for id in a.claims if id not in exact}
    return Standing(
        as_of=as_of,
        positions=tuple(held),
        moves=tuple(moved),
        relations=tuple(b for b in between if not wanted or wanted & set(b.parties)),
        ties=tuple(t for t in tied if not wanted or t.by in wanted),
        balances=tuple(b for b in given if not wanted or wanted & {b.one, b.other}),
        answers=given_to,
        words=exact,
        unreviewed=0 if proposals else sum(snapshot.count(kind=kind, states={"proposed"}) for kind in kinds),
    )


def harmony_of(
    snapshot: Snapshot,
    as_of: dt.date,
    body: str = "",
    *,
    members: Sequence[str] = (),
    scales: Mapping[str, Sequence[str]] | None = None,
    mandate: Sequence[str] | None = None,
    decisions: Sequence[Matter] | None = None,
    proposals: bool = False,
) -> BodyHarmony:
    """How far the members of a body, or of any group named by `members`, stand together on a day.

    scales: issue -> its options in order, in place of those that positions give; mandate: the issues
    that are the body's own business; decisions: all of the record, where they are at hand.
    Members whose sources differ count as unknown. BadArgument for fewer than two members.
    """
    sitting = tuple(members) or members_on(body, as_of)
    if len(set(sitting)) < 2:
        raise BadArgument("harmony is among two members or more", list(sitting) or body, "Name a body or its members.")
    taken = snapshot.claims(kind="position", states=counted(proposals))
    lines = on_issues(stances(taken, as_of), sitting, given=scales, mandate=mandate)
    voters = tuple(one for one in PERMANENT.get(body, ()) if one in sitting)
    if decisions is None:
        decisions = snapshot.matters("decision", states=counted(proposals)) if voters else ()
    votes = _votes(decisions, body, voters, as_of) if voters else ()
    return BodyHarmony(
        body=body,
        members=sitting,
        as_of=as_of,
        issues=lines,
        overall=_over(lines),
        within=_over([line for line in lines if line.mandate]),
        other=_over([line for line in lines if line.mandate is False]),
        voters=voters,
        votes=votes,
        voting=_over([vote.cast for vote in votes]),
    )


def _votes(decisions: Iterable[Matter], body: str, voters: Sequence[str], as_of: dt.date) -> tuple[Vote, ...]:
    found = decided(decisions, body, voters)
    calls = {call.id: call for call in found.calls.calls}
    cast = on_issues(found.stances(as_of), voters)
    votes = [Vote(reference=calls[one.issue].title, day=calls[one.issue].date, cast=one) for one in cast]
    return tuple(sorted(votes, key=lambda vote: (vote.day, vote.reference), reverse=True))


def _over(lines: Iterable[OnIssue]) -> Harmony | None:
    issues = {line.issue: line.harmony for line in lines}
    return body_harmony(issues) if issues else None
