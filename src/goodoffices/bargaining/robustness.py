"""How well packages stand over everything not known, and what would be worth asking.

Shares of draws, not proofs; `goodoffices.bargaining.assured` proves what holds for all or for none.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.adoption import accepted, adopted
from goodoffices.bargaining.assured import Holds, acceptance
from goodoffices.bargaining.dominance import Map
from goodoffices.bargaining.frontier import frontier
from goodoffices.bargaining.limits import FREELY, Limits
from goodoffices.bargaining.scenario import CONSENSUS, Rule, Scenario
from goodoffices.bargaining.solutions import CONCEPTS, solutions
from goodoffices.bargaining.table import Package
from goodoffices.bargaining.uncertainty import draw
from goodoffices.errors import BadArgument

SHARD = 25
"""Draws in one piece of work."""

MOST = 0.5
"""What holds in more than this share of the draws holds for most."""


class Standing(msgspec.Struct, frozen=True):
    """One package over the draws. `regret`: how much every party at once could have gained by another
    package, in micro-points (0 on the frontier); `worst_regret` over all draws."""

    package: Package
    accepted: float
    """Share of draws in which it is adopted."""
    undominated: float
    """Share of draws in which it is on the frontier."""
    mean_regret: float
    worst_regret: int
    surely: dict[str, Holds]
    """Party -> for which preferences it accepts, proved."""

    @property
    def holds(self) -> str:
        """Adoption in words: for all, for most, for some or for none; all and none only where proved for
        consensus."""
        if all(one is Holds.ALWAYS for one in self.surely.values()):
            return "for all"
        if any(one is Holds.NEVER for one in self.surely.values()) and not self.accepted:
            return "for none"
        return "for most" if self.accepted > MOST else "for some" if self.accepted else "for none of the draws"


class Question(msgspec.Struct, frozen=True):
    """An open cell, whom to ask about it, and how much knowing it would lower the expected regret, in
    micro-points."""

    cell: str
    party: str
    worth: float


class Robustness(msgspec.Struct, frozen=True):
    """Packages from the most to the least often adopted, and the open cells most worth knowing first."""

    draws: int
    seed: int
    standings: tuple[Standing, ...]
    questions: tuple[Question, ...]
    empty: float
    """Share of draws without any package acceptable to all."""


class _Shard(msgspec.Struct, frozen=True, eq=False):
    scenario: Scenario
    packages: tuple[Package, ...]
    rule: Rule
    seed: int
    numbers: tuple[int, ...]
    limits: Limits

    @property
    def name(self) -> str:
        """What it is called in errors and progress."""
        return f"draws {self.numbers[0] + 1} to {self.numbers[-1] + 1}"


class _Seen(msgspec.Struct, frozen=True, eq=False):
    adopted: NDArray[np.bool_]
    undominated: NDArray[np.bool_]
    regret: NDArray[np.float64]
    empty: NDArray[np.bool_]
    cells: NDArray[np.float64]


def robustness(
    scenario: Scenario,
    packages: Sequence[Package] = (),
    *,
    draws: int = 1000,
    seed: int = 0,
    rule: Rule = CONSENSUS,
    map: Map = map,
    limits: Limits = FREELY,
) -> Robustness:
    """How `packages` (without any: the four solutions of the first draws) stand over `draws` draws of stream
    `seed`.

    `map` may work in other processes (`goodoffices.scale.spread`): what it passes can be pickled, and a draw is the
    same wherever it is made. Raises BadArgument for fewer than one draw.
    """
    if draws < 1:
        raise BadArgument("at least one draw is made", draws, "1,000 give shares to about 3 percentage points.")
    watched = tuple(dict.fromkeys(packages)) or _proposals(scenario, seed, limits)
    numbers = range(draws)
    shards = [
        _Shard(scenario, watched, rule, seed, tuple(numbers[k : k + SHARD]), limits) for k in range(0, draws, SHARD)
    ]
    seen = []
    for one in map(_looked, shards):
        limits.check()
        seen.append(one)
    taken = np.concatenate([one.adopted for one in seen])
    best = np.concatenate([one.undominated for one in seen])
    regret = np.concatenate([one.regret for one in seen])
    cells = np.concatenate([one.cells for one in seen])
    standings = [
        Standing(
            package,
            float(taken[:, k].mean()),
            float(best[:, k].mean()),
            float(regret[:, k].mean()),
            int(regret[:, k].max()),
            acceptance(scenario, _named(scenario, package)),
        )
        for k, package in enumerate(watched)
    ]
    ordered = sorted(standings, key=lambda one: (-one.accepted, one.mean_regret, one.package))
    empty = float(np.concatenate([one.empty for one in seen]).mean())
    return Robustness(draws, seed, tuple(ordered), _questions(scenario, cells, regret), empty)


def _looked(shard: _Shard) -> _Seen:
    rows = len(shard.numbers), len(shard.packages)
    taken, best, regret = np.zeros(rows, bool), np.zeros(rows, bool), np.zeros(rows)
    empty, cells = np.zeros(rows[0], bool), []
    for row, number in enumerate(shard.numbers):
        shard.limits.check()
        drawn = draw(shard.scenario, shard.seed, number)
        points = frontier(drawn.table, limits=shard.limits).points
        empty[row] = not (points >= np.array(drawn.table.reservations, float)).all(axis=1).any()
        cells.append([float(value) for value in drawn.cells.values()])
        if not shard.packages:
            continue
        utilities = drawn.table.utilities(shard.packages)
        refused: NDArray[np.bool_] = np.any(drawn.table.refused(shard.packages), axis=1)
        taken[row] = adopted(drawn.table, shard.rule, accepted(drawn.table, shard.packages))
        columns = np.ascontiguousarray(points.T)
        for k, here in enumerate(utilities):
            ahead = np.minimum.reduce([column - own for column, own in zip(columns, here, strict=True)])
            best[row, k] = not refused[k] and bool((points[ahead >= 0] == here).all())
            regret[row, k] = max(0.0, float(ahead.max()))
    return _Seen(taken, best, regret, empty, np.array(cells).reshape(rows[0], -1))


TRIED = 20
"""Draws whose solutions are proposed when no package is given."""


def _proposals(scenario: Scenario, seed: int, limits: Limits) -> tuple[Package, ...]:
    found: dict[Package, None] = {}
    for number in range(TRIED):
        answers = solutions(draw(scenario, seed, number).table, CONCEPTS, limits=limits)
        found |= dict.fromkeys(answer.package for answer in answers.values())
    return tuple(found)


def _named(scenario: Scenario, package: Package) -> dict[str, str]:
    return {issue.id: issue.options[option] for issue, option in zip(scenario.issues, package, strict=True)}


BINS = 4
"""Classes of a cell's value in which the best package is chosen anew."""


