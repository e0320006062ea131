"""Votes as a record of where parties stand: how far two agree, over time and by issue."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import combinations

from msgspec import Struct

from goodoffices.desk.affairs.rolls import Rolls
from goodoffices.errors import BadArgument, Refused
from goodoffices.exchange.vote_tables import VoteTable
from goodoffices.standing import Dyad, dyad
from goodoffices.standing.dyads import by_issue, by_year
from goodoffices.standing.rollcalls import ABSENT, VOTES, Call, RollCalls

FEW = 5
"""So many voters are all compared where nobody is named."""
CHOSEN = 4
"""Of more, so many are."""


class Votes(Struct, frozen=True, kw_only=True):
    """Agreement of parties in a table of votes. pairs: each pair once, in the order the parties were named; years and
    issues: of the one pair where two parties were named; names: of parties and issues; calls: how many roll calls were
    looked at, from the first day to the last.
    """

    pairs: tuple[Dyad, ...]
    years: dict[int, Dyad]
    issues: dict[str, Dyad]
    names: dict[str, str]
    calls: int
    refused: tuple[Refused, ...]


class Cast(Struct, frozen=True, kw_only=True):
    """A roll call and how each of some parties voted, in their order: "" for one of whom no vote is on record."""

    call: Call
    votes: tuple[str, ...]

    @property
    def alike(self) -> bool:
        """Whether all who voted did so in the same way."""
        return len({vote for vote in self.votes if vote}) < 2


def votes(
    table: VoteTable,
    *,
    parties: Sequence[str],
    issue: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    squared: bool = False,
) -> Votes:
    """How far `parties` (ids, two or more) agree in the roll calls of a table.

    issue, since, until: only those roll calls. squared: distances of votes are squared. NotFound for a party that never
    voted, BadArgument for fewer than two and for an issue under which nothing is filed.
    """
    if len(set(parties)) < 2 or len(set(parties)) < len(parties):
        raise BadArgument("agreement is among two parties or more, each named once", list(parties), "Name two.")
    if issue is not None and issue not in table.issues:
        filed = ", ".join(f"{one} ({label})" for one, label in table.issues.items()) or "none: give the table of issues"
        raise BadArgument("an issue is one of the table's", issue, f"These are {filed}.")
    seen = table.calls.only(issue=issue, since=since, until=until, parties=parties)
    pair = parties if len(parties) == 2 else ()
    return Votes(
        pairs=tuple(dyad(seen, one, other, squared=squared) for one, other in combinations(parties, 2)),
        years=by_year(seen, *pair, squared=squared) if pair else {},
        issues=by_issue(seen, *pair, squared=squared) if pair else {},
        names={party: table.names[party] for party in parties} | table.issues,
        calls=len(seen),
        refused=table.refused,
    )


def cast(calls: RollCalls) -> list[Cast]:
    """How the parties voted in each call in which one of them did, the latest first."""
    voted = zip(calls.calls, calls.ballots.tolist(), strict=True)
    told = [
        Cast(call=call, votes=tuple("" if place == ABSENT else VOTES[place] for place in places))
        for call, places in voted
        if any(place != ABSENT for place in places)
    ]
    return told[::-1]


def voters(rolls: Rolls, spoken_of: Iterable[str]) -> list[str]:
    """Whom to compare where nobody is named, in neutral order: all of whom votes are known where these are few, else
    those that stand first among `spoken_of`.
    """
    names = rolls.table.names
    found = list(names) if len(names) <= FEW else [party for party in spoken_of if party in names][:CHOSEN]
    return sorted(found, key=lambda party: names[party].casefold())
