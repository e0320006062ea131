"""How a found text agrees with the true one: 4-gram precision and recall, and the character error rate."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

from rapidfuzz.distance import Levenshtein

SPEECHES = Path(__file__).parents[2].parent / "shared" / "corpora" / "unga79_speeches"
_ALIKE = str.maketrans("’‘‛`´“”„«»–—−‐‑", "'" * 5 + '"' * 5 + "-" * 5)


def four_grams(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words and how often it comes, without case."""
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def precision_and_recall(found: str, true: str) -> tuple[float, float]:
    """Shares of the found runs that are true and of the true runs that were found, each occurrence counted."""
    ours, theirs = four_grams(found), four_grams(true)
    shared = (ours & theirs).total()
    return shared / max(1, ours.total()), shared / max(1, theirs.total())


def error_rate(found: str, true: str) -> float:
    """Character error rate: edit distance over the length of the true text.

    Compatibility forms are folded (NFKC), quotation marks and dashes made alike, and all white space left out.
    """
    one, other = _bare(found), _bare(true)
    return Levenshtein.distance(one, other) / max(1, len(other))


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).translate(_ALIKE))
