"""Every package of a small scenario, sorted by what holds of it whatever the open cells are. No draws, no guesses.

Where a reservation is not known, nothing can surely be acceptable; a package can still surely be as good as the
status quo, or surely be refused.
"""

from collections.abc import Iterator
from enum import StrEnum
from itertools import product

import msgspec

from goodoffices.bargaining.assured import Chosen, Holds, acceptance, beaten, better
from goodoffices.bargaining.scenario import Linkage, Scenario
from goodoffices.errors import BadArgument, BadScenario

MOST = 20_000
"""Up to so many packages are looked at one by one; a few seconds."""

COMPARED = 300
"""Up to so many packages that nobody refuses are compared with each other; the number of pairs is its square."""


class Against(StrEnum):
    """How a package stands against the status quo for one party, for all preferences the scenario allows."""

    SAME = "the same"
    GAINS = "as good or better"
    LOSES = "as good or worse"
    REFUSED = "refused"
    OPEN = "depends"


class Looked(msgspec.Struct, frozen=True):
    """One package: party -> for which preferences it accepts it, and how it stands against the status quo (empty
    without a complete one)."""

    package: dict[str, str]
    accepts: dict[str, Holds]
    against: dict[str, Against]

    @property
    def acceptable(self) -> Holds:
        """Acceptance by all parties together."""
        return _together(self.accepts)

    @property
    def gains(self) -> bool:
        """Whether it is surely as good as the status quo for every party."""
        return bool(self.against) and set(self.against.values()) <= {Against.SAME, Against.GAINS}


class Survey(msgspec.Struct, frozen=True):
    """All packages, and which of those nobody surely refuses another one beats for all (None: too many to compare)."""

    looked: tuple[Looked, ...]
    beaten: tuple[dict[str, str], ...] | None

    def count(self, holds: Holds) -> int:
        """How many packages are acceptable to all for all, some or none of the possible preferences."""
        return sum(one.acceptable is holds for one in self.looked)

    def refused_by(self, party: str) -> int:
        """How many packages the party accepts under no preference the scenario allows."""
        return sum(one.accepts[party] is Holds.NEVER for one in self.looked)


class Closed(msgspec.Struct, frozen=True):
    """What hard linkages close whatever the open cells are. `packages`: those refused only because of them;
    `wanted[party]`: how many of these are surely as good as the status quo or better for it, `unwanted[party]`: as good
    or worse; `exits`: issue -> the options with which the pattern does not hold, per linkage."""

    linkages: tuple[str, ...]
    packages: tuple[dict[str, str], ...]
    wanted: dict[str, int]
    unwanted: dict[str, int]
    exits: dict[str, dict[str, tuple[str, ...]]]


def survey(scenario: Scenario) -> Survey:
    """Looks at every package. Raises BadArgument where there are more than `MOST`."""
    quo = status_quo(scenario)
    looked = tuple(
        Looked(
            package,
            acceptance(scenario, package),
            {p.id: _against(scenario, p.id, package, quo) for p in scenario.parties} if quo else {},
        )
        for package in _packages(scenario)
    )
    open_ = [one.package for one in looked if one.acceptable is not Holds.NEVER]
    if len(open_) > COMPARED:
        return Survey(looked, None)
    return Survey(looked, tuple(a for a in open_ if any(a is not b and beaten(scenario, a, b) for b in open_)))


def closed(scenario: Scenario, linkages: tuple[str, ...]) -> Closed:
    """What the named hard linkages close together. Raises BadScenario for a name there is not, BadArgument for too
    many packages."""
    known = {one.id: one for one in scenario.linkages}
    for name in linkages:
        if name not in known:
            raise BadScenario("a linkage named here is one of the scenario's", name, f"Known: {', '.join(known)}.")
    mine = [known[name] for name in linkages if known[name].refuses]
    others = [one for one in scenario.linkages if one.refuses and one.id not in linkages]
    shut = tuple(
        package
        for package in _packages(scenario)
        if any(shows(one, package) for one in mine) and not any(shows(one, package) for one in others)
    )
    quo = status_quo(scenario)
    found = {p.id: [_compared(scenario, p.id, one, quo) for one in shut] if quo else [] for p in scenario.parties}
    return Closed(
        linkages,
        shut,
        {party: against.count(Against.GAINS) for party, against in found.items()},
        {party: against.count(Against.LOSES) for party, against in found.items()},
        {
            one.id: {c.issue: left for c in one.when if (left := _outside(c.options, scenario.issue(c.issue).options))}
            for one in (known[name] for name in linkages)
        },
    )


def shows(linkage: Linkage, package: Chosen) -> bool:
    """Whether the package has the linkage's pattern."""
    return all(package[condition.issue] in condition.options for condition in linkage.when)


def status_quo(scenario: Scenario) -> dict[str, str] | None:
    """The status quo as a package; None where it does not settle every issue."""
    found = {choice.issue: choice.option for choice in scenario.status_quo}
    return found if len(found) == len(scenario.issues) else None


def _packages(scenario: Scenario) -> Iterator[dict[str, str]]:
    if scenario.packages > MOST:
        remedy = "Drop issues or options, or give the numbers."
        raise BadArgument(f"up to {MOST:,} packages are looked at one by one", f"{scenario.packages:,}", remedy)
    names = [issue.id for issue in scenario.issues]
    for options in product(*(issue.options for issue in scenario.issues)):
        yield dict(zip(names, options, strict=True))


def _against(scenario: Scenario, party: str, package: Chosen, quo: Chosen) -> Against:
    if any(shows(one, package) for one in scenario.linkages if one.refuses and one.party == party):
        return Against.REFUSED
    return _compared(scenario, party, package, quo)


def _compared(scenario: Scenario, party: str, package: Chosen, quo: Chosen) -> Against:
    """Refusals aside."""
    up = better(scenario, party, package, quo) is Holds.ALWAYS
    down = better(scenario, party, quo, package) is Holds.ALWAYS
    if up:
        return Against.SAME if down else Against.GAINS
    return Against.LOSES if down else Against.OPEN


def _together(holds: dict[str, Holds]) -> Holds:
    if Holds.NEVER in holds.values():
        return Holds.NEVER
    return Holds.SOMETIMES if Holds.SOMETIMES in holds.values() else Holds.ALWAYS


def _outside(options: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(option for option in known if option not in options)
