"""The workbench walked in a real browser: keyboard, dates, both ways between claim and sentence, hostile words."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from goodoffices import Case

from .serving import FERRY, Visit

SHARED = Path(__file__).parents[3] / "shared"
SEEDS = SHARED / "cases" / "seeds"
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)//{{7*7}}",
)


def reviewing(case: Case, folder: Path, count: int) -> None:
    """A document of which `count` proposals wait."""
    months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
    days = [f"The Lakes Conference met in Vell on {day} {month} 2030." for month in months for day in range(1, 29)]
    days += [day.replace("Vell", "Torun").replace("2030", "2031") for day in days]
    words = " ".join(days[: count + 20])
    path = folder / "meetings.txt"
    path.write_text(f"Meetings\n\n1 July 2030\n\n{words}\n", encoding="utf-8")
    case.add([path], by="test")
    case.read(by="test")


def test_300_proposals_are_reviewed_without_the_mouse_one_key_each(empty: Case, tmp_path: Path, visit: Visit) -> None:
    reviewing(empty, tmp_path, 300)
    waiting = empty.at().count(states={"proposed"})
    assert waiting >= 300
    page = visit(empty).go("/review")
    keys = 0
    while keys < 300:
        page.wait_for_selector("[data-review] li.current")
        first, here = first_of(page), page.locator("[data-review] > li").count()
        for _ in range(min(here, 300 - keys)):
            page.keyboard.press("r" if keys % 10 == 9 else "a")
            keys += 1
        if keys < 300:  # the next proposals follow by themselves
            expect(page.locator(f"[data-claim='{first}']")).to_have_count(0)
    expect(page.locator("[data-waiting]")).to_have_text(str(waiting - 300))
    counts = {state: empty.at().count(states={state}) for state in ("accepted", "rejected")}
    assert counts == {"accepted": 270, "rejected": 30}
    assert keys / sum(counts.values()) <= 2


def first_of(page: Page) -> str:
    return str(page.locator("[data-review] > li").first.get_attribute("data-claim"))


def test_every_key_does_what_the_list_of_keys_says(note: Case, visit: Visit) -> None:
    visitor = visit(note)
    page = visitor.go("/review")
    first, second = (page.locator("[data-review] > li").nth(n) for n in (0, 1))
    claim = str(first.get_attribute("data-claim"))
    page.keyboard.press("j")
    expect(second).to_have_class("current")
    page.keyboard.press("k")
    expect(first).to_have_class("current")
    page.keyboard.press("a")
    expect(first).to_have_class("judged")
    expect(second).to_have_class("current")
    page.keyboard.press("u")
    expect(first).to_have_class("current")
    expect(first.locator("[data-verdict]")).to_contain_text("proposed")
    assert note.at().claim(claim).state == "proposed"
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("a")  # not while the list of keys is open
    page.keyboard.press("Escape")
    assert note.at().claim(claim).state == "proposed"
    page.keyboard.press("e")
    expect(page).to_have_url(re.compile(r"/amend\?id="))
    page.get_by_role("textbox").first.press("a")  # an input takes letters
    page.go_back()
    page.wait_for_selector("li.current")
    page.keyboard.press("o")
    expect(page).to_have_url(re.compile(r"/document\?id=.*#s-\d+"))
    assert page.evaluate("document.querySelector('.evidence:target').textContent")


def test_a_sentence_shows_its_claim_and_a_claim_its_sentence_with_and_without_a_script(
    note: Case, visit: Visit
) -> None:
    document = note.at().documents()[0].id
    for scripted in (True, False):
        page = visit(note, java_script_enabled=scripted).go(f"/document?id={document}")
        sentence = page.locator(".evidence", has_text="met in Vell").first
        sentence.click()
        assert "#c-" in page.url
        expect(page.locator(".margin li:target")).to_contain_text("met in Vell")
        page.locator(".margin .to-words", has_text="agreed to a truce").first.click()
        assert "#s-" in page.url
        expect(page.locator(".evidence:target")).to_contain_text("Arden and Bresk")


def test_moving_the_dates_changes_page_and_address_and_is_announced(sample: Case, visit: Visit) -> None:
    page = visit(sample).go("/matter?id=fortnightly-meetings&as_of=2010-10-15&published_by=2010-10-15")
    expect(page.locator(".standing .state")).to_contain_text("open")
    page.get_by_label("Published by").fill("2010-11-30")
    page.get_by_label("Published by").dispatch_event("change")
    expect(page.locator(".standing .state")).to_contain_text("suspended")
    expect(page.locator("#said")).to_contain_text("published by 30 November 2010")
    assert "published_by=2010-11-30" in page.url
    page.get_by_label("As of").fill("2010-09-10")
    page.get_by_label("As of").dispatch_event("change")
    expect(page.locator("#said")).to_contain_text("as of 10 September 2010")
    assert "as_of=2010-09-10" in page.url
    page.go_back()
    expect(page.locator(".standing .state")).to_contain_text("suspended")


def test_a_conflict_is_ruled_with_the_keyboard_and_the_ruling_taken_back(sample: Case, visit: Visit) -> None:
    conflict = next(c for c in sample.contradictions() if c.is_open)
    page = visit(sample).go(f"/conflict?id={quote(conflict.id)}")
    page.locator("input[name=follows]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("The minutes name the day.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".reason")).to_contain_text("test: The minutes name the day.")
    page.get_by_role("button", name="Take the ruling back").click()
    expect(page.locator(".ruling")).to_be_visible()


def test_documents_are_added_read_in_the_background_reviewed_and_told_in_a_brief(
    empty: Case, tmp_path: Path, visit: Visit
) -> None:
    visitor = visit(empty)
    page = visitor.go("/documents")
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".outcome")).to_contain_text("The Lakes Conference on the ferry")
    page = visitor.go("/documents")
    expect(page.locator("tbody tr .n a")).to_have_text(re.compile(r"\d+"), timeout=60_000)
    page = visitor.go("/review")
    for _ in range(page.locator("[data-review] > li").count()):
        page.keyboard.press("a")
    expect(page.locator("[data-empty]")).to_be_visible()
    page = visitor.go("/commitments?as_of=2030-06-20")
    expect(page.locator(".rows")).to_contain_text("open the ferry")
    page = visitor.go("/briefs?as_of=2030-06-20")
    page.get_by_label("Title").fill("The ferry")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator("h1")).to_have_text("The ferry")
    expect(page.locator("#sources")).to_contain_text("agreed to a truce")


def test_what_was_waiting_to_be_read_goes_on_after_the_workbench_is_started_again(
    empty: Case, tmp_path: Path, visit: Visit
) -> None:
    from goodoffices.desk.intake.waiting import Waiting

    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    (document,) = empty.add([path], by="test").documents
    Waiting(empty.record.store.path).put([document.id])  # as a workbench that was killed leaves it
    page = visit(empty).go("/documents")
    expect(page.locator("tbody tr .n a")).to_have_text(re.compile(r"\d+"), timeout=60_000)
    assert Waiting(empty.record.store.path).ids() == []


@pytest.mark.skipif(not SHARED.exists(), reason="third-party texts are not here (../shared)")
def test_the_two_seeds_are_added_read_and_shown_with_their_evidence(empty: Case, visit: Visit) -> None:
    visitor = visit(empty)
    page = visitor.go("/documents")
    page.locator("input[type=file]").set_input_files(sorted(SEEDS.glob("*.txt")))
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".outcome li")).to_have_count(2)
    page = visitor.go("/documents")
    expect(page.locator("tbody tr .n a")).to_have_count(2, timeout=120_000)
    for document in empty.at().documents():
        page = visitor.go(f"/document?id={document.id}")
        assert page.locator(".evidence").count() > 5
    page = visitor.go("/meeting?proposals=1")
    assert page.locator("select[name=party] option").count() > 2


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_titles_texts_names_and_file_names_stay_text(
    empty: Case, tmp_path: Path, visit: Visit, words: str
) -> None:
    said = FERRY.replace("on the ferry", words).replace("in Vell", f"in Vell {words}")
    (document,) = empty.add_contents([(f"{words}.txt", said.encode())], by=words).documents
    empty.read(by=words)
    empty.review(accept=[r.claim.id for r in empty.at().claims()], by=words)
    visitor = visit(empty)
    claim = quote(empty.at().claims()[0].claim.id)
    paths = ["/today", "/documents", "/timeline", "/claims", "/log", "/meeting", "/commitments", "/terms"]
    paths += [f"/document?id={document.id}", f"/claim?id={claim}", f"/amend?id={claim}", f"/review?kind={quote(words)}"]
    paths += [f"/log?subject={quote(words)}", f"/brief?heading={quote(words)}", f"/claim?id={quote(words)}"]
    for path in paths:
        page = visitor.page
        page.goto(visitor.served.address + path + ("&" if "?" in path else "?") + "as_of=2030-06-20")
        assert page.locator("h1").is_visible(), path
        assert page.locator("main script, main img, main svg[onload]").count() == 0, path
    visitor.complaints = [c for c in visitor.complaints if "404 (Not Found)" not in c]  # the claim that is none
    assert words in visitor.go(f"/document?id={document.id}").locator("h1, .text").all_inner_texts()[0]


def test_a_page_prints_on_a4_without_controls_and_with_its_dates(sample: Case, visit: Visit) -> None:
    page = visit(sample).go("/meeting?party=isr&as_of=2010-10-15")
    printed = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", printed)
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {(595, 842)}
    page.emulate_media(media="print")
    for control in (".pages", ".glass", "button", ".cite"):
        assert not page.locator(control).first.is_visible()
    expect(page.locator(".colophon")).to_contain_text("as of 15 October 2010")


def test_settings_change_language_and_name(sample: Case, visit: Visit) -> None:
    visitor = visit(sample)
    page = visitor.go("/settings")
    page.locator("select[name=language]").select_option("he")
    page.locator("section", has=page.locator("select[name=language]")).get_by_role("button").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".pages [aria-current]")).to_have_text("הגדרות")
    page.locator("input[name=name]").fill("Dana")
    page.locator("section", has=page.locator("input[name=name]")).get_by_role("button").click()
    page.wait_for_load_state()
    assert visitor.served.bench.by == "Dana"
