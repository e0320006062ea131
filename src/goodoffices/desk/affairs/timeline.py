"""What happened and was decided, in order."""

from collections.abc import Iterable

from msgspec import Struct

from goodoffices.desk.evidence import words
from goodoffices.record import Snapshot
from goodoffices.vocabulary.claim import Reviewed, ReviewState
from goodoffices.vocabulary.when import When

DATED = ("acceptance", "decision", "event", "meeting", "statement", "term")


class Dated(Struct, frozen=True, kw_only=True):
    """One line of a timeline: when, what, in whose exact words, from which document. state: reviewed or proposed."""

    when: When
    kind: str
    words: str
    document: str
    claim: str
    state: ReviewState


def timeline(snapshot: Snapshot, *, proposals: bool = False) -> tuple[Dated, ...]:
    """The dated claims that people stand by, and with `proposals` those not yet reviewed; oldest first, then by id."""
    names = {document.id: document.name for document in snapshot.documents()}
    lines = [
        Dated(
            when=reviewed.claim.valid,
            kind=reviewed.claim.kind,
            words=words(reviewed.claim),
            document=", ".join(names.get(d, d) for d in reviewed.claim.documents),
            claim=reviewed.claim.id,
            state=reviewed.state,
        )
        for kind in DATED
        for reviewed in shown(snapshot.claims(kind=kind), proposals=proposals)
        if reviewed.claim.valid is not None and reviewed.claim.valid.bounded
    ]
    return tuple(sorted(lines, key=_order))


def shown(claims: Iterable[Reviewed], *, proposals: bool) -> list[Reviewed]:
    """The claims that people stand by, and with `proposals` those not yet reviewed."""
    return [r for r in claims if r.stands or (proposals and r.state == "proposed")]


def _order(line: Dated) -> tuple[str, str, str]:
    when = line.when
    first = when.earliest or when.latest
    return (first.isoformat() if first else "", str(when.latest or ""), line.claim)
