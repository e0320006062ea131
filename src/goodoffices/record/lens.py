"""What a viewer sees of the rows: the three axes of time and the compartments, as conditions of queries.

Every query of a snapshot goes through here, so that a leak or an error of time has one place to be.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from functools import cached_property, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, case, func, select, union_all

from goodoffices.record import blobs, keys, schema
from goodoffices.record.log import Entry, Sealed
from goodoffices.record.rows import AnchorRow, ClaimRow, DocumentRow, LinkRow, RulingRow, VerdictRow, compartments_in
from goodoffices.record.schema import EMPTY
from goodoffices.record.sealing import R
from goodoffices.record.store import Store
from goodoffices.record.tableshelf import rests_on, rows_of, unindexed
from goodoffices.record.viewer import Viewer
from goodoffices.vocabulary.claim import ReviewState

Conditions = list[ColumnElement[bool]]
Order = Callable[[Any], tuple[ColumnElement[Any], ...]]  # of the columns it is given
Tally = dict[tuple[str, ReviewState, bool], int]  # by kind, state, and whether there is a day

C, D = schema.claim_rows.c, schema.document_rows.c


class Lens:
    """Reads rows as of entry `seq` for one viewer. head: the last entry of all, since erasing changes what is seen of
    those before. undated: whether to see, instead of what was public by `published_by`, what it leaves out because
    nobody knows when it became public.
    """

    def __init__(
        self, store: Store, seq: int, head: int, viewer: Viewer, as_of: dt.date | None, published_by: dt.date | None
    ) -> None:
        self.seq, self.head, self.viewer, self.as_of, self.published_by = seq, head, viewer, as_of, published_by
        self.store = store
        self._sees = (store, seq, head, viewer, as_of, published_by)

    def __eq__(self, other: object) -> bool:
        """Whether both show the same."""
        return isinstance(other, Lens) and self._sees == other._sees

    def __hash__(self) -> int:
        return hash(self._sees)

    def claims_where(
        self,
        kind: str | Collection[str] | None = None,
        states: Collection[ReviewState] | None = None,
        *,
        document: str | None = None,
        undated: bool = False,
        few: bool = False,
    ) -> Conditions:
        """The conditions of a claim's being seen, of a kind or of several, in some states, resting on a document. few:
        another condition finds a few claims, as that of the document does: then no index shall serve these here.
        """
        where: Conditions = [*self._cleared(C.compartments), *self._public(C, undated)]
        its_kind: ColumnElement[str] = C.kind
        its_state: ColumnElement[str] = C.state
        if few or document is not None:
            where += [unindexed(C.since_seq) <= self.seq, unindexed(C.until_seq) > self.seq]
            its_kind, its_state = its_kind.concat(EMPTY), its_state.concat(EMPTY)
        else:
            where += self._held(C)
        if document is not None:
            where.append(rests_on(document))
        if kind is not None:
            where.append(its_kind.in_([kind] if isinstance(kind, str) else sorted(kind)))
        if states is not None:
            where.append(its_state.in_(sorted(states)))
        if self.as_of is not None:
            where.append(C.valid_earliest.is_(None) | (C.valid_earliest <= self.as_of))
        return where

    def count(self, where: Conditions) -> int:
        """How many claim rows meet the conditions."""
        with self.store.reading() as connection:
            return int(connection.scalar(select(func.count()).select_from(schema.claim_rows).where(*where)) or 0)

    def tally(self) -> Tally:
        """How many claims are seen of each kind, in each state, with a day and without; counted once for a lens."""
        return _tally(self)

    def claim_rows(
        self, where: Conditions, limit: int | None = None, offset: int = 0, *, few: bool = False
    ) -> list[ClaimRow]:
        """The claim rows that meet the conditions, in the order in which the claims came to the record. few: they are
        found by what they rest on and put into order then, not sought in the order of all.
        """
        order = (unindexed(C.first_seq) if few or limit is None else C.first_seq, C.ordinal, C.claim)
        if limit is None:
            return self._rows(ClaimRow, select(schema.claim_rows).where(*where).order_by(*order))
        names = select(C.claim, C.since_seq).where(*where).order_by(*order).limit(limit).offset(offset or None)
        return self._rows(ClaimRow, _named(names).order_by(*order))

    def claim_rows_by_day(
        self, kinds: Iterable[str], where: Conditions, order: Order, limit: int, offset: int = 0
    ) -> list[ClaimRow]:
        """Those of the claim rows that meet the conditions and are of these kinds, in an order of their days; each kind
        in its own order, so that an index serves it, and merged.
        """
        ordered = (C.day, C.first_seq, C.ordinal, C.claim)
        each = [select(*ordered, C.since_seq).where(*where, C.kind == kind) for kind in kinds]
        if not each or not limit:
            return []
        found = union_all(*each)
        names = found.order_by(*order(found.selected_columns)).limit(limit).offset(offset or None)
        return self._rows(ClaimRow, _named(names).order_by(*order(C)))

    def _rows(self, form: type[R], query: Select[Any]) -> list[R]:
        with self.store.reading() as connection:
            return rows_of(connection, form, query)

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
        if limit is None:
            return self._rows(DocumentRow, select(schema.document_rows).where(*where).order_by(order))
        names = select(D.document, D.since_seq).where(*where).order_by(order).limit(limit).offset(offset or None)
        return self._rows(DocumentRow, _named(names).order_by(order))

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
        return self._rows(RulingRow, query)

    def anchor_rows(self) -> list[AnchorRow]:
        """Where people said that quoted words stand in newer versions, in their order."""
        c = schema.anchor_rows.c
        query = select(schema.anchor_rows).where(*self._held(c), *self._cleared(c.compartments)).order_by(c.since_seq)
        return self._rows(AnchorRow, query)

    def linked(self, relation: str) -> Select[Any]:
        """The claims that somebody called the same as another, or different."""
        c = schema.link_rows.c
        return select(c.claim).where(*self._held(c), c.relation == relation)

    def links(self, relation: str) -> set[tuple[str, str]]:
        """The pairs of claims that somebody called the same, or different; both ways round."""
        c = schema.link_rows.c
        query = select(schema.link_rows).where(*self._held(c), c.relation == relation)
        return {(row.claim, row.other) for row in self._rows(LinkRow, query)}

    def verdict_rows(self, shown: Conditions, *more: ColumnElement[bool]) -> list[VerdictRow]:
        """The judgements on the claims that meet the conditions of `shown`, in their order."""
        c = schema.verdict_rows.c
        where = [*self._held(c), *more, c.claim.in_(select(C.claim).where(*shown))]
        return self._rows(VerdictRow, select(schema.verdict_rows).where(*where).order_by(c.since_seq))

    def disputed(self) -> Select[Any]:
        """The claims of which both good and bad was found, whatever the words."""
        c = schema.verdict_rows.c
        wrong = case((c.finding == "rejected", 1), else_=0)
        differing = func.min(wrong) < func.max(wrong)
        return select(c.claim).where(*self._held(c)).group_by(c.claim).having(differing)

    def entries(self, subject: str | None, limit: int | None, did: Collection[str] = ()) -> list[Entry]:
        """The log as the viewer may see it, oldest first: of several, the last `limit`; did: only these actions."""
        e, rows = schema.entries.c, schema.entry_rows.c
        query = select(schema.entries, rows.until_seq).join(schema.entry_rows, rows.seq == e.seq)
        query = query.where(e.seq <= self.seq, *self._cleared(rows.compartments))
        if subject is not None:
            query = query.where(e.subject == subject)
        if did:
            query = query.where(e.action.in_(did))
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


@lru_cache(maxsize=64)
def _tally(lens: Lens) -> Tally:
    dated = C.day.is_not(None)
    query = select(C.kind, C.state, dated, func.count()).where(*lens.claims_where()).group_by(C.kind, C.state, dated)
    with lens.store.reading() as connection:
        return {(kind, state, bool(has)): int(count) for kind, state, has, count in connection.execute(query)}


def _named(names: Select[Any] | CompoundSelect[Any]) -> Select[Any]:
    """The rows of a table that a query names by its primary key: their bodies are read once it is known which."""
    found = names.subquery()
    table = schema.claim_rows if "claim" in found.c else schema.document_rows
    return select(table).join(found, and_(*(column == found.c[column.name] for column in table.primary_key)))
