"""Harmony over time: the pairs known on most issues in common, at the end of each year and on the day asked."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from goodoffices.desk.affairs.status import counted
from goodoffices.pictures import Picture
from goodoffices.pictures.harmony import Pair, Point
from goodoffices.pictures.harmony import harmony as drawn
from goodoffices.record import Snapshot
from goodoffices.standing import Stance, body_harmony, on_issues, stances
from goodoffices.tracking.days import spelled
from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.party import Parties

PAIRS, YEARS = 3, 20  # pairs; as many years before the day
DAY_TOLD = "A = 1 − D/Dmax over the issues of either; an unknown position gives an interval, never a guess."


def of_harmony(
    snapshot: Snapshot, as_of: dt.date, *, scales: Mapping[str, Sequence[str]] | None = None, proposals: bool = False
) -> Picture | None:
    """Pair by pair; None where no pair is ever known on one issue. scales: issue -> its options in order, in place
    of those that positions give, which hold for the days on which they are given.
    """
    claims = snapshot.claims(kind="position", states=counted(proposals))
    held = stances(claims, as_of)
    chosen, left = _chosen(held)
    if not chosen:
        return None
    on = {day: stances(claims, day) for day in _days(claims, as_of)}
    names = snapshot.parties()
    pairs = [_pair(one, other, on, scales, names) for one, other in chosen]
    if all(point.value is None for pair in pairs for point in pair.points):
        return None
    more = f" Shown are the {len(pairs)} pairs with most issues in common, of {left + len(pairs)}." if left else ""
    return drawn("How far they stand together, over time", _finding(pairs), DAY_TOLD + more, pairs)


def _chosen(held: Iterable[Stance]) -> tuple[list[tuple[str, str]], int]:
    """The pairs whose positions are known on most of the same issues, in neutral order, and how many are left out."""
    on: dict[str, set[str]] = {}
    for stance in held:
        if not stance.alleged_by:
            on.setdefault(stance.party, set()).update([stance.issue] if stance.stance else ())
    pairs = list(combinations(sorted(on), 2))
    common = sorted(pairs, key=lambda pair: -len(on[pair[0]] & on[pair[1]]))[:PAIRS]
    return sorted(common), len(pairs) - len(common)


def _days(claims: Sequence[Reviewed], as_of: dt.date) -> list[dt.date]:
    """The last day of each year from the first position on, and the day itself."""
    firsts = [r.claim.valid.latest or r.claim.valid.earliest for r in claims if r.claim.valid]
    first = min((day.year for day in firsts if day), default=as_of.year)
    years = range(max(first, as_of.year - YEARS), as_of.year)
    return [*(dt.date(year, 12, 31) for year in years), as_of]


def _pair(
    one: str,
    other: str,
    on: Mapping[dt.date, Sequence[Stance]],
    scales: Mapping[str, Sequence[str]] | None,
    names: Parties,
) -> Pair:
    points = tuple(_point(day, (one, other), held, scales) for day, held in on.items())
    return Pair(one=names.name(one), other=names.name(other), points=points)


def _point(
    day: dt.date, pair: tuple[str, str], held: Sequence[Stance], scales: Mapping[str, Sequence[str]] | None
) -> Point:
    lines = on_issues(held, pair, given=scales)
    if not lines:
        return Point(day=day, value=None, low=0.0, high=1.0, known=0, members=0)
    whole = body_harmony({line.issue: line.harmony for line in lines})
    return Point(
        day=day,
        value=whole.value,
        low=whole.low or 0.0,
        high=1.0 if whole.high is None else whole.high,
        known=whole.known,
        members=whole.members,
        ref=f"k-{lines[0].stances[0].claims[0][0]}",
    )


def _finding(pairs: Sequence[Pair]) -> str:
    last = [(pair, value) for pair in pairs if (value := pair.points[-1].value) is not None]
    if not last:
        return "On the day asked no pair has two positions on one issue: how far they stand together cannot be said."
    nearest, value = max(last, key=lambda pair: pair[1])
    point = nearest.points[-1]
    said = f"{nearest.one} and {nearest.other} stand nearest on {spelled(point.day)}, at {value:.2f} of 1"
    before = [point.value for point in nearest.points[:-1] if point.value is not None]
    then = f"; it was {before[0]:.2f} when first known" if before else ""
    said += f", {point.known} of {point.members} positions known"
    gaps = sum(point.value is None for pair in pairs for point in pair.points)
    return f"{said}{then}. In {gaps} of {sum(len(p.points) for p in pairs)} places it is not known."
