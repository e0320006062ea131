"""Solutions from the frontier and from the solver agree, and equal an independent enumeration."""

from fractions import Fraction
from math import prod

import numpy as np
import pytest

from goodoffices.bargaining.frontier import frontier
from goodoffices.bargaining.solutions import CONCEPTS, score, solutions
from goodoffices.bargaining.solver import Effort, solved
from goodoffices.bargaining.table import Table, table_of
from goodoffices.errors import BadArgument
from tests.bargaining.small_scenarios import all_packages, brute, small_table, utility


def acceptable(table: Table) -> dict[tuple[int, ...], tuple[int, ...]]:
    found = {package: utility(table, package) for package in all_packages(table)}
    return {
        p: u
        for p, u in found.items()
        if u is not None and all(x >= r for x, r in zip(u, table.reservations, strict=True))
    }


def test_each_concept_equals_its_definition_over_all_acceptable_packages() -> None:
    seen = 0
    for seed in range(500):
        table = small_table(seed)
        zone = acceptable(table)
        if not brute(table):
            continue
        found = solutions(table)
        if not zone:
            assert found == {}
            continue
        seen += 1
        r = table.reservations
        ideal = [max(u[p] for u in zone.values()) for p in range(len(r))]
        able = [p for p in range(len(r)) if ideal[p] > r[p]]
        best = {
            "utilitarian": max(sum(u) for u in zone.values()),
            "egalitarian": max(sorted(a - b for a, b in zip(u, r, strict=True)) for u in zone.values()),
            "nash": max(prod(u[p] - r[p] for p in able) for u in zone.values()),
            "kalai_smorodinsky": max(
                sorted(Fraction(u[p] - r[p], ideal[p] - r[p]) for p in able) for u in zone.values()
            ),
        }
        for concept, solution in found.items():
            u = solution.utilities
            assert zone[solution.package] == u
            mine: object = {
                "utilitarian": sum(u),
                "egalitarian": sorted(a - b for a, b in zip(u, r, strict=True)),
                "nash": prod(u[p] - r[p] for p in able),
                "kalai_smorodinsky": sorted(Fraction(u[p] - r[p], ideal[p] - r[p]) for p in able),
            }[concept]
            assert mine == best[concept], (seed, concept)
            assert solution.certificate.proved
    assert seen > 200


def test_the_solver_agrees_with_the_frontier_on_every_concept() -> None:
    pytest.importorskip("ortools")
    for seed in range(120):
        table = small_table(seed)
        if not brute(table):
            continue
        exact = solutions(table)
        for concept in CONCEPTS:
            answer = solved(table, concept, Effort(workers=1))
            assert (answer is None) == (concept not in exact), (seed, concept)
            if answer is not None:
                points = frontier(table, acceptable=True).points
                ideal = tuple(int(x) for x in points.max(axis=0))
                ours = score(concept, np.array(exact[concept].utilities), table.reservations, ideal)
                theirs = score(concept, np.array(answer.utilities), table.reservations, ideal)
                assert all(abs(float(a - b)) < 1e-5 for a, b in zip(ours, theirs, strict=True)), (
                    seed,
                    concept,
                )
                assert answer.certificate.proved


def test_the_solver_answers_for_thirty_parties() -> None:
    pytest.importorskip("ortools")
    rng = np.random.default_rng(3)
    table = table_of([rng.integers(0, 10**6, (4, 30)) for _ in range(12)])
    answer = solved(table, "utilitarian")
    assert answer is not None
    assert answer.certificate.proved
    assert sum(answer.utilities) == sum(int(rows.sum(axis=1).max()) for rows in table.contributions)


def test_an_unknown_concept_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadArgument, match="kalai_smorodinsky"):
        solutions(small_table(0), ("justice",))
    with pytest.raises(BadArgument, match="egalitarian"):
        solved(small_table(0), "justice")


def test_solutions_are_not_taken_from_an_epsilon_frontier() -> None:
    table = table_of([np.random.default_rng(0).integers(0, 10**6, (5, 3)) for _ in range(6)])
    with pytest.raises(BadArgument, match="exact frontier"):
        solutions(table, found=frontier(table, most=10))
