"""Division, stability, forecast: the examples, what is pasted, what is wrong, and the record of forecasts."""

from typing import Any

import pytest

from goodoffices import Case
from goodoffices.desk.bargains.teaching import FISHERY, HARBOUR, RECORD, WEIR, taught
from tests.bargaining.stability.test_refused import CIRCLE, ONE_WAY

from .conftest import entered, sent

STAKELESS = """\
forecast: 1
fictional: true
actors: [{id: arden, capability: 3, position: 40, salience: 0}]
"""


def test_the_teaching_division_stands_with_its_fractions_and_their_points(empty: Case) -> None:
    text = entered(empty).get("/division").text
    assert "Adjusted Winner" in text
    assert '<a href="#points-3"><bdi>1/4 (25.0%)</bdi></a>' in text
    assert "125/2 (62.50)" in text
    assert "Fictional: no party in this scenario exists." in text
    assert 'style="' not in text


def test_the_teaching_conflict_stands_with_its_ways_and_hinges(empty: Case) -> None:
    client = entered(empty)
    text = client.get("/stability").text
    assert ">5</a> GMR" in text
    assert "“now” would hold (SEQ) if Arden put “now” above “trust”" in text
    single = client.get("/stability?as_of=2030-01-01&at=bargain&single=1").text
    assert "The others answer by one move." in single
    assert "“bargain” would hold" in single


def test_a_package_of_the_teaching_scenario_is_asked_whether_it_is_kept(empty: Case) -> None:
    text = entered(empty).get("/stability?as_of=2030-01-01&package=nash").text
    assert "+36.8" in text  # what Velmark gains by reneging alone, as the command line has it
    assert "kept by all" in text


def test_a_pasted_question_is_answered_under_the_reading_that_was_chosen(empty: Case) -> None:
    client = entered(empty)
    usual: Any = sent(client, "/forecast", typed=taught(FISHERY))
    other: Any = sent(client, "/forecast", typed=taught(FISHERY), tie="mean", probability="all actors")
    assert usual.status_code == other.status_code == 200
    assert "<option selected>all actors</option>" in other.text
    assert usual.text != other.text


def test_expectations_of_the_case_are_its_record_each_with_its_claim_and_without_a_number(sample: Case) -> None:
    client = entered(sample)
    text = client.get("/forecast?as_of=2025-11-25").text
    assert 'href="/claim?id=berlin-2007-announced&amp;as_of=2025-11-25"' in text
    assert "none stated" in text
    assert "Brier scores by source" not in text
    record = sample.forecasts().replace("due: 21 February 2007\n", 'due: 21 February 2007\n  came: "yes"\n')
    assumed = record.replace("# words: {likely: 0.7, unclear: 0.5}", "words: {reported: 0.9}")
    for written, brier in ((record, False), (assumed, True)):
        answer: Any = sent(client, "/forecast/record", record=written)
        assert answer.status_code == 200
        assert ("0.010" in answer.text) == brier  # one forecast at 0.9 that came
        assert ("assumed for “reported”" in answer.text) == brier
        assert ("<bdi>1 of 1</bdi>" in answer.text) != brier


def test_without_expectations_the_record_is_the_teaching_one_and_is_scored(empty: Case) -> None:
    text = entered(empty).get("/forecast").text
    assert "Office of Vell" in text
    assert "Brier scores by source" in text


@pytest.mark.parametrize(
    ("path", "form", "rule"),
    [
        ("/division", {"typed": "division: 2"}, "division: 1"),
        ("/division", {"typed": taught(HARBOUR).replace("fictional: true\n", "")}, "names its author"),
        ("/stability", {"typed": taught(WEIR), "at": "moonlight"}, "moonlight"),
        ("/stability", {"typed": taught(WEIR), "package": "nash"}, "scenario: 1"),
        ("/stability", {"typed": CIRCLE}, "can be put in one order"),
        ("/division", {"typed": taught(HARBOUR).replace("quay: 35", "quay: 36")}, "same"),
        ("/forecast", {"typed": STAKELESS}, "matters to some actor"),
        ("/forecast", {"typed": taught(FISHERY), "tie": "<script>alert(1)</script>"}, "tie is one of"),
        ("/forecast/record", {"record": taught(RECORD).replace("0.9", "9")}, "between 0 and 1"),
        ("/forecast/record", {"record": ""}, "a mapping"),
    ],
)
def test_what_is_wrong_is_said_beside_what_was_typed(empty: Case, path: str, form: dict[str, str], rule: str) -> None:
    answer: Any = sent(entered(empty), path, **form)
    assert answer.status_code == 400
    assert rule in answer.text.replace("Tie", "tie")
    assert "Remedy" in answer.text
    assert "<script>alert" not in answer.text
    assert answer.text.count("<textarea") == (2 if path.startswith("/forecast") else 1)


def test_states_that_no_way_leads_to_are_said_on_the_page(empty: Case) -> None:
    answer: Any = sent(entered(empty), "/stability", typed=ONE_WAY)
    assert '<a href="#typed">2</a> states cannot be reached from the status quo' in answer.text


def test_a_forecast_of_the_office_is_kept_settled_with_its_evidence_scored_and_taken_back(sample: Case) -> None:
    client = entered(sample)
    made: Any = sent(client, "/forecast/made", what="The ferry opens", probability="0.9", due="2026-12-31")
    assert made.status_code == 303
    (own,) = [one for one in sample.foretold() if one.own]
    told = {"forecast": own.id, "came": "yes", "reason": "It opened in May.", "evidence": "berlin-2007-announced"}
    stranger: Any = sent(client, "/forecast/outcome", **{**told, "evidence": "nothing"})
    assert stranger.status_code == 404
    assert "It opened in May." in stranger.text  # what was typed comes back
    assert sent(client, "/forecast/outcome", **told).status_code == 303  # type: ignore[attr-defined]
    text = client.get("/forecast?as_of=2026-11-25").text
    assert '<a href="#forecasts">0.010</a>' in text
    assert "It opened in May." in text
    assert text.count('href="/claim?id=berlin-2007-announced&amp;as_of=2026-11-25"') == 2  # itself, and as evidence
    again: Any = sent(client, "/forecast/outcome", **told)
    assert "one outcome" in again.text
    for _ in range(2):
        assert sent(client, "/forecast/outcome", forecast=own.id, undo="1").status_code == 303  # type: ignore[attr-defined]
    assert not [one for one in sample.foretold() if one.own]


@pytest.mark.parametrize(
    ("path", "form", "rule"),
    [
        ("/forecast/made", {"what": " "}, "what will be so"),
        ("/forecast/made", {"what": "a", "probability": "70"}, "between 0 and 1"),
        ("/forecast/made", {"what": "a", "probability": "1e9999999"}, "from 0 to 1"),
        ("/forecast/made", {"what": "a", "due": "soon"}, "YYYY-MM-DD"),
        ("/forecast/outcome", {"forecast": "none", "came": "yes", "reason": "a"}, "one of the case"),
        ("/forecast/outcome", {"forecast": "berlin-2007-announced", "came": "maybe", "reason": "a"}, "yes or no"),
        ("/forecast/outcome", {"forecast": "berlin-2007-announced", "came": "yes"}, "what shows it"),
        ("/forecast/outcome", {"forecast": "berlin-2007-announced", "undo": "1"}, "was said"),
    ],
)
def test_a_forecast_that_cannot_be_kept_says_why(sample: Case, path: str, form: dict[str, str], rule: str) -> None:
    head = sample.at().seq
    answer: Any = sent(entered(sample), path, **form)
    assert answer.status_code >= 400
    assert rule in answer.text
    assert sample.at().seq == head
