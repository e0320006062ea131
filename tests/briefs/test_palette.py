"""Contrast of text by WCAG 2.2 (relative luminance and contrast ratio as defined there), in both schemes."""

import re
from importlib import resources

import pytest

SHEET = (resources.files("goodoffices.briefs") / "templates" / "brief.css").read_text(encoding="utf-8")
PALETTE = {
    name: (light, dark)
    for name, light, dark in re.findall(r"--(\w+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", SHEET)
}
TEXT = sorted(PALETTE.keys() - {"paper", "highlight", "hairline", "soft"})


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself_gives_the_known_ratios() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


def test_the_palette_of_the_workbench_is_kept() -> None:
    assert {name: PALETTE[name][0] for name in ("ink", "paper", "accent", "highlight")} == {
        "ink": "#1b2430",
        "paper": "#fbfaf7",
        "accent": "#1f5aa6",
        "highlight": "#fff0b8",
    }


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("colour", TEXT)
def test_every_colour_of_text_reads_on_paper_and_on_a_highlighted_row(colour: str, scheme: int) -> None:
    for ground in ("paper", "highlight"):
        assert contrast(PALETTE[colour][scheme], PALETTE[ground][scheme]) >= 4.5, ground
