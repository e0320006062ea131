"""How alike pairs of parties voted, year by year."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import combinations

from goodoffices.desk.affairs.rolls import Rolls
from goodoffices.pictures import Picture
from goodoffices.pictures.harmony import AGREEMENT, Pair, Point, harmony
from goodoffices.standing import Dyad, dyad
from goodoffices.standing.dyads import by_year
from goodoffices.standing.rollcalls import RollCalls

PAIRS = 10
"""As many as five parties make."""
NOTE = (
    "Lijphart's index by year: 1 for the very same votes, a half where one abstains beside a yes or a no, 0 for a yes "
    "against a no. A roll call in which one took no part gives an interval, never a guess."
)


def of_votes(rolls: Rolls, parties: Sequence[str], issue: str | None = None, most: int = PAIRS) -> Picture | None:
    """Of the pairs among `parties` (ids), in their order; None where no two of them ever both voted. issue: only roll
    calls on it; most: how many pairs are drawn, those that voted least alike.
    """
    chosen = list(combinations(parties, 2))
    seen = rolls.table.calls.only(issue=issue, parties=parties)
    years = {pair: by_year(seen, *pair) for pair in _apart(seen, chosen, most)}
    known = {year for found in years.values() for year, one in found.items() if one.agreement.calls}
    if not known:
        return None
    pairs = [_pair(pair, found, min(known), rolls.table.names) for pair, found in years.items()]
    left = len(chosen) - len(pairs)
    more = f" Of {len(chosen)} pairs those {len(pairs)} are drawn that voted least alike." if left else ""
    finding = _finding(pairs, seen)
    return harmony("How alike they voted, year by year", finding, NOTE + more, pairs, AGREEMENT)


def _apart(seen: RollCalls, chosen: Sequence[tuple[str, str]], most: int) -> list[tuple[str, str]]:
    """As many as `most` of the pairs, those least alike over all, in the order given."""
    if len(chosen) <= most:
        return list(chosen)

    def alike(pair: tuple[str, str]) -> float:
        found = dyad(seen, *pair).agreement.lijphart
        return 2.0 if found is None else found  # who never both voted comes last

    least = set(sorted(chosen, key=alike)[:most])
    return [pair for pair in chosen if pair in least]


def _pair(pair: tuple[str, str], years: Mapping[int, Dyad], first: int, names: Mapping[str, str]) -> Pair:
    points = tuple(_point(year, one) for year, one in sorted(years.items()) if year >= first)
    return Pair(one=names[pair[0]], other=names[pair[1]], points=points)


def _point(year: int, one: Dyad) -> Point:
    """The year's index, and what it would be had those votes that are not on record all been apart, or all alike."""
    both, absent, value = one.agreement.calls, one.absent, one.agreement.lijphart
    held, whole = both * (value or 0.0), both + absent
    return Point(
        day=one.until or dt.date(year, 12, 31),
        value=value,
        low=held / whole if whole else 0.0,
        high=(held + absent) / whole if whole else 1.0,
        known=both,
        members=whole,
        ref=f"y-{year}",
    )


def _finding(pairs: Sequence[Pair], seen: RollCalls) -> str:
    told = [(pair, point) for pair in pairs for point in reversed(pair.points) if point.value is not None]
    last = max(point.day.year for _, point in told)
    then = [(pair, point.value or 0.0) for pair, point in told if point.day.year == last]
    nearest, near = max(then, key=lambda one: one[1])
    furthest, far = min(then, key=lambda one: one[1])
    span = f"{seen.calls[0].date.year} to {seen.calls[-1].date.year}"
    said = f"{len(seen):,} roll calls, {span}. In {last}, the last year in which two of them voted, "
    if len(then) == 1:
        return f"{said}{nearest.one} and {nearest.other} stood at {near:.2f} of 1."
    if near == far:
        return f"{said}all pairs stood at {near:.2f} of 1."
    most = f"{nearest.one} and {nearest.other} voted most alike, at {near:.2f} of 1"
    return f"{said}{most}; {furthest.one} and {furthest.other} least, at {far:.2f}."
