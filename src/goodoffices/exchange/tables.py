"""The record as tables, of which CSV, data packages and Parquet are written: claims, quotes, documents, parties.

Times are ISO 8601, days without a time; a list or a claim's content is JSON in one cell, so that nothing is lost.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec
from msgspec import Struct

from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.party import Parties
from goodoffices.vocabulary.text import Document
from goodoffices.vocabulary.when import When

ColumnType = Literal["string", "integer", "number", "date", "datetime"]


class Column(Struct, frozen=True):
    """A column: its type in the words of Frictionless Table Schema, and what it holds."""

    name: str
    type: ColumnType
    title: str


class Table(Struct, frozen=True):
    """A table: its columns, and rows with a value or None for each."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]


CLAIMS = (
    Column("id", "string", "id of the claim"),
    Column("kind", "string", "claim kind"),
    Column("state", "string", "proposed, accepted, amended, rejected, superseded"),
    Column("by", "string", "who decided last"),
    Column("at", "datetime", "when, UTC"),
    Column("matter", "string", "id of the matter it speaks of"),
    Column("document", "string", "id of the document it quotes first"),
    Column("words", "string", "its exact words, the first quote"),
    Column("status", "string", "the attribution in one word"),
    Column("holder", "string", "whose word it is"),
    Column("earliest", "date", "valid not before"),
    Column("latest", "date", "valid not after"),
    Column("published", "date", "last day by which it was public"),
    Column("issues", "string", "ids of issues, JSON"),
    Column("claim", "string", "the whole claim, JSON"),
)
QUOTES = (
    Column("claim", "string", "id of the claim"),
    Column("number", "integer", "place among the claim's quotes, from 0"),
    Column("document", "string", "id of the document"),
    Column("start", "integer", "first code point in the text"),
    Column("end", "integer", "code point after the last"),
    Column("exact", "string", "the words"),
    Column("prefix", "string", "the words before"),
    Column("suffix", "string", "the words after"),
)
DOCUMENTS = (
    Column("id", "string", "id of the document"),
    Column("name", "string", "name of the file as added"),
    Column("title", "string", "title"),
    Column("publisher", "string", "publisher"),
    Column("author", "string", "author"),
    Column("language", "string", "ISO 639-1"),
    Column("dated", "date", "last day of the date it bears"),
    Column("published", "date", "last day by which it was public"),
    Column("sha256", "string", "SHA-256 of the file"),
)
PARTIES = (
    Column("id", "string", "id of the party"),
    Column("name", "string", "name in English"),
    Column("kind", "string", "state, body, person, …"),
    Column("iso3166", "string", "ISO 3166 alpha-3"),
    Column("parent", "string", "id of what it belongs to"),
)


def tables(claims: Iterable[Reviewed], documents: Iterable[Document], parties: Parties) -> tuple[Table, ...]:
    """The four tables, each in the order given; parties in neutral order."""
    held = list(claims)
    return (
        Table("claims", CLAIMS, tuple(_claim(r, parties) for r in held)),
        Table("quotes", QUOTES, tuple(_quotes(held))),
        Table("documents", DOCUMENTS, tuple(_document(d) for d in documents)),
        Table(
            "parties", PARTIES, tuple((p.id, p.name, p.kind, p.codes.get("iso3166"), p.parent or None) for p in parties)
        ),
    )


def _claim(reviewed: Reviewed, parties: Parties) -> tuple[Any, ...]:
    claim = reviewed.claim
    return (
        claim.id,
        claim.kind,
        reviewed.state,
        reviewed.by or None,
        reviewed.at,
        reviewed.matter,
        claim.documents[0] if claim.documents else None,
        claim.quotes[0].exact if claim.quotes else None,
        claim.attribution.status,
        parties.name(claim.attribution.holder),
        claim.valid.earliest if claim.valid else None,
        _last(claim.valid),
        _last(reviewed.published),
        msgspec.json.encode(claim.issues).decode(),
        msgspec.json.encode(claim).decode(),
    )


def _quotes(claims: Iterable[Reviewed]) -> Iterator[tuple[Any, ...]]:
    for reviewed in claims:
        for number, q in enumerate(reviewed.claim.quotes):
            yield (reviewed.claim.id, number, q.document, q.start, q.end, q.exact, q.prefix, q.suffix)


def _document(one: Document) -> tuple[Any, ...]:
    public = one.published or one.dated
    words = (one.id, one.name, one.title, one.publisher, one.author, one.language)
    return (*(word or None for word in words), _last(one.dated), _last(public), one.blob)


def _last(when: When | None) -> dt.date | None:
    return when.latest if when else None
