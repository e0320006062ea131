"""What a viewer sees of the rows: the three axes of time and the compartments, as conditions of queries.

Every query of a snapshot goes through here, so that a leak or an error of time has one place to be.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select

from goodoffices.record import blobs, keys, schema
from goodoffices.record.log import Entry, Sealed
from goodoffices.record.rows import AnchorRow, ClaimRow, DocumentRow, LinkRow, RulingRow, VerdictRow, compartments_in
from goodoffices.record.schema import EMPTY
from goodoffices.record.store import Store
from goodoffices.record.tableshelf import rests_on, rows_of, unindexed
from goodoffices.record.viewer import Viewer
from goodoffices.vocabulary.claim import ReviewState

Conditions = list[ColumnElement[bool]]

C, D = schema.claim_rows.c, schema.document_rows.c


class Lens:
    """Reads rows as of entry `seq` for one viewer. undated: whether to see, instead of what was public by
    `published_by`, what it leaves out because nobody knows when it became public.
    """

    def __init__(
        self, store: Store, seq: int, viewer: Viewer, as_of: dt.date | None, published_by: dt.date | None
    ) -> None:
        self.seq, self.viewer, self.as_of, self.published_by = seq, viewer, as_of, published_by
        self.store = store

    def claims_where(
        self,
        kind: str | Collection[str] | None = None,
        states: Collection[ReviewState] | None = None,
        *,
        document: str | None = None,
        undated: bool = False,
    ) -> Conditions:
        """The conditions of a claim's being seen, of a kind or of several, in some states, resting on a document."""
        where: Conditions = [*self._cleared(C.compartments), *self._public(C, undated)]
        if document is None:
            where += self._held(C)
        else:
            where += [rests_on(document), unindexed(C.since_seq) <= self.seq, unindexed(C.until_seq) > self.seq]
        if kind is not None:
            where.append(C.kind == kind if isinstance(kind, str) else C.kind.in_(sorted(kind)))
        if states is not None:
            where.append(C.state.in_(sorted(states)))
        if self.as_of is not None:
            where.append(C.valid_earliest.is_(None) | (C.valid_earliest <= self.as_of))
        return where

    def count(self, where: Conditions) -> int:
        """How many claim rows meet the conditions."""
        with self.store.reading() as connection:
            return int(connection.scalar(select(func.count()).select_from(schema.claim_rows).where(*where)) or 0)

    def claim_rows(
        self,
        where: Conditions,
        limit: int | None = None,
        offset: int = 0,
        order: Sequence[ColumnElement[Any]] = (C.first_seq, C.ordinal, C.claim),
    ) -> list[ClaimRow]:
        """The claim rows that meet the conditions, in the order in which the claims came to the record, or another."""
        query = select(schema.claim_rows).where(*where).order_by(*order).limit(limit).offset(offset or None)
        with self.store.reading() as connection:
            return rows_of(connection, ClaimRow, query)

    def claims_by(self, column: ColumnElement[str], where: Conditions) -> dict[str, int]:
        """How many claim rows meet the conditions, by what stands in a column."""
        query = select(column, func.count()).select_from(schema.claim_rows).where(*where).group_by(column)
        with self.store.reading() as connection:
            return {str(name): int(count) for name, count in connection.execute(query)}

    def documents_where(self, *more: ColumnElement[bool], undated: bool = False) -> Conditions:
        """The conditions of a document's being seen."""
        return [*self._held(D), *self._cleared(D.compartments), *self._public(D, undated), *more]

    def count_documents(self, where: Conditions) -> int:
        """How many documents meet the conditions."""
        with self.store.reading() as connection:
            return int(connection.scalar(select(func.count()).select_from(schema.document_rows).where(*where)) or 0)

    def reading_names(self) -> tuple[str, ...]:
        """The names of the readings of the documents seen, in the order of these, each once."""
        query = select(D.reading).where(*self.documents_where(D.reading > EMPTY)).order_by(D.added_seq)
        with self.store.reading() as connection:
            return tuple(dict.fromkeys(connection.scalars(query)))

    def document_rows(
        self,
        *more: ColumnElement[bool],
        undated: bool = False,
        limit: int | None = None,
        offset: int = 0,
        latest_first: bool = False,
    ) -> list[DocumentRow]:
        """The documents seen, in the order in which they were added, or the last added first."""
        where = self.documents_where(*more, undated=undated)
        order = D.added_seq.desc() if latest_first else D.added_seq
        query = select(schema.document_rows).where(*where).order_by(order).limit(limit).offset(offset or None)
        with self.store.reading() as connection:
            return rows_of(connection, DocumentRow, query)

    def added(self) -> dict[str, int]:
        """The documents seen and the entry that added each; their rows are not read, which counts among thousands."""
        where = [*self._held(D), *self._cleared(D.compartments), *self._public(D, undated=False)]
        with self.store.reading() as connection:
            found = connection.execute(select(D.document, D.added_seq).where(*where).order_by(D.added_seq)).all()
        return {row.document: row.added_seq for row in found}

    def ruling_rows(self) -> list[RulingRow]:
        """The rulings seen, in their order: those all of whose claims the viewer may see."""
        c = schema.ruling_rows.c
        query = select(schema.ruling_rows).where(*self._held(c), *self._cleared(c.compartments)).order_by(c.since_seq)
        with self.store.reading() as connection:
            return rows_of(connection, RulingRow, query)

    def anchor_rows(self) -> list[AnchorRow]:
        """Where people said that quoted words stand in newer versions, in their order."""
        c = schema.anchor_rows.c
        query = select(schema.anchor_rows).where(*self._held(c), *self._cleared(c.compartments)).order_by(c.since_seq)
        with self.store.reading() as connection:
            return rows_of(connection, AnchorRow, query)

    def linked(self, relation: str) -> Select[Any]:
        """The claims that somebody called the same as another, or different."""
        c = schema.link_rows.c
        return select(c.claim).where(*self._held(c), c.relation == relation)

    def links(self, relation: str) -> set[tuple[str, str]]:
        """The pairs of claims that somebody called the same, or different; both ways round."""
        c = schema.link_rows.c
        query = select(schema.link_rows).where(*self._held(c), c.relation == relation)
        with self.store.reading() as connection:
            return {(row.claim, row.other) for row in rows_of(connection, LinkRow, query)}

    def verdict_rows(self, shown: Conditions, *more: ColumnElement[bool]) -> list[VerdictRow]:
        """The judgements on the claims that meet the conditions of `shown`, in their order."""
        c = schema.verdict_rows.c
        where = [*self._held(c), *more, c.claim.in_(select(C.claim).where(*shown))]
        with self.store.reading() as connection:
            return rows_of(connection, VerdictRow, select(schema.verdict_rows).where(*where).order_by(c.since_seq))

    def disputed(self) -> Select[Any]:
        """The claims of which both good and bad was found, whatever the words."""
        c = schema.verdict_rows.c
        wrong = case((c.finding == "rejected", 1), else_=0)
        differing = func.min(wrong) < func.max(wrong)
        return select(c.claim).where(*self._held(c)).group_by(c.claim).having(differing)

    def entries(self, subject: str | None, limit: int | None) -> list[Entry]:
        """The log as the viewer may see it, oldest first: of several, the last `limit`."""
        e, rows = schema.entries.c, schema.entry_rows.c
        query = select(schema.entries, rows.until_seq).join(schema.entry_rows, rows.seq == e.seq)
        query = query.where(e.seq <= self.seq, *self._cleared(rows.compartments))
        if subject is not None:
            query = query.where(e.subject == subject)
        with self.store.reading() as connection:
            found = connection.execute(query.order_by(e.seq.desc()).limit(limit)).all()
            ring = keys.of(connection)
            ring.fetch(connection, {row.keys for row in found})
        return [self._entry(dict(row._mapping), ring) for row in reversed(found)]

    def compartments(self) -> list[str]:
        """The names of the compartments that the viewer may see."""
        held = {name for written in self._visible_sets for name in compartments_in(written)}
        return sorted(name for name in held if name)

    def blob(self, name: str) -> bytes:
        """A blob that a row seen through this lens names."""
        with self.store.reading() as connection:
            return blobs.get(connection, name)

    def _entry(self, columns: dict[str, Any], ring: keys.Keyring) -> Entry:
        until = columns.pop("until_seq")
        return Sealed(**columns).opened(ring, undone_by=until if until <= self.seq else None)

    def _held(self, columns: Any) -> Conditions:
        return [columns.since_seq <= self.seq, columns.until_seq > self.seq]

    def _public(self, columns: Any, undated: bool) -> Conditions:
        if undated:
            return [columns.published_latest.is_(None)]
        return [] if self.published_by is None else [columns.published_latest <= self.published_by]

    def _cleared(self, column: Any) -> Conditions:
        return [] if self.viewer.everything else [column.in_(self._visible_sets)]

    @cached_property
    def _visible_sets(self) -> list[str]:
        with self.store.reading() as connection:
            sets = connection.scalars(select(schema.compartment_rows.c.compartments)).all()
        return sorted(written for written in sets if self.viewer.may_see(compartments_in(written)))
