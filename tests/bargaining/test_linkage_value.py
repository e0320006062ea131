"""The value of a linkage, ways out of it, packaging, the upper hand and concession paths."""

import numpy as np
import pytest

from goodoffices.bargaining.frontier import frontier
from goodoffices.bargaining.linkage_value import ASSUMPTIONS, exits, linkage_value, restricted
from goodoffices.bargaining.packaging import packaging, tied_issues
from goodoffices.bargaining.standing import concession_path, upper_hand
from goodoffices.bargaining.table import Table, Term, table_of
from goodoffices.errors import BadArgument, BadScenario
from tests.bargaining.small_scenarios import all_packages, brute, small_table, utility


def trade() -> Table:
    """Two issues on which each side wants the other one; p0 refuses to give on the first unless paid on the
    second."""
    rows = [np.array([[0, 8], [6, 0]]), np.array([[0, 5], [10, 0]])]
    return table_of(rows, [Term("only if", ((0, frozenset([0])), (1, frozenset([0]))), (0, 0), 0)])


def test_a_refusal_removes_packages_and_shifts_the_utilitarian_solution_to_its_author() -> None:
    value = linkage_value(trade(), "only if", ("utilitarian",))
    assert (value.acceptable_with.least, value.acceptable_without.least) == (3, 4)
    assert value.removed.least == 1
    assert value.created.least == 0
    believed = next(one for one in value.worths if one.assumption == ASSUMPTIONS[0])
    assert believed.package == believed.without == (0, 1)
    assert believed.gains == (0, 0)


def test_gains_of_a_linkage_equal_solving_twice_by_hand() -> None:
    checked = 0
    for seed in range(300):
        table = small_table(seed)
        for term in table.terms:
            if not brute(table) or not brute(table, acceptable=True):
                continue
            plain = table.without(term.name)
            value = linkage_value(table, term.name, ("utilitarian",))
            for worth in value.worths:
                if worth.gains is None or worth.package is None or worth.without is None:
                    continue
                real = table if worth.assumption.true else plain
                a, b = utility(real, worth.package), utility(plain, worth.without)
                assert a is not None
                assert b is not None
                assert worth.gains == tuple(x - y for x, y in zip(a, b, strict=True)), seed
                checked += 1
    assert checked > 300


def test_a_threat_nobody_believes_may_end_in_a_refusal_and_says_so() -> None:
    rows = [np.array([[0, 8], [1, 0]]), np.array([[0, 5], [1, 0]])]
    table = table_of(rows, [Term("only if", ((0, frozenset([0])), (1, frozenset([0]))), (0, 0), 0)])
    value = linkage_value(table, "only if", ("utilitarian",))
    unbelieved = next(one for one in value.worths if not one.assumption.believed)
    assert unbelieved.refused
    assert unbelieved.gains is None


def test_a_linkage_that_is_not_there_is_named() -> None:
    with pytest.raises(BadScenario, match="nothing"):
        linkage_value(trade(), "nothing")


def test_each_exit_avoids_the_pattern_and_the_cheapest_comes_first() -> None:
    rows = [np.array([[0, 8], [1, 0]]), np.array([[0, 5], [1, 0]])]
    table = table_of(rows, [Term("only if", ((0, frozenset([0])), (1, frozenset([0]))), (0, 0), 0)])
    found = exits(table, "only if", "utilitarian")
    assert [one.issue for one in found] == ["i1", "i0"]
    assert found[0].package == (0, 1)
    assert found[0].costs == (-1, 5)


def test_restricting_an_issue_keeps_utilities() -> None:
    for seed in range(100):
        table = small_table(seed)
        left = list(range(1, len(table.options[0]))) or [0]
        narrow = restricted(table, 0, left)
        for package in all_packages(narrow):
            assert utility(narrow, package) == utility(table, (left[package[0]], *package[1:])), seed


def test_packaging_gains_are_what_separate_settlements_leave_on_the_table() -> None:
    """Each side cares for one issue only: apart, egalitarian splits both; together, each takes its own."""
    table = table_of([np.array([[10, 0], [4, 1], [0, 2]]), np.array([[2, 0], [1, 4], [0, 10]])])
    found = packaging(table, "egalitarian")
    assert found.separate == (1, 1)
    assert found.together == (0, 2)
    assert found.gains == (5, 5)
    assert found.acceptable


def test_an_issue_where_somebody_must_lose_stays_stuck() -> None:
    table = table_of([np.array([[10, 0], [0, 10]])], reservations=[5, 5])
    assert packaging(table).stuck == ("i0",)


def test_tied_issues_are_grouped() -> None:
    terms = [Term("a", ((0, frozenset([0])), (2, frozenset([0]))), (1, 0))]
    assert tied_issues(table_of([np.ones((2, 2))] * 4, terms)) == (("i0", "i2"),)


def test_at_the_equal_ratio_package_nobody_is_ahead() -> None:
    table = table_of([np.random.default_rng(4).integers(0, 100, (4, 3)) for _ in range(5)])
    some = frontier(table)
    even = upper_hand(table, tuple(int(o) for o in some.packages[0]), some)
    assert even.ahead
    level = min(range(len(some)), key=lambda k: len(upper_hand(table, tuple(some.packages[k].tolist())).ahead))
    assert upper_hand(table, tuple(some.packages[level].tolist())).ahead == ()


def test_shares_need_an_acceptable_package() -> None:
    table = table_of([np.array([[10, 0], [0, 10]])], reservations=[8, 8])
    with pytest.raises(BadArgument, match="acceptable to all"):
        upper_hand(table, (0,))


def test_a_concession_path_adds_up_and_orders_steps_to_keep_everybody_in() -> None:
    for seed in range(200):
        table = small_table(seed, hard=False)
        packages = all_packages(table)
        start, goal = packages[0], packages[-1]
        path = concession_path(table, start, goal)
        total = np.array([step.change for step in path]).reshape(len(path), len(table.parties)).sum(axis=0)
        assert total.tolist() == (table.utilities([goal]) - table.utilities([start]))[0].tolist()
        assert {step.issue for step in path} == {f"i{i}" for i in range(len(start)) if start[i] != goal[i]}


def test_the_better_order_of_two_concessions_is_found() -> None:
    """Giving first would put p0 below its reservation; receiving first keeps both at home."""
    table = table_of([np.array([[5, 0], [0, 9]]), np.array([[0, 5], [5, 4]])], reservations=[5, 4])
    path = concession_path(table, (0, 0), (1, 1))
    assert [step.issue for step in path] == ["i1", "i0"]
    assert all(step.acceptable for step in path)
    assert path[1].givers == ("p0",)
    assert path[1].receivers == ("p1",)
