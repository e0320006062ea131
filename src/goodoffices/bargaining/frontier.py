"""The exact Pareto frontier: every utility vector no package beats, with the packages behind it."""

import hashlib
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.amounts import POINT
from goodoffices.bargaining.contradiction import contradiction
from goodoffices.bargaining.dominance import Map, descending
from goodoffices.bargaining.layers import Layer, leaf
from goodoffices.bargaining.limits import FREELY, Limits, Progress, TooLarge
from goodoffices.bargaining.lineage import behind, choices, counts
from goodoffices.bargaining.merging import Joining, joined
from goodoffices.bargaining.ordering import orders
from goodoffices.bargaining.plan import Plan, estimated, plan
from goodoffices.bargaining.sieve import sieve
from goodoffices.bargaining.table import Package, Points, Table
from goodoffices.errors import BadArgument, BadScenario

LOOSE = 10
"""A plan is refused only when its estimate is this many times over the limits: estimates err by factors."""

BORNE = 5
"""A layer is let grow to so many times its bound before it is thinned: each thinning costs epsilon."""

DEFER = 150_000
"""From so many sieved candidates on, two joins of three are left unfiltered (four or more parties): the
sieve leaves 1.3 to 1.6 times too many, and filtering them costs more than carrying them. 20 issues, 5
parties: 41 s without."""


class Frontier:
    """Undominated points of a table, best for the first party first, and their packages.

    `points`: utilities in micro-points, shape (points, parties). `epsilon`: for every package some point is
    at most this much (micro-points) below it for each party; 0 means exact.
    """

    def __init__(self, table: Table, plan: Plan, layer: Layer) -> None:
        self.table, self.plan, self.epsilon = table, plan, layer.loss
        self._layer = layer
        self._order = descending(layer.points)
        self.points: Points = layer.points[self._order]

    def __len__(self) -> int:
        return len(self.points)

    @cached_property
    def counts(self) -> NDArray[np.int64] | NDArray[np.object_]:
        """How many packages share each point, exactly (of an epsilon-frontier: among those kept)."""
        return counts(self._layer, self.table.packages)[self._order]

    @cached_property
    def packages(self) -> NDArray[np.int16]:
        """One package behind each point as option indices, shape (points, issues)."""
        return choices(self._layer, range(len(self.table.issues)))[self._order]

    def behind(self, point: int, most: int = 10) -> list[Package]:
        """Up to `most` packages that have exactly this point."""
        return behind(self._layer, int(self._order[point]), most)

    @property
    def digest(self) -> str:
        """A hash of the points, to compare runs and machines: 16 hexadecimal digits of SHA-256."""
        return hashlib.sha256(np.ascontiguousarray(self.points.astype("<i8")).tobytes()).hexdigest()[:16]


def frontier(
    table: Table,
    *,
    limits: Limits = FREELY,
    acceptable: bool = False,
    epsilon: float = 0.0,
    most: int = 0,
    map: Map = map,
    planned: Plan | None = None,
) -> Frontier:
    """The frontier over all packages no party refuses outright.

    With `acceptable` and an epsilon, points may lie below a reservation by as much as the epsilon.

    `acceptable`: only packages at or above every reservation (pruned early). `epsilon` (points): a smaller
    set that misses no package by more than this for any party. `most`: at most about so many points, and the
    epsilon that took is in the answer. `map`, if
    parallel (threads), shares out the large filters. Raises TooLarge (with an epsilon that fits
    where one was found), Cancelled, or BadScenario naming contradictory linkages.
    """
    if epsilon < 0 or most < 0:
        raise BadArgument("epsilon and most are zero or more", min(epsilon, most), "Leave them out for exact.")
    the = planned or plan(table)
    exact = not epsilon and not most
    if exact and (the.seconds > LOOSE * limits.seconds or the.bytes > LOOSE * limits.memory):
        raise _too_large(table, limits, f"estimate {the}")
    try:
        layer = _run(table, the, limits, acceptable, epsilon * POINT, most, map)
    except TooLarge as error:
        if not exact:
            raise
        raise _too_large(table, limits, str(error.value)) from None
    if not len(layer.points) and (clash := contradiction(table)):
        raise BadScenario(
            "hard linkages together leave at least one package",
            " + ".join(clash),
            "Drop or soften one of these.",
        )
    return Frontier(table, the, layer)


def _run(table: Table, the: Plan, limits: Limits, acceptable: bool, epsilon: float, most: int, map: Map) -> Layer:
    reservations = np.array(table.reservations, float)
    if not the.steps:
        return leaf(table, 0, reservations if acceptable else None)
    nodes: list[Layer | None] = [leaf(table, issue) for issue in range(len(table.issues))]
    best = np.array([rows.max(axis=0) for rows in table.contributions])
    held, deferred, steps = 0, 0, len(the.steps)
    for step, (a, b) in enumerate(the.steps):
        limits.check()
        left, right = nodes[a], nodes[b]
        assert left is not None
        assert right is not None
        nodes[a] = nodes[b] = None
        keep = sieve(left, right, table) if not epsilon and not most else None
        floor = None
        if acceptable:
            rest = [i for i in range(len(best)) if i not in left.issues | right.issues]
            floor = reservations - best[rest].sum(axis=0) - _hoped(table, left.issues | right.issues)
            floor -= epsilon or (left.loss + right.loss)
        filtered = keep is None or deferred == 2 or step == steps - 1 or len(left.points) < DEFER
        deferred = 0 if filtered else deferred + 1
        borne = most if step == steps - 1 else BORNE * most
        how = Joining(table, limits, floor, epsilon / steps, most, borne, filtered, map)
        layer = joined(left, right, how, keep)
        held += layer.own_bytes() - layer.points.nbytes
        limits.fits(held + layer.points.nbytes)
        if limits.progress is not None:
            limits.progress(Progress(step + 1, steps, len(left.points) * len(right.points), len(layer.points)))
        nodes.append(layer)
    last = nodes[-1]
    assert last is not None
    return last


def _hoped(table: Table, inside: frozenset[int]) -> Points:
    """The most bonuses not yet settled can add, per party."""
    hoped = np.zeros(len(table.parties))
    for term in table.terms:
        if not {issue for issue, _ in term.pattern} <= inside:
            hoped += np.maximum(term.effect, 0)
    return hoped


FALLBACK = 1000
"""Points of the trial that finds an epsilon that fits."""

TRIABLE = 12
"""With more parties than this no useful epsilon was ever found, and looking for one takes long."""


def _too_large(table: Table, limits: Limits, found: str) -> TooLarge:
    error = TooLarge(
        f"the exact frontier fits into {limits.memory / 2**20:.0f} MiB and {limits.seconds:.0f} s",
        found,
        "No useful epsilon was found: ask for the solutions alone, or tie or drop issues.",
    )
    if len(table.parties) > TRIABLE:
        return error
    try:
        few = max(20, min(FALLBACK, limits.memory // (32 * len(table.parties) * len(table.issues))))
        trial = _run(table, estimated(table, orders(table)[0]), limits, False, 0.0, few, map)
    except TooLarge:
        return error
    spread = sum(float(np.ptp(rows, axis=0).max()) for rows in table.contributions)
    if 2 * trial.loss > spread:
        return error
    error = TooLarge(error.rule, found, f"An epsilon of {trial.loss / POINT:.3g} points fits: pass epsilon= or most=.")
    error.epsilon = trial.loss / POINT
    return error
