"""Scenarios as YAML, in and out: one readable file, with the version of its notation in its first line."""

from collections.abc import Mapping

import msgspec
import yaml

from goodoffices.bargaining.amounts import POINT, SHARE, amount, number, whole, written
from goodoffices.bargaining.scenario import (
    CONSENSUS,
    Choice,
    Condition,
    Correlation,
    Issue,
    Linkage,
    Party,
    Preference,
    Rule,
    Scenario,
    Worth,
)
from goodoffices.bargaining.soundness import sound, sound_issues
from goodoffices.bargaining.writing import listing, mapping, named, only, read_parties, tree, truth
from goodoffices.errors import BadScenario

VERSION = 1
"""The version of this notation; a file of a later one is refused."""

KEYS = frozenset(
    [
        "scenario",
        "title",
        "author",
        "dated",
        "fictional",
        "note",
        "parties",
        "issues",
        "preferences",
        "linkages",
        "rules",
        "status_quo",
        "correlations",
    ]
)


def read_scenario(text: str) -> Scenario:
    """The scenario written in `text`. Raises BadScenario naming the cell; unknown cells are allowed."""
    root = tree(text, "a scenario")
    if str(root.get("scenario")) != str(VERSION):
        raise BadScenario(f"the file starts with 'scenario: {VERSION}'", root.get("scenario"), "Add or convert it.")
    only(root, KEYS, "the file")
    issues = tuple(_issue(one) for one in listing(root.get("issues", []), "issues"))
    sound_issues(issues)
    parties = read_parties(root)
    wants = mapping(root.get("preferences", {}), "preferences")
    only(wants, {party.id for party in parties}, "preferences")
    scenario = Scenario(
        parties,
        issues,
        tuple(_preference(party.id, mapping(wants.get(party.id, {}), party.id), issues) for party in parties),
        tuple(_linkage(mapping(one, "linkages"), issues) for one in listing(root.get("linkages", []), "linkages")),
        tuple(_rule(mapping(one, "rules"), parties) for one in listing(root.get("rules", []), "rules")) or (CONSENSUS,),
        tuple(Choice(k, str(v)) for k, v in mapping(root.get("status_quo", {}), "status_quo").items()),
        title=str(root.get("title", "")),
        author=str(root.get("author", "")),
        dated=str(root.get("dated", "")),
        fictional=truth(root.get("fictional", "false"), "fictional"),
        note=str(root.get("note", "")),
        correlations=tuple(
            _correlation(mapping(one, "correlations")) for one in listing(root.get("correlations", []), "correlations")
        ),
    )
    return sound(scenario)


def write_scenario(scenario: Scenario) -> str:
    """`scenario` as YAML that reads back to an equal one."""
    root: dict[str, object] = {"scenario": VERSION}
    root |= {k: v for k in ("title", "author", "dated", "note") if (v := getattr(scenario, k))}
    root["fictional"] = scenario.fictional
    root["parties"] = [{k: v for k, v in msgspec.structs.asdict(one).items() if v} for one in scenario.parties]
    root["issues"] = [
        {"id": one.id, **({"label": one.label} if one.label else {}), "options": list(one.options)}
        for one in scenario.issues
    ]
    root["preferences"] = {one.party: _wants(one, scenario.issues) for one in scenario.preferences}
    if scenario.linkages:
        root["linkages"] = [_tie(one) for one in scenario.linkages]
    root["rules"] = [
        {"name": one.name}
        | ({"quota": one.quota} if one.quota is not None else {})
        | ({"votes": {p.id: v for p, v in zip(scenario.parties, one.votes, strict=True)}} if one.votes else {})
        | ({"vetoes": list(one.vetoes)} if one.vetoes else {})
        for one in scenario.rules
    ]
    if scenario.status_quo:
        root["status_quo"] = {one.issue: one.option for one in scenario.status_quo}
    if scenario.correlations:
        root["correlations"] = [
            {"between": list(one.between), "rank": number(one.rank, SHARE)} for one in scenario.correlations
        ]
    return yaml.safe_dump(root, sort_keys=False, allow_unicode=True, width=110)


def _issue(tree: object) -> Issue:
    m = mapping(tree, "issues")
    name = named(m, "id", "issues")
    only(m, {"id", "label", "options"}, f"issues.{name}")
    options = tuple(str(one) for one in listing(m.get("options", []), f"issues.{name}.options"))
    return Issue(name, options, str(m.get("label", "")))


