"""The use case behind `packages` and `linkage-value`, against brute force over small scenarios."""

from itertools import product
from pathlib import Path

import msgspec
import numpy as np
import pytest
import yaml

from goodoffices.bargaining import Limits, Scenario, read_scenario, table, teaching_scenario
from goodoffices.bargaining.surely import Against
from goodoffices.desk.bargains.linkages import linkage_values
from goodoffices.desk.bargains.packages import packages
from goodoffices.desk.bargains.scenario_files import scenario_from
from goodoffices.errors import BadArgument, BadScenario
from tests.bargaining.test_surely import TWO_VALLEYS

ROOT = Path(__file__).parents[3]
HARBOR = ROOT / ".." / "shared" / "reference" / "harborco_like.yaml"

# The counts are those of full enumeration below, done by hand for eight packages.
FERRY = """scenario: 1
title: The ferry
fictional: true
parties: [{id: arden}, {id: bresk}]
issues:
- {id: ferry, options: [closed, open]}
- {id: toll, options: [low, high]}
- {id: boats, options: [few, many]}
preferences:
  arden:
    weights: {ferry: 0.5, toll: 0.3, boats: 0.2}
    values: {ferry: {closed: 0, open: 100}, toll: {low: 0, high: 100}, boats: {few: 100, many: 0}}
    reservation: 50
  bresk:
    weights: {ferry: 0.2, toll: 0.5, boats: 0.3}
    values: {ferry: {closed: 0, open: 100}, toll: {low: 100, high: 0}, boats: {few: 0, many: 100}}
    reservation: 50
linkages:
- {id: boats with toll, party: arden, when: {boats: many, toll: low}, refuses: true}
rules: [{name: consensus}, {name: arden alone, quota: 1, vetoes: [arden]}]
"""


def by_hand(scenario: Scenario) -> list[tuple[dict[str, str], dict[str, float]]]:
    """Every package nobody refuses, with points, by plain sums."""
    found = []
    for options in product(*(issue.options for issue in scenario.issues)):
        chosen = dict(zip((issue.id for issue in scenario.issues), options, strict=True))
        if any(all(chosen[c.issue] in c.options for c in one.when) for one in scenario.linkages if one.refuses):
            continue
        points = {}
        for preference in scenario.preferences:
            total = 0.0
            for issue, weight, worth in zip(scenario.issues, preference.weights, preference.worths, strict=True):
                value = worth.values[issue.options.index(chosen[issue.id])]
                assert isinstance(weight, int)
                assert isinstance(value, int)
                total += weight / 1e9 * value / 1e6
            points[preference.party] = total
        found.append((chosen, points))
    return found


def test_zone_solutions_and_best_packages_agree_with_looking_at_every_package() -> None:
    scenario = read_scenario(FERRY)
    answer = packages(scenario).answer
    acceptable = [(c, p) for c, p in by_hand(scenario) if min(p.values()) >= 50 - 1e-9]
    assert (answer.zones[0].least, answer.zones[0].most) == (len(acceptable), len(acceptable))
    nash = max(acceptable, key=lambda one: (one[1]["arden"] - 50) * (one[1]["bresk"] - 50))
    assert answer.solutions[0].package == nash[0]
    assert answer.solutions[0].points == pytest.approx(nash[1])
    assert answer.best[0].package == nash[0]


def test_a_rule_named_is_the_one_the_best_packages_follow_and_says_who_is_needed() -> None:
    answer = packages(read_scenario(FERRY), rules=("arden alone",)).answer
    assert [zone.rule for zone in answer.zones] == ["arden alone"]
    assert all("arden" in one.needs and "bresk" not in one.needs for one in answer.best)
    with pytest.raises(BadArgument, match="moonlight"):
        packages(read_scenario(FERRY), rules=("moonlight",))


def test_an_empty_zone_names_the_smallest_concessions_that_open_it() -> None:
    scenario = read_scenario(FERRY.replace("reservation: 50", "reservation: 90"))
    answer = packages(scenario).answer
    assert answer.zones[0].most == 0
    lacks = [sum(max(0.0, 90 - u) for u in points.values()) for _, points in by_hand(scenario)]
    (total,) = (one for one in answer.openings if one.kind == "total")
    assert sum(total.by.values()) == pytest.approx(min(lacks))
    assert answer.solutions == ()


def test_shares_of_real_parties_are_left_out_unless_asked_for() -> None:
    real = msgspec.structs.replace(read_scenario(FERRY), fictional=False, author="A. Modeller", dated="2030-05-01")
    assert all(one.shares == {} and one.ahead == () for one in packages(real).answer.solutions)
    assert all(one.shares for one in packages(real, shares=True).answer.solutions)
    assert all(one.shares for one in packages(read_scenario(FERRY)).answer.solutions)


def test_unknown_cells_give_no_number_only_what_holds_for_all() -> None:
    answer = packages(read_scenario(TWO_VALLEYS)).answer
    assert answer.unknown
    assert (answer.zones, answer.solutions, answer.best, answer.edge, answer.drawn) == ((), (), (), None, None)
    assert answer.surely is not None
    drawn = packages(read_scenario(TWO_VALLEYS), draws=40).answer.drawn
    assert drawn is not None
    assert drawn.draws == 40


def test_a_frontier_that_does_not_fit_is_said_and_the_solver_answers() -> None:
    answer = packages(teaching_scenario(), epsilon=20.0).answer
    exact = packages(teaching_scenario()).answer
    assert answer.edge is not None
    assert exact.edge is not None
    assert 0 < answer.edge.epsilon <= 20.0
    assert answer.edge.size < exact.edge.size
    assert {one.method for one in answer.solutions} == {"cp-sat"}
    assert answer.solutions[0].points == pytest.approx(exact.solutions[0].points)


def test_the_plan_is_known_before_the_work_begins() -> None:
    seen: list[str] = []

    def stop(heading: object) -> None:
        seen.append(getattr(heading, "plan", ""))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        packages(teaching_scenario(), starting=stop, limits=Limits())
    assert "139,968 packages" in seen[0]
    assert "MiB" in seen[0]


def test_each_linkage_is_valued_under_every_solution_and_credibility() -> None:
    found = linkage_values(teaching_scenario())
    assert [line.id for line in found.lines] == [one.id for one in teaching_scenario().linkages]
    for line in found.lines:
        assert len(line.worths) == 4 * 3
        assert len({(worth.solution, worth.credibility) for worth in line.worths}) == 12
    with pytest.raises(BadScenario, match="moonlight"):
        linkage_values(teaching_scenario(), ["moonlight"])


def test_what_a_linkage_removes_is_what_brute_force_counts() -> None:
    scenario = read_scenario(FERRY)
    free = msgspec.structs.replace(scenario, linkages=())
    good = [sum(min(p.values()) >= 50 - 1e-9 for _, p in by_hand(one)) for one in (free, scenario)]
    assert linkage_values(scenario).lines[0].removed == str(good[0] - good[1])


def test_with_unknown_cells_a_linkage_is_told_by_what_it_closes() -> None:
    found = linkage_values(read_scenario(TWO_VALLEYS))
    assert found.lines == ()
    assert len(found.closes[0].packages) == 2


def test_the_four_files_of_2010_hold_no_weight_and_no_sure_gain_for_both() -> None:
    scenario = scenario_from([ROOT / "docs" / "four-files.yaml"])
    assert all(weight is None for preference in scenario.preferences for weight in preference.weights)
    assert (scenario.author, scenario.dated, scenario.fictional) != ("", "", True)
    found = packages(scenario).answer.surely
    assert found is not None
    sure = [one for one in found.looked if one.gains]
    assert [set(one.against.values()) for one in sure] == [{Against.SAME}]


@pytest.mark.skipif(not HARBOR.exists(), reason="the shared reference tables are not here")
def test_the_scored_game_has_the_counts_of_its_source() -> None:
    game = yaml.safe_load(HARBOR.read_text(encoding="utf-8"))
    lines = ["party,issue,option,points"]
    for party, scores in game["scores"].items():
        for issue, row in enumerate(scores["options"]):
            lines += [f"{party},issue {issue},option {o},{points}" for o, points in enumerate(row)]
        lines.append(f"{party},reservation,,{scores['threshold']}")
    from goodoffices.exchange.scores_csv import read_scores

    answer = packages(read_scores("\n".join(lines))).answer
    assert answer.count == game["counts"]["outcomes"]
    assert answer.zones[0].least == game["counts"]["unanimous"]
    assert answer.edge is not None
    assert answer.edge.packages == game["counts"]["pareto"]
    assert np.isfinite(table(read_scores("\n".join(lines))).reservations).all()
