"""The two sample documents: a saved page full of navigation, and a news item without a date."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from goodoffices.documents import extract
from tests.documents.measures import precision_and_recall
from tests.documents.shapes import Page, as_good_html, as_soup, page_from_saved

SHARED = Path(__file__).parents[2].parent / "shared"
SEEDS = SHARED / "cases" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the sample documents are not at ../shared")

BAR = 0.97  # design/reading.md: boilerplate 4-gram precision and recall


def gold(number: int) -> dict[str, str]:
    documents = yaml.safe_load((SHARED / "gold" / "seeds.yaml").read_text("utf-8"))["documents"]
    return dict(documents[number]["main_text"], file=documents[number]["file"])


def bytes_of(number: int) -> bytes:
    return (SEEDS / gold(number)["file"]).read_bytes()


@pytest.fixture(scope="module")
def page() -> Page:
    """The saved page taken apart; its lead, printed twice, counts as article once."""
    marks = gold(0)
    return page_from_saved(bytes_of(0).decode(), marks["first"], marks["last"])


@pytest.fixture(scope="module")
def article() -> str:
    marks, text = gold(0), bytes_of(0).decode()
    return text[text.rindex(marks["first"]) : text.index(marks["last"]) + len(marks["last"])]


def test_the_article_is_found_in_the_page_as_it_was_saved(article: str) -> None:
    precision, recall = precision_and_recall(extract(bytes_of(0), "a.txt").main_text(), article)
    assert precision >= BAR
    assert recall >= BAR


@pytest.mark.parametrize("shape", [as_good_html, as_soup])
def test_the_article_is_found_in_html_of_either_kind(shape: object, page: Page, article: str) -> None:
    assert callable(shape)
    text = extract(shape(page).encode(), "a.html")
    precision, recall = precision_and_recall(text.main_text(), article)
    assert precision >= BAR
    assert recall >= BAR
    assert text.dated is not None
    assert text.dated.earliest == dt.date(2010, 3, 25)


def test_the_saved_page_says_when_by_whom_and_where_it_appeared() -> None:
    text = extract(bytes_of(0), "a.txt")
    assert text.title == "Lack of Harmony within the Quartet"
    assert text.publisher == "INSS"
    assert text.author == "Zvi Magen"
    assert text.dated is not None
    assert text.dated.earliest == text.dated.latest == dt.date(2010, 3, 25)
    assert "under the headline" in text.dated.basis
    assert text.language == "en"


def test_a_news_item_without_a_date_gets_none_though_it_tells_of_many() -> None:
    text = extract(bytes_of(1), "b.txt")
    assert text.dated is None
    marks = gold(1)
    main = text.main_text()
    assert main.count(marks["first"]) == 1
    assert main.rstrip().endswith(marks["last"])
    assert precision_and_recall(main, text.content) == (1.0, 1.0)
