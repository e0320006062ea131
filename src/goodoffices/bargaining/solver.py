"""The same four solutions without a frontier, by OR-Tools CP-SAT, with a certificate: proved optimal, or the
gap.

For many parties or issues. Needs the extra `goodoffices[solver]`. Ties are broken by the solver: the value
of a solution is certified, not that its package is the only one. Leximin by greatest sums of the k smallest
(Ogryczak and Śliwiński 2006, "On direct methods for lexicographic min-max optimization", LNCS 3982:802-811);
the Nash product by tangents of the logarithm.
"""

import math
from collections.abc import Sequence
from typing import Any

import msgspec

from goodoffices.bargaining.limits import FREELY, Limits
from goodoffices.bargaining.solutions import CONCEPTS, Certificate, Solution
from goodoffices.bargaining.table import Package, Table
from goodoffices.errors import BadArgument

FINE = 10**6
"""Steps into which ratios and logarithms are cut: their certificates hold to a millionth."""

ROUNDS = 12
"""Refinements of the logarithm's tangents before the remaining gap is stated."""


LEAST = 40
"""Each run of the solver may take this part of the whole effort, whatever the runs before it took."""

UNPROVED = 1.0
"""The gap of a solution of which less is known than that it is within a factor of two."""


class OutOfTime(BadArgument):
    """The solver found nothing in its time."""


class Effort(msgspec.Struct, frozen=True):
    """What the solver may use for each solution: seconds of its own (deterministic) clock and threads."""

    seconds: float = 60.0
    workers: int = 2
    seed: int = 0


DEFAULT = Effort()


def solved(table: Table, concept: str, effort: Effort = DEFAULT, limits: Limits = FREELY) -> Solution | None:
    """The concept's solution over the packages acceptable to all; None when it is proved that there is none.

    Raises Cancelled between two runs of the solver, or BadArgument when OR-Tools is not installed, the concept is
    unknown, or nothing was found in time.
    """
    if concept not in CONCEPTS:
        raise BadArgument("a solution is one of " + ", ".join(CONCEPTS), concept, "Choose one of these.")
    model = Model(table, effort, limits=limits)
    if concept == "utilitarian":
        first = model.best(sum(model.utilities), "utilitarian")
        return None if first is None else model.solution(concept, first)
    ideals = model.ideals() if concept != "egalitarian" else [r + 1 for r in table.reservations]
    if ideals is None:
        return None
    room = [(p, ideal - r) for p, (ideal, r) in enumerate(zip(ideals, table.reservations, strict=True)) if ideal > r]
    if concept == "nash" and room:
        return model.nash([p for p, _ in room])
    if concept == "kalai_smorodinsky" and room:
        return model.leximin(concept, [p for p, _ in room], [width for _, width in room])
    return model.leximin(concept, range(len(table.parties)), [1] * len(table.parties))


class Found(msgspec.Struct, frozen=True):
    """One run's package, its objective and the proved bound on it."""

    package: Package
    value: int
    bound: int


