"""A scenario whose cells are all known, as integers: what the engines of this room compute with."""

from collections.abc import Callable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.amounts import LARGEST, POINT, SHARE, Amount
from goodoffices.bargaining.scenario import CONSENSUS, Linkage, Rule, Scenario
from goodoffices.errors import BadScenario

Points = NDArray[np.float64]
"""Utilities in micro-points, shape (packages, parties). Whole numbers below 2^53, so doubles hold them
exactly."""

Package = tuple[int, ...]
"""One option index per issue, in the scenario's order."""


class Term(msgspec.Struct, frozen=True):
    """A linkage with indices for names."""

    name: str
    pattern: tuple[tuple[int, frozenset[int]], ...]
    """(issue, options): the pattern holds when each of these issues is settled by one of these options."""
    effect: tuple[int, ...]
    """Micro-points for each party when the pattern holds."""
    refused_by: int | None = None
    """Index of the party that refuses packages with this pattern."""

    def options(self, issue: int) -> frozenset[int] | None:
        """The options of `issue` this pattern needs; None when it does not touch the issue."""
        return next((options for i, options in self.pattern if i == issue), None)


class Table(msgspec.Struct, frozen=True, eq=False):
    """A fully known scenario as numbers. `contributions[i][o, p]`: what option o of issue i gives party p."""

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    contributions: tuple[Points, ...]
    terms: tuple[Term, ...] = ()
    reservations: tuple[int, ...] = ()
    rules: tuple[Rule, ...] = (CONSENSUS,)
    status_quo: Package | None = None

    @property
    def packages(self) -> int:
        """How many packages there are, refused ones included."""
        total = 1
        for rows in self.contributions:
            total *= len(rows)
        return total

    def utilities(self, packages: Sequence[Package] | NDArray[np.integer]) -> Points:
        """Utilities of the packages, in micro-points, shape (packages, parties)."""
        chosen = np.asarray(packages, dtype=np.int64).reshape(-1, len(self.issues))
        total = np.zeros((len(chosen), len(self.parties)))
        for issue, rows in enumerate(self.contributions):
            total += rows[chosen[:, issue]]
        for term in self.terms:
            if any(term.effect):
                total[self.holds(term, chosen)] += np.asarray(term.effect, float)
        return total

    def refused(self, packages: Sequence[Package] | NDArray[np.integer]) -> NDArray[np.bool_]:
        """Which party refuses which package because of a hard linkage, shape (packages, parties)."""
        chosen = np.asarray(packages, dtype=np.int64).reshape(-1, len(self.issues))
        out = np.zeros((len(chosen), len(self.parties)), bool)
        for term in self.terms:
            if term.refused_by is not None:
                out[:, term.refused_by] |= self.holds(term, chosen)
        return out

    def holds(self, term: Term, chosen: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which rows of `chosen` show the term's pattern."""
        held = np.ones(len(chosen), bool)
        for issue, options in term.pattern:
            wanted = np.zeros(len(self.options[issue]), bool)
            wanted[list(options)] = True
            held &= wanted[chosen[:, issue]]
        return held

    def names(self, package: Package) -> dict[str, str]:
        """The package as issue -> option."""
        return {i: o[k] for i, o, k in zip(self.issues, self.options, package, strict=True)}

    def without(self, *names: str) -> "Table":
        """The same table without the named linkages."""
        unknown = set(names) - {term.name for term in self.terms}
        if unknown:
            raise BadScenario("a linkage named here is one of the scenario's", sorted(unknown)[0], "See linkages.")
        return msgspec.structs.replace(self, terms=tuple(t for t in self.terms if t.name not in names))


def table(scenario: Scenario, fill: Callable[[str, Amount], int] | None = None) -> Table:
    """`scenario` as numbers. An uncertain cell is filled by `fill(name, amount)`; without it, BadScenario
    lists it."""

    def known(cell: str, value: Amount) -> int:
        if isinstance(value, int):
            return value
        if fill is not None:
            return fill(cell, value)
        gaps = scenario.unknown_cells()
        raise BadScenario(
            "every cell is a number when a single answer is asked for",
            ", ".join(gaps[:8]) + (f" and {len(gaps) - 8} more" if len(gaps) > 8 else ""),
            "Give the numbers, or ask for what holds over all of them (goodoffices.bargaining.robustness).",
        )

    rows = [np.zeros((len(issue.options), len(scenario.parties)), np.int64) for issue in scenario.issues]
    for p, preference in enumerate(scenario.preferences):
        for i, (issue, weight, worth) in enumerate(
            zip(scenario.issues, preference.weights, preference.worths, strict=True)
        ):
            w = known(f"{preference.party}.weights.{issue.id}", weight)
            for o, value in enumerate(worth.values):
                v = known(f"{preference.party}.values.{issue.id}.{issue.options[o]}", value)
                rows[i][o, p] = _product(w, v)
    indices = {issue.id: (i, {o: k for k, o in enumerate(issue.options)}) for i, issue in enumerate(scenario.issues)}
    party = {one.id: p for p, one in enumerate(scenario.parties)}
    quo = {choice.issue: choice.option for choice in scenario.status_quo}
    return Table(
        tuple(party),
        tuple(indices),
        tuple(issue.options for issue in scenario.issues),
        tuple(one.astype(float) for one in rows),
        tuple(_term(one, indices, party, known) for one in scenario.linkages),
        tuple(known(f"{one.party}.reservation", one.reservation) for one in scenario.preferences),
        scenario.rules,
        tuple(indices[i.id][1][quo[i.id]] for i in scenario.issues) if len(quo) == len(indices) else None,
    )


def table_of(
    contributions: Sequence[NDArray[np.float64] | NDArray[np.int64]],
    terms: Sequence[Term] = (),
    reservations: Sequence[int] | None = None,
) -> Table:
    """A table from arrays of shape (options, parties) in micro-points, with made-up names p0, i0, o0."""
    parties = contributions[0].shape[1]
    if sum(float(np.abs(rows).max(initial=0)) for rows in contributions) >= LARGEST:
        raise BadScenario("utilities stay below 2^53 micro-points", None, "Scale the numbers down.")
    return Table(
        tuple(f"p{p}" for p in range(parties)),
        tuple(f"i{i}" for i in range(len(contributions))),
        tuple(tuple(f"o{o}" for o in range(len(rows))) for rows in contributions),
        tuple(np.ascontiguousarray(np.rint(rows), dtype=float) for rows in contributions),
        tuple(terms),
        tuple(reservations) if reservations is not None else (0,) * parties,
    )


def scaled(shares: NDArray[np.float64]) -> NDArray[np.int64]:
    """Utilities on the scale 0 to 1 as micro-points on the scale 0 to 100."""
    return np.rint(np.asarray(shares) * (100 * POINT)).astype(np.int64)


def _product(weight: int, value: int) -> int:
    """weight (billionths) times value (micro-points), in micro-points, rounded half to even."""
    whole, rest = divmod(weight * value, SHARE)
    return whole + (2 * rest > SHARE or (2 * rest == SHARE and whole % 2 == 1))


def _term(
    one: Linkage,
    indices: dict[str, tuple[int, dict[str, int]]],
    party: dict[str, int],
    known: Callable[[str, Amount], int],
) -> Term:
    effect = [0] * len(party)
    if not one.refuses:
        effect[party[one.party]] = known(f"linkages.{one.id}.points", one.points)
    pattern = tuple((indices[c.issue][0], frozenset(indices[c.issue][1][o] for o in c.options)) for c in one.when)
    return Term(one.id, pattern, tuple(effect), party[one.party] if one.refuses else None)
