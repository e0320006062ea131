"""Typographic characters folded onto plain ones, one for one, so that offsets stay."""

import re
from collections.abc import Sequence

_FOLDS = {
    "\n": " ",
    "\t": " ",
    "\u00a0": " ",
    "\u202f": " ",
    "’": "'",
    "‘": "'",
    "–": "-",
    "‑": "-",
    "‐": "-",
    "−": "-",
}
_RUN = re.compile(r" {2,}(?=\S)")
_TABLE = str.maketrans(_FOLDS)


def folded(content: str) -> str:
    """`content` with straight apostrophes, plain hyphens and spaces for line ends; as long as before."""
    return content.translate(_TABLE)


def collapsed(content: str) -> tuple[str, Sequence[int] | None]:
    """`content` with single spaces inside lines, and for every character its old place; None where nothing changed."""
    gaps = [m for m in _RUN.finditer(content) if not content[m.start() - 1 : m.start()].isspace()]
    if not gaps or len(gaps) < _SPREAD * content.count(" "):
        return content, None
    pieces: list[str] = []
    origin: list[int] = []
    at = 0
    for gap in gaps:
        pieces.append(content[at : gap.start() + 1])
        origin.extend(range(at, gap.start() + 1))
        at = gap.end()
    pieces.append(content[at:])
    origin.extend(range(at, len(content)))
    return "".join(pieces), origin


_SPREAD = 0.01  # of the spaces: a justified page has every second doubled, other texts next to none
