"""A text cut into blocks: paragraphs, list items, headings, lines; what their shape says of them."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from goodoffices.vocabulary.text import Span

BULLET = re.compile(r"[•●◦▪■□‣⁃∙·*+»›–—-]\s+(?=\S)|[•●◦▪■‣]")
ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z]|[א-ת]|[أ-ي])[.)]\s|(?:Article|ARTICLE)\s+\S+")

# Markdown as clipping tools write it, and the numbers that text browsers put before links: "# ", "[12]", "](address)".
_MARKUP = re.compile(r"\A#{1,6}\s+|!?\[\d{1,3}\](?=\S)|!?\[(?=[^\[\]]*\]\()|\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\(")

_WORD = re.compile(r"\w[\w’'-]*")
_CLOSERS = r"[\"'”’»)\]*\s]*"
# A footnote's number may follow a full stop, but "14:05" and "3.11" end no sentence.
_FULL_STOP = re.compile(rf"(?:[!?؟…۔]|(?<!\d)\.){_CLOSERS}(?:\d{{1,3}})?\Z|\.{_CLOSERS}\Z")
_CLAUSE = re.compile(rf"[,:;،؛]{_CLOSERS}\Z")
NEARLY_FULL = 0.7  # share of the width that a line reaches unless its paragraph ends in it
_CLIP = 100_000  # a longer block is judged by its beginning: its words are counted from its length


class Block:
    """Characters `start` to `end` of a content, without white space around them, and how they look.

    bullet: stands in a list. linked: share of its characters inside links, 0 to 1. aside: inside an element that
    says it is not the document (nav, footer, aside). heading: level 1 to 6, 0 for none. inside: numbers of the
    divisions (div, section, table cell) it stands in, innermost first.
    """

    def __init__(
        self,
        content: str,
        start: int,
        end: int,
        *,
        bullet: bool = False,
        linked: float = 0.0,
        aside: bool = False,
        heading: int = 0,
        inside: tuple[int, ...] = (),
    ) -> None:
        self.start, self.end = start, end
        self.linked, self.aside, self.heading = linked, aside, heading
        self.inside = inside
        self.text = content[start : min(end, start + _CLIP)]
        self._tail = content[max(start, end - 40) : end]
        mark = BULLET.match(self.text)
        self.bullet = bullet or mark is not None
        body = self.text[mark.end() :] if mark else self.text
        self.body = _MARKUP.sub("", body) if "[" in body or body.startswith("#") else body
        if "](" in body:
            self.linked = max(linked, sum(len(m.group(1)) for m in _LINK.finditer(body)) / max(1, len(self.body)))

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Its words, case folded."""
        return tuple(w.casefold() for w in _WORD.findall(self.body))

    @cached_property
    def words(self) -> int:
        """How many words it has; estimated for a block of more than 100,000 characters."""
        return len(self.tokens) if self.end - self.start <= _CLIP else (self.end - self.start) // 6

    @cached_property
    def key(self) -> str:
        """Its words alone, for telling that two blocks say the same."""
        return " ".join(self.tokens)

    @cached_property
    def full_stop(self) -> bool:
        """Whether it ends as a sentence does."""
        return _FULL_STOP.search(self._tail) is not None

    @cached_property
    def enumerated(self) -> bool:
        """Whether it begins as a numbered paragraph does: "1.", "(a)", "Article 5"."""
        return ENUMERATOR.match(self.body) is not None

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as running text: four words and a full stop, five and the comma or colon of a clause,
        25 words, or a semicolon, which lists of documents have and menus do not.
        """
        last = self._tail[-1:]
        return (
            self.words >= 25
            or (self.words >= 4 and self.full_stop)
            or (self.words >= 5 and _CLAUSE.search(self._tail) is not None)
            or (self.words >= 1 and last in ";؛")
        )


def lines_of(content: str, start: int = 0) -> list[tuple[int, int]]:
    """Spans of the lines of `content` that say something, without the white space around them."""
    spans = []
    for line in content.split("\n"):
        stripped = line.strip()
        if stripped:
            left = start + len(line) - len(line.lstrip())
            spans.append((left, left + len(stripped)))
        start += len(line) + 1
    return spans


def wrap_width(content: str) -> int:
    """The column at which the lines of `content` were broken by hand or by a mail program, 0 if they were not.

    Nineteen of twenty lines are then no longer than that, it lies between 40 and 130, and most of the lines that
    reach towards it break off within a sentence.
    """
    lines = lines_of(content[:200_000])
    if len(lines) < 8:
        return 0
    lengths = sorted(end - start for start, end in lines)
    width = lengths[int(len(lengths) * 0.95)]
    full = [content[end - 1] for start, end in lines if end - start >= width * NEARLY_FULL]
    ended = sum(last in ".!?:;؟”»" for last in full)
    broken = 40 <= width <= 130 and lengths[-1] < width * 2.5 and ended * 2 < len(full)
    return width if broken else 0


def blocks_of(content: str) -> list[Block]:
    """Paragraphs of a plain text: its lines, and where lines are broken at a width, those that belong together."""
    spans = rejoined(content, lines_of(content), wrap_width(content))
    return [Block(content, start, end) for start, end in spans]


def rejoined(content: str, lines: Sequence[Span], width: int) -> list[Span]:
    """Lines that were broken at `width` put together again (0: they were not). A line well short of the width, an
    empty line or a bullet ends a paragraph.
    """
    joined = list(lines[:1])
    for (before, last), (start, end) in pairwise(lines):
        apart = content.count("\n", last, start) > 1 or BULLET.match(content[start : start + 8])
        if width and not apart and last - before >= width * NEARLY_FULL:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def spans_of(blocks: Sequence[Block], chosen: Iterable[int]) -> tuple[Span, ...]:
    """Spans of the chosen blocks; neighbours share one, so that a sentence or a list is not cut at a line's end."""
    spans: list[Span] = []
    before = -2
    for n in sorted(chosen):
        if n == before + 1:
            spans[-1] = (spans[-1][0], blocks[n].end)
        else:
            spans.append((blocks[n].start, blocks[n].end))
        before = n
    return tuple(spans)
