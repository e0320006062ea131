"""`packages`, `linkage-value` and `draft` as their users have them."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from goodoffices.bargaining import read_scenario, teaching_scenario
from tests.bargaining.test_surely import TWO_VALLEYS
from tests.cli.conftest import Run
from tests.desk.bargains.test_packages import FERRY

ROOT = Path(__file__).parents[2]
FOUR_FILES = ROOT / "docs" / "four-files.yaml"


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.yaml"
    path.write_text(FERRY, encoding="utf-8")
    return path


def test_the_teaching_scenario_shows_plan_zone_frontier_and_solutions(run: Run) -> None:
    said = run("packages", "--teaching")
    assert said.code == 0
    assert "Fictional: no party in this scenario exists." in said.out
    assert said.out.index("plan  ") < said.out.index("zone  ") < said.out.index("frontier  ")
    assert "514 of 139,968 packages are acceptable to all" in said.out
    for name in ("Nash", "Kalai-Smorodinsky", "Egalitarian", "Utilitarian"):
        assert f"{name}: proved best" in said.out


def test_the_teaching_scenario_is_exported_to_a_file_that_gives_the_same_answer(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    exported = run("packages", "--teaching", "--export", path, "--json")
    assert read_scenario(path.read_text(encoding="utf-8")) == teaching_scenario()
    again = run("packages", path, "--json")
    assert json.loads(again.out) == json.loads(exported.out)


def test_options_reach_the_answer(run: Run, ferry: Path) -> None:
    said = json.loads(run("packages", ferry, "--rule", "arden alone", "--best", "1", "--json").out)
    assert [zone["rule"] for zone in said["zones"]] == ["arden alone"]
    assert len(said["best"]) == 1
    thin = json.loads(run("packages", "--teaching", "--epsilon", "20", "--best", "0", "--json").out)
    assert 0 < thin["edge"]["epsilon"] <= 20


def test_an_empty_zone_is_said_with_what_opens_it(run: Run, ferry: Path) -> None:
    ferry.write_text(FERRY.replace("reservation: 50", "reservation: 90"), encoding="utf-8")
    said = run("packages", ferry)
    assert said.code == 0
    assert "The zone is empty" in said.out
    assert "total" in said.out


def test_unknown_cells_give_no_numbers_unless_draws_are_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "valleys.yaml"
    path.write_text(TWO_VALLEYS, encoding="utf-8")
    said = run("packages", path)
    assert "What holds whatever the unknown cells are" in said.out
    assert "draws" not in said.out
    drawn = run("packages", path, "--draws", "60")
    assert "not probabilities" in drawn.out


def test_real_parties_are_marked_as_an_assumption_and_nobody_is_said_to_lead(run: Run, ferry: Path) -> None:
    real = FERRY.replace("fictional: true", "author: A. Modeller\ndated: 2030-05-01")
    ferry.write_text(real, encoding="utf-8")
    said = run("packages", ferry)
    assert "The modeller's assumption, by A. Modeller, 2030-05-01" in said.out
    assert "%" not in said.out
    assert "ahead" not in said.out
    asked = run("packages", ferry, "--upper-hand-of-real-parties")
    assert "%" in asked.out
    assert "The modeller's assumption" in run("linkage-value", ferry).out


def test_real_parties_without_an_author_are_refused_with_the_remedy(run: Run, ferry: Path) -> None:
    ferry.write_text(FERRY.replace("fictional: true\n", ""), encoding="utf-8")
    said = run("packages", ferry)
    assert said.code == 2
    assert "author" in said.err
    assert run("packages", ferry, "--author", "A. Modeller", "--dated", "2030-05-01").code == 0


def test_a_linkage_is_valued_by_name_or_all_of_them(run: Run, ferry: Path) -> None:
    every = run("linkage-value", "--teaching")
    one = run("linkage-value", "--teaching", "zone and troops")
    assert (every.code, one.code) == (0, 0)
    assert every.out.count("packages acceptable to all") == 6
    assert one.out.count("packages acceptable to all") == 1
    assert "removes 377" in one.out
    assert "way out: settle border by “watershed”" in one.out
    assert "boats with toll" in run("linkage-value", ferry, "boats with toll").out


@pytest.mark.parametrize("verb", ["packages", "linkage-value"])
@pytest.mark.parametrize("ending", [".svg", ".html"])
def test_a_picture_is_drawn_and_said(run: Run, tmp_path: Path, verb: str, ending: str) -> None:
    path = tmp_path / f"picture{ending}"
    said = run(verb, "--teaching", "--picture", path)
    assert said.code == 0
    assert str(path) in said.out
    if ending == ".svg":
        assert ET.fromstring(path.read_text(encoding="utf-8")).tag.endswith("svg")
    else:
        assert "<table>" in path.read_text(encoding="utf-8")


def test_the_robustness_of_a_scenario_with_unknown_cells_is_drawn(run: Run, tmp_path: Path) -> None:
    path, scenario = tmp_path / "p.svg", tmp_path / "valleys.yaml"
    scenario.write_text(TWO_VALLEYS, encoding="utf-8")
    assert run("packages", scenario, "--draws", "60", "--picture", path).code == 0
    assert "share of the draws" in path.read_text(encoding="utf-8")


def test_draws_shared_out_over_workers_give_the_same_answer(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "valleys.yaml"
    path.write_text(TWO_VALLEYS, encoding="utf-8")
    alone = json.loads(run("packages", path, "--draws", "60", "--json").out)
    assert alone["drawn"]["draws"] == 60
    assert json.loads(run("packages", path, "--draws", "60", "--workers", "2", "--json").out) == alone
    said = run("packages", path, "--draws", "60", "--cluster", "nonsense://x")
    assert said.code == 2
    assert "scheduler" in said.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("packages",), "--teaching"),
        (("packages", "nowhere.yaml"), "nowhere.yaml"),
        (("packages", "--teaching", "more.yaml"), "takes no files"),
        (("packages", "--teaching", "--rule", "moonlight"), "moonlight"),
        (("packages", "--teaching", "--best", "-1"), "zero or more"),
        (("packages", "--teaching", "--epsilon", "-1"), "zero or more"),
        (("packages", "--teaching", "--seconds", "0"), "above zero"),
        (("packages", "--teaching", "--seconds", "0.000001"), "--seconds"),
        (("packages", "--teaching", "--dated", "soon"), "YYYY-MM-DD"),
        (("packages", "--teaching", "--picture", "p.bmp"), "FILE.svg"),
        (("linkage-value", "--teaching", "moonlight"), "moonlight"),
        (("linkage-value", "nowhere.yaml", "moonlight"), "nowhere.yaml"),
        (("linkage-value",), "--teaching"),
        (("draft", "nowhere", "--parties", "a", "--issues", "b"), "nowhere"),
    ],
)
def test_a_bad_word_is_an_error_with_rule_and_remedy(run: Run, words: tuple[str, ...], says: str) -> None:
    said = run(*words)
    assert said.code == 2
    assert says in said.err
    assert "Traceback" not in said.err


def test_a_picture_of_nothing_is_an_error(run: Run, tmp_path: Path) -> None:
    said = run("packages", FOUR_FILES, "--picture", tmp_path / "p.svg")
    assert said.code == 2
    assert "nothing to draw" in said.err


def test_a_scenario_is_drafted_from_the_sample_and_looked_at(run: Run, tmp_path: Path) -> None:
    from goodoffices import Case

    Case.sample(tmp_path / "quartet").close()
    out = tmp_path / "drafted.yaml"
    words = ("--parties", "quartet,isr,pal", "--issues", "settlements,direct talks,proximity_talks")
    said = run("draft", tmp_path / "quartet", *words, "--as-of", "2010-09-10", "--out", out, "--by", "T. Clerk")
    assert said.code == 0
    assert "unknown and left so" in said.out
    assert "moscow-sequence" in out.read_text(encoding="utf-8")
    looked = run("packages", out)
    assert looked.code == 0
    assert "The modeller's assumption, by T. Clerk, 2010-09-10" in looked.out


@pytest.mark.parametrize("verb", ["packages", "linkage-value"])
def test_the_page_on_the_four_files_shows_what_the_command_prints(run: Run, verb: str) -> None:
    page = (ROOT / "docs" / "four-files.md").read_text(encoding="utf-8")
    shown = re.findall(rf"```\n\$ goodoffices {verb} four-files\.yaml\n(.*?)\n```", page, re.S)
    printed = "\n".join(line.rstrip() for line in run(verb, FOUR_FILES).out.splitlines())
    assert shown == [printed.rstrip()]
    assert f"```yaml\n{FOUR_FILES.read_text(encoding='utf-8')}```" in page
