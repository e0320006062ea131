"""Formats and packages: who should be in the room, and what could they all accept."""

from typing import Any

from goodoffices import Case
from goodoffices.desk.bargains.scenario_files import teaching_file

from .conftest import entered, sent


def test_formats_show_power_presence_and_what_is_assumed(sample: Case) -> None:
    text = entered(sample).get("/formats?as_of=2025-11-25").text
    assert "0.1963" in text  # a permanent member, yes or no: 421/2145
    assert "consulted: Egypt, Jordan" in text
    assert "adoption by consensus" in text


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
