"""Ways from the status quo, and single changes of preference, against plain search."""

from itertools import pairwise

import pytest

from goodoffices.bargaining.stability.concepts import CONCEPTS, stability
from goodoffices.bargaining.stability.foresight import PLACES, changes, evolution
from goodoffices.bargaining.stability.graph import Graph, graph
from tests.bargaining.stability.definitions import own, reachable
from tests.bargaining.stability.random_graphs import random_graph


def shortest(the: Graph, start: int, goal: int, improving: bool) -> int | None:
    """Length of a shortest legal sequence, breadth first over (state, last mover)."""
    border, seen, steps = {(start, -1)}, {(start, -1)}, 0
    while border:
        if any(state == goal for state, _ in border):
            return steps
        border = {
            (x, j)
            for state, last in border
            for j in range(len(the.parties))
            if j != last
            for x in own(the, j, state, improving)
        } - seen
        seen |= border
        steps += 1
    return None


@pytest.mark.parametrize("block", range(3))
def test_ways_are_legal_and_shortest_and_found_exactly_where_there_are_any(block: int) -> None:
    for seed in range(30 * block, 30 * block + 30):
        the = random_graph(seed)
        found = evolution(the, 0)
        everybody = list(range(len(the.parties)))
        assert set(found.moves.found.nonzero()[0]) == reachable(the, everybody, 0)
        assert set(found.improvements.found.nonzero()[0]) == reachable(the, everybody, 0, improving=True)
        for goal in range(the.states):
            path = found.path(goal)
            best = shortest(the, 0, goal, improving=True)
            if best is None:
                best = shortest(the, 0, goal, improving=False)
            assert (None if path is None else len(path)) == best
            assert bool(found.unreachable[goal]) == (best is None)
            here = 0
            for step in path or ():
                i = the.party(step.party)
                assert step.state in own(the, i, here)
                assert step.improves == (the.ranks[i][step.state] > the.ranks[i][here])
                here = step.state
            assert all(a.party != b.party for a, b in pairwise(path or ()))


def test_each_change_named_makes_or_breaks_the_state_and_nothing_smaller_was_passed_over() -> None:
    """Every move of one state to any place of one decision maker's order is tried; none that counts goes unnamed."""
    for seed in range(25):
        the = random_graph(seed)
        for concept in CONCEPTS:
            before = bool(stability(the, [concept]).equilibria(concept)[0])
            named = changes(the, 0, concept)
            for one in named:
                i = the.party(one.party)
                moved = 2 * the.ranks[i]
                moved[one.state] = moved[one.other] + PLACES[one.place]
                assert bool(stability(the.ranked(i, moved), [concept]).equilibria(concept)[0]) != before
            assert bool(named) == any_change(the, concept, before), (seed, concept)


def any_change(the: Graph, concept: str, before: bool) -> bool:
    for i in range(len(the.parties)):
        for x in range(the.states):
            for place in range(-1, 2 * int(the.ranks[i].max()) + 2):
                moved = 2 * the.ranks[i]
                moved[x] = place
                if bool(stability(the.ranked(i, moved), [concept]).equilibria(concept)[0]) != before:
                    return True
    return False


def test_states_no_moves_lead_to_are_said() -> None:
    the = graph("ab", "xyz", [[(0, 1)], []], [[0, 1, 2], [0, 0, 0]])
    found = evolution(the, 0)
    assert found.unreachable.tolist() == [False, False, True]
    assert found.path(2) is None
    assert found.path(0) == ()
