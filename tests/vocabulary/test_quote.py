"""Quotes: `text[start:end] == exact`, found once or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.errors import BadQuote
from goodoffices.vocabulary.quote import find_quote, quote


@given(st.text(min_size=1), st.data())
def test_a_quote_holds_in_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = quote("d", text, start, end)
    assert found.holds_in(text)
    assert text[start - len(found.prefix) : end + len(found.suffix)] == found.prefix + found.exact + found.suffix


def test_a_quote_does_not_hold_where_the_text_was_changed() -> None:
    found = quote("d", "The talks resume.", 4, 9)
    assert not found.holds_in("The truce resumes.")


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (2, 99), (5, 2)])
def test_a_quote_outside_its_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(BadQuote):
        quote("d", "a text", start, end)


def test_words_are_found_where_they_stand() -> None:
    assert find_quote("d", "Both sides met. One left.", "One left").start == 16


@pytest.mark.parametrize("words", ["", "nobody", "talks"])
def test_words_that_are_missing_or_ambiguous_are_refused(words: str) -> None:
    with pytest.raises(BadQuote):
        find_quote("d", "talks about talks", words)


def test_overlap_needs_the_same_document() -> None:
    text = "one two three"
    assert quote("a", text, 0, 7).overlaps(quote("a", text, 4, 13))
    assert not quote("a", text, 0, 7).overlaps(quote("b", text, 4, 13))
    assert not quote("a", text, 0, 4).overlaps(quote("a", text, 4, 13))
