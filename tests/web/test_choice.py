"""Choosing with reasons: who gains and loses where, and what was chosen, why, by whom."""

import datetime as dt
from typing import Any

import pytest
from playwright.sync_api import expect

from goodoffices import Case
from goodoffices.bargaining import read_scenario
from goodoffices.desk.bargains.comparison import swings
from goodoffices.desk.bargains.scenario_files import teaching_file

from .conftest import entered, sent
from .serving import Visit

SCENARIO = """scenario: 1
title: Ferry
fictional: true
parties:
- {id: arden, name: Arden}
- {id: bresk, name: Bresk}
issues:
- {id: fare, label: Fare, options: [low, high]}
- {id: port, label: Port, options: [old, new]}
preferences:
  arden:
    weights: {fare: 0.75, port: 0.25}
    values: {fare: {low: 100, high: 0}, port: {old: 0, new: 80}}
  bresk:
    weights: {fare: 0.5, port: 0.5}
    values: {fare: {low: 0, high: 100}, port: {old: 100, new: 40}}
"""


@pytest.mark.parametrize("scripted", [True, False])
def test_a_package_is_chosen_with_its_reason_and_stands_in_log_and_brief(
    empty: Case, visit: Visit, scripted: bool
) -> None:
    visitor = visit(empty, java_script_enabled=scripted)
    page = visitor.go("/packages?pin=Nash&pin=Best 2")
    page.locator("input[name=chosen][value='Best 2']").check()
    page.locator("textarea[name=reason]").fill("The second port can be built first.")
    page.get_by_role("button", name="Choose", exact=True).click()
    expect(page.locator(".choice .reason")).to_have_text("test: The second port can be built first.")
    expect(page.locator(".choice")).to_contain_text("Nash, Best 2")
    expect(visitor.go("/log").locator("tbody tr").first).to_contain_text("package.chosen")
    page = visitor.go("/packages")
    page.get_by_role("button", name="Take the choice back").click()
    expect(page.locator(".choice")).to_have_count(0)


def test_the_brief_tells_what_was_chosen_by_its_day_and_not_before(sample: Case) -> None:
    sample.choose(teaching_file(), ["Nash", "Best 2"], "Nash", "Nobody comes down further.", by="test")
    now = dt.datetime.now(dt.UTC).date()
    told = [s for s in sample.brief(sample.at(as_of=now), by="test").sections if s.id == "chosen"]
    assert "test: Nobody comes down further." in told[0].items[0].detail
    for view in (sample.at(as_of=now - dt.timedelta(days=2)), sample.at(as_of=now, published_by=now)):
        assert all(s.id != "chosen" for s in sample.brief(view, by="test").sections)


@pytest.mark.parametrize(
    ("form", "rule"),
    [
        ({"among": "Nash\nBest 2", "chosen": "Nash", "reason": " "}, "A choice gives its reason in words"),
        ({"among": "Nash", "chosen": "Nash", "reason": "So."}, "A choice is among 2 to 4 packages"),
        ({"among": "Nash\nBest 2", "chosen": "Best 1", "reason": "So."}, "What is chosen was compared"),
    ],
)
def test_what_is_amiss_is_said_on_the_page_and_nothing_is_kept(empty: Case, form: dict[str, str], rule: str) -> None:
    answer: Any = sent(entered(empty), "/choice", **form)
    assert answer.status_code == 400
    assert rule in answer.text
    assert empty.choices() == ()


def test_who_gains_and_loses_is_weight_times_difference_of_values() -> None:
    old, new = {"fare": "low", "port": "old"}, {"fare": "high", "port": "new"}
    assert swings(read_scenario(SCENARIO), old, new) == {
        "arden": {"fare": -75.0, "port": 20.0},  # .75 (0 - 100), .25 (80 - 0)
        "bresk": {"fare": 50.0, "port": -30.0},  # .50 (100 - 0), .50 (40 - 100)
    }
