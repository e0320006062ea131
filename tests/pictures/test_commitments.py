"""Commitments on a time axis: where the line of the day and the marks of each commitment stand."""

import datetime as dt
import xml.etree.ElementTree as ET

import pytest

from goodoffices.pictures import PAGE, PAPER, Picture, draw, figure
from goodoffices.pictures.commitments import Owed, Sign, commitments
from goodoffices.pictures.days import Days, spanned
from goodoffices.pictures.marks import Bar, Glyph, Line, Linked, Mark, Plain, Words

HOSTILE = '<script>alert("x")</script> & \x00 ]]> "quoted" \u202e'
SVG = "{http://www.w3.org/2000/svg}"
SIGN = Sign("M1.5 6h9", False, "loss")
DAY = dt.date(2030, 6, 15)
NOTICE = dt.timedelta(days=30)


def owed(number: int, last: dt.date, **more: object) -> Owed:
    given: dict[str, object] = {
        "what": f"open lock {number}", "who": "Upper Vell", "state": "open", "sign": SIGN, "ref": f"m-{number}",
        "set_on": dt.date(2030, 1, 1), "windows": ((None, last),),
    }  # fmt: skip
    return Owed(**(given | more))  # type: ignore[arg-type]


def drawn(*rows: Owed) -> Picture:
    return commitments("title", "finding", "note", rows, DAY, "as of 15 June 2030", NOTICE)


def rows_of(picture: Picture) -> list[Linked]:
    return [mark for mark in picture.marks if isinstance(mark, Linked)]


def upright(marks: "tuple[Mark, ...] | tuple[Plain, ...]", width: float) -> list[Line]:
    return [m for m in marks if isinstance(m, Line) and m.x1 == m.x2 and m.role == "ink" and m.width == width]


def test_the_line_of_the_day_stands_between_what_was_due_before_and_after_it_in_proportion() -> None:
    early, late = DAY - dt.timedelta(days=100), DAY + dt.timedelta(days=300)
    picture = drawn(owed(1, early), owed(2, late))
    (day,) = upright(picture.marks, 1.5)
    first, second = (upright(row.marks, 2.5)[0].x1 for row in rows_of(picture))
    assert (day.x1 - first) / (second - first) == pytest.approx(100 / 400, abs=1e-6)
    assert any(isinstance(m, Words) and m.text == "as of 15 June 2030" for m in picture.marks)


def test_a_commitment_shows_its_days_its_notice_and_how_late_it_was_done() -> None:
    last = dt.date(2030, 4, 1)
    done = dt.date(2030, 5, 1)
    one = owed(1, last, windows=((dt.date(2030, 3, 1), last),), state="kept, 30 days late", settled=done)
    other = owed(2, dt.date(2031, 1, 1))
    (row, _) = rows_of(drawn(one, other))
    (deadline,) = upright(row.marks, 2.5)
    window, notice = (m for m in row.marks if isinstance(m, Bar))
    (gone,) = (m for m in row.marks if isinstance(m, Line) and m.dashed)
    glyphs = [m for m in row.marks if isinstance(m, Glyph)]
    per_day = (glyphs[1].x - deadline.x1) / 30
    assert per_day > 0
    assert window.width == pytest.approx(31 * per_day, rel=1e-6)
    assert window.x + window.width == pytest.approx(deadline.x1)
    assert notice.role == "due"
    assert notice.width == pytest.approx(30 * per_day)
    assert [gone.x1, gone.x2] == pytest.approx([deadline.x1, glyphs[1].x])


def test_what_passed_its_last_day_with_nothing_done_runs_on_to_the_line_of_the_day() -> None:
    picture = drawn(owed(1, DAY - dt.timedelta(days=50), passed=True), owed(2, DAY - dt.timedelta(days=50)))
    passed, other = rows_of(picture)
    (day,) = upright(picture.marks, 1.5)
    assert [m.x2 for m in passed.marks if isinstance(m, Line) and m.dashed] == [day.x1]
    assert not [m for m in other.marks if isinstance(m, Line) and m.dashed]


def test_every_reading_of_a_deadline_has_its_own_last_day() -> None:
    two = ((None, dt.date(2030, 7, 19)), (None, dt.date(2030, 7, 25)))
    (row,) = rows_of(drawn(owed(1, two[0][1], windows=two)))
    assert len(upright(row.marks, 2.5)) == 2
    assert drawn(owed(1, two[0][1], windows=two)).table.rows[0][4] == "2030-07-19 or 2030-07-25"


def test_every_row_leads_to_its_commitment_in_the_picture_and_in_the_table() -> None:
    picture = drawn(*(owed(n, DAY + dt.timedelta(days=n)) for n in range(5)))
    text = figure(picture, PAGE, "f", lambda ref: f"/matter?id={ref[2:]}&as_of=2030-06-15")
    body = ET.fromstring(draw(picture, PAGE, "f", lambda ref: f"/matter?id={ref[2:]}"))
    assert [a.get("href") for a in body.iter(f"{SVG}a")] == [f"/matter?id={n}" for n in range(5)]
    assert body.get("role") == "group"
    assert text.count('href="/matter?id=3&amp;as_of=2030-06-15"') == 2


def test_on_paper_nothing_leads_anywhere_and_the_picture_is_an_image() -> None:
    root = ET.fromstring(draw(drawn(owed(1, DAY)), PAPER))
    assert not list(root.iter(f"{SVG}a"))
    assert root.get("role") == "img"


def test_hostile_words_and_addresses_stay_text() -> None:
    one = owed(1, DAY, what=HOSTILE, who=HOSTILE, state=HOSTILE, ref=f"m-{HOSTILE}")
    picture = commitments(HOSTILE, HOSTILE, HOSTILE, [one], DAY, HOSTILE, NOTICE)
    text = figure(picture, PAGE, "f", lambda ref: f'/x?"><script>{ref}')
    assert "<script" not in text.replace("&lt;script", "")
    assert ET.fromstring(draw(picture, PAGE, "f", lambda ref: f'/x?"><script>{ref}')).tag == f"{SVG}svg"


@pytest.mark.parametrize("years", [0, 1, 3, 12, 60, 900])
def test_ticks_are_first_days_few_and_on_the_axis(years: int) -> None:
    days = Days(dt.date(1000, 1, 20), dt.date(1000 + years, 8, 3), 0, 100)
    ticks = days.ticks()
    assert 1 <= len(ticks) <= 9 if years < 900 else ticks
    assert all(day.day == 1 and 0 <= days.at(day) <= 100 for day, _ in ticks)


def test_an_axis_holds_its_days_with_air_and_never_falls_off_the_calendar() -> None:
    days = spanned([dt.date.min, dt.date.max], 0, 100)
    assert (days.at(dt.date.min), days.at(dt.date.max)) == (0, 100)
    one = spanned([DAY], 0, 100)
    assert one.at(DAY) == pytest.approx(50)
