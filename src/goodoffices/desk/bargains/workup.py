"""A scenario worked up for a page: packages, solutions, pictures, and what each linkage is worth, within a time."""

import time

from msgspec import Struct

from goodoffices.bargaining import Limits, Scenario, read_scenario
from goodoffices.desk.bargains.assumptions import signed
from goodoffices.desk.bargains.linkages import Linkages, linkage_values
from goodoffices.desk.bargains.packages import Packages, packages
from goodoffices.desk.bargains.scenes import of_linkages, of_packages
from goodoffices.errors import BadArgument, Cancelled
from goodoffices.pictures import Picture

SECONDS = 20.0  # that whoever waits for a page will wait


class Workup(Struct, frozen=True):
    """What is known of a scenario. linkages: None where it has none; pictures: of packages, then of linkages."""

    answer: Packages
    linkages: Linkages | None
    pictures: tuple[Picture, ...]


def written_scenario(text: str) -> Scenario:
    """The scenario of a YAML text. BadScenario names the cell that is wrong, or what one about real parties lacks."""
    found = read_scenario(text)
    signed(found)
    return found


def work_up(scenario: Scenario, seconds: float = SECONDS) -> Workup:
    """Bargains over the scenario. BadArgument where that takes longer than `seconds`."""
    until = time.monotonic() + seconds
    limits = Limits(seconds=seconds, cancelled=lambda: time.monotonic() > until)
    try:
        found = packages(scenario, limits=limits)
        linkages = linkage_values(scenario, limits=limits) if scenario.linkages else None
    except Cancelled as error:
        remedy = "Ask on the command line: goodoffices packages SCENARIO --seconds N."
        raise BadArgument(f"a page is worked out in {seconds:g} seconds", scenario.title, remedy) from error
    pictures = (*of_packages(found), *(of_linkages(linkages) if linkages else ()))
    return Workup(found.answer, linkages, pictures)
