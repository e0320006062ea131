"""What is unknown: draws respect what is known, proofs hold for every draw, and questions are ranked by
worth."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from goodoffices.bargaining.amounts import POINT, SHARE
from goodoffices.bargaining.assured import Holds, acceptance, beaten, better, reach
from goodoffices.bargaining.notation import read_scenario
from goodoffices.bargaining.robustness import robustness
from goodoffices.bargaining.table import table
from goodoffices.bargaining.uncertainty import draw
from goodoffices.errors import BadArgument

OPEN = read_scenario("""\
scenario: 1
parties: [{id: a}, {id: b}]
issues:
- {id: i, options: [x, y, z]}
- {id: j, options: [no, yes]}
- {id: k, options: [low, high]}
preferences:
  a:
    weights: {i: unknown, j: unknown, k: 0.2}
    order: [i, j]
    values:
      i: {x: 0, y: 50, z: 100}
      j: {no: 0, yes: 100}
      k: {low: unknown, high: {from: 20, likely: 30, to: 60}}
    reservation: {from: 20, to: 40}
  b:
    weights: {i: {from: 0.2, to: 0.6}, j: 0.2, k: 0.4}
    values: {i: {}, j: {no: 80, yes: 10}, k: {low: 90, high: 0}}
    option_order: {i: [x, y, z]}
linkages:
- {id: sweetener, party: b, when: {i: z, j: yes}, points: {from: 5, to: 15}}
- {id: never, party: a, when: {i: x, j: no}, refuses: true}
""")
PACKAGES = [(i, j, k) for i in range(3) for j in range(2) for k in range(2)]


def named(package: tuple[int, ...]) -> dict[str, str]:
    return {issue.id: issue.options[o] for issue, o in zip(OPEN.issues, package, strict=True)}


def test_draws_respect_ranges_orders_and_sums() -> None:
    for number in range(300):
        cells = draw(OPEN, 1, number).cells
        assert set(cells) == set(OPEN.unknown_cells())
        assert cells["a.weights.i"] >= cells["a.weights.j"] >= 0
        assert abs(cells["a.weights.i"] + cells["a.weights.j"] - 0.8 * SHARE) <= 2
        assert 20 * POINT <= cells["a.values.k.high"] <= 60 * POINT
        assert cells["b.values.i.x"] >= cells["b.values.i.y"] >= cells["b.values.i.z"]
        assert 20 * POINT <= cells["a.reservation"] <= 40 * POINT


def test_a_draw_is_the_same_wherever_it_is_made() -> None:
    assert draw(OPEN, 7, 3).cells == draw(OPEN, 7, 3).cells
    assert draw(OPEN, 7, 3).cells != draw(OPEN, 7, 4).cells
    assert draw(OPEN, 8, 3).cells != draw(OPEN, 7, 3).cells


def test_no_draw_leaves_the_proved_bounds_and_some_come_near() -> None:
    seen = {(p, package): [np.inf, -np.inf] for p in range(2) for package in PACKAGES}
    for number in range(400):
        drawn = draw(OPEN, 2, number).table.utilities(PACKAGES)
        for row, package in enumerate(PACKAGES):
            for p in range(2):
                ends = seen[p, package]
                seen[p, package] = [min(ends[0], drawn[row, p]), max(ends[1], drawn[row, p])]
    for (p, package), (low, high) in seen.items():
        bound = reach(OPEN, "ab"[p], named(package))
        assert bound.low - 3 <= low <= high <= bound.high + 3
        assert high - low >= 0.4 * (bound.high - bound.low)


def test_what_is_proved_for_all_or_none_holds_in_every_draw() -> None:
    tables = [draw(OPEN, 3, number).table for number in range(200)]
    proved = 0
    for x in PACKAGES:
        for y in PACKAGES:
            for p, party in enumerate("ab"):
                verdict = better(OPEN, party, named(x), named(y))
                ahead = [bool((u := t.utilities([x, y]))[0, p] >= u[1, p] - 3) for t in tables]
                if verdict is not Holds.SOMETIMES:
                    proved += 1
                    assert all(ahead) if verdict is Holds.ALWAYS else not all(ahead)
            if beaten(OPEN, named(x), named(y)):
                assert all((t.utilities([y])[0] >= t.utilities([x])[0] - 3).all() for t in tables)
    assert proved > 40


def test_a_refusal_is_never_accepted_whatever_the_weights() -> None:
    assert acceptance(OPEN, named((0, 0, 0)))["a"] is Holds.NEVER


def test_robustness_is_the_same_in_parallel_and_counts_what_it_says() -> None:
    alone = robustness(OPEN, PACKAGES, draws=100, seed=5)
    with ThreadPoolExecutor(2) as threads:
        assert robustness(OPEN, PACKAGES, draws=100, seed=5, map=threads.map) == alone
    assert len(alone.standings) == len(PACKAGES)
    for standing in alone.standings:
        assert 0 <= standing.accepted <= 1
        if standing.undominated == 1:
            assert standing.worst_regret == 0
        if all(one is Holds.ALWAYS for one in standing.surely.values()):
            assert standing.accepted == 1
            assert standing.holds == "for all"
    assert [one.accepted for one in alone.standings] == sorted((one.accepted for one in alone.standings), reverse=True)


def test_without_packages_the_solutions_of_the_first_draws_are_watched() -> None:
    assert robustness(OPEN, draws=40).standings


def test_the_cell_that_decides_is_the_one_to_ask_about() -> None:
    """a's weight on i decides between the two packages; its value on k hardly matters."""
    scenario = read_scenario("""\
scenario: 1
parties: [{id: a}]
issues: [{id: i, options: [x, y]}, {id: k, options: [low, high]}]
preferences:
  a:
    weights: {i: 0.9, k: 0.1}
    values: {i: {x: {from: 0, to: 100}, y: 50}, k: {low: {from: 0, to: 10}, high: 50}}
""")
    questions = robustness(scenario, [(0, 1), (1, 1)], draws=400).questions
    assert questions[0].cell == "a.values.i.x"
    assert questions[0].party == "a"
    assert questions[0].worth > 5 * POINT
    assert questions[-1].worth < POINT


def test_with_nothing_unknown_there_is_nothing_to_ask() -> None:
    scenario = read_scenario("""\
scenario: 1
parties: [{id: a}, {id: b}]
issues: [{id: i, options: [x, y]}]
preferences:
  a: {weights: {i: 1}, values: {i: {x: 10, y: 0}}}
  b: {weights: {i: 1}, values: {i: {x: 10, y: 5}}}
""")
    found = robustness(scenario, [(0,), (1,)], draws=40)
    assert found.questions == ()
    assert [one.undominated for one in found.standings] == [1.0, 0.0]
    assert found.standings[1].worst_regret == 5 * POINT
    assert table(scenario).packages == 2


def test_no_draw_is_no_answer() -> None:
    with pytest.raises(BadArgument, match="at least one draw"):
        robustness(OPEN, draws=0)
