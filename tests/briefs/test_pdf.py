"""The brief as PDF: its words are text, whatever they look like."""

import sys

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goodoffices.briefs import Brief, Finding
from goodoffices.briefs.lettered import leftward, lettered
from goodoffices.briefs.pdf import pdf
from goodoffices.errors import MissingExtra

from .sample import sample
from .test_page import HOSTILE, hostile

MARKUP = [
    "#panic()",
    "*bold* _em_ $x^2$",
    "= Heading",
    '#read("/etc/passwd")',
    "@label <label>",
    "\\u{41}",
    "// x",
    "```",
]


def pages(file: bytes) -> list[str]:
    read = pypdfium2.PdfDocument(file)
    return [page.get_textpage().get_text_range() for page in read]


def bare(text: str) -> str:
    """Without spaces. The library that reads takes a hyphen at the end of a line for hyphenation and writes U+FFFE in
    its place; the setting never hyphenates, so that there the hyphen is one of the words.
    """
    return "".join(text.replace("\ufffe", "-").split())


def test_every_page_bears_the_dates_and_the_entry_of_the_record() -> None:
    brief = sample()
    for page in pages(pdf(brief)):
        assert "as of 1 September 2031" in page
        assert "published by any day" in page
        assert brief.as_known in page


def test_every_row_and_every_cited_source_is_there_in_its_words() -> None:
    brief = sample()
    text = bare("".join(pages(pdf(brief))))
    for section in brief.sections:
        for item in section.items:
            assert bare(item.words) in text
    latin = [note.quote for note in brief.footnotes if note.quote.isascii()]
    assert latin
    assert all(bare(quote) in text for quote in latin)


@pytest.mark.parametrize("words", [*HOSTILE[:8], *MARKUP])
def test_hostile_words_compile_and_stay_words(words: str) -> None:
    assert bare(words) in bare("".join(pages(pdf(hostile(words)))))


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40))
def test_arbitrary_words_come_out_as_they_went_in(words: str) -> None:
    assert bare(words) in bare("".join(pages(pdf(short(words)))))


def test_what_ends_in_a_hyphen_comes_out_as_it_went_in() -> None:
    assert "LA-" in bare("".join(pages(pdf(short("A-")))))


@pytest.mark.parametrize("before", range(60, 100))
def test_no_line_ends_at_the_hyphen_of_a_word_so_that_copying_keeps_it(before: int) -> None:
    filled = "nnn" + " in" * (before // 3) + "n" * (before % 3)
    (text,) = pages(pdf(short(f"{filled} called for a cease-fire at once")))
    assert "cease-fire" in text


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_the_setting(words: str) -> None:
    assert pages(pdf(short(words)))


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert pdf(sample()) == pdf(sample())


def test_without_typst_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra, match=r"goodoffices\[pdf\]"):
        pdf(sample())


def test_a_quotation_runs_in_the_direction_of_its_first_letter() -> None:
    assert leftward("«يؤكد» and more")
    assert leftward("12 שלום")
    assert not leftward("12 words and שלום")
    assert not leftward("")


def test_what_no_page_can_carry_is_replaced_visibly() -> None:
    assert lettered("a\x00b\ud800c\nd") == "a\ufffdb\ufffdc\nd"


def short(words: str) -> Brief:
    return replace(sample(), findings=(Finding(label="L", words=words),), sections=(), footnotes=())
