"""What is sought in: passages of a text's main spans, about a paragraph each. A function of the text alone."""

import re
from collections.abc import Iterator

from goodoffices.vocabulary.text import Span, Text

SHORTEST, LONGEST = 240, 960  # code points; what is sought together stands together, and a quote is read in one glance

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_INK = re.compile(r"[^\W_]")
_STOP = r"[.!?…؟。][\"'”’)\]»]*"
# Where a long paragraph is cut, the best place first: a sentence ends with its line, a sentence, a line, a word.
_CUTS = tuple(re.compile(rf"{place}(?=\S)") for place in (rf"{_STOP}[^\S\n]*\n\s*", rf"{_STOP}\s+", r"\n\s*", r"\s+"))


def passages(text: Text) -> Iterator[Span]:
    """The passages, in order: they share nothing, and hold every letter and digit of the main spans."""
    for start, end in text.main:
        for first, last in _paragraphs(text.content, start, end):
            for one in _pieces(text.content, first, last):
                if _INK.search(text.content, *one):
                    yield one


def _paragraphs(content: str, start: int, end: int) -> Iterator[Span]:
    """Paragraphs, one too short to be read alone (a heading, an item) together with the next."""
    first = start
    for blank in _BLANK.finditer(content, start, end):
        if blank.start() - first >= SHORTEST:
            yield _trimmed(content, first, blank.start())
            first = blank.end()
    if first < end:
        yield _trimmed(content, first, end)


def _pieces(content: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        cut = _cut(content, start, end)
        yield _trimmed(content, start, cut)
        start = cut
    yield _trimmed(content, start, end)


def _cut(content: str, start: int, end: int) -> int:
    for place in _CUTS:
        cut = 0
        for found in place.finditer(content, start + SHORTEST, start + LONGEST):
            cut = found.end()
        if cut:
            return cut
    return start + LONGEST


def _trimmed(content: str, start: int, end: int) -> Span:
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return start, end
