"""What of a passage is shown, and which words of it are marked as found."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from goodoffices.record.search.fields import stems, with_particles
from goodoffices.record.search.query import Beginning, Words
from goodoffices.vocabulary.folding import fold, folded
from goodoffices.vocabulary.text import Span

SHOWN = 400  # code points of a passage that are shown, to the end of the sentence where that is near

_COMPOUND = re.compile(r"(?<![\w-])[^\W\d_]{2,}(?:[-‐‑][^\W\d_]{2,}){1,3}(?![\w-])")
_BETWEEN = " \n\t\u00a0-‐‑'’"
_SENTENCE = re.compile(r"(?<=[.!?…؟])[\"'”’)\]»]*\s+|\n\s*\n\s*")


def compounds(text: str) -> Iterator[tuple[str, Span]]:
    """Words joined by hyphens as the one word that others write (cease-fire: ceasefire), with their spans."""
    if "-" in text or "‐" in text or "‑" in text:
        for found in _COMPOUND.finditer(text):
            yield fold(found[0]).replace(" ", ""), found.span()


class Marker:
    """Finds in passages what they were found by."""

    def __init__(self, sought: Iterable[Words | Beginning]) -> None:
        found = list(sought)
        self._beginnings = tuple(leaf.letters for leaf in found if isinstance(leaf, Beginning))
        words = [leaf for leaf in found if isinstance(leaf, Words)]
        self._exact = [leaf.words for leaf in words if leaf.exact]
        self._stemmed = [tuple(stems(leaf.words)) for leaf in words if not leaf.exact]
        self._forms = frozenset(
            form for leaf in words if not leaf.exact and len(leaf.words) == 1 for form in with_particles(leaf.words[0])
        )
        self._stemmed += [(stem,) for stem in stems(leaf.joined for leaf in words if leaf.joined)]
        self._alone = frozenset(one[0] for one in self._stemmed if len(one) == 1)

    def spans(self, passage: str) -> tuple[Span, ...]:
        """Where the passage has what was sought, in order and disjoint."""
        words = list(folded(passage).words())
        plain = [word for word, _ in words]
        stemmed = stems(plain) if plain else []
        hits: set[int] = set()
        for number, word in enumerate(plain):
            if word in self._forms or word.startswith(self._beginnings):
                hits.add(number)
        for sought, among in ((self._exact, plain), (self._stemmed, stemmed)):
            for one in sought:
                for at in _runs(one, among):
                    hits.update(range(at, at + len(one)))
        found = [words[number][1] for number in hits]
        found += [span for word, span in compounds(passage) if stems((word,))[0] in self._alone]
        return _merged(passage, found)


def excerpt(passage: str, marks: Sequence[Span]) -> Span:
    """The part of a passage to show: the sentences with the most marks, about SHOWN long; all of a short passage."""
    if len(passage) <= SHOWN * 5 // 4:
        return 0, len(passage)
    edges = sorted({0, *(found.end() for found in _SENTENCE.finditer(passage)), len(passage)})
    sentences = [pair for pair in pairwise(edges) if pair[0] < pair[1]]
    best, most = (0, 0), -1
    for number, (start, end) in enumerate(sentences):
        for _, later in sentences[number + 1 :]:
            if later - start > SHOWN:
                break
            end = later
        score = sum(1 for first, last in marks if start <= first and last <= end)
        if score > most:
            best, most = (start, end), score
    start, end = best
    if end - start > SHOWN * 5 // 4:  # one sentence longer than what is shown
        inside = [first for first, last in marks if start <= first and last <= end]
        start, end = _window(passage, start, end, inside[0] if inside else start)
    while end > start and passage[end - 1].isspace():
        end -= 1
    return start, end


def _window(passage: str, start: int, end: int, around: int) -> Span:
    first = max(start, min(around - SHOWN // 3, end - SHOWN))
    last = min(end, first + SHOWN)
    while first > start and not passage[first - 1].isspace():
        first -= 1
    while last < end and not passage[last].isspace():
        last += 1
    return first, last


def _runs(sought: Sequence[str], among: Sequence[str]) -> Iterator[int]:
    size = len(sought)
    for at, word in enumerate(among):
        if word == sought[0] and tuple(among[at : at + size]) == tuple(sought):
            yield at


def _merged(passage: str, spans: Collection[Span]) -> tuple[Span, ...]:
    """The spans in order; those that overlap, or that no more than spaces, hyphens and apostrophes part, as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or not passage[merged[-1][1] : start].strip(_BETWEEN)):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
