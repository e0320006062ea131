"""How a decision maker ranks states: by a list, by numbers, by weights or priorities of statements, or by pairs."""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec
import networkx as nx
import numpy as np

from goodoffices.bargaining.stability.graph import Values
from goodoffices.bargaining.stability.statements import Taken, holds, is_pattern
from goodoffices.errors import BadScenario, CycleFound

PRIORITIES = 62
"""Most statements in order of priority: each is worth more than all below it together, in a 64-bit number."""


class Preference(msgspec.Struct, frozen=True):
    """One decision maker's preference; exactly one of the forms is filled. States are names or patterns.

    ranking: from the best to the worst, each entry the states that are equally good; the first pattern that fits
    counts. payoffs: (state, number), more is better. weights: (statement, number), a state being worth the sum over
    what is true in it. priorities: statements, the most important first; a state is better than another if the first
    statement on which they differ is true in it. pairs: (better, worse), and equal: (state, state), which have to
    order all states.
    """

    party: str
    ranking: tuple[tuple[str, ...], ...] = ()
    payoffs: tuple[tuple[str, Fraction], ...] = ()
    weights: tuple[tuple[str, Fraction], ...] = ()
    priorities: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    equal: tuple[tuple[str, str], ...] = ()

    @property
    def forms(self) -> list[str]:
        """The forms that are filled."""
        used = [name for name in ("ranking", "payoffs", "weights", "priorities") if getattr(self, name)]
        return used + (["pairs"] if self.pairs or self.equal else [])


def ranks(one: Preference, options: Sequence[str], taken: Taken, labels: Mapping[str, str]) -> Values:
    """A rank per state, more is better. Raises BadScenario naming the cell, CycleFound for a ranking in a circle."""
    cell = f"preferences.{one.party}"
    if len(one.forms) != 1:
        forms = "ranking, payoffs, weights, priorities or pairs"
        raise BadScenario(f"{cell} is given in one way: {forms}", " and ".join(one.forms) or "none", "Keep one.")
    return _Ranked(cell, options, taken, labels).by(one)


