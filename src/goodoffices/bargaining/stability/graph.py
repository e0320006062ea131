"""The graph of a conflict: its states, who can move where, and how each decision maker ranks the states."""

from collections.abc import Sequence
from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import BadArgument

States = NDArray[np.bool_]
"""A set of states as a mask, shape (states,)."""

Values = NDArray[np.int64]
"""A number for each state, shape (states,)."""


class Moves(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Moves of one decision maker, sorted by where they start: from `start[k]` to `end[k]`."""

    states: int
    start: NDArray[np.int32]
    end: NDArray[np.int32]

    @cached_property
    def offsets(self) -> NDArray[np.int64]:
        """Moves from state s are those from offsets[s] up to offsets[s + 1]."""
        return np.searchsorted(self.start, np.arange(self.states + 1))

    def where(self, mask: States) -> "Moves":
        """Only some of the moves."""
        return Moves(self.states, self.start[mask], self.end[mask])

    def least(self, values: Values, none: int) -> Values:
        """For each state the least of `values` one move further; `none` where there is no move."""
        found = np.full(self.states, none, np.int64)
        if len(self.start):
            heads = np.flatnonzero(np.diff(self.offsets))
            found[heads] = np.minimum.reduceat(values[self.end], self.offsets[heads])
        return found

    def from_(self, states: NDArray[np.integer]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """The moves that start in `states`: (which of `states`, end)."""
        first, counts = self.offsets[states], self.offsets[np.asarray(states) + 1] - self.offsets[states]
        which = np.repeat(np.arange(len(counts)), counts)
        within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        return which, self.end[first[which] + within]


class Graph(msgspec.Struct, frozen=True, eq=False, dict=True):
    """A conflict as a graph. `ranks[i][s]`: how decision maker i ranks state s; more is better, equal is equal."""

    parties: tuple[str, ...]
    names: tuple[str, ...]
    moves: tuple[Moves, ...]
    ranks: tuple[Values, ...]

    @property
    def states(self) -> int:
        """How many states there are."""
        return len(self.names)

    @cached_property
    def improvements(self) -> tuple[Moves, ...]:
        """The moves that better the mover's own lot, per decision maker."""
        return tuple(m.where(r[m.end] > r[m.start]) for m, r in zip(self.moves, self.ranks, strict=True))

    def party(self, name: str) -> int:
        """The index of a decision maker. Raises BadArgument."""
        if name not in self.parties:
            raise BadArgument("a decision maker is one of the conflict's", name, f"Known: {', '.join(self.parties)}.")
        return self.parties.index(name)

    def ranked(self, party: int, ranks: Values) -> "Graph":
        """The same conflict with other preferences of one decision maker."""
        return Graph(
            self.parties,
            self.names,
            self.moves,
            tuple(ranks if p == party else old for p, old in enumerate(self.ranks)),
        )


def graph(
    parties: Sequence[str],
    names: Sequence[str],
    reach: Sequence[Sequence[tuple[int, int]]],
    ranks: Sequence[Sequence[int]],
) -> Graph:
    """A graph from pairs (from, to) of state indices and a rank per state, per decision maker."""
    count = len(names)
    moves = []
    for pairs in reach:
        ordered = np.array(sorted({(a, b) for a, b in pairs if a != b}), np.int32).reshape(-1, 2)
        if ordered.size and not 0 <= ordered.min() <= ordered.max() < count:
            raise BadArgument("a move goes between states of the conflict", ordered.max(), f"There are {count}.")
        moves.append(Moves(count, ordered[:, 0], ordered[:, 1]))
    return Graph(tuple(parties), tuple(names), tuple(moves), tuple(np.array(one, np.int64) for one in ranks))
