"""A linear programme in fractions, so that a share comes out as 2/15 and not as .13333.

Programmes of a division have a few dozen rows. The solvers at hand (OR-Tools' GLOP among them) compute in doubles and
need an extra; what they find differs from the exact vertex in the last bits, and ties decide who is satisfied first.
"""

from collections.abc import Sequence
from fractions import Fraction

Row = list[Fraction]


def maximised(
    objective: Sequence[Fraction], rows: Sequence[Sequence[Fraction]], bounds: Sequence[Fraction]
) -> tuple[list[Fraction], list[Fraction]]:
    """x >= 0 that maximises objective x subject to rows x <= bounds, and the price of each row (its dual value).

    The programme has a solution and is bounded. Primal simplex in two phases; Bland's rule (1977, Mathematics of
    Operations Research 2:103-107), so that it ends.
    """
    columns, height = len(objective), len(rows)
    table: list[Row] = [
        [*map(Fraction, row), *(Fraction(k == r) for k in range(height)), Fraction(-1), Fraction(bound)]
        for r, (row, bound) in enumerate(zip(rows, bounds, strict=True))
    ]
    basis = list(range(columns, columns + height))
    if min(bounds) < 0:
        _feasible(table, basis)
    for row in table:
        del row[-2]
    costs: Row = [*(-Fraction(c) for c in objective), *(Fraction(0),) * (height + 1)]
    for row, k in zip(table, basis, strict=True):
        if costs[k]:
            factor = costs[k]
            costs = [cost - factor * x for cost, x in zip(costs, row, strict=True)]
    _improve(table, costs, basis)
    solution = [Fraction(0)] * (columns + height)
    for row, k in zip(table, basis, strict=True):
        solution[k] = row[-1]
    return solution[:columns], costs[columns : columns + height]


def _feasible(table: list[Row], basis: list[int]) -> None:
    """Phase one: a slack common to all rows is taken in, and driven out again."""
    common = len(table[0]) - 2
    costs = [Fraction(0)] * common + [Fraction(1), Fraction(0)]
    worst = min(range(len(table)), key=lambda r: table[r][-1])
    _pivot(table, costs, worst, common)
    basis[worst] = common
    _improve(table, costs, basis)
    if common in basis:
        row = basis.index(common)
        enters = next(k for k in range(common) if table[row][k])
        _pivot(table, costs, row, enters)
        basis[row] = enters


def _improve(table: list[Row], costs: Row, basis: list[int]) -> None:
    while (enters := next((k for k in range(len(costs) - 1) if costs[k] < 0), None)) is not None:
        leaves = min(
            (r for r in range(len(table)) if table[r][enters] > 0),
            key=lambda r: (table[r][-1] / table[r][enters], basis[r]),
        )
        _pivot(table, costs, leaves, enters)
        basis[leaves] = enters


def _pivot(table: list[Row], costs: Row, leaves: int, enters: int) -> None:
    head = table[leaves][enters]
    pivot = table[leaves] = [x / head if x else x for x in table[leaves]]
    filled = [(k, x) for k, x in enumerate(pivot) if x]
    for row in [costs, *(one for r, one in enumerate(table) if r != leaves)]:
        if factor := row[enters]:
            for k, x in filled:
                row[k] -= factor * x
