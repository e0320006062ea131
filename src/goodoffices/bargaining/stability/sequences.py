"""Where decision makers can lead a conflict together: legal sequences, in which nobody moves twice in a row.

Fang, Hipel and Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict Resolution, Wiley, definition
of the reachable list of a coalition. Two moves in a row by one decision maker are left out since they need not amount
to a move of its own (moves need not be transitive).
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.stability.graph import Moves, States, Values

NOWHERE = 2**62
"""Stands for the least value where nothing can be reached."""


def least_reached(moves: Sequence[Moves], values: Values, single: bool = False) -> Values:
    """For each state the least of `values` at any state the movers can lead to; NOWHERE where they have no move.

    `moves`: one entry per mover. A least fixed point over "the best they can do if j moves first". `single`: only one
    move by one of them counts.
    """
    first = [one.least(values, NOWHERE) for one in moves]
    changed = not single and len(moves) > 1
    while changed:
        changed = False
        for j, one in enumerate(moves):
            later = np.minimum.reduce([values, *(first[k] for k in range(len(moves)) if k != j)])
            better = np.minimum(first[j], one.least(later, NOWHERE))
            if (better < first[j]).any():
                first[j], changed = better, True
    return np.minimum.reduce(first) if first else np.full(len(values), NOWHERE)


def reached(moves: Sequence[Moves], start: int) -> States:
    """The states the movers can lead to from `start` by one legal sequence or another."""
    return Ways(moves, start).found


class Ways:
    """Shortest legal sequences from one state. `moves`: one entry per mover; a step is a mover and a state."""

    def __init__(self, moves: Sequence[Moves], start: int) -> None:
        states = moves[0].states if moves else start + 1
        self.movers, self.start = len(moves), start
        self.found: States = np.zeros(states, bool)
        before = np.full((len(moves), states), -2, np.int64)  # node (mover, state) -> the node before it; -1: the start
        border: list[NDArray[np.int64]] = [np.array([], np.int64) for _ in moves]
        for j, one in enumerate(moves):
            _, ends = one.from_(np.array([start]))
            before[j, ends] = -1
            border[j] = ends.astype(np.int64)
        while any(len(one) for one in border):
            fresh: list[NDArray[np.int64]] = []
            for j, one in enumerate(moves):
                nodes = np.concatenate(
                    [np.array([], np.int64), *(k * states + border[k] for k in range(len(moves)) if k != j)]
                )
                which, ends = one.from_(nodes % states)
                ends, at = np.unique(ends, return_index=True)
                new = before[j, ends] == -2
                before[j, ends[new]] = nodes[which[at[new]]]
                fresh.append(ends[new].astype(np.int64))
            border = fresh
        self._before, self._states = before, states
        self.found = np.logical_or.reduce(before > -2, axis=0)

    def to(self, goal: int) -> tuple[tuple[int, int], ...] | None:
        """The steps (mover, state) of a shortest sequence to `goal`; empty at the start, None where none leads."""
        if goal == self.start:
            return ()
        tries = [found for j in range(self.movers) if (found := self._back(j, goal)) is not None]
        return min(tries, key=len) if tries else None

    def _back(self, mover: int, state: int) -> tuple[tuple[int, int], ...] | None:
        if self._before[mover, state] == -2:
            return None
        steps = [(mover, state)]
        while (node := int(self._before[mover, state])) >= 0:
            mover, state = divmod(node, self._states)
            steps.append((mover, state))
        return tuple(reversed(steps))


def without(moves: Iterable[Moves], *left_out: int) -> list[Moves]:
    """The moves of all decision makers but some."""
    return [one for j, one in enumerate(moves) if j not in left_out]
