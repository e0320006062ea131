"""Agreement of voters against the definitions, worked out pair by pair."""

import datetime as dt
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.errors import BadArgument, NotFound
from goodoffices.standing import RollCalls, agreement, dyad, dyads
from goodoffices.standing.dyads import by_issue, by_year
from goodoffices.standing.rollcalls import VOTES, Call, Vote

WORTH = {"yes": 0.0, "abstain": 0.5, "no": 1.0}
votes = st.sampled_from(VOTES)


def calls_of(first: list[Vote], second: list[Vote]) -> RollCalls:
    calls = [Call(id=str(n), date=dt.date(2000 + n % 3, 1, 1 + n % 28), issues=("me",)) for n in range(len(first))]
    cast: dict[tuple[str, str], Vote] = {}
    for n, (one, other) in enumerate(zip(first, second, strict=True)):
        cast |= {(str(n), "rus"): one, (str(n), "usa"): other}
    return RollCalls.of(calls, cast)


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


@given(st.lists(st.tuples(votes, votes), min_size=1, max_size=40), st.booleans())
def test_agreement_is_its_definition(cast: list[tuple[Vote, Vote]], squared: bool) -> None:
    first, second = [a for a, _ in cast], [b for _, b in cast]
    found = dyad(calls_of(first, second), "rus", "usa", squared=squared).agreement

    def distance(a: Vote, b: Vote) -> float:
        return abs(WORTH[a] - WORTH[b]) ** (2 if squared else 1)

    observed = mean([distance(a, b) for a, b in cast])
    by_chance = mean([distance(a, b) for a, b in product(first, second)])
    pooled = mean([distance(a, b) for a, b in product(first + second, repeat=2)])
    assert found.lijphart == pytest.approx(1 - observed)
    assert found.s == pytest.approx(1 - 2 * observed)
    assert found.kappa == (pytest.approx(1 - observed / by_chance) if by_chance else None)
    assert found.pi == (pytest.approx(1 - observed / pooled) if pooled else None)
    assert found.identical == pytest.approx(mean([float(a == b) for a, b in cast]))


def test_cohens_kappa_of_two_votes_is_that_of_the_textbook() -> None:
    # Cohen's kappa by hand: 20 and 15 alike, 5 and 10 unlike of 50; po = .7, pe = .5, kappa = .4.
    together = np.array([[20, 0, 5], [0, 0, 0], [10, 0, 15]])
    assert agreement(together).kappa == pytest.approx(0.4)


def test_absences_are_left_out_and_counted() -> None:
    calls = [Call(id=str(n), date=dt.date(2000, 1, 1 + n)) for n in range(3)]
    table = RollCalls.of(calls, {("0", "rus"): "yes", ("0", "usa"): "no", ("1", "rus"): "yes", ("2", "usa"): "no"})
    found = dyad(table, "rus", "usa")
    assert (found.agreement.calls, found.absent) == (1, 2)


def test_who_never_voted_together_has_no_agreement() -> None:
    calls = [Call(id="0", date=dt.date(2000, 1, 1)), Call(id="1", date=dt.date(2000, 1, 2))]
    found = dyad(RollCalls.of(calls, {("0", "rus"): "yes", ("1", "usa"): "yes"}), "rus", "usa").agreement
    assert (found.calls, found.lijphart, found.s, found.kappa) == (0, None, None, None)


@given(st.lists(st.tuples(votes, votes), min_size=1, max_size=12))
def test_all_dyads_at_once_are_each_dyad_alone(cast: list[tuple[Vote, Vote]]) -> None:
    table = calls_of([a for a, _ in cast], [b for _, b in cast])
    assert dyads(table) == (dyad(table, "rus", "usa"),)


def test_years_and_issues_part_the_calls() -> None:
    table = calls_of(["yes"] * 6, ["no", "yes"] * 3)
    years = by_year(table, "rus", "usa")
    assert {year: one.agreement.calls for year, one in years.items()} == {2000: 2, 2001: 2, 2002: 2}
    assert by_issue(table, "rus", "usa")["me"].agreement.calls == 6


def test_a_stranger_and_a_party_twice_are_refused() -> None:
    table = calls_of(["yes"], ["no"])
    with pytest.raises(NotFound, match="List the parties"):
        dyad(table, "rus", "fra")
    with pytest.raises(BadArgument, match="two parties"):
        dyad(table, "rus", "rus")
    with pytest.raises(NotFound, match="Add the roll call"):
        RollCalls.of([], {("9", "rus"): "yes"})
