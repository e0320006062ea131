"""Cells drawn together keep their own distributions and have the rank correlation that was stated."""

import functools
import math

import numpy as np
import pytest
from numpy.typing import NDArray

from goodoffices.bargaining import read_scenario, write_scenario
from goodoffices.bargaining.uncertainty import draw
from goodoffices.errors import BadScenario

TEXT = """\
scenario: 1
parties: [{id: a}, {id: b}]
issues: [{id: i, options: [x, y, z]}, {id: k, options: [low, high]}]
preferences:
  a:
    weights: {i: {from: 0.2, to: 0.6}, k: unknown}
    values: {i: {x: {from: 10, likely: 20, to: 60}, y: 60, z: unknown}, k: {low: 0, high: 100}}
    reservation: {from: 10, to: 30}
  b:
    weights: {i: {from: 0.3, to: 0.5}, k: 0.5}
    values: {i: {x: 0, y: unknown, z: unknown}, k: {low: 100, high: 0}}
    option_order: {i: [z, y, x]}
    reservation: unknown
linkages:
- {id: tie, party: a, when: {i: x, k: low}, points: {from: -5, to: 15}}
correlations:
- {between: [a.weights.i, b.weights.i], rank: 0.7}
- {between: [a.values.i.x, a.reservation, linkages.tie.points], rank: -0.3}
"""
SCENARIO = read_scenario(TEXT)
DRAWS = 4000
Numbers = NDArray[np.float64]


@functools.cache
def cells() -> dict[str, Numbers]:
    rows = [draw(SCENARIO, 11, number).cells for number in range(DRAWS)]
    return {cell: np.array([row[cell] for row in rows], float) for cell in rows[0]}


def rank_correlation(x: Numbers, y: Numbers) -> float:
    """Spearman's, by its definition: the correlation of ranks."""
    return float(np.corrcoef(x.argsort().argsort(), y.argsort().argsort())[0, 1])


@pytest.mark.parametrize(
    ("one", "other", "rank"),
    [
        ("a.weights.i", "b.weights.i", 0.7),
        ("a.values.i.x", "a.reservation", -0.3),
        ("a.values.i.x", "linkages.tie.points", -0.3),
        ("a.reservation", "linkages.tie.points", -0.3),
        ("a.weights.i", "a.reservation", 0.0),
        ("a.values.i.z", "a.weights.i", 0.0),
    ],
)
def test_the_stated_rank_correlation_is_drawn(one: str, other: str, rank: float) -> None:
    assert rank_correlation(cells()[one], cells()[other]) == pytest.approx(rank, abs=4 / math.sqrt(DRAWS))


def test_each_cell_keeps_its_own_distribution() -> None:
    quarters = [0.25, 0.5, 0.75]
    assert np.quantile(cells()["a.weights.i"] / 1e9, quarters) == pytest.approx([0.3, 0.4, 0.5], abs=0.015)
    assert np.quantile(cells()["a.reservation"] / 1e6, quarters) == pytest.approx([15, 20, 25], abs=0.8)
    triangular = [20 + 0.0, 60 - math.sqrt(0.5 * 50 * 40), 60 - math.sqrt(0.25 * 50 * 40)]
    triangular[0] = 60 - math.sqrt(0.75 * 50 * 40)
    assert np.quantile(cells()["a.values.i.x"] / 1e6, quarters) == pytest.approx(triangular, abs=0.9)
    below = 10 + math.sqrt(0.1 * 50 * 10)
    assert np.quantile(cells()["a.values.i.x"] / 1e6, 0.1) == pytest.approx(below, abs=0.7)


def test_a_draw_is_the_same_for_the_same_seed_and_reads_back() -> None:
    assert draw(SCENARIO, 3, 5).cells == draw(read_scenario(write_scenario(SCENARIO)), 3, 5).cells
    assert read_scenario(write_scenario(SCENARIO)) == SCENARIO


def test_cells_at_one_move_as_one() -> None:
    text = TEXT.replace("rank: 0.7", "rank: 1")
    both = [draw(read_scenario(text), 1, n).cells for n in range(50)]
    a = [(row["a.weights.i"] - 0.2e9) / 0.4e9 for row in both]
    b = [(row["b.weights.i"] - 0.3e9) / 0.2e9 for row in both]
    assert a == pytest.approx(b, abs=1e-7)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("rank: 0.7", "rank: 1.2", "between -1 and 1"),
        ("rank: 0.7", "rank: high", "rank correlation of a.weights.i"),
        ("b.weights.i]", "b.weights.k]", "open cells"),
        ("b.weights.i]", "a.weights.k]", "has a range"),
        ("b.weights.i]", "b.values.i.y]", "not also ordered"),
        ("b.weights.i]", "a.weights.i]", "each named once"),
        ("b.weights.i], rank: 0.7", "b.weights.i], rank: 0.7, kind: x", "known entries"),
        ("rank: -0.3", "rank: -0.9", "hold together"),
        (", linkages.tie.points]", "]", ""),
    ],
)
def test_a_correlation_that_cannot_be_is_refused_by_name(old: str, new: str, says: str) -> None:
    assert old in TEXT
    if not says:
        assert read_scenario(TEXT.replace(old, new))
        return
    with pytest.raises(BadScenario, match=says):
        read_scenario(TEXT.replace(old, new))


def test_one_pair_has_one_correlation() -> None:
    again = "- {between: [b.weights.i, a.weights.i], rank: 0.1}\n"
    with pytest.raises(BadScenario, match="one correlation"):
        read_scenario(TEXT + again)
