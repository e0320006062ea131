"""The zone of agreement: how many packages would be adopted, the best of them, and what opens it when it is
empty."""

from collections.abc import Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.adoption import accepted, adopted
from goodoffices.bargaining.enumeration import BUDGET, Count, count_adopted
from goodoffices.bargaining.frontier import Frontier, frontier
from goodoffices.bargaining.limits import FREELY, Limits
from goodoffices.bargaining.scenario import CONSENSUS, Rule
from goodoffices.bargaining.solutions import leading, score, slack
from goodoffices.bargaining.table import Package, Table

LISTED = 2_000_000
"""Up to so many packages are looked at one by one for the best k."""

CHUNK = 100_000


class Ranked(msgspec.Struct, frozen=True):
    """A package and its utilities in micro-points, best first by the concept asked for."""

    package: Package
    utilities: tuple[int, ...]


class Best(msgspec.Struct, frozen=True):
    """The best packages in order. `complete` False: only those on the frontier were ranked, a dominated one
    may be missing."""

    packages: tuple[Ranked, ...]
    complete: bool


class Relaxation(msgspec.Struct, frozen=True):
    """Lowering reservations by `by` (micro-points per party) makes `package` acceptable to all."""

    kind: str
    """alone: one party moves; total: least sum; largest: least greatest move."""
    by: tuple[int, ...]
    package: Package


class Zone(msgspec.Struct, frozen=True):
    """What a rule of adoption leaves: the count, and the smallest openings when nothing is left."""

    rule: Rule
    count: Count
    relaxations: tuple[Relaxation, ...] = ()


def zone(table: Table, rule: Rule = CONSENSUS, budget: int = BUDGET, limits: Limits = FREELY) -> Zone:
    """The zone under `rule`: exact count or bounds; for an empty zone by consensus, the smallest
    relaxations."""
    count = count_adopted(table, rule, budget, limits)
    empty = count.most == 0 and rule.quota is None
    return Zone(rule, count, relaxations(frontier(table, limits=limits)) if empty else ())


def relaxations(found: Frontier) -> tuple[Relaxation, ...]:
    """Smallest changes of reservations that open the zone, from the frontier over all packages no party
    refuses.

    Exact: the package that needs least is undominated. One per party that can open it alone, then least sum,
    then least largest change.
    """
    lacks = np.maximum(np.array(found.table.reservations, float) - found.points, 0)
    options: list[tuple[str, NDArray[np.int64], NDArray[np.float64]]] = []
    for p in range(lacks.shape[1]):
        rows = np.flatnonzero(np.delete(lacks, p, axis=1).sum(axis=1) == 0)
        options.append(("alone", rows, lacks[rows, p]))
    everything = np.arange(len(lacks))
    options += [("total", everything, lacks.sum(axis=1)), ("largest", everything, lacks.max(axis=1))]
    chosen = []
    for kind, rows, size in options:
        if len(rows):
            row = int(rows[size.argmin()])
            by = tuple(int(x) for x in lacks[row])
            chosen.append(Relaxation(kind, by, tuple(int(o) for o in found.packages[row])))
    return tuple(chosen)


def best_packages(table: Table, most: int = 10, concept: str = "nash", rule: Rule = CONSENSUS) -> Best:
    """The `most` best adopted packages by `concept` (scores count only what parties get above their
    reservations).

    Up to two million packages are all ranked; above, those on the frontier acceptable to all.
    """
    if table.packages > LISTED:
        found = frontier(table, acceptable=True)
        return Best(_ranked(table, found.packages.astype(np.int64), most, concept), False)
    pieces = [packages[adopted(table, rule, accepted(table, packages))] for packages in _all(table)]
    return Best(_ranked(table, np.concatenate(pieces), most, concept), True)


def _ranked(table: Table, packages: NDArray[np.int64], most: int, concept: str) -> tuple[Ranked, ...]:
    if not len(packages):
        return ()
    points = table.utilities(packages)
    ideal = tuple(int(x) for x in points.max(axis=0))
    floor = tuple(min(r, int(low)) for r, low in zip(table.reservations, points.min(axis=0), strict=True))
    first = leading(concept, points - np.array(floor, float))
    last = np.sort(first)[-min(most, len(first))]
    rows = np.flatnonzero(first >= last - slack(last))
    ordered = sorted(rows, key=lambda row: score(concept, points[row], floor, ideal), reverse=True)
    return tuple(
        Ranked(tuple(int(o) for o in packages[row]), tuple(int(x) for x in points[row])) for row in ordered[:most]
    )


def _all(table: Table) -> Iterator[NDArray[np.int64]]:
    sizes = [len(options) for options in table.options]
    for start in range(0, table.packages, CHUNK):
        flat = np.arange(start, min(start + CHUNK, table.packages))
        yield np.stack(np.unravel_index(flat, sizes), axis=1)
