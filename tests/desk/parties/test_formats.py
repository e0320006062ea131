"""Formats of the sample case side by side, at the front door and the command line."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.cli import main
from goodoffices.desk.parties.format_files import read_formats
from goodoffices.desk.parties.formats import compare
from goodoffices.errors import BadArgument, NotFound

DAY = dt.date(2025, 11, 25)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with Case.sample(tmp_path_factory.mktemp("formats") / "sample") as case:
        yield case


def test_the_formats_of_the_sample_are_compared_on_what_the_record_holds(sample: Case) -> None:
    found = {one.format.id: one for one in sample.formats(snapshot=sample.at(as_of=DAY)).formats}
    assert list(found) == ["quartet", "quartet-outreach", "representative-2023", "council", "guarantors-2025"]
    quartet, outreach, mechanism = found["quartet"], found["quartet-outreach"], found["representative-2023"]
    meetings = [m for m in sample.at(as_of=DAY).claims("meeting") if getattr(m.claim.content, "body", "") == "quartet"]
    assert quartet.reach is not None
    assert quartet.reach.meetings == len({m.matter for m in meetings})
    assert quartet.reach == outreach.reach
    assert mechanism.reach is None
    lists = {one: held.representation["third parties"].stakeholders for one, held in found.items()}
    third = {one: {p.party: p.presence for p in held} for one, held in lists.items()}
    assert (third["quartet"]["jor"], third["quartet-outreach"]["jor"]) == ("absent", "consulted")
    assert third["quartet-outreach"]["qat"] == "consulted"  # through the League of Arab States
    assert third["representative-2023"]["qat"] == "sits"
    assert all(one.format.assumption for one in found.values())


def test_the_council_is_shown_with_abstention_and_without(sample: Case) -> None:
    (council,) = sample.formats(snapshot=sample.at(as_of=DAY), only=["council"]).formats
    assert council.ternary is not None
    assert len(council.power.vetoes) == 5
    with_, without = council.ternary.members[0], council.power.members[0]
    assert with_.member == without.member == "chn"
    assert with_.shapley_shubik < without.shapley_shubik


def test_the_command_prints_it_and_as_json(sample: Case, capsys: pytest.CaptureFixture[str]) -> None:
    address = sample.record.store.address
    main(["formats", address, "--as-of", "2025-11-25"])
    said = capsys.readouterr().out
    assert "9 of 15, 5 may veto" in said
    assert "Assumed of Representative mechanism" in said
    main(["formats", address, "--format", "quartet", "--json"])
    assert [one["format"]["id"] for one in json.loads(capsys.readouterr().out)["formats"]] == ["quartet"]


SCENARIO = """party,issue,option,points
ard,ferry,open,60
ard,ferry,shut,10
ard,fish,share,20
ard,fish,keep,40
ard,reservation,,50
bre,ferry,open,30
bre,ferry,shut,50
bre,fish,share,40
bre,fish,keep,0
bre,reservation,,60
"""


def test_a_scenario_says_what_each_format_could_adopt(
    sample: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    formats, scores = tmp_path / "formats.yaml", tmp_path / "scores.csv"
    formats.write_text(FILE + "stakeholders: {parties: [{party: bre}, {party: cor}]}\n", encoding="utf-8")
    scores.write_text(SCENARIO, encoding="utf-8")
    main(["formats", sample.record.store.address, "--file", str(formats), "--scenario", str(scores), "--json"])
    (found,) = [one["adoptable"] for one in json.loads(capsys.readouterr().out)["formats"]]
    # Of four packages Arden accepts open with either, Bresk those with sharing: open and share is left.
    assert (found["found"]["sure"], found["found"]["possible"], found["found"]["consented"]) == (1, 1, 1)
    assert found["found"]["silent"] == ["cor"]
    assert [(one["party"], one["package"]) for one in found["best"]] == [
        (party, {"ferry": "open", "fish": "share"}) for party in ("ard", "bre")
    ]
    main(["formats", sample.record.store.address, "--file", str(formats), "--scenario", str(scores)])
    assert "of 4 packages" in capsys.readouterr().out


FILE = """version: 1
formats:
- id: lakes
  name: Lakes Group
  adoption:
    by: ways
    ways: [{chambers: [{name: states, weights: {ard: 1, bre: 1}, quota: 2}]}]
  seats: [{party: ard}, {party: bre}]
"""


def test_a_file_of_ones_own_is_read_and_a_bad_one_refused(sample: Case, tmp_path: Path) -> None:
    path = tmp_path / "formats.yaml"
    path.write_text(FILE, encoding="utf-8")
    (lakes,) = sample.formats(path).formats
    assert (lakes.rule, lakes.power.vetoes) == ("states: 2", ("ard", "bre"))
    for written, words in ((FILE.replace(": 1\n", ": 2\n", 1), "of version 1"), ("formats: 3", "says its version")):
        path.write_text(written, encoding="utf-8")
        with pytest.raises(BadArgument, match=words):
            read_formats(path)
    with pytest.raises(NotFound, match="can be read"):
        read_formats(tmp_path / "none.yaml")
    with pytest.raises(NotFound, match="These are quartet"):
        sample.formats(only=["lakes"])


def test_formats_asked_after_today_are_those_of_a_fresh_look_verdict_after_verdict(tmp_path: Path) -> None:
    with Case.sample(tmp_path / "sample") as case:
        told = []
        for turn in range(2):
            now = case.at(as_of=DAY)
            case.status(now)
            told.append(case.formats(snapshot=now))
            assert told[-1] == compare(now, DAY, read_formats(None))
            quartet = next(one for one in told[-1].formats if one.format.id == "quartet")
            assert quartet.deeds is not None
            if turn == 0:
                for held in now.matter(quartet.deeds.provisions[0].matter).claims:
                    case.record.reject(held.claim.id, by="Ann", at=dt.datetime.now(dt.UTC))
        assert told[0] != told[1]
