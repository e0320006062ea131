"""Ranking passages by how likely they bear on a provision."""

import datetime as dt
import heapq
from collections.abc import Sequence

from msgspec import Struct

from goodoffices.reading.bearing.direction import Direction, direction
from goodoffices.reading.bearing.likeness import Index, words
from goodoffices.reading.bearing.passages import Passage

SHARED = 0.1  # of the best likeness, for a passage that names all the provision's parties
POINTS = 0.05  # the same, for one that says what became of something


class Asked(Struct, frozen=True, kw_only=True):
    """A provision as a question. words: its own; also: further ones (its act, its issues); parties: ids of those meant;
    since: the day it was made: a document that is surely from before cannot tell of it.
    """

    words: str
    also: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    since: dt.date | None = None


class Bearing(Struct, frozen=True, kw_only=True):
    """A passage that may bear on the provision. score: 1 for the best possible; direction and cue: which way its words
    point, and which of them; shared: words it has in common with the provision, rarest first; undated: nobody knows
    whether it is later.
    """

    passage: Passage
    score: float
    direction: Direction
    cue: str
    shared: tuple[str, ...]
    undated: bool


def rank(asked: Asked, passages: Sequence[Passage], limit: int = 10) -> tuple[Bearing, ...]:
    """The passages of documents not surely earlier that bear most likely on what is asked, best first, ties in order.

    Likeness is of letters (see likeness), with a little for parties in common and for words that say what became of it.
    A passage with nothing in common is left out.
    """
    later = [p for p in passages if not _earlier(p, asked)]
    question = " ".join((asked.words, *asked.also))
    likeness = Index(p.words for p in later).scores(question)
    best = max(likeness, default=0.0)
    if best <= 0:
        return ()
    scored = []
    for number in _within_reach(likeness, limit, best):
        way = direction(later[number].words)
        more = SHARED * _share(asked, later[number]) + POINTS * bool(way.way)
        scored.append((-(likeness[number] / best + more) / (1 + SHARED + POINTS), number))
    scored.sort()
    rare = _rarity(later)
    return tuple(_bearing(asked, later[number], -score, rare) for score, number in scored[:limit])


def _within_reach(likeness: Sequence[float], limit: int, best: float) -> list[int]:
    """Those of the passages that what is added to likeness could bring among the first: the others need no look."""
    alike = [like for like in likeness if like > 0]
    floor = heapq.nlargest(limit, alike)[-1] - (SHARED + POINTS) * best
    return [number for number, like in enumerate(likeness) if like > 0 and like >= floor]


def _earlier(passage: Passage, asked: Asked) -> bool:
    dated = passage.dated.latest if passage.dated else None
    return asked.since is not None and dated is not None and dated < asked.since


def _share(asked: Asked, passage: Passage) -> float:
    meant = set(asked.parties)
    return len(meant & set(passage.parties)) / len(meant) if meant else 0.0


def _rarity(passages: Sequence[Passage]) -> dict[str, int]:
    found: dict[str, int] = {}
    for passage in passages:
        for word in set(words(passage.words)):
            found[word] = found.get(word, 0) + 1
    return found


def _bearing(asked: Asked, passage: Passage, score: float, rare: dict[str, int]) -> Bearing:
    common = {w for w in set(words(asked.words)) & set(words(passage.words)) if len(w) > 3}
    way = direction(passage.words)
    return Bearing(
        passage=passage,
        score=score,
        direction=way.way,
        cue=way.cue,
        shared=tuple(sorted(common, key=lambda w: (rare[w], w))[:6]),
        undated=passage.dated is None or passage.dated.latest is None,
    )
