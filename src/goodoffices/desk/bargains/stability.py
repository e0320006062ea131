"""Would it hold? A conflict, or an agreed package of a scenario, through the graph model."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining import CONCEPTS as SOLUTIONS
from goodoffices.bargaining import Limits, Package, Scenario, Table, solutions, table
from goodoffices.bargaining.amounts import POINT
from goodoffices.bargaining.limits import FREELY
from goodoffices.bargaining.stability import (
    CONCEPTS,
    Conflict,
    Graph,
    changes,
    coalition_stable,
    evolution,
    field,
    reneging,
    stability,
)
from goodoffices.bargaining.stability.foresight import LOOKED_THROUGH
from goodoffices.bargaining.stability.graph import Moves, States
from goodoffices.desk.bargains.assumptions import assumption
from goodoffices.desk.bargains.reneging import if_one_reneges
from goodoffices.errors import BadArgument

LISTED = 40
"""Equilibria that are listed; those under the most concepts first."""

DRAWN = 8
"""States of the list to which the ways are drawn."""

HINGES = 3
"""Single changes of preference that are listed for a state and concept."""


class StateLine(msgspec.Struct, frozen=True, kw_only=True):
    """One state. stable: concept -> the parties for whom it is; equilibrium: the concepts under which it is for all;
    left_by: concept -> those
    of the coalitions asked for that would leave it; path: the way there from the status quo
    (party, state, whether the move betters its lot), None where none leads."""

    name: str
    pattern: str = ""
    taken: tuple[str, ...] = ()
    equilibrium: tuple[str, ...] = ()
    stable: dict[str, tuple[str, ...]] = {}
    left_by: dict[str, tuple[tuple[str, ...], ...]] = {}
    path: tuple[tuple[str, str, bool], ...] | None = None


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A move `party` can make from one state to another; improves: it is better off there at once."""

    start: str
    party: str
    end: str
    improves: bool


class Hinge(msgspec.Struct, frozen=True, kw_only=True):
    """A single preference on which a state hangs: if `party` ranked `state` above (or level with) `other`, it would
    become an equilibrium, or be none any more. passes: over how many other ranks that goes."""

    state: str
    concept: str
    makes: bool
    party: str
    moved: str
    other: str
    place: str
    passes: int


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """Everything `stability` answers. counts: concept -> equilibria; steps: the moves among the states on the ways to
    the first of `lines`; unreachable: states no moves lead to from the status quo (None: no status quo given)."""

    title: str
    assumption: str
    parties: tuple[tuple[str, str], ...]
    states: int
    moves: int
    single: bool
    counts: dict[str, int]
    lines: tuple[StateLine, ...]
    hinges: tuple[Hinge, ...] = ()
    steps: tuple[Step, ...] = ()
    status_quo: str = ""
    unreachable: int | None = None
    notes: tuple[str, ...] = ()


