"""An office at work: papers, what a reader proposes of them, the moments at which people act."""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from goodoffices.record import Record
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.hashing import sha256
from goodoffices.vocabulary.kinds import Meeting
from goodoffices.vocabulary.quote import find_quote
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Document, Text
from goodoffices.vocabulary.when import When, on_day

START = dt.datetime(2024, 5, 1, 9, 0, tzinfo=dt.UTC)
WORDS = "Envoys met in Vienna. Envoys met in Geneva. Envoys met in Doha. Envoys met in Oslo."
PLACES = ("Vienna", "Geneva", "Doha", "Oslo")


def moment(minutes: int = 0) -> dt.datetime:
    """So many minutes after the office opened."""
    return START + dt.timedelta(minutes=minutes)


def day(text: str) -> When:
    """A day written YYYY-MM-DD."""
    return on_day(dt.date.fromisoformat(text))


def paper(words: str = WORDS, dated: When | None = None) -> tuple[bytes, Text]:
    """The bytes of a paper and its text."""
    content = words.encode()
    text = Text(blob=sha256(content), recipe="test/1", content=words, main=((0, len(words)),), dated=dated)
    return content, text


def add(
    record: Record,
    words: str = WORDS,
    *,
    dated: When | None = None,
    published: When | None = None,
    compartments: Sequence[str] = (),
    at: dt.datetime = START,
) -> Document:
    """Adds a paper to the record."""
    content, text = paper(words, dated)
    added = record.add_document(
        content, text, name="paper.txt", by="Ann", at=at, published=published, compartments=compartments
    )
    return added.document


def meeting(
    document: Document, place: str = "Vienna", *, name: str = "", valid: When | None = None, words: str = WORDS
) -> Claim:
    """The claim that envoys met somewhere, as one of the papers has it."""
    return Claim(
        id=name or f"{document.id}-{place}",
        content=Meeting(participants=("envoys",), place=place),
        quotes=(find_quote(document.id, words, f"Envoys met in {place}"),),
        valid=valid,
    )


def reading(document: Document, claims: Sequence[Claim] = (), reader: str = "test/1") -> Reading:
    """What a reader made of a document."""
    return Reading(text=document.text, reader=reader, settings=(), claims=tuple(claims))


def read(record: Record, document: Document, claims: Sequence[Claim], at: dt.datetime = START) -> int:
    """Adds a reading to the record; the seq of its entry."""
    return record.add_reading(document.id, reading(document, claims), by="Ann", at=at).seq


def by_hand(place: str, *, name: str = "", valid: When | None = None) -> Claim:
    """A claim that Bea enters without a document."""
    return Claim(id=name, content=Meeting(participants=("envoys",), place=place), valid=valid, entered_by="Bea")


def busy_day(record: Record) -> None:
    """Something of every kind is done: eight entries, three blobs, four quotes."""
    document = add(record, dated=day("2024-03-01"))
    claim = meeting(document)
    read(record, document, [claim, meeting(document, "Oslo")])
    record.accept(claim.id, by="Ann", at=moment(1))
    record.amend(replace(claim, note="nearer"), based_on=3, by="Bea", at=moment(2))
    record.same_matter([claim.id, meeting(document, "Oslo").id], by="Ann", at=moment(3))
    record.rule(f"{claim.id}:place", claim.id, "first hand", by="Ann", at=moment(4))
    record.enter(by_hand("Doha"), by="Zoë", at=moment(5))
    record.undo(claim.id, by="Ann", at=moment(6))
