"""Colours by what they mean: variables of a page, or plain colours for paper and programs that know no variables."""

from msgspec import Struct
from msgspec.structs import replace


class Palette(Struct, frozen=True, kw_only=True):
    """ink: text and axes; quiet: lesser text; hairline: rules; paper: the ground; accent: what the picture is about;
    soft: its background, behind it; gain, loss: above and below zero, done and passed, always with a sign or a shape
    beside them; due, disputed: as the states of these names."""

    ink: str
    quiet: str
    hairline: str
    paper: str
    accent: str
    soft: str
    gain: str
    loss: str
    due: str
    disputed: str


PAPER = Palette(
    ink="#1b2430",
    quiet="#59616c",
    hairline="#d9d6cd",
    paper="#fbfaf7",
    accent="#1f5aa6",
    soft="#c9d5e5",
    gain="#27643a",
    loss="#9c2f1c",
    due="#7d5200",
    disputed="#643a99",
)
"""Plain colours, dark on light."""

SHEET = replace(PAPER, paper="#ffffff")
"""The same on a white sheet: print, PDF, word processors."""

NIGHT = Palette(
    ink="#e6e4dd",
    quiet="#a3abb6",
    hairline="#333a44",
    paper="#14181e",
    accent="#8db8ee",
    soft="#2b3f58",
    gain="#8fcd9f",
    loss="#f0a08c",
    due="#e5b95f",
    disputed="#c6abef",
)
"""Plain colours, light on dark."""

PAGE = Palette(
    ink="var(--ink)",
    quiet="var(--quiet)",
    hairline="var(--hairline)",
    paper="var(--paper)",
    accent="var(--accent)",
    soft="var(--soft)",
    gain="var(--gain)",
    loss="var(--loss)",
    due="var(--due)",
    disputed="var(--disputed)",
)
"""The variables of a page, which knows its colour scheme."""
