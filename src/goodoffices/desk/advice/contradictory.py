"""Where sources contradict each other: a section of a brief."""

from collections.abc import Sequence

from goodoffices.briefs import Item, Notes, Section, Side
from goodoffices.desk.affairs.odds import attribute_in_words, value_in_words
from goodoffices.desk.evidence import words
from goodoffices.record import Snapshot
from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.conflict import Conflict
from goodoffices.vocabulary.party import Parties


def contradictory(snapshot: Snapshot, found: Sequence[Conflict], notes: Notes, parties: Parties, empty: str) -> Section:
    """Each contradiction with its sides, each side in its own words; the ruling, where one stands."""
    items = tuple(_item(snapshot, conflict, notes, parties) for conflict in found)
    return Section(
        id="contradictions",
        title="Where sources contradict each other",
        lead="Each keeps its own words. A ruling says which one is followed here, and why." if items else "",
        items=items,
        empty=empty,
    )


def at_odds(conflict: Conflict) -> str:
    """What the sources differ on, and about what."""
    asked = attribute_in_words(conflict.attribute)
    return f"{asked[:1].upper()}{asked[1:]}: {words(conflict.claims[0].claim)}"


def _item(snapshot: Snapshot, conflict: Conflict, notes: Notes, parties: Parties) -> Item:
    ruling = conflict.ruling if not conflict.is_open else None

    def side(reviewed: Reviewed) -> Side:
        claim = reviewed.claim
        document = snapshot.document(claim.documents[0]) if claim.documents else None
        return Side(
            words=value_in_words(claim.attribute(conflict.attribute), parties),
            source=(document.publisher or document.name) if document else claim.entered_by,
            quote=words(claim),
            notes=notes.cite([claim]),
            followed=bool(ruling and ruling.follows == claim.id),
        )

    return Item(
        words=at_odds(conflict),
        state="open" if ruling is None else "ruled",
        mark="disputed" if ruling is None else "ruled",
        sides=tuple(side(reviewed) for reviewed in conflict.claims),
        ruling=f"{ruling.by}: {ruling.reason}" if ruling else "",
        id=f"c-{conflict.id}",
    )
