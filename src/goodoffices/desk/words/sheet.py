"""A document to read: its text in passages, each piece with the claims whose words it holds."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from goodoffices.desk.affairs.rows import Row, rows
from goodoffices.record import LIVE, Snapshot
from goodoffices.vocabulary.text import Document, Span, Text

LONGEST = 30_000  # characters on one page of a document; with its claims about 120 kB


class Piece(Struct, frozen=True):
    """Characters from `start` on that the same claims quote; claims: their ids, the shortest quote first."""

    start: int
    text: str
    claims: tuple[str, ...]


class Sheet(Struct, frozen=True, kw_only=True):
    """One part of a document's text. passages: its paragraphs in pieces; claims: those whose words begin in it, in the
    order of these; part, parts: which of how many; left_out: characters outside the document itself, which are kept
    and never read; is_read: whether it has been read; adrift: claims whose words no longer stand where they say.
    """

    document: Document
    passages: tuple[tuple[Piece, ...], ...]
    claims: tuple[Row, ...]
    part: int
    parts: int
    left_out: int
    is_read: bool
    notes: tuple[str, ...]
    adrift: tuple[Row, ...]


def sheet(snapshot: Snapshot, document: str, part: int = 1) -> Sheet:
    """A part of a document with its claims, whatever their state but rejected; NotFound when the view has none."""
    found = snapshot.document(document)
    text = snapshot.text(document)
    parts = list(_parts(text.main))
    number = min(max(part, 1), len(parts))
    spans = parts[number - 1]
    held = rows(snapshot, snapshot.claims(states=LIVE, document=document))
    here = [r for r in held if r.quote and r.quote.document == document]
    firm = [r for r in here if r.quote and r.quote.holds_in(text.content)]
    shown = sorted((r for r in firm if _within(r, spans)), key=_place)
    return Sheet(
        document=found,
        passages=tuple(passage for span in spans for passage in _passages(text, span, shown)),
        claims=tuple(shown),
        part=number,
        parts=len(parts),
        left_out=len(text.content) - sum(end - start for start, end in text.main),
        is_read=snapshot.reading(document) is not None,
        notes=text.notes,
        adrift=tuple(r for r in here if r not in firm),
    )


def part_of(text: Text, start: int) -> int:
    """The part of a document in which the character `start` stands, 1 where it stands in none."""
    for number, spans in enumerate(_parts(text.main), start=1):
        if any(first <= start < last for first, last in spans):
            return number
    return 1


def _parts(main: Sequence[Span]) -> Iterator[list[Span]]:
    """Main spans in groups of at most LONGEST characters; a longer span is cut."""
    gathered: list[Span] = []
    size = 0
    for first, last in main:
        for start in range(first, last, LONGEST):
            end = min(start + LONGEST, last)
            if gathered and size + end - start > LONGEST:
                yield gathered
                gathered, size = [], 0
            gathered.append((start, end))
            size += end - start
    yield gathered


def _within(row: Row, spans: Iterable[Span]) -> bool:
    return row.quote is not None and any(first <= row.quote.start < last for first, last in spans)


def _place(row: Row) -> tuple[int, int, str]:
    assert row.quote is not None
    return row.quote.start, row.quote.end, row.claim


def _passages(text: Text, span: Span, claims: Sequence[Row]) -> Iterator[tuple[Piece, ...]]:
    start, end = span
    while start < end:
        blank = text.content.find("\n\n", start, end)
        stop = blank if blank >= 0 else end
        if text.content[start:stop].strip():
            yield tuple(_pieces(text.content, start, stop, claims))
        start = stop + 2 if blank >= 0 else end


def _pieces(content: str, start: int, stop: int, claims: Sequence[Row]) -> Iterator[Piece]:
    quotes = [(r.quote, r.claim) for r in claims if r.quote and r.quote.start < stop and r.quote.end > start]
    cuts = sorted({start, stop, *(max(q.start, start) for q, _ in quotes), *(min(q.end, stop) for q, _ in quotes)})
    for first, last in pairwise(cuts):
        over = [(q.end - q.start, claim) for q, claim in quotes if q.start <= first and q.end >= last]
        yield Piece(first, content[first:last], tuple(claim for _, claim in sorted(over)))
