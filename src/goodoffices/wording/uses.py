"""Agreed language: where the words of a draft were used before, how near, and how the wording drifted."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from goodoffices.errors import BadArgument
from goodoffices.wording.alignment import Alignment, align
from goodoffices.wording.words import Word, words

NEAR = 0.5  # of the draft's weight kept: below that, passages share a topic and no wording


class Passage(Struct, frozen=True, kw_only=True):
    """Words of a document. start: where they begin in its text; day: of the document, None where it bears none."""

    document: str
    start: int
    text: str
    day: dt.date | None = None


class Change(Struct, frozen=True):
    """One difference from an earlier use: words left out and words put in their place, either of them may be ""."""

    out: str
    put: str


class Use(Struct, frozen=True, kw_only=True):
    """An earlier use of a draft. start, end: in the text of the document; exact: the words there; kept: the share of
    the draft's weight in them, 1 for the very words; changes: from the draft to this use, in order.
    """

    document: str
    start: int
    end: int
    exact: str
    day: dt.date | None
    kept: float
    changes: tuple[Change, ...]


class Drift(Struct, frozen=True, kw_only=True):
    """A step of a wording through time: a use, and what it changed of the use before it."""

    use: Use
    changes: tuple[Change, ...]


def uses(draft: str, passages: Iterable[Passage], *, near: float = NEAR, limit: int | None = None) -> tuple[Use, ...]:
    """Uses of `draft` in the passages, nearest first, then oldest; at most one a passage, `limit` of them.

    near: the least share of the draft's weight. A word weighs the more the fewer of the passages have it, so that "the
    Council" says less than "proximity". BadArgument for a draft without words.
    """
    sought = words(draft)
    if not sought:
        raise BadArgument("agreed language is sought by words", repr(draft), "Give a phrase or a paragraph.")
    held = [(passage, words(passage.text)) for passage in passages]
    weights = _weights(sought, [found for _, found in held])
    found = []
    for passage, inside in held:
        aligned = align(sought, inside, weights)
        if aligned and aligned.kept >= near:
            found.append(_use(draft, sought, passage, inside, aligned))
    return tuple(sorted(found, key=lambda u: (-u.kept, u.day or dt.date.max, u.document, u.start))[:limit])


def drift(found: Sequence[Use]) -> tuple[Drift, ...]:
    """The dated uses from the oldest to the newest, each with what it changed of the one before; a repetition of the
    very words is a step without changes.
    """
    dated = sorted((u for u in found if u.day is not None), key=lambda u: (u.day or dt.date.max, u.document, u.start))
    steps: list[Drift] = []
    for use in dated:
        before = steps[-1].use if steps else None
        steps.append(Drift(use=use, changes=_between(before.exact, use.exact) if before else ()))
    return tuple(steps)


def _weights(sought: Sequence[Word], passages: Sequence[Sequence[Word]]) -> dict[str, float]:
    having = Counter(word for found in passages for word in {w.folded for w in found})
    return {w.folded: math.log1p((len(passages) + 1) / (having[w.folded] + 1)) for w in sought}


def _use(draft: str, sought: Sequence[Word], passage: Passage, inside: Sequence[Word], aligned: Alignment) -> Use:
    start, end = inside[aligned.start].start, inside[aligned.end - 1].end
    return Use(
        document=passage.document,
        start=passage.start + start,
        end=passage.start + end,
        exact=passage.text[start:end],
        day=passage.day,
        kept=aligned.kept,
        changes=_changes(draft, sought, passage.text, inside, aligned),
    )


def _between(before: str, after: str) -> tuple[Change, ...]:
    ours, theirs = words(before), words(after)
    aligned = align(ours, theirs, {w.folded: 1.0 for w in ours})
    if aligned is None:
        return (Change(before, after),)
    lead, tail = theirs[: aligned.start], theirs[aligned.end :]
    changes = list(_changes(before, ours, after, theirs, aligned))
    for extra in (lead, tail):
        if extra:
            changes.append(Change("", after[extra[0].start : extra[-1].end]))
    return tuple(changes)


def _changes(
    draft: str, sought: Sequence[Word], text: str, inside: Sequence[Word], aligned: Alignment
) -> tuple[Change, ...]:
    """Differences in order; words left out with words put in at the same place are one."""
    changes: list[Change] = []
    joins = False
    for piece in aligned.pieces:
        if piece.kind == "kept":
            joins = False
            continue
        out = draft[sought[piece.draft[0]].start : sought[piece.draft[1] - 1].end] if piece.kind == "out" else ""
        put = text[inside[piece.passage[0]].start : inside[piece.passage[1] - 1].end] if piece.kind == "in" else ""
        if joins and not changes[-1].put:
            changes[-1] = Change(changes[-1].out, put)
        else:
            changes.append(Change(out, put))
        joins = True
    return tuple(changes)
