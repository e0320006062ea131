"""What must hold of a scenario before anything is computed from it; each error names the cell."""

from collections.abc import Iterable, Sequence

from goodoffices.bargaining.amounts import LARGEST, POINT, SHARE, Amount, bounds
from goodoffices.bargaining.correlation import sound_correlations
from goodoffices.bargaining.scenario import Issue, Linkage, Preference, Scenario
from goodoffices.errors import BadScenario

TOP = 100 * POINT
"""The most an option may be worth before weighting, in micro-points."""

HEAVIEST = 1_000_000 * SHARE
"""The greatest weight, in billionths."""


def sound(scenario: Scenario) -> Scenario:
    """`scenario` itself when every rule holds, else BadScenario for the first cell that breaks one."""
    _distinct("parties", [party.id for party in scenario.parties])
    _distinct("issues", [issue.id for issue in scenario.issues])
    if not scenario.parties or not scenario.issues:
        raise BadScenario("a scenario has at least one party and one issue", None, "Add the missing list.")
    sound_issues(scenario.issues)
    if [one.party for one in scenario.preferences] != [party.id for party in scenario.parties]:
        raise BadScenario(
            "preferences has one entry per party, in their order",
            [one.party for one in scenario.preferences],
            "Use each id of parties once.",
        )
    for preference in scenario.preferences:
        _preference(scenario, preference)
    _distinct("linkages", [one.id for one in scenario.linkages])
    for linkage in scenario.linkages:
        _linkage(scenario, linkage)
    _rules(scenario)
    for choice in scenario.status_quo:
        _option(scenario, "status_quo", choice.issue, choice.option)
    _distinct("status_quo", [choice.issue for choice in scenario.status_quo])
    for preference in scenario.preferences:
        _reach(scenario, preference)
    sound_correlations(scenario)
    return scenario


def sound_issues(issues: Sequence[Issue]) -> None:
    """Every issue has options, each named once; else BadScenario."""
    for issue in issues:
        if not issue.options:
            raise BadScenario(f"issues.{issue.id} has at least one option", [], "List its possible settlements.")
        _distinct(f"issues.{issue.id}.options", issue.options)


def _distinct(cell: str, names: Sequence[str]) -> None:
    if any(not name for name in names):
        raise BadScenario(f"{cell}: every name has at least one character", "", "Give it an id.")
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise BadScenario(f"{cell}: each name stands once", twice, "Rename or remove one of them.")


def _among(cell: str, name: str, known: Iterable[str]) -> None:
    known = tuple(known)
    if name not in known:
        raise BadScenario(f"{cell} names something the scenario has", name, f"Known: {', '.join(known[:12])}.")


def _option(scenario: Scenario, cell: str, issue: str, option: str) -> None:
    _among(cell, issue, (one.id for one in scenario.issues))
    _among(f"{cell}.{issue}", option, scenario.issue(issue).options)


def _inside(cell: str, value: Amount, low: int, high: int, unit: int) -> None:
    least, most = bounds(value, low, high)
    if least < low or most > high:
        raise BadScenario(
            f"{cell} lies between {low // unit} and {high // unit}",
            (least if least < low else most) / unit,
            "Rescale it.",
        )


def _preference(scenario: Scenario, preference: Preference) -> None:
    who = preference.party
    if len(preference.weights) != len(scenario.issues) or [w.issue for w in preference.worths] != [
        issue.id for issue in scenario.issues
    ]:
        raise BadScenario(f"preferences.{who} has a weight and values for each issue", None, "Mark gaps 'unknown'.")
    for issue, weight, worth in zip(scenario.issues, preference.weights, preference.worths, strict=True):
        _inside(f"preferences.{who}.weights.{issue.id}", weight, 0, HEAVIEST, SHARE)
        if len(worth.values) != len(issue.options):
            raise BadScenario(
                f"preferences.{who}.values.{issue.id} has one value per option",
                len(worth.values),
                "Mark gaps 'unknown'.",
            )
        for option, value in zip(issue.options, worth.values, strict=True):
            _inside(f"preferences.{who}.values.{issue.id}.{option}", value, 0, TOP, POINT)
        for option in worth.order:
            _among(f"preferences.{who}.order of {issue.id}", option, issue.options)
    for name in preference.order:
        _among(f"preferences.{who}.order", name, (issue.id for issue in scenario.issues))
    if all(weight == 0 for weight in preference.weights):
        raise BadScenario(
            f"preferences.{who}.weights has at least one above zero",
            0,
            "A party that cares for nothing accepts anything: leave it out, or mark the weights 'unknown'.",
        )


def _linkage(scenario: Scenario, linkage: Linkage) -> None:
    cell = f"linkages.{linkage.id}"
    _among(f"{cell}.party", linkage.party, (party.id for party in scenario.parties))
    _distinct(f"{cell}.when", [condition.issue for condition in linkage.when])
    if len(linkage.when) < 2:
        raise BadScenario(f"{cell} ties two issues or more", len(linkage.when), "Add a condition on another issue.")
    for condition in linkage.when:
        if not condition.options:
            raise BadScenario(f"{cell}.when.{condition.issue} names an option", [], "Name one or more options.")
        for option in condition.options:
            _option(scenario, f"{cell}.when", condition.issue, option)
    if not linkage.refuses:
        _inside(f"{cell}.points", linkage.points, -HEAVIEST // SHARE * TOP, HEAVIEST // SHARE * TOP, POINT)


def _rules(scenario: Scenario) -> None:
    _distinct("rules", [rule.name for rule in scenario.rules])
    for rule in scenario.rules:
        if rule.votes and len(rule.votes) != len(scenario.parties):
            raise BadScenario(f"rules.{rule.name}.votes has one number per party", len(rule.votes), "Fill it.")
        if any(vote < 0 for vote in rule.votes):
            raise BadScenario(f"rules.{rule.name}.votes are zero or more", min(rule.votes), "Correct the sign.")
        most = sum(rule.votes) if rule.votes else len(scenario.parties)
        if rule.quota is not None and not 0 < rule.quota <= most:
            raise BadScenario(f"rules.{rule.name}.quota lies between 1 and {most}", rule.quota, "Correct it.")
        for name in rule.vetoes:
            _among(f"rules.{rule.name}.vetoes", name, (party.id for party in scenario.parties))


def _reach(scenario: Scenario, preference: Preference) -> None:
    """No overflow, and a reservation the party can reach with its best options and all its bonuses."""
    best = sum(
        bounds(weight, 0, SHARE)[1] * max(bounds(value, 0, TOP)[1] for value in worth.values)
        for weight, worth in zip(preference.weights, preference.worths, strict=True)
    )
    mine = [
        bounds(one.points, -TOP, TOP) for one in scenario.linkages if one.party == preference.party and not one.refuses
    ]
    ideal = -(-best // SHARE) + sum(max(0, high) for _, high in mine)
    swing = -(-best // SHARE) + sum(max(abs(low), abs(high)) for low, high in mine)
    if swing >= LARGEST:
        raise BadScenario(
            f"preferences.{preference.party}: the greatest possible utility stays below 2^53 micro-points",
            swing,
            "Scale the weights down, for instance to a sum of 1.",
        )
    least = bounds(preference.reservation, 0, 0)[0]
    if least > ideal:
        raise BadScenario(
            f"preferences.{preference.party}.reservation is at most its ideal, {ideal / POINT:g}",
            least / POINT,
            "Lower it, or check the weights: as written no package can ever be accepted.",
        )
    _inside(f"preferences.{preference.party}.reservation", preference.reservation, -LARGEST, LARGEST, POINT)
