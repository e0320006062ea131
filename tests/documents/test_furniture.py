"""The word list of page furniture."""

import pytest

from goodoffices.documents.blocks import Block
from goodoffices.documents.furniture import furniture_of, lexicon


def kind_of(line: str) -> str:
    return furniture_of(Block(line, 0, len(line)))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("  • Home".strip(), "label"),
        ("Share (12)", "label"),
        ("Home | Search | Contact", "label"),
        ("Photo: A. Nobody", "label"),
        ("We use cookies to give you the best experience on our site.", "notice"),
        ("Related publications", "aside"),
        ("You may also like these", "aside"),
        ("12 Comments", "end"),
        ("© 2019 The Courier", "end"),
    ],
)
def test_furniture_is_known_by_its_words(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "The parties shall share the cost of the crossing.",
        "Popular Front of the Valley",
        "Latest proposals of the mediator",
        "Related provisions of the treaty shall remain in force.",
        "1. Requests the Secretary-General to report;",
    ],
)
def test_words_of_documents_are_no_furniture(line: str) -> None:
    assert kind_of(line) == ""


def test_every_phrase_is_as_it_is_compared() -> None:
    """Case folded, one space between words, with straight apostrophes, none so short as to hit words."""
    words = lexicon()
    for phrases in (words.lines, words.starts, words.holds, words.asides, words.ends):
        assert phrases
        assert all(phrase == " ".join(phrase.casefold().replace("’", "'").split()) for phrase in phrases)
    assert min(map(len, words.holds)) >= 8
