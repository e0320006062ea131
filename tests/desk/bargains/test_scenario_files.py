"""Scenarios from files of every format, and who stands behind their numbers."""

from pathlib import Path

import pytest

from goodoffices.bargaining import Scenario, read_scenario, teaching_scenario
from goodoffices.desk.bargains.assumptions import assumption
from goodoffices.desk.bargains.scenario_files import scenario_from, teaching_file
from goodoffices.errors import BadArgument, BadScenario, GoodOfficesError, NotFound
from goodoffices.exchange.genius_xml import write_genius
from goodoffices.exchange.geniusweb_json import write_geniusweb
from goodoffices.exchange.scores_csv import write_scores

PLAIN = """scenario: 1
title: A bridge
author: A. Modeller
dated: 2030-05-01
parties: [{id: north}, {id: south}]
issues:
- {id: bridge, options: [none, built]}
- {id: toll, options: [low, high]}
preferences:
  north: {weights: {bridge: 0.5, toll: 0.5}, values: {bridge: {none: 0, built: 100}, toll: {low: 0, high: 100}}}
  south: {weights: {bridge: 0.25, toll: 0.75}, values: {bridge: {none: 0, built: 100}, toll: {low: 100, high: 0}}}
"""


@pytest.fixture
def plain() -> Scenario:
    return read_scenario(PLAIN)


def written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


def test_each_format_gives_the_same_packages(plain: Scenario, tmp_path: Path) -> None:
    domain, profiles = write_genius(plain)
    xml = written(tmp_path, {"domain.xml": domain} | {f"{party}.xml": data for party, data in profiles.items()})
    json = written(tmp_path, {f"{party}.json": data for party, data in write_geniusweb(plain).items()})
    csv = written(tmp_path, {"scores.csv": write_scores(plain).encode()})
    yaml = written(tmp_path, {"bridge.yaml": PLAIN.encode()})
    for files in (xml, json, csv, yaml):
        read = scenario_from(files)
        assert [party.id for party in read.parties] == ["north", "south"]
        assert [issue.options for issue in read.issues] == [("none", "built"), ("low", "high")]


def test_a_folder_stands_for_its_domain_and_profiles_and_other_xml_is_passed_over(
    plain: Scenario, tmp_path: Path
) -> None:
    domain, profiles = write_genius(plain)
    written(tmp_path, {"a.xml": domain, "pareto.xml": b"<front/>"} | {f"{p}.xml": d for p, d in profiles.items()})
    assert len(scenario_from([tmp_path]).parties) == 2


def test_a_yaml_file_about_real_parties_names_its_author_and_day(tmp_path: Path) -> None:
    (path,) = written(tmp_path, {"bridge.yaml": PLAIN.replace("author: A. Modeller\n", "").encode()})
    with pytest.raises(BadScenario, match="no author"):
        scenario_from([path])
    assert scenario_from([path], author="B. Modeller").author == "B. Modeller"
    assert scenario_from([path], fictional=True).fictional


def test_every_scenario_says_whose_assumption_it_is(plain: Scenario) -> None:
    assert (
        assumption(plain) == "The modeller's assumption, by A. Modeller, 2030-05-01; not a finding about the parties."
    )
    assert assumption(teaching_scenario()).startswith("Fictional")


def test_the_teaching_file_is_the_teaching_scenario() -> None:
    assert read_scenario(teaching_file()) == teaching_scenario()


@pytest.mark.parametrize(
    ("files", "error", "says"),
    [
        ({}, BadArgument, "one file"),
        ({"a.txt": b"x"}, BadArgument, "a.txt"),
        ({"a.yaml": PLAIN.encode(), "b.yaml": PLAIN.encode()}, BadArgument, "b.yaml"),
        ({"a.yaml": PLAIN.encode(), "b.csv": b""}, BadArgument, "one kind"),
        ({"a.yaml": b"\xff\xfe\x00"}, BadScenario, "UTF-8"),
        ({"a.xml": b"<utility_space/>"}, BadArgument, "one domain"),
        ({"a.json": b"{"}, BadScenario, "JSON"),
    ],
)
def test_a_bad_file_is_an_error_with_a_remedy(
    tmp_path: Path, files: dict[str, bytes], error: type[GoodOfficesError], says: str
) -> None:
    with pytest.raises(error, match=says) as raised:
        scenario_from(written(tmp_path, files))
    assert raised.value.remedy


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"nowhere\.yaml"):
        scenario_from([tmp_path / "nowhere.yaml"])
