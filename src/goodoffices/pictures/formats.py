"""Formats side by side: who of those concerned is in the room, and what its rule gives each member."""

from collections.abc import Sequence

from msgspec import Struct

from goodoffices.pictures.axis import Axis
from goodoffices.pictures.frontier import WIDTH
from goodoffices.pictures.lettering import wrapped
from goodoffices.pictures.marks import Bar, Dot, Line, Linked, Mark, Picture, Plain, Role, Shape, Table, Words

LABELS, ROW, LANE = 200.0, 54.0, 34.0

PRESENT: tuple[tuple[str, Shape, Role], ...] = (
    ("sits", "circle", "accent"),
    ("represented", "diamond", "accent"),
    ("consulted", "triangle", "quiet"),
    ("absent", "square", "hairline"),
)
"""How each presence is drawn, the closest to the table first."""


class Room(Struct, frozen=True, kw_only=True):
    """A format: for each list of stakeholders how many are present how (presence -> number); to: as `Linked` has it."""

    name: str
    counts: tuple[dict[str, int], ...]
    to: str = ""


class Powers(Struct, frozen=True, kw_only=True):
    """Members of like power in a format: who, and the Shapley-Shubik index of each, counting yes and no, and with
    abstention (None: the rule has none, or the body is too large to count); to: as `Linked` has it."""

    format: str
    who: str
    binary: float
    ternary: float | None
    to: str = ""


def presence(title: str, finding: str, note: str, lists: Sequence[str], rooms: Sequence[Room], to: str = "") -> Picture:
    """A row per format, a column per list of stakeholders, a mark per stakeholder. to: what the finding leads to."""
    sizes = [max((sum(room.counts[k].values()) for room in rooms), default=1) for k in range(len(lists))]
    share = (WIDTH - LABELS) / max(1, sum(max(6, size) for size in sizes))
    starts = [LABELS + share * sum(max(6, size) for size in sizes[:k]) for k in range(len(lists))]
    marks: list[Mark] = []
    x = 6.0
    for name, shape, role in PRESENT:
        marks += [Dot(x=x, y=9, shape=shape, size=5, role=role), Words(x=x + 12, y=13, text=name, size=12, term=True)]
        x += 110
    for start, listed in zip(starts, lists, strict=True):
        marks.append(Words(x=start, y=40, text=listed, size=12, bold=True, term=True))
    top = 50.0
    for r, room in enumerate(rooms):
        y = top + ROW * r
        marks.append(Line(x1=0, y1=y, x2=WIDTH, y2=y))
        called = [
            Words(x=0, y=y + 17 + 15 * n, text=line, size=12)
            for n, line in enumerate(wrapped(room.name, LABELS - 14, 12, 3))
        ]
        marks += _leading(room.to, room.name, called)
        for start, size, listed, counts in zip(starts, sizes, lists, room.counts, strict=True):
            step = min(20.0, share * max(6, size) / max(1, size) - 0.5)
            drawn = [(shape, role) for name, shape, role in PRESENT for _ in range(counts.get(name, 0))]
            inside = counts.get("sits", 0) + counts.get("represented", 0)
            said = f"{inside} of {sum(counts.values())} sit or are represented"
            held: list[Plain] = [
                Dot(x=start + 6 + step * n, y=y + 20, shape=shape, size=min(5.5, step / 2.6), role=role)
                for n, (shape, role) in enumerate(drawn)
            ]
            held.append(Words(x=start, y=y + 44, text=said, size=10.5, role="quiet"))
            marks += _leading(room.to, f"{room.name}, {listed}: {said}", held)
    rows = tuple((room.name, *(_counted(counts) for counts in room.counts)) for room in rooms)
    return Picture(
        title=title, finding=finding, note=note, width=WIDTH, height=top + ROW * len(rooms) + 4, marks=tuple(marks),
        table=Table(("Format", *lists), rows, tuple((room.to,) * (1 + len(lists)) for room in rooms)), to=to,
    )  # fmt: skip


def _leading(to: str, says: str, marks: Sequence[Plain]) -> list[Mark]:
    return [Linked(to=to, says=says, marks=tuple(marks))] if to else list(marks)


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{counts[name]} {name}" for name, _, _ in PRESENT if counts.get(name)) or "nobody"


def power(title: str, finding: str, note: str, of: Sequence[Powers]) -> Picture:
    """A row per kind of member: the bar is its power where members vote yes or no, the diamond with abstention."""
    high = max([v for one in of for v in (one.binary, one.ternary or 0.0)] or [1.0]) or 1.0
    axis = Axis(0, high, 2 * LABELS, WIDTH - 118)
    bottom = 28 + LANE * len(of)
    marks: list[Mark] = [
        Bar(x=axis.start, y=4, width=22, height=10, role="soft"),
        Words(x=axis.start + 28, y=13, text="yes or no", size=12, term=True),
        Dot(x=axis.start + 116, y=9, shape="diamond", size=5),
        Words(x=axis.start + 128, y=13, text="may abstain", size=12, term=True),
    ]
    for tick in axis.ticks(4):
        marks.append(Line(x1=axis.at(tick), y1=28, x2=axis.at(tick), y2=bottom))
        marks.append(Words(x=axis.at(tick), y=bottom + 16, text=f"{tick:g}", size=11, role="quiet", anchor="middle"))
    before = ""
    for n, one in enumerate(of):
        y = 28 + LANE * n
        if one.format != before:
            marks.append(Line(x1=0, y1=y, x2=WIDTH, y2=y))
            name = [
                Words(x=0, y=y + 14 + 14 * k, text=line, size=11, bold=True)
                for k, line in enumerate(wrapped(one.format, LABELS - 10, 11, 2))
            ]
            marks += _leading(one.to, one.format, name)
        before = one.format
        held: list[Plain] = [
            Words(x=LABELS, y=y + 14 + 13 * k, text=line, size=11)
            for k, line in enumerate(wrapped(one.who, LABELS - 10, 11, 2))
        ]
        held.append(
            Bar(x=axis.start, y=y + 8, width=max(1.0, axis.at(one.binary) - axis.start), height=16, role="soft")
        )
        if one.ternary is not None:
            held.append(Dot(x=axis.at(one.ternary), y=y + 16, shape="diamond", size=5))
        shown = f"{one.binary:.4f}" + ("" if one.ternary is None else f" / {one.ternary:.4f}")
        held.append(Words(x=WIDTH, y=y + 20, text=shown, size=11, anchor="end"))
        said = f"{one.binary:.4f} yes or no" + ("" if one.ternary is None else f", {one.ternary:.4f} with abstention")
        marks += _leading(one.to, f"{one.format}, {one.who}: {said}", held)
    rows = tuple(
        (one.format, one.who, f"{one.binary:.4f}", "" if one.ternary is None else f"{one.ternary:.4f}") for one in of
    )
    return Picture(
        title=title, finding=finding, note=note, width=WIDTH, height=bottom + 22, marks=tuple(marks),
        table=Table(("Format", "Members alike", "Yes or no", "May abstain"), rows, tuple((one.to,) * 4 for one in of)),
    )  # fmt: skip
