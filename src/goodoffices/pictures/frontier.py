"""The frontier: what no package beats for everybody, and where on it the solutions lie.

Two parties: one point per package of the frontier, one axis each. More: one row per party, with how often the frontier
gives it so many points.
"""

from collections.abc import Sequence

from msgspec import Struct

from goodoffices.pictures.axis import Axis, padded
from goodoffices.pictures.lettering import width, wrapped
from goodoffices.pictures.marks import SHAPES, Bar, Dot, Line, Mark, Picture, Table, Words

WIDTH, LABELS, LANE = 720.0, 190.0, 15.0
BINS = 60
NEAR = 12.0


class Scale(Struct, frozen=True, kw_only=True):
    """One party: what it needs at least, and its points on the frontier, one per point of it."""

    name: str
    reservation: float
    points: tuple[float, ...]


class Spot(Struct, frozen=True, kw_only=True):
    """A solution: points per party, in their order."""

    name: str
    points: tuple[float, ...]


def frontier(title: str, finding: str, note: str, scales: Sequence[Scale], spots: Sequence[Spot]) -> Picture:
    """The picture of a frontier between two parties or more; at most four solutions are marked."""
    shown = spots[: len(SHAPES)]
    marks, height = _plane(scales, shown) if len(scales) == 2 else _rows(scales, shown)
    heads = ("Party", "Needs at least", "Least on the frontier", "Most on the frontier", *(s.name for s in shown))
    rows = tuple(
        (
            scale.name,
            f"{scale.reservation:g}",
            f"{min(scale.points, default=0):.1f}",
            f"{max(scale.points, default=0):.1f}",
            *(f"{spot.points[p]:.1f}" for spot in shown),
        )
        for p, scale in enumerate(scales)
    )
    return Picture(
        title=title,
        finding=finding,
        note=note,
        width=WIDTH,
        height=height,
        marks=tuple(marks),
        table=Table(heads, rows),
    )


def legend(names: Sequence[str], y: float) -> list[Mark]:
    """What each shape stands for, in one line."""
    marks: list[Mark] = []
    x = 6.0
    for name, shape in zip(names, SHAPES, strict=False):
        marks += [Dot(x=x, y=y - 4, shape=shape, size=4.5), Words(x=x + 12, y=y, text=name, size=12)]
        x += 12 + width(name, 12) + 26
    return marks


def _rows(scales: Sequence[Scale], spots: Sequence[Spot]) -> tuple[list[Mark], float]:
    marks = legend([spot.name for spot in spots], 14)
    values = [v for scale in scales for v in (*scale.points, scale.reservation)]
    axis = padded(values, LABELS, WIDTH - 44)
    y, row = 34.0, max(46.0, LANE * len(spots) + 26)
    bottom = y + row * len(scales)
    for tick in axis.ticks():
        marks.append(Line(x1=axis.at(tick), y1=y, x2=axis.at(tick), y2=bottom))
        marks.append(Words(x=axis.at(tick), y=bottom + 16, text=f"{tick:g}", size=11, role="quiet", anchor="middle"))
    marks.append(Words(x=axis.end, y=bottom + 32, text="points", size=11, role="quiet", anchor="end"))
    for p, scale in enumerate(scales):
        base = y + row * (p + 1) - 6
        marks += _heaped(scale.points, axis, base, row - 14)
        marks.append(Line(x1=axis.start, y1=base, x2=axis.end, y2=base, role="quiet"))
        at = axis.at(scale.reservation)
        marks.append(Line(x1=at, y1=base - row + 12, x2=at, y2=base, role="ink", width=2))
        for n, line in enumerate(wrapped(scale.name, LABELS - 16, 13, 2)):
            marks.append(Words(x=0, y=base - row + 26 + 17 * n, text=line))
        marks.append(Words(x=0, y=base - 2, text=f"needs at least {scale.reservation:g}", size=11, role="quiet"))
        for n, spot in enumerate(spots):
            here, lane = axis.at(spot.points[p]), base - row + 20 + LANE * n
            marks.append(Dot(x=here, y=lane, shape=SHAPES[n], size=4.5))
            marks.append(Words(x=here + 10, y=lane + 4, text=f"{spot.points[p]:.1f}", size=11))
    return marks, bottom + 36


def _heaped(points: Sequence[float], axis: Axis, base: float, room: float) -> list[Mark]:
    """How often the frontier gives so many points: bars, the highest of them as high as there is room."""
    counts = [0] * BINS
    for value in points:
        place = (axis.at(value) - axis.start) / (axis.end - axis.start)
        counts[min(BINS - 1, max(0, int(place * BINS)))] += 1
    wide = (axis.end - axis.start) / BINS
    most = max(counts, default=0) or 1
    return [
        Bar(x=axis.start + n * wide, y=base - room * count / most, width=wide + 0.2, height=room * count / most)
        for n, count in enumerate(counts)
        if count
    ]


def _plane(scales: Sequence[Scale], spots: Sequence[Spot]) -> tuple[list[Mark], float]:
    first, second = scales
    marks = legend([spot.name for spot in spots], 14)
    left, top, bottom = 56.0, 52.0, 440.0
    across = padded([*first.points, first.reservation], left, WIDTH - 24)
    up = padded([*second.points, second.reservation], bottom, top)
    for tick in across.ticks():
        marks.append(Line(x1=across.at(tick), y1=top, x2=across.at(tick), y2=bottom))
        marks.append(Words(x=across.at(tick), y=bottom + 17, text=f"{tick:g}", size=11, role="quiet", anchor="middle"))
    for tick in up.ticks():
        marks.append(Line(x1=left, y1=up.at(tick), x2=across.end, y2=up.at(tick)))
        marks.append(Words(x=left - 8, y=up.at(tick) + 4, text=f"{tick:g}", size=11, role="quiet", anchor="end"))
    marks.append(Words(x=across.end, y=bottom + 36, text=f"{first.name}, points", size=12, anchor="end"))
    marks.append(Words(x=0, y=top - 12, text=f"{second.name}, points", size=12))
    here, there = across.at(first.reservation), up.at(second.reservation)
    marks.append(Line(x1=here, y1=top, x2=here, y2=bottom, role="ink", width=1.5, dashed=True))
    marks.append(Line(x1=left, y1=there, x2=across.end, y2=there, role="ink", width=1.5, dashed=True))
    pixels = {(round(across.at(a)), round(up.at(b))): None for a, b in zip(first.points, second.points, strict=True)}
    marks += [Dot(x=x, y=y, size=2.2, role="quiet") for x, y in pixels]
    marks += _named_spots(spots, across, up)
    return marks, bottom + 42


def _named_spots(spots: Sequence[Spot], across: Axis, up: Axis) -> list[Mark]:
    """The solutions; those too near each other to be told apart stand beside their place, each with a line to it."""
    places = [(across.at(spot.points[0]), up.at(spot.points[1])) for spot in spots]
    marks: list[Mark] = []
    for n, (x, y) in enumerate(places):
        near = [k for k, (a, b) in enumerate(places) if abs(a - x) < NEAR and abs(b - y) < NEAR]
        if near == [n]:
            marks.append(Dot(x=x, y=y, shape=SHAPES[n], size=5.5))
            continue
        aside, above = x + 26 + 16 * near.index(n), y - 26
        marks += [Line(x1=x, y1=y, x2=aside, y2=above, role="quiet"), Dot(x=x, y=y, size=2.6, role="ink")]
        marks.append(Dot(x=aside, y=above, shape=SHAPES[n], size=5.5))
    return marks
