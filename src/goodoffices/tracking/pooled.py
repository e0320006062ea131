"""A term's bounds and its chain, pooled from all its sources and from the events that extend it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct

from goodoffices.tracking.chain import Chain, Piece, chain
from goodoffices.tracking.days import when_in_words
from goodoffices.tracking.happenings import Happening
from goodoffices.tracking.held import Said, ids, sayings
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.kinds import Instrument, Term
from goodoffices.vocabulary.when import When


class Bound(Struct, frozen=True):
    """One version of a term's bounds. begins, until: of its first instrument or, where nothing extends it, of
    the whole; ends: the recorded ends that extensions explain, earliest first; words: the version in words; latest:
    of two ends that sources give one instrument, whether this version takes the later; claims: those that give it.
    """

    begins: When | None
    until: When | None
    ends: tuple[When, ...]
    words: str
    claims: tuple[str, ...]
    latest: bool


def doubts(extending: Sequence[Happening]) -> tuple[bool, ...]:
    """Whether to take doubtful extensions, for each way that this can be answered."""
    return (True, False) if any(h.doubt for h in extending) else (True,)


def bounds(
    term: Matter, claims: Sequence[Reviewed], extending: Sequence[Happening], rulings: Sequence[Ruling]
) -> Iterator[Bound]:
    """Each version of beginning and end that sources give. Ends that differ are no versions where extensions explain
    them: the first is then the end of the first instrument, the last that of the whole.
    """
    begins = sayings(term.id, "begins", claims, rulings)
    ends = sayings(term.id, "until", claims, rulings)
    given = tuple(sorted((e.value for e in ends if e.value and e.value.latest), key=lambda w: w.latest))
    reach = [i.until.latest for i in _instruments(claims) if i.until and i.until.latest]
    reach += [h.until.latest for h in extending if h.until and h.until.latest]
    undated = any(i.times for i in _instruments(claims)) or any(not (h.until and h.until.bounded) for h in extending)
    explained = len(given) > 1 and (undated or bool(reach and max(reach) >= given[-1].latest))
    versions = [Said(given[0], tuple(c for e in ends for c in e.claims))] if explained else list(ends)
    latest = (False, True) if _at_odds(claims) else (True,)
    for begin, end, last in product(begins, versions, latest):
        yield Bound(
            begins=begin.value or next((r.claim.valid for r in claims if r.claim.valid), None),
            until=end.value,
            ends=given if explained else (),
            words=f"{_said('from', begin.value)}, {_said('until', end.value)}",
            claims=tuple(dict.fromkeys((*begin.claims, *end.claims))),
            latest=last,
        )


def _said(word: str, when: When | None) -> str:
    return f"{word} {when_in_words(when).removeprefix('by ')}" if when and when.bounded else f"no day given {word}"


def _instruments(claims: Sequence[Reviewed]) -> Iterator[Instrument]:
    for r in claims:
        if isinstance(r.claim.content, Term):
            yield from r.claim.content.instruments


def _at_odds(claims: Sequence[Reviewed]) -> bool:
    """Whether two sources give one instrument different ends."""
    ends: dict[dt.date, set[dt.date]] = {}
    for i in _instruments(claims):
        made = i.on or i.since
        if made and made.latest and i.until and i.until.latest:
            ends.setdefault(made.latest, set()).add(i.until.latest)
    return any(len(found) > 1 for found in ends.values())


def pooled(claims: Sequence[Reviewed], bound: Bound, extending: Sequence[Happening], wide: bool) -> Chain:
    """The chain of a term in one version of its bounds: its instruments by all sources, and the events that extend it.

    wide: whether inexact dates give it as much room as they can, or as little.
    """
    base = Piece(Instrument(since=bound.begins, until=bound.until), "first set", ids(claims[:1]))
    base = Piece(base.instrument, base.what, bound.claims or base.claims)
    pooled: dict[Instrument, list[str]] = {}
    for r in claims:
        for i in r.claim.content.instruments if isinstance(r.claim.content, Term) else ():
            pooled.setdefault(i, []).append(r.claim.id)
    kept = _one_end_each(pooled, bound.latest)
    pieces = [Piece(i, "instrument", tuple(pooled[i])) for i in kept]
    pieces += [Piece(Instrument(on=_on_when(h), until=h.until), h.words, h.claims) for h in extending]
    if bound.ends and bound.ends[-1] != bound.until and any(p.instrument.times for p in pieces):
        last = Instrument(since=bound.begins, until=bound.ends[-1])
        pieces.append(Piece(last, "with its undated extensions", bound.claims))
    return chain(base, pieces, wide=wide)


def _on_when(h: Happening) -> When | None:
    return h.when if h.when.bounded else None


def _one_end_each(pooled: dict[Instrument, list[str]], latest: bool) -> list[Instrument]:
    """Of instruments made on one day with different ends, the one that reaches furthest, or least far."""
    chosen: dict[object, Instrument] = {}
    for i in pooled:
        made = i.on or i.since
        key: object = (made.latest if made else None) if i.until and i.until.latest and made else i
        other = chosen.get(key)
        if other is None or ((_end(i) > _end(other)) == latest and _end(i) != _end(other)):
            chosen[key] = i
    return list(chosen.values())


def _end(instrument: Instrument) -> dt.date:
    return (instrument.until.latest if instrument.until else None) or dt.date.min
