"""Packages side by side: which there are to choose from, and who gains and loses on which issue."""

from collections.abc import Mapping

from goodoffices.bargaining import Scenario
from goodoffices.bargaining.amounts import POINT, SHARE
from goodoffices.desk.bargains.packages import Answer, Packages
from goodoffices.errors import BadArgument
from goodoffices.record.actions import Pinned

MOST = 4  # packages side by side


def named(answer: Packages) -> dict[str, Answer]:
    """The packages of a worked-up scenario that can be compared, by what they are called."""
    return {one.name: one for one in answer.solutions} | {f"Best {one.name}": one for one in answer.best}


def pinned(answer: Packages, names: list[str]) -> tuple[Pinned, ...]:
    """Packages to be kept in the log, in the words of the scenario. BadArgument unless 2 to 4 of its own are named."""
    held = named(answer)
    wanted = list(dict.fromkeys(names))
    if not 2 <= len(wanted) <= MOST or not set(wanted) <= set(held):
        raise BadArgument(
            f"a choice is among 2 to {MOST} packages of the scenario", wanted, f"It has: {', '.join(held)}."
        )
    parties = dict(answer.parties)
    return tuple(
        Pinned(
            name=name,
            package={label: held[name].package[issue] for issue, label in answer.issues},
            points={label: held[name].points[party] for party, label in parties.items()},
        )
        for name in wanted
    )


def swings(scenario: Scenario, one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, dict[str, float | None]]:
    """What each party gains (loses, if negative) on each issue, in points, by the package `other` instead of `one`:
    weight times the difference of the options' values; None where a cell is unknown. Linkages are not of one issue.
    """
    found: dict[str, dict[str, float | None]] = {}
    for preference in scenario.preferences:
        mine: dict[str, float | None] = {}
        for issue, weight, worth in zip(scenario.issues, preference.weights, preference.worths, strict=True):
            options = issue.options
            before, after = (worth.values[options.index(package[issue.id])] for package in (one, other))
            known = isinstance(weight, int) and isinstance(before, int) and isinstance(after, int)
            mine[issue.id] = weight * (after - before) / (SHARE * POINT) if known else None  # type: ignore[operator]
        found[preference.party] = mine
    return found
