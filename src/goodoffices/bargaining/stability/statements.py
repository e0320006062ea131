"""Statements about options: `build and not patrol`, `accept if build`, or a pattern of Y, N and - (either).

A statement is worked out for all states at once. `a if b` says that b brings a with it, `a iff b` that both are so or
neither. From what binds most to least: not, and, or, if and iff.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.stability.graph import States
from goodoffices.errors import BadScenario

Taken = NDArray[np.bool_]
"""Which options are taken in which state, shape (states, options)."""

WORDS = ("not", "and", "or", "if", "iff")
"""Words with a meaning of their own; no option has one of them as its id."""

LONGEST = 300
"""Words and brackets of a statement; it is read by a call within a call."""

_TOKEN = re.compile(r"\s*(\(|\)|[^\s()]+)")


def is_pattern(said: str, options: int) -> bool:
    """Whether `said` has one of Y, N, - per option."""
    return len(said) == options and set(said) <= set("YN-")


def holds(said: str, options: Sequence[str], taken: Taken, cell: str) -> States:
    """In which states `said` is true. Raises BadScenario naming `cell`."""
    if is_pattern(said, len(options)):
        found = np.ones(len(taken), bool)
        for k, letter in enumerate(said):
            if letter != "-":
                found &= taken[:, k] == (letter == "Y")
        return found
    words = _TOKEN.findall(said)
    if len(words) > LONGEST:
        raise BadScenario(f"{cell}: a statement has at most {LONGEST} words and brackets", len(words), "Split it.")
    reader = _Reader(words, said, options, taken, cell)
    answer = reader.rule()
    if reader.left:
        raise reader.wrong()
    return answer


class _Reader:
    """Reads a statement from left to right, one method per level of binding."""

    def __init__(self, tokens: list[str], said: str, options: Sequence[str], taken: Taken, cell: str) -> None:
        self.left, self.said, self.options, self.taken, self.cell = tokens, said, list(options), taken, cell

    def wrong(self) -> BadScenario:
        known = ", ".join(self.options)
        return BadScenario(
            f"{self.cell} is a statement about options or a pattern of {len(self.options)} letters Y, N, -",
            self.said,
            f"Options: {known}. Words: {', '.join(WORDS)}, ( ).",
        )

    def rule(self) -> States:
        found = self.either()
        while self.left[:1] in (["if"], ["iff"]):
            both = self.left.pop(0) == "iff"
            other = self.either()
            found = (found == other) if both else (found | ~other)
        return found

    def either(self) -> States:
        found = self.both()
        while self.left[:1] == ["or"]:
            self.left.pop(0)
            found = found | self.both()
        return found

    def both(self) -> States:
        found = self.one()
        while self.left[:1] == ["and"]:
            self.left.pop(0)
            found = found & self.one()
        return found

    def one(self) -> States:
        if not self.left:
            raise self.wrong()
        word = self.left.pop(0)
        if word == "not":
            return ~self.one()
        if word == "(":
            found = self.rule()
            if self.left[:1] != [")"]:
                raise self.wrong()
            self.left.pop(0)
            return found
        if word not in self.options:
            raise self.wrong()
        column: States = self.taken[:, self.options.index(word)]
        return column