def _questions(scenario: Scenario, cells: NDArray[np.float64], regret: NDArray[np.float64]) -> tuple[Question, ...]:
    """Expected value of partial perfect information by classes: regret of the package best on average, less
    that of the package best in the cell's class; chosen on one half of the draws and measured on the other,
    so that noise alone has no value (Strong and Oakley 2013, "An efficient method for computing
    single-parameter partial expected value of perfect information", Medical Decision Making 33:755-766)."""
    names = [name for name, value in scenario.cells() if not isinstance(value, int)]
    drawn = list(draw(scenario, 0, 0).cells)
    if not regret.shape[1] or len(regret) < 8 * BINS:
        return ()
    half = np.array([row % 2 == 0 for row in range(len(regret))])
    found = []
    for column, name in enumerate(drawn):
        values = cells[:, column]
        bins = np.searchsorted(np.quantile(values, np.linspace(0, 1, BINS + 1)[1:-1]), values)
        gain = 0.0
        for learn, test in ((half, ~half), (~half, half)):
            usual = regret[learn].mean(axis=0).argmin()
            for b in range(BINS):
                learned, tested = learn & (bins == b), test & (bins == b)
                if learned.any() and tested.any():
                    chosen = regret[learned].mean(axis=0).argmin()
                    gain += float((regret[tested, usual] - regret[tested, chosen]).sum())
        found.append(Question(name, _asked(scenario, name), max(0.0, gain / len(regret))))
    assert set(drawn) == set(names)
    return tuple(sorted(found, key=lambda one: -one.worth))


def _asked(scenario: Scenario, cell: str) -> str:
    for linkage in scenario.linkages:
        if cell == f"linkages.{linkage.id}.points":
            return linkage.party
    return max((p.id for p in scenario.parties if cell.startswith(f"{p.id}.")), key=len)
