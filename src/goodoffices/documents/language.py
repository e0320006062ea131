"""The language a text is written in, by script and by its most common small words."""

import re
from collections import Counter
from functools import lru_cache
from importlib.resources import files

SAMPLE = 20_000  # code points looked at; the figure does not change beyond
FEWEST = 3  # small words that must be found; below, the language stays unknown

_WORD = re.compile(r"[^\W\d_]+")
_VOWEL_SIGNS = re.compile(
    "[\u0591-\u05c7\u0610-\u061a\u064b-\u0655\u0670\u0640]"
)  # written or not, the word is the same


@lru_cache
def stop_words() -> dict[str, frozenset[str]]:
    """Small words by language (ISO 639-1), from data/stopwords.tsv."""
    lines = files(__package__).joinpath("data/stopwords.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {language: frozenset(words.split()) for language, words in rows}


def language_of(text: str) -> str:
    """ISO 639-1 of `text`: one of those in data/stopwords.tsv, "" where fewer than FEWEST small words speak for it.

    Short texts (a headline, a date) are therefore "". A language that is not in the table may be taken for a
    neighbour, but only where at least one word in eight is a small word of that neighbour.
    """
    words = _WORD.findall(_VOWEL_SIGNS.sub("", text[:SAMPLE]).lower())
    counts = _counts(words)
    if not counts:
        return ""
    (best, hits), *others = counts.most_common(2)
    runner_up = others[0][1] if others else 0
    if hits < FEWEST or hits * 8 < len(words) or hits == runner_up:
        return ""
    return best


def familiarity(text: str) -> float:
    """Share of the words of `text` that are small words of its likeliest language, 0 to 1.

    Words are what stands between white space, so that letters beside symbols, as a wrong encoding makes them, are
    none.
    """
    words = [word.strip(".,;:!?\"'()[]«»“”„’،؛؟–—-") for word in text[:SAMPLE].lower().split()]
    counts = _counts(words)
    return counts.most_common(1)[0][1] / len(words) if counts else 0.0


def _counts(words: list[str]) -> Counter[str]:
    return +Counter({language: sum(w in small for w in words) for language, small in stop_words().items()})
