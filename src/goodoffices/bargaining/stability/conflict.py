"""A conflict in option form: who can do what, what cannot be together, and what each prefers.

Option form and its preferences: Fang, Hipel, Kilgour and Peng (2003), "A decision support system for interactive
decision making", IEEE Transactions on Systems, Man, and Cybernetics C 33:42-66.
"""

import msgspec
import numpy as np

from goodoffices.bargaining.scenario import Party
from goodoffices.bargaining.stability.graph import Graph, Moves, States
from goodoffices.bargaining.stability.preferences import Preference, ranks
from goodoffices.bargaining.stability.statements import Taken, holds, is_pattern
from goodoffices.errors import BadArgument, BadScenario

MOST_STATES = 2**16
"""Feasible states of the largest conflict that is looked at."""

MOST_OPTIONS = 24
"""Options of it, before the infeasible states are taken out."""

MOST_MOVES = 40_000_000
"""Moves of it; about a gigabyte."""

BOTH, FORWARD, BACK = "both", "forward", "back"
DIRECTIONS = (BOTH, FORWARD, BACK)
"""An option can be taken and dropped, only taken, or only dropped."""


class Option(msgspec.Struct, frozen=True):
    """Something a decision maker can do or leave. `moves`: one of DIRECTIONS; `says`: what people read."""

    id: str
    party: str
    moves: str = BOTH
    says: str = ""


class Conflict(msgspec.Struct, frozen=True):
    """Who can do what. A state says of each option, in their order, whether it is taken (Y) or not (N)."""

    parties: tuple[Party, ...]
    options: tuple[Option, ...]
    preferences: tuple[Preference, ...]
    """One per party, in their order."""
    infeasible: tuple[str, ...] = ()
    """Patterns or statements of what cannot be."""
    feasible: tuple[str, ...] = ()
    """If given, the only states there are, as patterns."""
    labels: tuple[tuple[str, str], ...] = ()
    """(name, pattern without -): states that people have a name for."""
    status_quo: str = ""
    """A pattern without -, or empty."""
    coalitions: tuple[tuple[str, ...], ...] = ()
    title: str = ""
    author: str = ""
    dated: str = ""
    fictional: bool = False
    note: str = ""


class Field(msgspec.Struct, frozen=True, eq=False):
    """The feasible states of a conflict and the graph over them. `taken`: which options, shape (states, options)."""

    conflict: Conflict
    taken: Taken
    graph: Graph

    def state(self, named: str) -> int:
        """The index of a state given by its name or pattern. Raises BadArgument."""
        pattern = dict(self.conflict.labels).get(named, named)
        if not is_pattern(pattern, len(self.conflict.options)) or "-" in pattern:
            raise BadArgument(
                f"a state is a name or {len(self.conflict.options)} letters Y or N", named, f"Names: {self._known()}."
            )
        found = np.flatnonzero((self.taken == [letter == "Y" for letter in pattern]).all(axis=1))
        if not len(found):
            raise BadArgument("a state that is asked for is feasible", named, "See `infeasible` and `feasible`.")
        return int(found[0])

    def _known(self) -> str:
        return ", ".join(name for name, _ in self.conflict.labels[:12]) or "none"

    def pattern(self, state: int) -> str:
        """The state as letters."""
        return "".join("Y" if one else "N" for one in self.taken[state])


def field(conflict: Conflict) -> Field:
    """The states and moves of `conflict`. Raises BadScenario naming the cell, BadArgument where it is too large."""
    taken = _states(conflict)
    graph = Graph(
        tuple(one.id for one in conflict.parties),
        _names(conflict, taken),
        _moves(conflict, taken),
        (),
    )
    found = tuple(
        ranks(one, [o.id for o in conflict.options], taken, dict(conflict.labels)) for one in conflict.preferences
    )
    return Field(conflict, taken, msgspec.structs.replace(graph, ranks=found))


def _states(conflict: Conflict) -> Taken:
    count, names = len(conflict.options), [one.id for one in conflict.options]
    if not count:
        raise BadScenario("a conflict has at least one option", None, "List what each party can do.")
    if count > MOST_OPTIONS:
        raise BadArgument(f"a conflict has at most {MOST_OPTIONS} options", count, "Leave out what decides nothing.")
    taken = ((np.arange(2**count)[:, None] >> np.arange(count)) & 1).astype(bool)
    keep = np.ones(len(taken), bool)
    if conflict.feasible:
        keep = np.logical_or.reduce([holds(one, names, taken, "feasible") for one in conflict.feasible])
    for one in conflict.infeasible:
        keep &= ~holds(one, names, taken, "infeasible")
    if not keep.any():
        raise BadScenario("a conflict has a feasible state", "none", "Loosen `infeasible`.")
    if keep.sum() > MOST_STATES:
        raise BadArgument(f"a conflict has at most {MOST_STATES:,} feasible states", int(keep.sum()), "Rule some out.")
    return taken[keep]


def _names(conflict: Conflict, taken: Taken) -> tuple[str, ...]:
    named = {pattern: name for name, pattern in conflict.labels}
    letters = np.where(taken, "Y", "N")
    return tuple(named.get(pattern := "".join(row), pattern) for row in letters)


def _moves(conflict: Conflict, taken: Taken) -> tuple[Moves, ...]:
    weights = 1 << np.arange(taken.shape[1])
    code = taken @ weights
    place = np.full(2 ** taken.shape[1], -1, np.int32)
    place[code] = np.arange(len(code))
    total, found = 0, []
    for party in conflict.parties:
        mine = [k for k, one in enumerate(conflict.options) if one.party == party.id]
        if 2 ** len(mine) * len(code) > 16 * MOST_MOVES:
            raise BadArgument("a decision maker's options can be looked through", len(mine), "Rule some states out.")
        starts, ends = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
        for subset in range(1, 2 ** len(mine)):
            changed = [k for at, k in enumerate(mine) if subset >> at & 1]
            goal = place[code ^ int(weights[changed].sum())]
            able: States = goal >= 0
            for k in changed:
                if conflict.options[k].moves != BOTH:
                    able = able & (taken[:, k] == (conflict.options[k].moves == BACK))
            starts.append(np.flatnonzero(able).astype(np.int32))
            ends.append(goal[able])
            total += len(starts[-1])
            if total > MOST_MOVES:
                raise BadArgument(f"a conflict has at most {MOST_MOVES:,} moves", total, "Rule some states out.")
        start, end = np.concatenate(starts), np.concatenate(ends)
        order = np.argsort(start, kind="stable")
        found.append(Moves(len(code), start[order], end[order]))
    return tuple(found)
