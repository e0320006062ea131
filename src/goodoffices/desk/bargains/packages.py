"""What could they all accept? One scenario through the bargaining room: the plan, the zone, the frontier, the
solutions; where cells are unknown, what holds for all of them and nothing else.

Points are floats here, for people; the room below counts in whole micro-points.
"""

from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from goodoffices.bargaining import (
    CONCEPTS,
    Effort,
    Frontier,
    Limits,
    Plan,
    Robustness,
    Scenario,
    Solution,
    Table,
    TooLarge,
    best_packages,
    frontier,
    plan,
    relaxations,
    robustness,
    solutions,
    solved,
    upper_hand,
)
from goodoffices.bargaining import table as room_table
from goodoffices.bargaining.adoption import pivotal
from goodoffices.bargaining.amounts import POINT
from goodoffices.bargaining.enumeration import count_adopted
from goodoffices.bargaining.limits import FREELY
from goodoffices.bargaining.scenario import CONSENSUS, Rule
from goodoffices.bargaining.surely import MOST, Survey, survey
from goodoffices.bargaining.zone import LISTED, Best
from goodoffices.desk.bargains.assumptions import assumption
from goodoffices.desk.progress import Progress, silent
from goodoffices.errors import BadArgument
from goodoffices.scale import spread

Named = tuple[tuple[str, str], ...]
"""(id, what people read) in the scenario's order."""


class ZoneLine(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule of adoption leaves: the number of packages, exact when `least` equals `most`."""

    rule: str
    least: int
    most: int


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """A smallest relaxation of an empty zone: how many points each party would come down, and the package."""

    kind: str
    by: dict[str, float]
    package: dict[str, str]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One package: issue -> option, points per party, share of its room (0: its reservation, 1: the best it could
    get; None: no room; empty: not asked for). `gap`: 0 where proved; `ties`: further points as good; `needs`:
    parties without whom the rule would not carry it.
    """

    name: str
    package: dict[str, str]
    points: dict[str, float]
    shares: dict[str, float | None] = {}
    ahead: tuple[str, ...] = ()
    method: str = ""
    gap: float = 0.0
    ties: int = 0
    needs: tuple[str, ...] = ()


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """The frontier: its points (one row each, in the order of the parties), the packages behind them, the tolerance in
    points (0: exact), a hash to compare runs."""

    size: int
    packages: int
    epsilon: float
    digest: str


class Packages(msgspec.Struct, frozen=True, kw_only=True):
    """Everything `packages` answers. `unknown`: the open cells; with any, zone to solutions stay empty, `surely` says
    what holds for all of them, `drawn`, if asked for, how often what holds over draws. `edge` is None where no frontier
    was found; `notes` say why."""

    title: str
    assumption: str
    parties: Named
    issues: Named
    options: dict[str, tuple[str, ...]]
    count: int
    linkages: int
    plan: str = ""
    reservations: dict[str, float] = {}
    zones: tuple[ZoneLine, ...] = ()
    openings: tuple[Opening, ...] = ()
    edge: Edge | None = None
    solutions: tuple[Answer, ...] = ()
    rule: str = "consensus"
    best: tuple[Answer, ...] = ()
    complete: bool = True
    unknown: tuple[str, ...] = ()
    surely: Survey | None = None
    drawn: Robustness | None = None
    notes: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True, eq=False):
    """The answer, and the frontier's points themselves for a picture of them."""

    answer: Packages
    frontier: Frontier | None = None


SOLVING = 240.0
"""Seconds the solver gets at most for the four solutions together."""

NAMES = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "egalitarian": "Egalitarian",
    "utilitarian": "Utilitarian",
}
"""What people read for each concept."""


