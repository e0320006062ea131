"""The page as text: what it escapes, what it links, what its policy allows."""

import base64
import datetime as dt
import hashlib
import re
from importlib import resources
from typing import get_args

import pytest
from lxml import html as lxml_html
from msgspec.structs import replace

from goodoffices.briefs import Brief, Finding, Footnote, Item, Section, Side, html
from goodoffices.briefs.marks import MARKS
from goodoffices.tracking import State

from .sample import sample

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "'; } * { display: none } /*",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "</title><svg onload=alert(1)>",
    '\\"; } body::after { content: "x',
    "‮txt.exe",
]


def hostile(words: str) -> Brief:
    """A brief in which every text is `words`."""
    side = Side(words=words, source=words, quote=words, notes=(1,))
    item = Item(
        words=words, state=words, mark=words, when=words, parties=(words,), notes=(1,), detail=(words,), sides=(side,),
        ruling=words,
    )  # fmt: skip
    return Brief(
        title=words,
        case=words,
        as_of=dt.date(2031, 9, 1),
        as_known=words,
        prepared_at=dt.datetime(2031, 9, 1, tzinfo=dt.UTC),
        prepared_by=words,
        coverage=words,
        findings=(Finding(label=words, words=words, count=1, notes=(1,), mark=words, to="s"),),
        sections=(Section(id="s", title=words, lead=words, items=(item,)), Section(id="e", title=words, empty=words)),
        footnotes=(
            Footnote(number=1, title=words, publisher=words, dated=words, quote=words, prefix=words, address=words),
        ),
        language=words,
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words_wherever_they_stand(words: str) -> None:
    page = lxml_html.document_fromstring(html(hostile(words)))
    assert not page.xpath("//script | //img | //iframe | //object | //*[@onload or @onerror]")
    assert page.xpath("string(//h1)") == words
    assert page.xpath("string(//mark)") == words
    assert not [href for href in page.xpath("//a/@href") if not href.startswith("#")]
    assert len(page.xpath("//style")) == 1


def test_the_policy_allows_the_one_style_sheet_by_its_hash_and_nothing_else() -> None:
    text = html(sample())
    style = re.search(r"<style>(.*?)</style>", text, re.S)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert "style=" not in text
    assert "unsafe" not in text


def test_every_link_within_the_page_finds_its_place_and_no_id_is_given_twice() -> None:
    page = lxml_html.document_fromstring(html(sample()))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_only_addresses_of_the_web_become_links() -> None:
    page = lxml_html.document_fromstring(html(sample()))
    outside = [href for href in page.xpath("//a/@href") if not href.startswith("#")]
    assert outside
    assert all(href.startswith("https://") for href in outside)
    assert "javascript:alert(1)" in page.text_content()


def test_a_number_without_a_footnote_is_not_shown() -> None:
    brief = replace(sample(), footnotes=())
    page = lxml_html.document_fromstring(html(brief))
    assert not page.xpath("//a[@class='ref']")
    assert "No source is cited." in page.text_content()


def test_proposals_and_open_contradictions_say_so_in_words() -> None:
    text = lxml_html.document_fromstring(html(sample())).text_content()
    assert "proposed, not reviewed" in text
    assert "Open: nobody has ruled." in text
    assert "alleged broken (by Belmark)" in text


def test_every_state_of_tracking_has_a_mark_of_its_own_word() -> None:
    assert set(get_args(State)) <= set(MARKS)


def test_the_same_brief_always_gives_the_same_page() -> None:
    assert html(sample()) == html(sample())


def test_the_style_sheet_knows_no_left_or_right_and_fetches_nothing() -> None:
    sheet = (resources.files("goodoffices.briefs") / "templates" / "brief.css").read_text(encoding="utf-8")
    physical = re.findall(r"(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)|float:", sheet)
    assert physical == []
    assert "url(" not in sheet
    assert "@import" not in sheet
