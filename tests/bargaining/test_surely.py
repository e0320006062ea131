"""What holds whatever the open cells are: against draws, which must never contradict it, and by hand."""

from itertools import product

import pytest

from goodoffices.bargaining import read_scenario
from goodoffices.bargaining.adoption import accepted
from goodoffices.bargaining.assured import Holds
from goodoffices.bargaining.surely import Against, closed, survey
from goodoffices.bargaining.uncertainty import draw
from goodoffices.errors import BadArgument, BadScenario

TWO_VALLEYS = """scenario: 1
title: Two valleys
fictional: true
parties: [{id: upper}, {id: lower}]
issues:
- {id: dam, options: [none, shared, full]}
- {id: ferry, options: [open, closed]}
preferences:
  upper: {option_order: {dam: [full, shared, none]}, values: {ferry: {open: 40, closed: 40}}, reservation: unknown}
  lower:
    weights: {dam: unknown, ferry: 0.4}
    option_order: {dam: [none, shared, full]}
    values: {ferry: {open: 100, closed: 0}}
    reservation: 10
linkages:
- {id: no dam without the ferry, party: lower, when: {dam: {not: none}, ferry: closed}, refuses: true}
status_quo: {dam: none, ferry: closed}
"""


def test_a_package_is_refused_whatever_the_weights_where_a_linkage_says_so() -> None:
    found = survey(read_scenario(TWO_VALLEYS))
    refused = [one.package for one in found.looked if one.accepts["lower"] is Holds.NEVER]
    assert refused == [{"dam": "shared", "ferry": "closed"}, {"dam": "full", "ferry": "closed"}]
    assert (found.refused_by("lower"), found.refused_by("upper")) == (2, 0)


def test_against_the_status_quo_an_order_is_enough() -> None:
    found = {tuple(one.package.values()): one for one in survey(read_scenario(TWO_VALLEYS)).looked}
    assert found["none", "closed"].against == {"upper": Against.SAME, "lower": Against.SAME}
    assert found["none", "open"].against == {"upper": Against.SAME, "lower": Against.GAINS}
    assert found["none", "open"].gains
    assert found["full", "open"].against == {"upper": Against.GAINS, "lower": Against.OPEN}
    assert found["full", "closed"].against["lower"] is Against.REFUSED


def test_what_is_surely_beaten_is_left_out_of_what_is_worth_discussing() -> None:
    assert survey(read_scenario(TWO_VALLEYS)).beaten == ({"dam": "none", "ferry": "closed"},)


def test_a_linkage_closes_what_nobody_else_refuses_and_its_exits_are_the_options_outside_it() -> None:
    shut = closed(read_scenario(TWO_VALLEYS), ("no dam without the ferry",))
    assert len(shut.packages) == 2
    assert shut.wanted == {"upper": 2, "lower": 0}
    assert shut.unwanted == {"upper": 0, "lower": 2}
    assert shut.exits == {"no dam without the ferry": {"dam": ("none",), "ferry": ("open",)}}
    with pytest.raises(BadScenario, match="ferry tax"):
        closed(read_scenario(TWO_VALLEYS), ("ferry tax",))


def test_no_draw_of_the_unknown_contradicts_what_is_said_to_hold_for_all() -> None:
    scenario = read_scenario(TWO_VALLEYS)
    looked = survey(scenario).looked
    packages = list(product(*(range(len(issue.options)) for issue in scenario.issues)))
    quo = packages.index((0, 1))
    for number in range(200):
        table = draw(scenario, 7, number).table
        utilities, accepts = table.utilities(packages), accepted(table, packages)
        for k, one in enumerate(looked):
            for p, party in enumerate(table.parties):
                assert one.accepts[party] is not Holds.ALWAYS or accepts[k, p]
                assert one.accepts[party] is not Holds.NEVER or not accepts[k, p]
                gain = utilities[k, p] - utilities[quo, p]  # each product is rounded to a micro-point
                assert one.against[party] is not Against.GAINS or gain >= -len(scenario.issues)
                assert one.against[party] is not Against.LOSES or gain <= len(scenario.issues)


def test_without_a_status_quo_nothing_is_compared_with_it() -> None:
    found = survey(read_scenario(TWO_VALLEYS.rsplit("status_quo", 1)[0]))
    assert all(one.against == {} and not one.gains for one in found.looked)


def test_too_many_packages_are_refused_before_the_work() -> None:
    issues = "\n".join(f"- {{id: i{n}, options: [a, b]}}" for n in range(15))
    text = f"scenario: 1\nfictional: true\nparties: [{{id: a}}, {{id: b}}]\nissues:\n{issues}\n"
    with pytest.raises(BadArgument, match="one by one"):
        survey(read_scenario(text))
