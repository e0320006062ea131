"""What is a linkage worth: who gains and who pays, what it closes, and the ways out of it."""

from collections.abc import Sequence

import msgspec

from goodoffices.bargaining import CONCEPTS, Limits, Scenario, Table, exits, linkage_value
from goodoffices.bargaining import table as room_table
from goodoffices.bargaining.limits import FREELY
from goodoffices.bargaining.linkage_value import Assumption, Worth
from goodoffices.bargaining.scenario import Linkage
from goodoffices.bargaining.surely import Closed, closed
from goodoffices.desk.bargains.assumptions import assumption
from goodoffices.desk.bargains.packages import NAMES, Named, points
from goodoffices.errors import BadScenario

CREDIBILITY = {
    (True, True): "meant and believed",
    (False, True): "a bluff that is believed",
    (True, False): "meant, not believed",
}
"""What people read for each assumption on the threat behind a linkage."""


class WorthLine(msgspec.Struct, frozen=True, kw_only=True):
    """One solution under one assumption: points each party gains (pays, where negative) against the same bargaining
    without the linkage; None where one of the two ends without agreement, which `outcome` says."""

    solution: str
    credibility: str
    gains: dict[str, float] | None
    outcome: str
    package: dict[str, str] | None
    without: dict[str, str] | None


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """A way out: settle `issue` by `option`, so that the pattern does not hold, and what that costs each party in
    points against the Nash solution without the linkage (negative: it gains)."""

    issue: str
    option: str
    package: dict[str, str]
    costs: dict[str, float]


class LinkageLine(msgspec.Struct, frozen=True, kw_only=True):
    """One linkage: whose, in which words, on which claim; acceptable packages it removes and creates, in words (exact,
    or bounds); what it is worth; the ways out."""

    id: str
    party: str
    says: str
    quote: str
    claim: str
    removed: str
    created: str
    worths: tuple[WorthLine, ...]
    ways: tuple[Way, ...]


class Linkages(msgspec.Struct, frozen=True, kw_only=True):
    """The value of each linkage; with `unknown` cells only what they close whatever these are."""

    title: str
    assumption: str
    parties: Named
    lines: tuple[LinkageLine, ...] = ()
    unknown: tuple[str, ...] = ()
    closes: tuple[Closed, ...] = ()
    together: Closed | None = None


def linkage_values(scenario: Scenario, names: Sequence[str] = (), *, limits: Limits = FREELY) -> Linkages:
    """The value of the linkages named, of all if none is. Raises BadScenario for a name there is not, TooLarge."""
    known = {one.id: one for one in scenario.linkages}
    for name in names:
        if name not in known:
            remedy = f"Known: {', '.join(known) or 'none'}."
            raise BadScenario("a linkage named here is one of the scenario's", name, remedy)
    if not known:
        raise BadScenario("a scenario whose linkages are valued has one", None, "Add `linkages:`, or ask for packages.")
    chosen = [known[name] for name in dict.fromkeys(names)] or list(scenario.linkages)
    heading = Linkages(
        title=scenario.title or "A scenario without a title",
        assumption=assumption(scenario),
        parties=tuple((one.id, one.name or one.id) for one in scenario.parties),
        unknown=scenario.unknown_cells(),
    )
    if heading.unknown:
        every = tuple(one.id for one in chosen)
        return msgspec.structs.replace(
            heading,
            closes=tuple(closed(scenario, (one,)) for one in every),
            together=closed(scenario, every) if len(every) > 1 else None,
        )
    table = room_table(scenario)
    return msgspec.structs.replace(heading, lines=tuple(_line(table, one, limits) for one in chosen))


def pattern(linkage: Linkage) -> str:
    """What the linkage says, in words."""
    when = " and ".join(f"{c.issue}: {' or '.join(c.options)}" for c in linkage.when)
    return f"refuses {when}" if linkage.refuses else f"minds {when}" if _malus(linkage) else f"likes {when}"


def _malus(linkage: Linkage) -> bool:
    return isinstance(linkage.points, int) and linkage.points < 0


def _line(table: Table, one: Linkage, limits: Limits) -> LinkageLine:
    value = linkage_value(table, one.id, CONCEPTS, limits=limits)
    ways = exits(table, one.id, limits=limits)
    return LinkageLine(
        id=one.id,
        party=one.party,
        says=pattern(one),
        quote=one.quote,
        claim=one.claim,
        removed=str(value.removed),
        created=str(value.created),
        worths=tuple(_worth(table, worth) for worth in value.worths),
        ways=tuple(
            Way(
                issue=way.issue,
                option=table.names(way.package)[way.issue],
                package=table.names(way.package),
                costs=points(table, way.costs),
            )
            for way in ways
        ),
    )


def _worth(table: Table, worth: Worth) -> WorthLine:
    if worth.refused:
        outcome = "no agreement: what is agreed in disbelief is refused"
    elif worth.package is None:
        outcome = "no agreement with it"
    elif worth.without is None:
        outcome = "no agreement without it"
    else:
        outcome = "same package" if worth.package == worth.without else "another package"
    return WorthLine(
        solution=NAMES[worth.concept],
        credibility=_credibility(worth.assumption),
        gains=points(table, worth.gains) if worth.gains is not None else None,
        outcome=outcome,
        package=table.names(worth.package) if worth.package is not None else None,
        without=table.names(worth.without) if worth.without is not None else None,
    )


def _credibility(assumed: Assumption) -> str:
    return CREDIBILITY[assumed.true, assumed.believed]
