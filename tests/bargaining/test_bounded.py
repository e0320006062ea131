"""What is too large gets an answer within its effort, with an honest certificate."""

import time

import numpy as np
import pytest

from goodoffices.bargaining import CONCEPTS, Limits
from goodoffices.bargaining.solver import Effort, Model, solved
from goodoffices.bargaining.table import table_of
from goodoffices.errors import Cancelled


@pytest.mark.parametrize("concept", CONCEPTS)
def test_two_hundred_issues_are_solved_within_their_effort_and_the_gap_is_said(concept: str) -> None:
    rng = np.random.default_rng(4)
    big = table_of([rng.integers(0, 10**6, (5, 5)) for _ in range(200)])
    found = solved(big, concept, Effort(seconds=2))
    assert found is not None
    assert found.utilities == tuple(int(u) for u in big.utilities([found.package])[0])
    assert found.certificate.proved or found.certificate.gap > 0


def test_the_runs_of_one_solution_share_its_effort() -> None:
    rng = np.random.default_rng(4)
    model = Model(table_of([rng.integers(0, 10**6, (5, 5)) for _ in range(40)]), Effort(seconds=4))
    left = [model.left]
    for total in (sum(model.utilities), model.utilities[0] - 2 * model.utilities[1]):
        model.best(total, "trial")
        left.append(model.left)
    assert left == sorted(set(left), reverse=True)


def test_the_solver_stops_between_its_runs_when_asked() -> None:
    small = table_of([np.array([[1, 2], [2, 1]]), np.array([[3, 1], [1, 3]])])
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        solved(small, "nash", limits=Limits(cancelled=lambda: True))
    assert time.monotonic() - begun < 30
