"""Who has the upper hand at a package, and what it takes to move from one package to another."""

from collections.abc import Callable
from functools import cache

import msgspec
import numpy as np

from goodoffices.bargaining.frontier import Frontier, frontier
from goodoffices.bargaining.solutions import solutions
from goodoffices.bargaining.table import Package, Points, Table
from goodoffices.errors import BadArgument

EXACT_STEPS = 12
"""Up to so many changed issues the best order of concessions is found over all orders; above, step by
step."""


class UpperHand(msgspec.Struct, frozen=True):
    """Each party's share (u - r)/(ideal - r) of what it could gain at a package, and at the equal-ratio
    package.

    Ideal over the packages acceptable to all; a share is None for a party that can gain nothing there.
    `ahead`: the parties above their share at the equal-ratio (Kalai-Smorodinsky) package, most ahead first.
    """

    package: Package
    shares: tuple[float | None, ...]
    equal: tuple[float | None, ...]
    ahead: tuple[str, ...]


def upper_hand(table: Table, package: Package, found: Frontier | None = None) -> UpperHand:
    """Shares at `package` against the equal-ratio package. Raises BadArgument when no package is acceptable
    to all."""
    the = found or frontier(table, acceptable=True)
    reservations = np.array(table.reservations, float)
    good = the.points[(the.points >= reservations).all(axis=1)]
    if not len(good):
        raise BadArgument(
            "shares need a package acceptable to all",
            "none",
            "See the smallest relaxations (bargaining.zone).",
        )
    room = good.max(axis=0) - reservations
    even = solutions(table, ("kalai_smorodinsky",), the)["kalai_smorodinsky"]
    here = table.utilities([package])[0] - reservations
    there = np.array(even.utilities, float) - reservations
    lead = [(float(a / w - b / w), n) for a, b, w, n in zip(here, there, room, table.parties, strict=True) if w > 0]
    return UpperHand(
        package,
        _shares(here, room),
        _shares(there, room),
        tuple(name for gap, name in sorted(lead, key=lambda one: -one[0]) if gap > 0),
    )


class Concession(msgspec.Struct, frozen=True):
    """One issue settled differently. `change`: micro-points per party, linkages included; `givers` lose,
    `receivers` gain; `acceptable`: whether the package after this step is acceptable to all."""

    issue: str
    before: str
    after: str
    change: tuple[int, ...]
    givers: tuple[str, ...]
    receivers: tuple[str, ...]
    acceptable: bool


def concession_path(table: Table, start: Package, goal: Package) -> tuple[Concession, ...]:
    """The steps from `start` to `goal`, one issue each, in the order that keeps the worst-off party of any
    stage on the way highest above its reservation (refused stages last), and then the sum of these worst
    gains."""
    moves = [i for i, (a, b) in enumerate(zip(start, goal, strict=True)) if a != b]

    def at(done: frozenset[int]) -> Package:
        return tuple(goal[i] if i in done else start[i] for i in range(len(start)))

    @cache
    def stage(done: frozenset[int]) -> tuple[int, int]:
        package = at(done)
        gains = table.utilities([package])[0] - np.array(table.reservations, float)
        return -int(table.refused([package]).any()), int(gains.min())

    order = _best_order(moves, stage) if len(moves) <= EXACT_STEPS else _greedy_order(moves, stage)
    steps, done = [], frozenset[int]()
    for issue in order:
        before, after = at(done), at(done | {issue})
        steps.append(_concession(table, issue, before, after))
        done |= {issue}
    return tuple(steps)


def _concession(table: Table, issue: int, before: Package, after: Package) -> Concession:
    utilities = table.utilities([before, after])
    change = utilities[1] - utilities[0]
    fine = (utilities[1] >= np.array(table.reservations, float)).all() and not table.refused([after]).any()
    return Concession(
        table.issues[issue],
        table.options[issue][before[issue]],
        table.options[issue][after[issue]],
        tuple(int(x) for x in change),
        tuple(name for name, x in zip(table.parties, change, strict=True) if x < 0),
        tuple(name for name, x in zip(table.parties, change, strict=True) if x > 0),
        bool(fine),
    )


def _best_order(moves: list[int], worth: Callable[[frozenset[int]], tuple[int, int]]) -> list[int]:
    """Dynamic programming over the sets of issues already moved: greatest worst stage, then greatest sum."""

    @cache
    def best(done: frozenset[int]) -> tuple[tuple[int, int], int, tuple[int, ...]]:
        if len(done) == len(moves):
            return (1, 0), 0, ()
        tries = []
        for issue in moves:
            if issue not in done:
                reached = done | {issue}
                here = worth(reached) if len(reached) < len(moves) else (1, 0)
                worst, total, rest = best(reached)
                tries.append((min(here, worst), total + here[1], (issue, *rest)))
        return max(tries, key=lambda one: (one[0], one[1], tuple(-i for i in one[2])))

    return list(best(frozenset())[2])


def _greedy_order(moves: list[int], worth: Callable[[frozenset[int]], tuple[int, int]]) -> list[int]:
    order: list[int] = []
    while len(order) < len(moves):
        done = frozenset(order)
        order.append(max((i for i in moves if i not in done), key=lambda i: (worth(done | {i}), -i)))
    return order


def _shares(gains: Points, room: Points) -> tuple[float | None, ...]:
    return tuple(float(g / w) if w > 0 else None for g, w in zip(gains, room, strict=True))