def held(conflict: Conflict, states: Sequence[str] = (), single: bool = False) -> Held:
    """The equilibria of `conflict`, the ways there from its status quo, and for `states` (names or patterns; the
    status quo if none is given) the single preferences on which they hang. single: the others answer by one move only.

    Raises BadScenario naming the cell, BadArgument, CycleFound.
    """
    the = field(conflict)
    quo = the.state(conflict.status_quo) if conflict.status_quo else None
    asked = [the.state(one) for one in states] or ([] if quo is None else [quo])
    said = {one.id: one.says or one.id for one in conflict.options}

    def words(state: int) -> dict[str, Any]:
        options = zip(conflict.options, the.taken[state], strict=True)
        return {"pattern": the.pattern(state), "taken": tuple(said[o.id] for o, t in options if t)}

    found = _held(the.graph, quo, asked, conflict.coalitions, single, words)
    return msgspec.structs.replace(
        found,
        title=conflict.title or "A conflict without a title",
        assumption=assumption(conflict),
        parties=tuple((one.id, one.name or one.id) for one in conflict.parties),
    )


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What follows if parties renege on a package. in_words: that in one sentence; gains: party -> points it gains by
    reneging alone (negative: loses); outcomes: state -> what is in force, the points of each party, and who would not
    have it at all."""

    in_words: str
    package: dict[str, str]
    carriers: dict[str, tuple[str, ...]]
    points: dict[str, float]
    gains: dict[str, float]
    outcomes: dict[str, tuple[dict[str, str], dict[str, float], tuple[str, ...]]]
    held: Held


def kept(
    scenario: Scenario,
    agreed: str | Mapping[str, str] = "nash",
    *,
    carries: Mapping[str, str] | None = None,
    reversible: bool = False,
    single: bool = False,
    limits: Limits = FREELY,
) -> Kept:
    """What if a party reneges on a package of `scenario`? agreed: a solution by name, or issue -> option. carries:
    issue -> who carries it out. Raises BadScenario, BadArgument.
    """
    numbers = table(scenario)
    after = reneging(numbers, _package(numbers, agreed, limits), carries, reversible)
    graph = after.graph
    found = _held(graph, 0, [0], (), single, lambda state: {})
    alone = {
        graph.parties[i]: (after.utilities[b][i] - after.utilities[0][i]) / POINT
        for i, moves in enumerate(graph.moves)
        for a, b in zip(moves.start.tolist(), moves.end.tolist(), strict=True)
        if a == 0
    }
    named = [dict(zip(numbers.parties, (u / POINT for u in row), strict=True)) for row in after.utilities]
    parties = tuple((one.id, one.name or one.id) for one in scenario.parties)
    return Kept(
        in_words=if_one_reneges(dict(parties), alone, found.lines[0].stable),
        package=numbers.names(after.package),
        carriers={issue: who for issue, who in after.carriers.items() if who},
        points=named[0],
        gains=alone,
        outcomes={
            name: (numbers.names(package), points, refused)
            for name, package, points, refused in zip(graph.names, after.packages, named, after.refused, strict=True)
        },
        held=msgspec.structs.replace(
            found,
            title=scenario.title or "A scenario without a title",
            assumption=assumption(scenario),
            parties=parties,
        ),
    )


def _package(numbers: Table, agreed: str | Mapping[str, str], limits: Limits) -> Package:
    if isinstance(agreed, str):
        if agreed not in SOLUTIONS:
            raise BadArgument("a package is a solution, or issue=option for each issue", agreed, ", ".join(SOLUTIONS))
        found = solutions(numbers, (agreed,), limits=limits)
        if not found:
            raise BadArgument("there is a package acceptable to all", "none", "Name a package by issue=option.")
        return found[agreed].package
    strange = [issue for issue in agreed if issue not in numbers.issues]
    if strange or len(agreed) < len(numbers.issues):
        missing = [issue for issue in numbers.issues if issue not in agreed]
        raise BadArgument(
            "a package settles each issue of the scenario", ", ".join(strange or missing), "Add issue=option."
        )
    for issue, options in zip(numbers.issues, numbers.options, strict=True):
        if agreed[issue] not in options:
            raise BadArgument(f"{issue} is settled by one of its options", agreed[issue], ", ".join(options))
    return tuple(o.index(agreed[i]) for i, o in zip(numbers.issues, numbers.options, strict=True))


def _held(
    graph: Graph,
    quo: int | None,
    asked: Sequence[int],
    coalitions: Sequence[Sequence[str]],
    single: bool,
    words: Callable[[int], dict[str, Any]],
) -> Held:
    found = stability(graph, single=single)
    each = np.array([found.equilibria(c) for c in CONCEPTS])
    order = np.argsort(-each.sum(axis=0), kind="stable")
    listed = [int(s) for s in order[:LISTED] if each[:, s].any()]
    ways = None if quo is None else evolution(graph, quo)
    lines = []
    for state in [*asked, *(s for s in listed if s not in asked)]:
        steps = None if ways is None else ways.path(state)
        lines.append(
            StateLine(
                name=graph.names[state],
                equilibrium=tuple(c for c, one in zip(CONCEPTS, each, strict=True) if one[state]),
                stable={
                    c: tuple(p for p, one in zip(graph.parties, found.stable[c], strict=True) if one[state])
                    for c in CONCEPTS
                },
                left_by={
                    c: tuple(
                        tuple(group)
                        for group in coalitions
                        if not coalition_stable(graph, [graph.party(p) for p in group], state, c, single)
                    )
                    for c in (CONCEPTS if coalitions else ())
                },
                path=None if steps is None else tuple((s.party, graph.names[s.state], s.improves) for s in steps),
                **words(state),
            )
        )
    hinges = [
        Hinge(
            state=graph.names[state],
            concept=c,
            makes=not one[state],
            party=change.party,
            moved=graph.names[change.state],
            other=graph.names[change.other],
            place=change.place,
            passes=change.passes,
        )
        for state in asked
        for c, one in zip(CONCEPTS, each, strict=True)
        for change in changes(graph, state, c, single)[:HINGES]
    ]
    notes = []
    if graph.states > LOOKED_THROUGH:
        notes.append(f"Single changes of preference are looked for up to {LOOKED_THROUGH:,} states.")
    more = int(each.any(axis=0).sum()) - len(listed)
    if more > 0:
        notes.append(f"{more:,} more equilibria are not listed.")
    return Held(
        title="",
        assumption="",
        parties=(),
        states=graph.states,
        moves=sum(len(one.start) for one in graph.moves),
        single=single,
        counts={c: int(one.sum()) for c, one in zip(CONCEPTS, each, strict=True)},
        lines=tuple(lines),
        hinges=tuple(hinges),
        steps=_steps(graph, quo, lines),
        status_quo="" if quo is None else graph.names[quo],
        unreachable=None if ways is None else int(ways.unreachable.sum()),
        notes=tuple(notes),
    )


def _steps(graph: Graph, quo: int | None, lines: Sequence[StateLine]) -> tuple[Step, ...]:
    """All moves among the states that the ways to the first lines go through."""
    near = {line.name for line in lines[:DRAWN]} | {name for line in lines[:DRAWN] for _, name, _ in line.path or ()}
    shown = {name: state for state, name in enumerate(graph.names) if name in near}
    if quo is not None:
        shown[graph.names[quo]] = quo
    inside = np.zeros(graph.states, bool)
    inside[list(shown.values())] = True
    return tuple(
        Step(start=graph.names[a], party=party, end=graph.names[b], improves=bool(ranks[b] > ranks[a]))
        for party, moves, ranks in zip(graph.parties, graph.moves, graph.ranks, strict=True)
        for a, b in zip(*(one.tolist() for one in _among(moves, inside)), strict=True)
    )


def _among(moves: Moves, inside: States) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    kept = moves.where(inside[moves.start] & inside[moves.end])
    return kept.start, kept.end


def pairs(said: Sequence[str]) -> dict[str, str]:
    """What is written NAME=VALUE, as a mapping. Raises BadArgument."""
    for one in said:
        if "=" not in one:
            raise BadArgument("a pair is written NAME=VALUE", one, "Join them with =.")
    return {key.strip(): value.strip() for key, _, value in (one.partition("=") for one in said)}


def package_named(said: str) -> str | dict[str, str]:
    """A solution by name, or a package written "issue=option, …". Raises BadArgument."""
    return pairs([one.strip() for one in said.split(",")]) if "=" in said else said.strip().lower().replace("-", "_")
