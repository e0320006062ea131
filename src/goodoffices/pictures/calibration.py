"""A record of forecasts: whether what was said to be 70 % likely came in 70 % of the cases, and each source's score."""

from collections.abc import Sequence

from msgspec import Struct

from goodoffices.pictures.axis import Axis
from goodoffices.pictures.frontier import LABELS, WIDTH
from goodoffices.pictures.lettering import wrapped
from goodoffices.pictures.marks import Bar, Dot, Line, Mark, Picture, Table, Words

SIDE, ROW = 300.0, 44.0


class Class(Struct, frozen=True, kw_only=True):
    """Forecasts of about one probability: what was said on average, how often it came (0 to 1), and how many."""

    said: float
    came: float
    count: int


class Score(Struct, frozen=True, kw_only=True):
    """A source's Brier score, what always saying its base rate would have scored, and over how many forecasts."""

    name: str
    brier: float
    usual: float
    scored: int


def calibration(title: str, finding: str, note: str, classes: Sequence[Class]) -> Picture:
    """One dot per class, larger the more forecasts it holds; on the dashed line said and came are the same."""
    across, up = Axis(0, 1, 60, 60 + SIDE), Axis(0, 1, SIDE + 12, 12)
    marks: list[Mark] = []
    for tick in (0, 0.25, 0.5, 0.75, 1):
        marks.append(Line(x1=across.at(tick), y1=up.start, x2=across.at(tick), y2=up.end))
        marks.append(Line(x1=across.start, y1=up.at(tick), x2=across.end, y2=up.at(tick)))
        marks.append(
            Words(x=across.at(tick), y=up.start + 17, text=f"{tick:.0%}", size=11, role="quiet", anchor="middle")
        )
        marks.append(
            Words(x=across.start - 8, y=up.at(tick) + 4, text=f"{tick:.0%}", size=11, role="quiet", anchor="end")
        )
    marks.append(Line(x1=across.start, y1=up.start, x2=across.end, y2=up.end, role="ink", dashed=True))
    marks.append(Words(x=across.end, y=up.start + 34, text="was said", size=11, role="quiet", anchor="end"))
    marks.append(Words(x=across.end + 10, y=up.at(1) + 4, text="came, of those said", size=11, role="quiet"))
    most = max((one.count for one in classes), default=1)
    for one in classes:
        size = 4 + 6 * (one.count / most) ** 0.5
        marks.append(Dot(x=across.at(one.said), y=up.at(one.came), size=size))
        marks.append(Words(x=across.at(one.said) + size + 5, y=up.at(one.came) + 4, text=f"{one.count}", size=11))
    rows = tuple((f"{one.said:.0%}", f"{one.came:.0%}", str(one.count)) for one in classes)
    return Picture(
        title=title, finding=finding, note=note, width=WIDTH, height=SIDE + 52, marks=tuple(marks),
        table=Table(("Said, on average", "Came", "Forecasts"), rows),
    )  # fmt: skip


def scores(title: str, finding: str, note: str, of: Sequence[Score]) -> Picture:
    """A row per source: the bar is its Brier score, the line what its base rate would have scored."""
    high = max([0.25, *(v for one in of for v in (one.brier, one.usual))])
    axis = Axis(0, high, LABELS, WIDTH - 60)
    bottom = 28 + ROW * len(of)
    marks: list[Mark] = [
        Bar(x=LABELS, y=4, width=22, height=10, role="accent"),
        Words(x=LABELS + 28, y=13, text="Brier score, 0 is perfect", size=11),
        Line(x1=LABELS + 206, y1=2, x2=LABELS + 206, y2=16, role="ink", width=2),
        Words(x=LABELS + 214, y=13, text="always saying the base rate", size=11),
    ]
    for tick in axis.ticks(5):
        marks.append(Line(x1=axis.at(tick), y1=28, x2=axis.at(tick), y2=bottom))
        marks.append(Words(x=axis.at(tick), y=bottom + 16, text=f"{tick:g}", size=11, role="quiet", anchor="middle"))
    for n, one in enumerate(of):
        y = 28 + ROW * n
        marks.append(Line(x1=0, y1=y, x2=WIDTH, y2=y))
        marks.append(Words(x=0, y=y + 18, text=wrapped(one.name, LABELS - 14, 13, 1)[0]))
        marks.append(Words(x=0, y=y + 34, text=f"{one.scored} scored", size=11, role="quiet"))
        marks.append(
            Bar(x=axis.at(0), y=y + 14, width=max(1.0, axis.at(one.brier) - axis.at(0)), height=16, role="accent")
        )
        marks.append(Line(x1=axis.at(one.usual), y1=y + 8, x2=axis.at(one.usual), y2=y + 36, role="ink", width=2))
        marks.append(
            Words(x=max(axis.at(one.brier), axis.at(one.usual)) + 8, y=y + 26, text=f"{one.brier:.3f}", size=12)
        )
    rows = tuple((one.name, str(one.scored), f"{one.brier:.3f}", f"{one.usual:.3f}") for one in of)
    return Picture(
        title=title, finding=finding, note=note, width=WIDTH, height=bottom + 22, marks=tuple(marks),
        table=Table(("Forecasts of", "Scored", "Brier", "Base rate"), rows),
    )  # fmt: skip
