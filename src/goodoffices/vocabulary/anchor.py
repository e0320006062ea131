"""Where quoted words stand in another version of their document.

First at their exact place; then the exact words by what stands around them, as a W3C TextQuoteSelector has it; then
words that are nearly the same, which are marked as moved; else nowhere. Two places that are equally good are none: a
wrong sentence is never shown for a right one.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from goodoffices.vocabulary.quote import CONTEXT, Quote, quote

NEAR = 80.0  # of 100: how alike words must be to count as the same words, changed
AROUND = 70.0  # of 100: how alike what stands before or after them must be
MARGIN = 5.0  # of 100: by how much the best place must be better than the next one
LONG = 40  # characters that stand once in either version are the same words, whatever stands around them
_RUN = 4  # characters that agree not by chance
_REGION = 0.5  # of the length of the words: how far an edit may have made them longer
_REGION_OF_EDGE = 1.5  # the same, of the length of what changed at either end of them
_STOPS = ".!?…;:\n。؟۔"  # what no place goes beyond at its ends

How = Literal["exact", "context", "moved", "orphan"]


class Anchor(Struct, frozen=True, kw_only=True):
    """A quote in a later version of its document. quote: as it was made; place: the words there, None for an orphan.

    how: "exact" at the same place, "context" the same words elsewhere, "moved" other words or the same ones in other
    surroundings, for a person to look at, "orphan" for no place. likeness: of the words, 0 to 100. by: who said so.
    """

    quote: Quote
    how: How
    place: Quote | None = None
    likeness: float = 0.0
    by: str = ""


class _Place(Struct, frozen=True):
    start: int
    end: int
    likeness: float
    around: float  # the better of both sides
    both: float  # together


def sought(wanted: Quote, was: str, document: str, text: str) -> Anchor:
    """Where the words of `wanted`, a quote from the version `was`, stand in `text`, the version `document` of it.

    What is found there, sought in `was`, must lead back to the quote: else it is the later form of other words.
    """
    found = _found(wanted, was, text)
    if found is None:
        return Anchor(quote=wanted, how="orphan")
    how, place = found
    there = quote(document, text, place.start, place.end)
    back = _found(there, text, was)
    rivals = [p for p in _alike(there, was) if not _overlap(p, wanted)] if how == "moved" else []
    if back is None or not _overlap(back[1], wanted) or any(p.likeness >= place.likeness for p in rivals):
        return Anchor(quote=wanted, how="orphan")
    return Anchor(quote=wanted, how=how, place=there, likeness=round(place.likeness, 1))


def _found(wanted: Quote, was: str, text: str) -> tuple[How, _Place] | None:
    held = [_place(wanted, text, start, start + len(wanted.exact), 100.0) for start in _occurrences(wanted.exact, text)]
    known = [p for p in held if p.around >= AROUND]
    if known:
        best = _best(known)
        return None if best is None else ("exact" if best.start == wanted.start else "context", best)
    if len(held) == 1 and len(wanted.exact) >= LONG and len(_occurrences(wanted.exact, was)) == 1:
        return "moved", held[0]
    best = _best([p for p in _alike(wanted, text) if p.around >= AROUND])
    return None if best is None else ("moved", best)


def _occurrences(words: str, text: str) -> list[int]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append(start)
        start = text.find(words, start + 1)
    return found


def _place(wanted: Quote, text: str, start: int, end: int, likeness: float) -> _Place:
    before = _side(wanted.prefix, text[max(0, start - len(wanted.prefix)) : start], at_end=start == 0)
    after = _side(wanted.suffix, text[end : end + len(wanted.suffix)], at_end=end == len(text))
    return _Place(start, end, likeness, max(before, after), before + after)


def _side(wanted: str, found: str, *, at_end: bool) -> float:
    """How alike two contexts are; where there was none, whether there is none."""
    if len(wanted) < CONTEXT // 4:  # too short to tell one place from another: an edge of the text
        return 100.0 if at_end and wanted == found else 0.0
    return fuzz.ratio(wanted, found)


def _best(places: Sequence[_Place]) -> _Place | None:
    """The place that is clearly better than all others, if one is."""
    ranked = sorted(places, key=_worth, reverse=True)
    if not ranked:
        return None
    if len(ranked) > 1 and _worth(ranked[0]) - _worth(ranked[1]) < MARGIN:
        return None
    return ranked[0]


def _worth(place: _Place) -> float:
    return place.likeness + place.both / 2


def _overlap(place: _Place, wanted: Quote) -> bool:
    return place.start < wanted.end and wanted.start < place.end


def _alike(wanted: Quote, text: str) -> list[_Place]:
    """Places with nearly the same words, whatever stands around them: the most alike of the text, and beside it."""
    places: list[_Place] = []
    for start, end in _regions(wanted.exact, text):
        first, last = _trimmed(wanted.exact, text, start, end)
        likeness = fuzz.ratio(wanted.exact, text[first:last])
        place = _place(wanted, text, first, last, likeness)
        if likeness >= NEAR and not any(p.start < last and first < p.end for p in places):
            places.append(place)
    return places


def _regions(words: str, text: str) -> Iterator[tuple[int, int]]:
    """The part of the text that is most like the words, and the most like of what lies before and behind it."""
    slack = int(len(words) * _REGION)
    best = fuzz.partial_ratio_alignment(words, text, score_cutoff=NEAR / 2) if len(text) >= len(words) else None
    if best is None:
        if text:
            yield 0, len(text) if len(text) <= 2 * len(words) else 0
        return
    yield max(0, best.dest_start - slack), min(len(text), best.dest_end + slack)
    for offset, part in ((0, text[: best.dest_start]), (best.dest_end, text[best.dest_end :])):
        other = fuzz.partial_ratio_alignment(words, part, score_cutoff=NEAR / 2) if len(part) >= len(words) else None
        if other is not None:
            start, end = offset + other.dest_start - slack, offset + other.dest_end + slack
            yield max(0, start), min(len(text), end)


def _trimmed(words: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The characters of a part of the text that stand for the words: from the first to the last run that agrees,
    and what took the place of the words before and after it in the same sentence. Single letters do not count.
    """
    agreed = [b for b in Indel.opcodes(words, text[start:end]).as_matching_blocks() if b.size >= _RUN]
    if not agreed:
        return start, start
    first, last = start + agreed[0].b, start + agreed[-1].b + agreed[-1].size
    changed = _REGION_OF_EDGE * agreed[0].a
    while first > start and (changed > 0 or text[first - 1].isalnum()) and text[first - 1] not in _STOPS:
        first, changed = first - 1, changed - 1
    changed = _REGION_OF_EDGE * (len(words) - agreed[-1].a - agreed[-1].size)
    while last < end and (changed > 0 or text[last].isalnum()) and text[last - 1] not in _STOPS:
        last, changed = last + 1, changed - 1
    while first < last and text[first].isspace():
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    return first, last
