"""Swings of a rule in yes and no, counted exactly: for each member and size of coalition, how many coalitions of the
others it turns from losing to winning.

Six ways to count, the first that fits:

- by kinds of member, where those who weigh the same are alike (the Security Council: 66 cells);
- by halves, where one weight beside the head count matters, up to 34 members (`by_halves`: the European Union with its
  populations to the last head);
- by going through all coalitions, up to 30 members, where several weights matter (`by_bits`);
- by kinds of member again, where these are many;
- by size and weight, for more members (`by_weight`);
- by size and weight below the quota, where that is all the rule says (`by_quota`).
"""

from collections.abc import Sequence
from math import comb, prod

import numpy as np
from msgspec import Struct

from goodoffices.errors import BadArgument
from goodoffices.formats.by_bits import MEMBERS, by_bits
from goodoffices.formats.by_halves import MEMBERS as HALVED
from goodoffices.formats.by_halves import by_halves
from goodoffices.formats.by_quota import by_quota, one_quota
from goodoffices.formats.by_weight import by_weight, countable, one_weight
from goodoffices.formats.profiles import Bools, Kind, adopted, kinds
from goodoffices.formats.rule import Rule

FEW = 1_000  # profiles by kinds of member, each worked out one by one
CELLS = 1_000_000


class Swings(Struct, frozen=True):
    """winning: coalitions that adopt, of 2**n. by_size: member -> for each size of coalition of the others, from 0 to
    n - 1, how many it turns.
    """

    winning: int
    by_size: dict[str, tuple[int, ...]]


def swings(rule: Rule) -> Swings:
    """The swings of every member, exactly. BadArgument for a body too large and too unlike to count."""
    alike = kinds(rule)
    cells = prod(kind.size + 1 for kind in alike)
    if cells <= FEW:
        return _by_kind(rule, alike)
    weights = one_weight(rule)
    if weights and len(weights) <= HALVED:
        return Swings(*by_halves(rule, weights))
    if len(rule.members) <= MEMBERS:
        return Swings(*by_bits(rule))
    if cells <= CELLS:
        return _by_kind(rule, alike)
    if weights and countable(weights):
        return Swings(*by_weight(rule, weights))
    if one := one_quota(rule):
        return Swings(*by_quota(*one))
    remedy = "Round the weights, so that more members weigh the same."
    raise BadArgument("coalitions are counted by kinds of member", f"{len(alike)} kinds", remedy)


def _by_kind(rule: Rule, alike: Sequence[Kind]) -> Swings:
    sizes = [kind.size for kind in alike]
    yes = list(np.ogrid[tuple(slice(0, size + 1) for size in sizes)])
    wins = adopted(rule, alike, yes, [size - one for size, one in zip(sizes, yes, strict=True)])
    winning = sum(prod(map(comb, sizes, cell)) for cell in _cells(wins))
    by_size: dict[str, tuple[int, ...]] = {}
    for n, kind in enumerate(alike):
        joined, left = np.moveaxis(wins, n, 0)[1:], np.moveaxis(wins, n, 0)[:-1]
        others = [size - (n == m) for m, size in enumerate(sizes)]
        counted = [0] * len(rule.members)
        for cell in _cells(np.moveaxis(joined & ~left, 0, n)):
            counted[sum(cell)] += prod(map(comb, others, cell))
        by_size |= dict.fromkeys(kind.members, tuple(counted))
    return Swings(winning, by_size)


def _cells(where: Bools) -> list[tuple[int, ...]]:
    return [tuple(map(int, cell)) for cell in np.argwhere(where)]
