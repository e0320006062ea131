"""Votes as a record of where parties stand: how far two agree, over time and by issue."""

import datetime as dt
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from goodoffices.errors import BadArgument, Refused
from goodoffices.exchange.vote_tables import read_votes
from goodoffices.standing import Dyad, dyad
from goodoffices.standing.dyads import by_issue, by_year


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
    if len(set(parties)) < 2 or len(set(parties)) < len(parties):
        raise BadArgument("agreement is among two parties or more, each named once", list(parties), "Name two.")
    table = read_votes(calls, cast, issues)
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
