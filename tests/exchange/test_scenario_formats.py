"""Genius XML, GeniusWeb JSON and tables of scores: what goes out comes in, and bad files are named."""

import json
from pathlib import Path

import numpy as np
import pytest

from goodoffices.bargaining.notation import read_scenario
from goodoffices.bargaining.scenario import Scenario
from goodoffices.bargaining.table import table
from goodoffices.errors import BadScenario
from goodoffices.exchange.genius_xml import read_genius, write_genius
from goodoffices.exchange.geniusweb_json import read_geniusweb, write_geniusweb
from goodoffices.exchange.scores_csv import read_scores, write_scores

PLAIN = read_scenario("""\
scenario: 1
parties: [{id: a}, {id: b}]
issues: [{id: i, options: [x, y, z]}, {id: j, options: [no, yes]}]
preferences:
  a: {weights: {i: 0.25, j: 0.75}, values: {i: {x: 0, y: 40, z: 80}, j: {no: 100, yes: 0}}, reservation: 12}
  b: {weights: {i: 0.5, j: 0.5}, values: {i: {x: 100, y: 50, z: 0}, j: {no: 0, yes: 30}}}
""")
DOMAIN = b"""<negotiation_template><utility_space><objective><issue index="1" name="n" vtype="integer"
 lowerbound="0" upperbound="3"/><issue index="2" name="m" vtype="integer" lowerbound="0" upperbound="3"/>
</objective></utility_space></negotiation_template>"""
BOXES = b"""<utility_space type="nonlinear"><utility maxutility="50"><ufun><hyperRectangle utility="20">
<INCLUDES index="1" min="1" max="2"/><EXCLUDES index="2" min="0" max="1"/></hyperRectangle>
<hyperRectangle utility="30"><INCLUDES index="2" min="0"
max="0"/></hyperRectangle></ufun></utility></utility_space>"""
CORPUS = Path(__file__).parents[2].parent / "shared" / "corpora" / "genius_scenarios"


def worths(scenario: Scenario) -> list[list[list[float]]]:
    return [rows.tolist() for rows in table(scenario).contributions]


def test_genius_files_come_back_with_the_same_worth() -> None:
    domain, profiles = write_genius(PLAIN)
    again = read_genius(domain, profiles)
    assert worths(again) == worths(PLAIN)
    assert table(again).reservations == (12_000_000, 0)


def test_geniusweb_files_come_back_equal() -> None:
    again = read_geniusweb(write_geniusweb(PLAIN))
    assert worths(again) == worths(PLAIN)
    assert again.issues == PLAIN.issues


def test_tables_of_scores_come_back_with_the_same_worth() -> None:
    again = read_scores(write_scores(PLAIN))
    assert worths(again) == worths(PLAIN)
    assert table(again).reservations == (12_000_000, 0)


def test_an_evaluation_counts_relative_to_the_greatest_of_its_issue() -> None:
    domain, profiles = write_genius(PLAIN)
    text = (
        profiles["a"]
        .decode()
        .replace('evaluation="0.8"', 'evaluation="8"')
        .replace('evaluation="0.4"', 'evaluation="4"')
    )
    again = read_genius(domain, {"a": text.encode()})
    assert [row[0] for row in worths(again)[0]] == [0, 10e6, 20e6]


def test_hyper_rectangles_become_linkages() -> None:
    scenario = read_genius(DOMAIN, {"a": BOXES})
    assert scenario.linkages[0].when[0].options == ("1", "2")
    assert scenario.linkages[0].when[1].options == ("2", "3")
    utilities = table(scenario).utilities(np.array([(1, 2), (1, 1), (0, 0)]))
    assert utilities.ravel().tolist() == [40e6, 0, 60e6]


def test_a_numeric_geniusweb_issue_is_read_along_its_line() -> None:
    space = {
        "issueUtilities": {"n": {"numberutils": {"lowValue": 0, "lowUtility": 0, "highValue": 10, "highUtility": 1}}},
        "issueWeights": {"n": 1},
        "domain": {"name": "d", "issuesValues": {"n": {"range": ["0", "10", "5"]}}},
        "reservationBid": {"issuevalues": {"n": "5"}},
    }
    scenario = read_geniusweb({"a": json.dumps({"LinearAdditiveUtilitySpace": space}).encode()})
    assert worths(scenario) == [[[0], [50e6], [100e6]]]
    assert table(scenario).reservations == (50_000_000,)


def test_external_and_internal_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + DOMAIN
    with pytest.raises(BadScenario, match="document type"):
        read_genius(bomb, {"a": BOXES})


@pytest.mark.parametrize("data", [b"", b"<a>", b"\xff\xfe", b"plain words"])
def test_what_is_no_xml_is_named(data: bytes) -> None:
    with pytest.raises(BadScenario, match="domain"):
        read_genius(data, {})


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"LinearAdditiveUtilitySpace": {}}'])
def test_what_is_no_geniusweb_profile_is_named(data: bytes) -> None:
    with pytest.raises(BadScenario, match=r"profile|domain"):
        read_geniusweb({"a": data})


def test_a_real_valued_issue_is_refused_by_name() -> None:
    with pytest.raises(BadScenario, match=r"issues\.n is discrete or integer"):
        read_genius(DOMAIN.replace(b"integer", b"real"), {})


def test_formats_without_linkages_say_so() -> None:
    tied = read_genius(DOMAIN, {"a": BOXES})
    for write in (write_genius, write_geniusweb, write_scores):
        with pytest.raises(BadScenario, match="linkages"):
            write(tied)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a,b\n", "first line"),
        ("party,issue,option,points\np,i,o,many\n", "line 2"),
        ("party,issue,option,points\np,i,o,1\np,i,o,2\n", "stands once"),
    ],
)
def test_a_bad_table_of_scores_names_its_line(text: str, named: str) -> None:
    with pytest.raises(BadScenario, match=named):
        read_scores(text)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of Genius scenarios is not beside the repository")
def test_scenarios_of_the_competitions_load_or_say_why() -> None:
    loaded, refused = 0, []
    for domain in sorted(CORPUS.rglob("*.xml")):
        data = domain.read_bytes()
        if b"negotiation_template" not in data:
            continue
        for profile in sorted(domain.parent.glob("*.xml")):
            content = profile.read_bytes()
            if profile == domain or b"utility_space" not in content or b"negotiation_template" in content:
                continue
            try:
                read_genius(data, {profile.stem: content})
                loaded += 1
            except BadScenario as error:
                refused.append(f"{profile.name}: {error}")
    assert loaded > 300, refused
    assert len(refused) < loaded // 2


def test_items_of_a_similarity_function_are_no_options() -> None:
    domain, profiles = write_genius(PLAIN)
    extra = b'<similarity_function><item value="z" evaluation="0"/></similarity_function></issue>'
    again = read_genius(domain, {"a": profiles["a"].replace(b"</issue>", extra)})
    assert [row[0] for row in worths(again)[0]] == [0, 10e6, 20e6]
