"""Open cells that move together: ranks correlated as stated, each cell's own distribution untouched.

A Gaussian copula: normal variables with correlation 2 sin(pi rho / 6) have rank correlation rho (Kruskal 1958,
"Ordinal measures of association", JASA 53:814-861, section 5), and their quantiles are read as the cells' quantiles.
Of all ways to be so correlated it is the one without clustering in the extremes; that too is an assumption.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.amounts import SHARE
from goodoffices.bargaining.scenario import Correlation, Scenario
from goodoffices.errors import BadScenario


def quantiles(correlations: tuple[Correlation, ...], rng: np.random.Generator) -> dict[str, float]:
    """A quantile in (0, 1) for each cell named, by a draw of `rng`."""
    if not correlations:
        return {}
    cells, factor = _factor(correlations)
    normal = factor @ rng.standard_normal(len(cells))
    return {cell: 0.5 * math.erfc(-float(z) / math.sqrt(2)) for cell, z in zip(cells, normal, strict=True)}


def sound_correlations(scenario: Scenario) -> None:
    """Every correlation names open cells that are drawn on their own, and all fit together; else BadScenario."""
    known = dict(scenario.cells())
    seen: set[frozenset[str]] = set()
    for one in scenario.correlations:
        if len(set(one.between)) < max(2, len(one.between)):
            raise BadScenario("a correlation is between two cells or more, each named once", one.between, "Name two.")
        if not -SHARE <= one.rank <= SHARE:
            raise BadScenario("a rank correlation lies between -1 and 1", one.rank / SHARE, "Rescale it.")
        for cell in one.between:
            _open(scenario, known, cell)
        for pair in _pairs(one.between):
            if pair in seen:
                raise BadScenario("two cells have one correlation", " and ".join(sorted(pair)), "Keep one of the two.")
            seen.add(pair)
    if scenario.correlations and _least(scenario.correlations) < -1e-9:
        raise BadScenario(
            "the correlations of a scenario can hold together",
            "; ".join(f"{' / '.join(one.between)}: {one.rank / SHARE:g}" for one in scenario.correlations),
            "Weaken one: what moves with a third cell cannot move strongly against another that does.",
        )


def _open(scenario: Scenario, known: Mapping[str, object], cell: str) -> None:
    if cell not in known or isinstance(known[cell], int):
        gaps = scenario.unknown_cells()
        raise BadScenario("a correlation is between open cells", cell, f"Open: {', '.join(gaps[:12]) or 'none'}.")
    for preference in scenario.preferences:
        for issue, weight, worth in zip(scenario.issues, preference.weights, preference.worths, strict=True):
            if cell == f"{preference.party}.weights.{issue.id}" and weight is None:
                raise BadScenario("a correlated weight has a range", cell, "Unknown ones share a sum: give from, to.")
            ranked = {f"{preference.party}.values.{issue.id}.{option}" for option in worth.order}
            if cell in ranked and len(ranked) > 1:
                raise BadScenario("a correlated value is not also ordered", cell, "Sorting would undo the correlation.")


def _pairs(cells: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset((a, b)) for k, a in enumerate(cells) for b in cells[k + 1 :]]


def _matrix(correlations: tuple[Correlation, ...]) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    cells = tuple(dict.fromkeys(cell for one in correlations for cell in one.between))
    matrix = np.eye(len(cells))
    for one in correlations:
        for a, b in (sorted(pair) for pair in _pairs(one.between)):
            i, k = cells.index(a), cells.index(b)
            matrix[i, k] = matrix[k, i] = 2 * math.sin(math.pi * one.rank / SHARE / 6)
    return cells, matrix


def _least(correlations: tuple[Correlation, ...]) -> float:
    return float(np.linalg.eigvalsh(_matrix(correlations)[1])[0])


@cache
def _factor(correlations: tuple[Correlation, ...]) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """The cells, and a square root of their matrix (by eigenvalues: a correlation of one leaves it singular)."""
    cells, matrix = _matrix(correlations)
    sizes, vectors = np.linalg.eigh(matrix)
    return cells, vectors * np.sqrt(np.maximum(sizes, 0))
