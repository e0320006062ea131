"""Swings where one weight beside the head count decides, whatever the weights come to: the members in two halves, each
coalition of one half met with the coalitions of the other that it needs.

A coalition of k adopts where it weighs `needed[k]` at least, for rules are monotone. With N_i(k) the adopting
coalitions of k that hold member i, and N(k) all of them, i turns N_i(k + 1) - (N(k) - N_i(k)) coalitions of k others:
those that adopt with it less those that adopt without it. 2**(n/2) lists are looked up instead of 2**n coalitions
(E. Horowitz and S. Sahni, "Computing Partitions with Applications to the Knapsack Problem", J. ACM 21, 1974).
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from goodoffices.formats.profiles import Bools, Ints, Part, outcome
from goodoffices.formats.rule import Rule

MEMBERS = 34  # two halves of 131,072 coalitions, some 2 s


class _Half(NamedTuple):
    """The coalitions of half the members, numbered in binary: what each weighs, and how many it has."""

    sums: Ints
    sizes: Ints


def by_halves(rule: Rule, weights: Mapping[str, int]) -> tuple[int, dict[str, tuple[int, ...]]]:
    """The number of winning coalitions, and for each member its swings by size of the coalition it joins."""
    members, count = list(weights), len(weights)
    needed = _needed(rule, weights)
    first, second = (_half([weights[m] for m in half]) for half in (members[: count // 2], members[count // 2 :]))
    holding = [*_holding(first, second, needed), *_holding(second, first, needed)]
    winning = _winning(first, second, needed, np.ones(len(first.sums), dtype=bool))
    swings = (tuple((held[1:] - (winning - held)[:-1]).tolist()) for held in holding)
    return int(winning.sum()), dict(zip(members, swings, strict=True))


def _needed(rule: Rule, weights: Mapping[str, int]) -> Ints:
    """For each size the least weight with which coalitions of it adopt; one more than all weigh where none does."""
    total = sum(weights.values())
    sizes = np.arange(len(weights) + 1)
    low, high = np.zeros(len(sizes), dtype=np.int64), np.full(len(sizes), total + 1, dtype=np.int64)
    while (low < high).any():
        middle = (low + high) // 2

        def yes(part: Part, middle: Ints = middle) -> Ints:
            each = {part.of(member) for member in weights}
            found: Ints = sizes * each.pop() if len(each) == 1 else middle
            return found

        def no(part: Part) -> Ints:
            found: Ints = part.total - yes(part)
            return found

        adopts = outcome(rule, yes, no) & (middle <= total)
        low, high = np.where(adopts | (low == high), low, middle + 1), np.where(adopts, middle, high)
    return low


def _half(weights: Sequence[int]) -> _Half:
    sums, sizes = np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64)
    for weight in weights:
        sums, sizes = np.concatenate([sums, sums + weight]), np.concatenate([sizes, sizes + 1])
    return _Half(sums, sizes)


def _holding(mine: _Half, other: _Half, needed: Ints) -> list[Ints]:
    """For each member of `mine` how many coalitions of each size adopt and hold it."""
    numbers = np.arange(len(mine.sums))
    return [_winning(mine, other, needed, numbers >> bit & 1 == 1) for bit in range(len(numbers).bit_length() - 1)]


def _winning(mine: _Half, other: _Half, needed: Ints, chosen: Bools) -> Ints:
    """How many coalitions of each size adopt, of those whose members in `mine` are chosen."""
    sums, sizes = mine.sums[chosen], mine.sizes[chosen]
    found = np.zeros(len(needed), dtype=np.int64)
    for size in range(int(other.sizes.max()) + 1):
        theirs = np.sort(other.sums[other.sizes == size])
        enough = len(theirs) - np.searchsorted(theirs, needed[sizes + size] - sums)
        counted = np.bincount(
            sizes + size, weights=enough, minlength=len(needed)
        )  # below 2**53, where doubles are exact
        found += counted.astype(np.int64)
    return found
