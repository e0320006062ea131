"""The one way to read the record: as it was so on a day, with what was public by then, as the office knew it, for one
viewer.
"""

import datetime as dt
import functools
from collections.abc import Collection, Iterable
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, select

from goodoffices.errors import NotFound
from goodoffices.record import blobs, schema
from goodoffices.record.lens import C, D, Lens, Order, Tally
from goodoffices.record.log import Entry
from goodoffices.record.matching import followed, gathered, matches
from goodoffices.record.matters import DIFFERENT, SAME
from goodoffices.record.rows import ClaimRow, DocumentRow, VerdictRow, compartment_list
from goodoffices.record.schema import EMPTY
from goodoffices.record.store import Store
from goodoffices.record.verdicts import dispute, verdicts_in
from goodoffices.record.viewer import Viewer
from goodoffices.vocabulary import conflict
from goodoffices.vocabulary.claim import STANDING, Matter, Reviewed, ReviewState
from goodoffices.vocabulary.conflict import Conflict
from goodoffices.vocabulary.party import Parties, Party, known_parties, known_persons
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Document, Text
from goodoffices.vocabulary.verdict import Dispute, Verdict

CONFINED = D.compartments != compartment_list(())  # of a compartment
LIVE: frozenset[ReviewState] = STANDING | {"proposed"}  # what nobody rejected

States = Collection[ReviewState] | None
Kinds = str | Collection[str] | None
Glass = tuple[int, int, dt.date | None, dt.date | None, Viewer]


class _PartiesRead(Struct, frozen=True):
    parties: tuple[Party, ...] = ()


