"""Robustness: over draws of what is not known, how often a package is accepted, and how often no other beats it."""

from collections.abc import Sequence

from msgspec import Struct

from goodoffices.pictures.axis import Axis
from goodoffices.pictures.frontier import WIDTH
from goodoffices.pictures.lettering import wrapped
from goodoffices.pictures.marks import Bar, Dot, Line, Mark, Picture, Table, Words

LABELS, ROW = 300.0, 84.0


class Stood(Struct, frozen=True, kw_only=True):
    """A package over the draws: what it holds in words, shares from 0 to 1, worst regret in points, for which
    preferences it is acceptable to all, in words."""

    name: str
    accepted: float
    undominated: float
    regret: float
    holds: str


def robustness(title: str, finding: str, note: str, stood: Sequence[Stood]) -> Picture:
    """A row per package, in the order given."""
    axis = Axis(0, 1, LABELS, WIDTH - 56)
    marks: list[Mark] = [
        Bar(x=LABELS, y=4, width=22, height=10, role="accent"),
        Words(x=LABELS + 28, y=13, text="accepted by all", size=12),
        Dot(x=LABELS + 166, y=9, shape="diamond", size=4.5, role="ink"),
        Words(x=LABELS + 178, y=13, text="on the frontier", size=12),
    ]
    top, bottom = 30.0, 30.0 + ROW * len(stood)
    for tick in (0, 0.25, 0.5, 0.75, 1):
        marks.append(Line(x1=axis.at(tick), y1=top, x2=axis.at(tick), y2=bottom))
        place = Words(x=axis.at(tick), y=bottom + 16, text=f"{tick:.0%}", size=11, role="quiet", anchor="middle")
        marks.append(place)
    marks.append(Words(x=axis.end, y=bottom + 32, text="share of the draws", size=11, role="quiet", anchor="end"))
    for r, one in enumerate(stood):
        y = top + ROW * r
        marks.append(Line(x1=0, y1=y, x2=WIDTH, y2=y))
        for n, line in enumerate(wrapped(one.name, LABELS - 20, 11, 5)):
            marks.append(Words(x=0, y=y + 17 + 14 * n, text=line, size=11))
        marks.append(
            Bar(x=axis.at(0), y=y + 14, width=max(1.0, axis.at(one.accepted) - axis.at(0)), height=16, role="accent")
        )
        marks.append(Words(x=axis.at(one.accepted) + 6, y=y + 27, text=f"{one.accepted:.0%}", size=12))
        marks.append(Line(x1=axis.at(0), y1=y + 46, x2=axis.at(one.undominated), y2=y + 46, role="quiet"))
        marks.append(Dot(x=axis.at(one.undominated), y=y + 46, shape="diamond", size=4.5, role="ink"))
        marks.append(Words(x=axis.at(one.undominated) + 11, y=y + 50, text=f"{one.undominated:.0%}", size=12))
        last = f"acceptable {one.holds}; worst regret {one.regret:.1f} points"
        marks.append(Words(x=axis.at(0) + 2, y=y + 69, text=last, size=11, role="quiet"))
    heads = ("Package", "Accepted by all", "On the frontier", "Worst regret, points", "Acceptable")
    rows = tuple(
        (one.name, f"{one.accepted:.1%}", f"{one.undominated:.1%}", f"{one.regret:.1f}", one.holds) for one in stood
    )
    return Picture(
        title=title,
        finding=finding,
        note=note,
        width=WIDTH,
        height=bottom + 36,
        marks=tuple(marks),
        table=Table(heads, rows),
    )
