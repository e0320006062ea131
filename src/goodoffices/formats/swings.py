"""Swings of a rule in yes and no, counted exactly: for each member and size of coalition, how many coalitions of the
others it turns from losing to winning.

Five ways to count, the first that fits:

- by kinds of member, where those who weigh the same are alike (the Security Council: 66 cells);
- by halves, where one weight beside the head count matters, up to 34 members (`by_halves`: the European Union with its
  populations to the last head);
- by size and weight, for more members (`by_weight`);
- by size and weight below the quota, where that is all the rule says (`by_quota`);
- by going through all coalitions, up to 27 members, where several weights matter.
"""

from collections.abc import Sequence
from itertools import product
from math import comb, prod

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from goodoffices.errors import BadArgument
from goodoffices.formats.by_halves import MEMBERS as HALVED
from goodoffices.formats.by_halves import by_halves
from goodoffices.formats.by_quota import by_quota, one_quota
from goodoffices.formats.by_weight import by_weight, countable, one_weight
from goodoffices.formats.profiles import Bools, Ints, Kind, Part, adopted, kinds, outcome, parts
from goodoffices.formats.rule import Rule

CELLS = 1_000_000
MEMBERS = 27  # 2**27 coalitions take 270 MB and some 20 s
CHUNK = 20  # members whose coalitions are looked at in one array


class Swings(Struct, frozen=True):
    """winning: coalitions that adopt, of 2**n. by_size: member -> for each size of coalition of the others, from 0 to
    n - 1, how many it turns.
    """

    winning: int
    by_size: dict[str, tuple[int, ...]]


def swings(rule: Rule) -> Swings:
    """The swings of every member, exactly. BadArgument for a body too large and too unlike to count."""
    alike = kinds(rule)
    if prod(kind.size + 1 for kind in alike) <= CELLS:
        return _by_kind(rule, alike)
    weights = one_weight(rule)
    if weights and len(weights) <= HALVED:
        return Swings(*by_halves(rule, weights))
    if weights and countable(weights):
        return Swings(*by_weight(rule, weights))
    if one := one_quota(rule):
        return Swings(*by_quota(*one))
    if len(rule.members) <= MEMBERS:
        return _by_coalition(rule)
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


def _by_coalition(rule: Rule) -> Swings:
    members = rule.members
    wins = _wins(rule)
    count = _sizes(len(members))
    by_size: dict[str, tuple[int, ...]] = {}
    for n, member in enumerate(members):
        shaped, sizes = wins.reshape(-1, 2, 2**n), count.reshape(-1, 2, 2**n)
        turned = shaped[:, 1] & ~shaped[:, 0]
        found = np.bincount(sizes[:, 0][turned], minlength=len(members))
        by_size[member] = tuple(map(int, found[: len(members)]))
    return Swings(int(wins.sum()), by_size)


def _wins(rule: Rule) -> Bools:
    """Whether each coalition adopts, the others voting no; numbered in binary, the first member lowest."""
    low, high = rule.members[:CHUNK], rule.members[CHUNK:]
    held = {id(part): _sums([part.weights.get(member, 0) for member in low]) for part in parts(rule)}
    found = []
    for joined in product((False, True), repeat=len(high)):
        outside = [member for member, joins in zip(reversed(high), joined, strict=True) if joins]

        def yes(part: Part, outside: list[str] = outside) -> Ints:
            return held[id(part)] + sum(part.weights.get(member, 0) for member in outside)

        found.append(outcome(rule, yes, lambda part, yes=yes: sum(part.weights.values()) - yes(part)))  # type: ignore[misc]
    return np.concatenate(found)


def _sums(weights: Sequence[int]) -> Ints:
    """The weight of each subset."""
    sums: Ints = np.zeros(1, dtype=np.int64)
    for weight in weights:
        sums = np.concatenate([sums, sums + weight])
    return sums


def _sizes(members: int) -> npt.NDArray[np.uint8]:
    """How many members each coalition has."""
    sizes = np.zeros(1, dtype=np.uint8)
    for _ in range(members):
        sizes = np.concatenate([sizes, sizes + np.uint8(1)])
    return sizes
