"""Suggesting evidence: passages of other documents that may tell what became of a provision. Nothing is entered."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from goodoffices.desk.evidence import concerned
from goodoffices.errors import BadArgument
from goodoffices.reading.bearing import Asked, Bearing, Passage, cut, rank
from goodoffices.record import Snapshot
from goodoffices.record.snapshot import LIVE
from goodoffices.vocabulary.claim import Claim, Reviewed
from goodoffices.vocabulary.kinds import Provision, Term

ASKED = (Provision, Term)


class Suggestion(Struct, frozen=True, kw_only=True):
    """A passage, the file name of its document, and ids of live claims that quote words of it already."""

    bearing: Bearing
    document: str
    claims: tuple[str, ...]


class Suggestions(Struct, frozen=True, kw_only=True):
    """What may bear on a claim, best first, from how many documents, and how many of these nobody has dated."""

    reviewed: Reviewed
    found: tuple[Suggestion, ...]
    documents: int
    undated: int


def suggest(snapshot: Snapshot, claim: str, *, limit: int = 10) -> Suggestions:
    """Passages that may bear on a provision or term, named by its claim's id; of documents that are not surely earlier.

    Raises NotFound for no claim, BadArgument for one of another kind or a limit below 1.
    """
    if limit < 1:
        raise BadArgument("a limit is 1 or more", limit)
    reviewed = snapshot.claim(claim)
    asked = reviewed.claim
    if not isinstance(asked.content, ASKED):
        kinds = " and ".join(kind.plural.lower() for kind in ASKED)
        raise BadArgument(f"evidence is sought for {kinds}", f"{claim}: {asked.kind}", "Take a provision's id.")
    names = {d.id: d.name for d in snapshot.documents() if d.id not in asked.documents}
    passages = _passages(snapshot, names)
    ranked = rank(_question(snapshot, asked), passages, limit)
    known = [r.claim for r in snapshot.claims(states=LIVE)]
    found = tuple(
        Suggestion(bearing=b, document=names[b.passage.document], claims=tuple(_quoting(known, b.passage)))
        for b in ranked
    )
    undated = sum(snapshot.document(d).dated is None for d in names)
    return Suggestions(reviewed=reviewed, found=found, documents=len(names), undated=undated)


def _passages(snapshot: Snapshot, documents: Iterable[str]) -> list[Passage]:
    found: list[Passage] = []
    for document in documents:
        dated = snapshot.document(document).dated
        found += cut(snapshot.text(document), document, dated, snapshot.reading(document))
    return found


def _question(snapshot: Snapshot, claim: Claim) -> Asked:
    """The claim's own words, its act and issues, who is meant, since when: its first day, else the last it can be of,
    which is that of the paper that tells it.
    """
    when = claim.valid or (snapshot.document(claim.documents[0]).dated if claim.documents else None)
    said = [quote.exact for quote in claim.quotes[:1]]
    more = (getattr(claim.content, "act", "") or getattr(claim.content, "what", ""), *claim.issues)
    also = tuple(words.replace("_", " ") for words in more if words)
    return Asked(
        words=" ".join(" ".join(said).split()) or " ".join(also),
        also=also if said else (),
        parties=tuple(p for p in concerned(claim) if p != claim.attribution.holder),
        since=(when.earliest or when.latest) if when else None,
    )


def _quoting(claims: Iterable[Claim], passage: Passage) -> Iterator[str]:
    for claim in claims:
        here = [q for q in claim.quotes if q.document == passage.document]
        if any(q.start < passage.end and passage.start < q.end for q in here):
            yield claim.id
