"""The shelf of the fold that is the database: rows are written together, before the next question is asked of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, bindparam, insert, or_, select, union, update

from goodoffices.record import blobs, log, schema, sealing
from goodoffices.record.actions import Action
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
from goodoffices.record.schema import STILL
from goodoffices.record.sealing import TABLES, R
from goodoffices.record.shelf import Ended
from goodoffices.vocabulary.reading import Reading

_TOGETHER = 500  # values in one IN list; SQLite's oldest limit on parameters is 999


def rows_of(connection: Connection, form: type[R], query: Select[Any]) -> list[R]:
    """The rows that a query over one view table gives."""
    return sealing.opened(connection, form, connection.execute(query))


def unindexed(column: Column[int]) -> ColumnElement[int]:
    """The column in a form that no index serves. Where a query names a claim or a document, the planner would else
    take all current rows first: 0.7 s instead of 4 ms among 100,000 claims.
    """
    return column + 0


def rests_on(document: str) -> ColumnElement[bool]:
    """The condition of a claim row's resting on a document. Either way of doing so has an index and its own query:
    asked for one or the other, the planner takes neither.
    """
    table = schema.claim_rows.alias()
    ways = [select(table.c.claim).where(*way) for way in _resting(table.c, document)]
    c = schema.claim_rows.c
    return and_(c.claim.in_(union(*ways)), or_(*(and_(*way) for way in _resting(c, document))))


def _resting(columns: Any, document: str) -> list[list[ColumnElement[bool]]]:
    several = columns.others > schema.EMPTY
    return [[columns.document == document], [several, columns.others.contains(f"|{document}|", autoescape=True)]]


class TableShelf:
    """The views in the database, within the transaction of `connection`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._documents: dict[str, DocumentRow | None] = {}  # asked for once per proposal
        self._opened: defaultdict[type[AnyRow], list[AnyRow]] = defaultdict(list)
        self._ended: defaultdict[type[AnyRow], list[dict[str, object]]] = defaultdict(list)

    def claims(self, ids: Iterable[str]) -> dict[str, ClaimRow]:
        table = schema.claim_rows
        current = select(table).where(unindexed(table.c.until_seq) == STILL)
        return {row.claim: row for row in self._among(ClaimRow, current, table.c.claim, ids)}

    def claims_of(self, document: str) -> Sequence[ClaimRow]:
        table = schema.claim_rows
        current = unindexed(table.c.until_seq) == STILL
        return self._rows(ClaimRow, select(table).where(current, rests_on(document)))

    def claim_version(self, claim: str, version: int) -> ClaimRow | None:
        c = schema.claim_rows.c
        return self._last(ClaimRow, select(schema.claim_rows).where(c.claim == claim, c.version == version))

    def claim_proposed(self, claim: str) -> ClaimRow | None:
        c = schema.claim_rows.c
        proposed = (c.claim == claim, c.state == "proposed", c.contested.is_(False))
        return self._last(ClaimRow, select(schema.claim_rows).where(*proposed))

    def document(self, document: str) -> DocumentRow | None:
        table = schema.document_rows
        if document not in self._documents:
            self._documents[document] = self._last(DocumentRow, select(table).where(table.c.document == document))
        return self._documents[document]

    def document_added(self, document: str) -> DocumentRow | None:
        table = schema.document_rows
        query = select(table).where(table.c.document == document, table.c.since_seq == table.c.added_seq)
        return self._last(DocumentRow, query)

    def links(self, claims: Iterable[str]) -> Sequence[LinkRow]:
        table = schema.link_rows
        return self._among(LinkRow, select(table).where(table.c.until_seq == STILL), table.c.claim, claims)

    def links_made(self, seq: int) -> Sequence[LinkRow]:
        c = schema.link_rows.c
        return self._rows(LinkRow, select(schema.link_rows).where(c.since_seq == seq, c.until_seq == STILL))

    def rulings_made(self, seq: int) -> Sequence[RulingRow]:
        c = schema.ruling_rows.c
        return self._rows(RulingRow, select(schema.ruling_rows).where(c.since_seq == seq, c.until_seq == STILL))

    def anchors_made(self, seq: int) -> Sequence[AnchorRow]:
        c = schema.anchor_rows.c
        return self._rows(AnchorRow, select(schema.anchor_rows).where(c.since_seq == seq, c.until_seq == STILL))

    def verdicts(self, claim: str) -> Sequence[VerdictRow]:
        c = schema.verdict_rows.c
        query = select(schema.verdict_rows).where(c.claim == claim, c.until_seq == STILL)
        return self._rows(VerdictRow, query.order_by(c.since_seq))

    def standing(self, subject: str) -> Sequence[int]:
        c = schema.entry_rows.c
        query = select(schema.entry_rows).where(c.subject == subject, c.judgement, c.until_seq == STILL)
        return [row.seq for row in self._rows(EntryRow, query.order_by(c.seq))]

    def entry_row(self, seq: int) -> EntryRow | None:
        table = schema.entry_rows
        return next(iter(self._rows(EntryRow, select(table).where(table.c.seq == seq))), None)

    def body(self, seq: int) -> Action | None:
        sealed = log.sealed_entry(self._connection, seq)
        return log.body_of(self._connection, sealed) if sealed else None

    def reading(self, name: str) -> Reading:
        return blobs.get_value(self._connection, name, Reading)

    def open(self, row: AnyRow) -> None:
        self._opened[type(row)].append(row)
        if isinstance(row, DocumentRow):
            self._documents[row.document] = row

    def end(self, row: Ended, seq: int) -> None:
        keys = {f"its_{column.name}": getattr(row, column.name) for column in TABLES[type(row)].primary_key}
        self._ended[type(row)].append({**keys, "ended": seq})

    def write(self) -> None:
        """Writes what was opened and ended; the fold's own questions do so too."""
        for form, ended in self._ended.items():
            table = TABLES[form]
            this = and_(*(column == bindparam(f"its_{column.name}") for column in table.primary_key))
            self._connection.execute(update(table).where(this).values(until_seq=bindparam("ended")), ended)
        for form, opened in self._opened.items():
            rows = opened if form is not CompartmentRow else self._unknown_sets(opened)
            if rows:
                self._connection.execute(insert(TABLES[form]), sealing.stored(self._connection, form, rows))
        self._opened.clear()
        self._ended.clear()

    def _unknown_sets(self, opened: Sequence[AnyRow]) -> list[AnyRow]:
        column = schema.compartment_rows.c.compartments
        sets = {row.compartments for row in opened if isinstance(row, CompartmentRow)}
        known = set(self._connection.scalars(select(column).where(column.in_(sorted(sets)))))
        return [CompartmentRow(compartments=name) for name in sorted(sets - known)]

    def _rows(self, form: type[R], query: Select[Any]) -> list[R]:
        if self._opened or self._ended:
            self.write()
        return rows_of(self._connection, form, query)

    def _last(self, form: type[R], query: Select[Any]) -> R | None:
        since = TABLES[form].c.since_seq
        return next(iter(self._rows(form, query.order_by(since.desc()).limit(1))), None)

    def _among(self, form: type[R], query: Select[Any], column: Column[str], values: Iterable[str]) -> list[R]:
        return [row for part in _parts(list(values)) for row in self._rows(form, query.where(column.in_(part)))]


def _parts(values: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(values), _TOGETHER):
        yield values[start : start + _TOGETHER]
