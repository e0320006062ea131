"""Votes as a record of where parties stand: how far two agree, over time and by issue."""

import datetime as dt
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from goodoffices.desk.affairs.status import counted
from goodoffices.errors import BadArgument, Refused
from goodoffices.exchange.vote_tables import VoteTable, read_votes
from goodoffices.record import Snapshot
from goodoffices.standing import Dyad, dyad
from goodoffices.standing.decided import decided
from goodoffices.standing.dyads import by_issue, by_year
from goodoffices.standing.seats import PERMANENT


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


def votes(
    calls: Path,
    cast: Path,
    issues: Path | None = None,
    *,
    parties: Sequence[str],
    issue: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    squared: bool = False,
) -> Votes:
    """How far `parties` (ids, two or more) agree. calls, cast, issues: the tables, see exchange.vote_tables.

    issue, since, until: only those roll calls. squared: distances of votes are squared. NotFound for a party that never
    voted, BadArgument for fewer than two and for an issue under which nothing is filed.
    """
    _two(parties)
    table = read_votes(calls, cast, issues)
    return _compared(table, parties, issue, since, until, squared)


def decided_votes(
    snapshot: Snapshot,
    body: str,
    *,
    parties: Sequence[str],
    issue: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    squared: bool = False,
    proposals: bool = False,
) -> Votes:
    """How far `parties` agree in what `body` decided by vote, as the decisions of the record tell it.

    BadArgument for parties that have not sat in it all along: of them silence tells nothing. What nobody can name is
    refused by its reference.
    """
    _two(parties)
    sitting = PERMANENT.get(body, ())
    if not set(parties) <= set(sitting):
        remedy = f"Of {body} these have: {', '.join(sitting)}." if sitting else f"Bodies: {', '.join(PERMANENT)}."
        raise BadArgument("votes are told of members who sat in the body all along", list(parties), remedy)
    found = decided(snapshot.matters("decision", states=counted(proposals)), body, sitting)
    untold = [Refused(one, BadArgument("a decision names its day and who held back", one)) for one in found.untold]
    issues = {one: one.replace("_", " ") for call in found.calls.calls for one in call.issues}
    names = {party: snapshot.parties().name(party) for party in sitting}
    return _compared(VoteTable(found.calls, names, issues, tuple(untold)), parties, issue, since, until, squared)


def _two(parties: Sequence[str]) -> None:
    if len(set(parties)) < 2 or len(set(parties)) < len(parties):
        raise BadArgument("agreement is among two parties or more, each named once", list(parties), "Name two.")


def _compared(
    table: VoteTable,
    parties: Sequence[str],
    issue: str | None,
    since: dt.date | None,
    until: dt.date | None,
    squared: bool,
) -> Votes:
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