def _preference(party: str, m: Mapping[str, object], issues: tuple[Issue, ...]) -> Preference:
    cell = f"preferences.{party}"
    only(m, {"weights", "values", "reservation", "order", "option_order"}, cell)
    weights = mapping(m.get("weights", {}), f"{cell}.weights")
    values = mapping(m.get("values", {}), f"{cell}.values")
    orders = mapping(m.get("option_order", {}), f"{cell}.option_order")
    for part, where in ((weights, "weights"), (values, "values"), (orders, "option_order")):
        only(part, {issue.id for issue in issues}, f"{cell}.{where}")
    worths = []
    for issue in issues:
        row = mapping(values.get(issue.id, {}), f"{cell}.values.{issue.id}")
        only(row, set(issue.options), f"{cell}.values.{issue.id}")
        cells = tuple(amount(row.get(o), POINT, f"{cell}.values.{issue.id}.{o}") for o in issue.options)
        ranked = tuple(str(one) for one in listing(orders.get(issue.id, []), f"{cell}.option_order.{issue.id}"))
        worths.append(Worth(issue.id, cells, ranked))
    return Preference(
        party,
        tuple(amount(weights.get(issue.id), SHARE, f"{cell}.weights.{issue.id}") for issue in issues),
        tuple(worths),
        amount(m.get("reservation", "0"), POINT, f"{cell}.reservation"),
        tuple(str(one) for one in listing(m.get("order", []), f"{cell}.order")),
    )


def _linkage(m: Mapping[str, object], issues: tuple[Issue, ...]) -> Linkage:
    name = named(m, "id", "linkages")
    cell = f"linkages.{name}"
    only(m, {"id", "party", "when", "points", "refuses", "claim", "quote", "credible"}, cell)
    known = {issue.id: issue.options for issue in issues}
    when = []
    for issue, said in mapping(m.get("when", {}), f"{cell}.when").items():
        if issue not in known:
            raise BadScenario(f"{cell}.when names an issue of the scenario", issue, f"Known: {', '.join(known)}.")
        negative = isinstance(said, dict)
        if isinstance(said, dict):
            only(said, {"not"}, f"{cell}.when.{issue}")
            said = said.get("not", [])
        listed = tuple(str(one) for one in said) if isinstance(said, list) else (str(said),)
        for option in listed:
            if option not in known[issue]:
                raise BadScenario(f"{cell}.when.{issue} names an option", option, f"Known: {', '.join(known[issue])}.")
        when.append(Condition(issue, tuple(o for o in known[issue] if o not in listed) if negative else listed))
    refuses = truth(m.get("refuses", "false"), f"{cell}.refuses")
    if refuses and "points" in m:
        raise BadScenario(f"{cell} either refuses or has points", m["points"], "Remove one of the two.")
    points = None if refuses else amount(m.get("points"), POINT, f"{cell}.points")
    return Linkage(
        name,
        named(m, "party", cell),
        tuple(when),
        points,
        refuses,
        str(m.get("claim", "")),
        str(m.get("quote", "")),
        truth(m.get("credible", "true"), f"{cell}.credible"),
    )


def _rule(m: Mapping[str, object], parties: tuple[Party, ...]) -> Rule:
    name = named(m, "name", "rules")
    only(m, {"name", "quota", "votes", "vetoes"}, f"rules.{name}")
    votes = mapping(m.get("votes", {}), f"rules.{name}.votes")
    only(votes, {party.id for party in parties}, f"rules.{name}.votes")
    return Rule(
        name,
        whole(m["quota"], 1, f"rules.{name}.quota") if "quota" in m else None,
        tuple(whole(votes.get(party.id, "0"), 1, f"rules.{name}.votes.{party.id}") for party in parties)
        if votes
        else (),
        tuple(str(one) for one in listing(m.get("vetoes", []), f"rules.{name}.vetoes")),
    )


def _correlation(m: Mapping[str, object]) -> Correlation:
    only(m, {"between", "rank"}, "correlations")
    between = tuple(str(one) for one in listing(m.get("between", []), "correlations.between"))
    return Correlation(between, whole(m.get("rank"), SHARE, f"the rank correlation of {' and '.join(between)}"))


def _wants(one: Preference, issues: tuple[Issue, ...]) -> dict[str, object]:
    shown: dict[str, object] = {
        "weights": {issue.id: written(w, SHARE) for issue, w in zip(issues, one.weights, strict=True)},
        "values": {
            issue.id: {o: written(v, POINT) for o, v in zip(issue.options, worth.values, strict=True)}
            for issue, worth in zip(issues, one.worths, strict=True)
        },
        "reservation": written(one.reservation, POINT),
    }
    if one.order:
        shown["order"] = list(one.order)
    if ranked := {worth.issue: list(worth.order) for worth in one.worths if worth.order}:
        shown["option_order"] = ranked
    return shown


def _tie(one: Linkage) -> dict[str, object]:
    shown: dict[str, object] = {"id": one.id, "party": one.party}
    shown["when"] = {c.issue: c.options[0] if len(c.options) == 1 else list(c.options) for c in one.when}
    if one.refuses:
        shown["refuses"] = True
    else:
        shown["points"] = number(one.points, POINT) if isinstance(one.points, int) else written(one.points, POINT)
    shown |= {k: v for k in ("claim", "quote") if (v := getattr(one, k))}
    return shown if one.credible else shown | {"credible": False}
