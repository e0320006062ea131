"""Hedges: words that say how firmly something is given, and which words they govern."""

import functools
import re
from typing import Literal

from msgspec import Struct

from goodoffices.reading.lexicon import table
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
    scope: Literal["segment", "clause"]
    patterns: tuple[str, ...]


class Hedges(Struct, frozen=True):
    """data/en/hedges.yaml as it stands; the file explains its keys."""

    cues: tuple[CueRow, ...]
    firm: tuple[str, ...]


@functools.cache
def lexicon() -> Hedges:
    """The cues, checked."""
    return table("hedges", Hedges)


@functools.cache
def _patterns() -> tuple[tuple[CueRow, re.Pattern[str]], ...]:
    return tuple((row, re.compile(rf"\b(?:{'|'.join(row.patterns)})(?!\w)", re.IGNORECASE)) for row in lexicon().cues)


@functools.cache
def _any() -> re.Pattern[str]:
    """Any cue at all: most sentences have none and are left at once."""
    return re.compile("|".join(rf"\b(?:{'|'.join(row.patterns)})(?!\w)" for row in lexicon().cues), re.IGNORECASE)


@functools.cache
def _firm() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon().firm)})\b", re.IGNORECASE)


def find(content: str, sentence: Sentence, *, permits: bool = False) -> list[Hedge]:
    """The hedges of a sentence, in order of their cues; `permits`: "may" and "might" grant leave in this text."""
    flat, offsets = folded(content, sentence.span)
    if not _any().search(flat):
        return []
    firm = [m.span() for m in _firm().finditer(flat)]
    taken: list[tuple[int, int, CueRow]] = []
    matches = sorted(
        ((m.start(), m.end(), row) for row, pattern in _patterns() for m in pattern.finditer(flat)),
        key=lambda m: (m[0] - m[1], m[0]),
    )
    for start, end, row in matches:
        if permits and flat[start:end].lower() in ("may", "might"):
            continue
        if any(f[0] < end and start < f[1] for f in firm) or any(t[0] < end and start < t[1] for t in taken):
            continue
        taken.append((start, end, row))
    found = []
    for start, end, row in sorted(taken, key=lambda t: t[:2]):
        first, last = _scope(flat, start, end, row.scope)
        span = trimmed(content, offsets[first], offsets[last - 1] + 1)
        trailing = bool(_BEFORE_TRAILING.search(flat, first, start)) and not flat[end:last].strip(" .!?")
        found.append(Hedge(span, (offsets[start], offsets[end - 1] + 1), row.status, trailing))
    return found


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
            inside = speech.verb >= 0 and speech.span[0] <= hedge.cue[0] and hedge.cue[1] <= speech.span[1]
            first, last = max(hedge.span[0], speech.span[0]), min(hedge.span[1], speech.span[1])
            if inside and first < last:
                sentence.hedges[n] = Hedge((first, last), hedge.cue, hedge.status)
                break


def _only(said: Span, cue: Span) -> bool:
    """Whether what is said is the cue and the commas around it."""
    return said[0] <= cue[0] and cue[1] <= said[1] and (said[1] - said[0]) - (cue[1] - cue[0]) <= len(", ") + len(",")


def _scope(flat: str, start: int, end: int, scope: str) -> tuple[int, int]:
    """The part of the sentence that a cue governs, as offsets in `flat`."""
    first = max((m.end() for m in _SEGMENT.finditer(flat) if m.end() <= start), default=0)
    last = min((m.start() for m in _SEGMENT.finditer(flat) if m.start() >= end), default=len(flat))
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
        known = found.get(hedge.span)
        if known is None or order[hedge.status] < order[known]:
            found[hedge.span] = hedge.status
    return list(found.items())
