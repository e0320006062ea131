"""Explaining a claim: which rule of which reader proposed it, from which words, and what people made of it."""

from msgspec import Struct

from goodoffices.reading.explaining import Explanation, explain
from goodoffices.record import Snapshot
from goodoffices.vocabulary.claim import Reviewed


class Explained(Struct, frozen=True, kw_only=True):
    """A claim as it stands. document: its file's name, "" for a claim entered without one. reader: which proposed it,
    "" for a claim that nobody proposed. current: whether the latest reading still makes this proposal; if not, the
    explanation is of the words as they are read now. why: None where there is no document or no reading.
    """

    reviewed: Reviewed
    document: str
    reader: str
    settings: tuple[tuple[str, str], ...]
    current: bool
    why: Explanation | None


def explain_claim(snapshot: Snapshot, claim: str, *, parse: bool = False) -> Explained:
    """What a claim, named by id, rests on. parse: also the parse of its sentences, made anew. NotFound for no claim."""
    reviewed = snapshot.claim(claim)
    held = reviewed.claim
    document = snapshot.document(held.documents[0]) if held.documents else None
    reading = snapshot.reading(document.id) if document else None
    proposed = held.rule != ""
    return Explained(
        reviewed=reviewed,
        document=document.name if document else "",
        reader=reading.reader if reading and proposed else "",
        settings=reading.settings if reading and proposed else (),
        current=reading is not None and any(c.id == held.id for c in reading.claims),
        why=explain(held, snapshot.text(document.id), reading, parse=parse) if document and reading else None,
    )
