"""Swings under any rule, by going through every coalition, each one bit.

In yes and no every chamber and block is a threshold on what those in favour weigh, so that a coalition of the whole,
one of the first half of the members with one of the second, adopts by a few comparisons; what one half weighs is looked
up by its place in order, for which 16 bits do whatever the weights are. The coalitions of the first half stand by
size, each size from a word of its own on, so that the ones of a word are counted at once.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from goodoffices.formats.profiles import Bools, Ints, Part, threshold
from goodoffices.formats.rule import Rule

MEMBERS = 30  # 2**30 coalitions, some seconds
WORD = 64
AT_ONCE = 2**23  # coalitions

Words = npt.NDArray[np.uint64]


def by_bits(rule: Rule) -> tuple[int, dict[str, tuple[int, ...]]]:
    """The number of winning coalitions, and for each member its swings by size of the coalition it joins."""
    count, half = len(rule.members), len(rule.members) // 2
    low, high = _subsets(count - half), _subsets(half)
    places, starts = _places(low.sum(axis=1))
    wide = (int(places.max()) // WORD + 1) * WORD
    masks = np.zeros((1 + count - half, wide), dtype=bool)
    masks[:, places] = np.vstack([np.ones(len(low), dtype=bool), low.T])
    words, sizes = _packed(masks), high.sum(axis=1)
    held = np.zeros((1 + count, count + 1), dtype=np.int64)  # winning, by size: all, and those with each member
    step = max(1, AT_ONCE // wide)
    for rows in (slice(at, at + step) for at in range(0, len(high), step)):
        adopts = _packed(_adopt(rule, low, high[rows], places, wide))
        for n, mask in enumerate(words):
            ones = np.add.reduceat(np.bitwise_count(adopts & mask), starts, axis=1, dtype=np.int64)
            _add(held[n], sizes[rows], ones)
            for m, within in enumerate(high[rows].T if n == 0 else ()):
                _add(held[1 + count - half + m], sizes[rows][within], ones[within])
    winning = held[0]
    swings = (tuple((one[1:] - (winning - one)[:-1]).tolist()) for one in held[1:])
    return int(winning.sum()), dict(zip(rule.members, swings, strict=True))


def _subsets(members: int) -> Bools:
    """Who is in each coalition of so many, shape (coalitions, members)."""
    found: Bools = (np.arange(2**members)[:, None] >> np.arange(members) & 1).astype(bool)
    return found


def _places(sizes: Ints) -> tuple[Ints, Ints]:
    """The bit of each coalition, and the word with which each size begins."""
    counts = np.bincount(sizes)
    starts = np.cumsum(-(-counts // WORD)) - -(-counts // WORD)
    order = np.argsort(sizes, kind="stable")
    within = np.arange(len(sizes)) - (np.cumsum(counts) - counts)[sizes[order]]
    places = np.empty(len(sizes), dtype=np.int64)
    places[order] = starts[sizes[order]] * WORD + within
    return places, starts


def _adopt(rule: Rule, low: Bools, high: Bools, places: Ints, wide: int) -> Bools:
    """Whether each coalition of the second half adopts with each of the first, which stands at its place."""
    found = np.zeros((len(high), wide), dtype=bool)
    for way in rule.ways:
        adopts = np.ones((len(high), wide), dtype=bool)
        for part in way.parts:
            adopts &= _reached(part, rule.members, low, high, places, wide)
        found |= adopts
    return found


def _reached(part: Part, members: Sequence[str], low: Bools, high: Bools, places: Ints, wide: int) -> Bools:
    weights = np.array([part.of(member) for member in members], dtype=np.int64)
    mine, other = low @ weights[: low.shape[1]], high @ weights[low.shape[1] :]
    known, order = np.unique(mine, return_inverse=True)
    needed = np.searchsorted(known, threshold(part) - other)
    kind = np.min_scalar_type(len(known))
    stands = np.zeros(wide, dtype=kind)
    stands[places] = order
    found: Bools = stands >= needed.astype(kind)[:, None]
    return found


def _packed(bits: Bools) -> Words:
    return np.packbits(bits, axis=1).view(np.uint64)


def _add(held: Ints, sizes: Ints, ones: Ints) -> None:
    """Counts of coalitions of the first half by size come to those of the whole, each with the other half's size."""
    for size in np.unique(sizes):
        held[size : size + ones.shape[1]] += ones[sizes == size].sum(axis=0)
