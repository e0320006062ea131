"""Which states are stable, for whom, and under how much foresight.

For decision maker i at state s, after Fang, Hipel and Kilgour (1993), Interactive Decision Making, Wiley, chapter 3;
u_i ranks states, R_N-i(x) are the states the others can lead to from x (`sequences`):

nash: i has no improvement from s. gmr: after each improvement s1 the others can lead to some s2 with u_i(s2) <= u_i(s).
smr: to some such s2 from which i cannot escape by one move of its own to anything better than s. seq: as gmr, each step
of the others being an improvement of its mover. An equilibrium is stable for every decision maker.

Each comes down to one number per state: the least value at any state the others can lead to.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from goodoffices.bargaining.stability.graph import Graph, Moves, States, Values
from goodoffices.bargaining.stability.sequences import least_reached, reached, without
from goodoffices.errors import BadArgument

CONCEPTS = ("nash", "gmr", "smr", "seq")
"""The names under which stability is asked for."""


class Stability(msgspec.Struct, frozen=True, eq=False):
    """Per concept, a mask of stable states for each decision maker, in the order of the graph."""

    graph: Graph
    stable: dict[str, tuple[States, ...]]

    def equilibria(self, concept: str) -> States:
        """The states that are stable for every decision maker."""
        found: States = np.logical_and.reduce(self.stable[concept])
        return found


def stability(graph: Graph, concepts: Sequence[str] = CONCEPTS, single: bool = False) -> Stability:
    """Which states are stable for whom. `single`: the others answer by one move of one of them, not by a sequence.

    Raises BadArgument for an unknown concept.
    """
    for concept in concepts:
        if concept not in CONCEPTS:
            raise BadArgument("a concept is one of " + ", ".join(CONCEPTS), concept, "Choose one of these.")
    parties = range(len(graph.parties))
    return Stability(graph, {c: tuple(_stable(graph, i, c, single) for i in parties) for c in concepts})


def _stable(graph: Graph, i: int, concept: str, single: bool) -> States:
    mine, ranks = graph.improvements[i], graph.ranks[i]
    stable = np.ones(graph.states, bool)
    if concept == "nash":
        stable[mine.start] = False
        return stable
    others = without(graph.improvements if concept == "seq" else graph.moves, i)
    values = _escaped(graph.moves[i], ranks) if concept == "smr" else ranks
    lowest = least_reached(others, values, single)
    stable[mine.start[lowest[mine.end] > ranks[mine.start]]] = False
    return stable


def _escaped(moves: Moves, ranks: Values) -> Values:
    """The best i can have at a state or after one move from it."""
    return np.maximum(ranks, -moves.least(-ranks, -int(ranks.min(initial=0))))


def coalition_stable(graph: Graph, members: Sequence[int], state: int, concept: str, single: bool = False) -> bool:
    """Whether `state` is stable for the coalition of `members`: no sequence of theirs that betters the lot of each, or
    after each such one the others can lead to a state that is no better for some member.

    Kilgour, Hipel, Fang and Peng (2001), "Coalition analysis in group decision support", Group Decision and Negotiation
    10:159-175; Inohara and Hipel (2008), "Coalition analysis in the graph model for conflict resolution", Systems
    Engineering 11:343-359. Under seq the others go by improvements of each mover. For one member it is the stability of
    that decision maker.
    """
    theirs = [graph.moves[i] for i in members]
    better = np.logical_and.reduce([graph.ranks[i] > graph.ranks[i][state] for i in members])
    gains = reached(theirs, state) & better
    if concept == "nash" or not gains.any():
        return not gains.any()
    held = ~better
    if concept == "smr":
        held &= least_reached(theirs, np.where(better, 0, 1)) > 0
    others = without(graph.improvements if concept == "seq" else graph.moves, *members)
    return bool((least_reached(others, np.where(held, 0, 1), single)[gains] == 0).all())
