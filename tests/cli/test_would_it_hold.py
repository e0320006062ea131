"""`divide`, `stability` and `forecast` as their users have them."""

import json
import re
from pathlib import Path

import pytest

from goodoffices.desk.bargains.teaching import HARBOUR, taught
from tests.bargaining.forecast.test_scores import TEXT as RECORD
from tests.bargaining.stability.test_refused import CIRCLE, ONE_WAY
from tests.bargaining.stability.test_reneging import FERRY
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]

FISHERY_TEXT = """\
forecast: 1
fictional: true
question: How many tonnes?
actors:
- {id: arden, capability: 3, position: 40, salience: 0}
- {id: bresk, capability: 2, position: 65, salience: 0}
"""
HARBOUR_TEXT = taught(HARBOUR)
QUOTA = """\
version: 1
formats:
- id: lakes
  name: Lakes Group
  adoption: {by: quota, quota: 3}
  seats: [{party: ard}, {party: bre}]
"""
WEIGHTLESS = """\
stakeholders:
  parties: [{party: ard, weight: 0}]
"""


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.yaml"
    path.write_text(FERRY, encoding="utf-8")
    return path


def test_the_teaching_division_is_printed_with_its_handover(run: Run) -> None:
    said = run("divide", "--teaching")
    assert said.code == 0
    assert "Adjusted Winner" in said.out
    assert "Pell hands 1/4" in said.out
    found = json.loads(run("divide", "--teaching", "--json").out)
    assert found["scores"] == {"lorn": "125/2", "pell": "125/2"}


def test_three_parties_are_divided_by_leximin(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "three.yaml"
    path.write_text(
        "division: 1\nfictional: true\nparties: [{id: a}, {id: b}, {id: c}]\nissues: [{id: x}]\n"
        "points: {a: {x: 100}, b: {x: 100}, c: {x: 100}}\n",
        encoding="utf-8",
    )
    said = run("divide", path)
    assert "leximin" in said.out
    assert "1/3 (33.3%)" in said.out


def test_the_teaching_conflict_shows_equilibria_ways_and_hinges(run: Run) -> None:
    said = run("stability", "--teaching")
    assert said.code == 0
    assert "equilibria  Nash 1, GMR 5, SMR 5, SEQ 3" in said.out
    assert "“now” under Nash: left by Arden" in said.out
    assert "“now” would be an equilibrium (SEQ) if Arden put “now” above “trust”" in said.out
    single = json.loads(run("stability", "--teaching", "--single", "--state", "bargain", "--json").out)
    assert single["single"]
    assert single["lines"][0]["name"] == "bargain"


def test_keeping_ones_word_is_looked_at_from_a_scenario_and_a_package(run: Run, ferry: Path) -> None:
    said = run("stability", ferry, "--package", "ferry=open, toll=paid")
    assert said.code == 0
    assert "Gains at once by reneging: arden +40.0, bresk +40.0" in said.out
    assert "“kept by all” under Nash: left by arden, bresk" in said.out
    nash = json.loads(run("stability", ferry, "--package", "nash", "--json").out)
    assert nash["package"] == {"ferry": "open", "toll": "paid"}
    words = ("--carries", "ferry=arden", "--carries", "toll=arden", "--reversible")
    assert "nobody" in run("stability", ferry, "--package", "nash", *words).out


def test_the_teaching_question_is_answered_by_three_models(run: Run) -> None:
    said = run("forecast", "--teaching", "--draws", "50", "--rounds", "2", "--seed", "3")
    assert said.code == 0
    for words in ("compromise", "median", "challenge", "not probabilities", "rank correlation"):
        assert words in said.out
    plain = json.loads(run("forecast", "--teaching", "--draws", "50", "--json").out)
    reading = ("--option", "probability=all actors", "--option", "quo=0.5", "--json")
    other = json.loads(run("forecast", "--teaching", "--draws", "50", *reading).out)
    assert plain["outlook"]["models"][0] == other["outlook"]["models"][0]
    assert plain["rounds"] != other["rounds"]


def test_a_record_of_forecasts_is_scored(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "record.yaml"
    path.write_text(RECORD, encoding="utf-8")
    said = run("forecast", path, "--scores")
    assert said.code == 0
    assert "0.207" in said.out
    assert "institute" in said.out
    assert json.loads(run("forecast", path, "--scores", "--json").out)["scores"][0]["scored"] == 3


@pytest.mark.parametrize("kind", ["division", "conflict", "forecast", "forecasts"])
def test_the_example_of_the_page_runs_as_it_stands(run: Run, tmp_path: Path, kind: str) -> None:
    page = (ROOT / "docs" / "would-it-hold.md").read_text(encoding="utf-8")
    example = next(block for block in re.findall(r"```yaml\n(.*?)```", page, re.S) if block.startswith(f"{kind}: 1"))
    path = tmp_path / "example.yaml"
    path.write_text(example, encoding="utf-8")
    verb = {"division": "divide", "conflict": "stability"}.get(kind, "forecast")
    said = run(verb, path, *(("--scores",) if kind == "forecasts" else ()))
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("divide",), "--teaching"),
        (("divide", "nowhere.yaml"), "nowhere.yaml"),
        (("divide", "nowhere.yaml", "--teaching"), "one file"),
        (("stability",), "--teaching"),
        (("stability", "--teaching", "--state", "moonlight"), "moonlight"),
        (("stability", "--teaching", "--reversible"), "--package"),
        (("stability", "--teaching", "--package", "moonlight"), "kalai_smorodinsky"),
        (("stability", "--teaching", "--package", "border=watershed"), "settles each issue"),
        (("stability", "--teaching", "--package", "nash", "--carries", "border"), "NAME=VALUE"),
        (("stability", "--teaching", "--package", "nash", "--state", "now"), "--state"),
        (("forecast",), "--teaching"),
        (("forecast", "--teaching", "--draws", "0"), "at least one draw"),
        (("forecast", "--teaching", "--rounds", "-1"), "zero or more"),
        (("forecast", "--teaching", "--workers", "0"), "at least one worker"),
        (("forecast", "--teaching", "--option", "probability"), "NAME=VALUE"),
        (("forecast", "--teaching", "--option", "probability=dice"), "all positions"),
        (("forecast", "--teaching", "--option", "quo=often"), "from 0 to 1"),
        (("forecast", "--scores"), "is a file"),
    ],
)
def test_a_bad_word_is_an_error_with_rule_and_remedy(run: Run, words: tuple[str, ...], says: str) -> None:
    said = run(*words)
    assert said.code == 2
    assert says in said.err
    assert "Traceback" not in said.err


