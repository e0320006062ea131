"""States of a conflict on the ways from the status quo, from left to right by how many moves lead there."""

import math
from collections.abc import Mapping, Sequence

from msgspec import Struct

from goodoffices.pictures.frontier import WIDTH
from goodoffices.pictures.lettering import width, wrapped
from goodoffices.pictures.marks import Dot, Line, Mark, Picture, Role, Shape, Table, Words

_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

NODE, TOP, LAST = 7.0, 50.0, 140.0
LINE = 14.0


class Place(Struct, frozen=True, kw_only=True):
    """A state: its name, what is so in it, under which concepts it is an equilibrium (in words, "" for none), after how
    many moves from the status quo it is reached (None: no way leads there), and who can move from it where."""

    name: str
    says: str
    holds: str
    after: int | None
    moves: str


class Move(Struct, frozen=True, kw_only=True):
    """A step of a way: who moves from which state (its number) to which; improves: and is better off at once."""

    start: int
    end: int
    who: str
    improves: bool


def ways(title: str, finding: str, note: str, places: Sequence[Place], moves: Sequence[Move]) -> Picture:
    """The status quo is the place after no move. Dashed: the mover is no better off at once."""
    columns = _columns(places)
    high = max((len(held) for held in columns.values()), default=1)
    wide = (WIDTH - LAST) / max(1, len(columns) - 1)
    names = [wrapped(place.name, min(wide, LAST) - 24, 12) for place in places]
    row = 44 + LINE * (1 + max(map(len, names), default=1))
    at: dict[int, tuple[float, float]] = {}
    for c, held in enumerate(columns.values()):
        for r, n in enumerate(held):
            at[n] = (14 + wide * c, TOP + row * (r + (high - len(held)) / 2))
    marks = _legend()
    taken = [_below(at[n], [*names[n], place.holds]) for n, place in enumerate(places)]
    for one in moves:
        marks += _arrow(at[one.start], at[one.end], one, taken)
    for n, place in enumerate(places):
        x, y = at[n]
        here = place.after == 0
        shape: Shape = "square" if here else "diamond" if place.holds else "circle"
        marks.append(Dot(x=x, y=y, shape=shape, size=NODE, role="accent" if place.holds else "quiet"))
        for k, line in enumerate(names[n]):
            marks.append(Words(x=x - NODE, y=y + 22 + LINE * k, text=line, size=12, bold=True, clear=True))
        under = y + 22 + LINE * len(names[n])
        if place.holds:
            marks.append(Words(x=x - NODE, y=under, text=place.holds, size=10.5, clear=True))
    rows = tuple(
        (
            place.name,
            place.says,
            place.holds or "–",
            "no way leads there" if place.after is None else str(place.after),
            place.moves,
        )
        for place in places
    )
    heads = ("State", "What is so", "Equilibrium", "Moves from the status quo", "Who can move where")
    return Picture(
        title=title,
        finding=finding,
        note=note,
        width=WIDTH,
        height=TOP + row * high - 20,
        marks=tuple(marks),
        table=Table(heads, rows),
    )


def _columns(places: Sequence[Place]) -> Mapping[int, list[int]]:
    """The numbers of the places, by how far they are; those no way leads to last."""
    far = 1 + max((place.after for place in places if place.after is not None), default=0)
    found: dict[int, list[int]] = {}
    for n, place in sorted(enumerate(places), key=lambda one: far if one[1].after is None else one[1].after):
        found.setdefault(far if place.after is None else place.after, []).append(n)
    return found


def _below(at: tuple[float, float], lines: Sequence[str]) -> _Box:
    """Where the words under a place stand."""
    x, y = at
    wide = max((width(line, 12) for line in lines), default=0.0)
    return x - NODE, y - NODE, x - NODE + wide, y + 22 + LINE * (len(lines) - 1)


def _shared(one: _Box, other: _Box) -> float:
    """How much of one box another covers."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0


def _arrow(start: tuple[float, float], end: tuple[float, float], one: Move, taken: list[_Box]) -> list[Mark]:
    """A line with a head; who moves stands above its middle, or elsewhere along it where words stand there already.
    taken: where words stand; these are added.
    """
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    x1, y1, x2, y2 = x1 + dx * (NODE + 4), y1 + dy * (NODE + 4), x2 - dx * (NODE + 4), y2 - dy * (NODE + 4)
    role: Role = "ink" if one.improves else "quiet"
    marks: list[Mark] = [Line(x1=x1, y1=y1, x2=x2, y2=y2, role=role, width=1.3, dashed=not one.improves)]
    for turn in (0.45, -0.45):
        c, s = math.cos(turn), math.sin(turn)
        marks.append(
            Line(x1=x2, y1=y2, x2=x2 - 8 * (dx * c - dy * s), y2=y2 - 8 * (dx * s + dy * c), role=role, width=1.3)
        )
    name = wrapped(one.who, length - 24, 10.5, 1)[0]
    slope = abs(dy) / max(abs(dx), 0.2)
    half = width(name, 10.5) / 2
    far = min(26.0, 5 + slope * half)

    def box(part: float, off: float) -> _Box:
        x, y = x1 + part * (x2 - x1), y1 + part * (y2 - y1) + off
        return x - half, y - 10.5, x + half, y

    places = [box(part, off) for part in (0.5, 0.6, 0.4, 0.7, 0.3) for off in (-far, far + 10.5)]
    best = min(places, key=lambda here: sum(_shared(here, other) for other in taken))
    taken.append(best)
    who = Words(x=(best[0] + best[2]) / 2, y=best[3], text=name, size=10.5, role=role, anchor="middle", clear=True)
    return [*marks, who]


def _legend() -> list[Mark]:
    return [
        Dot(x=7, y=9, shape="square", size=5, role="quiet"),
        Words(x=18, y=13, text="status quo", size=11, term=True),
        Dot(x=98, y=9, shape="diamond", size=5),
        Words(x=109, y=13, text="nobody would leave it", size=11, term=True),
        Line(x1=252, y1=9, x2=280, y2=9, role="ink", width=1.3),
        Words(x=287, y=13, text="a move that betters the mover's lot", size=11, term=True),
        Line(x1=508, y1=9, x2=536, y2=9, role="quiet", width=1.3, dashed=True),
        Words(x=543, y=13, text="one that does not at once", size=11, term=True),
    ]
