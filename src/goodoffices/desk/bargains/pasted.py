"""Divisions, conflicts, questions and records of forecasts as they are typed on a page: the answer and its pictures."""

from typing import Generic, TypeVar

from msgspec import Struct

from goodoffices.bargaining.division import read_points
from goodoffices.bargaining.forecast import Options, read_forecasts, read_question
from goodoffices.bargaining.stability import read_conflict
from goodoffices.desk.bargains.assumptions import signed
from goodoffices.desk.bargains.divide import Divided, divided
from goodoffices.desk.bargains.forecast import Foreseen, Judged, foreseen, judged
from goodoffices.desk.bargains.outcomes import of_division, of_forecast, of_record, of_stability
from goodoffices.desk.bargains.stability import Held, Kept, held, kept, package_named, pairs
from goodoffices.desk.bargains.workup import written_scenario
from goodoffices.pictures import Picture

T = TypeVar("T")

DRAWS = 300
"""Ways the ranges of a question could be, on a page."""


class Shown(Struct, Generic[T], frozen=True):
    """An answer, and pictures of it."""

    answer: T
    pictures: tuple[Picture, ...]


def division_in(text: str) -> Shown[Divided]:
    """The division of the points in `text`. Raises BadScenario, BadArgument."""
    points = read_points(text)
    signed(points)
    found = divided(points)
    return Shown(found, tuple(of_division(found)))


def conflict_in(text: str, states: tuple[str, ...] = (), single: bool = False) -> Shown[Held]:
    """What holds in the conflict in `text`. Raises BadScenario, BadArgument, CycleFound."""
    conflict = read_conflict(text)
    signed(conflict)
    found = held(conflict, states, single)
    return Shown(found, tuple(of_stability(found)))


def promise_in(text: str, package: str, carries: tuple[str, ...] = (), reversible: bool = False) -> Shown[Kept]:
    """Whether a package of the scenario in `text` would be kept. package: a solution, or "issue=option, …"; carries:
    "issue=party". Raises BadScenario, BadArgument."""
    found = kept(written_scenario(text), package_named(package), carries=pairs(carries), reversible=reversible)
    return Shown(found, tuple(of_stability(found.held)))


def question_in(text: str, draws: int = DRAWS, options: Options | None = None) -> Shown[Foreseen]:
    """Where the question in `text` would end. Raises BadScenario, BadArgument."""
    question = read_question(text)
    signed(question)
    found = foreseen(question, draws=draws, options=options)
    return Shown(found, tuple(of_forecast(found)))


def record_in(text: str) -> Shown[Judged]:
    """How good the forecasts in `text` were. Raises BadScenario, BadArgument."""
    found = judged(read_forecasts(text))
    return Shown(found, tuple(of_record(found)))
