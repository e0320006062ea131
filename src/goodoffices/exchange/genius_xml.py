"""Genius scenarios: one XML file for the domain, one profile for each party.

Discrete and integer issues; additive profiles, and non-linear ones whose hyper-rectangles become linkages (a
rectangle is a pattern of option sets with a bonus). In an additive profile an evaluation counts relative to
the greatest one of its issue, as in Genius. Discount factors are left out: nothing here depends on time. No
entity is ever expanded.
"""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from goodoffices.bargaining.amounts import POINT, SHARE, Amount, whole
from goodoffices.bargaining.scenario import Condition, Issue, Linkage, Scenario, Worth
from goodoffices.bargaining.soundness import sound
from goodoffices.errors import BadScenario
from goodoffices.exchange.shares import exact, numeric_options, points, preferences, value_of, weight_of


def read_genius(domain: bytes, profiles: Mapping[str, bytes], relative: bool = True) -> Scenario:
    """The scenario of a domain file and its profiles (party name -> file). Raises BadScenario naming the
    cell.

    `relative` False takes evaluations as written, on one scale for the whole profile, as NegMAS does; issues
    whose greatest evaluations differ then weigh differently.
    """
    issues = _issues(_root(domain, "the domain"))
    indices = list(issues)
    weights: list[list[Amount]] = []
    worths: list[list[Worth]] = []
    reservations: list[Amount] = []
    linkages: list[Linkage] = []
    for party, data in profiles.items():
        root = _root(data, party)
        if root.get("type") == "nonlinear" or root.find(".//hyperRectangle") is not None:
            linkages += _rectangles(root, party, issues)
            weights.append([SHARE] * len(issues))
            worths.append([Worth(one.id, (0,) * len(one.options)) for one in issues.values()])
        else:
            weights.append([_weight(root, party, index, issues[index]) for index in indices])
            read = (value for index in indices for value in _evaluations(root, party, index, issues[index]))
            top = None if relative else max((value for value in read if value is not None), default=0)
            worths.append([_worth(root, party, index, issues[index], top) for index in indices])
        kept = root.find(".//reservation")
        reservations.append(0 if kept is None else points(kept.get("value"), f"{party}.reservation"))
    parties, wants = preferences(list(profiles), weights, worths, reservations)
    return sound(Scenario(parties, tuple(issues.values()), wants, tuple(linkages), title="Genius scenario"))


def write_genius(scenario: Scenario) -> tuple[bytes, dict[str, bytes]]:
    """(domain, party -> profile). Weights and values as they are, with the greatest evaluation of each issue
    folded into the weight. Raises BadScenario for linkages and uncertain cells, which the additive format
    cannot hold."""
    if scenario.linkages:
        raise BadScenario(
            "an additive Genius profile has no linkages",
            scenario.linkages[0].id,
            "Write our own YAML instead.",
        )
    domain = etree.Element("negotiation_template")
    space = etree.SubElement(domain, "utility_space", number_of_issues=str(len(scenario.issues)))
    _written_issues(space, scenario, None)
    return _bytes(domain), {party.id: _bytes(_written_profile(scenario, p)) for p, party in enumerate(scenario.parties)}


