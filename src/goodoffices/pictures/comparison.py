"""Two to four packages side by side: how far above what it needs each package takes each party."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from goodoffices.pictures.axis import padded
from goodoffices.pictures.frontier import LABELS, WIDTH, legend
from goodoffices.pictures.lettering import wrapped
from goodoffices.pictures.marks import SHAPES, Dot, Line, Picture, Role, Table, Words

LANE = 18.0


class Compared(Struct, frozen=True, kw_only=True):
    """A package: its name, points per party in their order, option per issue in their order."""

    name: str
    points: tuple[float, ...]
    options: tuple[str, ...]


def comparison(
    title: str,
    finding: str,
    note: str,
    parties: Sequence[tuple[str, float]],
    issues: Sequence[str],
    packages: Sequence[Compared],
) -> Picture:
    """parties: name and reservation; `packages`: two to four of them (more would not be seen apart). ValueError for
    any other number."""
    if not 2 <= len(packages) <= len(SHAPES):
        raise ValueError(f"two to {len(SHAPES)} packages are compared, not {len(packages)}")
    marks = legend([one.name for one in packages], 14)
    values = [v for one in packages for v in one.points] + [needs for _, needs in parties]
    axis = padded(values, LABELS, WIDTH - 44)
    top, row = 34.0, LANE * len(packages) + 18
    bottom = top + row * len(parties)
    for tick in axis.ticks():
        marks.append(Line(x1=axis.at(tick), y1=top, x2=axis.at(tick), y2=bottom))
        marks.append(Words(x=axis.at(tick), y=bottom + 16, text=f"{tick:g}", size=11, role="quiet", anchor="middle"))
    marks.append(Words(x=axis.end, y=bottom + 32, text="points", size=11, role="quiet", anchor="end"))
    for p, (name, needs) in enumerate(parties):
        y = top + row * p
        marks.append(Line(x1=0, y1=y, x2=WIDTH, y2=y))
        marks.append(Line(x1=axis.at(needs), y1=y + 4, x2=axis.at(needs), y2=y + row - 4, role="ink", width=2))
        lines = wrapped(name, LABELS - 16, 13, 2)
        for n, line in enumerate(lines):
            marks.append(Words(x=0, y=y + 20 + 17 * n, text=line))
        under = y + 20 + 17 * len(lines)
        marks.append(Words(x=0, y=under, text=f"needs at least {needs:g}", size=11, role="quiet"))
        for n, one in enumerate(packages):
            lane, at = y + 18 + LANE * n, axis.at(one.points[p])
            below = one.points[p] < needs
            role: Role = "loss" if below else "accent"
            marks.append(Line(x1=axis.at(needs), y1=lane, x2=at, y2=lane, role=role, width=2, dashed=below))
            marks.append(Dot(x=at, y=lane, shape=SHAPES[n], size=4.5, role=role))
            number = Words(x=at + 10, y=lane + 4, text=f"{one.points[p]:.1f}", size=11)
            marks.append(msgspec.structs.replace(number, x=at - 10, anchor="end") if below else number)
    rows = [(issue, *(one.options[i] for one in packages)) for i, issue in enumerate(issues)]
    rows += [
        (f"{name}, needs {needs:g}", *(f"{one.points[p]:.1f}" for one in packages))
        for p, (name, needs) in enumerate(parties)
    ]
    return Picture(
        title=title,
        finding=finding,
        note=note,
        width=WIDTH,
        height=bottom + 36,
        marks=tuple(marks),
        table=Table(("Issue, or party in points", *(one.name for one in packages)), tuple(rows)),
    )
