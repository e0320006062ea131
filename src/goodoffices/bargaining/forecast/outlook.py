"""The models over everything a question leaves open: draws by seed, shown as quantiles."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
import numpy as np

from goodoffices.bargaining.amounts import POINT, Between
from goodoffices.bargaining.forecast.challenge import USUAL, Options, challenge
from goodoffices.bargaining.forecast.means import compromise, median
from goodoffices.bargaining.forecast.question import Question
from goodoffices.errors import BadArgument

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
"""The quantiles that are given."""

DRAWS = 1_000_000
"""Most draws that are kept at once."""

SHARD = 100
"""Draws in one piece of work."""

MODELS = ("compromise", "median", "challenge")


class Spread(msgspec.Struct, frozen=True):
    """What a model gives: `usual` where every range is at its likely value or its middle, and the quantiles of LEVELS
    over the draws (all equal to `usual` without a range)."""

    model: str
    usual: float
    quantiles: tuple[float, ...]


class Outlook(msgspec.Struct, frozen=True):
    """All models over the draws of a question. `sways`: (cell, rank correlation with the compromise over the draws),
    the strongest first: what would be worth knowing better."""

    draws: int
    seed: int
    models: tuple[Spread, ...]
    sways: tuple[tuple[str, float], ...]


class _Shard(msgspec.Struct, frozen=True):
    question: Question
    seed: int
    numbers: tuple[int, ...]
    rounds: int
    options: Options

    @property
    def name(self) -> str:
        """What it is called in errors and progress."""
        return f"draws {self.numbers[0] + 1} to {self.numbers[-1] + 1}"


def outlook(
    question: Question,
    *,
    draws: int = 1000,
    seed: int = 0,
    rounds: int = 10,
    options: Options = USUAL,
    map: Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]] = map,
) -> Outlook:
    """The three models; of the challenge model the mean after its last round. Ranges are drawn uniformly, or
    triangularly where a likely value is given, all independently. `map` may work in other processes. Raises
    BadArgument.
    """
    if not 1 <= draws <= DRAWS:
        raise BadArgument(f"at least one draw is made, and {DRAWS:,} at most", draws, "1,000 give good quantiles.")
    usual = _answers(question, {}, rounds, options)
    names = question.open
    if not names:
        return Outlook(0, seed, tuple(Spread(m, x, (x,) * len(LEVELS)) for m, x in zip(MODELS, usual, strict=True)), ())
    numbers = range(draws)
    shards = [_Shard(question, seed, tuple(numbers[k : k + SHARD]), rounds, options) for k in range(0, draws, SHARD)]
    rows = np.array([row for part in map(_looked, shards) for row in part])
    cells, found = rows[:, : len(names)], rows[:, len(names) :]
    models = tuple(
        Spread(model, usual[k], tuple(float(q) for q in np.quantile(found[:, k], LEVELS)))
        for k, model in enumerate(MODELS)
    )
    sways = [(name, _rank_correlation(cells[:, k], found[:, 0])) for k, name in enumerate(names)]
    return Outlook(draws, seed, models, tuple(sorted(sways, key=lambda one: -abs(one[1]))))


def _looked(shard: _Shard) -> list[list[float]]:
    rows = []
    for number in shard.numbers:
        filled = _drawn(shard.question, shard.seed, number)
        rows.append([*filled.values(), *_answers(shard.question, filled, shard.rounds, shard.options)])
    return rows


def _answers(question: Question, filled: dict[str, float], rounds: int, options: Options) -> list[float]:
    stands = question.stands(filled)
    if not any(one.weight for one in stands):
        return [float("nan")] * len(MODELS)
    return [compromise(stands), sum(median(stands)) / 2, challenge(stands, rounds, options)[-1].mean]


def _drawn(question: Question, seed: int, number: int) -> dict[str, float]:
    """Draw `number` of the stream `seed`: the same wherever it is made."""
    rng = np.random.default_rng([seed, number])
    found = {}
    for actor in question.actors:
        for name, value in actor.cells():
            if isinstance(value, Between):
                if value.likely is not None and value.low < value.high:
                    found[name] = rng.triangular(value.low, value.likely, value.high) / POINT
                else:
                    found[name] = rng.uniform(value.low, value.high) / POINT
    return found


def _rank_correlation(x: Sequence[float] | Any, y: Sequence[float] | Any) -> float:
    """Spearman's; 0 where one does not vary."""
    a, b = (np.argsort(np.argsort(one)).astype(float) for one in (x, y))
    if np.ptp(x) == 0 or np.ptp(y) == 0 or len(a) < 2:
        return 0.0
    return float(np.corrcoef(a, b)[0, 1])
