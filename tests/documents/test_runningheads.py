"""Running heads and page numbers are told by where they stand and how they run."""

from itertools import product

from goodoffices.documents.runningheads import running_heads
from goodoffices.documents.sheet import Line, Sheet


def sheets(*pages: list[tuple[str, float]]) -> list[Sheet]:
    """Sheets of 600 by 800 points with lines at heights."""
    return [
        Sheet(n, 600, 800, tuple(Line(text, 70, 500, base, 12, n) for text, base in lines), 0.0, 0)
        for n, lines in enumerate(pages, start=1)
    ]


def found(pages: list[Sheet]) -> set[tuple[str, int]]:
    return {(line.text, line.page) for line in running_heads(pages)}


NAMES = iter(product("abcdefghij", repeat=5))


def body() -> list[tuple[str, float]]:
    """Twenty lines, no two alike in any test."""
    return [(f"what {''.join(next(NAMES))} said in the hall", 650 - 20 * n) for n in range(20)]


def test_numbers_that_run_along_are_page_numbers_whatever_they_begin_with() -> None:
    pages = sheets(*[[(f"- {n} -", 40), *body()] for n in (17, 18, 19)])
    assert found(pages) == {("- 17 -", 1), ("- 18 -", 2), ("- 19 -", 3)}


def test_roman_and_eastern_arabic_numbers_and_page_x_of_y_are_page_numbers() -> None:
    assert len(found(sheets(*[[(number, 40), *body()] for number in ("iii", "iv", "v")]))) == 3
    assert len(found(sheets(*[[(number, 40), *body()] for number in ("٣", "٤", "٥")]))) == 3
    assert len(found(sheets(*[[(f"صفحة {n} من 19", 40), *body()] for n in (1, 2, 3)]))) == 3


def test_numbers_that_neither_run_nor_stand_at_one_place_are_text() -> None:
    years = ((1967, 40), (1973, 80), (2002, 120))
    assert found(sheets(*[[(str(year), base), *body()] for year, base in years])) == set()


def test_left_and_right_heads_take_turns() -> None:
    pages = sheets(*[[("The Commission" if n % 2 else "Report of 2030", 760), *body()] for n in range(8)])
    assert {text for text, _ in found(pages)} == {"The Commission", "Report of 2030"}
    assert len(found(pages)) == 8


def test_a_head_may_count() -> None:
    pages = sheets(*[[(f"A/79/PV.{n} 27 May", 760), *body()] for n in (3, 4, 5, 6)])
    assert len(found(pages)) == 4


def test_what_repeats_where_other_sheets_have_text_is_text() -> None:
    tops = ["Mr. President,", "The truce holds in the north.", "Mr. President,", "And in the south.", "Mr. President,"]
    assert found(sheets(*[[(top, 700), *body()] for top in tops])) == set()


def test_a_single_sheet_has_no_running_head_but_may_have_a_number() -> None:
    assert found(sheets([("The Commission", 760), ("1", 40), *body()])) == {("1", 1)}
