"""Tables of roll calls: known by their columns, shown by their first lines, refused when they are torn."""

import gzip

import pytest

from goodoffices.documents import Limits, extract
from goodoffices.errors import BadDocument

CALLS = "rcid,session,date\n" + "".join(f"{n},1,2000-01-01\n" for n in range(250))


@pytest.mark.parametrize(
    ("name", "heads", "title"),
    [
        ("calls.csv", "rcid,session,date", "Table of roll calls"),
        ("cast.tsv", "rcid\tcountry\tcountry_code\tvote", "Table of votes"),
        ("on.CSV", '"rcid";"short_name";"issue"', "Table of issues"),
    ],
)
def test_a_table_is_known_by_its_columns_whatever_parts_them(name: str, heads: str, title: str) -> None:
    text = extract(f"\ufeff{heads}\r\n1,2,3,4\r\n".encode(), name)
    assert (text.title, text.recipe) == (title, "rolls/1")
    assert text.main_text().startswith(heads)


def test_the_first_lines_are_shown_and_all_are_counted() -> None:
    text = extract(gzip.compress(CALLS.encode(), mtime=0), "calls.csv.gz")
    assert text.content == "\n".join(CALLS.split("\n")[:100]) + "\n"
    assert text.notes[0].startswith("250 rows, of which the first 99 are shown")
    assert text.blob != extract(CALLS.encode(), "calls.csv").blob


def test_any_other_table_is_a_text_as_before() -> None:
    assert extract(b"day,words\n2000-01-01,The ferry opened\n", "notes.csv").recipe.startswith("plain/")
    assert extract(CALLS.encode(), "calls.txt").recipe.startswith("plain/")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (gzip.compress(CALLS.encode(), mtime=0)[:-12], "its end is missing"),
        (gzip.compress(b"rcid,date\n", mtime=0)[:10] + b"\xff\xff\xff\xfftorn", "packed table unpacks"),
        (gzip.compress(CALLS.encode() * 9, mtime=0), "at most 10,000 bytes"),
        (b"rcid,date\n1,2\xff", "UTF-8"),
    ],
)
def test_a_torn_table_and_a_bomb_are_refused(content: bytes, rule: str) -> None:
    name = "calls.csv" if content.startswith(b"rcid") else "calls.csv.gz"
    with pytest.raises(BadDocument, match=rule):
        extract(content, name, limits=Limits(max_unpacked=10_000))
