"""Where sentences begin and end, in texts as they come: hard-wrapped, bulleted, numbered, full of abbreviations."""

import re
from collections.abc import Container, Iterator

from goodoffices.reading.lexicon import words
from goodoffices.reading.turns import turns
from goodoffices.vocabulary.text import Span, Text

_MARK = re.compile(  # a bullet, or the number of a paragraph
    r"[ \t]*(?:[•·▪◦‣●○■*–—-][ \t]+"
    r"|(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})[.)][ \t]+(?=[A-Z\"“‘(])"
    r"|\d{1,3}[ \t]?(?::-[ \t]*|[-–][ \t]+)(?=[A-Z\"“])"
    r"|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)[ \t]+(?=\S))"
)
_STOP = re.compile(r"(?:[.!?]+|…)[\"'”’)\]»]*(?=\s)")
_LAST_WORD = re.compile(r"[\w.&'’-]*$")
_NEXT_WORD = re.compile(r"\s+[\"'“‘(\[«]*([\w-]+)")
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]»]*$")
_OPEN_END = re.compile(r"\b(?:the|an?|of|and|or|by|with|for|from|to|in|at|its|their|his|her|our|that|which)$")
_WRAP_LIMIT = 130  # characters; a longer line is a whole paragraph, not one line of a wrapped one


def split(text: Text) -> tuple[Span, ...]:
    """The sentences of the main spans, in order, without the white space, bullets and paragraph numbers around them.

    A heading and the label of a turn in a transcript are sentences of their own. No sentence crosses a blank line or
    the end of a main span.
    """
    found: list[Span] = []
    labels = {turn.label[0]: turn.label[1] + 1 for turn in turns(text)}
    for start, end in text.main:
        for first, last in _units(text.content, start, end, labels):
            if first in labels:
                found.append((first, labels[first]))
                first = _past_space(text.content, labels[first], last)
            found.extend(_sentences(text.content, first, last))
    return tuple(found)


def _units(content: str, start: int, end: int, labels: Container[int] = ()) -> Iterator[Span]:
    """Runs of lines that belong together: paragraphs, headings, items, turns that open with one of the labels."""
    block: list[Span] = []
    at = start
    while at < end:
        newline = content.find("\n", at, end)
        stop = end if newline < 0 else newline
        if content[at:stop].strip():
            begun = _past_space(content, at, stop)
            if begun in labels:
                yield from _joined(content, block) if block else ()
                block, at = [], begun
            block.append((at, stop))
        elif block:
            yield from _joined(content, block)
            block = []
        at = stop + 1
    if block:
        yield from _joined(content, block)


def _joined(content: str, lines: list[Span]) -> Iterator[Span]:
    """The lines of a block, hard-wrapped ones joined."""
    width = max(last - first for first, last in lines)
    wrapped = width <= 2 * _WRAP_LIMIT
    first, before = lines[0][0], lines[0]
    for line in lines[1:]:
        if not _goes_on(content, before, line, width, wrapped=wrapped):
            yield first, before[1]
            first = line[0]
        before = line
    yield first, before[1]


def _goes_on(content: str, line: Span, following: Span, width: int, *, wrapped: bool) -> bool:
    """Whether the second of two lines continues the first, in a block of that width."""
    previous, words = content[line[0] : line[1]].strip(), content[following[0] : following[1]]
    dashed = words.lstrip()[0] in "–—-" and not _ENDED.search(previous)
    if _MARK.match(words) and not dashed:
        return False
    if words.lstrip()[0].islower() or previous[-1:] in ",–—-" or _OPEN_END.search(previous):
        return True
    if len(previous) > _WRAP_LIMIT or not wrapped:
        # A line this long is no heading: without a stop at its end the paragraph goes on, "by 10 June" with "1982".
        return len(previous) > _WRAP_LIMIT and not _ENDED.search(previous)
    return len(previous) >= 0.6 * min(width, _WRAP_LIMIT)


def _sentences(content: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one unit."""
    mark = _MARK.match(content, start, end)
    first = _past_space(content, mark.end() if mark else start, end)
    for stop in _STOP.finditer(content, first, end):
        if stop.end() < end and _ends_here(content, first, stop, end):
            yield first, stop.end()
            first = _past_space(content, stop.end(), end)
    while end > first and content[end - 1].isspace():
        end -= 1
    if first < end:
        yield first, end


def _past_space(content: str, at: int, end: int) -> int:
    while at < end and content[at].isspace():
        at += 1
    return at


def _ends_here(content: str, first: int, stop: re.Match[str], end: int) -> bool:
    following = _NEXT_WORD.match(content, stop.end(), end)
    if following is None:
        return False
    word = following.group(1)
    if word[0].islower():
        return False
    if stop.group() != ".":
        return True
    found = _LAST_WORD.search(content, max(first, stop.start() - 20), stop.start())
    last = found.group() if found else ""
    lowered = last.lower()
    if lowered in words("abbreviations", "always") or (last[:1].isupper() and len(last) == 1 and last != "I"):
        return False
    if lowered in words("abbreviations", "numbered"):
        return not word[0].isdigit() and lowered not in ("no", "nos")
    if lowered in words("abbreviations", "open") or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", last):
        return word.lower() in words("abbreviations", "starters")
    return not (lowered.isdigit() and len(lowered) < 3 and stop.start() - first <= len(lowered))