class Model:
    """A table as a CP-SAT model; objectives and constraints are added as a concept needs them."""

    def __init__(self, table: Table, effort: Effort, consensus: bool = True, limits: Limits = FREELY) -> None:
        try:
            from ortools.sat.python import cp_model
        except ImportError:
            raise BadArgument(
                "solutions without a frontier need OR-Tools", None, "Install goodoffices[solver]."
            ) from None
        self.cp, self.table, self.effort, self.limits = cp_model, table, effort, limits
        self.left = effort.seconds
        self.model = cp_model.CpModel()
        self.chosen = [[self.model.new_bool_var("") for _ in options] for options in table.options]
        for options in self.chosen:
            self.model.add_exactly_one(options)
        held = [self._held(t) for t in range(len(table.terms))]
        self.utilities = [self._utility(p, held) for p in range(len(table.parties))]
        for p, reservation in enumerate(table.reservations if consensus else ()):
            self.model.add(self.utilities[p] >= reservation)
        self._hint([int(rows.sum(axis=1).argmax()) for rows in table.contributions])

    def _hint(self, package: Sequence[int]) -> None:
        """Where the next run begins."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        for xs, chosen in zip(self.chosen, package, strict=True):
            for o, x in enumerate(xs):
                self.model.add_hint(x, o == chosen)

    def _held(self, t: int) -> Any:
        """A 0/1 variable that is 1 exactly when the pattern of term t holds; refusals become a constraint."""
        term = self.table.terms[t]
        parts = [sum(self.chosen[issue][o] for o in sorted(options)) for issue, options in term.pattern]
        if term.refused_by is not None:
            self.model.add(sum(parts) <= len(parts) - 1)
            return 0
        held = self.model.new_bool_var("")
        for part in parts:
            self.model.add(held <= part)
        self.model.add(held >= sum(parts) - (len(parts) - 1))
        return held

    def _utility(self, p: int, held: list[Any]) -> Any:
        rows = self.table.contributions
        low = sum(int(r[:, p].min()) for r in rows) + sum(min(0, t.effect[p]) for t in self.table.terms)
        high = sum(int(r[:, p].max()) for r in rows) + sum(max(0, t.effect[p]) for t in self.table.terms)
        total = self.model.new_int_var(low, high, "")
        self.model.add(
            total
            == sum(int(r[o, p]) * x for r, xs in zip(rows, self.chosen, strict=True) for o, x in enumerate(xs))
            + sum(t.effect[p] * z for t, z in zip(self.table.terms, held, strict=True))
        )
        return total

    def best(self, objective: Any, what: str, near: float = 0.0) -> Found | None:
        """Maximises, to within `near` of the bound; None when proved impossible. Raises OutOfTime when nothing
        was found in time: half of what is left of the effort, so that later runs have some."""
        self.limits.check()
        solver = self.cp.CpSolver()
        solver.parameters.max_deterministic_time = max(self.left / 2, self.effort.seconds / LEAST)
        solver.parameters.num_workers = self.effort.workers
        solver.parameters.relative_gap_limit = near
        solver.parameters.random_seed = self.effort.seed
        self.model.maximize(objective)
        status = solver.solve(self.model)
        self.left -= solver.response_proto.deterministic_time
        if status == self.cp.INFEASIBLE:
            return None
        if status not in (self.cp.OPTIMAL, self.cp.FEASIBLE):
            raise OutOfTime(f"the {what} solution is found in time", solver.status_name(status), "Give more seconds.")
        package = tuple(next(o for o, x in enumerate(xs) if solver.value(x)) for xs in self.chosen)
        self._hint(package)
        return Found(package, round(solver.objective_value), math.floor(solver.best_objective_bound + 1e-6))

    def solution(self, concept: str, found: Found, gap: float | None = None) -> Solution:
        """The answer with its certificate."""
        if gap is None:
            gap = (found.bound - found.value) / max(1, abs(found.value))
        utilities = tuple(int(u) for u in self.table.utilities([found.package])[0])
        return Solution(concept, found.package, utilities, Certificate("cp-sat", gap))

    def ideals(self) -> list[int] | None:
        """The best each party can get from packages acceptable to all; None when there are none."""
        found = [self.best(u, "ideal") for u in self.utilities]
        return None if any(one is None for one in found) else [one.value for one in found if one is not None]

    def leximin(self, concept: str, parties: Sequence[int], widths: list[int]) -> Solution | None:
        """Greatest smallest gain (in units of `widths`), then greatest sum of the two smallest, and so on."""
        fine = 1 if max(widths) == 1 else FINE
        gains: list[Any] = []
        for p, width in zip(parties, widths, strict=True):
            most = fine * (2**53 // 10**6) if fine == 1 else fine
            gain = self.model.new_int_var(0, most if fine > 1 else 2**53, "")
            self.model.add(gain * width <= fine * (self.utilities[p] - self.table.reservations[p]))
            gains.append(gain)
        found: Found | None = None
        worst = 0.0
        for k in range(1, len(gains) + 1):
            threshold = self.model.new_int_var(0, 2**53, "")
            short = [self.model.new_int_var(0, 2**53, "") for _ in gains]
            for gain, lack in zip(gains, short, strict=True):
                self.model.add(lack >= threshold - gain)
            total = k * threshold - sum(short)
            before = found
            try:
                found = self.best(total, concept)
            except OutOfTime:
                if before is None:
                    raise
                return self.solution(concept, before, max(worst, UNPROVED))
            if found is None:
                return None
            worst = max(worst, (found.bound - found.value) / max(1, abs(found.value)))
            self.model.add(total >= found.value)
        assert found is not None
        return self.solution(concept, found, worst)

    def nash(self, parties: list[int]) -> Solution | None:
        """Greatest product of gains: sum of logarithms under tangents, refined where the solver went."""
        least = self.model.new_int_var(0, 2**53, "")
        gains = [self.utilities[p] - self.table.reservations[p] for p in parties]
        for gain in gains:
            self.model.add(least <= gain)
        start = self.best(least, "nash", near=0.02)
        if start is not None and start.value == 0 < start.bound:
            start = self.best(least, "nash")
        if start is None:
            return None
        if start.value == 0:
            return self.leximin("nash", range(len(self.table.parties)), [1] * len(self.table.parties))
        for gain in gains:
            self.model.add(gain >= 1)
        logs = [self.model.new_int_var(0, 40 * FINE, "") for _ in gains]
        best, bound = start, math.inf
        here = self._gains(start.package, parties)
        for near in (0.25, 0.4, 0.55, 0.7, 0.85, 1.0, 1.15, 1.3, 1.6, 2.0, 3.0):
            self._tangents(gains, logs, [max(1, round(g * near)) for g in here])
        for _ in range(ROUNDS):
            try:
                found = self.best(sum(logs), "nash")
            except OutOfTime:
                break
            assert found is not None
            bound = min(bound, found.bound / FINE)
            at = self._gains(found.package, parties)
            if _logs(at) > _logs(self._gains(best.package, parties)):
                best = found
            if bound - _logs(self._gains(best.package, parties)) <= 2 * len(parties) / FINE:
                break
            if self.left <= 0:
                break
            self._tangents(gains, logs, at)
        gap = bound - _logs(self._gains(best.package, parties))
        proved = gap <= 2 * len(parties) / FINE
        return self.solution("nash", best, 0.0 if proved else math.expm1(gap) if gap < 1 else UNPROVED)

    def _gains(self, package: Package, parties: list[int]) -> list[int]:
        utilities = self.table.utilities([package])[0]
        return [int(utilities[p]) - self.table.reservations[p] for p in parties]

    def _tangents(self, gains: list[Any], logs: list[Any], at: list[int]) -> None:
        """log g <= log a + (g - a)/a, times a and rounded up."""
        for gain, log, a in zip(gains, logs, at, strict=True):
            self.model.add(a * log <= a * math.ceil(FINE * math.log(a)) + FINE * (gain - a))


def _logs(gains: list[int]) -> float:
    return sum(math.log(gain) for gain in gains) if min(gains) > 0 else -math.inf
