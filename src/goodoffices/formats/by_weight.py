"""Swings where one weight beside the head count decides, by a generating function over size and weight.

F(k, s) is how many coalitions of k members weigh s. Without member i it is G(k, s) = F(k, s) - G(k - 1, s - w_i), which
is undone one size at a time.
"""

from collections.abc import Mapping

import numpy as np

from goodoffices.formats.profiles import Bools, Ints, Part, outcome, parts
from goodoffices.formats.rule import Rule

CELLS = 30_000_000  # sizes x weights: 240 MB of counts
MEMBERS = 62  # whose coalitions are counted in whole numbers of 64 bits


def one_weight(rule: Rule) -> dict[str, int] | None:
    """The one weight (member -> number) that counts beside how many they are; None where there are several."""
    found: dict[str, int] | None = None
    for part in parts(rule):
        weights = {member: part.of(member) for member in rule.members}
        if len(set(weights.values())) == 1 or weights == found:
            continue
        if found is not None:
            return None
        found = weights
    return found


def countable(weights: Mapping[str, int]) -> bool:
    """Whether the weights, and how many weigh so, are few enough to count over."""
    return len(weights) <= MEMBERS and (len(weights) + 1) * (sum(weights.values()) + 1) <= CELLS


def by_weight(rule: Rule, weights: Mapping[str, int]) -> tuple[int, dict[str, tuple[int, ...]]]:
    """The number of winning coalitions, and for each member its swings by size of the coalition it joins."""
    wins = _wins(rule, weights)
    counts = _counts(list(weights.values()))
    swings = {weight: _swings(counts, wins, weight) for weight in set(weights.values())}
    return int(counts[wins].sum()), {member: swings[weights[member]] for member in rule.members}


def _wins(rule: Rule, weights: Mapping[str, int]) -> Bools:
    """Whether a coalition of k members that weighs s adopts, the others voting no."""
    sizes, sums = np.ogrid[0 : len(weights) + 1, 0 : sum(weights.values()) + 1]
    grid = np.zeros((len(weights) + 1, sum(weights.values()) + 1), dtype=np.int64)

    def yes(part: Part) -> Ints:
        each = {part.of(member) for member in weights}
        total: Ints = grid + (sizes * each.pop() if len(each) == 1 else sums)
        return total

    return outcome(rule, yes, lambda part: part.total - yes(part))


def _counts(weights: list[int]) -> Ints:
    counts: Ints = np.zeros((len(weights) + 1, sum(weights) + 1), dtype=np.int64)
    counts[0, 0] = 1
    for number, weight in enumerate(weights, start=1):
        for size in range(number, 0, -1):  # row by row, downwards, each stays in the cache
            counts[size, weight:] += counts[size - 1, : counts.shape[1] - weight]
    return counts


def _swings(counts: Ints, wins: Bools, weight: int) -> tuple[int, ...]:
    without = np.zeros(counts.shape[1], dtype=np.int64)
    last = counts.shape[1] - weight
    found = []
    for size in range(len(counts) - 1):
        moved = without[:last]
        without = counts[size].copy()
        without[weight:] -= moved
        turned = ~wins[size, :last] & wins[size + 1, weight:]
        found.append(int(without[:last][turned].sum()))
    return tuple(found)
