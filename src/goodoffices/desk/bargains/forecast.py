"""Where would a question end, and how good were forecasts?"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from goodoffices.bargaining.amounts import POINT, Amount, Between
from goodoffices.bargaining.forecast import (
    Actor,
    Bin,
    Forecast,
    Options,
    Outlook,
    Question,
    Round,
    Scored,
    calibration,
    challenge,
    outlook,
    read_forecasts,
    scored,
)
from goodoffices.desk.bargains.assumptions import assumption, words
from goodoffices.desk.progress import Progress, silent
from goodoffices.scale import spread


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as it is assumed to be, each number as it stands in the file: "0.5 to 0.9" for a range."""

    actor: str
    name: str
    position: str
    capability: str
    salience: str
    low: float
    high: float
    usual: float


class Foreseen(msgspec.Struct, frozen=True, kw_only=True):
    """The models' answers to a question. stands: what is assumed of each actor; rounds: of the challenge model, at the
    usual values; open: its ranges."""

    title: str
    assumption: str
    asks: str
    unit: str
    actors: tuple[tuple[str, str], ...]
    stands: tuple[Placed, ...]
    open: tuple[str, ...]
    outlook: Outlook
    rounds: tuple[Round, ...]
    options: Options


def foreseen(
    question: Question,
    *,
    draws: int = 1000,
    seed: int = 0,
    rounds: int = 10,
    options: Options | None = None,
    workers: int = 1,
    progress: Progress = silent,
) -> Foreseen:
    """All models over what `question` leaves open. Raises BadArgument."""
    chosen = options or Options()
    with spread(workers, progress=progress) as map:
        over = outlook(question, draws=draws, seed=seed, rounds=rounds, options=chosen, map=map)
    return Foreseen(
        title=question.title or "A question without a title",
        assumption=assumption(question),
        asks=question.asks,
        unit=question.unit,
        actors=tuple((one.id, one.name or one.id) for one in question.actors),
        stands=tuple(
            _placed(one, stand.position) for one, stand in zip(question.actors, question.stands(), strict=True)
        ),
        open=question.open,
        outlook=over,
        rounds=challenge(question.stands(), rounds, chosen),
        options=chosen,
    )


def _placed(one: Actor, usual: float) -> Placed:
    ends = (one.position.low, one.position.high) if isinstance(one.position, Between) else (usual * POINT,) * 2
    return Placed(
        actor=one.id,
        name=one.name or one.id,
        position=_written(one.position),
        capability=_written(one.capability),
        salience=_written(one.salience),
        low=ends[0] / POINT,
        high=ends[1] / POINT,
        usual=usual,
    )


def _written(value: Amount) -> str:
    if isinstance(value, Between):
        likely = "" if value.likely is None else f", likely {value.likely / POINT:g}"
        return f"{value.low / POINT:g} to {value.high / POINT:g}{likely}"
    return "" if value is None else f"{value / POINT:g}"


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """How good forecasts were: of all together first, then by source; calibration of all together; and the record."""

    scores: tuple[Scored, ...]
    classes: tuple[Bin, ...]
    record: tuple[Forecast, ...]


def judged(forecasts: Sequence[Forecast], bins: int = 10) -> Judged:
    """The scores of a record of forecasts. Raises BadArgument."""
    sources = sorted({one.by for one in forecasts}, key=str.casefold)
    return Judged(
        scores=(scored(forecasts, bins=bins), *(scored(forecasts, by, bins) for by in sources)),
        classes=calibration(forecasts, bins),
        record=tuple(forecasts),
    )


def forecasts_from(file: str) -> tuple[Forecast, ...]:
    """The record in a file. Raises BadScenario, NotFound."""
    return read_forecasts(words(Path(file)))
