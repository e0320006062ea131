"""Texts for the tests of reading: written ones, and the seeds where they are at hand."""

from pathlib import Path

import pytest

from goodoffices.vocabulary.text import Text

SHARED = Path(__file__).parents[2].parent / "shared"


def text(content: str, *main: tuple[int, int]) -> Text:
    """A text of these words; all of it is main unless spans are given."""
    return Text(blob="", recipe="test/1", content=content, main=main or ((0, len(content)),))


def seed(name: str, first: str, last: str) -> Text:
    """A seed document, its main span from the last place of `first` to the end of `last`; skips where it is absent."""
    path = SHARED / "cases" / "seeds" / name
    if not path.exists():
        pytest.skip(f"the seed documents are not at {path.parent}")
    content = path.read_text(encoding="utf-8")
    return text(content, (content.rfind(first), content.rfind(last) + len(last)))


def seed_1() -> Text:
    """The analysis full of site navigation."""
    return seed(
        "000_817af5a6f8f16122.txt",
        "On March 19, 2010, the Quartet, established in 2002",
        "acting on that impulse with remarkable skill.",
    )


def seed_2() -> Text:
    """The news item without a date."""
    return seed("004_5902d120dbaa25c6.txt", "Moscow Calls for", "expired on December 1.")
