"""Words of a text with their places, folded so that case, marks and apostrophes do not hide that they are the same."""

import re
import unicodedata

from msgspec import Struct

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Word(Struct, frozen=True):
    """A word: folded, and where it stands (code points of its text)."""

    folded: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order. Numbers are words; punctuation is none."""
    return tuple(Word(fold(text[slice(*m.span())]), *m.span()) for m in _WORD.finditer(_marked(text)))


def fold(word: str) -> str:
    """Lower case, without marks on letters (accents, Arabic vowels, Hebrew points), with one kind of apostrophe."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'").replace("ـ", ""))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _marked(text: str) -> str:
    """`text`, as long as it is, with marks that stand alone seen as letters, so that they do not part a word."""
    return "".join("x" if unicodedata.combining(c) else c for c in text) if not text.isascii() else text
