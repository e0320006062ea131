"""How a state looks: a shape and a tone beside its word, so that none of the three carries it alone."""

from collections.abc import Mapping
from typing import NamedTuple


class Mark(NamedTuple):
    """shape: the path of a picture of 12 by 12 units; filled: drawn full or as an outline; tone: name of its colour."""

    shape: str
    filled: bool
    tone: str


_CIRCLE = "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z"
_TRIANGLE = "M6 1.2L11 10.5H1z"
_SQUARE = "M2 2h8v8H2z"
_DIAMOND = "M6 .8L11.2 6L6 11.2L.8 6z"
_HALF = "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM6 3v6a3 3 0 0 0 0-6z"
_CROSS = "M2 2L10 10M10 2L2 10"
_BARS = "M3.5 2v8M8.5 2v8"
_DASH = "M1.5 6h9"
_QUESTION = "M3.6 4.2a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .7-1 1.4M6 10.2v.6"
_TICK = "M1.5 6.5L4.6 9.6L10.5 2.6"

_PASSED = Mark(_TRIANGLE, True, "passed")
_DUE = Mark(_HALF, False, "due")
_OPEN = Mark(_CIRCLE, False, "open")
_DONE = Mark(_TICK, False, "done")
_DISPUTED = Mark(_DIAMOND, False, "disputed")
_OVER = Mark(_DASH, False, "quiet")
_UNKNOWN = Mark(_QUESTION, False, "quiet")

MARKS: Mapping[str, Mark] = {
    "overdue": _PASSED,
    "target date passed": Mark(_TRIANGLE, False, "passed"),
    "due": _DUE,
    "open": _OPEN,
    "re-set": _OPEN,
    "conditional": Mark(_BARS, False, "open"),
    "not begun": Mark(_BARS, False, "open"),
    "kept": _DONE,
    "met": _DONE,
    "partly kept": Mark(_HALF, False, "done"),
    "partly met": Mark(_HALF, False, "done"),
    "in force": Mark(_CIRCLE, True, "done"),
    "broken": Mark(_CROSS, False, "passed"),
    "not heeded": Mark(_CROSS, False, "passed"),
    "alleged broken": Mark(_DIAMOND, False, "passed"),
    "alleged not heeded": Mark(_DIAMOND, False, "passed"),
    "disputed": _DISPUTED,
    "open question": Mark(_QUESTION, False, "disputed"),
    "suspended": Mark(_BARS, False, "quiet"),
    "expired": _OVER,
    "ended": _OVER,
    "lapsed": _OVER,
    "withdrawn": _OVER,
    "superseded": _OVER,
    "unknown": _UNKNOWN,
    # of answers to a text
    "accepted": _DONE,
    "accepted with reservations": Mark(_HALF, False, "done"),
    "rejected": Mark(_CROSS, False, "passed"),
    # of contradictions and disagreements
    "ruled": _DONE,
    "settled": _DONE,
    "narrowing": Mark(_HALF, False, "done"),
    "stalled": Mark(_BARS, False, "due"),
    "worsened": Mark(_TRIANGLE, False, "passed"),
}


def mark(state: str) -> Mark:
    """The mark of a state; an empty square for words that are no state of ours."""
    return MARKS.get(state, Mark(_SQUARE, False, "quiet"))
