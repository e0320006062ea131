"""From the log to the views: what each entry ends and what it begins. The views are this fold and nothing else.

What rests on an erased entry leaves the views: a claim of a document nobody knows any longer belongs to no
compartment, so nobody may see it.

It is longer than other modules because every action has its one function here: what an entry does to the views is read
in one place, or not trusted.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from goodoffices.record import actions
from goodoffices.record.evidence import quoted_documents
from goodoffices.record.log import Sealed
from goodoffices.record.matters import DIFFERENT, SAME, linked, matter_ids
from goodoffices.record.rows import (
    AnchorRow,
    ClaimRow,
    CompartmentRow,
    DocumentRow,
    EntryRow,
    LinkRow,
    RulingRow,
    VerdictRow,
    all_public,
    bounds,
    claim_row,
    compartment_list,
    compartments_in,
)
from goodoffices.record.shelf import Shelf
from goodoffices.record.verdicts import held
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.hashing import canonical, named, sha256
from goodoffices.vocabulary.text import Document
from goodoffices.vocabulary.verdict import Finding

NOBODY = ("",)  # a compartment that none can have: whose an erased entry was, nobody knows any longer

_FINDINGS: dict[type[actions.Action], Finding] = {
    actions.ClaimAccepted: "accepted",
    actions.ClaimRejected: "rejected",
    actions.ClaimAmended: "amended",
    actions.ClaimEntered: "entered",
}


def fold(shelf: Shelf, entry: Sealed, body: actions.Action | None) -> None:
    """Carries one entry into the views. An erased body changes nothing but the list of entries."""
    compartments: Iterable[str] = NOBODY
    if body is not None:
        compartments = _FOLDS[type(body)](shelf, entry, body)
    written = compartment_list(compartments)
    shelf.open(CompartmentRow(compartments=written))
    judgement = body is not None and body.undoable
    shelf.open(EntryRow(seq=entry.seq, subject=entry.subject, judgement=judgement, compartments=written))


def _added(shelf: Shelf, entry: Sealed, body: actions.DocumentAdded) -> Iterable[str]:
    document = body.document
    shelf.open(
        DocumentRow(
            document=document.id,
            since_seq=entry.seq,
            added_seq=entry.seq,
            blob=document.blob,
            published_latest=bounds(all_public([document]))[1],
            compartments=compartment_list(document.compartments),
            keys=entry.keys,
            body=canonical(document),
        )
    )
    return document.compartments


def _dated(shelf: Shelf, entry: Sealed, body: actions.DocumentDated) -> Iterable[str]:
    row = shelf.document(body.document)
    if row is None:
        return ()
    _redate(shelf, entry, row, _with_dates(row.value, body))
    return compartments_in(row.compartments)


def _with_dates(document: Document, body: actions.DocumentDated) -> Document:
    return replace(document, dated=body.dated or document.dated, published=body.published or document.published)


def _redate(shelf: Shelf, entry: Sealed, row: DocumentRow, document: Document) -> None:
    shelf.end(row, entry.seq)
    latest = bounds(all_public([document]))[1]
    shelf.open(replace(row, since_seq=entry.seq, published_latest=latest, body=canonical(document)))
    for claim in shelf.claims_of(document.id):
        public = all_public(_documents(shelf, claim.documents) or [])
        written = None if public is None else canonical(public)
        if written != claim.published:
            shelf.end(claim, entry.seq)
            shelf.open(replace(claim, since_seq=entry.seq, published=written, published_latest=bounds(public)[1]))


def _read(shelf: Shelf, entry: Sealed, body: actions.DocumentRead) -> Iterable[str]:
    row = shelf.document(body.document)
    if row is None:
        return ()
    shelf.end(row, entry.seq)
    read = replace(
        row,
        since_seq=entry.seq,
        reading=body.reading,
        read_seq=entry.seq,
        read_by=entry.by,
        read_at=entry.at,
    )
    shelf.open(read)
    versions = [body.document, *earlier(shelf, row.value)]
    undecided = {r.claim: r for d in versions for r in shelf.claims_of(d) if _proposed_by(r, d)}
    for row_before in undecided.values():
        shelf.end(row_before, entry.seq)
    proposals = shelf.reading(body.reading).claims
    ids = [claim.id for claim in proposals]
    decided, matters = shelf.claims(ids), matter_ids(shelf, ids)
    for ordinal, claim in enumerate(proposals):
        if claim.id not in decided:
            before = undecided.get(claim.id)
            first = (before.first_seq, before.ordinal) if before else (entry.seq, ordinal)
            _propose(shelf, entry.seq, read, claim, matters[claim.id], first)
    return compartments_in(row.compartments)


def earlier(shelf: Shelf, document: Document) -> Iterator[str]:
    """The documents that this one is a newer version of."""
    before = shelf.document(document.replaces) if document.replaces else None
    while before is not None:
        yield before.document
        replaced = before.value.replaces
        before = shelf.document(replaced) if replaced else None


def _proposed_by(row: ClaimRow, document: str) -> bool:
    return row.state == "proposed" and not row.contested and row.document == document


def _propose(shelf: Shelf, seq: int, row: DocumentRow, claim: Claim, matter: str, first: tuple[int, int]) -> None:
    quoted = quoted_documents(claim)
    documents = _documents(shelf, quoted)
    if documents is None:
        return
    proposal = claim_row(
        claim,
        seq=seq,
        version=row.read_seq,
        state="proposed",
        by=row.read_by,
        at=row.read_at,
        matter=matter,
        quoted=quoted,
        documents=documents,
        compartments=_compartments(documents),
        keys=row.keys,
        first=first,
        document=row.document,
    )
    _open_claim(shelf, proposal)


def _judged(shelf: Shelf, entry: Sealed, body: actions.Judgement) -> Iterable[str]:
    claim = body.claim
    before = shelf.claims([claim.id]).get(claim.id)
    quoted = quoted_documents(claim)
    documents = _documents(shelf, quoted)
    if documents is None:
        return ()
    compartments = set(_compartments(documents))
    if isinstance(body, actions.ClaimEntered):
        compartments |= set(body.compartments)
    if before is not None:
        # What was made from a confidential paper stays confidential when it is amended.
        compartments |= compartments_in(before.compartments)
        shelf.end(before, entry.seq)
    shelf.open(_verdict(shelf, entry, body, before))
    now = held(shelf.verdicts(claim.id))
    row = claim_row(
        claim,
        seq=entry.seq,
        version=entry.seq,
        state=now.state,
        contested=now.contested,
        by=now.row.coder,
        at=now.row.at,
        matter=matter_ids(shelf, [claim.id])[claim.id],
        quoted=quoted,
        documents=documents,
        compartments=compartments,
        keys=entry.keys,
        first=(before.first_seq, before.ordinal) if before else (entry.seq, 0),
    )
    _open_claim(shelf, row)
    return compartments


def _verdict(shelf: Shelf, entry: Sealed, body: actions.Judgement, before: ClaimRow | None) -> VerdictRow:
    words = named(body.claim)
    settles = isinstance(body, actions.ClaimAdjudicated)
    verdict = VerdictRow(
        since_seq=entry.seq,
        claim=body.claim.id,
        coder=entry.by,
        at=entry.at,
        finding=body.finding if isinstance(body, actions.ClaimAdjudicated) else _FINDINGS[type(body)],
        words=words,
        rule=body.claim.rule,
        settles=settles,
        keys=entry.keys,
        reason=body.reason if isinstance(body, actions.ClaimAdjudicated) else "",
    )
    if isinstance(body, actions.ClaimAmended) and before is not None:
        return replace(verdict, before=sha256(before.body))
    if isinstance(body, actions.ClaimAccepted):
        return replace(verdict, for_all=body.for_all, in_bulk=body.known is not None)
    return replace(verdict, for_all=body.for_all) if isinstance(body, actions.ClaimRejected) else verdict


def _same(shelf: Shelf, entry: Sealed, body: actions.MatterSame) -> Iterable[str]:
    first, *others = body.claims
    for other in others:
        _link(shelf, entry.seq, first, other, SAME, first)
    _rename(shelf, entry.seq, body.claims)
    return _compartments_of(shelf, body.claims)


def _different(shelf: Shelf, entry: Sealed, body: actions.MatterDifferent) -> Iterable[str]:
    for number, one in enumerate(body.claims):
        for other in body.claims[number + 1 :]:
            _link(shelf, entry.seq, one, other, DIFFERENT, body.claims[0])
    return _compartments_of(shelf, body.claims)


def _link(shelf: Shelf, seq: int, one: str, other: str, relation: str, first: str) -> None:
    for a, b in ((one, other), (other, one)):
        shelf.open(LinkRow(since_seq=seq, claim=a, other=b, relation=relation, first=first))


def _rename(shelf: Shelf, seq: int, claims: Iterable[str]) -> None:
    members, _ = linked(shelf, claims)
    matters = matter_ids(shelf, sorted(members))
    for claim, row in shelf.claims(sorted(members)).items():
        if row.matter != matters[claim]:
            shelf.end(row, seq)
            shelf.open(replace(row, since_seq=seq, matter=matters[claim]))


def _ruled(shelf: Shelf, entry: Sealed, body: actions.ConflictRuled) -> Iterable[str]:
    seen = [row for claim, seq in body.saw if (row := shelf.claim_version(claim, seq))]
    compartments = {name for row in seen for name in compartments_in(row.compartments)}
    written = compartment_list(compartments)
    shelf.open(CompartmentRow(compartments=written))
    shelf.open(
        RulingRow(
            since_seq=entry.seq,
            subject=entry.subject,
            follows=body.follows,
            attribute=body.attribute,
            reason=body.reason,
            by=entry.by,
            saw=canonical([[row.claim, sha256(row.body)] for row in seen]),
            compartments=written,
            keys=entry.keys,
        )
    )
    return compartments


def _moved(shelf: Shelf, entry: Sealed, body: actions.AnchorMoved) -> Iterable[str]:
    row = shelf.claims([body.claim]).get(body.claim)
    documents = _documents(shelf, (body.was.document, body.now.document))
    if row is None or documents is None:
        return ()
    compartments = _compartments(documents) | compartments_in(row.compartments)
    written = compartment_list(compartments)
    shelf.open(
        AnchorRow(
            since_seq=entry.seq,
            claim=body.claim,
            by=entry.by,
            compartments=written,
            keys=entry.keys,
            body=canonical([body.was, body.now]),
        )
    )
    return compartments


def _erased(shelf: Shelf, entry: Sealed, body: actions.DocumentErased) -> Iterable[str]:
    """Nothing: what the document and all that rests on it would have made was never made, as their bodies are gone."""
    return body.compartments


def _said(shelf: Shelf, entry: Sealed, body: actions.PackageChosen | actions.ForecastMade) -> Iterable[str]:
    return ()  # it stands in the list of entries, from which it is read


def _settled(shelf: Shelf, entry: Sealed, body: actions.ForecastSettled) -> Iterable[str]:
    return _compartments_of(shelf, (body.forecast, *body.evidence))


def _undone(shelf: Shelf, entry: Sealed, body: actions.EntryUndone) -> Iterable[str]:
    row = shelf.entry_row(body.undoes)
    if row is None:
        return ()
    shelf.end(row, entry.seq)
    undone = shelf.body(body.undoes)
    if isinstance(undone, actions.DocumentDated):
        _undate(shelf, entry, undone.document)
    elif isinstance(undone, actions.Judgement):
        for verdict in shelf.verdicts(undone.claim.id):
            if verdict.since_seq == body.undoes:
                shelf.end(verdict, entry.seq)
        _restore(shelf, entry, undone.claim.id)
    elif isinstance(undone, (actions.MatterSame, actions.MatterDifferent)):
        for link in shelf.links_made(body.undoes):
            shelf.end(link, entry.seq)
        for claim in undone.claims:
            _rename(shelf, entry.seq, [claim])
    elif isinstance(undone, actions.AnchorMoved):
        for anchor in shelf.anchors_made(body.undoes):
            shelf.end(anchor, entry.seq)
    elif isinstance(undone, actions.ConflictRuled):
        for ruling in shelf.rulings_made(body.undoes):
            shelf.end(ruling, entry.seq)
    return compartments_in(row.compartments)


def _undate(shelf: Shelf, entry: Sealed, document: str) -> None:
    row, added = shelf.document(document), shelf.document_added(document)
    if row is None or added is None:
        return
    value = added.value
    for seq in shelf.standing(document):
        body = shelf.body(seq)
        if isinstance(body, actions.DocumentDated):
            value = _with_dates(value, body)
    _redate(shelf, entry, row, value)


def _restore(shelf: Shelf, entry: Sealed, claim: str) -> None:
    """What holds of a claim without the judgement just taken back: what the others found, else today's proposal."""
    now = shelf.claims([claim]).get(claim)
    if now is None:
        return
    shelf.end(now, entry.seq)
    judgements = shelf.verdicts(claim)
    if judgements:
        before = shelf.claim_version(claim, judgements[-1].since_seq)
        if before is None:
            return
        found = held(judgements)
        public = all_public(_documents(shelf, before.documents) or [])
        again = replace(
            before,
            since_seq=entry.seq,
            until_seq=now.until_seq,
            state=found.state,
            contested=found.contested,
            by=found.row.coder,
            at=found.row.at,
            matter=now.matter,
            published=None if public is None else canonical(public),
            published_latest=bounds(public)[1],
        )
        shelf.open(again)
        return
    proposed = shelf.claim_proposed(claim)
    row = shelf.document(proposed.document) if proposed else None
    proposal = _proposal(shelf, row, claim) if row else None
    if row and proposal:
        _propose(shelf, entry.seq, row, proposal, now.matter, (now.first_seq, now.ordinal))


