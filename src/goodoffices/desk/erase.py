"""Erasing a document: from the record, and from what is derived of it beside the record."""

import datetime as dt
import shutil

from msgspec import Struct

from goodoffices.desk.naming import document_named
from goodoffices.record import Entry, Record, Snapshot
from goodoffices.record.actions import DocumentErased

DERIVED = ("pictures",)  # directories beside the record with what is drawn of it; the index is `Search.forget`'s


class Erased(Struct, frozen=True):
    """What an erasure came to. document: its id; entries: how many entries of the log lost their bodies; claims: how
    many claims went or were put back to what they were; scrubbed: whether no trace is left of the key, and none of
    the index: some is until nobody else has the case open.
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
    named = document_named(record.at(), document)
    before = record.at().claims()
    entry = record.erase(named, reason, by=by, at=at)
    after = {held.claim.id: held for held in record.at().claims()}
    for name in DERIVED:
        shutil.rmtree(record.store.path / name, ignore_errors=True)
    lost = [held for held in before if after.get(held.claim.id) != held]
    entries = len(entry.body.entries) if isinstance(entry.body, DocumentErased) else 0
    return Erased(named, entries, len(lost), record.store.scrub())
