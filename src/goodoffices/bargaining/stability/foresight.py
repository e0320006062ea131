"""From where a conflict stands: which states it can come to, by whose moves, and what hangs on a single preference."""

from collections.abc import Iterator

import msgspec
import numpy as np

from goodoffices.bargaining.stability.concepts import stability
from goodoffices.bargaining.stability.graph import Graph, States, Values
from goodoffices.bargaining.stability.sequences import Ways

LOOKED_THROUGH = 2_000
"""States of the largest conflict in which single changes of preference are tried one by one."""


PLACES = {"above": 1, "level with": 0, "below": -1}
"""Where a state is moved to, beside another one."""


class Step(msgspec.Struct, frozen=True):
    """A move: who, to which state, and whether it betters the mover's lot."""

    party: str
    state: int
    improves: bool


class Evolution(msgspec.Struct, frozen=True, eq=False):
    """Where a conflict can come to from `start`: by any moves, and by improvements alone (each mover better off at
    once). Status quo analysis after Li, Kilgour and Hipel (2005), "Status quo analysis in the graph model for conflict
    resolution", J. Operational Research Society 56:699-707."""

    graph: Graph
    start: int
    moves: Ways
    improvements: Ways

    @property
    def unreachable(self) -> States:
        """States no legal sequence leads to from the start."""
        found: States = ~self.moves.found
        found[self.start] = False
        return found

    def path(self, goal: int) -> tuple[Step, ...] | None:
        """A shortest way by improvements alone, else by any moves; empty at the start, None where none leads."""
        steps = self.improvements.to(goal)
        steps = self.moves.to(goal) if steps is None else steps
        if steps is None:
            return None
        found, here = [], self.start
        for mover, state in steps:
            ranks = self.graph.ranks[mover]
            found.append(Step(self.graph.parties[mover], state, bool(ranks[state] > ranks[here])))
            here = state
        return tuple(found)


def evolution(graph: Graph, start: int) -> Evolution:
    """What can become of the conflict from the state `start`."""
    return Evolution(graph, start, Ways(graph.moves, start), Ways(graph.improvements, start))


class Change(msgspec.Struct, frozen=True):
    """One decision maker ranks one state otherwise: `state` just above `other`, level with it, or just
    below. `passes`: over how
    many differently ranked states it goes to get there; the fewer, the smaller the change."""

    party: str
    state: int
    other: int
    place: str
    passes: int


def changes(graph: Graph, state: int, concept: str, single: bool = False) -> tuple[Change, ...]:
    """The single changes of preference that make `state` an equilibrium under `concept`, or break it if it is one; the
    smallest first. Empty where no single one does, or the conflict has more than LOOKED_THROUGH states.

    A change moves one state to just above another in one decision maker's order, level with it, or just below, and
    leaves all else as it is. What stability of `state` compares are other states with it, and under seq also the ends
    of the others' moves; only such pairs are tried.
    """
    if graph.states > LOOKED_THROUGH:
        return ()
    before = bool(stability(graph, [concept], single).equilibria(concept)[state])
    found: dict[tuple[str, frozenset[int]], Change] = {}
    for change, ranks in _tries(graph, state, concept):
        changed = graph.ranked(graph.party(change.party), ranks)
        if bool(stability(changed, [concept], single).equilibria(concept)[state]) != before:
            pair = change.party, frozenset((change.state, change.other))
            found[pair] = min(found.get(pair, change), change, key=lambda one: one.passes)
    return tuple(sorted(found.values(), key=lambda one: (one.passes, one.party, one.state, one.other)))


def _tries(graph: Graph, state: int, concept: str) -> Iterator[tuple[Change, Values]]:
    near = Ways(graph.moves, state).found
    for p, party in enumerate(graph.parties):
        pairs = {(int(x), state) for x in np.flatnonzero(near) if x != state} | {
            (state, int(x)) for x in np.flatnonzero(near) if x != state
        }
        if concept == "seq":
            inside = graph.moves[p].where(near[graph.moves[p].start])
            pairs |= {(int(b), int(a)) for a, b in zip(inside.start, inside.end, strict=True)}
        for x, y in sorted(pairs):
            for place, step in PLACES.items():
                ranks = graph.ranks[p]
                if np.sign(ranks[x] - ranks[y]) == step:
                    continue
                low, high = sorted((int(ranks[x]), int(ranks[y])))
                passed = len(np.unique(ranks[(ranks > low) & (ranks < high)]))
                moved = 2 * ranks
                moved[x] = moved[y] + step
                yield Change(party, x, y, place, passed), moved
