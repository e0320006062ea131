"""Title, publisher and byline as a text prints them above its body."""

import re
from collections.abc import Sequence

from goodoffices.documents.blocks import Block
from goodoffices.documents.dateline import heads_a_document
from goodoffices.documents.page import SEPARATOR

_LONGEST_TITLE = 60  # words; only in capitals is a title so long, or ends with a full stop
_BYLINE = re.compile(r"(?:by|par|por|автор:?|بقلم:?|מאת:?)\s+(?P<name>[^\W\d_].{2,80})", re.I)
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Amb|Gen|Lt|Col|Maj|Brig|Sir|Dame|Mr|Mrs|Ms)\.?\s+)*[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){1,3}"
)
_PARTICLES = frozenset(
    {"de", "da", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du", "and"}
)
_LABEL_WORDS = """the of in on for to at from with office ministry department staff council committee statement report
    letter press release insight brief paper series international institute university center centre agency news
    resolution article part chapter annex page issue volume summary introduction background middle east"""
_NOT_NAMES = frozenset(_LABEL_WORDS.split())
_SYMBOL = re.compile(
    r"(?:[A-Z]+/)[\w/().,-]+(?:\s*\(\d{4}\))?|Distr\.?.*|Original:.*|UNITED NATIONS|United Nations", re.I
)


def title_and_publisher(line: str, headline: str) -> tuple[str, str]:
    """Splits "Title | Publisher" by what the page repeats as its headline, else the longer part is the title."""
    parts = [part.strip() for part in SEPARATOR.split(line) if part.strip()]
    if len(parts) < 2:
        return headline or line.strip(), ""
    if headline:
        rest = [part for part in parts if part.casefold() not in headline.casefold()]
        return headline, rest[-1] if rest else ""
    bars = [part.strip() for part in re.split(r"\s+[|·«»‹›]\s+", line) if part.strip()]
    if len(bars) > 1:
        return max(bars, key=len), bars[-1] if bars[-1] != max(bars, key=len) else bars[0]
    return line.strip(), ""  # a dash alone may be part of the title


def byline(lines: Sequence[str]) -> str:
    """The author named in the lines under a headline: "By NAME", else a line that is nothing but a person's name."""
    for line in lines:
        if found := _BYLINE.match(line.strip()):
            return re.split(r"\s*[|•·]\s*|,\s|\s+\d|\s[–—-]\s", found["name"])[0].strip(" .,")
    return next((line.strip() for line in lines if _is_name(line.strip())), "")


def _is_name(line: str) -> bool:
    if not _NAME.fullmatch(line) or len(line) > 60:
        return False
    words = re.findall(r"[^\W\d_]+", line)
    if any(word.casefold() in _NOT_NAMES for word in words):
        return False
    # Scripts without capitals cannot tell a name from a label, hence none is taken from them.
    return all(word[0].isupper() or word.casefold() in _PARTICLES for word in words)


def in_capitals(line: str) -> bool:
    """Whether nearly all of its letters are capitals: "79º" and "Mr" do not take that from a title."""
    capitals = sum(character.isupper() for character in line)
    return capitals >= 8 and capitals > 0.9 * sum(character.isalpha() for character in line)


def plain_title(blocks: Sequence[Block]) -> str:
    """The first line of a plain document that is neither its symbol, its letterhead nor a sentence; "" if none."""
    for block in blocks[:6]:
        line = block.text.split("\n", 1)[0].strip()
        if _SYMBOL.fullmatch(line) or not re.search(r"[^\W\d_]{2}", line):
            continue
        sentence = block.words > 30 or (block.full_stop and block.words > 12)
        long = block.words <= _LONGEST_TITLE and (
            in_capitals(line) or (line == block.text and not block.full_stop and heads_a_document(line))
        )
        if (sentence and not long) or line.endswith((",", ":")):
            return ""
        return line
    return ""
