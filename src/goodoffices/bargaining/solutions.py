"""Four ways to name one package fair: Nash, Kalai-Smorodinsky, egalitarian and utilitarian.

All over the packages acceptable to all (every party at or above its reservation r, nobody refuses), from the
frontier.

nash: greatest product of u - r (Nash 1950, "The Bargaining Problem", Econometrica 18:155-162); where no
package gives everybody a gain, the greatest product among as many gainers as possible is not taken: the
product is 0 and the best sorted gains decide. kalai_smorodinsky: leximin of (u - r)/(ideal - r), ideal over
the packages acceptable to all (Kalai and Smorodinsky 1975, Econometrica 43:513-518; Imai 1983, Econometrica
51:389-401 for leximin). egalitarian: leximin of u - r (Kalai 1977, Econometrica 45:1623-1630). utilitarian:
greatest sum of u.
"""

from fractions import Fraction
from math import prod

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.frontier import Frontier, frontier
from goodoffices.bargaining.limits import FREELY, Limits
from goodoffices.bargaining.table import Package, Points, Table
from goodoffices.errors import BadArgument

CONCEPTS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
"""The names under which solutions are asked for."""

Score = tuple[Fraction, ...]
"""What a concept compares, exactly; the lexicographically greatest wins."""


class Certificate(msgspec.Struct, frozen=True):
    """Why to believe a solution: how it was found, and how far from the best it can be.

    `gap` is relative (0: proved optimal), of the concept's own objective; 1 or more says that nothing useful is proved.
    """

    method: str
    gap: float = 0.0

    @property
    def proved(self) -> bool:
        """Whether optimality is proved."""
        return self.gap == 0.0


class Solution(msgspec.Struct, frozen=True):
    """One concept's package and its utilities in micro-points. `others`: further points tied with it."""

    concept: str
    package: Package
    utilities: tuple[int, ...]
    certificate: Certificate
    others: int = 0


def solutions(
    table: Table, concepts: tuple[str, ...] = CONCEPTS, found: Frontier | None = None, limits: Limits = FREELY
) -> dict[str, Solution]:
    """The concepts' solutions from the exact frontier; empty when no package is acceptable to all.

    `found` may pass a frontier computed before, over all packages or over the acceptable ones, of the same
    table.
    """
    for concept in concepts:
        if concept not in CONCEPTS:
            raise BadArgument("a solution is one of " + ", ".join(CONCEPTS), concept, "Choose one of these.")
    the = found or frontier(table, acceptable=True, limits=limits)
    if the.epsilon:
        raise BadArgument("solutions are taken from an exact frontier", the.epsilon, "Compute it without epsilon.")
    reservations = np.array(table.reservations, float)
    rows = np.flatnonzero((the.points >= reservations).all(axis=1))
    if not len(rows):
        return {}
    points = the.points[rows]
    answers = {}
    for concept in concepts:
        best = best_rows(concept, points, table.reservations)
        row = int(rows[best[0]])
        answers[concept] = Solution(
            concept,
            tuple(int(o) for o in the.packages[row]),
            tuple(int(u) for u in the.points[row]),
            Certificate("frontier"),
            len(best) - 1,
        )
    return answers


def best_rows(concept: str, points: Points, reservations: tuple[int, ...]) -> NDArray[np.int64]:
    """The rows of `points` (all acceptable, in micro-points) the concept ranks highest; exact, ties included.

    Doubles find the contenders, whole numbers decide among them.
    """
    gains = points - np.array(reservations, float)
    ideal = tuple(int(x) for x in points.max(axis=0))
    contenders = _contenders(concept, gains)
    scores = [score(concept, points[k], reservations, ideal) for k in contenders]
    best = max(scores)
    return contenders[[one == best for one in scores]]


def score(concept: str, point: Points, reservations: tuple[int, ...], ideal: tuple[int, ...]) -> Score:
    """What `concept` compares for one acceptable point, exactly. Parties that can gain nothing count as
    satisfied."""
    gains = [int(u) - r for u, r in zip(point, reservations, strict=True)]
    if concept == "utilitarian":
        return (Fraction(sum(gains)),)
    if concept == "egalitarian":
        return tuple(Fraction(g) for g in sorted(gains))
    room = [(g, i - r) for g, i, r in zip(gains, ideal, reservations, strict=True) if i > r]
    if concept == "nash":
        return (Fraction(prod(g for g, _ in room)), *(Fraction(g) for g in sorted(gains)))
    return tuple(sorted(Fraction(g, width) for g, width in room))


def _contenders(concept: str, gains: Points) -> NDArray[np.int64]:
    """Rows that can be best once rounding is allowed for."""
    first = leading(concept, gains)
    found: NDArray[np.int64] = np.flatnonzero(first >= first.max() - slack(first.max()))
    return found


def slack(value: float) -> float:
    """How far doubles may put two equal leading scores apart: a part in a billion, generously."""
    return 1e-9 * max(1.0, abs(float(value)))


def leading(concept: str, gains: Points) -> NDArray[np.float64]:
    """The first number `concept` compares, per row, in doubles. Gains above reservations, all acceptable."""
    widths = gains.max(axis=0)
    room = gains[:, widths > 0]
    found: NDArray[np.float64]
    if concept == "utilitarian" or not room.shape[1]:
        found = gains.sum(axis=1)
    elif concept == "egalitarian":
        found = gains.min(axis=1)
    elif concept == "nash":
        with np.errstate(divide="ignore"):
            found = np.exp(np.log(np.maximum(room, 0)).mean(axis=1))
    else:
        found = (room / widths[widths > 0]).min(axis=1)
    return found
