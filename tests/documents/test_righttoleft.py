"""From the order of the page to the order of reading: UAX 9 backwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.documents.righttoleft import Glyph, arabic_letters, bracketed, reading_order, visual_lines


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("car means גבא.", "car means אבג."),  # UAX 9, 3.4: the first example, in a line from left to right
        ("גבא", "אבג"),
        ("242 דה גבא", "אבג הד 242"),
        ("2024-09-25 גבא", "אבג 2024-09-25"),
        ("12 34 גבא", "אבג 34 12"),
        ("1,200.50% גבא", "אבג 1,200.50%"),
        ("זוה UNTSO 12 דגבא", "אבגד UNTSO 12 הוז"),
    ],
)
def test_a_line_is_put_in_the_order_in_which_it_is_read(printed: str, read: str) -> None:
    assert reading_order(list(printed)) == read


@given(st.lists(st.text("אבגדהוזחט", min_size=1, max_size=8), min_size=1, max_size=8))
def test_hebrew_alone_is_turned_round(words: list[str]) -> None:
    line = " ".join(words)
    assert reading_order(list(line[::-1])) == line


@given(st.lists(st.text("abcdefg", min_size=1, max_size=8), min_size=1, max_size=8))
def test_latin_alone_stays_as_it_is(words: list[str]) -> None:
    line = " ".join(words)
    assert reading_order(list(line)) == line


@pytest.mark.parametrize("printed", ["אב )גד( ה", "אב (גד( ה", "אב )גד) ה", "אב (גד) ה"])
def test_brackets_among_hebrew_open_and_close(printed: str) -> None:
    assert bracketed([printed]) == ["אב (גד) ה"]


def test_brackets_pair_over_lines_and_those_of_other_scripts_and_of_numbers_stay() -> None:
    assert bracketed(["אב )גד", "הו( ז"]) == ["אב (גד", "הו) ז"]
    assert bracketed(["see )this( here", "1) אב", "2) גד"]) == ["see )this( here", "1) אב", "2) גד"]


def test_letters_that_only_look_arabic_become_arabic() -> None:
    assert arabic_letters("ﻻ یعیش ھذه إلى") == "لا يعيش هذه إلى"


def test_a_space_that_is_only_told_of_beside_a_bracket_is_none() -> None:
    """As a browser prints "(في" with DejaVu Sans: 0.15 ems of air inside the bracket, and a space without width."""

    def glyph(text: str, index: int, left: float, right: float) -> Glyph:
        return Glyph(text, index, left, 0.0, left, right, 12.0, 10.0)

    inside = [glyph("ي", 0, 0.0, 5.0), glyph("ف", 1, 5.0, 10.0), glyph(" ", 2, 10.0, 10.0), glyph("(", 3, 11.5, 15.0)]
    assert [line for line, _ in visual_lines(inside)] == ["(في"]
    between = [*inside[:3], glyph("ب", 3, 11.5, 15.0)]
    assert [line for line, _ in visual_lines(between)] == ["ب في"]
