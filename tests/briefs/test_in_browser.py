"""The page in a real browser: nothing fetched, nothing in the way, both ways between number and source, A4 in print."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from goodoffices.briefs import html

from .sample import sample
from .test_page import HOSTILE, hostile


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator["Opened"]:
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    yield Opened(page, tmp_path)
    page.close()


class Opened:
    """A page, what it asked for beyond itself, and what it complained of."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))

    def show(self, text: str) -> Page:
        path = self.folder / "brief.html"
        path.write_text(text, encoding="utf-8")
        self.page.goto(path.as_uri())
        return self.page


def test_nothing_is_fetched_and_nothing_complains(opened: Opened) -> None:
    page = opened.show(html(sample()))
    page.wait_for_load_state("networkidle")
    assert opened.requests == [page.url]
    assert opened.complaints == []


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_neither_run_nor_change_how_the_page_looks(opened: Opened, words: str) -> None:
    page = opened.show(html(hostile(words)))
    page.wait_for_load_state("networkidle")
    assert len(opened.requests) == 1
    assert opened.complaints == []
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.body, '::after').content") == "none"


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [320, 400, 1280])
def test_no_width_needs_sideways_scrolling(opened: Opened, width: int, direction: str) -> None:
    opened.page.set_viewport_size({"width": width, "height": 900})
    page = opened.show(html(sample(direction)))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_number_leads_to_its_source_and_back(opened: Opened) -> None:
    page = opened.show(html(sample()))
    reference = page.locator(".findings a.ref").first
    place = reference.get_attribute("id")
    reference.click()
    assert page.url.endswith("#n1")
    assert page.locator("#n1 blockquote").is_visible()
    page.locator("#n1 a.back").first.click()
    assert page.url.endswith(f"#{place}")
    assert page.locator(f"#{place}").is_visible()


def test_a_count_opens_its_rows(opened: Opened) -> None:
    page = opened.show(html(sample()))
    page.locator(".count a").nth(1).click()
    assert page.url.endswith("#m-crews")
    assert page.locator("#m-crews").evaluate("e => e.getBoundingClientRect().top") < 1000


@pytest.mark.parametrize(
    ("scheme", "ink", "paper"),
    [("light", "rgb(27, 36, 48)", "rgb(251, 250, 247)"), ("dark", "rgb(230, 228, 221)", "rgb(20, 24, 30)")],
)
def test_the_page_follows_the_scheme(
    browser: Browser, tmp_path: Path, scheme: Literal["light", "dark"], ink: str, paper: str
) -> None:
    page = browser.new_page(color_scheme=scheme)
    Opened(page, tmp_path).show(html(sample()))
    found = page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    page.close()
    assert found == [ink, paper]


def test_quotations_are_at_most_62_characters_wide(opened: Opened) -> None:
    page = opened.show(html(sample()))
    zeros = (
        "e => { e.textContent = '0'.repeat(62); e.style.display = 'inline'; return e.getBoundingClientRect().width }"
    )
    quotations = page.locator(".notes blockquote")
    widest = max(quotations.nth(n).bounding_box()["width"] for n in range(quotations.count()))  # type: ignore[index]
    assert widest <= quotations.first.evaluate(zeros) + 1


def test_an_arabic_quotation_runs_from_right_to_left(opened: Opened) -> None:
    page = opened.show(html(sample()))
    arabic = page.locator("blockquote", has_text="المحادثات").first
    assert arabic.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator("blockquote").first.evaluate("e => getComputedStyle(e).direction") == "ltr"


def test_the_printed_page_is_a4_and_shows_no_ways_back(opened: Opened) -> None:
    page = opened.show(html(sample()))
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", printed)
    assert boxes
    assert all((round(float(w)), round(float(h))) == (595, 842) for w, h in boxes)
    page.emulate_media(media="print")
    assert not page.locator("a.back").first.is_visible()
    assert page.locator("#sources blockquote").first.is_visible()
