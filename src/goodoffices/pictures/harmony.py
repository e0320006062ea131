"""Harmony or agreement over time, pair by pair: its value on each day, the interval of what is not known, and how much
is known.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from goodoffices.pictures.axis import Axis
from goodoffices.pictures.days import Days, spanned
from goodoffices.pictures.ground import ticks
from goodoffices.pictures.lettering import width, wrapped
from goodoffices.pictures.marks import Bar, Dot, Line, Linked, Mark, Picture, Plain, Table, Words

WIDTH, LABELS, TOP, ROW, HIGH = 760.0, 190.0, 40.0, 96.0, 60.0


class Called(Struct, frozen=True):
    """What is drawn: a word for the value, and one for what it is known from."""

    value: str
    known: str


HARMONY = Called("harmony", "positions known")
AGREEMENT = Called("agreement", "roll calls in which both voted")


class Point(Struct, frozen=True, kw_only=True):
    """The value on one day: 0 to 1, None where it cannot be said; low, high: over all that is not known; known: how
    many positions or votes, of how many; ref: a row behind it."""

    day: dt.date
    value: float | None
    low: float
    high: float
    known: int
    members: int
    ref: str = ""


class Pair(Struct, frozen=True, kw_only=True):
    """Two parties, and their value on days in order."""

    one: str
    other: str
    points: tuple[Point, ...]


def harmony(title: str, finding: str, note: str, pairs: Sequence[Pair], called: Called = HARMONY) -> Picture:
    """A lane per pair, in the order given, each with a point at least. A line joins two points only where both have a
    value: what is not known is a gap."""
    axis = spanned([point.day for pair in pairs for point in pair.points], LABELS, WIDTH - 14)
    bottom = TOP + ROW * len(pairs)
    marks: list[Mark] = [*_legend(called)]
    marks += ticks(axis, TOP, bottom)
    for n, pair in enumerate(pairs):
        marks += _lane(pair, axis, TOP + ROW * n, called)
    return Picture(
        title=title,
        finding=finding,
        note=note,
        width=WIDTH,
        height=bottom + 22,
        marks=tuple(marks),
        table=_table(pairs, called),
    )


def _legend(called: Called) -> list[Plain]:
    shared = f"share of {called.known}"
    end = 18 + width(called.value, 11.5)
    return [
        Dot(x=6, y=8, size=4),
        Words(x=18, y=12, text=called.value, size=11.5, term=True),
        Bar(x=end + 18, y=1, width=8, height=14),
        Words(x=end + 34, y=12, text="what it may be, for what is not known", size=11.5, term=True),
        Line(x1=end + 306, y1=8, x2=end + 326, y2=8, role="quiet", width=4),
        Words(x=end + 334, y=12, text=shared, size=11.5, term=True),
    ]


def _lane(pair: Pair, axis: Days, y: float, called: Called) -> list[Mark]:
    scale = Axis(0, 1, y + 10 + HIGH, y + 10)
    marks: list[Mark] = [Line(x1=0, y1=y, x2=WIDTH, y2=y)]
    for n, line in enumerate((*wrapped(pair.one, LABELS - 40, 12.5, 2), *wrapped(pair.other, LABELS - 40, 12.5, 2))):
        marks.append(Words(x=0, y=y + 22 + 16 * n, text=line, size=12.5))
    for value in (0, 1):
        marks.append(Line(x1=LABELS, y1=scale.at(value), x2=WIDTH, y2=scale.at(value)))
        marks.append(Words(x=LABELS - 6, y=scale.at(value) + 4, text=str(value), size=10.5, role="quiet", anchor="end"))
    for before, after in pairwise(pair.points):
        if before.value is not None and after.value is not None:
            ends = (axis.at(before.day), scale.at(before.value), axis.at(after.day), scale.at(after.value))
            marks.append(Line(x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3], role="accent", width=1.5))
    step = min((axis.at(b.day) - axis.at(a.day) for a, b in pairwise(pair.points)), default=20)
    broad = min(8.0, max(2.0, step * 0.5))
    for point in pair.points:
        x, drawn = axis.at(point.day), list[Plain]()
        if point.known:
            drawn.append(
                Bar(x=x - broad / 2, y=scale.at(point.high), width=broad,
                    height=max(1.0, scale.at(point.low) - scale.at(point.high)))
            )  # fmt: skip
        if point.value is not None:
            drawn.append(Dot(x=x, y=scale.at(point.value), size=min(4.0, max(2.0, broad / 2))))
        share = point.known / point.members if point.members else 0.0
        tall = 14 * share
        drawn.append(Bar(x=x - broad / 2, y=y + ROW - 5 - tall, width=broad, height=tall, role="quiet"))
        marks.append(
            Linked(to=point.ref, says=f"{pair.one} and {pair.other}, {_said(point, called)}", marks=tuple(drawn))
        )
    return marks


def _said(point: Point, called: Called) -> str:
    value = "not known" if point.value is None else f"{point.value:.2f}"
    return f"{point.day}: {value}, {point.known} of {point.members} {called.known}"


def _table(pairs: Sequence[Pair], called: Called) -> Table:
    rows, refs = [], []
    for pair in pairs:
        for point in pair.points:
            value = "not known" if point.value is None else f"{point.value:.2f}"
            known = f"{point.known} of {point.members}"
            interval = f"{point.low:.2f} to {point.high:.2f}"
            rows.append((f"{pair.one} and {pair.other}", str(point.day), value, interval, known))
            refs.append((point.ref,))
    return Table(("Pair", "Day", _head(called.value), "May be", _head(called.known)), tuple(rows), tuple(refs))


def _head(words: str) -> str:
    return words[:1].upper() + words[1:]
