"""The value of linkages: who gains (right of the line) and who pays (left of it) because of each."""

from collections.abc import Sequence

from msgspec import Struct

from goodoffices.pictures.axis import Axis
from goodoffices.pictures.frontier import LABELS, WIDTH
from goodoffices.pictures.lettering import signed, wrapped
from goodoffices.pictures.marks import Bar, Line, Mark, Picture, Role, Table, Words

ROW = 70.0


class Effect(Struct, frozen=True, kw_only=True):
    """One linkage: its name, whose it is, points each party gains because of it (None: no agreement), and what it
    removes or creates in words."""

    name: str
    by: str
    gains: tuple[float, ...] | None
    closes: str


def linkages(title: str, finding: str, note: str, parties: Sequence[str], effects: Sequence[Effect]) -> Picture:
    """A row per linkage, a column per party; the signed number stands beside each bar."""
    column = (WIDTH - LABELS) / max(1, len(parties))
    most = max((abs(g) for one in effects for g in one.gains or ()), default=0) or 1.0
    marks: list[Mark] = []
    for p, party in enumerate(parties):
        middle = LABELS + column * (p + 0.5)
        for n, line in enumerate(wrapped(party, column - 12, 12)):
            marks.append(Words(x=middle, y=12 + 15 * n, text=line, size=12, anchor="middle"))
    top = 60.0
    for r, one in enumerate(effects):
        y = top + ROW * r
        marks.append(Line(x1=0, y1=y, x2=WIDTH, y2=y))
        lines = wrapped(one.name, LABELS - 12, 13, 2)
        for n, line in enumerate(lines):
            marks.append(Words(x=0, y=y + 18 + 16 * n, text=line))
        for n, line in enumerate(wrapped(f"{one.closes}; {one.by}", LABELS - 6, 10.5, 2)):
            marks.append(Words(x=0, y=y + 17 + 16 * len(lines) + 13 * n, text=line, size=10.5, role="quiet"))
        if one.gains is None:
            marks.append(Words(x=LABELS + 12, y=y + 34, text="no agreement on one of the two sides", role="quiet"))
            continue
        for p, gain in enumerate(one.gains):
            axis = Axis(-most, most, LABELS + column * p + 10, LABELS + column * (p + 1) - 10)
            marks += _gain(gain, axis, y)
    bottom = top + ROW * len(effects)
    rows = tuple(
        (
            one.name,
            one.by,
            *(signed(g) for g in one.gains or ()),
            *("–" for _ in parties if one.gains is None),
            one.closes,
        )
        for one in effects
    )
    return Picture(
        title=title,
        finding=finding,
        note=note,
        width=WIDTH,
        height=bottom + 4,
        marks=tuple(marks),
        table=Table(("Linkage", "Whose", *parties, "Packages acceptable to all"), rows),
    )


def _gain(gain: float, axis: Axis, y: float) -> list[Mark]:
    zero, at = axis.at(0), axis.at(gain)
    marks: list[Mark] = [Line(x1=zero, y1=y + 30, x2=zero, y2=y + ROW - 6, role="quiet")]
    shown = signed(gain)
    if shown != "0":
        role: Role = "gain" if gain > 0 else "loss"
        marks.append(Bar(x=min(zero, at), y=y + 36, width=max(1.5, abs(at - zero)), height=14, role=role))
    marks.append(Words(x=zero, y=y + 25, text=shown, size=12, anchor="middle"))
    return marks
