"""Letters as they are compared: marks that may be left out dropped, ways to write one letter made one."""

import re
from collections.abc import Sequence

from goodoffices.reading.folding import folded

# Vowel signs of Arabic and Hebrew, the tatweel, direction marks, soft hyphens.
_DROPPED = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u0301]"
)
_MARKED = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u0301]")
_SAME = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ё": "е", "Ё": "Е",
        "׳": "'", "״": '"', "“": '"', "”": '"', "„": '"', "־": "-", "ʼ": "'", "،": ",",
        **{chr(0x0660 + n): str(n) for n in range(10)},
        **{chr(0x06F0 + n): str(n) for n in range(10)},
    }
)  # fmt: skip


def plain(words: str) -> str:
    """`words` as they are compared; not as long as before."""
    return folded(_DROPPED.sub("", words)).translate(_SAME)


def placed(words: str) -> tuple[str, Sequence[int]]:
    """`words` as they are compared, white space single, and for every character its place before.

    One place more is given: the end of the last character.
    """
    kept: list[str] = []
    origin: list[int] = []
    for at, letter in enumerate(folded(words).translate(_SAME)):
        if _DROPPED.match(letter) or (letter.isspace() and kept and kept[-1] == " "):
            continue
        kept.append(" " if letter.isspace() else letter)
        origin.append(at)
    return "".join(kept), (*origin, len(words))


def reach(words: str, end: int) -> int:
    """Where the letter that ends at `end` of the words as they were ends with the marks on it."""
    while end < len(words) and _MARKED.match(words, end):
        end += 1
    return end


def either(words: object) -> str:
    """A pattern of these words, the longest first; they may hold patterns themselves."""
    return "|".join(sorted(map(plain, words), key=len, reverse=True))  # type: ignore[call-overload]
