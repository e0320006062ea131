"""Swings of large bodies with one quota of weights, exactly.

With F(k, s) as in `by_weight` and C its sum over s up to t, the sum of G without member i telescopes: it is
C(k, t) - C(k - 1, t - w) + C(k - 2, t - 2w) - …, so that only a few places of C are looked at for each member. A quota
above half is counted by what stops it: who turns a coalition of k others there turns the n - 1 - k others here.

The counts exceed 64 bits and are held in limbs, for each size as many as its coalitions need. Members join from the
lightest to the heaviest, so that coalitions of k weigh no less than the k lightest and no more than the k last to join,
and only what lies between is added. A batch of them joins at a time, each one size above the next, so that what they
add to is still in the cache.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import comb, gcd

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from goodoffices.formats.profiles import Ints, threshold
from goodoffices.formats.rule import Rule

LIMB = 50  # bits; 14 more take the doublings of a batch, or the sum over SPAN weights
BATCH = 13
SPAN = 2**13
CELLS = 120_000_000  # 960 MB of counts

Limbs = npt.NDArray[np.uint64]


def one_quota(rule: Rule) -> tuple[dict[str, int], int] | None:
    """The weights and the quota of a rule that is nothing else; None for another, or where they come to too much."""
    if len(rule.ways) != 1 or rule.ways[0].blocks or len(rule.ways[0].chambers) != 1:
        return None
    (chamber,) = rule.ways[0].chambers
    weights = {member: chamber.of(member) for member in rule.members}
    unit = gcd(*weights.values()) or 1
    weights, quota = {member: weight // unit for member, weight in weights.items()}, -(-threshold(chamber) // unit)
    below = min(quota, sum(weights.values()) - quota + 1)
    cells = sum(row.limbs * row.wide for row in _shapes(sorted(weights.values()), below))
    return None if cells > CELLS else (weights, quota)


def by_quota(weights: Mapping[str, int], quota: int) -> tuple[int, dict[str, tuple[int, ...]]]:
    """The number of winning coalitions, and for each member its swings by size of the coalition it joins."""
    stops = sum(weights.values()) - quota + 1
    if quota <= stops:
        losing, found = _below(weights, quota)
        return 2 ** len(weights) - losing, found
    winning, found = _below(weights, stops)
    return winning, {member: turned[::-1] for member, turned in found.items()}


def _below(weights: Mapping[str, int], quota: int) -> tuple[int, dict[str, tuple[int, ...]]]:
    """The number of coalitions below the quota, and the swings."""
    members, unlike = len(weights), sorted(set(weights.values()) - {0})
    looks, losing = _Looks(unlike, quota, members), [0] * (members + 1)
    for size, (least, row) in enumerate(_rows(sorted(weights.values()), quota)):
        losing[size] = sum(int(limb[-1]) << LIMB * n for n, limb in enumerate(row))
        looks.into(size, least, row.view(np.int64))
    swings = {0: (0,) * members}
    for weight, found in zip(unlike, looks.found(), strict=True):
        # up to quota - 1, less up to quota - 1 - weight
        swings[weight] = tuple(found[k] + found[k + 1] - losing[k + 1] for k in range(members))
    return sum(losing), {member: swings[weight] for member, weight in weights.items()}


class _Looks:
    """The places of C that are looked at: for each weight w the quota - 1 - jw, j = 0, 1, …, the highest first."""

    def __init__(self, unlike: Sequence[int], quota: int, members: int) -> None:
        steps = [np.arange(min(members, (quota - 1) // weight) + 1) for weight in unlike]
        places = np.concatenate([quota - 1 - weight * step for weight, step in zip(unlike, steps, strict=True)])
        order = np.argsort(-places, kind="stable")
        self._wide = 2 * members + 1
        cells = np.concatenate([number * self._wide + step for number, step in enumerate(steps)])
        self._places, self._cells = places[order], cells[order]
        self._signs = (1 - np.concatenate(steps) % 2 * 2)[order]
        self._found = np.zeros((_limbs(2**members), len(unlike) * self._wide), dtype=np.int64)

    def into(self, size: int, least: int, row: Ints) -> None:
        """Adds what the coalitions of a size give, of which C is known from `least` on."""
        last = int(np.searchsorted(-self._places, -least, side="right"))
        at = np.minimum(self._places[:last] - least, row.shape[1] - 1)
        for found, limb in zip(self._found, row, strict=False):
            found[self._cells[:last] + size] += self._signs[:last] * limb[at]

    def found(self) -> list[list[int]]:
        """For each weight G summed up to quota - 1, by size."""
        shaped = self._found.reshape(len(self._found), -1, self._wide)
        whole = np.sum([limb.astype(object) << LIMB * n for n, limb in enumerate(shaped)], axis=0)
        return [list(row) for row in whole]


class _Shape(Struct, frozen=True):
    """The coalitions of one size below the quota: the least they weigh, how many weights from there, and limbs."""

    least: int
    wide: int
    limbs: int


def _shapes(weights: Sequence[int], quota: int) -> list[_Shape]:
    members, upto = len(weights), list(accumulate(weights, initial=0))
    return [
        _Shape(
            upto[size],
            min(upto[members] - upto[members - size], quota - 1) - upto[size] + 1,
            _limbs(comb(members, size)),
        )
        for size in range(bisect_left(upto, quota))
    ]


def _limbs(most: int) -> int:
    """Enough for a number up to `most`."""
    return -(-most.bit_length() // LIMB)


def _rows(weights: Sequence[int], quota: int) -> Iterator[tuple[int, Limbs]]:
    """C(k, t) for each size k: the least weight t it begins with, and its limbs (the lowest first) from there up to the
    quota, or to where it stays as it is.
    """
    members, upto = len(weights), list(accumulate(weights, initial=0))
    shapes = _shapes(weights, quota)
    rows = [np.zeros((shape.limbs, shape.wide), dtype=np.uint64) for shape in shapes]
    rows[0][0, 0] = 1
    for first in range(0, members, BATCH):
        batch = range(first, min(first + BATCH, members))
        joins = list(_joins(weights, upto, quota, batch, len(rows)))
        for n in range(_limbs(2**batch.stop)):
            for join in joins:
                if n < join.limbs:
                    rows[join.size][n, join.start : join.end] += rows[join.size - 1][n, : join.end - join.start]
        for size, row in enumerate(rows[: batch.stop + 1]):
            wide = min(upto[batch.stop] - upto[batch.stop - size], quota - 1) - upto[size] + 1
            for at in range(0, wide, SPAN):
                _carry(row[: _limbs(comb(batch.stop, size)), at : min(at + SPAN, wide)])
    for shape, row in zip(shapes, rows, strict=True):
        yield shape.least, _summed(row)


class _Join(Struct, frozen=True):
    """The coalitions of size - 1, with one more member, come to those of a size, from `start` to `end` in its row."""

    size: int
    start: int
    end: int
    limbs: int


def _joins(weights: Sequence[int], upto: Sequence[int], quota: int, batch: range, sizes: int) -> Iterator[_Join]:
    """In an order in which each takes from what the one before it in the batch left, and nothing later."""
    for lowest in range(min(batch.stop, sizes - 1), 1 - len(batch), -1):
        for size, joined in enumerate(batch, start=lowest):
            if 1 <= size <= min(joined + 1, sizes - 1):
                start = upto[size - 1] + weights[joined]
                last = min(upto[joined] - upto[joined - size + 1] + weights[joined], quota - 1)
                if start <= last:
                    yield _Join(size, start - upto[size], last - upto[size] + 1, _limbs(comb(joined, size - 1)))


def _summed(row: Limbs) -> Limbs:
    """C of F, a span of weights at a time, so that no limb runs over."""
    before = np.zeros(len(row), dtype=np.uint64)
    for start in range(0, row.shape[1], SPAN):
        span = row[:, start : start + SPAN]
        span[:, 0] += before
        np.cumsum(span, axis=1, out=span)
        _carry(span)
        before = span[:, -1]
    return row


def _carry(limbs: Limbs) -> None:
    """What exceeds a limb goes to the next; the last one's is within what all coalitions are."""
    for low, high in pairwise(limbs):
        high += low >> np.uint64(LIMB)
        low &= np.uint64(2**LIMB - 1)
