"""Where the fold keeps the rows it makes: what it asks for and writes, and a shelf in memory that does it.

The other shelf, `tableshelf`, is the database. Both hold the same rows after the same entries.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from msgspec.structs import replace

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
from goodoffices.vocabulary.reading import Reading

ReadingOf = Callable[[str], Reading]
BodyOf = Callable[[int], Action | None]

Ended = DocumentRow | ClaimRow | LinkRow | RulingRow | AnchorRow | VerdictRow | EntryRow


class Shelf(Protocol):
    """Rows of the views. "Current" rows are those that nothing has ended."""

    def claims(self, ids: Iterable[str]) -> dict[str, ClaimRow]:
        """The current rows of these claims, by id; those without one are left out."""

    def claims_of(self, document: str) -> Sequence[ClaimRow]:
        """The current rows of all claims that quote a document or were proposed from it."""

    def claim_version(self, claim: str, version: int) -> ClaimRow | None:
        """The last row of one version of a claim, current or not."""

    def claim_proposed(self, claim: str) -> ClaimRow | None:
        """The last row in which a claim was a proposal that nobody had judged, current or not."""

    def document(self, document: str) -> DocumentRow | None:
        """The current row of a document."""

    def document_added(self, document: str) -> DocumentRow | None:
        """The first row of a document."""

    def links(self, claims: Iterable[str]) -> Sequence[LinkRow]:
        """The current links from these claims to others."""

    def links_made(self, seq: int) -> Sequence[LinkRow]:
        """The current links that one entry made."""

    def rulings_made(self, seq: int) -> Sequence[RulingRow]:
        """The current ruling that one entry made, if any."""

    def anchors_made(self, seq: int) -> Sequence[AnchorRow]:
        """The current anchor that one entry moved, if any."""

    def verdicts(self, claim: str) -> Sequence[VerdictRow]:
        """The judgements on a claim that nobody took back, in order."""

    def standing(self, subject: str) -> Sequence[int]:
        """Seqs of the judgements on a subject that nobody took back, in order."""

    def entry_row(self, seq: int) -> EntryRow | None:
        """The row of an entry."""

    def body(self, seq: int) -> Action | None:
        """The body of an entry; None once erased."""

    def reading(self, name: str) -> Reading:
        """A reading by its hash."""

    def open(self, row: AnyRow) -> None:
        """Adds a row."""

    def end(self, row: Ended, seq: int) -> None:
        """Ends a current row with the entry `seq`."""


class MemoryShelf:
    """A shelf for folding a whole log at once: for rebuilding the views and for verifying them."""

    def __init__(self, reading: ReadingOf, body: BodyOf) -> None:
        self.reading = reading
        self.body = body
        self._claims: defaultdict[str, list[ClaimRow]] = defaultdict(list)
        self._quoting: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._documents: defaultdict[str, list[DocumentRow]] = defaultdict(list)
        self._links: defaultdict[str, list[LinkRow]] = defaultdict(list)
        self._linked_by: defaultdict[int, dict[str, None]] = defaultdict(dict)
        self._rulings: dict[int, RulingRow] = {}
        self._anchors: dict[int, AnchorRow] = {}
        self._verdicts: defaultdict[str, list[VerdictRow]] = defaultdict(list)
        self._entries: dict[int, EntryRow] = {}
        self._judgements: defaultdict[str, list[int]] = defaultdict(list)
        self._compartments: dict[str, CompartmentRow] = {}

    def claims(self, ids: Iterable[str]) -> dict[str, ClaimRow]:
        return {i: rows[-1] for i in ids if (rows := self._claims.get(i)) and rows[-1].until_seq == STILL}

    def claims_of(self, document: str) -> Sequence[ClaimRow]:
        current = self.claims(self._quoting.get(document, ()))
        return [row for row in current.values() if document in row.documents]

    def claim_version(self, claim: str, version: int) -> ClaimRow | None:
        return next((row for row in reversed(self._claims.get(claim, ())) if row.version == version), None)

    def claim_proposed(self, claim: str) -> ClaimRow | None:
        return next(
            (row for row in reversed(self._claims.get(claim, ())) if row.state == "proposed" and not row.contested),
            None,
        )

    def document(self, document: str) -> DocumentRow | None:
        rows = self._documents.get(document)
        return rows[-1] if rows else None

    def document_added(self, document: str) -> DocumentRow | None:
        rows = self._documents.get(document)
        return rows[0] if rows else None

    def links(self, claims: Iterable[str]) -> Sequence[LinkRow]:
        return [link for claim in claims for link in self._links.get(claim, ()) if link.until_seq == STILL]

    def links_made(self, seq: int) -> Sequence[LinkRow]:
        return [link for link in self.links(self._linked_by.get(seq, ())) if link.since_seq == seq]

    def rulings_made(self, seq: int) -> Sequence[RulingRow]:
        row = self._rulings.get(seq)
        return [row] if row and row.until_seq == STILL else []

    def anchors_made(self, seq: int) -> Sequence[AnchorRow]:
        row = self._anchors.get(seq)
        return [row] if row and row.until_seq == STILL else []

    def verdicts(self, claim: str) -> Sequence[VerdictRow]:
        return [row for row in self._verdicts.get(claim, ()) if row.until_seq == STILL]

    def standing(self, subject: str) -> Sequence[int]:
        return [seq for seq in self._judgements.get(subject, ()) if self._entries[seq].until_seq == STILL]

    def entry_row(self, seq: int) -> EntryRow | None:
        return self._entries.get(seq)

    def open(self, row: AnyRow) -> None:
        if isinstance(row, ClaimRow):
            self._claims[row.claim].append(row)
            for document in row.documents:
                self._quoting[document][row.claim] = None
        elif isinstance(row, DocumentRow):
            self._documents[row.document].append(row)
        elif isinstance(row, LinkRow):
            self._links[row.claim].append(row)
            self._linked_by[row.since_seq][row.claim] = None
        elif isinstance(row, RulingRow):
            self._rulings[row.since_seq] = row
        elif isinstance(row, AnchorRow):
            self._anchors[row.since_seq] = row
        elif isinstance(row, VerdictRow):
            self._verdicts[row.claim].append(row)
        elif isinstance(row, EntryRow):
            self._entries[row.seq] = row
            if row.judgement:
                self._judgements[row.subject].append(row.seq)
        else:
            self._compartments[row.compartments] = row

    def end(self, row: Ended, seq: int) -> None:
        if isinstance(row, ClaimRow):
            self._claims[row.claim][-1] = replace(row, until_seq=seq)
        elif isinstance(row, DocumentRow):
            self._documents[row.document][-1] = replace(row, until_seq=seq)
        elif isinstance(row, LinkRow):
            links = self._links[row.claim]
            links[links.index(row)] = replace(row, until_seq=seq)
        elif isinstance(row, RulingRow):
            self._rulings[row.since_seq] = replace(row, until_seq=seq)
        elif isinstance(row, AnchorRow):
            self._anchors[row.since_seq] = replace(row, until_seq=seq)
        elif isinstance(row, VerdictRow):
            verdicts = self._verdicts[row.claim]
            verdicts[verdicts.index(row)] = replace(row, until_seq=seq)
        else:
            self._entries[row.seq] = replace(row, until_seq=seq)

    def rows(self) -> dict[type[AnyRow], list[AnyRow]]:
        """Every row made, by type, each type in the order of its table's primary key."""
        verdicts = sorted((row for rows in self._verdicts.values() for row in rows), key=lambda row: row.since_seq)
        links = sorted((row.since_seq, row.claim, row.other, row) for rows in self._links.values() for row in rows)
        return {
            EntryRow: [self._entries[seq] for seq in sorted(self._entries)],
            DocumentRow: [row for i in sorted(self._documents) for row in self._documents[i]],
            ClaimRow: [row for i in sorted(self._claims) for row in self._claims[i]],
            LinkRow: [row for *_, row in links],
            RulingRow: [self._rulings[seq] for seq in sorted(self._rulings)],
            AnchorRow: [self._anchors[seq] for seq in sorted(self._anchors)],
            VerdictRow: list(verdicts),
            CompartmentRow: [self._compartments[name] for name in sorted(self._compartments)],
        }