def _root(data: bytes, cell: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BadScenario(f"{cell} is well-formed XML", str(error), "Repair the file.") from None
    if root.getroottree().docinfo.doctype:
        raise BadScenario(f"{cell} has no document type declaration", "<!DOCTYPE", "Remove it.")
    return root


def _issues(root: Any) -> dict[str, Issue]:
    found: dict[str, Issue] = {}
    for element in root.iter("issue"):
        index, name = element.get("index", ""), element.get("name", "")
        kind = (element.get("vtype") or element.get("type") or "discrete").lower()
        if kind == "integer":
            low, high = _range(element, name)
            options = numeric_options(low, high, 1, f"issues.{name}")
        elif kind == "discrete":
            options = tuple(item.get("value", "") for item in element.findall("item"))
        else:
            raise BadScenario(f"issues.{name} is discrete or integer", kind, "Replace it by a list of options.")
        found[index] = Issue(_free_name(name, [one.id for one in found.values()]), options)
    return found


def _free_name(name: str, taken: list[str]) -> str:
    return name if name not in taken else _free_name(f"{name}'", taken)


def _range(element: Any, name: str) -> tuple[int, int]:
    holder = element.find("range") if element.get("lowerbound") is None else element
    if holder is None:
        raise BadScenario(f"issues.{name} has a lower and an upper bound", None, "Add lowerbound and upperbound.")
    return tuple(whole(holder.get(k), 1, f"issues.{name}.{k}") for k in ("lowerbound", "upperbound"))  # type: ignore[return-value]


def _found(root: Any, tag: str, index: str) -> Any:
    return next((one for one in root.iter(tag) if one.get("index") == index), None)


def _weight(root: Any, party: str, index: str, issue: Issue) -> Amount:
    element = _found(root, "weight", index)
    return None if element is None else whole(element.get("value"), SHARE, f"{party}.weights.{issue.id}")


def _worth(root: Any, party: str, index: str, issue: Issue, top: int | None) -> Worth:
    """Values of one issue in micro-points, relative to `top` (None: to the greatest evaluation of the
    issue)."""
    read = _evaluations(root, party, index, issue)
    if top is None:
        linear = _evaluator(root, index) is not None
        top = SHARE if linear else max((value for value in read if value is not None), default=0)
    return Worth(
        issue.id,
        tuple(None if v is None else (v * 100 * POINT * 2 + top) // (2 * top) if top > 0 else v for v in read),
    )


def _evaluator(root: Any, index: str) -> Any:
    element = _found(root, "issue", index)
    return None if element is None else element.find("evaluator")


def _evaluations(root: Any, party: str, index: str, issue: Issue) -> list[int | None]:
    """Evaluations as written, in billionths."""
    cell = f"{party}.values.{issue.id}"
    evaluator, element = _evaluator(root, index), _found(root, "issue", index)
    if evaluator is not None:
        return list(_linear(evaluator, issue, cell))
    said = {} if element is None else {item.get("value"): item.get("evaluation") for item in element.findall("item")}
    return [None if said.get(o) is None else whole(said[o], SHARE, f"{cell}.{o}") for o in issue.options]


def _linear(evaluator: Any, issue: Issue, cell: str) -> list[int]:
    """offset + slope times the distance from the lower bound, between 0 and 1."""
    if evaluator.get("ftype", "linear") != "linear":
        raise BadScenario(f"{cell} is evaluated linearly", evaluator.get("ftype"), "List the options instead.")
    slope = whole(evaluator.get("slope") or evaluator.get("parameter1"), SHARE, f"{cell}.slope")
    offset = whole(evaluator.get("offset") or evaluator.get("parameter0"), SHARE, f"{cell}.offset")
    low = int(issue.options[0])
    return [min(SHARE, max(0, offset + slope * (int(o) - low))) for o in issue.options]


def _rectangles(root: Any, party: str, issues: Mapping[str, Issue]) -> list[Linkage]:
    found = []
    space = root.find(".//utility")
    most = whole("1" if space is None else space.get("maxutility", "1"), SHARE, f"{party}.maxutility")
    for k, box in enumerate(root.iter("hyperRectangle")):
        name = f"{party} rectangle {k + 1}"
        when = []
        for part in box:
            if part.tag not in ("INCLUDES", "EXCLUDES"):
                continue
            issue = issues.get(part.get("index", ""))
            if issue is None:
                raise BadScenario(f"{name} names an issue of the domain", part.get("index"), "Correct its index.")
            low, high = (whole(part.get(side), 1, f"{name}.{side}") for side in ("min", "max"))
            inside = tuple(o for o in issue.options if low <= int(o) <= high)
            when.append(
                Condition(
                    issue.id,
                    inside if part.tag == "INCLUDES" else tuple(o for o in issue.options if o not in inside),
                )
            )
        bonus = whole(box.get("utility"), SHARE, f"{name}.utility") * 100 * POINT // most
        found.append(Linkage(name, party, _two(tuple(when), issues), bonus))
    return found


def _two(when: tuple[Condition, ...], issues: Mapping[str, Issue]) -> tuple[Condition, ...]:
    """A rectangle over one issue, written as a linkage with any option of another one."""
    if len(when) != 1:
        return when
    other = next((issue for issue in issues.values() if issue.id != when[0].issue), None)
    return when if other is None else (*when, Condition(other.id, other.options))


def _written_issues(parent: Any, scenario: Scenario, party: int | None) -> Any:
    root = etree.SubElement(parent, "objective", index="0", name="root", type="objective", etype="objective")
    for i, issue in enumerate(scenario.issues):
        element = etree.SubElement(
            root,
            "issue",
            index=str(i + 1),
            name=issue.id,
            type="discrete",
            etype="discrete",
            vtype="discrete",
        )
        for o, option in enumerate(issue.options):
            item = etree.SubElement(element, "item", index=str(o + 1), value=option)
            if party is not None:
                item.set("evaluation", repr(value_of(scenario, party, i, o)))
    return root


def _written_profile(scenario: Scenario, party: int) -> Any:
    profile = etree.Element("utility_space")
    root = _written_issues(profile, scenario, party)
    for i, issue in enumerate(scenario.issues):
        top = max(value_of(scenario, party, i, o) for o in range(len(issue.options)))
        weight = weight_of(scenario, party, i) * (top or 1.0)
        etree.SubElement(root, "weight", index=str(i + 1), value=repr(weight))
    preference = scenario.preferences[party]
    kept = exact(preference.reservation, 100 * POINT, f"{preference.party}.reservation")
    etree.SubElement(profile, "reservation", value=repr(kept))
    return profile


def _bytes(element: Any) -> bytes:
    return bytes(etree.tostring(element, pretty_print=True, xml_declaration=True, encoding="UTF-8"))
