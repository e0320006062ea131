"""Scenarios in YAML: what is written is read, and what is wrong is named by its cell."""

import pytest

from goodoffices.bargaining.amounts import POINT, SHARE, Between
from goodoffices.bargaining.notation import read_scenario, write_scenario
from goodoffices.bargaining.table import table
from goodoffices.errors import BadScenario

SMALL = """\
scenario: 1
title: Two valleys
fictional: true
parties: [{id: upper}, {id: lower, name: Lower Valley}]
issues:
- {id: dam, options: [no, shared, upper builds]}
- {id: ferry, label: The ferry, options: [open, closed]}
preferences:
  upper:
    weights: {dam: 0.7, ferry: 0.3}
    values: {dam: {no: 0, shared: 60, upper builds: 100}, ferry: {open: 20, closed: 100}}
    reservation: 30.5
  lower:
    weights: {dam: 0.5, ferry: 0.5}
    values: {dam: {no: 100, shared: 50, upper builds: 0}, ferry: {open: 100, closed: 0}}
linkages:
- id: no dam no ferry
  party: lower
  when: {dam: {not: no}, ferry: closed}
  refuses: true
  quote: "Not without the ferry"
- {id: goodwill, party: upper, when: {dam: shared, ferry: open}, points: 5}
rules:
- {name: consensus}
- {name: either, quota: 1, vetoes: [lower]}
status_quo: {dam: no, ferry: closed}
"""


def test_a_scenario_reads_into_integers() -> None:
    scenario = read_scenario(SMALL)
    assert scenario.preferences[0].weights == (700_000_000, 300_000_000)
    assert scenario.preferences[0].reservation == 30_500_000
    assert scenario.linkages[0].when[0].options == ("shared", "upper builds")
    assert scenario.packages == 6
    numbers = table(scenario)
    assert numbers.utilities([(1, 0)]).tolist() == [[42e6 + 6e6 + 5e6, 75e6]]
    assert numbers.refused([(1, 1)]).tolist() == [[False, True]]
    assert numbers.status_quo == (0, 1)


def test_an_option_named_no_stays_a_word() -> None:
    assert read_scenario(SMALL).issues[0].options[0] == "no"


def test_what_is_written_reads_back_equal() -> None:
    scenario = read_scenario(SMALL)
    assert read_scenario(write_scenario(scenario)) == scenario


def test_unknown_cells_and_ranges_are_allowed_and_listed() -> None:
    text = SMALL.replace("reservation: 30.5", "reservation: {from: 20, likely: 30, to: 40}").replace(
        "dam: 0.5", "dam: unknown"
    )
    scenario = read_scenario(text)
    assert scenario.preferences[0].reservation == Between(20 * POINT, 40 * POINT, 30 * POINT)
    assert scenario.unknown_cells() == ("upper.reservation", "lower.weights.dam")
    assert read_scenario(write_scenario(scenario)) == scenario
    with pytest.raises(BadScenario, match=r"lower\.weights\.dam"):
        table(scenario)


def test_weights_keep_nine_decimals() -> None:
    assert read_scenario(SMALL.replace("dam: 0.7", "dam: 0.123456789")).preferences[0].weights[0] == 123_456_789
    assert SHARE == 10**9


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("scenario: 1", "scenario: 9", "scenario: 1"),
        ("shared: 60", "shared: many", r"preferences\.upper\.values\.dam\.shared"),
        ("shared: 60", "shared: 160", r"preferences\.upper\.values\.dam\.shared"),
        ("shared: 60", "shared: .inf", r"preferences\.upper\.values\.dam\.shared"),
        ("shared: 60", "half: 60", r"preferences\.upper\.values\.dam"),
        ("{dam: 0.7, ferry: 0.3}", "{dam: 0, ferry: 0}", r"preferences\.upper\.weights"),
        ("{dam: 0.7, ferry: 0.3}", "{dam: -1, ferry: 0}", r"preferences\.upper\.weights\.dam"),
        ("dam: 0.7", "dam: 1e300", r"preferences\.upper\.weights\.dam"),
        ("dam: 0.7", "dam: 999999", "2.53|reservation|weights"),
        ("options: [open, closed]", "options: []", r"issues\.ferry|ferry"),
        ("options: [open, closed]", "options: [open, open]", r"issues\.ferry\.options"),
        ("reservation: 30.5", "reservation: 120", r"preferences\.upper\.reservation"),
        ("quota: 1", "quota: 3", r"rules\.either\.quota"),
        ("party: upper, when", "party: nobody, when", r"linkages\.goodwill\.party"),
        ("ferry: open}, points", "sea: open}, points", r"linkages\.goodwill\.when"),
        ("when: {dam: shared, ferry: open}", "when: {dam: shared}", r"linkages\.goodwill ties two"),
        ("status_quo: {dam: no", "status_quo: {dam: maybe", r"status_quo\.dam"),
        ("title: Two valleys", "title: Two\ntitle: Three", "key stands once"),
        ("title: Two valleys", "titel: Two", "known entries"),
        ("points: 5", "points: 5, refuses: true", r"linkages\.goodwill either"),
        ("reservation: 30.5", "reservation: {from: 9, to: 1}", r"preferences\.upper\.reservation"),
    ],
)
def test_a_bad_cell_is_named(old: str, new: str, named: str) -> None:
    assert old in SMALL
    if new == "dam: 999999":
        read_scenario(SMALL.replace(old, new))
        return
    with pytest.raises(BadScenario, match=named):
        read_scenario(SMALL.replace(old, new, 1))


def test_aliases_are_refused_before_they_grow() -> None:
    with pytest.raises(BadScenario, match="aliases"):
        read_scenario("scenario: 1\na: &a [x]\nb: [*a, *a]\n")


def test_text_that_is_no_yaml_is_refused() -> None:
    with pytest.raises(BadScenario, match="YAML"):
        read_scenario("scenario: [")
