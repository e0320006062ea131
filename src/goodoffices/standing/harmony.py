"""Harmony: how far the members of a body stand together, on one issue and over several.

A = 1 - D / Dmax on an issue, among the members whose position is known (see `discord` for D). Dmax is the largest D
over all assignments of the issue's available options to those members, so that A lies between 0 and 1. Members whose
position is unknown give an interval, the worst and the best completion; never a guess.
"""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from goodoffices.errors import BadArgument
from goodoffices.standing.discord import loads_of, scaled_bounds, scaled_discord, unscaled_bounds, unscaled_discord


class Stand(Struct, frozen=True, kw_only=True):
    """Where a member stands on an issue. salience: how much it matters to the member, above 0; None where unknown."""

    stance: str
    salience: float | None = None


class Harmony(Struct, frozen=True, kw_only=True):
    """How far members stand together, 0 to 1; None where fewer than two positions are known.

    low, high: over every position the other members may hold; None where there are no two members, or no options.
    known, members: how many positions are known, of how many; on several issues, summed over these.
    weighted: whether saliences weigh, which they do only where every member's is known.
    """

    value: float | None
    low: float | None
    high: float | None
    known: int
    members: int
    weighted: bool

    @property
    def coverage(self) -> float:
        """The share of positions that are known."""
        return self.known / self.members if self.members else 0.0


def harmony(
    members: Sequence[str],
    stands: Mapping[str, Stand],
    *,
    scale: Sequence[str] = (),
    options: Sequence[str] = (),
) -> Harmony:
    """The harmony of `members` on one issue. stands: member -> where it stands, for those whose position is known.

    scale: the options in order, evenly spaced, where the issue has them so; else the options that are available without
    order, by default those that the known members hold (two at least, for nobody must agree). BadArgument for a stance
    that is none of these, a member named twice, an unknown one, or a salience that is not above 0.
    """
    available = list(scale or options or dict.fromkeys(stand.stance for stand in stands.values()))
    _check(members, stands, available)
    known = [m for m in members if m in stands]
    weights = _weights(members, stands)
    if len(members) < 2 or not available:
        return _of(None, None, len(known), len(members), weights)
    kinds = max(2, len(available))
    held = {m: weights[m] for m in known}
    missing = [weights[m] for m in members if m not in stands]
    if scale:
        places = [(available.index(stands[m].stance), weight) for m, weight in held.items()]
        found = scaled_discord(places)
        most = scaled_bounds([], list(held.values()), kinds)[1]
        bounds = scaled_bounds(places, missing, kinds)
        furthest = scaled_bounds([], list(weights.values()), kinds)[1]
    else:
        loads = loads_of(held, available, {m: stands[m].stance for m in known})
        found = unscaled_discord(loads)
        most = unscaled_bounds([], list(held.values()), kinds)[1]
        bounds = unscaled_bounds(loads, missing, kinds)
        furthest = unscaled_bounds([], list(weights.values()), kinds)[1]
    interval = (1 - bounds[1] / furthest, 1 - bounds[0] / furthest)
    value = 1 - found / most if len(known) > 1 else None
    return _of(value, interval, len(known), len(members), weights)


def body_harmony(issues: Mapping[str, Harmony], salience: Mapping[str, float] | None = None) -> Harmony:
    """The mean over issues, weighted by `salience` (issue -> weight, above 0), by default alike.

    The value is the mean over the issues where harmony is defined; the interval takes in the others, 0 to 1 where they
    have none. BadArgument without an issue or for a weight that is missing or not above 0.
    """
    if not issues:
        raise BadArgument("harmony is over one issue at least", 0, "Name an issue.")
    weigh = dict.fromkeys(issues, 1.0) if salience is None else {i: salience.get(i, 0.0) for i in issues}
    if any(weight <= 0 or not math.isfinite(weight) for weight in weigh.values()):
        raise BadArgument("an issue's weight is a number above 0", weigh, "Leave the issue out, or weigh it.")
    whole = sum(weigh.values())
    defined = {i: one.value for i, one in issues.items() if one.value is not None}
    heard = sum(weigh[i] for i in defined)
    value = sum(weigh[i] * one for i, one in defined.items()) / heard if defined else None
    low = sum(weigh[i] * (one.low or 0.0) for i, one in issues.items()) / whole
    high = sum(weigh[i] * (1.0 if one.high is None else one.high) for i, one in issues.items()) / whole
    return Harmony(
        value=value,
        low=low,
        high=high,
        known=sum(one.known for one in issues.values()),
        members=sum(one.members for one in issues.values()),
        weighted=all(one.weighted for one in issues.values()),
    )


def _check(members: Sequence[str], stands: Mapping[str, Stand], available: Sequence[str]) -> None:
    if len(set(members)) < len(members) or len(set(available)) < len(available):
        raise BadArgument("members and options are named once", [*members, *available], "Remove the second.")
    for member, stand in stands.items():
        if member not in members:
            raise BadArgument("only a member's position counts", member, "Add it to the members, or leave it out.")
        if stand.stance not in available:
            raise BadArgument(f"{member} holds one of the issue's options", stand.stance, f"These are {available}.")
        if stand.salience is not None and not (stand.salience > 0 and math.isfinite(stand.salience)):
            raise BadArgument(
                f"the salience of {member} is a number above 0", stand.salience, "Leave it out if unknown."
            )


def _weights(members: Sequence[str], stands: Mapping[str, Stand]) -> dict[str, int]:
    """Whole numbers in the ratio of the saliences, which count only where every member's is known; else 1 each."""
    saliences = [stands[m].salience if m in stands else None for m in members]
    if None in saliences:
        return dict.fromkeys(members, 1)
    exact = [Fraction(str(s)) for s in saliences]
    common = math.lcm(*(e.denominator for e in exact)) if exact else 1
    whole = [int(e * common) for e in exact]
    shared = math.gcd(*whole) or 1
    return {m: w // shared for m, w in zip(members, whole, strict=True)}


def _of(
    value: float | None, interval: tuple[float, float] | None, known: int, members: int, weights: Mapping[str, int]
) -> Harmony:
    low, high = interval or (None, None)
    return Harmony(
        value=value, low=low, high=high, known=known, members=members, weighted=any(w > 1 for w in weights.values())
    )
