"""Adjusted Winner and leximin: published cases, their defining properties, and an independent solver."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goodoffices.bargaining.division import Division, PointTable, adjusted_winner, leximin, read_points
from goodoffices.bargaining.scenario import Party
from goodoffices.errors import BadArgument, BadScenario


def points(*rows: list[int]) -> PointTable:
    return PointTable(
        tuple(Party(f"p{p}") for p in range(len(rows))),
        tuple((f"i{i}", f"i{i}") for i in range(len(rows[0]))),
        tuple(tuple(map(Fraction, row)) for row in rows),
    )


@st.composite
def tables(draw: st.DrawFn, parties: int = 2) -> PointTable:
    """Points with ties and zeros; every party spreads 60."""
    issues = draw(st.integers(1, 6))
    rows = []
    for _ in range(parties):
        cuts = sorted(draw(st.lists(st.integers(0, 12), min_size=issues - 1, max_size=issues - 1)))
        rows.append([5 * (b - a) for a, b in zip([0, *cuts], [*cuts, 12], strict=True)])
    return points(*rows)


PANAMA = points([22, 22, 15, 14, 11, 6, 2, 2, 2, 4], [9, 15, 15, 3, 15, 5, 7, 7, 13, 11])
"""The Panama Canal treaty: Raiffa (1982), divided by Brams and Taylor (1996); as quoted after them."""

CAMP_DAVID = points([35, 10, 20, 10, 5, 20], [55, 5, 10, 5, 20, 5])
"""Camp David: Brams and Togman (1996), Conflict Management and Peace Science 15:99-112; as quoted after them."""


def test_panama_canal_ends_at_sixty_six_each_with_land_and_water_shared() -> None:
    found = adjusted_winner(PANAMA)
    assert found.division.scores == (Fraction(66), Fraction(66))
    assert found.division.split == (2,)
    assert [(step.issue, step.share) for step in found.handovers] == [(2, Fraction(2, 15))]
    assert (found.handovers[0].giver, found.handovers[0].receiver) == (1, 0)
    assert found.won[2] is None


def test_a_divorce_with_an_issue_worth_the_same_to_both_shares_the_mansion() -> None:
    """The example of Brams and Taylor (1999), The Win-Win Solution: estate, mansion, apartment, triplex, jewelry. By
    hand: 80 to 68 with the jewelry; 78 to 70 without; of the mansion (40 and 20) 8/60, and both have 72 2/3."""
    found = adjusted_winner(points([10, 40, 10, 38, 2], [38, 20, 30, 10, 2]))
    assert found.division.scores == (Fraction(218, 3),) * 2
    assert found.division.split == (1,)
    assert found.division.shares[0][1] == Fraction(13, 15)


def test_camp_david_ends_at_sixty_five_and_five_sixths_with_a_sixth_of_sinai_handed_over() -> None:
    found = adjusted_winner(CAMP_DAVID)
    assert found.division.scores == (Fraction(395, 6), Fraction(395, 6))
    assert [(s.issue, s.giver, s.share) for s in found.handovers] == [(0, 1, Fraction(1, 6))]


def score(the: PointTable, p: int, shares: tuple[Fraction, ...]) -> Fraction:
    return sum((v * x for v, x in zip(the.points[p], shares, strict=True)), Fraction(0))


@given(tables())
def test_both_score_alike_envy_nothing_and_share_at_most_one_issue(the: PointTable) -> None:
    found = adjusted_winner(the).division
    assert found.scores[0] == found.scores[1]
    assert len(found.split) <= 1
    for p in (0, 1):
        assert score(the, p, found.shares[p]) == found.scores[p] >= score(the, p, found.shares[1 - p])
    for i in range(len(the.issues)):
        assert found.shares[0][i] + found.shares[1][i] == 1


@given(tables())
def test_no_trade_of_two_issues_would_better_both(the: PointTable) -> None:
    """Efficiency of a linear division: whoever holds some of an issue gains at least the other's ratio there."""
    found = adjusted_winner(the).division
    for i, k in itertools.permutations(range(len(the.issues)), 2):
        if found.shares[0][i] > 0 and found.shares[1][k] > 0:
            (a, b), (c, d) = ((the.points[p][i], the.points[p][k]) for p in (0, 1))
            assert a * d >= b * c


@given(tables())
def test_the_handovers_lead_from_what_was_won_to_the_outcome(the: PointTable) -> None:
    found = adjusted_winner(the)
    holds = [Fraction(winner == 0) for winner in found.won]
    for step in found.handovers:
        holds[step.issue] += step.share if step.receiver == 0 else -step.share
    assert tuple(holds) == found.division.shares[0]
    assert all(step.share == 1 for step in found.handovers[:-1])
    assert len({step.giver for step in found.handovers}) <= 1


@given(tables())
def test_leximin_of_two_has_the_scores_of_adjusted_winner(the: PointTable) -> None:
    assert leximin(the).scores == adjusted_winner(the).division.scores


