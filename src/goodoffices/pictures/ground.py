"""What stands behind marks on a time axis: its ticks with their names, and the line of the day that is asked."""

import datetime as dt
from collections.abc import Iterator

from goodoffices.pictures.days import Days
from goodoffices.pictures.lettering import width
from goodoffices.pictures.marks import Line, Words


def ticks(axis: Days, top: float, bottom: float) -> Iterator[Line | Words]:
    """A line down the picture for each tick, its name below."""
    for day, label in axis.ticks():
        yield Line(x1=axis.at(day), y1=top, x2=axis.at(day), y2=bottom)
        yield Words(x=axis.at(day), y=bottom + 16, text=label, size=11, role="quiet", anchor="middle")


def asked(axis: Days, day: dt.date, named: str, top: float, bottom: float) -> Iterator[Line | Words]:
    """The line of the day, its name above it and within the picture."""
    now, half = axis.at(day), width(named, 12) / 2
    yield Line(x1=now, y1=top - 8, x2=now, y2=bottom + 2, role="ink", width=1.5)
    middle = min(max(now, axis.start + half), axis.end + 10 - half)
    yield Words(x=middle, y=top - 13, text=named, size=12, bold=True, anchor="middle")
