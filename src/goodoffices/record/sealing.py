"""What may hold words of a document, and under which keys it is therefore stored.

Whatever quotes several documents, or was made from what quoted them, is sealed with all their keys together: it goes
when any of them is erased, as nobody can tell whose words it holds.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from msgspec.structs import asdict
from sqlalchemy import Connection, Row, Table

from goodoffices.record import keys, schema
from goodoffices.record.actions import Action, ConflictRuled, ForecastSettled
from goodoffices.record.evidence import every_quote
from goodoffices.record.rows import (
    AnchorRow,
    AnyRow,
    ClaimRow,
    CompartmentRow,
    DocumentRow,
    EntryRow,
    LinkRow,
    RulingRow,
    VerdictRow,
)
from goodoffices.record.shelf import Shelf
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.quote import Quote

R = TypeVar("R", EntryRow, DocumentRow, ClaimRow, LinkRow, RulingRow, AnchorRow, VerdictRow, CompartmentRow, AnyRow)

TABLES: dict[type[AnyRow], Table] = {
    EntryRow: schema.entry_rows,
    DocumentRow: schema.document_rows,
    ClaimRow: schema.claim_rows,
    LinkRow: schema.link_rows,
    RulingRow: schema.ruling_rows,
    AnchorRow: schema.anchor_rows,
    VerdictRow: schema.verdict_rows,
    CompartmentRow: schema.compartment_rows,
}

# The columns of a view that hold words.
WORDED: dict[type[AnyRow], tuple[str, ...]] = {
    DocumentRow: ("body",),
    ClaimRow: ("body", "published"),
    RulingRow: ("reason", "saw"),
    AnchorRow: ("body",),
    VerdictRow: ("words", "before", "reason"),
}

_AS_TEXT: dict[type[AnyRow], tuple[str, ...]] = {RulingRow: ("reason",), VerdictRow: WORDED[VerdictRow]}


def keys_of(shelf: Shelf, body: Action, subject: str) -> str:
    """The keys under which the body of a new entry is stored: of the documents it names or quotes, and of all that
    its subject, and the claims it saw, rest on already. What holds no words is stored under the key of the case.
    """
    if not body.worded:
        return keys.CASE
    rows: list[DocumentRow | ClaimRow | None] = [shelf.document(document) for document in _documents(body)]
    rows += shelf.claims([subject, *_claims(body)]).values()
    if isinstance(body, ConflictRuled):
        rows += [shelf.claim_version(claim, seq) for claim, seq in body.saw]
    return keys.together(row.keys for row in rows if row)


def _documents(body: Action) -> Iterator[str]:
    for name in body.__struct_fields__:
        value = getattr(body, name)
        if isinstance(value, Claim):
            yield from (quote.document for quote in every_quote(value))
        elif isinstance(value, Quote):
            yield value.document
        elif name == "document" and isinstance(value, str):
            yield value


def _claims(body: Action) -> Iterator[str]:
    named = getattr(body, "claim", None)
    if isinstance(named, str):
        yield named
    if isinstance(body, ForecastSettled):
        yield from (body.forecast, *body.evidence)


def stored(connection: Connection, form: type[AnyRow], rows: Iterable[AnyRow]) -> list[dict[str, Any]]:
    """Rows as their table has them."""
    worded = WORDED.get(form, ())
    found = [asdict(row) for row in rows]
    if worded:
        ring = keys.of(connection)
        ring.fetch(connection, {row["keys"] for row in found})
        for row in found:
            place = _place(form, row)
            for column in worded:
                if row[column] is not None:
                    words = row[column].encode() if isinstance(row[column], str) else row[column]
                    row[column] = ring.seal(row["keys"], words, f"{place} {column}")
    return found


def opened(connection: Connection, form: type[R], found: Iterable[Row[Any]]) -> list[R]:
    """Rows of a table as they were before they were stored; DamagedCase."""
    rows = [dict(row._mapping) for row in found]
    worded = WORDED.get(form, ())
    if worded:
        ring = keys.of(connection)
        ring.fetch(connection, {row["keys"] for row in rows})
        for row in rows:
            place = _place(form, row)
            for column in worded:
                if row[column] is not None:
                    row[column] = ring.unseal(row["keys"], row[column], f"{place} {column}")
            for column in _AS_TEXT.get(form, ()):
                row[column] = row[column].decode()
    return [form(**row) for row in rows]


_PRIMARY = {form: tuple(column.name for column in table.primary_key) for form, table in TABLES.items()}


def _place(form: type[AnyRow], row: dict[str, Any]) -> str:
    return " ".join((TABLES[form].name, *(str(row[name]) for name in _PRIMARY[form])))
