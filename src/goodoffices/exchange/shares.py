"""Numbers of exchanged scenarios: utilities from 0 to 1 there, points from 0 to 100 here."""

from collections.abc import Sequence

from goodoffices.bargaining.amounts import POINT, SHARE, Amount, whole
from goodoffices.bargaining.scenario import Party, Preference, Scenario, Worth
from goodoffices.errors import BadScenario

MOST_OPTIONS = 10_000
"""A numeric issue becomes at most so many options."""


def points(utility: object, cell: str) -> int:
    """A utility on the scale 0 to 1 as micro-points."""
    return whole(utility, 100 * POINT, cell)


def numeric_options(low: int, high: int, step: int, cell: str) -> tuple[str, ...]:
    """The numbers of an issue from `low` to `high` as options."""
    if step < 1 or high < low or (high - low) // step >= MOST_OPTIONS:
        raise BadScenario(
            f"{cell} has between 1 and {MOST_OPTIONS:,} numbers",
            f"{low} to {high} by {step}",
            "Widen the step.",
        )
    return tuple(str(value) for value in range(low, high + 1, step))


def exact(value: Amount, unit: int, cell: str) -> float:
    """The number behind a cell, for formats that know no ranges. Raises BadScenario when it is uncertain."""
    if not isinstance(value, int):
        raise BadScenario(f"{cell} is a number when written to this format", value, "Use our own YAML.")
    return value / unit


def preferences(
    names: Sequence[str],
    weights: Sequence[Sequence[Amount]],
    worths: Sequence[Sequence[Worth]],
    reservations: Sequence[Amount],
) -> tuple[tuple[Party, ...], tuple[Preference, ...]]:
    """Parties and their preferences from columns."""
    return tuple(Party(name) for name in names), tuple(
        Preference(name, tuple(w), tuple(v), r)
        for name, w, v, r in zip(names, weights, worths, reservations, strict=True)
    )


def weight_of(scenario: Scenario, party: int, issue: int) -> float:
    """A weight as a plain number."""
    preference = scenario.preferences[party]
    return exact(preference.weights[issue], SHARE, f"{preference.party}.weights.{scenario.issues[issue].id}")


def value_of(scenario: Scenario, party: int, issue: int, option: int) -> float:
    """A value on the scale 0 to 1."""
    preference, of = scenario.preferences[party], scenario.issues[issue]
    cell = f"{preference.party}.values.{of.id}.{of.options[option]}"
    return exact(preference.worths[issue].values[option], 100 * POINT, cell)
