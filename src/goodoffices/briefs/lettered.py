"""Text as it may go on paper: what no page can carry is replaced visibly; a quotation finds its own direction."""

import re
import unicodedata

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def lettered(text: str) -> str:
    """`text` with a replacement character for what neither XML nor a font can carry."""
    return _UNPRINTABLE.sub("\ufffd", text)


def leftward(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (UAX 9, P2 and P3)."""
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"
