"""Who stands where: issues down, parties across. No position found is not the same as a neutral one."""

from collections.abc import Sequence

from msgspec import Struct

from goodoffices.pictures.lettering import wrapped
from goodoffices.pictures.marks import SHAPES, Bar, Dot, Line, Linked, Mark, Picture, Plain, Role, Table, Words

WIDTH, LABELS, TOP, LINE, MOST = 760.0, 140.0, 62.0, 15.0, 5
NONE, PARTED = "no position found", "sources differ"


class Held(Struct, frozen=True, kw_only=True):
    """What one party holds on one issue: what its sources say, one where they agree; since when; the claim to open;
    alleged_by: whose allegation it is where nobody else tells.
    """

    stances: tuple[str, ...]
    since: str
    ref: str
    alleged_by: str = ""

    @property
    def words(self) -> str:
        """What is said, with its own mark where another says it."""
        said = " / ".join(self.stances)
        return f"alleged by {self.alleged_by}: {said}" if self.alleged_by else said


def positions(
    title: str,
    finding: str,
    note: str,
    issues: Sequence[str],
    parties: Sequence[str],
    held: Sequence[Sequence[Held | None]],
) -> Picture:
    """held: per issue, per party, in their order; None where no position is found. Within an issue parties of one
    stance bear one shape; the fifth stance and those after it bear none, and their words only."""
    column = (WIDTH - LABELS) / max(1, len(parties))
    marks: list[Mark] = [*_legend()]
    for p, party in enumerate(parties):
        for n, line in enumerate(wrapped(party, column - 14, 12, 2)):
            marks.append(Words(x=LABELS + column * p + 8, y=TOP - 24 + 15 * n, text=line, size=12, bold=True))
    y = TOP
    for i, issue in enumerate(issues):
        marks.append(Line(x1=0, y1=y, x2=WIDTH, y2=y))
        for n, line in enumerate(wrapped(issue, LABELS - 14, 12.5, 2)):
            marks.append(Words(x=0, y=y + 22 + 16 * n, text=line, size=12.5))
        said = list(dict.fromkeys(one.stances[0] for one in held[i] if one and _one(one)))
        told = [wrapped(one.words, column - 28, 11.5, MOST) if one else () for one in held[i]]
        row = 24 + LINE * max(2, *map(len, told), 0)
        for p, (one, lines) in enumerate(zip(held[i], told, strict=True)):
            marks += _cell(one, lines, said, (LABELS + column * p, y, column, row), f"{parties[p]} on {issue}")
        y += row
    marks.append(Line(x1=0, y1=y, x2=WIDTH, y2=y))
    rows = tuple((issue, *(_told(one) for one in held[i])) for i, issue in enumerate(issues))
    refs = tuple(("", *(one.ref if one else "" for one in held[i])) for i in range(len(issues)))
    return Picture(
        title=title,
        finding=finding,
        note=note,
        width=WIDTH,
        height=y + 4,
        marks=tuple(marks),
        table=Table(("Issue", *parties), rows, refs),
    )


def _legend() -> list[Plain]:
    return [
        Dot(x=6, y=6, role="ink"),
        Dot(x=22, y=6, shape="square", size=4.5, role="ink"),
        Words(x=36, y=10, text="one shape, one stance within a row", size=11.5, term=True),
        Words(x=282, y=10, text="?", size=13, bold=True, role="disputed"),
        Words(x=296, y=10, text=PARTED, size=11.5, term=True),
        Line(x1=410, y1=6, x2=432, y2=6, role="quiet", dashed=True),
        Words(x=440, y=10, text=f"{NONE}, which is not neutral", size=11.5, term=True),
    ]


def _one(held: Held) -> bool:
    return len(held.stances) == 1 and not held.alleged_by


def _cell(
    one: Held | None, lines: Sequence[str], said: Sequence[str], box: tuple[float, float, float, float], who: str
) -> list[Mark]:
    x, y, wide, high = box
    if one is None:  # an empty place, said to be empty
        return [Line(x1=x + 8, y1=y + high / 2, x2=x + 30, y2=y + high / 2, role="quiet", dashed=True)]
    marks: list[Plain] = [Bar(x=x + 2, y=y + 4, width=wide - 4, height=high - 8)]
    if len(one.stances) > 1:
        marks.append(Words(x=x + 8, y=y + 22, text="?", size=13, bold=True, role="disputed"))
    elif _one(one) and (n := said.index(one.stances[0])) < len(SHAPES):
        marks.append(Dot(x=x + 13, y=y + 18, shape=SHAPES[n], size=4.5, role="ink"))
    role: Role = "quiet" if one.alleged_by else "ink"
    marks += [Words(x=x + 22, y=y + 22 + LINE * n, text=line, size=11.5, role=role) for n, line in enumerate(lines)]
    return [Linked(to=one.ref, says=f"{who}: {one.words}", marks=tuple(marks))]


def _told(one: Held | None) -> str:
    if one is None:
        return NONE
    words = one.words + (f" ({PARTED})" if len(one.stances) > 1 else "")
    return f"{words}, since {one.since}" if one.since else words
