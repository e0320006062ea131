"""Where words were used before: who, when, what was changed, how it drifted, what became of it."""

from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import expect

from goodoffices import Case

from .conftest import entered
from .serving import Visit

# Fictional, as all texts of the tests are.
NOTES = {
    "first": "Lakes\n\n3 May 2030\n\nThe Conference called on Arden to open the ferry within two months.\n",
    "second": "Lakes\n\n3 June 2031\n\nThe Conference called on Arden to open the ferry without delay.\n",
    "third": "Fish\n\n3 July 2031\n\nThe fish of the lakes are counted every year by both sides.\n",
}
CLAIMS = """version: 1
claims:
- document: first.txt
  quote: called on Arden to open the ferry within two months
  valid: 2030-05-03
  content: {kind: provision, act: open the ferry, addressees: [arden], force: agreed,
    deadline: {within: P2M, of: 2030-05-03}}
"""


def noted(case: Case, folder: Path) -> Case:
    for name, text in NOTES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    case.add([folder / f"{name}.txt" for name in NOTES], by="test")
    claims = folder / "claims.yaml"
    claims.write_text(CLAIMS, encoding="utf-8")
    assert not case.enter(claims, by="test").refused
    return case


def test_a_passage_leads_to_the_earlier_uses_of_its_wording_and_shows_how_it_drifted(
    empty: Case, tmp_path: Path, visit: Visit
) -> None:
    page = visit(noted(empty, tmp_path)).go("/search?q=delay&as_of=2031-07-10")
    page.locator(".source a").first.click()
    expect(page.locator("h1")).to_have_text("Lakes")
    page.go_back()
    page.get_by_role("link", name="Where else").click()
    expect(page.locator(".uses > li")).to_have_count(2)
    earlier = page.locator(".uses > li").nth(1)
    expect(earlier.locator("del", has_text="without delay")).to_have_count(1)
    expect(earlier).to_contain_text("3 May 2030")
    expect(earlier.locator(".became")).to_contain_text("overdue")
    steps = page.locator(".drift > li")
    expect(steps.nth(0)).to_contain_text("open the ferry")
    expect(steps.nth(1).locator("ins", has_text="without delay")).to_have_count(1)


def test_a_draft_is_sought_without_a_script(empty: Case, tmp_path: Path, visit: Visit) -> None:
    page = visit(noted(empty, tmp_path), java_script_enabled=False).go("/wording?as_of=2031-07-10")
    page.get_by_label("A phrase, or a draft paragraph").fill("calls on Bresk to open the ferry within two months")
    page.get_by_role("button", name="Where was it used?").click()
    nearest = page.locator(".uses > li").first
    expect(nearest.locator("del", has_text="Bresk")).to_have_count(1)
    expect(nearest.locator("ins", has_text="Arden")).to_have_count(1)
    assert "draft=" in page.url
    assert "as_of=2031-07-10" in page.url


def test_what_cannot_be_sought_is_said(empty: Case, tmp_path: Path) -> None:
    client = entered(noted(empty, tmp_path))
    assert "No document has half of these words" in client.get("/wording?draft=zebra crossing&as_of=2031-07-10").text
    for draft, rule in ((quote("?!"), "sought by words"), ("a" * 4001, "at most 4,000 characters")):
        answer = client.get(f"/wording?draft={draft}&as_of=2031-07-10")
        assert answer.status_code == 400
        assert rule in answer.text
