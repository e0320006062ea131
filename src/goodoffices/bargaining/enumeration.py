"""Counting adopted packages by branching, many partial packages at a time.

A partial package all of whose completions are adopted adds their number; one none of whose completions is
adopted is dropped; the others take another issue. Exact when it finishes, bounds when the budget runs out.
"""

from collections.abc import Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.adoption import adopted
from goodoffices.bargaining.limits import FREELY, Limits
from goodoffices.bargaining.ordering import magnitudes
from goodoffices.bargaining.scenario import Rule
from goodoffices.bargaining.table import Points, Table

BUDGET = 20_000_000
"""Partial packages looked at before bounds are given instead of a count; a few seconds."""

CHUNK = 200_000


class Count(msgspec.Struct, frozen=True):
    """How many packages are adopted: between `least` and `most`, equal when the count is exact."""

    least: int
    most: int

    @property
    def exact(self) -> bool:
        """Whether the count is known exactly."""
        return self.least == self.most

    def __str__(self) -> str:
        return f"{self.least:,}" if self.exact else f"between {self.least:,} and {self.most:,}"


class _Partial(msgspec.Struct, frozen=True, eq=False):
    sums: Points
    alive: NDArray[np.bool_]
    refused: NDArray[np.bool_]


def count_adopted(table: Table, rule: Rule, budget: int = BUDGET, limits: Limits = FREELY) -> Count:
    """The number of packages adopted under `rule`, exactly, or bounds after `budget` partial packages."""
    order = sorted(range(len(table.issues)), key=lambda issue: -magnitudes(table)[issue])
    search = _Search(table, rule, order)
    stack = [(0, search.start())]
    sure = open_ = used = 0
    while stack:
        limits.check()
        depth, partial = stack.pop()
        if used > budget:
            open_ += len(partial.sums) * search.completions[depth]
            continue
        used += len(partial.sums)
        yes, maybe = search.judged(depth, partial)
        sure += int(yes.sum()) * search.completions[depth]
        rest = _kept(partial, maybe)
        stack += [(depth + 1, piece) for piece in search.extended(depth, rest)]
    return Count(sure, sure + open_)


def _kept(partial: _Partial, mask: NDArray[np.bool_]) -> _Partial:
    return _Partial(partial.sums[mask], partial.alive[mask], partial.refused[mask])


class _Search:
    """Bounds and extensions along a fixed order of issues."""

    def __init__(self, table: Table, rule: Rule, order: list[int]) -> None:
        self.table, self.rule, self.order = table, rule, order
        parties = len(table.parties)
        self.completions = [1] * (len(order) + 1)
        self.low, self.high = np.zeros((len(order) + 1, parties)), np.zeros((len(order) + 1, parties))
        for depth in range(len(order) - 1, -1, -1):
            rows = table.contributions[order[depth]]
            self.completions[depth] = self.completions[depth + 1] * len(rows)
            self.low[depth] = self.low[depth + 1] + rows.min(axis=0)
            self.high[depth] = self.high[depth + 1] + rows.max(axis=0)
        place = {issue: depth for depth, issue in enumerate(order)}
        self.last = [max(place[issue] for issue, _ in term.pattern) for term in table.terms]
        self.effects = np.array([term.effect for term in table.terms], float).reshape(len(table.terms), parties)
        self.refuser = np.zeros((len(table.terms), parties), bool)
        for t, term in enumerate(table.terms):
            if term.refused_by is not None:
                self.refuser[t, term.refused_by] = True

    def start(self) -> _Partial:
        """The empty package."""
        parties = len(self.table.parties)
        return _Partial(np.zeros((1, parties)), np.ones((1, len(self.last)), bool), np.zeros((1, parties), bool))

    def judged(self, depth: int, partial: _Partial) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Rows all completions of which are adopted, and rows that are neither that nor hopeless."""
        pending = partial.alive & (np.array(self.last, int) >= depth)
        high = partial.sums + self.high[depth] + pending @ np.maximum(self.effects, 0)
        low = partial.sums + self.low[depth] + pending @ np.minimum(self.effects, 0)
        reservations = np.array(self.table.reservations, float)
        may = (high >= reservations) & ~partial.refused
        must = (low >= reservations) & ~partial.refused & ~((pending @ self.refuser) > 0)
        yes = adopted(self.table, self.rule, must)
        return yes, adopted(self.table, self.rule, may) & ~yes

    def extended(self, depth: int, partial: _Partial) -> Iterator[_Partial]:
        """The rows with each option of the next issue, in chunks."""
        if depth == len(self.order):
            return
        issue = self.order[depth]
        rows = self.table.contributions[issue]
        fits = np.ones((len(rows), len(self.last)), bool)
        for t, term in enumerate(self.table.terms):
            wanted = term.options(issue)
            if wanted is not None:
                fits[:, t] = [option in wanted for option in range(len(rows))]
        done = np.array([last == depth for last in self.last], bool)
        stride = max(1, CHUNK // len(rows))
        for start in range(0, len(partial.sums), stride):
            part = slice(start, start + stride)
            some = partial.alive[part]
            alive = (some[:, None] & fits[None]).reshape(len(some) * len(rows), len(self.last))
            held = alive & done
            sums = (partial.sums[part][:, None] + rows[None]).reshape(-1, rows.shape[1]) + held @ self.effects
            refused = np.repeat(partial.refused[part], len(rows), axis=0) | ((held @ self.refuser) > 0)
            yield _Partial(sums, alive, refused)
