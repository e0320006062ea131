"""The article in saved pages of different sites, in seven forms each."""

from collections.abc import Callable

import pytest

from goodoffices.documents import extract
from goodoffices.documents.blocks import blocks_of
from goodoffices.documents.page import article, is_page
from tests.documents.measures import precision_and_recall
from tests.documents.shapes import (
    PAGES,
    Page,
    article_of,
    as_dump,
    as_good_html,
    as_markdown,
    as_paste,
    as_saved_text,
    as_soup,
    as_tables,
    written,
)

BAR = 0.97  # design/reading.md: boilerplate 4-gram precision and recall
NAMES = sorted(path.stem for path in PAGES.glob("*.txt"))
TEXTS: list[Callable[[Page], str]] = [as_saved_text, as_dump, as_paste, as_markdown]
WEB: list[Callable[[Page], str]] = [as_good_html, as_soup, as_tables]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", TEXTS + WEB)
def test_the_article_is_found_and_nothing_else(shape: Callable[[Page], str], name: str) -> None:
    page = written(name)
    ending = "html" if shape in WEB else "txt"
    text = extract(shape(page).encode(), f"{name}.{ending}")
    precision, recall = precision_and_recall(text.main_text(), article_of(page))
    assert precision >= BAR
    assert recall >= BAR


@pytest.mark.parametrize("name", NAMES)
def test_furniture_and_headers_stay_outside_the_article(name: str) -> None:
    page = written(name)
    main = extract(as_saved_text(page).encode(), f"{name}.txt").main_text().split("\n")
    outside = {line for role, line in page if role in "thbnacfk"} - {line for role, line in page if role in "=*#"}
    assert not outside & {line.strip(" •") for line in main}


def saved(*lines: str) -> str:
    menu = "".join(f"  • {label}\n" for label in ("Home", "Search", "Contact", "Privacy policy", "Sitemap"))
    return menu + "\n" + "\n\n".join(lines) + "\n\n" + menu


LEAD = "The two delegations met for the ninth time on Monday and agreed to publish the map of the crossing."
BODY = "Neither side said when the guards would leave, and the mediator asked both to answer within a week."


def test_a_paragraph_printed_twice_counts_once() -> None:
    text = extract(saved("Talks go on", LEAD, LEAD, BODY).encode(), "a.txt")
    assert text.main_text().count(LEAD) == 1
    assert BODY in text.main_text()


def test_a_pull_quote_counts_once_as_part_of_its_paragraph() -> None:
    quote = "We have agreed on everything but the hour of the day"
    paragraph = f"“{quote},” said the mediator, who had slept for three hours and looked as if it had been two."
    text = extract(saved("Talks go on", LEAD, f"{quote}.", paragraph, BODY).encode(), "a.txt")
    assert text.main_text().count(quote) == 1


def test_other_articles_in_the_middle_do_not_end_the_document() -> None:
    box = ("Related articles", "River rises again", "Market reopens")
    council = (
        "The mediator then went to the capital, where the council of ministers heard him for two hours and promised him"
        " an answer before the end of the month."
    )
    north = (
        "In the north the guns were silent for a third day, and the market in the border town was opened for the first"
        " time since the middle of the winter."
    )
    rest = (council, north)
    main = extract(
        saved("Talks go on", LEAD, BODY, LEAD.replace("Monday", "Tuesday"), *box, *rest).encode(), "a"
    ).main_text()
    assert "River rises" not in main
    assert all(paragraph in main for paragraph in rest)


def test_every_item_of_a_list_after_a_colon_is_text() -> None:
    items = ("Egypt", "Jordan", "the League of Arab States")
    lines = [LEAD, "The mediators will consult the following:", *(f"  • {item}" for item in items), BODY]
    main = extract(saved("Talks go on", *lines).encode(), "a.txt").main_text()
    assert all(item in main for item in items)


def test_a_plain_document_is_no_page() -> None:
    treaty = "\n\n".join(
        f"Article {n}\n\nThe Parties shall meet in the month of May of each year." for n in range(1, 30)
    )
    assert not is_page(blocks_of(treaty))


def test_lists_of_states_are_no_menu() -> None:
    states = "\n".join(
        f"  • {name}" for name in ("Chad", "Cuba", "Fiji", "Iran", "Iraq", "Laos", "Mali", "Oman", "Peru")
    )
    assert not is_page(blocks_of(f"The following States are members:\n{states}\n"))


def test_a_page_without_prose_has_no_article() -> None:
    assert article(blocks_of("Home\nContact\nSearch\nPrivacy policy\n")).main == ()