def packages(
    scenario: Scenario,
    *,
    rules: Sequence[str] = (),
    best: int = 5,
    epsilon: float = 0.0,
    draws: int = 0,
    limits: Limits = FREELY,
    shares: bool | None = None,
    starting: Callable[[Packages], None] = lambda heading: None,
    workers: int = 1,
    cluster: str = "",
    progress: Progress = silent,
) -> Found:
    """Bargaining over the whole of `scenario`. rules: names of its rules, all of them if left out; the `best` packages
    are ranked under the first. epsilon, in points: a thinner frontier; the solutions then come from the solver, if it
    is installed. draws: so many draws of the open cells show how packages stand (shares of draws, not proofs). shares:
    who has which share of its room; None: only where the scenario is fictional. `starting` is called with what is known
    before the work begins, the plan included. Draws are shared out over so many processes, or over the Dask scheduler
    at address `cluster`, with the same result; `progress` follows them. Raises BadArgument, BadScenario, Cancelled,
    Unreachable.
    """
    if best < 0 or epsilon < 0:
        raise BadArgument("best and epsilon are zero or more", min(best, epsilon), "Leave them out for the usual.")
    chosen = _rules(scenario, rules)
    heading = _heading(scenario)
    if heading.unknown:
        starting(heading)
        heading = _surely(scenario, heading)
        if not draws:
            return Found(heading)
        quiet = replace(limits, progress=None)  # each draw has merges of its own, and a bar that jumps tells nothing
        with spread(workers, cluster, progress=progress, cancelled=limits.cancelled) as map:
            return Found(replace(heading, drawn=robustness(scenario, draws=draws, limits=quiet, map=map)))
    table = room_table(scenario)
    the = plan(table)
    heading = replace(heading, plan=str(the), reservations=points(table, table.reservations))
    starting(heading)
    notes: list[str] = []
    found = _frontier(table, the, epsilon, limits, notes)
    exact = found if found is not None and not found.epsilon else None
    counts = [(rule, count_adopted(table, rule, limits=limits)) for rule in chosen]
    few = table.packages <= LISTED
    ranked = best_packages(table, best, rule=chosen[0]) if best and (few or exact) else Best((), True)
    if best and not few and not exact:
        notes.append("The best packages are ranked only where the exact frontier is found.")
    shown = exact if (scenario.fictional if shares is None else shares) else None
    answer = replace(
        heading,
        zones=tuple(ZoneLine(rule=rule.name, least=count.least, most=count.most) for rule, count in counts),
        openings=_openings(table, exact),
        edge=_edge(found),
        solutions=tuple(_answer(table, one, shown) for one in _solutions(table, exact, limits, notes)),
        rule=chosen[0].name,
        best=tuple(
            Answer(
                name=str(number),
                package=table.names(one.package),
                points=points(table, one.utilities),
                needs=pivotal(table, chosen[0], one.package),
            )
            for number, one in enumerate(ranked.packages, 1)
        ),
        complete=ranked.complete,
        notes=tuple(notes),
    )
    return Found(answer, found)


def points(table: Table, amounts: Sequence[int]) -> dict[str, float]:
    """Micro-points in the order of the parties as party -> points."""
    return {party: amount / POINT for party, amount in zip(table.parties, amounts, strict=True)}


def _heading(scenario: Scenario) -> Packages:
    return Packages(
        title=scenario.title or "A scenario without a title",
        assumption=assumption(scenario),
        parties=tuple((one.id, one.name or one.id) for one in scenario.parties),
        issues=tuple((one.id, one.label or one.id) for one in scenario.issues),
        options={one.id: one.options for one in scenario.issues},
        count=scenario.packages,
        linkages=len(scenario.linkages),
        unknown=scenario.unknown_cells(),
    )


def _rules(scenario: Scenario, names: Sequence[str]) -> list[Rule]:
    known = {CONSENSUS.name: CONSENSUS} | {rule.name: rule for rule in scenario.rules}
    for name in names:
        if name not in known:
            raise BadArgument("a rule named here is one of the scenario's", name, f"Known: {', '.join(known)}.")
    return [known[name] for name in names] if names else list(scenario.rules)


def _surely(scenario: Scenario, heading: Packages) -> Packages:
    if scenario.packages > MOST:
        return replace(heading, notes=(f"What holds for all of them is proved for up to {MOST:,} packages.",))
    return replace(heading, surely=survey(scenario))


def _frontier(table: Table, the: Plan, epsilon: float, limits: Limits, notes: list[str]) -> Frontier | None:
    """The frontier; None, with the reason in `notes`, where it does not fit."""
    try:
        return frontier(table, limits=limits, epsilon=epsilon, planned=the)
    except TooLarge as error:
        notes.append(f"No frontier: {error}")
        return None


def _edge(found: Frontier | None) -> Edge | None:
    if found is None:
        return None
    return Edge(
        size=len(found),
        packages=int(found.counts.sum()),
        epsilon=float(found.epsilon) / POINT,
        digest=found.digest,
    )


def _openings(table: Table, exact: Frontier | None) -> tuple[Opening, ...]:
    if exact is None or any(all(u >= r for u, r in zip(row, table.reservations, strict=True)) for row in exact.points):
        return ()
    return tuple(
        Opening(kind=one.kind, by=points(table, one.by), package=table.names(one.package)) for one in relaxations(exact)
    )


def _solutions(table: Table, exact: Frontier | None, limits: Limits, notes: list[str]) -> list[Solution]:
    """From the exact frontier, else by the solver; none, with the reason in `notes`, where neither is to be had."""
    if exact is not None:
        return list(solutions(table, CONCEPTS, exact).values())
    effort = Effort(seconds=min(limits.seconds, SOLVING) / len(CONCEPTS))
    found = []
    for concept in CONCEPTS:
        try:
            found.append(solved(table, concept, effort, limits))
        except BadArgument as error:
            notes.append(f"No {NAMES[concept]} solution: {error}")
    return [one for one in found if one is not None]


def _answer(table: Table, one: Solution, shown: Frontier | None) -> Answer:
    hand = upper_hand(table, one.package, shown) if shown is not None else None
    return Answer(
        name=NAMES[one.concept],
        package=table.names(one.package),
        points=points(table, one.utilities),
        shares=dict(zip(table.parties, hand.shares, strict=True)) if hand else {},
        ahead=hand.ahead if hand else (),
        method=one.certificate.method,
        gap=one.certificate.gap,
        ties=one.others,
    )
