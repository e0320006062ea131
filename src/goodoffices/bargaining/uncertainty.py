"""Drawing what is not known: one complete table per draw, by seed.

A range is drawn uniformly, or from the triangular distribution where a likely value is given. Weights of a
party that are unknown share what its known ones leave of a sum of one, uniformly over all splits; where the
party's order of issues is known, the split follows it. Unknown values are uniform on 0 to 100 points, sorted
where the order of options is known. An unknown reservation is uniform between 0 and the best the party can
get in that draw, without bonuses. An unknown bonus is uniform between -20 and 20 points. These are
assumptions, to be named wherever a probability is shown; `goodoffices.bargaining.assured` needs none of them.
Cells of stated correlations are drawn together (`goodoffices.bargaining.correlation`), all others independently.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from goodoffices.bargaining.amounts import POINT, SHARE, Amount, Between
from goodoffices.bargaining.correlation import quantiles
from goodoffices.bargaining.scenario import Preference, Scenario, uncertain
from goodoffices.bargaining.soundness import TOP
from goodoffices.bargaining.table import Table, table

BONUS = 20 * POINT
"""An unknown bonus or malus lies between minus and plus this."""


class Draw(msgspec.Struct, frozen=True, eq=False):
    """One way the unknown may be: the complete table and the value of every uncertain cell."""

    table: Table
    cells: dict[str, int]


def draw(scenario: Scenario, seed: int, number: int) -> Draw:
    """Draw `number` of the stream `seed`: the same for the same arguments, wherever it is computed."""
    rng = np.random.default_rng([seed, number])
    lot = _Lot(rng, quantiles(scenario.correlations, rng))
    cells: dict[str, int] = {}
    for preference in scenario.preferences:
        cells |= _weights(scenario, preference, lot)
        cells |= _values(scenario, preference, lot)
    for linkage in scenario.linkages:
        if not linkage.refuses and uncertain(linkage.points):
            cell = f"linkages.{linkage.id}.points"
            cells[cell] = lot.one(cell, linkage.points, -BONUS, BONUS)
    for preference in scenario.preferences:
        if uncertain(preference.reservation):
            best, cell = _best(scenario, preference, cells), f"{preference.party}.reservation"
            cells[cell] = lot.one(cell, preference.reservation, 0, best)
    return Draw(table(scenario, lambda cell, _amount: cells[cell]), cells)


class _Lot(NamedTuple):
    """The stream of a draw, and the quantiles of the cells that are drawn together."""

    rng: np.random.Generator
    together: dict[str, float]

    def one(self, cell: str, value: Amount, low: int, high: int) -> int:
        """The cell's number in this draw; unknown is uniform from `low` to `high`."""
        if isinstance(value, int):
            return value
        likely = None
        if isinstance(value, Between):
            low, high, likely = value.low, value.high, value.likely
        if cell in self.together:
            return round(_at(self.together[cell], low, high, likely))
        if likely is not None and low < high:
            return round(self.rng.triangular(low, likely, high))
        return int(self.rng.integers(low, max(low, high), endpoint=True))


def _at(quantile: float, low: int, high: int, likely: int | None) -> float:
    """The quantile of the uniform or, with a likely value, the triangular distribution."""
    width = max(0, high - low)
    if likely is None or not width:
        return low + quantile * width
    if quantile * width < likely - low:
        return low + math.sqrt(quantile * width * (likely - low))
    return high - math.sqrt((1 - quantile) * width * (high - likely))


def _weights(scenario: Scenario, preference: Preference, lot: _Lot) -> dict[str, int]:
    found, unknown, held = {}, [], 0
    for issue, weight in zip(scenario.issues, preference.weights, strict=True):
        if weight is None:
            unknown.append(issue.id)
            continue
        value = lot.one(f"{preference.party}.weights.{issue.id}", weight, 0, SHARE)
        held += value
        if uncertain(weight):
            found[f"{preference.party}.weights.{issue.id}"] = value
    if unknown:
        split = lot.rng.dirichlet(np.ones(len(unknown))).tolist()
        ranked = [name for name in preference.order if name in unknown]
        for name, share in zip(
            [*ranked, *(n for n in unknown if n not in ranked)], _falling(split, len(ranked)), strict=True
        ):
            found[f"{preference.party}.weights.{name}"] = round(max(0, SHARE - held) * share)
    return found


def _values(scenario: Scenario, preference: Preference, lot: _Lot) -> dict[str, int]:
    found: dict[str, int] = {}
    for issue, worth in zip(scenario.issues, preference.worths, strict=True):
        drawn = {
            option: lot.one(f"{preference.party}.values.{issue.id}.{option}", value, 0, TOP)
            for option, value in zip(issue.options, worth.values, strict=True)
            if uncertain(value)
        }
        ranked = [option for option in worth.order if option in drawn]
        best_first = sorted((drawn[option] for option in ranked), reverse=True)
        drawn |= dict(zip(ranked, best_first, strict=True))
        found |= {f"{preference.party}.values.{issue.id}.{option}": value for option, value in drawn.items()}
    return found


def _falling(split: Sequence[float], ranked: int) -> list[float]:
    """The shares with the first `ranked` of them in falling order."""
    shares = [float(share) for share in split]
    return sorted(shares[:ranked], reverse=True) + shares[ranked:]


def _best(scenario: Scenario, preference: Preference, cells: dict[str, int]) -> int:
    total = 0
    for issue, weight, worth in zip(scenario.issues, preference.weights, preference.worths, strict=True):
        w = weight if isinstance(weight, int) else cells[f"{preference.party}.weights.{issue.id}"]
        values = (
            v if isinstance(v, int) else cells[f"{preference.party}.values.{issue.id}.{o}"]
            for o, v in zip(issue.options, worth.values, strict=True)
        )
        total += w * max(values)
    return total // SHARE
