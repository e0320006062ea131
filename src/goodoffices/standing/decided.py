"""Votes as decisions tell them: who held back is named, and whoever sat and is not named voted in favour."""

import datetime as dt
from collections.abc import Collection, Iterable

from msgspec import Struct

from goodoffices.standing.positions import Stance
from goodoffices.standing.rollcalls import ABSENT, VOTES, Call, RollCalls, Vote
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.kinds.decision import Decision

NOT_CAST = ""


class Decided(Struct, frozen=True):
    """calls: the roll calls of a body's decisions; untold: references of those whose votes nobody can name, for want of
    names, of a day or of agreement among sources; claims: those that tell of a call, by its id.
    """

    calls: RollCalls
    untold: tuple[str, ...]
    claims: dict[str, tuple[str, ...]]

    def stances(self, until: dt.date) -> tuple[Stance, ...]:
        """Each vote cast by the day as a stance on its call, an issue of its own with three places in order."""
        return tuple(
            Stance(
                party=party,
                issue=call.id,
                stances=(VOTES[ballot],),
                since=None,
                claims=(self.claims[call.id],),
                from_day=call.date,
                scales=(VOTES,),
            )
            for call, ballots in zip(self.calls.calls, self.calls.ballots, strict=True)
            for party, ballot in zip(self.calls.parties, ballots, strict=True)
            if ballot != ABSENT and call.date <= until
        )


def decided(decisions: Iterable[Matter], body: str, sitting: Collection[str]) -> Decided:
    """The votes of `sitting` (ids of members who sat in the body all along) in what it decided by vote.

    One who is not named voted in favour where nobody voted against and all who held back are named; else no vote of
    its is on record. A vote that sources tell differently is not on record either.
    """
    calls: list[Call] = []
    cast: dict[tuple[str, str], Vote] = {}
    untold: list[str] = []
    claims: dict[str, tuple[str, ...]] = {}
    for matter in decisions:
        told = [r for r in matter.claims if isinstance(r.claim.content, Decision) and r.claim.content.body == body]
        told = [r for r in told if r.claim.attribution.polarity == "affirmed" and _voted(r.claim.content)]
        if not told:
            continue
        days = {r.claim.valid.latest for r in told if r.claim.valid and r.claim.valid.earliest == r.claim.valid.latest}
        reference = next((c.reference for r in told if isinstance(c := r.claim.content, Decision) and c.reference), "")
        votes = {party: {_vote(r.claim.content, party) for r in told} - {None} for party in sorted(sitting)}
        known = {party: vote for party, given in votes.items() if len(given) == 1 for vote in given if vote}
        day = next(iter(days)) if len(days) == 1 else None
        if not isinstance(day, dt.date) or not any(votes.values()):
            untold.append(reference or matter.id)
            continue
        issues = tuple(sorted({issue for r in told for issue in r.claim.issues}))
        calls.append(Call(id=matter.id, date=day, title=reference, issues=issues))
        claims[matter.id] = tuple(r.claim.id for r in told)
        cast |= {(matter.id, party): vote for party, vote in known.items()}  # type: ignore[misc]
    return Decided(RollCalls.of(calls, cast, sitting), tuple(untold), claims)


def _voted(content: object) -> bool:
    return isinstance(content, Decision) and (content.vote is not None or content.adopted_by == "unanimity")


def _vote(content: object, party: str) -> str | None:
    """How a member voted by one source; NOT_CAST where it took no part, None where the source does not tell."""
    assert isinstance(content, Decision)
    vote = content.vote
    if vote is None:
        return "yes"
    if party in vote.abstainers:
        return "abstain"
    if party in vote.absentees:
        return NOT_CAST
    all_named = len(vote.abstainers) >= vote.abstaining and len(vote.absentees) >= vote.not_participating
    return "yes" if all_named and not vote.against else None
