"""Passages: the sentences of a document, each with who is named in it and when the document is from."""

import re
from collections.abc import Iterator

from msgspec import Struct

from goodoffices.reading import sentences
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Text
from goodoffices.vocabulary.when import When

LEAST = 4  # words; less says nothing of anybody
_LEADERS = re.compile(r"\.{5,}|(?:\. ){5,}|_{5,}")  # a line of a table of contents, or of a form


class Passage(Struct, frozen=True):
    """Words at [start, end) of a document's text. dated: of the document, None where nobody knows; parties: ids."""

    document: str
    start: int
    end: int
    words: str
    dated: When | None = None
    parties: tuple[str, ...] = ()


def cut(text: Text, document: str, dated: When | None = None, reading: Reading | None = None) -> Iterator[Passage]:
    """The sentences of the main text that can say something, in order; parties as `reading` has them."""
    named = reading.actors if reading else ()
    for start, end in sentences.split(text):
        words = " ".join(text.content[start:end].split())
        if len(words.split()) < LEAST or _LEADERS.search(words):
            continue
        inside = dict.fromkeys(m.party for m in named if start <= m.quote.start and m.quote.end <= end)
        yield Passage(document, start, end, words, dated, tuple(inside))
