"""Formats and packages: who should be in the room, and what could they all accept."""

import datetime as dt
from csv import reader
from io import StringIO
from typing import Any

import pytest

from goodoffices import Case
from goodoffices.desk.bargains.scenario_files import teaching_file
from goodoffices.desk.parties.format_files import teaching_formats

from .conftest import entered, sent


def test_formats_show_power_presence_and_what_is_assumed(sample: Case) -> None:
    text = entered(sample).get("/formats?as_of=2025-11-25").text
    assert "0.1963" in text  # a permanent member, yes or no: 421/2145
    assert "consulted: Egypt, Jordan" in text
    assert "adoption by consensus" in text


def test_formats_and_a_scenario_that_are_pasted_say_what_each_could_adopt_and_who_would_accept(empty: Case) -> None:
    client = entered(empty)
    taught = client.get("/formats?as_of=2030-01-01&teaching=1").text
    # What `packages` counts: acceptable to all, and by four of five with both states among them.
    assert '<a href="#could-conference">514</a>' in taught
    assert '<a href="#could-four-of-five">1,811</a>' in taught
    assert 'style="' not in taught
    alone: Any = sent(client, "/formats", typed=teaching_formats())
    assert alone.status_code == 200
    assert "could-conference" not in alone.text
    with_stranger = teaching_formats().replace("parties: [{party: dorsania}", "parties: [{party: elsewhere}")
    both: Any = sent(client, "/formats", typed=with_stranger, scenario=teaching_file())
    assert "at most <a" in both.text
    assert "unknown: elsewhere" in both.text
    assert "not acceptable to all parties" not in both.text


def test_formats_are_tried_on_the_scenario_of_a_choice_that_was_made(empty: Case) -> None:
    empty.choose(teaching_file(), ["Nash", "Egalitarian"], "Nash", "It is a lesson.", by="test")
    client = entered(empty)
    assert "chosen=1" in client.get("/formats?as_of=2030-01-01").text
    text = client.get("/formats?as_of=2030-01-01&chosen=1").text
    assert "not in the scenario: China" not in text  # the many of the Council are counted
    assert "15 members" in text
    assert client.get("/formats?as_of=2030-01-01&chosen=7").status_code == 404


@pytest.mark.parametrize(
    ("typed", "scenario", "rule"),
    [
        ("version: 2\nformats: []", "", "of version 1"),
        ("a: &a [*a]", "", "without YAML aliases"),
        (teaching_formats().replace("quota: 4", "quota: 9"), "", "at most the total of 5"),
        (teaching_formats(), "scenario: 1\ntitle: <script>", "parties"),
        (teaching_formats(), teaching_file().replace("fictional: true", ""), "names its author and the day"),
        (
            "version: 1\nformats: [{id: a, name: A, seats: ["
            + ", ".join(f"{{party: p{n}}}" for n in range(501))
            + "]}]", "", "24 formats of 500 seats",
        ),
    ],
)  # fmt: skip
def test_formats_that_cannot_be_compared_come_back_with_what_is_wrong(
    empty: Case, typed: str, scenario: str, rule: str
) -> None:
    answer: Any = sent(entered(empty), "/formats", typed=typed, scenario=scenario)
    assert answer.status_code == 400
    assert rule in answer.text
    assert "Remedy" in answer.text
    assert "<script>" not in answer.text.replace('<script type="module"', "")


def test_packages_of_the_teaching_scenario_are_compared_as_the_address_says(sample: Case) -> None:
    client = entered(sample)
    text = client.get("/packages").text
    assert "139,968 packages" in text
    assert "Fictional: no party in this scenario exists." in text
    assert 'style="' not in text  # the policy of content lets none through
    pinned = client.get("/packages?as_of=2025-11-25&pin=Nash&pin=Best 2").text
    assert pinned.count('<th scope="col"><bdi>Best 2</bdi></th>') == 1
    assert '<th scope="col"><bdi>Utilitarian</bdi></th>' not in pinned


def test_a_pasted_scenario_is_worked_up_and_a_wrong_one_comes_back_with_what_is_wrong(empty: Case) -> None:
    client = entered(empty)
    good: Any = sent(client, "/packages", scenario=teaching_file())
    assert good.status_code == 200
    assert "139,968 packages" in good.text
    wrong: Any = sent(client, "/packages", scenario="parties: [<script>alert(1)</script>]")
    assert wrong.status_code >= 400
    assert "Remedy" in wrong.text
    assert "<script>alert" not in wrong.text


def test_the_ledger_is_that_of_the_case_line_by_line_and_of_one_matter_alone(sample: Case) -> None:
    client = entered(sample)
    lines = sample.ledger(sample.at(as_of=dt.date(2010, 10, 15)))
    text = client.get("/ledger?as_of=2010-10-15").text
    assert f"/ {len(lines):,}</bdi>" in text
    matter = lines[0].matter
    own = [line for line in lines if line.matter == matter]
    told = client.get(f"/ledger?as_of=2010-10-15&matter={matter}").text
    assert told.count("<tr>") == 1 + len(own)
    assert all(str(line.first) in told for line in own)
    assert f"/ledger?matter={matter}" in client.get(f"/matter?as_of=2010-10-15&id={matter}").text.replace("&amp;", "&")
    csv = client.get("/ledger.csv?as_of=2010-10-15")
    assert csv.headers["content-type"].startswith("text/csv")
    assert len(list(reader(StringIO(csv.text)))) == 1 + len(lines)


def test_transfers_are_tallies_whose_numbers_open_what_each_source_says(sample: Case) -> None:
    client = entered(sample)
    text = client.get("/linkages?as_of=2023-12-01").text.replace("&amp;", "&")
    found = sample.transfers(sample.at(as_of=dt.date(2023, 12, 1)))
    assert {n for one in found for n in one.tally.agreed} >= {50, 150, 20, 60}
    for one in found:
        assert f"/matter?id={one.tally.matter}" in text
    assert client.get(f"/matter?id={found[0].tally.matter}&as_of=2023-12-01").status_code == 200


def test_votes_are_compared_by_year_pair_and_call_and_each_number_leads_to_its_calls(sample: Case) -> None:
    client = entered(sample)
    text = client.get("/votes?as_of=2025-11-25&party=rus&party=usa").text.replace("&amp;", "&")
    assert '<a href="#calls">12</a>' in text  # counted by hand: tests/desk/affairs/test_votes.py
    resolution = next(
        m
        for m in sample.at().matters("decision")
        if getattr(m.claims[0].claim.content, "reference", "") == "S/RES/2803"
    )
    assert f"/matter?id={resolution.id}" in text
    assert "/votes?party=rus&party=usa&year=2016&as_of=2025-11-25#calls" in text
    year = client.get("/votes?as_of=2025-11-25&party=rus&party=usa&year=2024").text
    assert "S/RES/2735" in year
    assert "S/RES/2334" not in year
    wanting = client.get("/votes?as_of=2025-11-25&of=unga").text
    assert "come from two tables" in wanting
    stranger = client.get("/votes?as_of=2025-11-25&of=unsc&party=rus&party=Dorsania")
    assert stranger.status_code == 400
    assert 'value="Dorsania"' in stranger.text


def test_votes_of_an_empty_case_say_where_they_come_from(empty: Case) -> None:
    assert "decisions of the record tell of" in entered(empty).get("/votes?as_of=2030-01-01").text
