"""Dyads of voters: how far two agree, over all roll calls, by year and by issue."""

import datetime as dt
from itertools import combinations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from goodoffices.errors import BadArgument
from goodoffices.standing.agreement import Agreement, agreement
from goodoffices.standing.rollcalls import ABSENT, VOTES, RollCalls


class Dyad(Struct, frozen=True, kw_only=True):
    """Two voters. absent: roll calls in which one of the two or both did not vote; they are left out and counted."""

    one: str
    other: str
    agreement: Agreement
    absent: int
    since: dt.date | None
    until: dt.date | None


def dyad(calls: RollCalls, one: str, other: str, *, squared: bool = False) -> Dyad:
    """How far two parties agree. NotFound for one that never voted, BadArgument for one party twice."""
    if one == other:
        raise BadArgument("a dyad is of two parties", one, "Name another party.")
    first, second = calls.ballots[:, calls.place(one)], calls.ballots[:, calls.place(other)]
    both = (first != ABSENT) & (second != ABSENT)
    together = np.zeros((len(VOTES), len(VOTES)), dtype=np.int64)
    np.add.at(together, (first[both], second[both]), 1)
    return _dyad(calls, one, other, together, squared)


def dyads(calls: RollCalls, *, squared: bool = False) -> tuple[Dyad, ...]:
    """Every pair of the parties, in the order in which the table names them: nine matrix products count all votes."""
    cast: list[npt.NDArray[np.float32]] = [(calls.ballots == n).astype(np.float32) for n in range(len(VOTES))]
    counts = np.array([[a.T @ b for b in cast] for a in cast]).round().astype(np.int64)  # exact below 2**24 calls
    return tuple(
        _dyad(calls, calls.parties[p], calls.parties[q], counts[:, :, p, q], squared)
        for p, q in combinations(range(len(calls.parties)), 2)
    )


def by_year(calls: RollCalls, one: str, other: str, *, squared: bool = False) -> dict[int, Dyad]:
    """The dyad in each calendar year that has a roll call."""
    years = sorted({call.date.year for call in calls.calls})
    spans = {year: (dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in years}
    pair = calls.only(parties=(one, other))
    return {
        year: dyad(pair.only(since=since, until=until), one, other, squared=squared)
        for year, (since, until) in spans.items()
    }


def by_issue(calls: RollCalls, one: str, other: str, *, squared: bool = False) -> dict[str, Dyad]:
    """The dyad on each issue; a call filed under several counts in each."""
    pair = calls.only(parties=(one, other))
    issues = sorted({issue for call in calls.calls for issue in call.issues})
    return {issue: dyad(pair.only(issue=issue), one, other, squared=squared) for issue in issues}


def _dyad(calls: RollCalls, one: str, other: str, together: npt.NDArray[np.int64], squared: bool) -> Dyad:
    found = agreement(together, squared=squared)
    return Dyad(
        one=one,
        other=other,
        agreement=found,
        absent=len(calls) - found.calls,
        since=calls.calls[0].date if calls.calls else None,
        until=calls.calls[-1].date if calls.calls else None,
    )