class Snapshot:
    """What one viewer sees of the record.

    seq: the last entry taken into account. as_of: claims whose every possible day lies after it are left out; those
    without a known day stay. published_by: documents, and claims resting on one, that were not surely public by that
    day are left out, and so are claims entered without a document. Counts are made after all filters. The log page
    (`entries`) follows `seq` and the viewer alone.
    """

    def __init__(self, lens: Lens) -> None:
        self._lens = lens

    @property
    def seq(self) -> int:
        """The last entry of the log taken into account."""
        return self._lens.seq

    @property
    def head(self) -> int:
        """The last entry of all, which may be after `seq`: an erasure takes words from views of earlier entries too."""
        return self._lens.head

    @property
    def as_of(self) -> dt.date | None:
        """The day in the world that is looked at; None for all time."""
        return self._lens.as_of

    @property
    def published_by(self) -> dt.date | None:
        """The day by which everything shown was public; None where that does not matter."""
        return self._lens.published_by

    @property
    def viewer(self) -> Viewer:
        """Who looks."""
        return self._lens.viewer

    @property
    def glass(self) -> Glass:
        """What this view is made of: two snapshots of one record with the same glass show the same."""
        return (self.seq, self.head, self.as_of, self.published_by, self.viewer)

    def count(self, kind: Kinds = None, states: States = None, document: str | None = None) -> int:
        """How many claims there are, of one kind or several, in these states, resting on `document`; None for any."""
        if document is None:
            return sum(self._tally(kind, states).values())
        return self._lens.count(self._lens.claims_where(kind, states, document=document))

    def counts(self, states: States = None) -> dict[str, int]:
        """How many claims there are in these states, by kind."""
        found: dict[str, int] = {}
        for (kind, _, _), count in self._tally(None, states).items():
            found[kind] = found.get(kind, 0) + count
        return found

    def waiting(self, documents: Iterable[str]) -> dict[str, int]:
        """How many proposals wait for review, by document; documents without one are left out."""
        where = [*self._lens.claims_where(None, {"proposed"}, few=True), C.document.in_(sorted(documents))]
        return self._lens.claims_by(C.document, where)

    def next_waiting(self, kind: Kinds = None, after: str = "") -> str | None:
        """The first document, in the order of addition, of which proposals wait for review; the first behind `after`,
        and from the start again, if that is given. None when nothing waits.
        """
        waits = [C.document == D.document, *self._lens.claims_where(kind, {"proposed"}, few=True)]
        held: list[ColumnElement[bool]] = [select(C.claim).where(*waits).exists()]  # ends at the first, of thousands
        if after:
            behind = self._lens.document_rows(*held, D.added_seq > self._document(after).added_seq, limit=1)
            if behind:
                return behind[0].document
        found = self._lens.document_rows(*held, limit=1)
        return found[0].document if found else None

    def undated(self, kind: str | None = None, states: States = None) -> int:
        """How many claims `published_by` leaves out because nobody knows when they became public; 0 without it."""
        if self.published_by is None:
            return 0
        return self._lens.count(self._lens.claims_where(kind, states, undated=True))

    def claims(
        self,
        kind: Kinds = None,
        states: States = None,
        document: str | None = None,
        *,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Reviewed]:
        """The claims, in the order in which they came to the record; those that rest on `document`, if it is given; at
        most `limit` of them from the `offset`th on.
        """
        where = self._lens.claims_where(kind, states, document=document)
        return _reviewed(self._lens.claim_rows(where, limit, offset, few=document is not None))

    def later(self, kind: Kinds, states: States = None) -> list[Reviewed]:
        """The claims that `as_of` leaves out, as a later instrument that shows an earlier hole of its term."""
        if self.as_of is None:
            return []
        every = self._lens
        ever = Lens(every.store, every.seq, every.head, every.viewer, None, every.published_by)
        where = [*ever.claims_where(kind, states), C.valid_earliest > self.as_of]
        return _reviewed(ever.claim_rows(where))

    def dated(
        self, kind: Kinds = None, states: States = None, *, latest_first: bool = False, limit: int, offset: int = 0
    ) -> list[Reviewed]:
        """The claims that bear a day, in the order of it: the first that each allows, or the last of those that have
        none; among the same day the order of the record.
        """

        def order(c: Any) -> tuple[ColumnElement[Any], ...]:
            return (c.day.desc() if latest_first else c.day, c.first_seq, c.ordinal, c.claim)

        return self._by_day(kind, states, True, order, limit, offset)

    def latest(self, kind: Kinds = None, states: States = None, *, limit: int, offset: int = 0) -> list[Reviewed]:
        """The claims whose day is latest first, then those without one; of the same day the last entered first."""

        def order(c: Any) -> tuple[ColumnElement[Any], ...]:
            return (c.day.desc(), c.first_seq.desc(), c.ordinal, c.claim)

        dated = self.count_dated(kind, states)
        found = self._by_day(kind, states, True, order, limit, offset)
        return found + self._by_day(kind, states, False, order, limit - len(found), max(0, offset - dated))

    def count_dated(self, kind: Kinds = None, states: States = None) -> int:
        """How many claims bear a day."""
        return sum(count for (_, _, dated), count in self._tally(kind, states).items() if dated)

    def _by_day(
        self, kind: Kinds, states: States, dated: bool, order: Order, limit: int, offset: int
    ) -> list[Reviewed]:
        kinds = sorted({k for k, _, has in self._tally(kind, states) if has == dated})
        where = [*self._lens.claims_where(None, states), C.day.is_not(None) if dated else C.day.is_(None)]
        return _reviewed(self._lens.claim_rows_by_day(kinds, where, order, limit, offset))

    def _tally(self, kind: Kinds, states: States) -> Tally:
        kinds = {kind} if isinstance(kind, str) else kind
        return {
            key: count
            for key, count in self._lens.tally().items()
            if (kinds is None or key[0] in kinds) and (states is None or key[1] in states)
        }

    def claim(self, claim: str) -> Reviewed:
        """One claim in any state; NotFound when this view has none."""
        found = _reviewed(self._lens.claim_rows([*self._lens.claims_where(), C.claim == claim]))
        if not found:
            remedy = "`goodoffices review` and `timeline --json` list ids; it may lie outside the view."
            raise NotFound("a claim is one of this view", claim, remedy)
        return found[0]

    def matters(self, kind: str | None = None, states: States = LIVE) -> list[Matter]:
        """The matters with their claims in these states, in the order of their first claims."""
        return gathered(self.claims(kind, states))

    def matter(self, matter: str) -> Matter:
        """One matter with its live claims; NotFound when this view has none of them."""
        where = [*self._lens.claims_where(None, LIVE), C.matter == matter]
        found = gathered(_reviewed(self._lens.claim_rows(where)))
        if not found:
            raise NotFound("a matter is one of this view", matter, "List the matters; it may lie outside the view.")
        return found[0]

    def conflicts(self) -> list[Conflict]:
        """Where sources contradict each other on one matter, with the rulings this viewer may see."""
        where = self._lens.claims_where(None, LIVE, few=True)
        held = _reviewed(self._lens.claim_rows([*where, C.claim.in_(self._lens.linked(SAME))]))
        rulings = followed(self._lens.ruling_rows(), held)
        return [found for matter in gathered(held) for found in conflict.conflicts(matter, rulings)]

    def proposed_matches(self, kind: str | None = None) -> list[tuple[Matter, ...]]:
        """Matters that are probably one, as their claims are alike, and of which nobody has said either way."""
        found = self.matters(kind)
        return matches(found, self._lens.links(DIFFERENT)) if found else []

    def verdicts(self, claim: str | None = None, coder: str | None = None) -> list[Verdict]:
        """What coders found of the claims of this view, in order: every judgement that stands; on one claim, or of one
        coder, if these are given. An amendment gives two, of the words that were amended and of the new ones.
        """
        c = schema.verdict_rows.c
        more = [column == wanted for column, wanted in ((c.claim, claim), (c.coder, coder)) if wanted is not None]
        return [v for row in self._lens.verdict_rows(self._lens.claims_where(), *more) for v in verdicts_in(row)]

    def disputes(self) -> list[Dispute]:
        """The claims on which coders differ, also those that somebody settled, in the order of the claims."""
        where = self._lens.claims_where()
        disputed = self._lens.disputed()
        by_claim: dict[str, list[VerdictRow]] = {}
        for row in self._lens.verdict_rows(where, schema.verdict_rows.c.claim.in_(disputed)):
            by_claim.setdefault(row.claim, []).append(row)
        where = [*where, C.claim.in_(disputed)]
        found = (dispute(held, by_claim[held.claim.id]) for held in _reviewed(self._lens.claim_rows(where)))
        return [one for one in found if one is not None]

    def documents(self, *, limit: int | None = None, offset: int = 0, latest_first: bool = False) -> list[Document]:
        """The documents, in the order in which they were added; at most `limit` of them from the `offset`th on."""
        return [row.value for row in self._lens.document_rows(limit=limit, offset=offset, latest_first=latest_first)]

    def count_documents(self) -> int:
        """How many documents there are."""
        return self._lens.count_documents(self._lens.documents_where())

    def compartments(self) -> list[str]:
        """The names of the compartments there are, as far as the viewer may see them."""
        return self._lens.compartments()

    def confined(self, *, limit: int | None = None, offset: int = 0) -> list[Document]:
        """The documents of a compartment, the last added first."""
        return [r.value for r in self._lens.document_rows(CONFINED, limit=limit, offset=offset, latest_first=True)]

    def count_confined(self) -> int:
        """How many documents are of a compartment."""
        return self._lens.count_documents(self._lens.documents_where(CONFINED))

    def unread(self, limit: int | None = None) -> list[Document]:
        """The documents that nobody has read yet, in the order in which they were added."""
        return [row.value for row in self._lens.document_rows(D.reading == EMPTY, limit=limit)]

    def unread_of(self, ids: Iterable[str]) -> set[str]:
        """Those of these documents, by id, that nobody has read yet."""
        return {row.document for row in self._lens.document_rows(D.reading == EMPTY, D.document.in_(sorted(set(ids))))}

    def count_unread(self) -> int:
        """How many documents nobody has read yet."""
        return self._lens.count_documents(self._lens.documents_where(D.reading == EMPTY))

    def documents_of(self, ids: Iterable[str]) -> dict[str, Document]:
        """Those of these documents that this view has, by id."""
        rows = self._lens.document_rows(D.document.in_(sorted(set(ids))))
        return {row.document: row.value for row in rows}

    def document(self, document: str) -> Document:
        """One document; NotFound when this view has none."""
        return self._document(document).value

    def added(self) -> dict[str, int]:
        """Ids of the documents, and the entry of the log that added each, in that order."""
        return self._lens.added()

    def undated_documents(self) -> list[Document]:
        """The documents of which nobody knows when they became public: to be dated before `published_by` has them."""
        return [row.value for row in self._lens.document_rows(undated=True)]

    def count_undated_documents(self) -> int:
        """How many these are."""
        return self._lens.count_documents(self._lens.documents_where(undated=True))

    def original(self, document: str) -> bytes:
        """The bytes of a document as they came."""
        return self._lens.blob(self.document(document).blob)

    def text(self, document: str) -> Text:
        """The text of a document."""
        return blobs.read_value(self._lens.blob(self.document(document).text), Text)

    def reading(self, document: str) -> Reading | None:
        """The latest reading of a document; None before the first."""
        row = self._document(document)
        return blobs.read_value(self._lens.blob(row.reading), Reading) if row.reading else None

    def parties(self) -> Parties:
        """The parties everybody knows and those that readings found; who was found first keeps their name."""
        return _parties_seen(self._lens)

    def moved_anchors(self) -> list[tuple[str, Quote, Quote, str]]:
        """Claim, quote, its place in a newer version, and who said so, in the order in which people said it."""
        return [(row.claim, *row.quotes, row.by) for row in self._lens.anchor_rows()]

    def entries(self, subject: str | None = None, limit: int | None = None, did: Collection[str] = ()) -> list[Entry]:
        """The log up to `seq`, oldest first; on one subject, only these actions (by name), and the last `limit` of
        them, when these are given.
        """
        return self._lens.entries(subject, limit, did)

    def _document(self, document: str) -> DocumentRow:
        found = self._lens.document_rows(D.document == document)
        if not found:
            raise NotFound("a document is one of this view", document, "List the documents; it may lie outside it.")
        return found[0]


@functools.lru_cache(maxsize=64)
def _parties_seen(lens: Lens) -> Parties:
    return _parties_found(lens.store, lens.reading_names())


@functools.lru_cache(maxsize=8)
def _parties_found(store: Store, readings: tuple[str, ...]) -> Parties:
    read, found = _parties_read(store), dict[str, Party]()
    with store.reading() as connection:
        for name, content in blobs.get_each(connection, [name for name in readings if name not in read]):
            read[name] = blobs.read_value(content, _PartiesRead).parties
    for name in readings:
        for party in read[name]:
            found.setdefault(party.id, party)
    return known_parties().with_more([*known_persons(), *found.values()])


@functools.lru_cache(
    maxsize=8
)  # readings never change; decoding those of 10,000 documents for each new one does not do
def _parties_read(store: Store) -> dict[str, tuple[Party, ...]]:
    return {}


def _reviewed(rows: Iterable[ClaimRow]) -> list[Reviewed]:
    return [row.reviewed for row in rows]
