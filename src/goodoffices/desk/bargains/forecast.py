"""Where would a question end, and how good were forecasts?"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from goodoffices.bargaining.forecast import (
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


class Foreseen(msgspec.Struct, frozen=True, kw_only=True):
    """The models' answers to a question. rounds: of the challenge model, at the usual values; open: its ranges."""

    title: str
    assumption: str
    asks: str
    unit: str
    actors: tuple[tuple[str, str], ...]
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
        open=question.open,
        outlook=over,
        rounds=challenge(question.stands(), rounds, chosen),
        options=chosen,
    )


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """How good forecasts were: of all together first, then by source; calibration of all together."""

    scores: tuple[Scored, ...]
    classes: tuple[Bin, ...]


def judged(forecasts: Sequence[Forecast], bins: int = 10) -> Judged:
    """The scores of a record of forecasts. Raises BadArgument."""
    sources = sorted({one.by for one in forecasts}, key=str.casefold)
    return Judged(
        scores=(scored(forecasts, bins=bins), *(scored(forecasts, by, bins) for by in sources)),
        classes=calibration(forecasts, bins),
    )


def forecasts_from(file: str) -> tuple[Forecast, ...]:
    """The record in a file. Raises BadScenario, NotFound."""
    return read_forecasts(words(Path(file)))
