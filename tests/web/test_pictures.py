"""Pictures on pages: their marks and tables lead to rows that are there."""

import re
from html import unescape
from pathlib import Path

import pytest

from goodoffices import Case
from tests.desk.scenes.lakes import lakes

from .conftest import Client, entered

FIGURE = re.compile("<figure>.*?</figure>", re.DOTALL)


def figures(client: Client, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    return FIGURE.findall(answer.text)


@pytest.mark.parametrize("path", ["/commitments?as_of=2010-10-15", "/linkages?focus=quartet&as_of=2010-10-15"])
def test_a_picture_has_its_title_finding_and_table_and_each_mark_and_row_leads_somewhere(
    sample: Case, path: str
) -> None:
    client = entered(sample)
    drawn = figures(client, path)
    assert drawn
    for one in drawn:
        assert '<svg xmlns="http://www.w3.org/2000/svg"' in one
        assert "<table>" in one
        assert 'style="' not in one  # the policy of content lets none through
        marks, table = one.split("</svg>")
        ways = {unescape(way) for way in re.findall('<a href="([^"]+)"', marks)}
        assert ways
        rows = {way for way in ways if not way.startswith("/linkages")}  # another focus is a choice of the form
        assert rows <= {unescape(way) for way in re.findall('<a href="([^"]+)"', table)}
        for way in ways:
            assert "as_of=" in way
            assert client.get(way).status_code == 200


def test_a_picture_follows_the_state_that_the_list_is_narrowed_to(sample: Case) -> None:
    (one,) = figures(entered(sample), "/commitments?state=kept&as_of=2010-10-15")
    assert "target date passed" not in one


@pytest.mark.parametrize(("path", "count"), [("/positions", 2), ("/linkages", 1)])
def test_positions_harmony_and_concessions_lead_to_their_claims(tmp_path: Path, path: str, count: int) -> None:
    with lakes(tmp_path / "lakes") as case:
        client = entered(case)
        drawn = figures(client, f"{path}?as_of=2030-06-01")
        assert len(drawn) == count
        for one in drawn:
            assert "<script" not in one
            ways = {unescape(way) for way in re.findall('<a href="([^"]+)"', one)}
            assert ways
            assert all(client.get(way).status_code == 200 for way in ways)


def test_a_number_of_the_timeline_opens_the_list_where_its_first_stands(sample: Case) -> None:
    client = entered(sample)
    (one,) = figures(client, "/timeline?as_of=2025-10-15")
    ways = {unescape(way) for way in re.findall('<a href="([^"]+)"', one)}
    crowds = re.findall('<a href="([^"]+)" aria-label="Meetings, ([0-9-]+) to ([0-9-]+): ([0-9]+)"', one)
    assert crowds
    for way, first, last, count in crowds:
        days = re.findall('<p class="when"><bdi>([^<]*)', client.get(unescape(way)).text)
        assert len(days) >= int(count)
        assert days[0].endswith(last[:4])
        assert days[int(count) - 1].endswith(first[:4])
    assert all(client.get(way).status_code == 200 for way in ways)


def test_pages_without_anything_to_draw_draw_nothing(empty: Case) -> None:
    for path in ("/timeline", "/commitments", "/positions", "/linkages"):
        assert not figures(entered(empty), f"{path}?as_of=2010-10-15")
