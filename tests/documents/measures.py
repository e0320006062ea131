"""4-gram precision and recall of a found text against the true one, counted over words without case."""

import re
from collections import Counter


def four_grams(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words and how often it comes."""
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def precision_and_recall(found: str, true: str) -> tuple[float, float]:
    """Shares of the found runs that are true and of the true runs that were found, each occurrence counted."""
    ours, theirs = four_grams(found), four_grams(true)
    shared = (ours & theirs).total()
    return shared / max(1, ours.total()), shared / max(1, theirs.total())
