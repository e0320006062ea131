"""What holds of every extraction, whatever the bytes are."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.documents import RECIPES, Limits, extract
from goodoffices.errors import BadArgument, BadDocument
from goodoffices.vocabulary.text import Text
from tests.documents.shapes import as_good_html, as_saved_text, as_soup, written

SLOW_IS_ALLOWED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SOURCES = [shape(written(name)).encode() for name in ("news_site", "arabic") for shape in (as_good_html, as_soup)]
PIECES = """<p> </p> <div > <!-- --> <script> </script> <table><tr><td> </html> &#xD800; &#0; <![CDATA[ ]]> <pre> <br>
    <a=href=" " <title> \x00 é שלום word . <time/datetime=9>"""
MARKUP = st.sampled_from([*PIECES.split(), " ", "\n", ". "])


def whole(text: Text, content: bytes) -> None:
    """Asserts what every Text keeps to."""
    assert text.recipe in RECIPES.values()
    assert "\r" not in text.content
    assert "\x00" not in text.content
    text.content.encode("utf-8")  # no lone surrogates
    assert text.main
    before = -1
    for start, end in text.main:
        assert before < start < end <= len(text.content)
        assert text.content[start:end].strip() == text.content[start:end]
        before = end
    assert len(text.blob) == 64


@SLOW_IS_ALLOWED
@given(st.binary(max_size=3000), st.sampled_from(["a.txt", "a.html", "a", "a.pdf"]))
def test_any_bytes_become_a_text_or_are_refused(content: bytes, name: str) -> None:
    try:
        text = extract(content, name)
    except BadDocument:
        return
    whole(text, content)


@SLOW_IS_ALLOWED
@given(st.text(max_size=2000))
def test_any_text_keeps_its_characters_but_for_newlines_and_what_cannot_be_kept(said: str) -> None:
    content = said.encode("utf-8", "replace")
    try:
        text = extract(content, "a.txt")
    except BadDocument:
        return
    whole(text, content)
    if text.recipe != RECIPES["html"] and not text.notes:
        assert "".join(text.content.split()) == "".join(content.decode().split())


@SLOW_IS_ALLOWED
@given(st.sampled_from(SOURCES), st.lists(st.tuples(st.integers(0, 6000), st.integers(0, 400), MARKUP), max_size=8))
def test_broken_html_is_read_or_refused(source: bytes, cuts: list[tuple[int, int, str]]) -> None:
    broken = source
    for at, length, put in cuts:
        broken = broken[:at] + put.encode() + broken[at + length :]
    try:
        text = extract(broken, "a.html")
    except BadDocument:
        return
    whole(text, broken)
    assert extract(broken, "a.html") == text


@SLOW_IS_ALLOWED
@given(st.lists(MARKUP, max_size=60))
def test_heaps_of_tags_are_read_or_refused(pieces: list[str]) -> None:
    try:
        text = extract(f"<html>{''.join(pieces)}".encode(), "a.html")
    except BadDocument:
        return
    whole(text, b"")


@pytest.mark.parametrize("shape", [as_saved_text, as_good_html, as_soup])
def test_the_same_bytes_give_the_same_text(shape: object) -> None:
    assert callable(shape)
    content = shape(written("institute")).encode()
    assert extract(content, "a") == extract(content, "a")


def test_a_file_over_the_limit_is_refused_with_its_size() -> None:
    with pytest.raises(BadDocument, match="101 bytes"):
        extract(b"a" * 101, "a.txt", limits=Limits(max_bytes=100))
    assert extract(b"a" * 100, "a.txt", limits=Limits(max_bytes=100)).content == "a" * 100


def test_limits_that_hold_nothing_are_refused() -> None:
    with pytest.raises(BadArgument):
        Limits(max_bytes=0)


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf", b"<html><body></body></html>"])
def test_a_file_without_words_is_refused(content: bytes) -> None:
    with pytest.raises(BadDocument):
        extract(content, "a.txt")


@pytest.mark.parametrize(
    "content",
    [
        b"The parties agreed to talk. " * 700_000,
        b"a" * 20_000_000,
        b"The parties agreed.\n" * 1_000_000,
        b"ab\n" * 3_000_000,
    ],
    ids=["one line", "one word", "a million lines", "three million short lines"],
)
def test_huge_texts_are_read_whole(content: bytes) -> None:
    text = extract(content, "a.txt")
    assert text.main == ((0, len(content.rstrip())),)


@pytest.mark.parametrize("depth", [300, 1500])
def test_deep_html_is_read(depth: int) -> None:
    page = (
        b"<html><body>" + b"<div>" * depth + b"<p>The truce holds.</p>" + b"</div>" * depth + b"<p>After it.</p></body>"
    )
    assert extract(page, "a.html").content == "The truce holds.\n\nAfter it."


@pytest.mark.parametrize("tag", [b"<div>", b"<b>", b"<table><tr><td>"])
def test_html_nested_too_deep_is_read_up_to_there_with_a_note(tag: bytes) -> None:
    text = extract(b"<html><body><p>The truce holds.</p>" + tag * 50_000 + b"lost", "a.html")
    assert text.content == "The truce holds."
    assert any("too deep" in note for note in text.notes)
    with pytest.raises(BadDocument, match="too deep"):
        extract(b"<html><body>" + tag * 50_000 + b"lost", "a.html")


def test_an_address_is_only_named_never_opened() -> None:
    page = b"<html><head><title>Talks</title></head><body><p>The truce holds since Monday morning.</p></body></html>"
    assert extract(page, "a.html", url="https://example.org/talks").publisher == "example.org"
