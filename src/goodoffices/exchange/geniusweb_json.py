"""GeniusWeb profiles: one JSON file per party, each with the domain in it (LinearAdditiveUtilitySpace)."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from goodoffices.bargaining.amounts import POINT, SHARE, Amount, whole
from goodoffices.bargaining.scenario import Issue, Scenario, Worth
from goodoffices.bargaining.soundness import sound
from goodoffices.errors import BadScenario
from goodoffices.exchange.shares import exact, numeric_options, points, preferences, value_of, weight_of

SPACE = "LinearAdditiveUtilitySpace"


def read_geniusweb(profiles: Mapping[str, bytes]) -> Scenario:
    """The scenario of several profiles (party name -> file) over one domain. A reservation bid becomes the
    utility it has. Raises BadScenario naming the cell."""
    if not profiles:
        raise BadScenario("a scenario has at least one profile", None, "Give one file per party.")
    spaces = {party: _space(data, party) for party, data in profiles.items()}
    issues = _issues(next(iter(spaces.values())), next(iter(spaces)))
    weights, worths, reservations = [], [], []
    for party, space in spaces.items():
        if [one.id for one in _issues(space, party)] != [one.id for one in issues]:
            raise BadScenario("all profiles are over one domain", party, "Give profiles of the same domain.")
        heavy = _part(space, "issueWeights", party)
        mine: list[Amount] = [
            whole(heavy[one.id], SHARE, f"{party}.weights.{one.id}") if one.id in heavy else None for one in issues
        ]
        values = [_worth(_part(space, "issueUtilities", party).get(one.id), one, party) for one in issues]
        weights.append(mine)
        worths.append(values)
        reservations.append(_reservation(space, issues, mine, values))
    parties, wants = preferences(list(profiles), weights, worths, reservations)
    return sound(Scenario(parties, issues, wants, title="GeniusWeb scenario"))


def write_geniusweb(scenario: Scenario) -> dict[str, bytes]:
    """party -> profile. A reservation is a bid in this format, not a number: it is left out. Raises
    BadScenario for linkages and uncertain cells."""
    if scenario.linkages:
        raise BadScenario("this format has no linkages", scenario.linkages[0].id, "Write our own YAML instead.")
    domain = {
        "name": scenario.title or "scenario",
        "issuesValues": {issue.id: {"values": list(issue.options)} for issue in scenario.issues},
    }
    found = {}
    for p, party in enumerate(scenario.parties):
        exact(scenario.preferences[p].reservation, POINT, f"{party.id}.reservation")
        space = {
            "issueUtilities": {
                issue.id: {
                    "DiscreteValueSetUtilities": {
                        "valueUtilities": {o: value_of(scenario, p, i, k) for k, o in enumerate(issue.options)}
                    }
                }
                for i, issue in enumerate(scenario.issues)
            },
            "issueWeights": {issue.id: weight_of(scenario, p, i) for i, issue in enumerate(scenario.issues)},
            "domain": domain,
            "name": party.id,
        }
        found[party.id] = json.dumps({SPACE: space}, ensure_ascii=False, indent=1).encode()
    return found


def _space(data: bytes, party: str) -> dict[str, Any]:
    try:
        tree = json.loads(data, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise BadScenario(f"the profile of {party} is JSON", str(error), "Repair the file.") from None
    if not isinstance(tree, dict) or not isinstance(tree.get(SPACE), dict):
        raise BadScenario(f"the profile of {party} holds a {SPACE}", None, "Other spaces cannot be read.")
    return dict(tree[SPACE])


def _part(tree: Mapping[str, Any], key: str, party: str) -> dict[str, Any]:
    if not isinstance(tree.get(key), dict):
        raise BadScenario(f"{party}.{key} is an object", tree.get(key), "Add it.")
    return dict(tree[key])


def _issues(space: Mapping[str, Any], party: str) -> tuple[Issue, ...]:
    found = []
    for name, values in _part(_part(space, "domain", party), "issuesValues", party).items():
        if isinstance(values, dict) and isinstance(values.get("range"), list) and len(values["range"]) == 3:
            low, high, step = (whole(one, 1, f"issues.{name}.range") for one in values["range"])
            options = numeric_options(low, high, step, f"issues.{name}")
        elif isinstance(values, dict) and isinstance(values.get("values"), list):
            options = tuple(str(one) for one in values["values"])
        else:
            raise BadScenario(f"issues.{name} has values or a range", values, "List its values.")
        found.append(Issue(name, options))
    return tuple(found)


def _worth(tree: Any, issue: Issue, party: str) -> Worth:
    cell = f"{party}.values.{issue.id}"
    known = {} if not isinstance(tree, dict) else {key.lower(): value for key, value in tree.items()}
    discrete = known.get("discretevaluesetutilities", known.get("discreteutils"))
    numeric = known.get("numbervaluesetutilities", known.get("numberutils"))
    if isinstance(discrete, dict):
        said = _part(discrete, "valueUtilities", cell)
        return Worth(issue.id, tuple(points(said[o], f"{cell}.{o}") if o in said else None for o in issue.options))
    if isinstance(numeric, dict):
        low, high, floor, top = (
            points(numeric.get(key), f"{cell}.{key}") for key in ("lowValue", "highValue", "lowUtility", "highUtility")
        )
        span = max(1, high - low)
        return Worth(
            issue.id,
            tuple(floor + (top - floor) * (points(o, cell) - low) // span for o in issue.options),
        )
    return Worth(issue.id, (None,) * len(issue.options))


def _reservation(
    space: Mapping[str, Any], issues: tuple[Issue, ...], weights: list[Amount], worths: list[Worth]
) -> Amount:
    bid = space.get("reservationBid")
    said = None if not isinstance(bid, dict) else bid.get("issuevalues", bid.get("issueValues"))
    chosen: dict[str, Any] = dict(said) if isinstance(said, dict) else {}
    total = 0
    for issue, weight, worth in zip(issues, weights, worths, strict=True):
        if issue.id not in chosen or str(chosen[issue.id]) not in issue.options:
            continue
        value = worth.values[issue.options.index(str(chosen[issue.id]))]
        if not isinstance(value, int) or not isinstance(weight, int):
            return None
        total += weight * value // SHARE
    return total
