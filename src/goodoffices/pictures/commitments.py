"""Commitments on a time axis: until when each was to be done, where it stands, and the line of the day asked."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.pictures.days import Days, spanned
from goodoffices.pictures.ground import asked, ticks
from goodoffices.pictures.lettering import clipped, fitting, width
from goodoffices.pictures.marks import Bar, Glyph, Line, Linked, Mark, Picture, Plain, Role, Table, Words

WIDTH, LABELS, ROW, TOP = 760.0, 316.0, 38.0, 58.0


class Sign(Struct, frozen=True):
    """How a state looks beside its word: the path of a 12 by 12 drawing, whether it is full, its colour."""

    path: str
    filled: bool
    role: Role


class Owed(Struct, frozen=True, kw_only=True):
    """One commitment. ref: the row it leads to; set_on: when it was set; windows: first (None: at once) and last day,
    one per reading of its deadline; settled: the day it was kept, broken or ended; passed: whether its last day went by
    with nothing settled.
    """

    what: str
    who: str
    state: str
    sign: Sign
    ref: str
    set_on: dt.date | None
    windows: tuple[tuple[dt.date | None, dt.date], ...]
    settled: dt.date | None = None
    passed: bool = False

    @property
    def last(self) -> dt.date:
        """The last day of all readings."""
        return max(last for _, last in self.windows)


def commitments(
    title: str, finding: str, note: str, owed: Sequence[Owed], as_of: dt.date, named: str, notice: dt.timedelta
) -> Picture:
    """A row per commitment, each with one window at least, in the order given. named: the day `as_of` in words;
    notice: how long before its last day a commitment is due."""
    axis = spanned([as_of, *(day for one in owed for day in _days(one))], LABELS, WIDTH - 10)
    bottom = TOP + ROW * len(owed)
    marks: list[Mark] = [*_legend(notice)]
    marks += ticks(axis, TOP, bottom)
    marks += [Line(x1=0, y1=TOP + ROW * n, x2=WIDTH, y2=TOP + ROW * n) for n in range(len(owed) + 1)]
    marks += asked(axis, as_of, named, TOP, bottom)
    marks += [_row(one, TOP + ROW * n, axis, as_of, notice) for n, one in enumerate(owed)]
    return Picture(
        title=title, finding=finding, note=note, width=WIDTH, height=bottom + 22, marks=tuple(marks), table=_table(owed)
    )  # fmt: skip


def _days(one: Owed) -> list[dt.date]:
    days = [day for window in one.windows for day in window]
    return [day for day in (*days, one.settled) if day]  # one set long before begins at the edge


def _legend(notice: dt.timedelta) -> list[Plain]:
    marks: list[Plain] = []
    x = 0.0
    for text, drawn in (
        ("time to do it", [Line(x1=0, y1=10, x2=20, y2=10, role="quiet", width=2)]),
        ("days named", [Bar(x=0, y=6, width=20, height=8, role="soft")]),
        ("last day", [Line(x1=4, y1=3, x2=4, y2=17, role="ink", width=2.5)]),
        (f"notice, {notice.days} days", [Bar(x=0, y=8.5, width=20, height=3, role="due")]),
        ("after the last day", [Line(x1=0, y1=10, x2=20, y2=10, role="loss", width=2, dashed=True)]),
    ):
        marks += [_moved(mark, x) for mark in drawn]
        marks.append(Words(x=x + 26, y=14, text=text, size=11.5, term=True))
        x += 26 + width(text, 11.5) + 20
    return marks


def _moved(mark: Line | Bar, by: float) -> Plain:
    if isinstance(mark, Bar):
        return replace(mark, x=mark.x + by)
    return replace(mark, x1=mark.x1 + by, x2=mark.x2 + by)


def _row(one: Owed, y: float, axis: Days, as_of: dt.date, notice: dt.timedelta) -> Linked:
    lane = y + ROW / 2
    told = f"{one.state} · {one.who}" if one.who else one.state
    marks: list[Plain] = [
        Words(x=0, y=y + 15, text=clipped(one.what, fitting(LABELS - 16, 12)), size=12),
        Glyph(x=6, y=y + 27, path=one.sign.path, filled=one.sign.filled, role=one.sign.role),
        Words(x=18, y=y + 31, text=clipped(told, fitting(LABELS - 34, 11)), size=11, role="quiet", term=True),
    ]
    for first, last in one.windows:
        end, begun = axis.at(last), axis.at(first or one.set_on or last)
        if one.set_on and one.set_on < (first or last):
            marks.append(Line(x1=axis.at(one.set_on), y1=lane, x2=end, y2=lane, role="quiet", width=2))
        if first and first < last:
            marks.append(Bar(x=begun, y=lane - 6, width=max(2.0, end - begun), height=12))
        warned = axis.at(dt.date.fromordinal(max(1, last.toordinal() - notice.days)))
        marks.append(Bar(x=warned, y=lane - 1.5, width=max(1.0, end - warned), height=3, role="due"))
        marks.append(Line(x1=end, y1=lane - 7, x2=end, y2=lane + 7, role="ink", width=2.5))
    until = one.settled or (as_of if one.passed else None)
    if until and until > one.last:
        role: Role = one.sign.role if one.settled is None else "quiet"
        marks.append(Line(x1=axis.at(one.last), y1=lane, x2=axis.at(until), y2=lane, role=role, width=2, dashed=True))
    if one.settled:
        sign = one.sign
        marks.append(Glyph(x=axis.at(one.settled), y=lane - 12, path=sign.path, filled=sign.filled, role=sign.role))
    says = f"{one.what}: {one.state}, last day {one.last}"
    return Linked(to=one.ref, says=says, marks=tuple(marks))


def _table(owed: Sequence[Owed]) -> Table:
    rows = tuple(
        (
            one.what,
            one.who or "–",
            one.state,
            str(one.set_on or "–"),
            " or ".join(_window(first, last) for first, last in one.windows),
            str(one.settled or "–"),
        )
        for one in owed
    )
    heads = ("What", "Who", "State", "Set", "Last day", "Kept, broken or ended")
    return Table(heads, rows, tuple((one.ref,) for one in owed), terms=(2,))


def _window(first: dt.date | None, last: dt.date) -> str:
    return f"{first} to {last}" if first and first < last else str(last)