def test_a_file_about_real_parties_names_its_author_and_day(run: Run, tmp_path: Path) -> None:
    text = (ROOT / "src/goodoffices/bargaining/scenarios/weir.yaml").read_text(encoding="utf-8")
    path = tmp_path / "weir.yaml"
    path.write_text(text.replace("fictional: true\n", ""), encoding="utf-8")
    said = run("stability", path)
    assert said.code == 2
    assert "author" in said.err
    path.write_text(text.replace("fictional: true\n", 'author: A. Modeller\ndated: "2030-05-01"\n'), encoding="utf-8")
    assert "The modeller's assumption, by A. Modeller, 2030-05-01" in run("stability", path).out


UNFIT = {
    "circle": ("stability", CIRCLE, "now > ", "equal"),
    "no stake": ("forecast", FISHERY_TEXT, "matters to some actor", "salience"),
    "points": ("divide", HARBOUR_TEXT.replace("quay: 35", "quay: 36"), "same", ""),
    "quota": ("formats", QUOTA, "at most the total of 2", "Lower it"),
    "no weight": ("formats", QUOTA.replace("quota: 3", "quota: 2") + WEIGHTLESS, "weight is above 0", "Leave it out"),
}
"""A verb with a file that it refuses, and words of the rule and of the remedy."""


@pytest.mark.parametrize("what", UNFIT)
def test_a_file_that_does_not_fit_is_refused_with_rule_and_remedy(run: Run, tmp_path: Path, what: str) -> None:
    verb, text, rule, remedy = UNFIT[what]
    path = tmp_path / "unfit.yaml"
    path.write_text(text, encoding="utf-8")
    if verb == "formats":
        case = tmp_path / "lakes"
        run("new", case)
        said = run("formats", case, "--file", path)
    else:
        said = run(verb, path)
    assert said.code == 2
    assert rule in said.err
    assert remedy in said.err
    assert "Traceback" not in said.err


def test_states_that_no_way_leads_to_are_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one-way.yaml"
    path.write_text(ONE_WAY, encoding="utf-8")
    said = run("stability", path)
    assert said.code == 0
    assert "2 states cannot be reached from the status quo" in said.out


def test_a_forecast_of_a_case_is_kept_settled_and_scored(run: Run, case: Path) -> None:
    assert (
        run("forecasts", case, "--record", "The ferry opens", "--probability", "0.7", "--due", "2030-06-30").code == 0
    )
    (made,) = json.loads(run("forecasts", case, "--json").out)
    assert made["due"] == "2030-06-30"
    nameless, wordless = (
        run("forecasts", case, "--outcome", "yes"),
        run("forecasts", case, made["id"], "--outcome", "no"),
    )
    assert (nameless.code, "Name its id" in nameless.err) == (2, True)
    assert (wordless.code, "what shows it" in wordless.err) == (2, True)
    assert run("forecasts", case, made["id"], "--outcome", "no", "--reason", "It stayed shut.").code == 0
    listed = run("forecasts", case).out
    assert "no: It stayed shut." in listed
    assert "0.490" in listed  # Brier: (0.7 - 0) squared
    for kept in ("the outcome of", "taken back: forecast:"):
        assert kept in run("forecasts", case, made["id"], "--undo").out
    assert "No forecasts" in run("forecasts", case).out
