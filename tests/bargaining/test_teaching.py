"""The shipped teaching scenario is complete, fictional, and has something to teach."""

from goodoffices.bargaining import linkage_value, solutions, table, teaching_scenario, write_scenario, zone
from goodoffices.bargaining.notation import read_scenario
from goodoffices.bargaining.zone import best_packages


def test_it_has_five_parties_ten_issues_six_linkages_and_says_it_is_fictional() -> None:
    scenario = teaching_scenario()
    assert (len(scenario.parties), len(scenario.issues), len(scenario.linkages)) == (5, 10, 6)
    assert scenario.fictional
    assert scenario.unknown_cells() == ()
    assert read_scenario(write_scenario(scenario)) == scenario


def test_each_rule_of_adoption_leaves_a_zone_and_the_status_quo_is_in_none() -> None:
    scenario = teaching_scenario()
    numbers = table(scenario)
    counts = [zone(numbers, rule).count for rule in scenario.rules]
    assert all(count.exact and count.least > 0 for count in counts)
    assert counts[0].least < counts[1].least
    assert numbers.status_quo is not None
    assert numbers.status_quo not in {one.package for one in best_packages(numbers, 50).packages}


def test_one_linkage_costs_its_own_author() -> None:
    """Dorsania's condition on the joint zone ends with the zone gone and Dorsania worse off: worth a
    discussion."""
    value = linkage_value(table(teaching_scenario()), "zone and troops", ("nash",))
    believed = value.worths[0]
    assert believed.gains is not None
    assert believed.gains[1] < 0
    assert value.removed.least > 0


def test_the_four_solutions_are_not_all_one_package() -> None:
    found = solutions(table(teaching_scenario()))
    assert len({one.package for one in found.values()}) >= 3
