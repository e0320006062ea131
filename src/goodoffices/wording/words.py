"""Words of a text with their places, folded as search folds them, so that case and marks do not hide that they are the
same.
"""

from msgspec import Struct

from goodoffices.vocabulary.folding import folded


class Word(Struct, frozen=True):
    """A word: folded, and where it stands (code points of its text)."""

    folded: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order. Numbers are words; punctuation is none."""
    return tuple(Word(word, start, end) for word, (start, end) in folded(text).words())
