"""What a linkage is worth: who gains, who pays, and the ways out of it."""

import msgspec
import numpy as np

from goodoffices.bargaining.enumeration import BUDGET, Count, count_adopted
from goodoffices.bargaining.limits import FREELY, Limits
from goodoffices.bargaining.scenario import CONSENSUS
from goodoffices.bargaining.solutions import CONCEPTS, Solution, solutions
from goodoffices.bargaining.table import Package, Table, Term
from goodoffices.errors import BadScenario


class Assumption(msgspec.Struct, frozen=True):
    """Whether the linkage is meant (`true`) and whether the others believe it and bargain accordingly."""

    true: bool
    believed: bool


ASSUMPTIONS = (Assumption(True, True), Assumption(False, True), Assumption(True, False))
"""Meant and believed; a bluff that is believed; meant but not believed."""


class Worth(msgspec.Struct, frozen=True):
    """What the linkage changes under one concept and assumption, against the same bargaining without it.

    `gains` in micro-points per party, None where one side has no package acceptable to all. `refused`: the
    package agreed in disbelief is one the party in fact refuses.
    """

    concept: str
    assumption: Assumption
    package: Package | None
    without: Package | None
    gains: tuple[int, ...] | None
    refused: bool = False


class LinkageValue(msgspec.Struct, frozen=True):
    """The value of one linkage: per concept and assumption, and how many acceptable packages it removes or
    creates."""

    linkage: str
    worths: tuple[Worth, ...]
    acceptable_with: Count
    acceptable_without: Count

    @property
    def removed(self) -> Count:
        """Packages acceptable to all only without the linkage."""
        return _less(self.acceptable_without, self.acceptable_with)

    @property
    def created(self) -> Count:
        """Packages acceptable to all only because of the linkage (a bonus can create some)."""
        return _less(self.acceptable_with, self.acceptable_without)


class Exit(msgspec.Struct, frozen=True):
    """A way out: settle `issue` so that the linkage does not bite. `costs`: micro-points each party gives up
    for it against the solution without the linkage (negative: gains)."""

    issue: str
    package: Package
    costs: tuple[int, ...]


def linkage_value(
    table: Table,
    linkage: str,
    concepts: tuple[str, ...] = CONCEPTS,
    budget: int = BUDGET,
    limits: Limits = FREELY,
) -> LinkageValue:
    """Bargaining with and without `linkage`, under each concept and each assumption about the threat behind
    it.

    A single linkage can only remove acceptable packages (refusal, malus) or only create some (bonus), so the
    two counts tell both numbers.
    """
    without = table.without(linkage)
    here, there = _solved(table, concepts, limits), _solved(without, concepts, limits)
    worths = []
    for concept in concepts:
        a, b = here.get(concept), there.get(concept)
        worths += [_worth(concept, assumption, a, b, table, without) for assumption in ASSUMPTIONS]
    return LinkageValue(
        linkage,
        tuple(worths),
        count_adopted(table, CONSENSUS, budget, limits),
        count_adopted(without, CONSENSUS, budget, limits),
    )


def exits(table: Table, linkage: str, concept: str = "nash", limits: Limits = FREELY) -> tuple[Exit, ...]:
    """For each issue of the linkage, the best package that escapes its pattern there; cheapest for all
    first."""
    term = next((one for one in table.terms if one.name == linkage), None)
    without = solutions(table.without(linkage), (concept,), limits=limits).get(concept)
    if term is None or without is None:
        return ()
    found = []
    for issue, options in term.pattern:
        left = [o for o in range(len(table.options[issue])) if o not in options]
        if not left:
            continue
        narrow = restricted(table, issue, left)
        best = _solved(narrow, (concept,), limits).get(concept)
        if best is not None:
            package = tuple(left[o] if i == issue else o for i, o in enumerate(best.package))
            costs = tuple(u - v for u, v in zip(without.utilities, best.utilities, strict=True))
            found.append(Exit(table.issues[issue], package, costs))
    return tuple(sorted(found, key=lambda one: sum(one.costs)))


def restricted(table: Table, issue: int, options: list[int]) -> Table:
    """The table with only some options of one issue left; their indices count from zero again."""
    place = {option: k for k, option in enumerate(options)}

    def narrowed(term: Term) -> Term | None:
        pattern = []
        for i, wanted in term.pattern:
            kept = frozenset(place[o] for o in wanted if o in place) if i == issue else wanted
            if not kept:
                return None
            pattern.append((i, kept))
        return msgspec.structs.replace(term, pattern=tuple(pattern))

    return msgspec.structs.replace(
        table,
        options=tuple(
            tuple(names[o] for o in options) if i == issue else names for i, names in enumerate(table.options)
        ),
        contributions=tuple(
            np.ascontiguousarray(rows[options]) if i == issue else rows for i, rows in enumerate(table.contributions)
        ),
        terms=tuple(term for one in table.terms if (term := narrowed(one)) is not None),
        status_quo=None,
    )


def _solved(table: Table, concepts: tuple[str, ...], limits: Limits) -> dict[str, Solution]:
    """The solutions; none where hard linkages leave no package at all."""
    try:
        return solutions(table, concepts, limits=limits)
    except BadScenario:
        return {}


def _worth(
    concept: str,
    assumption: Assumption,
    with_: Solution | None,
    without: Solution | None,
    table: Table,
    plain: Table,
) -> Worth:
    agreed = with_ if assumption.believed else without
    package = None if agreed is None else agreed.package
    base = None if without is None else without.package
    if package is None or base is None:
        return Worth(concept, assumption, package, base, None)
    real = table if assumption.true else plain
    refused = bool(real.refused([package]).any())
    gains = real.utilities([package])[0] - plain.utilities([base])[0]
    return Worth(concept, assumption, package, base, None if refused else tuple(int(x) for x in gains), refused)


def _less(a: Count, b: Count) -> Count:
    return Count(max(0, a.least - b.most), max(0, a.most - b.least))
