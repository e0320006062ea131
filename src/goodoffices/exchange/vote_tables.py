"""Vote tables in: roll calls, votes and issues as three CSV files, plain or gzipped, as the tables of General Assembly
votes are published (E. Voeten, "Data and Analyses of Voting in the United Nations General Assembly", 2013).

Roll calls: rcid, date, and if they are there unres, short, descr. Votes: rcid, country, country_code (ISO 3166
alpha-2), vote (yes, abstain, no). Issues: rcid, short_name, issue. Other columns are passed over.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct

from goodoffices.errors import BadArgument, GoodOfficesError, NotFound, Refused
from goodoffices.exchange.table_files import TableFile, table_file, table_rows
from goodoffices.standing.rollcalls import ABSENT, VOTES, Call, RollCalls
from goodoffices.vocabulary.party import territories
from goodoffices.vocabulary.rolls import COLUMNS


class VoteTable(Struct, frozen=True):
    """The roll calls; the names of their parties as the table has them; the labels of its issues; rows refused."""

    calls: RollCalls
    names: dict[str, str]
    issues: dict[str, str]
    refused: tuple[Refused, ...]


def read_votes(calls: Path, votes: Path, issues: Path | None = None) -> VoteTable:
    """Reads the tables from files; as `votes_in`. NotFound for a file that cannot be read."""
    return votes_in(table_file(calls), table_file(votes), table_file(issues) if issues else None)


def votes_in(calls: TableFile, votes: TableFile, issues: TableFile | None = None) -> VoteTable:
    """Reads the tables. A party is the one of this ISO code (id as in the vocabulary), else its name in small letters.

    A row that cannot be used is refused by its line and the rest goes on: a vote that is none, a day that is none, a
    vote in a call that is not there, a second vote of a party in a call. NotFound for a file that cannot be read,
    BadArgument for one without the columns.
    """
    refused: list[Refused] = []
    labels: dict[str, str] = {}
    filed: dict[str, list[str]] = {}
    if issues:
        for _, row in _rows(issues, COLUMNS["issues"]):
            labels[row[1]] = row[2]
            filed.setdefault(_number(row[0]), []).append(row[1])
    listed: dict[str, Call] = {}
    for line, row in _rows(calls, COLUMNS["calls"], ("unres", "short", "descr")):
        try:
            call = _number(row[0])
            day = _day(row[1])
            if not call or call in listed:
                raise BadArgument("a roll call has a number of its own", call, "The first of that number was kept.")
        except GoodOfficesError as error:
            refused.append(Refused(f"{calls.name}, line {line}", error))
            continue
        title = next((text for text in (row[3], row[4], row[2]) if text), "")
        listed[call] = Call(id=call, date=day, title=title, issues=tuple(sorted(set(filed.get(call, ())))))
    found, names, more = _ballots(votes, list(listed.values()))
    return VoteTable(found, names, labels, (*refused, *more))


def _ballots(table: TableFile, calls: Sequence[Call]) -> tuple[RollCalls, dict[str, str], list[Refused]]:
    known = {p.codes["cldr"]: p.id for p in territories()}
    rows = {call.id: n for n, call in enumerate(calls)}
    places: dict[str, int] = {vote: n for n, vote in enumerate(VOTES)}
    columns: dict[str, int] = {}
    names: dict[str, str] = {}
    refused: list[Refused] = []
    cast: list[tuple[int, int, int]] = []
    seen: set[tuple[int, int]] = set()
    for line, (call, country, code, vote) in _rows(table, COLUMNS["votes"]):
        row, place = rows.get(_number(call)), places.get(vote.strip().casefold())
        party = known.get(code.strip().upper()) or country.strip().casefold()
        column = columns.setdefault(party, len(columns))
        if row is None or place is None or not party or (row, column) in seen:
            refused.append(Refused(f"{table.name}, line {line}", _refusal(row, place, party, call, vote)))
            continue
        seen.add((row, column))
        names.setdefault(party, country.strip())
        cast.append((row, column, place))
    order = sorted((party for party in columns if party in names), key=lambda party: (names[party].casefold(), party))
    target = {columns[party]: n for n, party in enumerate(order)}
    ballots = np.full((len(calls), len(order)), ABSENT, dtype=np.int8)
    if cast:
        held = np.array(cast, dtype=np.int64)
        moved = np.array([target.get(n, 0) for n in range(len(columns))])
        ballots[held[:, 0], moved[held[:, 1]]] = held[:, 2]
    return RollCalls(calls, order, ballots), {party: names[party] for party in order}, refused


def _refusal(row: int | None, place: int | None, party: str, call: str, vote: str) -> GoodOfficesError:
    if place is None:
        return BadArgument(f"a vote is one of {', '.join(VOTES)}", vote, "Leave out who did not vote.")
    if not party:
        return BadArgument("a vote is a party's", "", "Name the country.")
    if row is None:
        return NotFound("a vote belongs to a roll call of the table", call, "Add the roll call, or drop the vote.")
    return BadArgument("a party votes once in a roll call", party, "Keep the vote that counts; the first was kept.")


def _rows(table: TableFile, columns: Sequence[str], more: Sequence[str] = ()) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The cells of `columns` and, "" where they are not, of `more`, with the number of the line they end on."""
    rows = table_rows(table)
    heads = [head.strip().casefold() for head in next(rows, (0, []))[1]]
    lacking = [column for column in columns if column not in heads]
    if lacking:
        raise BadArgument(f"{table.name} has the columns {', '.join(columns)}", heads, f"Add {', '.join(lacking)}.")
    places = [heads.index(column) if column in heads else None for column in (*columns, *more)]
    for line, row in rows:
        yield line, tuple(row[n] if n is not None and n < len(row) else "" for n in places)


def _number(written: str) -> str:
    """A call's number as some tables write it with a fraction: "3.0" is "3"."""
    return written.strip().removesuffix(".0")


def _day(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written.strip())
    except ValueError as error:
        raise BadArgument("a roll call has a day, YYYY-MM-DD", written, "Give the day of the vote.") from error