# Two who want the same, beside whom GLOP, asked in place of CLP, ended without an answer.
TWINS = points(
    [0, 0, 5, 25, 20, 10], [10, 5, 10, 0, 10, 25], [10, 5, 5, 5, 10, 25], [0, 5, 20, 10, 25, 0], [0, 5, 20, 10, 25, 0]
)


@settings(deadline=None, max_examples=40)
@given(st.integers(3, 5).flatmap(tables))
@example(TWINS)
def test_leximin_equals_an_independent_solver_level_by_level(the: PointTable) -> None:
    found = leximin(the)
    assert sorted(map(float, found.scores)) == pytest.approx(solved_by_clp(the), abs=1e-6)
    for i in range(len(the.issues)):
        assert sum(row[i] for row in found.shares) == 1
        assert all(row[i] >= 0 for row in found.shares)
    assert all(score(the, p, row) == found.scores[p] for p, row in enumerate(found.shares))


def solved_by_clp(the: PointTable) -> list[float]:
    """Sorted scores by the greatest sums of the k smallest (Ogryczak and Sliwinski 2006), in doubles."""
    from ortools.linear_solver import pywraplp

    parties, issues = len(the.parties), len(the.issues)
    sums: list[float] = []
    for size in range(1, parties + 1):
        solver = pywraplp.Solver.CreateSolver("CLP")  # GLOP gives up on some of these
        x = [[solver.NumVar(0, 1, "") for _ in range(issues)] for _ in range(parties)]
        u = [sum(float(v) * y for v, y in zip(row, xs, strict=True)) for row, xs in zip(the.points, x, strict=True)]
        for i in range(issues):
            solver.Add(sum(row[i] for row in x) <= 1)
        totals = []
        for k in range(1, size + 1):
            level = solver.NumVar(-1000, 1000, "")
            lacks = [solver.NumVar(0, 1000, "") for _ in u]
            for one, lack in zip(u, lacks, strict=True):
                solver.Add(lack >= level - one)
            totals.append(k * level - sum(lacks))
        for before, total in zip(sums, totals, strict=False):
            solver.Add(total >= before - 1e-9)
        solver.Maximize(totals[-1])
        assert solver.Solve() == solver.OPTIMAL
        sums.append(solver.Objective().Value())
    return [b - a for a, b in zip([0.0, *sums], sums, strict=False)]


def test_three_parties_with_one_wish_each_get_it() -> None:
    assert leximin(points([100, 0, 0], [0, 100, 0], [0, 0, 100])).scores == (Fraction(100),) * 3


def test_one_issue_for_all_is_shared_alike_and_what_nobody_wants_is_still_given() -> None:
    found = leximin(points([100, 0], [100, 0], [100, 0]))
    assert found == Division(
        ((Fraction(1, 3), Fraction(1)), (Fraction(1, 3), Fraction(0)), (Fraction(1, 3), Fraction(0))),
        (Fraction(100, 3),) * 3,
    )


TEXT = """\
division: 1
fictional: true
parties: [{id: arden}, {id: bresk}]
issues: [{id: ferry, label: The ferry}, {id: weir}]
points:
  arden: {ferry: 60, weir: 40}
  bresk: {ferry: 33.5, weir: 133/2}
"""


def test_a_file_reads_into_exact_points() -> None:
    the = read_points(TEXT)
    assert the.points == ((Fraction(60), Fraction(40)), (Fraction(67, 2), Fraction(133, 2)))
    assert the.issues[0] == ("ferry", "The ferry")
    found = adjusted_winner(the)
    assert found.division.scores[0] == found.division.scores[1]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("weir: 40", "weir: 45", "same number of points"),
        ("ferry: 60, weir: 40", "ferry: 0, weir: 0", "above zero"),
        ("ferry: 60, weir: 40", "ferry: -60, weir: 160", "zero or more"),
        ("ferry: 60, weir: 40", "ferry: 100", "none for weir"),
        ("ferry: 60", "ferry: many", "is a number"),
        ("ferry: 60", "ferry: 1/0", "is a number"),
        ("{id: bresk}]", "{id: bresk}, {id: arden}]", "stands once"),
        ("division: 1", "division: 9", "division: 1"),
        ("{id: arden}, ", "", "two parties or more"),
        ("issues: [{id: ferry, label: The ferry}, {id: weir}]", "issues: []", "and an issue"),
        ("fictional: true", "colour: red", "known entries"),
    ],
)
def test_points_that_cannot_be_divided_are_refused_by_name(old: str, new: str, says: str) -> None:
    assert old in TEXT
    with pytest.raises(BadScenario, match=says):
        read_points(TEXT.replace(old, new, 1))


def test_adjusted_winner_is_for_two_and_leximin_has_a_size() -> None:
    with pytest.raises(BadArgument, match="leximin"):
        adjusted_winner(points([1], [1], [1]))
    with pytest.raises(BadArgument, match="at most 200"):
        leximin(points(*[[1] * 101] * 4))
    with pytest.raises(BadScenario, match="two parties or more"):
        leximin(points([1]))
