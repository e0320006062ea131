"""Hedges: words that say how firmly something is given, and which words they govern."""

import functools
import re
import string
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from goodoffices.reading.lexicon import table
from goodoffices.reading.needles import needed
from goodoffices.reading.parser import folded
from goodoffices.reading.scene import Hedge, Sentence
from goodoffices.reading.voices.clauses import trimmed
from goodoffices.vocabulary.attribution import Status
from goodoffices.vocabulary.text import Span

_SEGMENT = re.compile(r";|,? but (?=\w)|, (?:while|whereas|although|though) ")
_JOINT = re.compile(r",? (?:and|or) (?=(?:it|he|she|they|the|this|that|these|those|there|its|we|i)\b)", re.IGNORECASE)
_BEFORE_TRAILING = re.compile(r",\s*\Z|\A\W*(?:whether|that)\b", re.IGNORECASE)


class CueRow(Struct, frozen=True):
    """Patterns of one status and scope."""

    status: Status
    scope: Literal["segment", "clause", "after"]
    patterns: tuple[str, ...]
    aside: bool = False


class Hedges(Struct, frozen=True):
    """data/en/hedges.yaml as it stands; the file explains its keys."""

    words: dict[str, tuple[str, ...]]
    cues: tuple[CueRow, ...]
    firm: tuple[str, ...]


@functools.cache
def lexicon() -> Hedges:
    """The cues, checked."""
    return table("hedges", Hedges)


class _Pattern(NamedTuple):
    """One pattern of a row. number: its place among all."""

    number: int
    row: CueRow
    pattern: re.Pattern[str]


_LOWERED = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_NAMED = re.compile(r"\{([a-z_]+)\}")


def _spelt(pattern: str) -> str:
    """The pattern with every {name} spelt out."""

    def words(found: re.Match[str]) -> str:
        return f"(?:{'|'.join(lexicon().words[found[1]])})"

    starts = "" if pattern.startswith(("[", "(?:^", "^")) else r"(?<!\w)"
    return rf"{starts}(?:{_NAMED.sub(words, _NAMED.sub(words, pattern))})(?!\w)"


@functools.cache
def _patterns() -> tuple[_Pattern, ...]:
    told = [(row, _spelt(pattern)) for row in lexicon().cues for pattern in row.patterns]
    return tuple(_Pattern(n, row, re.compile(spelt, re.IGNORECASE)) for n, (row, spelt) in enumerate(told))


@functools.cache
def _always() -> tuple[_Pattern, ...]:
    """The patterns of which no letters are sure."""
    return tuple(p for p in _patterns() if not needed(p.pattern.pattern))


@functools.cache
def _needles() -> Any:
    """Letters of which a pattern needs one to match at all: most sentences have none, and few patterns are tried."""
    import ahocorasick

    wanting: dict[str, list[_Pattern]] = {}
    for pattern in _patterns():
        for letters in needed(pattern.pattern.pattern):
            wanting.setdefault(letters, []).append(pattern)
    machine = ahocorasick.Automaton()
    for letters, patterns in wanting.items():
        machine.add_word(letters, patterns)
    machine.make_automaton()
    return machine


def _tried(flat: str) -> list[_Pattern]:
    """The patterns that may match in the text, in their order."""
    found = {p.number: p for p in _always()}
    found |= {p.number: p for _, patterns in _needles().iter(flat.translate(_LOWERED)) for p in patterns}
    return [found[n] for n in sorted(found)]


@functools.cache
def _firm() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon().firm)})\b", re.IGNORECASE)


_TOLD: frozenset[Status] = frozenset({"reported", "alleged", "appears"})  # what a text that sets duties can hedge