def _proposal(shelf: Shelf, row: DocumentRow, claim: str) -> Claim | None:
    return next((c for c in shelf.reading(row.reading).claims if c.id == claim), None)


def _open_claim(shelf: Shelf, row: ClaimRow) -> None:
    shelf.open(CompartmentRow(compartments=row.compartments))
    shelf.open(row)


def _documents(shelf: Shelf, ids: Iterable[str]) -> Sequence[Document] | None:
    """The documents of these ids, in order of id; None when one is unknown."""
    found = []
    for document in sorted(set(ids)):
        row = shelf.document(document)
        if row is None:
            return None
        found.append(row.value)
    return found


def _compartments(documents: Iterable[Document]) -> set[str]:
    return {name for document in documents for name in document.compartments}


def _compartments_of(shelf: Shelf, claims: Iterable[str]) -> set[str]:
    rows = shelf.claims(claims).values()
    return {name for row in rows for name in compartments_in(row.compartments)}


_FOLDS: dict[type[actions.Action], Callable[[Shelf, Sealed, Any], Iterable[str]]] = {
    actions.DocumentAdded: _added,
    actions.DocumentDated: _dated,
    actions.DocumentRead: _read,
    actions.DocumentErased: _erased,
    actions.AnchorMoved: _moved,
    actions.ClaimAccepted: _judged,
    actions.ClaimRejected: _judged,
    actions.ClaimAmended: _judged,
    actions.ClaimEntered: _judged,
    actions.ClaimAdjudicated: _judged,
    actions.MatterSame: _same,
    actions.MatterDifferent: _different,
    actions.ConflictRuled: _ruled,
    actions.PackageChosen: _said,
    actions.ForecastMade: _said,
    actions.ForecastSettled: _settled,
    actions.EntryUndone: _undone,
}
