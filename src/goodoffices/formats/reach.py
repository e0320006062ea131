"""What a body did in the record: how often it met and decided, and what became of what it set."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

GAP = 365  # days without a meeting after which a body is said to have been quiet


class Quiet(Struct, frozen=True, kw_only=True):
    """A time without a meeting in the record; until: None where none has followed by the day looked at."""

    since: dt.date
    until: dt.date | None
    days: int


class Reach(Struct, frozen=True, kw_only=True):
    """A body's reach in the record by a day. meetings: how many, undated ones among them; with_text: those that
    issued a document; without_text: those of which the record says there was none; between: median days from one
    dated meeting to the next, None below two; quiet: times of more than a year without one; decisions: of the body as
    such; provisions: state -> how many of those set by its meetings and decisions stand so.
    """

    meetings: int
    undated: int
    first: dt.date | None
    last: dt.date | None
    with_text: int
    without_text: int
    between: float | None
    quiet: tuple[Quiet, ...]
    decisions: int
    provisions: dict[str, int]


class Met(Struct, frozen=True, kw_only=True):
    """One meeting: its day, None where the record has none; outcome: as the claim kind has it."""

    day: dt.date | None
    outcome: str = ""


def reach(
    meetings: Sequence[Met], decisions: int, states: Mapping[str, str] | Iterable[tuple[str, str]], as_of: dt.date
) -> Reach:
    """Sums a body's record up. states: provision (matter id) -> its state on the day."""
    days = sorted(met.day for met in meetings if met.day is not None)
    stood: dict[str, int] = {}
    for state in dict(states).values():
        stood[state] = stood.get(state, 0) + 1
    spans = [(one, other) for one, other in pairwise(days) if (other - one).days > GAP]
    quiet = [Quiet(since=one, until=other, days=(other - one).days) for one, other in spans]
    if days and (as_of - days[-1]).days > GAP:
        quiet.append(Quiet(since=days[-1], until=None, days=(as_of - days[-1]).days))
    return Reach(
        meetings=len(meetings),
        undated=len(meetings) - len(days),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        with_text=sum(met.outcome not in ("", "none") for met in meetings),
        without_text=sum(met.outcome == "none" for met in meetings),
        between=median((other - one).days for one, other in pairwise(days)) if len(days) > 1 else None,
        quiet=tuple(quiet),
        decisions=decisions,
        provisions=dict(sorted(stood.items())),
    )
