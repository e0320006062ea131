"""What happened and was written, in lanes on one time axis; where much falls together it is counted."""

import datetime as dt
from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct

from goodoffices.pictures.days import Days, spanned
from goodoffices.pictures.ground import asked, ticks
from goodoffices.pictures.lettering import wrapped
from goodoffices.pictures.marks import Bar, Dot, Line, Linked, Mark, Picture, Plain, Table, Words

WIDTH, LABELS, TOP, ROW = 760.0, 130.0, 34.0, 52.0
CELL, STACK = 13.0, 3  # pixels of time that fall together; dots that stand above each other


class Moment(Struct, frozen=True, kw_only=True):
    """One thing on its first possible day. says: what it is; ref: what it leads to; list_ref: the place in the list
    that begins with it, for where it is only counted."""

    day: dt.date
    says: str
    ref: str
    list_ref: str


class Lane(Struct, frozen=True, kw_only=True):
    """Things of one kind, the latest first, in the order of their list."""

    name: str
    moments: tuple[Moment, ...]


def timeline(title: str, finding: str, note: str, lanes: Sequence[Lane], as_of: dt.date, named: str) -> Picture:
    """A lane per kind, in the order given. named: the day `as_of` in words."""
    axis = spanned([as_of, *(moment.day for lane in lanes for moment in lane.moments)], LABELS, WIDTH - 10)
    bottom = TOP + ROW * len(lanes)
    marks: list[Mark] = []
    marks += ticks(axis, TOP, bottom)
    marks += asked(axis, as_of, named, TOP, bottom)
    for n, lane in enumerate(lanes):
        y = TOP + ROW * n
        marks.append(Line(x1=0, y1=y, x2=WIDTH, y2=y))
        for k, line in enumerate(wrapped(lane.name, LABELS - 10, 12.5, 2)):
            marks.append(Words(x=0, y=y + 24 + 15 * k, text=line, size=12.5, term=True))
        marks += _lane(lane, axis, as_of, y + ROW - 6)
    marks.append(Line(x1=0, y1=bottom, x2=WIDTH, y2=bottom))
    return Picture(
        title=title,
        finding=finding,
        note=note,
        width=WIDTH,
        height=bottom + 22,
        marks=tuple(marks),
        table=_table(lanes),
    )


def cells(lane: Lane, axis: Days, as_of: dt.date) -> Iterator[tuple[float, list[Moment]]]:
    """What falls together on the axis: the middle of each cell that holds something, and what it holds. A cell ends at
    the line of the day, so that nothing of before it stands behind it."""
    found: dict[int, list[Moment]] = {}
    now = axis.at(as_of)
    for moment in lane.moments:
        found.setdefault(ceil((axis.at(moment.day) - now) / CELL), []).append(moment)
    for number, held in sorted(found.items()):
        yield now + CELL * (number - 0.5), held


def _lane(lane: Lane, axis: Days, as_of: dt.date, base: float) -> Iterator[Linked]:
    together = list(cells(lane, axis, as_of))
    most = max((len(held) for _, held in together), default=1)
    for x, held in together:
        if len(held) <= STACK:
            for n, moment in enumerate(held):
                place = axis.at(moment.day) if len(held) == 1 else x
                dot = Dot(x=place, y=base - 5 - 10 * n, size=4)
                yield Linked(to=moment.ref, says=f"{moment.day}: {moment.says}", marks=(dot,))
            continue
        tall = 8 + 20 * len(held) / most
        marks: tuple[Plain, ...] = (
            Bar(x=x - CELL / 2 + 1, y=base - tall, width=CELL - 2, height=tall, role="accent"),
            Words(x=x, y=base - tall - 3, text=str(len(held)), size=10.5, anchor="middle"),
        )
        span = f"{held[-1].day} to {held[0].day}"
        yield Linked(to=held[0].list_ref, says=f"{lane.name}, {span}: {len(held)}", marks=marks)


def _table(lanes: Sequence[Lane]) -> Table:
    """How many of each kind in each year; a number leads to the place in the list."""
    held: dict[int, dict[int, list[Moment]]] = {}
    for n, lane in enumerate(lanes):
        for moment in lane.moments:
            held.setdefault(moment.day.year, {}).setdefault(n, []).append(moment)
    years = sorted(held, reverse=True)
    count = range(len(lanes))
    rows = tuple((str(y), *(str(len(held[y][n])) if n in held[y] else "–" for n in count)) for y in years)
    refs = tuple(("", *(held[y][n][0].list_ref if n in held[y] else "" for n in count)) for y in years)
    return Table(("Year", *(lane.name for lane in lanes)), rows, refs)
