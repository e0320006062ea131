"""Readouts: typed in, read like any document, and nothing of them before those who are not cleared."""

import datetime as dt
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from playwright.sync_api import expect

from goodoffices import Case
from goodoffices.cli.serve import viewer_of
from goodoffices.record import Viewer
from goodoffices.web import Workbench, application
from goodoffices.web.navigation import PAGES

from .conftest import Client, entered, sent
from .serving import READOUT, Visit

MOMENT = re.compile(
    r'name="_csrf_token" value="[^"]*"|"next":"[^"]*"|record to entry \d+|as_known=\d+|"seq":\d+|name="seq" value="\d+"'
    r'| / [\d,]+</bdi>|Since you last looked <span class="count"><a href="[^"]*">\d+|Entries</dt><dd>[\d,]+'
)
API = ("documents", "claims", "timeline", "status", "conflicts", "log")


def as_seen_by(case: Case, *compartments: str) -> Client:
    bench = Workbench(case, by="guest", viewer=Viewer("guest", frozenset(compartments)))
    client = TestClient(application(bench))
    client.get("/enter", params={"token": bench.door.token})
    return client


def noted(case: Case) -> str:
    """The readout in the case, read, one of its claims accepted."""
    document = case.add_readout(READOUT, by="test").id
    case.read([document], by="test")
    claims = [r.claim.id for r in case.at().claims(document=document)]
    case.review(accept=claims[:2], by="test")
    return document


def shown(client: Client, path: str) -> str:
    """A page without what differs from one moment to the next: tokens, and how far the log goes."""
    return MOMENT.sub("", client.get(path).text)


def test_to_others_a_case_is_as_if_the_readout_had_never_been_written(sample: Case, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "quartet", tmp_path / "without" / "quartet")
    noted(sample)
    glass = "as_of=2030-05-10&proposals=1"
    paths = [f"{page.path}?{glass}" for page in PAGES] + [f"/api/v1/{name}?{glass}" for name in API]
    paths += [f"{path}&{glass}" for path in ("/search?q=truce", "/search?q=Quillon", "/search?speaker=Bresk")]
    paths += [f"/brief?{glass}", f"/calendar.ics?{glass}"]
    with Case.open(tmp_path / "without" / "quartet") as without:
        for path in paths:
            before, after = shown(as_seen_by(without, "ministers"), path), shown(as_seen_by(sample, "ministers"), path)
            if path.startswith(("/brief?", "/calendar")):  # they say when they were written
                assert not [word for word in ("Quillon", "Arden", "Bresk") if word in after], path
            else:
                assert after == before, path


def test_what_is_asked_for_by_name_is_not_there_for_others(empty: Case) -> None:
    document = noted(empty)
    claim = empty.at().claims(document=document)[0]
    guest, envoy = as_seen_by(empty), as_seen_by(empty, "envoy")
    paths = [f"/document?id={document}", f"/original?id={document}", f"/claim?id={claim.claim.id}"]
    paths += [f"/matter?id={claim.matter}", f"/amend?id={claim.claim.id}", f"/api/v1/claim?id={claim.claim.id}"]
    for path in paths:
        assert envoy.get(path).status_code == 200, path
        answer = guest.get(path)
        assert answer.status_code == 404, path
        assert "Quillon" not in answer.text
    for path, form in (
        ("/review", {"claim": claim.claim.id, "verdict": "undo"}),
        (f"/amend?id={claim.claim.id}", {"seq": str(claim.seq)}),
        (f"/document?id={document}", {"dated": "2031"}),
    ):
        refused: Any = sent(guest, path, **form)
        assert refused.status_code == 404, path
    assert guest.get("/log").text.count("<tr") <= 1


@pytest.mark.parametrize(
    ("field", "value", "remedy"),
    [
        ("day", "in May", "Write 2010-03-19"),
        ("said", " ", "Fill it in."),
        ("compartment", "", "Fill it in."),
        ("met", "", "Fill it in."),
    ],
)
def test_what_is_amiss_comes_back_with_the_form_as_it_was(empty: Case, field: str, value: str, remedy: str) -> None:
    given = {name: getattr(READOUT, name) for name in READOUT.__struct_fields__} | {field: value}
    answer: Any = sent(entered(empty), "/readouts", **given)
    assert answer.status_code == 400
    assert remedy in answer.text
    assert field == "said" or READOUT.said in answer.text
    assert not empty.at().documents()


def test_nobody_writes_into_a_compartment_they_may_not_see(empty: Case) -> None:
    given = {name: getattr(READOUT, name) for name in READOUT.__struct_fields__}
    answer: Any = sent(as_seen_by(empty, "ministers"), "/readouts", **given)
    assert answer.status_code == 400
    assert "You may use: ministers." in answer.text


def test_a_readout_never_counts_as_public(empty: Case) -> None:
    noted(empty)
    found = [empty.at(published_by=day).count() for day in (None, dt.date(2031, 1, 1))]
    assert found[0] > 0
    assert found[1] == 0


@pytest.mark.parametrize("scripted", [True, False])
def test_a_readout_is_typed_read_and_shown_with_its_proposals(empty: Case, visit: Visit, scripted: bool) -> None:
    visitor = visit(empty, java_script_enabled=scripted)
    page = visitor.go("/readouts")
    expect(page.locator(".empty")).to_contain_text("No readout yet")
    for label, value in (("Who met", READOUT.met), ("Day", READOUT.day), ("Place", "Vell"), ("Compartment", "envoy")):
        page.get_by_label(label).fill(value)
    page.get_by_label("What was said").fill(READOUT.said)
    page.get_by_role("button", name="Keep and read").click()
    expect(page.locator("h1")).to_have_text("Readout: Arden and Bresk, Vell")
    for _ in range(240):
        page.reload()
        if page.locator(".evidence").count():
            break
        page.wait_for_timeout(250)
    expect(page.locator(".margin")).to_contain_text("agreed to a truce")
    page = visitor.go("/readouts")
    expect(page.locator("tbody tr")).to_contain_text("envoy")
    expect(page.locator("tbody .n a")).to_have_text(re.compile(r"\d+"))


@pytest.mark.parametrize(("given", "names"), [("", []), (" , ", []), ("envoy, ministers", ["envoy", "ministers"])])
def test_the_command_takes_compartments_by_commas(given: str, names: list[str]) -> None:
    assert viewer_of(given, "guest") == Viewer("guest", frozenset(names))
    assert viewer_of(None, "guest").everything
