"""HTML as a reader sees it, and what a page says of itself."""

import datetime as dt

import pytest

from goodoffices.documents import extract

PROSE = "<p>The two delegations met for the ninth time on Monday and agreed to publish the map of the crossing.</p>"


def content_of(body: str) -> str:
    return extract(
        f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>".encode(), "a"
    ).content


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("<p>One <b>two</b>\n three.</p><p>Four.</p>", "One two three.\n\nFour."),
        ("<h1>Head</h1>text<div>more</div>tail", "Head\n\ntext\n\nmore\n\ntail"),
        ("<p>One<br>two<br><br>three</p>", "One\ntwo\n\nthree"),
        ("<ul><li>One</li><li>two</li></ul>", "One\n\ntwo"),
        ("<table><tr><td>Chad</td><td>5</td></tr><tr><td>Fiji</td><td>6</td></tr></table>", "Chad\t5\n\nFiji\t6"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("ab<span>cd</span>ef", "abcdef"),
        ("a<!-- no -->b<?php no ?>c", "abc"),
        ("<p>x</p><script>no()</script><style>no</style><noscript>no</noscript><p>y</p>", "x\n\ny"),
        ('<p>x</p><p hidden>no</p><div style="display: none">no</div><p>y</p>', "x\n\ny"),
        ("&eacute;&amp;&lt;&#8220;", "é&<“"),
    ],
)
def test_visible_text_comes_in_reading_order(body: str, content: str) -> None:
    found = content_of(body)
    assert found.replace("\n\n", "\n") == content.replace("\n\n", "\n")
    if "<table" not in body:
        assert found == content


def test_entities_of_the_file_itself_are_not_followed() -> None:
    page = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY l "&x;&x;&x;">]>'
        "<html><body><p>The truce &x; &l; holds.</p></body></html>"
    )
    content = extract(page.encode(), "a.html").content
    assert "&x; &l; holds." in content


def test_a_document_without_furniture_is_read_whole() -> None:
    articles = "".join(f"<h2>Article {n}</h2><p>Short.</p><ul><li>salt</li><li>tobacco</li></ul>" for n in range(9))
    text = extract(f"<html><body>{articles}</body></html>".encode(), "a.html")
    assert text.main == ((0, len(text.content)),)


HEADS = {
    "JSON-LD": '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Talks",'
    ' "datePublished": "2010-03-25T08:00:00Z", "author": [{"name": "A. Writer"}], "publisher": {"name": "The Post"}}]}'
    "</script>",
    "meta": '<meta property="article:published_time" content="2010-03-25T08:00:00Z">'
    '<meta name="author" content="A. Writer">'
    '<meta property="og:site_name" content="The Post"><meta property="og:title" content="Talks">',
}


@pytest.mark.parametrize("where", HEADS)
def test_a_page_is_taken_at_its_word(where: str) -> None:
    head = f"<title>x</title>{HEADS[where]}"
    text = extract(f"<html><head>{head}</head><body>{PROSE}</body></html>".encode(), "a.html")
    assert (text.title, text.author, text.publisher) == ("Talks", "A. Writer", "The Post")
    assert text.dated is not None
    assert text.dated.earliest == dt.date(2010, 3, 25)
    assert where in text.dated.basis


def test_the_time_of_the_article_is_taken_and_that_of_another_is_not() -> None:
    other = '<aside><article><time datetime="2025-05-19">May</time></article></aside>'
    own = f'<article><h1>Talks</h1><time datetime="2010-03-25">then</time>{PROSE}</article>'
    dated = extract(f"<html><body>{other}{own}</body></html>".encode(), "a.html").dated
    assert dated is not None
    assert dated.earliest == dt.date(2010, 3, 25)
    assert "<time>" in dated.basis
    assert extract(f"<html><body>{other}<article>{PROSE}</article></body></html>".encode(), "a.html").dated is None


@pytest.mark.parametrize(
    "script", ["{", "[" * 5000, '{"@type": 5}', '{"@type": "Article", "datePublished": {}, "author": 7}', "null", '"x"']
)
def test_broken_self_descriptions_count_as_absent(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    text = extract(f"<html><head>{head}</head><body>{PROSE}</body></html>".encode(), "a.html")
    assert text.dated is None
    assert text.author == ""


def test_half_a_character_in_a_self_description_is_replaced() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "headline": "a\\ud800b"}</script>'
    text = extract(f"<html><head>{head}</head><body>{PROSE}</body></html>".encode(), "a.html")
    assert text.title == "a\ufffdb"
