"""An outlook: who stands where on one scale, and where each model would end, over everything that is open."""

from collections.abc import Sequence

from msgspec import Struct

from goodoffices.pictures.axis import padded
from goodoffices.pictures.frontier import LABELS, WIDTH
from goodoffices.pictures.lettering import wrapped
from goodoffices.pictures.marks import Bar, Dot, Line, Mark, Picture, Table, Words

ROW, MODEL = 36.0, 40.0


class Stander(Struct, frozen=True, kw_only=True):
    """An actor: where it stands, least and most, and its weight in words."""

    name: str
    low: float
    high: float
    usual: float
    weight: str


class Answer(Struct, frozen=True, kw_only=True):
    """A model: what it gives at the usual values, and the values below which 5, 25, 50, 75, 95 % of the draws lie;
    none where nothing is open."""

    model: str
    usual: float
    quantiles: tuple[float, ...] = ()


def outlook(
    title: str, finding: str, note: str, unit: str, standers: Sequence[Stander], answers: Sequence[Answer]
) -> Picture:
    """Actors above, models below, on the same scale."""
    values = [v for one in standers for v in (one.low, one.high)] + [
        v for one in answers for v in (one.usual, *one.quantiles)
    ]
    axis = padded(values, LABELS + 20, WIDTH - 60)
    top = 28.0
    middle = top + ROW * len(standers) + 14
    bottom = middle + MODEL * len(answers)
    marks: list[Mark] = [
        Line(x1=LABELS, y1=9, x2=LABELS + 40, y2=9, role="accent", width=1.5),
        Bar(x=LABELS + 10, y=4, width=20, height=10, role="soft"),
        Line(x1=LABELS + 20, y1=2, x2=LABELS + 20, y2=16, role="accent", width=2),
        Words(x=LABELS + 48, y=13, text="5, 25, 50, 75, 95 % of the draws lie below", size=11),
        Dot(x=LABELS + 318, y=9, shape="diamond", size=4.5, role="ink"),
        Words(x=LABELS + 328, y=13, text="at the usual values", size=11),
    ]
    for tick in axis.ticks():
        marks.append(Line(x1=axis.at(tick), y1=top, x2=axis.at(tick), y2=bottom))
        marks.append(Words(x=axis.at(tick), y=bottom + 16, text=f"{tick:g}", size=11, role="quiet", anchor="middle"))
    marks.append(
        Words(x=axis.end, y=bottom + 32, text=unit or "the scale of the question", size=11, role="quiet", anchor="end")
    )
    for n, actor in enumerate(standers):
        y = top + ROW * (n + 0.5)
        marks.append(Words(x=0, y=y - 2, text=wrapped(actor.name, LABELS - 12, 12, 1)[0], size=12))
        marks.append(Words(x=0, y=y + 11, text=actor.weight, size=10.5, role="quiet"))
        if actor.high > actor.low:
            marks.append(Line(x1=axis.at(actor.low), y1=y, x2=axis.at(actor.high), y2=y, role="quiet", width=3))
        marks.append(Dot(x=axis.at(actor.usual), y=y, size=4.5, role="quiet"))
    for n, one in enumerate(answers):
        y = middle + MODEL * n
        marks.append(Line(x1=0, y1=y, x2=WIDTH, y2=y, role="quiet" if n == 0 else "hairline"))
        marks.append(Words(x=0, y=y + 24, text=one.model))
        if one.quantiles:
            least, low, half, high, most = map(axis.at, one.quantiles)
            marks.append(Line(x1=least, y1=y + 20, x2=most, y2=y + 20, role="accent", width=1.5))
            marks.append(Bar(x=low, y=y + 13, width=max(1.0, high - low), height=14, role="soft"))
            marks.append(Line(x1=half, y1=y + 9, x2=half, y2=y + 31, role="accent", width=2))
        marks.append(Dot(x=axis.at(one.usual), y=y + 20, shape="diamond", size=4.5, role="ink"))
        marks.append(Words(x=axis.at(one.usual) + 10, y=y + 12, text=f"{one.usual:.4g}", size=11))
    heads = (
        "Model",
        "At the usual values",
        *(("5 %", "25 %", "50 %", "75 %", "95 %") if answers and answers[0].quantiles else ()),
    )
    rows = tuple((one.model, f"{one.usual:.4g}", *(f"{q:.4g}" for q in one.quantiles)) for one in answers)
    return Picture(
        title=title,
        finding=finding,
        note=note,
        width=WIDTH,
        height=bottom + 36,
        marks=tuple(marks),
        table=Table(heads, rows),
    )
