"""The examples that come with the product, and files of the same kinds."""

from importlib.resources import files
from pathlib import Path

from goodoffices.bargaining.division import PointTable, read_points
from goodoffices.bargaining.forecast import Question, read_question
from goodoffices.bargaining.stability import Conflict, read_conflict
from goodoffices.desk.bargains.assumptions import signed, words
from goodoffices.errors import BadArgument

WEIR, HARBOUR, FISHERY, RECORD = "weir.yaml", "harbour.yaml", "fishery.yaml", "lakes.yaml"
"""The examples: a conflict, a division, a question, a record of forecasts."""


def conflict_from(file: str | None, teaching: bool = False) -> Conflict:
    """The conflict in a file, or the one for teaching. Raises BadScenario, BadArgument, NotFound."""
    found = read_conflict(_text(file, teaching, WEIR))
    signed(found)
    return found


def points_from(file: str | None, teaching: bool = False) -> PointTable:
    """The points in a file, or those for teaching. Raises BadScenario, BadArgument, NotFound."""
    found = read_points(_text(file, teaching, HARBOUR))
    signed(found)
    return found


def question_from(file: str | None, teaching: bool = False) -> Question:
    """The question in a file, or the one for teaching. Raises BadScenario, BadArgument, NotFound."""
    found = read_question(_text(file, teaching, FISHERY))
    signed(found)
    return found


def taught(name: str) -> str:
    """An example of `bargaining/scenarios` as it is written, to be changed at will."""
    return files("goodoffices.bargaining").joinpath("scenarios", name).read_text("utf-8")


def _text(file: str | None, teaching: bool, name: str) -> str:
    if teaching == bool(file):
        raise BadArgument("one file is looked at", file, "Name it, or use --teaching.")
    if file:
        return words(Path(file))
    return taught(name)