class _Ranked:
    def __init__(self, cell: str, options: Sequence[str], taken: Taken, labels: Mapping[str, str]) -> None:
        self.cell, self.options, self.taken, self.labels = cell, options, taken, labels

    def by(self, one: Preference) -> Values:
        if one.ranking:
            return self.ranking(one.ranking)
        if one.payoffs:
            return self.payoffs(one.payoffs)
        if one.weights:
            return self.weights(one.weights)
        if one.priorities:
            if len(one.priorities) > PRIORITIES:
                raise BadScenario(
                    f"{self.cell} has at most {PRIORITIES} priorities", len(one.priorities), "Merge some."
                )
            total = np.zeros(len(self.taken), np.int64)
            for said in one.priorities:
                total = 2 * total + holds(said, self.options, self.taken, f"{self.cell}.priorities")
            return np.unique(total, return_inverse=True)[1].astype(np.int64)
        return self.pairs(one.pairs, one.equal)

    def states(self, named: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        pattern = self.labels.get(named, named)
        if not is_pattern(pattern, len(self.options)):
            known = ", ".join(list(self.labels)[:12]) or "none"
            raise BadScenario(
                f"{self.cell} ranks states: a name, or {len(self.options)} letters Y, N, -", named, f"Names: {known}."
            )
        found = np.flatnonzero(holds(pattern, self.options, self.taken, self.cell))
        if not len(found):
            raise BadScenario(f"{self.cell} ranks feasible states", named, "See `infeasible` and `feasible`.")
        return found

    def ranking(self, ranking: Sequence[Sequence[str]]) -> Values:
        found = np.full(len(self.taken), -1, np.int64)
        flat = [(name, len(ranking) - place) for place, group in enumerate(ranking) for name in group]
        once: dict[str, int] = {}
        for at, (name, rank) in enumerate(flat):
            states, before = self.states(name), once.get(name)
            if before is not None and flat[before][1] != rank:
                raise CycleFound(
                    f"{self.cell} ranks no state above itself",
                    " > ".join(other for other, _ in flat[before : at + 1]),
                    "Keep one place for it.",
                )
            once[name] = at
            fresh = states[found[states] < 0]
            if not len(fresh) and before is None:
                raise BadScenario(
                    f"{self.cell}: every entry ranks a state that none above it ranks", name, "Put it higher."
                )
            found[fresh] = rank
        return self.complete(found)

    def weights(self, weights: Sequence[tuple[str, Fraction]]) -> Values:
        unit = math.lcm(*(points.denominator for _, points in weights))
        whole = [(said, int(points * unit)) for said, points in weights]
        if sum(abs(points) for _, points in whole) >= 2**62:
            raise BadScenario(f"{self.cell}.weights can be summed exactly", unit, "Write fewer digits.")
        total = np.zeros(len(self.taken), np.int64)
        for said, points in whole:
            total += points * holds(said, self.options, self.taken, f"{self.cell}.weights")
        return np.unique(total, return_inverse=True)[1].astype(np.int64)

    def payoffs(self, payoffs: Sequence[tuple[str, Fraction]]) -> Values:
        worth: list[Fraction | None] = [None] * len(self.taken)
        for name, points in payoffs:
            for state in self.states(name):
                worth[state] = points if worth[state] is None else worth[state]
        ordered = dense([one for one in worth if one is not None])
        found = np.full(len(worth), -1, np.int64)
        found[[k for k, one in enumerate(worth) if one is not None]] = ordered
        return self.complete(found)

    def complete(self, found: Values) -> Values:
        gaps = np.flatnonzero(found < 0)
        if len(gaps):
            shown = ", ".join("".join("Y" if one else "N" for one in self.taken[gap]) for gap in gaps[:4])
            more = f" and {len(gaps) - 4} more" if len(gaps) > 4 else ""
            raise BadScenario(
                f"{self.cell} ranks every feasible state", f"{shown}{more} missing", "A pattern of - ranks the rest."
            )
        return found

    def pairs(self, pairs: Sequence[tuple[str, str]], equal: Sequence[tuple[str, str]]) -> Values:
        """The one order that agrees with all pairs: states said to be equal are merged, and the rest is a chain."""
        same: nx.Graph[int] = nx.Graph()
        same.add_nodes_from(range(len(self.taken)))
        same.add_edges_from((self.one(a), self.one(b)) for a, b in equal)
        group = {state: k for k, members in enumerate(nx.connected_components(same)) for state in members}
        above: nx.DiGraph[int] = nx.DiGraph()
        above.add_nodes_from(group.values())
        said: dict[tuple[int, int], tuple[str, str]] = {}
        for better, worse in pairs:
            edge = group[self.one(better)], group[self.one(worse)]
            above.add_edge(*edge)
            said.setdefault(edge, (better, worse))
        try:
            circle = nx.find_cycle(above)
        except nx.NetworkXNoCycle:
            circle = []
        if circle:
            names = [said[edge[0], edge[1]][0] for edge in circle]
            raise CycleFound(
                f"{self.cell} can be put in one order",
                " > ".join([*names, names[0]]),
                "Drop one of these, or call the states equal.",
            )
        layers = list(nx.topological_generations(above))
        for layer in layers:
            if len(layer) > 1:
                a, b = (next(s for s, k in group.items() if k == one) for one in sorted(layer)[:2])
                shown = " and ".join("".join("Y" if x else "N" for x in self.taken[s]) for s in (a, b))
                raise BadScenario(
                    f"{self.cell} compares all states", shown, "Say which is better, or that they are equal."
                )
        rank = {layer[0]: len(layers) - place for place, layer in enumerate(layers)}
        return np.array([rank[group[state]] for state in range(len(self.taken))], np.int64)

    def one(self, named: str) -> int:
        found = self.states(named)
        if len(found) > 1:
            raise BadScenario(f"{self.cell} compares two single states", named, "Write a pattern without -.")
        return int(found[0])


def dense(worth: Sequence[Fraction]) -> Values:
    """The numbers' places in order, equal where they are equal, from 0."""
    place = {number: k for k, number in enumerate(sorted(set(worth)))}
    return np.array([place[number] for number in worth], np.int64)
