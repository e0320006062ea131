"""When two quotes are of the same words. Token F1 is that of SQuAD (Rajpurkar and others 2016, section 4.2)."""

import re
from collections import Counter

LONGEST = 90  # tokens; a quote beyond this is a paragraph and shows nothing
CONTAINED = (3, 45, 4)  # least tokens of the shorter, most of the longer, most times as many


def tokens(text: str) -> list[str]:
    """The words of a text in small letters, punctuation left out."""
    return re.findall(r"\w+", text.lower())


def token_f1(one: str, other: str) -> float:
    """The harmonic mean of the shares of words that either has of the other's; 0 where one has none."""
    a, b = tokens(one), tokens(other)
    common = (Counter(a) & Counter(b)).total()
    return 2 * common / (len(a) + len(b)) if a and b else 0.0


def overlap(one: str, other: str) -> bool:
    """Half of their words in common, or one inside the other if neither is a scrap nor a paragraph."""
    a, b = tokens(one), tokens(other)
    if len(a) <= LONGEST and token_f1(one, other) >= 0.5:
        return True
    short, long = sorted((a, b), key=len)
    least, most, times = CONTAINED
    return least <= len(short) and len(long) <= min(most, times * len(short)) and _run(short, long)


def touch(one: str, other: str) -> bool:
    """Whether they share a run of words at all: for what must not be, where to be generous would be wrong."""
    a, b = " ".join(tokens(one)), " ".join(tokens(other))
    return bool(a and b) and (a in b or b in a or overlap(one, other))


def _run(short: list[str], long: list[str]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "
