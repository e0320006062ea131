"""Languages, told by script and small words."""

import pytest

from goodoffices.documents.language import language_of, stop_words
from tests.documents.measures import SPEECHES
from tests.documents.shapes import article_of, written


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("news_site", "en"),
        ("french", "fr"),
        ("russian", "ru"),
        ("arabic", "ar"),
        ("hebrew", "he"),
        ("treaty_page", "en"),
    ],
)
def test_the_language_of_an_article_is_known(page: str, language: str) -> None:
    assert language_of(article_of(written(page))) == language


@pytest.mark.skipif(not SPEECHES.exists(), reason="the speeches are not at ../shared")
def test_the_languages_of_the_speeches_are_those_in_their_names() -> None:
    """The text layer of the three Arabic ones is Latin debris of character recognition, which is no language."""
    for file in SPEECHES.glob("*.txt"):
        named = file.stem.split("_")[1]
        assert language_of(file.read_text("utf-8")) == ("" if named == "ar" else named), file.name


@pytest.mark.parametrize("text", ["", "1234 – 5678", "Quartet", "Zvi Magen", "xqz wvk jjj " * 50])
def test_what_no_small_word_speaks_for_stays_unknown(text: str) -> None:
    assert language_of(text) == ""


def test_the_table_holds_the_languages_of_the_office_in_lower_case() -> None:
    words = stop_words()
    assert {"en", "fr", "es", "ru", "ar", "he"} <= words.keys()
    assert all(small == {word.lower() for word in small} and len(small) >= 20 for small in words.values())
