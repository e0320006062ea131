"""What is tied to what around one thing at stake: who ties on the left, how in the middle, what on the right.

The layout follows from the names alone: the same ties give the same picture in whatever order they come.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from goodoffices.pictures.lettering import clipped, fitting, wrapped
from goodoffices.pictures.marks import Dot, Line, Linked, Mark, Picture, Plain, Shape, Table, Words

WIDTH, TOP, ROW, GAP = 760.0, 44.0, 40.0, 44.0
MIDDLE, RIGHT = 252.0, 452.0  # where the ties and the things stand
BEFORE = 36.0  # how far before a thing its turn is written


class Knot(Struct, frozen=True, kw_only=True):
    """One tie. by: who ties, "" for nobody named; kind: in a word; told: how the things are tied; things: (key, words)
    of each; waits: keys of those that wait for others; in_turn: whether each thing waits for the one before it; exits:
    ways out that are sought; word: whose word it is; ref: the claim.
    """

    by: tuple[str, str]
    kind: str
    told: str
    things: tuple[tuple[str, str], ...]
    waits: tuple[str, ...]
    in_turn: bool
    exits: tuple[str, ...]
    word: str
    ref: str


def ties(title: str, finding: str, note: str, knots: Sequence[Knot], focus: str) -> Picture:
    """The ties given. focus: the key of what is looked at; a click on another thing or party looks at that."""
    ordered = sorted(knots, key=lambda k: (k.by[1].casefold(), k.kind, k.things, k.ref))
    things = dict(pair for knot in ordered for pair in knot.things)
    heights = {key: TOP + ROW * (n + 0.5) for n, key in enumerate(things)}
    places = _apart([_mean([heights[key] for key, _ in knot.things]) for knot in ordered])
    hands: dict[tuple[str, str], list[float]] = {}
    for knot, y in zip(ordered, places, strict=True):
        hands.setdefault(knot.by, []).append(y)
    party_places = dict(zip(hands, _apart([_mean(ys) for ys in hands.values()]), strict=True))
    marks: list[Mark] = [*_legend()]
    for knot, y in zip(ordered, places, strict=True):
        marks += _threads(knot, y, party_places[knot.by], heights)
    for (key, name), y in party_places.items():
        marks.append(_node(key, name, 0, y, 150, key == focus))
    for knot, y in zip(ordered, places, strict=True):
        said = Words(x=MIDDLE, y=y + 4, text=knot.kind, size=12, anchor="middle", term=True)
        marks.append(Linked(to=knot.ref, says=_said(knot), marks=(said,)))
    waiting = {key for knot in ordered for key in knot.waits}
    for key, words in things.items():
        marks.append(_end(heights[key], waits=key in waiting))
        marks.append(_node(key, words, RIGHT + 12, heights[key], WIDTH - RIGHT - 12, key == focus))
    lowest = max([*heights.values(), *places, *party_places.values()], default=TOP)
    return Picture(
        title=title,
        finding=finding,
        note=note,
        width=WIDTH,
        height=lowest + ROW / 2 + 4,
        marks=tuple(marks),
        table=_table(ordered, things),
    )


def _legend() -> list[Plain]:
    heads = ((0.0, "tied by"), (MIDDLE - 24, "how"), (RIGHT + 12, "what"))
    marks: list[Plain] = [Words(x=x, y=30, text=text, size=11, role="quiet", term=True) for x, text in heads]
    marks += [
        Dot(x=6, y=8, shape="triangle", size=5, role="loss"),
        Words(x=18, y=12, text="waits for the others", size=11.5, term=True),
    ]
    marks += [
        Dot(x=176, y=8, size=4, role="ink"),
        Words(x=188, y=12, text="tied with them, or waited for", size=11.5, term=True),
    ]
    marks.append(Words(x=392, y=12, text="1, 2 … in this turn, each after the one before", size=11.5, term=True))
    return marks


def _apart(wanted: Sequence[float]) -> list[float]:
    """The places wanted, in their order, moved down until each has room."""
    found: list[float] = []
    for y in wanted:
        found.append(max(y, found[-1] + GAP) if found else y)
    return found


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _threads(knot: Knot, y: float, party: float, heights: Mapping[str, float]) -> list[Mark]:
    half = 4 + 3.6 * len(knot.kind)
    marks: list[Mark] = [Line(x1=158, y1=party, x2=MIDDLE - half, y2=y, role="quiet")]
    first, last = MIDDLE + half, RIGHT - 4
    for turn, (key, _) in enumerate(knot.things, start=1):
        end = heights[key]
        marks.append(Line(x1=first, y1=y, x2=last, y2=end, role="quiet", dashed=key in knot.waits))
        if knot.in_turn:  # on its own line, before the lines to one thing meet
            there = end + (y - end) * BEFORE / (last - first)
            marks.append(Words(x=last - BEFORE, y=there - 5, text=str(turn), size=11, anchor="end"))
    return marks


def _end(y: float, *, waits: bool) -> Dot:
    """The mark of a thing: one, whether one tie makes it wait or several."""
    shape: Shape = "triangle" if waits else "circle"
    return Dot(x=RIGHT, y=y, shape=shape, size=5 if waits else 4, role="loss" if waits else "ink")


def _node(key: str, words: str, x: float, y: float, room: float, focused: bool) -> Linked:
    lines = wrapped(words, room, 12.5, 2)
    first = y + 4 - 8 * (len(lines) - 1)
    marks: list[Plain] = [
        Words(x=x, y=first + 16 * n, text=line, size=12.5, bold=focused, role="ink" if focused else "accent")
        for n, line in enumerate(lines)
    ]
    if focused:
        marks.append(
            Line(x1=x, y1=first + 16 * len(lines) - 10, x2=x + 60, y2=first + 16 * len(lines) - 10, role="ink")
        )
    return Linked(to=f"f-{key}" if key else "", says=f"What {words} is tied to", marks=tuple(marks))


def _said(knot: Knot) -> str:
    return clipped(f"{knot.kind}: {knot.told}", fitting(1600))


def _table(knots: Sequence[Knot], things: Mapping[str, str]) -> Table:
    rows = tuple(
        (
            (", then " if knot.in_turn else ", ").join(things[key] for key in knot.waits) or "–",
            knot.kind,
            ", ".join(words for key, words in knot.things if key not in knot.waits),
            knot.by[1],
            "; ".join(knot.exits) or "–",
            knot.word,
        )
        for knot in knots
    )
    heads = ("What waits", "How", "For what, or with what", "Tied by", "Ways out sought", "Whose word")
    party = tuple(f"f-{knot.by[0]}" if knot.by[0] else "" for knot in knots)
    return Table(heads, rows, tuple(("", knot.ref, "", by) for knot, by in zip(knots, party, strict=True)), terms=(1,))
