"""Figures: counts, shares, sums, changes; and numbers that are none."""

import pytest

from goodoffices.vocabulary.kinds import Figure
from tests.reading.invented import claims


def figures(words: str) -> list[tuple[float, str, str]]:
    found = [c.content for c in claims(words, "figure")]
    return [(f.value, f.bound, f.unit) for f in found if isinstance(f, Figure)]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("About 40 per cent of the villages were destroyed.", (40, "about", "percent")),
        ("About 40 percent of the villages were destroyed.", (40, "about", "percent")),
        ("Unemployment rose to 12.5% in Lund.", (12.5, "exactly", "percent")),
        ("Two thirds of the population of Sylvania fled.", (0.6667, "exactly", "share")),
        ("A quarter of the harvest was lost.", (0.25, "exactly", "share")),
        ("One in ten houses was burned.", (0.1, "exactly", "share")),
        ("Freedonia paid $40 million to Sylvania.", (4e7, "exactly", "dollars")),
        ("Freedonia paid over 40 million euros to Sylvania.", (4e7, "more_than", "euros")),
        ("The number of refugees doubled in a year.", (2, "exactly", "times")),
        ("Twenty-five soldiers were killed.", (25, "exactly", "")),
        ("In Lund, 12 were wounded.", (12, "exactly", "")),
        ("Some 7,500 were graduated in Lund.", (7500, "about", "")),
        ("The raid left hundreds of people dead.", (100, "more_than", "")),
        ("Tens of thousands of villagers fled.", (10_000, "more_than", "")),
        ("Dozens of rockets were fired at the port.", (12, "more_than", "")),
    ],
)
def test_a_figure_has_its_value_bound_and_unit(words: str, wanted: tuple[float, str, str]) -> None:
    assert wanted in figures(words)


def test_a_range_is_two_bounds() -> None:
    wanted = [(300, "more_than", ""), (400, "less_than", "")]
    assert figures("Between 300 and 400 people were killed in Lund.") == wanted
    assert figures("From 300 to 400 people were killed in Lund.") == wanted


@pytest.mark.parametrize(
    "words",
    [
        "The third of May was a holiday.",
        "The second half of 2034 was calm.",
        "The talks resumed in the third quarter.",
        "Sylvania rejected the 2034 plan.",
        "The Trio met on 3 May 2035.",
    ],
)
def test_ordinals_and_dates_are_no_figures(words: str) -> None:
    assert figures(words) == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("An ambush left six guards dead.", (6, "exactly", "")),
        ("The shelling claimed the lives of at least nine women.", (9, "more_than", "")),
        ("Freedonia let 40 families leave.", (40, "exactly", "")),
        ("The death toll rose to 34.", (34, "exactly", "")),
        ("Monitors heard 14 explosions.", (14, "exactly", "")),
    ],
)
def test_what_people_suffered_is_counted_however_it_is_told(words: str, wanted: tuple[float, str, str]) -> None:
    assert figures(words) == [wanted]


@pytest.mark.parametrize("words", ["Six left the room.", "The train left Lund at 9.", "The river rose to the bridge."])
def test_what_nobody_suffered_is_no_figure(words: str) -> None:
    assert figures(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Hundreds of years ago people lived in Lund.",
        "Forty years ago people lived in Lund.",
        "Dozens of poets waved.",
        "No one was hurt in Lund.",
    ],
)
def test_how_long_ago_counts_no_people(words: str) -> None:
    assert not figures(words)
