"""The zone: counts equal enumeration under any rule, bounds say so, and the smallest openings are
smallest."""

import numpy as np
import pytest

from goodoffices.bargaining.adoption import accepted, adopted, pivotal
from goodoffices.bargaining.enumeration import count_adopted
from goodoffices.bargaining.frontier import frontier
from goodoffices.bargaining.scenario import CONSENSUS, Rule
from goodoffices.bargaining.table import table_of
from goodoffices.bargaining.zone import best_packages, relaxations, zone
from tests.bargaining.small_scenarios import all_packages, brute, small_table, utility

# Scores and counts of the Harborco-like game of LLM-Deliberation (MIT), arXiv 2309.17234: parties in the
# order
# DoT, SportCo, environment, mayor, other cities, union; 720 packages, counts by full enumeration there.
HARBOUR = [
    [[0, 14, 0, 14, 0, 15], [11, 8, 22, 8, 4, 20], [5, 0, 45, 0, 10, 0]],
    [[0, 11, 0, 12, 0, 0], [20, 7, 25, 8, 0, 0], [25, 0, 55, 0, 0, 0]],
    [[0, 0, 0, 24, 12, 42], [2, 5, 0, 18, 8, 35], [4, 10, 0, 12, 6, 25], [9, 17, 0, 0, 0, 0]],
    [[10, 35, 0, 40, 0, 30], [26, 29, 0, 30, 8, 20], [40, 20, 0, 23, 13, 10], [0, 0, 0, 0, 18, 0]],
    [
        [4, 0, 0, 0, 60, 2],
        [8, 5, 0, 2, 45, 4],
        [15, 10, 0, 4, 30, 6],
        [12, 15, 0, 7, 15, 8],
        [0, 23, 0, 10, 0, 0],
    ],
]
MINIMA = (65, 55, 55, 30, 31, 50)


def test_the_harbour_game_has_its_published_counts() -> None:
    game = table_of([np.array(rows) for rows in HARBOUR], reservations=MINIMA)
    five = Rule("five of six", 5)
    assert game.packages == 720
    assert count_adopted(game, CONSENSUS).least == 12
    assert count_adopted(game, five).least == 133
    assert count_adopted(game, Rule("five, SportCo agrees", 5, vetoes=("p1",))).least == 77
    assert count_adopted(game, Rule("five, both vetoers agree", 5, vetoes=("p0", "p1"))).least == 55
    found = frontier(game)
    assert sum(int(n) for n in found.counts) == 481
    assert sum(int(n) for n in frontier(game, acceptable=True).counts) == 12


def test_counts_equal_enumeration_under_every_kind_of_rule() -> None:
    for seed in range(300):
        table = small_table(seed)
        parties = len(table.parties)
        rules = [
            CONSENSUS,
            Rule("most", parties // 2 + 1),
            Rule("weighted", 3, tuple(range(1, parties + 1)), (table.parties[0],)) if parties > 1 else Rule("one", 1),
        ]
        packages = np.array(all_packages(table))
        for rule in rules:
            expected = int(adopted(table, rule, accepted(table, packages)).sum())
            count = count_adopted(table, rule)
            assert (count.least, count.most) == (expected, expected), (seed, rule.name)


def test_a_spent_budget_gives_bounds_that_hold_and_says_so() -> None:
    rng = np.random.default_rng(0)
    table = table_of([rng.integers(0, 100, (4, 3)) for _ in range(9)], reservations=[500, 450, 450])
    exact, rough = count_adopted(table, CONSENSUS), count_adopted(table, CONSENSUS, budget=3000)
    assert exact.exact
    assert not rough.exact
    assert rough.least <= exact.least <= rough.most
    assert "between" in str(rough)


def test_relaxations_open_the_zone_and_none_is_smaller() -> None:
    seen = 0
    for seed in range(400):
        table = small_table(seed)
        if not brute(table) or brute(table, acceptable=True):
            continue
        seen += 1
        lacks = [
            [max(0, r - x) for x, r in zip(u, table.reservations, strict=True)]
            for package in all_packages(table)
            if (u := utility(table, package)) is not None
        ]
        found = relaxations(frontier(table))
        total = next(one for one in found if one.kind == "total")
        largest = next(one for one in found if one.kind == "largest")
        assert sum(total.by) == min(sum(one) for one in lacks), seed
        assert max(largest.by) == min(max(one) for one in lacks), seed
        for one in found:
            u = utility(table, one.package)
            assert u is not None
            assert all(x + b >= r for x, b, r in zip(u, one.by, table.reservations, strict=True))
        for p in range(len(table.parties)):
            alone = [one[p] for one in lacks if sum(one) == one[p]]
            mine = [one.by[p] for one in found if one.kind == "alone" and one.by[p] == sum(one.by)]
            assert not alone or min(alone) in mine
    assert seen > 30


def test_an_empty_zone_comes_with_its_relaxations() -> None:
    table = table_of([np.array([[10, 0], [0, 10]])], reservations=[8, 8])
    found = zone(table)
    assert found.count.most == 0
    assert {one.kind for one in found.relaxations} == {"alone", "total", "largest"}


def test_the_best_packages_are_ranked_over_all_of_them() -> None:
    for seed in range(60):
        table = small_table(seed)
        packages = np.array(all_packages(table))
        good = packages[accepted(table, packages).all(axis=1)]
        best = best_packages(table, 3, "utilitarian")
        assert best.complete
        sums = sorted((int(u.sum()) for u in table.utilities(good)), reverse=True)[:3]
        assert [sum(one.utilities) for one in best.packages] == sums, seed


def test_pivotal_parties_are_those_whose_refusal_undoes_adoption() -> None:
    table = table_of([np.array([[10, 10, 0]])], reservations=[5, 5, 5])
    assert pivotal(table, Rule("two", 2), (0,)) == ("p0", "p1")
    assert pivotal(table, Rule("one", 1), (0,)) == ()
    assert pivotal(table, CONSENSUS, (0,)) == ()


@pytest.mark.parametrize("concept", ["nash", "egalitarian"])
def test_nothing_is_ranked_in_an_empty_zone(concept: str) -> None:
    table = table_of([np.array([[10, 0], [0, 10]])], reservations=[8, 8])
    assert best_packages(table, 3, concept).packages == ()
