"""A division: who has how much of each issue, and what that comes to in points."""

from collections.abc import Sequence

from msgspec import Struct

from goodoffices.pictures.frontier import WIDTH
from goodoffices.pictures.lettering import wrapped
from goodoffices.pictures.marks import Bar, Line, Mark, Picture, Table, Words

LABELS, ROW, HIGH = 190.0, 44.0, 12.0


class Part(Struct, frozen=True, kw_only=True):
    """An issue, or the points at the end: for each party its share, 0 to 1, and what is written beside it."""

    name: str
    shares: tuple[float, ...]
    written: tuple[str, ...]


def division(title: str, finding: str, note: str, parties: Sequence[str], parts: Sequence[Part], sums: Part) -> Picture:
    """A row per issue and one for the points, a column per party; the bar is as long as the share."""
    column = (WIDTH - LABELS) / max(1, len(parties))
    marks: list[Mark] = []
    for p, party in enumerate(parties):
        for n, line in enumerate(wrapped(party, column - 16, 12, 2)):
            marks.append(Words(x=LABELS + column * p, y=12 + 15 * n, text=line, size=12, bold=True))
    top = 36.0
    for r, one in enumerate((*parts, sums)):
        y, last = top + ROW * r, one is sums
        marks.append(Line(x1=0, y1=y, x2=WIDTH, y2=y, role="quiet" if last else "hairline"))
        for n, line in enumerate(wrapped(one.name, LABELS - 14, 13, 2)):
            marks.append(Words(x=0, y=y + 19 + 16 * n, text=line, bold=last))
        for p, (share, written) in enumerate(zip(one.shares, one.written, strict=True)):
            x, room = LABELS + column * p, column - 24
            marks.append(Line(x1=x, y1=y + ROW - 8, x2=x + room, y2=y + ROW - 8))
            if share > 0:
                marks.append(Bar(x=x, y=y + ROW - 8 - HIGH, width=max(1.5, room * share), height=HIGH, role="accent"))
            marks.append(Words(x=x, y=y + 17, text=written, size=12, role="ink" if share else "quiet", bold=last))
    rows = tuple((one.name, *one.written) for one in (*parts, sums))
    return Picture(
        title=title, finding=finding, note=note, width=WIDTH, height=top + ROW * (len(parts) + 1) + 4,
        marks=tuple(marks), table=Table(("Issue", *parties), rows),
    )  # fmt: skip
