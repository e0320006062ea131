"""The frontier equals an independent brute force, and says what it cannot do."""

import builtins
import importlib
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from goodoffices.bargaining import dominance
from goodoffices.bargaining.frontier import Frontier, frontier
from goodoffices.bargaining.limits import Limits, Progress, TooLarge
from goodoffices.bargaining.plan import plan
from goodoffices.bargaining.table import Table, Term, table_of
from goodoffices.errors import BadArgument, BadScenario, Cancelled
from tests.bargaining.small_scenarios import brute, small_table, utility

BLOCKS = range(10)


def random_table(parties: int, issues: int, options: int, seed: int = 0) -> Table:
    rng = np.random.default_rng(seed)
    return table_of([rng.integers(0, 10**6, (options, parties)) for _ in range(issues)])


def as_points(found: Frontier) -> list[tuple[int, ...]]:
    return [tuple(int(x) for x in row) for row in found.points]


@pytest.mark.parametrize("block", BLOCKS)
def test_points_packages_and_tie_counts_equal_brute_force_on_two_hundred_scenarios_a_block(
    block: int,
) -> None:
    for seed in range(200 * block, 200 * (block + 1)):
        table = small_table(seed)
        expected = brute(table)
        if not expected:
            with pytest.raises(BadScenario, match="hard linkages"):
                frontier(table)
            continue
        found = frontier(table)
        assert set(as_points(found)) == set(expected), seed
        assert len(found) == len(expected), seed
        for k, point in enumerate(as_points(found)):
            assert found.counts[k] == len(expected[point]), seed
            assert set(found.behind(k, 10_000)) == expected[point], seed
            assert tuple(found.packages[k].tolist()) in expected[point], seed


def test_pruning_by_reservations_keeps_exactly_the_acceptable_frontier() -> None:
    for seed in range(400):
        table = small_table(seed)
        if brute(table):
            assert set(as_points(frontier(table, acceptable=True))) == set(brute(table, acceptable=True)), seed


def test_an_epsilon_frontier_covers_every_package_within_its_stated_guarantee() -> None:
    for seed in range(300):
        table = small_table(seed, hard=False)
        for asked in (0.5e-6, 3e-6, 20e-6):
            found = frontier(table, epsilon=asked)
            assert found.epsilon <= asked * 1e6 + 1e-9
            for point in brute(table):
                assert ((found.points + found.epsilon) >= np.array(point)).all(axis=1).any(), seed


def test_a_bound_on_points_is_kept_and_the_epsilon_it_cost_holds() -> None:
    table = random_table(3, 6, 4)
    exact, few = frontier(table), frontier(table, most=40)
    assert len(few) <= 40 < len(exact)
    assert few.epsilon > 0
    assert all(((few.points + few.epsilon) >= point).all(axis=1).any() for point in exact.points)


def test_the_sieve_and_parallel_slabs_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from goodoffices.bargaining import sieve

    table = random_table(5, 6, 5)
    with_sieve = frontier(table)
    monkeypatch.setattr(sieve, "WORTHWHILE", 10**12)
    assert frontier(table).digest == with_sieve.digest
    monkeypatch.setattr(dominance, "SHARED", 50)
    with ThreadPoolExecutor(2) as threads:
        assert frontier(table, map=threads.map).digest == with_sieve.digest


def test_leaving_joins_unfiltered_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from goodoffices.bargaining import sieve

    module = importlib.import_module("goodoffices.bargaining.frontier")

    table = random_table(5, 7, 4)
    exact = frontier(table)
    monkeypatch.setattr(sieve, "WORTHWHILE", 10)
    monkeypatch.setattr(module, "DEFER", 10)
    assert frontier(table).digest == exact.digest


def test_every_order_of_joins_gives_the_same_frontier() -> None:
    from goodoffices.bargaining.ordering import orders
    from goodoffices.bargaining.plan import estimated

    for seed in range(100):
        table = small_table(seed)
        if brute(table):
            digests = {frontier(table, planned=estimated(table, order)).digest for order in orders(table)}
            assert len(digests) == 1, seed


def test_counts_stay_exact_beyond_machine_integers() -> None:
    found = frontier(table_of([np.zeros((4, 2)) for _ in range(50)]))
    assert len(found) == 1
    assert int(found.counts[0]) == 4**50


def test_a_hub_with_many_linkages_stays_small() -> None:
    """Twelve issues each tied to one hub: states of the hub's options, not subsets of its linkages."""
    rng = np.random.default_rng(1)
    terms = [
        Term(f"l{k}", ((0, frozenset([k % 4])), (k, frozenset([0]))), (int(rng.integers(-50, 50)), 0))
        for k in range(1, 13)
    ]
    table = table_of([rng.integers(0, 100, (4, 2)) for _ in range(13)], terms)
    assert plan(table).states <= 8
    sample = rng.integers(0, 4, (4000, 13))
    points = frontier(table).points
    for package in sample:
        u = utility(table, tuple(int(o) for o in package))
        assert u is not None
        assert (points >= np.array(u)).all(axis=1).any()


def test_contradictory_hard_linkages_are_named_and_only_those() -> None:
    def refusal(name: str, a: int, b: int) -> Term:
        return Term(name, ((0, frozenset([a])), (1, frozenset([b]))), (0, 0), 0)

    terms = [refusal(f"no {a}{b}", a, b) for a in (0, 1) for b in (0, 1)]
    extra = Term("idle", ((1, frozenset([0])), (2, frozenset([0]))), (0, 0), 1)
    table = table_of([np.ones((2, 2))] * 3, [*terms, extra])
    with pytest.raises(BadScenario, match=r"no 00 \+ no 01 \+ no 10 \+ no 11"):
        frontier(table)


def test_two_hundred_issues_of_five_parties_are_refused_at_once_with_what_to_do_instead() -> None:
    with pytest.raises(TooLarge, match="ask for the solutions alone"):
        frontier(random_table(5, 200, 3))


def test_what_does_not_fit_names_an_epsilon_that_does() -> None:
    table = random_table(5, 30, 3)
    with pytest.raises(TooLarge, match=r"An epsilon of .* points fits") as caught:
        frontier(table, limits=Limits(seconds=0.01))
    assert caught.value.epsilon is not None
    found = frontier(table, most=1000)
    assert found.epsilon <= caught.value.epsilon * 1e6 + 1


def test_two_hundred_issues_of_two_parties_are_solved() -> None:
    found = frontier(random_table(2, 200, 2))
    assert len(found) > 100
    assert found.plan.packages == 2**200


def test_thirty_parties_on_a_few_issues_are_solved() -> None:
    table = random_table(30, 4, 3)
    assert len(frontier(table)) == 81


def test_the_memory_bound_holds_and_names_an_epsilon() -> None:
    with pytest.raises(TooLarge, match="epsilon"):
        frontier(random_table(5, 9, 5), limits=Limits(memory=50_000))


def test_work_can_be_watched_and_cancelled() -> None:
    table, seen = random_table(3, 8, 4), list[Progress]()
    frontier(table, limits=Limits(progress=seen.append))
    assert [one.step for one in seen] == list(range(1, 8))
    with pytest.raises(Cancelled):
        frontier(table, limits=Limits(cancelled=lambda: len(seen) > 0))


def test_a_negative_epsilon_is_refused() -> None:
    with pytest.raises(BadArgument, match="zero or more"):
        frontier(random_table(2, 2, 2), epsilon=-1)


def test_the_plan_names_its_method_and_costs() -> None:
    said = str(plan(random_table(3, 10, 5)))
    assert said.startswith(("issue by issue", "balanced"))
    assert "points" in said
    assert builtins.map is map
