"""Stability against the book's definitions, and the published conflicts."""

from itertools import combinations

import pytest

from goodoffices.bargaining.stability.concepts import CONCEPTS, coalition_stable, stability
from goodoffices.bargaining.stability.graph import Graph, graph
from goodoffices.errors import BadArgument
from tests.bargaining.stability.definitions import coalition_is_stable, is_stable
from tests.bargaining.stability.random_graphs import random_graph


@pytest.mark.parametrize("block", range(5))
def test_every_concept_equals_its_definition_on_a_hundred_random_graphs_a_block(block: int) -> None:
    seen = set()
    for seed in range(100 * block, 100 * block + 100):
        the = random_graph(seed)
        for single in (False, True):
            found = stability(the, single=single)
            for concept in CONCEPTS:
                for i in range(len(the.parties)):
                    for s in range(the.states):
                        expected = is_stable(the, i, s, concept, single)
                        assert bool(found.stable[concept][i][s]) == expected, (seed, concept, i, s, single)
                        seen.add((concept, expected))
    assert len(seen) == 2 * len(CONCEPTS)


def test_coalitions_equal_their_definition_on_random_graphs() -> None:
    differ = 0
    for seed in range(50):
        the = random_graph(seed)
        for size in range(1, len(the.parties) + 1):
            for members in combinations(range(len(the.parties)), size):
                for s in range(the.states):
                    for concept in CONCEPTS:
                        expected = coalition_is_stable(the, list(members), s, concept)
                        assert coalition_stable(the, members, s, concept) == expected, (seed, members, s, concept)
                        differ += not expected
    assert differ > 400


def test_stability_under_more_foresight_implies_what_the_book_says() -> None:
    """Nash implies all; SMR implies GMR; SEQ implies GMR."""
    for seed in range(500, 700):
        found = stability(random_graph(seed)).stable
        for nash, gmr, smr, seq in zip(*(found[c] for c in CONCEPTS), strict=True):
            assert (~nash | (smr & seq)).all()
            assert (~smr | gmr).all()
            assert (~seq | gmr).all()


def test_an_answer_in_two_moves_deters_only_where_sequences_count() -> None:
    """b and c together, not either alone, can make a regret its improvement."""
    the = graph("abc", "wxyz", [[(0, 1)], [(1, 2)], [(2, 3)]], [[1, 2, 3, 0], [0, 0, 0, 0], [0, 0, 0, 0]])
    assert bool(stability(the, ["gmr"]).stable["gmr"][0][0])
    assert not bool(stability(the, ["gmr"], single=True).stable["gmr"][0][0])


def test_two_moves_in_a_row_by_one_opponent_are_no_answer() -> None:
    the = graph("ab", "wxyz", [[(0, 1)], [(1, 2), (2, 3)]], [[1, 2, 3, 0], [0, 0, 0, 0]])
    assert not bool(stability(the, ["gmr"]).stable["gmr"][0][0])


def prisoners(one: tuple[int, ...] = (2, 1, 4, 3)) -> Graph:
    """States NN, YN, NY, YY (Y: cooperates); the first cares in the order NY, YY, NN, YN. one: another first party;
    the second is its mirror."""
    return graph(
        ["one", "two"],
        ["NN", "YN", "NY", "YY"],
        [[(0, 1), (1, 0), (2, 3), (3, 2)], [(0, 2), (2, 0), (1, 3), (3, 1)]],
        [one, (one[0], one[2], one[1], one[3])],
    )


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        # Fang, Hipel and Kilgour (1993): mutual defection under every concept, mutual cooperation under all but Nash.
        ((2, 1, 4, 3), {"nash": "NN", "gmr": "NN YY", "smr": "NN YY", "seq": "NN YY"}),
        # Chicken by hand: one alone gives way. From NY the other can go to NN, which deters leaving YY, and the best
        # way out (YN: 2) is no better than 3; but it would harm the other at once, so SEQ does not count it.
        ((1, 2, 4, 3), {"nash": "NY YN", "gmr": "NY YN YY", "smr": "NY YN YY", "seq": "NY YN"}),
        # The stag hunt by hand: both together, or neither.
        ((2, 1, 3, 4), dict.fromkeys(CONCEPTS, "NN YY")),
    ],
)
def test_games_of_two_by_two_have_their_equilibria(one: tuple[int, ...], expected: dict[str, str]) -> None:
    found = stability(prisoners(one))
    equilibria = {c: {found.graph.names[s] for s in found.equilibria(c).nonzero()[0]} for c in CONCEPTS}
    assert equilibria == {c: set(states.split()) for c, states in expected.items()}


def test_an_unknown_concept_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadArgument, match="nash, gmr, smr, seq"):
        stability(prisoners(), ["trembling"])
    with pytest.raises(BadArgument, match="one of the conflict's"):
        prisoners().party("three")
