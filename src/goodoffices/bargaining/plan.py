"""The plan of a frontier: which order, what it will cost, shown before anything starts."""

import math
from collections.abc import Sequence

import msgspec
import numpy as np

from goodoffices.bargaining.dominance import undominated
from goodoffices.bargaining.ordering import Order, joined_states, leaf_states, orders
from goodoffices.bargaining.table import Table

GROWTH = {
    1: (0.0, 0.0, 0.0),
    2: (-2.23, 1.91, 2.04),
    3: (-3.98, 3.13, 2.55),
    4: (-8.59, 4.83, 4.4),
    5: (-8.12, 4.86, 4.34),
}
"""Points of a frontier: exp(a + b log issues + c log options), by parties; least squares over 1,720
frontiers of random scenarios (2 to 6 parties, 3 to 12 issues, 2 to 8 options). The typical error is a factor
of 1.5 with two parties, 2.5 with four or more; single scenarios were off by 40."""
MANY = (-10.42, 6.06, 4.59)
"""The same for six parties and more."""

SECONDS = {1: (2e-8, 1.0), 2: (1e-7, 1.0), 3: (2.8e-7, 1.0), 4: (4e-9, 1.45)}
"""Filtering N candidates takes a N^b seconds, by parties, on one core of the machine in
docs/benchmarks.md."""
SECONDS_MANY = (4.7e-11, 1.85)

JOIN, PAIR = 6e-5, 5e-8
"""Seconds for each pair of states joined and for each candidate written down, as above."""


class Plan(msgspec.Struct, frozen=True):
    """How a frontier will be computed and what that is expected to take. Estimates; a guide, not a
    promise."""

    method: str
    """issue by issue, min-fill or balanced."""
    steps: tuple[tuple[int, int], ...]
    packages: int
    points: float
    """Expected points of the frontier."""
    candidates: float
    """Expected candidates over all joins."""
    states: int
    """Most linkage states of a layer."""
    seconds: float
    bytes: float

    def __str__(self) -> str:
        return (
            f"{self.method}: {_count(self.packages)} packages in {len(self.steps)} joins, "
            f"up to {self.states} linkage states; about {_count(self.points)} points, "
            f"{self.seconds:.2g} s, {self.bytes / 2**20:.0f} MiB"
        )


def plan(table: Table) -> Plan:
    """The cheapest of the orders by estimate. Does no work that grows with the frontier."""
    sizes = _sizes(table)
    return min((estimated(table, order, sizes) for order in orders(table)), key=lambda one: one.seconds)


def estimated(table: Table, order: Order, sizes: Sequence[float] = ()) -> Plan:
    """The plan that follows `order`."""
    parties, sizes = len(table.parties), sizes or _sizes(table)
    nodes: list[tuple[frozenset[int], frozenset[int]]] = [
        (frozenset([i]), leaf_states(table, i)) for i in range(len(table.issues))
    ]
    points = [max(size, float(len(node[1]))) for size, node in zip(sizes, nodes, strict=True)]
    total, seconds, most, held = 0.0, 0.0, 1, 0.0
    for left, right in order.steps:
        node = joined_states(table, nodes[left], nodes[right])
        options = [max(1.0, sizes[i]) for i in node[0]]
        product = math.exp(min(600.0, sum(math.log(len(table.options[i])) for i in node[0])))
        alone = expected_points(parties, len(options), sum(options) / len(options))
        candidates = points[left] * points[right]
        points.append(max(points[left], points[right], min(product, candidates, alone * len(node[1]))))
        nodes.append(node)
        total += candidates
        sieves = parties >= 4 and right < len(sizes)
        sieved = min(candidates, 3 * points[-1]) if sieves else candidates
        seconds += JOIN * len(nodes[left][1]) * len(nodes[right][1]) + PAIR * candidates + filtering(parties, sieved)
        most = max(most, len(node[1]))
        held += points[-1] * (8 * parties + 8)
    peak = held + 3 * 8 * parties * min(6 * points[-1], total)
    return Plan(order.name, order.steps, table.packages, points[-1], total, most, seconds, peak)


def _sizes(table: Table) -> list[float]:
    """Undominated options of each issue."""
    return [float(np.count_nonzero(undominated(rows))) for rows in table.contributions]


def expected_points(parties: int, issues: int, options: float) -> float:
    """Points a frontier of so many issues with so many undominated options each usually has."""
    a, b, c = GROWTH.get(parties, MANY)
    return math.exp(min(600.0, a + b * math.log(issues) + c * math.log(max(options, 1.0)))) if parties > 1 else 1.0


def filtering(parties: int, candidates: float) -> float:
    """Seconds to filter so many candidates, once."""
    a, b = SECONDS.get(parties, SECONDS_MANY)
    return float(a * candidates**b)


def _count(number: float) -> str:
    return f"{number:,.0f}" if number < 1e7 else f"{float(number) if number < 1e300 else 1e300:.2g}"
