"""Plain documents come out whole."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from goodoffices.documents import extract

SHARED = Path(__file__).parents[2].parent / "shared"
FOLDERS = ("cases/quartet_documents", "corpora/unsc_resolutions", "corpora/unga79_speeches")

needs_corpora = pytest.mark.skipif(not SHARED.exists(), reason="the corpora are not at ../shared")


@needs_corpora
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_character_of_resolutions_and_speeches_is_main_text(folder: str) -> None:
    files = sorted((SHARED / folder).glob("*.txt"))
    assert files
    for file in files:
        text = extract(file.read_bytes(), file.name)
        assert text.main_text() == text.content.strip(), file.name
        assert text.recipe == "plain/2", file.name


@needs_corpora
def test_the_dates_of_600_resolutions_agree_with_the_independent_table() -> None:
    """The table was parsed by machine and lacks two dates that the files do have (206, 464)."""
    folder = SHARED / "corpora" / "unsc_resolutions"
    with (folder / "votes_parsed.csv").open(encoding="utf-8") as rows:
        dates = {row["file"]: row["date"] for row in csv.DictReader(rows)}
    wrong = []
    for file in sorted(folder.glob("*.txt")):
        dated = extract(file.read_bytes(), file.name).dated
        listed = dates[file.name]
        day = dt.datetime.strptime(listed, "%d %B %Y").date() if listed else None  # noqa: DTZ007, a day has no zone
        if (dated.earliest if dated else None) != day and listed:
            wrong.append(file.name)
    assert wrong == []


def test_an_operative_paragraph_that_reads_like_a_menu_stays() -> None:
    resolution = "The Council,\n\n1. Decides:\n\n(a) Search;\n\n(b) Contact;\n\n(c) Share;\n\n2. Remains seized.\n"
    assert extract(resolution.encode(), "a.txt").main_text() == resolution.strip()


def test_lines_broken_within_a_word_stay_as_they_are() -> None:
    said = "1. Calls upon the parties to ob-\nserve the truce;\n"
    text = extract(said.encode(), "a.txt")
    assert text.content == said
    assert text.main == ((0, len(said) - 1),)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Resolution 9 (2001)\nof 4 June 2001\n\nThe Council,\n", "Resolution 9 (2001)"),
        ("S/RES/9 (2001)\n\nA truce for the valley\n\nThe Council decides.\n", "A truce for the valley"),
        ("Excellencies,\n\nWe thank you all for coming to this place on such a day.\n", ""),
    ],
)
def test_the_title_is_the_first_line_that_can_be_one(text: str, title: str) -> None:
    assert extract(text.encode(), "a.txt").title == title
