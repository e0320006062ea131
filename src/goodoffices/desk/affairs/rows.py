"""Claims as rows of a table: what each says, in whose exact words, from which document, in which state."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from goodoffices.desk.affairs.odds import value_in_words
from goodoffices.desk.evidence import concerned, words
from goodoffices.record import Snapshot
from goodoffices.tracking.days import when_in_words
from goodoffices.vocabulary.attribution import Status
from goodoffices.vocabulary.claim import Reviewed, ReviewState
from goodoffices.vocabulary.kinds.linkage import Linkage, tied
from goodoffices.vocabulary.party import Parties
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.text import Document


class Source(Struct, frozen=True, kw_only=True):
    """Where words come from: id of the document, its title or name, who published it, its date in words."""

    document: str
    title: str
    publisher: str
    dated: str


class Row(Struct, frozen=True, kw_only=True):
    """One claim. words: exact, or the note of one entered without a document; quote: where they stand; told: its
    attributes in words, by name; status, holder: how firmly it is given and by whom; when: in words; first: its first
    possible day; parties: names, in neutral order; by, at: who brought it to its state; seq: its version.
    """

    claim: str
    matter: str
    kind: str
    label: str
    state: ReviewState
    status: Status
    holder: str
    words: str
    quote: Quote | None
    source: Source | None
    when: str
    first: dt.date | None
    parties: tuple[str, ...]
    told: tuple[tuple[str, str], ...]
    by: str
    at: dt.datetime
    seq: int

    @property
    def stands(self) -> bool:
        """Whether people of the office stand by it."""
        return self.state in ("accepted", "amended")

    def value(self, name: str) -> str:
        """An attribute in words, "" where the claim is silent."""
        return dict(self.told).get(name, "")


def rows(snapshot: Snapshot, claims: Iterable[Reviewed]) -> tuple[Row, ...]:
    """The rows of these claims, in their order."""
    held = list(claims)
    parties = snapshot.parties()
    documents = snapshot.documents_of(r.claim.documents[0] for r in held if r.claim.documents)
    return tuple(_row(r, documents, parties) for r in held)


def source(document: Document) -> Source:
    """How a document is named where its words are shown."""
    dated = document.dated
    return Source(
        document=document.id,
        title=document.title or document.name,
        publisher=document.publisher,
        dated=when_in_words(dated) if dated and dated.bounded else "",
    )


def _row(reviewed: Reviewed, documents: dict[str, Document], parties: Parties) -> Row:
    claim = reviewed.claim
    home = documents.get(claim.documents[0]) if claim.documents else None
    valid = claim.valid
    return Row(
        claim=claim.id,
        matter=reviewed.matter,
        kind=claim.kind,
        label=claim.content.label,
        state=reviewed.state,
        status=claim.attribution.status,
        holder="" if claim.attribution.holder == "author" else parties.name(claim.attribution.holder),
        words=words(claim),
        quote=claim.quotes[0] if claim.quotes else None,
        source=source(home) if home else None,
        when=when_in_words(valid) if valid else "",
        first=(valid.earliest or valid.latest) if valid else None,
        parties=tuple(sorted({parties.name(p) for p in concerned(claim)}, key=str.casefold)),
        told=tuple(told(reviewed, parties)),
        by=reviewed.by,
        at=reviewed.at,
        seq=reviewed.seq,
    )


def told(reviewed: Reviewed, parties: Parties) -> Iterable[tuple[str, str]]:
    """What a claim says, attribute by attribute, in words; what it is silent on, and what is itself built of several
    attributes (instruments, effects), is left out.
    """
    content = reviewed.claim.content
    for name in content.__struct_fields__:
        value = getattr(content, name)
        if value in (None, "", (), False) or (isinstance(value, tuple) and not isinstance(value[0], str)):
            continue
        if isinstance(content, Linkage) and name == "ties":
            yield name, tied(content.link_kind, content.ties)
        elif isinstance(value, Quote):
            yield name, value.exact
        elif value is True:
            yield name, "yes"
        elif not isinstance(value, Struct) or hasattr(value, "words") or hasattr(value, "readings"):
            yield name, value_in_words(value, parties)
