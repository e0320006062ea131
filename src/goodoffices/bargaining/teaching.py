"""The scenario shipped for teaching: fictional, five parties, ten issues, six linkages."""

from importlib.resources import files

from goodoffices.bargaining.notation import read_scenario
from goodoffices.bargaining.scenario import Scenario


def teaching_scenario() -> Scenario:
    """The Sarn and the Orrin Pass: a dispute over a border and a river between two states that do not
    exist."""
    return read_scenario(files("goodoffices.bargaining").joinpath("scenarios", "sarn.yaml").read_text("utf-8"))
