"""Words of time with one wrong letter: "shorly thereafter", "Febuary"."""

import bisect
import functools
import re
import string
from collections.abc import Callable

from goodoffices.reading.dates.calendar_words import calendar_words

_WORD = re.compile(r"[A-Za-z]{6,14}")


@functools.cache
def _misspelt() -> dict[str, str]:
    """Every string one deletion, insertion, exchange or transposition away from a word of time, to that word."""
    known = calendar_words()
    found: dict[str, str] = {}
    for word in known.spelt:
        w = word.lower()
        for i in range(len(w) + 1):
            left, right = w[:i], w[i:]
            near = [left + right[1:], left + right[1:2] + right[:1] + right[2:]]
            near += [left + letter + rest for letter in string.ascii_lowercase for rest in (right, right[1:])]
            found.update(dict.fromkeys(near, word))
    correct = {word.lower() for word in known.spelt} | known.not_misspelt
    return {form: word for form, word in found.items() if form not in correct}


def corrected(sentence: str) -> tuple[str, Callable[[int], int]]:
    """The sentence with misspelt words of time put right, and a map from its offsets to those of the original."""
    table = _misspelt()
    wrong = [m for m in _WORD.finditer(sentence) if m.group().lower() in table]
    if not wrong:
        return sentence, int
    pieces: list[str] = []
    ends: list[int] = []  # offset in the corrected sentence after each corrected word
    shifts: list[int] = [0]  # how much longer the corrected sentence is by then
    at = 0
    for m in wrong:
        pieces += [sentence[at : m.start()], table[m.group().lower()]]
        at = m.end()
        shifts.append(sum(map(len, pieces)) - at)
        ends.append(at + shifts[-1])
    pieces.append(sentence[at:])
    return "".join(pieces), lambda offset: offset - shifts[bisect.bisect_right(ends, offset)]
