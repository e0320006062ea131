"""The rows of the views: what holds from one entry of the log until another, with the columns that filters need."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from goodoffices.record.blobs import read_value
from goodoffices.record.log import moment
from goodoffices.record.schema import STILL
from goodoffices.vocabulary.claim import Claim, Reviewed, ReviewState
from goodoffices.vocabulary.hashing import canonical
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.text import Document
from goodoffices.vocabulary.verdict import Finding
from goodoffices.vocabulary.when import When


class EntryRow(Struct, frozen=True, kw_only=True):
    """What readers of the log need of an entry. until_seq: the entry that took it back; compartments as JSON list."""

    seq: int
    subject: str
    judgement: bool
    until_seq: int = STILL
    compartments: str = "[]"


class DocumentRow(Struct, frozen=True, kw_only=True):
    """A document with its dates and its latest reading ("" before the first)."""

    document: str
    since_seq: int
    until_seq: int = STILL
    added_seq: int
    blob: str
    reading: str = ""
    read_seq: int = 0
    read_by: str = ""
    read_at: str = ""
    published_latest: dt.date | None
    compartments: str
    keys: str
    body: bytes

    @property
    def value(self) -> Document:
        """The document itself."""
        return read_value(self.body, Document)


class ClaimRow(Struct, frozen=True, kw_only=True):
    """A claim in one version and state, on one matter, with what its documents' dates and compartments say of it.

    version: the last entry on this claim's words or what was found of them; contested: coders differ on it;
    first_seq, ordinal: when it first came to the record, for its order; keys: those it is sealed with;
    document, others: whose reading proposed it or what it quotes first, and what else it quotes, as |a|b|;
    day: the first it can be of, else the last, by which lists are ordered.
    """

    claim: str
    since_seq: int
    until_seq: int = STILL
    first_seq: int
    ordinal: int
    version: int
    state: ReviewState
    contested: bool = False
    by: str
    at: str
    kind: str
    document: str
    others: str
    matter: str
    valid_earliest: dt.date | None
    valid_latest: dt.date | None
    day: dt.date | None
    published_latest: dt.date | None
    published: bytes | None
    compartments: str
    keys: str
    body: bytes

    @property
    def documents(self) -> tuple[str, ...]:
        """Every document it quotes."""
        return (*([self.document] if self.document else ()), *(d for d in self.others.split("|") if d))

    @property
    def value(self) -> Claim:
        """The claim itself."""
        return read_value(self.body, Claim)

    @property
    def reviewed(self) -> Reviewed:
        """The claim with what people made of it."""
        return Reviewed(
            claim=self.value,
            matter=self.matter,
            state=self.state,
            by=self.by,
            at=moment(self.at),
            seq=self.version,
            published=None if self.published is None else read_value(self.published, When),
            contested=self.contested,
        )


class LinkRow(Struct, frozen=True, kw_only=True):
    """Two claims that somebody called the same or different. first: the first claim that the entry names."""

    since_seq: int
    claim: str
    other: str
    until_seq: int = STILL
    relation: str
    first: str


class RulingRow(Struct, frozen=True, kw_only=True):
    """A ruling. saw: JSON list of [claim id, SHA-256 of the claim as it was], so that a later verdict on an unchanged
    claim does not reopen the conflict.
    """

    since_seq: int
    until_seq: int = STILL
    subject: str
    follows: str
    attribute: str
    reason: str
    by: str
    saw: bytes
    compartments: str
    keys: str


class AnchorRow(Struct, frozen=True, kw_only=True):
    """Where somebody said that words of a claim stand in a newer version. body: JSON list of both."""

    since_seq: int
    until_seq: int = STILL
    claim: str
    by: str
    compartments: str
    keys: str
    body: bytes

    @property
    def quotes(self) -> tuple[Quote, Quote]:
        """The quote, and the place of its words in the newer version."""
        return read_value(self.body, tuple[Quote, Quote])


class VerdictRow(Struct, frozen=True, kw_only=True):
    """A judgement on a claim that nobody took back. words: SHA-256 of the claim as it was judged, or as it is since;
    before: of the claim that was amended; rule: what had proposed the words judged. for_all, in_bulk, settles: as the
    entry says.
    """

    since_seq: int
    until_seq: int = STILL
    claim: str
    coder: str
    at: str
    finding: Finding
    words: str
    before: str = ""
    rule: str = ""
    for_all: bool = False
    in_bulk: bool = False
    settles: bool = False
    reason: str = ""
    keys: str


class CompartmentRow(Struct, frozen=True, kw_only=True):
    """A set of compartments that some row carries, as JSON list."""

    compartments: str


AnyRow = EntryRow | DocumentRow | ClaimRow | LinkRow | RulingRow | AnchorRow | VerdictRow | CompartmentRow


def compartment_list(names: Iterable[str]) -> str:
    """A set of compartments as a JSON list, always the same for the same set."""
    return canonical(sorted(set(names))).decode()


def compartments_in(written: str) -> frozenset[str]:
    """The compartments of such a list."""
    return frozenset(read_value(written.encode(), list[str]))


def bounds(when: When | None) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that any reading of `when` allows; None where one of them leaves that side open."""
    if when is None:
        return None, None
    readings = when.readings()
    firsts = [r.earliest for r in readings if r.earliest]
    lasts = [r.latest for r in readings if r.latest]
    return (
        min(firsts) if len(firsts) == len(readings) else None,
        max(lasts) if len(lasts) == len(readings) else None,
    )


def became_public(document: Document) -> When | None:
    """When a document became public: as somebody said, else when it is dated; None where its last day is unknown."""
    when = document.dated if document.published is None else document.published
    return when if bounds(when)[1] else None


def all_public(documents: Sequence[Document]) -> When | None:
    """When the last of several documents became public; None for no documents, or when one of them has no known day."""
    dates = [became_public(document) for document in documents]
    if not dates or None in dates:
        return None
    return max((d for d in dates if d), key=lambda when: bounds(when)[1] or dt.date.max)


def claim_row(
    claim: Claim,
    *,
    seq: int,
    version: int,
    state: ReviewState,
    by: str,
    at: str,
    matter: str,
    quoted: Sequence[str],
    documents: Sequence[Document],
    compartments: Iterable[str],
    keys: str,
    first: tuple[int, int],
    document: str = "",
    contested: bool = False,
) -> ClaimRow:
    """The row of a claim from entry `seq` on. quoted: `quoted_documents` of it, and `documents` these; document: whose
    reading proposed it, by default the first quoted.
    """
    home = document or (quoted[0] if quoted else "")
    others = [d for d in quoted if d != home]
    earliest, latest = bounds(claim.valid)
    public = all_public(documents)
    return ClaimRow(
        claim=claim.id,
        since_seq=seq,
        first_seq=first[0],
        ordinal=first[1],
        version=version,
        state=state,
        contested=contested,
        by=by,
        at=at,
        kind=claim.kind,
        document=home,
        others=f"|{'|'.join(others)}|" if others else "",
        matter=matter,
        valid_earliest=earliest,
        valid_latest=latest,
        day=earliest or latest,
        published_latest=bounds(public)[1],
        published=None if public is None else canonical(public),
        compartments=compartment_list(compartments),
        keys=keys,
        body=canonical(claim),
    )
