"""What follows from a format's rule alone, whatever is in the record: power, and what it could adopt in a scenario."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.bargaining import Scenario, table
from goodoffices.bargaining.table import Table
from goodoffices.desk.bargains.assumptions import assumption
from goodoffices.desk.bargains.packages import points
from goodoffices.desk.bargains.workup import written_scenario
from goodoffices.desk.parties.format_files import FormatFile, written_formats
from goodoffices.errors import BadArgument
from goodoffices.formats import Format, Power, Rule, Ternary, power, rule_of, ternary
from goodoffices.formats.adoptable import Adoptable, Tried, adoptable

FORMATS, SEATED = 24, 500
"""Formats, and parties named by each and as stakeholders, that a page compares at most."""


class Worth(Struct, frozen=True, kw_only=True):
    """A package a format could adopt: issue -> option, what it gives each party in points, and whether the parties to
    the conflict could all accept it.
    """

    package: dict[str, str]
    points: dict[str, float]
    accepted: bool


class BestFor(Worth, frozen=True, kw_only=True):
    """What of the adoptable gives `party` most."""

    party: str


class InScenario(Struct, frozen=True, kw_only=True):
    """What a format could adopt in a scenario (see formats.adoptable), in points. assumption: whose these are; parties,
    issues: ids with what they are called; listed: the first packages of each count.
    """

    scenario: str
    assumption: str
    parties: tuple[tuple[str, str], ...]
    issues: tuple[tuple[str, str], ...]
    found: Adoptable
    best: tuple[BestFor, ...]
    listed: dict[str, tuple[Worth, ...]]


class Measured(Struct, frozen=True, kw_only=True):
    """A format measured. ternary: None for a rule without abstention or a body too large and unlike to count;
    adoptable: None without a scenario.
    """

    power: Power
    ternary: Ternary | None
    adoptable: InScenario | None


def measured(formats: Sequence[Format], consent: Sequence[str], scenario: Scenario | None) -> tuple[Measured, ...]:
    """Each format measured. consent: ids of the parties to the conflict. Raises what `formats.rule_of`, `formats.power`
    and `formats.adoptable` raise, and BadScenario for a scenario with an unknown cell.
    """
    numbers = table(scenario) if scenario else None
    return tuple(_measured(rule_of(one), consent, scenario, numbers) for one in formats)


def formats_in(text: str, scenario: str = "") -> tuple[FormatFile, Scenario | None, tuple[Measured, ...]]:
    """The formats and the scenario typed on a page, read and measured. BadArgument, BadScenario."""
    file = written_formats(text)
    concerned = file.stakeholders
    seated = max(len(one.seats) for one in file.formats)
    listed = len(concerned.parties) + len(concerned.third_parties) + len(concerned.affected)
    if len(file.formats) > FORMATS or max(seated, listed) > SEATED:
        found = f"{len(file.formats)} formats, {seated} seats, {listed} stakeholders"
        remedy = "Ask on the command line, which has no such limit: goodoffices formats --file."
        raise BadArgument(f"a page compares {FORMATS} formats of {SEATED} seats at most", found, remedy)
    read = written_scenario(scenario) if scenario.strip() else None
    return file, read, measured(file.formats, file.consent, read)


def _measured(rule: Rule, consent: Sequence[str], scenario: Scenario | None, numbers: Table | None) -> Measured:
    tried = _in_scenario(rule, scenario, numbers, consent) if scenario and numbers else None
    return Measured(power=power(rule), ternary=_ternary(rule), adoptable=tried)


def _ternary(rule: Rule) -> Ternary | None:
    try:
        return ternary(rule) if rule.abstention else None
    except BadArgument:  # too many unlike members to count with abstention
        return None


def _in_scenario(rule: Rule, scenario: Scenario, numbers: Table, consent: Sequence[str]) -> InScenario:
    found = adoptable(rule, numbers, consent)

    def worth(one: Tried) -> dict[str, object]:
        given = points(numbers, one.utilities)
        return {"package": numbers.names(one.package), "points": given, "accepted": one.accepted}

    return InScenario(
        scenario=scenario.title or "A scenario without a title",
        assumption=assumption(scenario),
        parties=tuple((one.id, one.name or one.id) for one in scenario.parties),
        issues=tuple((one.id, one.label or one.id) for one in scenario.issues),
        found=replace(found, best=(), listed={}),  # both in words below
        best=tuple(BestFor(party=one.party, **worth(one)) for one in found.best),  # type: ignore[arg-type]
        listed={
            name: tuple(Worth(**worth(one)) for one in held)  # type: ignore[arg-type]
            for name, held in found.listed.items()
        },
    )
