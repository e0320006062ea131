"""Erasing a document: from the record, and from what is derived of it beside the record."""

import datetime as dt
import shutil

from msgspec import Struct

from goodoffices.errors import BadArgument, NotFound
from goodoffices.record import Entry, Record, Snapshot
from goodoffices.record.actions import DocumentErased

DERIVED = ("index", "pictures")  # directories beside the record that hold words of documents, and are made anew


class Erased(Struct, frozen=True):
    """What an erasure came to. document: its id; entries: how many entries of the log lost their bodies; claims: how
    many claims went or were put back to what they were; scrubbed: whether the store holds no trace of the key any
    more: it does until nobody else has the case open.
    """

    document: str
    entries: int
    claims: int
    scrubbed: bool


def erased(snapshot: Snapshot) -> list[Entry]:
    """The entries that say of documents that they were erased, oldest first."""
    return [entry for entry in snapshot.entries() if isinstance(entry.body, DocumentErased)]


def erase(record: Record, document: str, reason: str, *, by: str, at: dt.datetime) -> Erased:
    """Erases a document, named by id or file name. Raises NotFound, BadArgument without a reason or for a file name
    that several documents have.
    """
    found = [d.id for d in record.at().documents() if document in (d.id, d.name)]
    if len(found) != 1:
        if found:
            raise BadArgument("a file name means one document", f"{document}: {', '.join(found)}", "Name it by its id.")
        raise NotFound("a document is named by its id or file name", document, "See the list of documents.")
    before = record.at().claims()
    entry = record.erase(found[0], reason, by=by, at=at)
    after = {held.claim.id: held for held in record.at().claims()}
    for name in DERIVED:
        shutil.rmtree(record.store.path / name, ignore_errors=True)
    lost = [held for held in before if after.get(held.claim.id) != held]
    entries = len(entry.body.entries) if isinstance(entry.body, DocumentErased) else 0
    return Erased(found[0], entries, len(lost), record.store.scrub())
