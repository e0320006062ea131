"""Swings of large bodies with one quota of weights, exactly.

With F(k, s) as in `by_weight` and C its sum over s up to t, the sum of G without member i telescopes: it is
C(k, t) - C(k - 1, t - w) + C(k - 2, t - 2w) - …, so that only a few places of C are looked at for each member. The
counts exceed 64 bits and are held in limbs of 44; members join from the lightest to the heaviest, so that coalitions of
k weigh no less than the k lightest and no more than the k last to join, and only what lies between is added.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from goodoffices.formats.profiles import Ints
from goodoffices.formats.rule import Rule

LIMB = 44  # bits; 20 more take the doublings of STEPS members, or the sum over 2**20 weights
STEPS = 19
CELLS = 120_000_000  # sizes x weights below the quota x limbs: 960 MB at most, a third of it as a rule

Limbs = npt.NDArray[np.uint64]


def one_quota(rule: Rule) -> tuple[dict[str, int], int] | None:
    """The weights and the quota of a rule that is nothing else; None for another, or where they come to too much."""
    if len(rule.ways) != 1 or rule.ways[0].blocks or len(rule.ways[0].chambers) != 1:
        return None
    (chamber,) = rule.ways[0].chambers
    weights = {member: chamber.weights.get(member, 0) for member in rule.members}
    if chamber.share or (len(weights) + 1) * chamber.quota * _limbs(len(weights)) > CELLS:
        return None
    return weights, chamber.quota


def by_quota(weights: Mapping[str, int], quota: int) -> tuple[int, dict[str, tuple[int, ...]]]:
    """The number of winning coalitions, and for each member its swings by size of the coalition it joins."""
    members = len(weights)
    rows = _rows(sorted(weights.values()), quota)
    losing, swings = 0, {weight: [0] * members for weight in weights.values()}
    for limb in range(_limbs(members)):
        below = np.zeros((quota, members + 1), dtype=np.int64)  # C, a weight a line: a look takes all sizes at once
        for size, (first, row) in enumerate(rows):
            below[first : first + row.shape[1], size] = row[limb]
            below[first + row.shape[1] :, size] = row[limb, -1]
        losing += int(below[-1].sum()) << (LIMB * limb)
        for weight, found in swings.items():
            for size, count in enumerate(_swings(below, weight).tolist()):
                found[size] += count << (LIMB * limb)
    return 2**members - losing, {member: tuple(swings[weight]) for member, weight in weights.items()}


def _limbs(members: int) -> int:
    """Enough for the number of all coalitions."""
    return members // LIMB + 1


def _rows(weights: Sequence[int], quota: int) -> list[tuple[int, Limbs]]:
    """C(k, t) for each size k: the least weight t it begins with, and its limbs (the lowest first) from there up to the
    quota, or to where it stays as it is.
    """
    members, upto = len(weights), list(accumulate(weights, initial=0))
    rows: list[Limbs] = []
    for size in range(bisect_left(upto, quota)):
        last = min(upto[members] - upto[members - size], quota - 1)
        rows.append(np.zeros((_limbs(members), last - upto[size] + 1), dtype=np.uint64))
    rows[0][0, 0] = 1
    used = 1
    for joined, weight in enumerate(weights):
        for size in range(min(joined + 1, len(rows) - 1), 0, -1):
            start = upto[size - 1]
            last = min(upto[joined] - upto[joined - size + 1], quota - 1 - weight)
            if last >= start:
                moved = start + weight - upto[size]
                rows[size][:used, moved : moved + last - start + 1] += rows[size - 1][:used, : last - start + 1]
        if (joined + 1) % STEPS == 0:
            used = _limbs(joined + 1)
            for row in rows[: joined + 2]:
                _carry(row[:used])
    for row in rows:
        _carry(row)
        np.cumsum(row, axis=1, out=row)
        _carry(row)
    return list(zip(upto, rows, strict=False))


def _carry(limbs: Limbs) -> None:
    """What exceeds a limb goes to the next; the last one's is within what all coalitions are."""
    for low, high in pairwise(limbs):
        high += low >> np.uint64(LIMB)
        low &= np.uint64(2**LIMB - 1)


def _swings(below: Ints, weight: int) -> Ints:
    """G summed over the weights from quota - weight to quota - 1, for each size."""
    quota, sizes = below.shape
    if not weight:
        return np.zeros(sizes - 1, dtype=np.int64)
    found = below[quota - 1].copy()
    for step, place in enumerate(range(quota - 1 - weight, -1, -weight), start=1):
        if step == sizes:
            break
        if step % 2:
            found[step:] -= below[place, : sizes - step]
        else:
            found[step:] += below[place, : sizes - step]
    # up to quota - 1, less up to quota - 1 - weight
    summed: Ints = found[:-1] + found[1:] - below[quota - 1, 1:]
    return summed
