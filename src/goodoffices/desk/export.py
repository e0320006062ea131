"""Exports: what a snapshot holds, written in a format of `exchange`."""

from collections.abc import Iterator

from goodoffices.errors import BadArgument
from goodoffices.exchange import claims_jsonl
from goodoffices.record import Snapshot

FORMATS = ("claims-jsonl",)


def export(snapshot: Snapshot, kind: str) -> Iterator[bytes]:
    """The lines of an export, without their newlines; BadArgument for a format there is not."""
    if kind not in FORMATS:
        raise BadArgument("an export has a known format", kind, f"Known: {', '.join(FORMATS)}.")
    documents = list(snapshot.documents())
    readings = [reading for d in documents if (reading := snapshot.reading(d.id))]
    return claims_jsonl.lines(snapshot.claims(), readings, documents, snapshot.parties())