def find(content: str, sentence: Sentence, *, permits: bool = False, adopted: bool = False) -> list[Hedge]:
    """The hedges of a sentence, in order of their cues; permits: "may" and "might" grant leave in this text; adopted:
    it decides, and only what it says of others' word is in doubt.
    """
    flat, offsets = folded(content, sentence.span)
    tried = _tried(flat)
    if not tried:
        return []
    firm = [m.span() for m in _firm().finditer(flat)]
    taken: list[tuple[int, int, CueRow]] = []
    matches = sorted(
        ((m.start(), m.end(), row) for _, row, pattern in tried for m in pattern.finditer(flat)),
        key=lambda m: (m[0] - m[1], m[0]),
    )
    for start, end, row in matches:
        if (permits and flat[start:end].lower() in ("may", "might")) or (adopted and row.status not in _TOLD):
            continue
        if any(f[0] <= start < f[1] for f in firm) or any(t[0] < end and start < t[1] for t in taken):
            continue
        taken.append((start, end, row))
    found = []
    for start, end, row in sorted(taken, key=lambda t: t[:2]):
        first, last = _scope(flat, start, end, row.scope)
        span = trimmed(content, offsets[first], offsets[last - 1] + 1)
        trailing = bool(_BEFORE_TRAILING.search(flat, first, start)) and not flat[end:last].strip(" .!?")
        cue = offsets[start], offsets[end - 1] + 1
        found.append(Hedge(span, cue, row.status, trailing, inner=row.scope == "after", aside=row.aside))
    return [h for h in found if not (h.inner and any(_repeats(h, other) for other in found))]


def _repeats(hedge: Hedge, other: Hedge) -> bool:
    """ "It is unclear whether": the second cue says what the first has said already."""
    same = not other.inner and other.status == hedge.status
    return same and other.span[0] <= hedge.cue[0] and hedge.cue[1] <= other.span[1]


def confine(sentence: Sentence) -> None:
    """Keeps a hedge inside what somebody says to what he says: that he said it is not in doubt.

    What is said is more than a cue: "Arland, it seems, refused" quotes nobody. A trailing cue may doubt both.
    """
    cues = [h.cue for h in sentence.hedges]
    sentence.speeches = [s for s in sentence.speeches if not any(_only(s.span, cue) for cue in cues)]
    for n, hedge in enumerate(sentence.hedges):
        if hedge.trailing:
            continue
        for speech in sentence.speeches:
            verb = sentence.tree.starts[speech.verb] if sentence.tree is not None and speech.verb >= 0 else -1
            if verb < 0 or hedge.cue[0] <= verb < hedge.cue[1]:
                continue  # nobody's saying, or the hedge itself: "has, I think, refused"
            inside = speech.span[0] <= hedge.cue[0] and hedge.cue[1] <= speech.span[1]
            first, last = max(hedge.span[0], speech.span[0]), min(hedge.span[1], speech.span[1])
            if inside and first < last:
                sentence.hedges[n] = replace(hedge, span=(first, last))
                break


def _only(said: Span, cue: Span) -> bool:
    """Whether what is said is the cue, the commas around it, an auxiliary at most."""
    return said[0] <= cue[0] and cue[1] <= said[1] and (said[1] - said[0]) - (cue[1] - cue[0]) <= len(", had ,")


def _scope(flat: str, start: int, end: int, scope: str) -> tuple[int, int]:
    """The part of the sentence that a cue governs, as offsets in `flat`."""
    first = max((m.end() for m in _SEGMENT.finditer(flat) if m.end() <= start), default=0)
    last = min((m.start() for m in _SEGMENT.finditer(flat) if m.start() >= end), default=len(flat))
    if scope == "after":
        return start, last
    if scope == "segment":
        return first, last
    first = max((m.end() for m in _JOINT.finditer(flat) if first < m.end() <= start), default=first)
    last = min((m.start() for m in _JOINT.finditer(flat) if end <= m.start() < last), default=last)
    return first, last


def passages(sentence: Sentence) -> list[tuple[Span, Status]]:
    """The hedged passages of a sentence, those with the same words taken together, the weightier status kept."""
    order: dict[Status, int] = {"unclear": 0, "likely": 1, "conditional": 1, "appears": 2, "alleged": 3, "reported": 4}
    found: dict[Span, Status] = {}
    for hedge in sentence.hedges:
        if hedge.aside:
            continue
        known = found.get(hedge.span)
        if known is None or order[hedge.status] < order[known]:
            found[hedge.span] = hedge.status
    return list(found.items())
