"""The timeline: everything is drawn once, alone as a dot, in a crowd as a number."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.pictures import Picture
from goodoffices.pictures.days import Days
from goodoffices.pictures.marks import Bar, Dot, Line, Linked, Words
from goodoffices.pictures.timeline import Lane, Moment, cells, timeline

DAY = dt.date(2030, 6, 15)


def lane(*days: dt.date) -> Lane:
    ordered = sorted(days, reverse=True)
    moments = (Moment(day=day, says="x", ref=f"k-{n}", list_ref=f"t-event:{n}") for n, day in enumerate(ordered))
    return Lane(name="Events", moments=tuple(moments))


def drawn(one: Lane) -> Picture:
    return timeline("title", "finding", "note", [one], DAY, "as of 15 June 2030")


@given(st.lists(st.dates(dt.date(1990, 1, 1), DAY), min_size=1, max_size=60))
def test_nothing_is_lost_or_counted_twice_and_nothing_of_before_stands_behind_the_day(days: list[dt.date]) -> None:
    picture = drawn(lane(*days))
    linked = [mark for mark in picture.marks if isinstance(mark, Linked)]
    dots = [m for one in linked for m in one.marks if isinstance(m, Dot)]
    numbers = [int(m.text) for one in linked for m in one.marks if isinstance(m, Words)]
    assert len(dots) + sum(numbers) == len(days)
    assert all(number > 3 for number in numbers)
    (now,) = (m.x1 for m in picture.marks if isinstance(m, Line) and m.width == 1.5)
    bars = [m.x + m.width for one in linked for m in one.marks if isinstance(m, Bar)]
    assert all(place <= now + 0.01 for place in (*(dot.x for dot in dots), *bars))
    assert sum(int(row[1]) for row in picture.table.rows) == len(days)


def test_one_alone_stands_on_its_day_and_a_crowd_leads_to_its_place_in_the_list() -> None:
    crowd = [dt.date(2020, 1, n) for n in range(1, 8)]
    picture = drawn(lane(dt.date(2025, 6, 15), *crowd))
    alone, many = sorted((m for m in picture.marks if isinstance(m, Linked)), key=lambda m: m.to)
    (dot,) = alone.marks
    (now,) = (m.x1 for m in picture.marks if isinstance(m, Line) and m.width == 1.5)
    year = next(m.x1 for m in picture.marks if isinstance(m, Line) and m.x1 == m.x2 and m.width == 1)
    assert isinstance(dot, Dot)
    assert year < dot.x < now
    assert (alone.to, many.to) == ("k-0", "t-event:1")
    assert many.says == "Events, 2020-01-01 to 2020-01-07: 7"


def test_cells_hold_their_days_from_early_to_late() -> None:
    axis = Days(dt.date(2020, 1, 1), DAY, 0, 600)
    held = [moments for _, moments in cells(lane(*(dt.date(2020 + n, 1, 1) for n in range(8))), axis, DAY)]
    assert [m.day.year for group in held for m in group] == list(range(2020, 2028))
