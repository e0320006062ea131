"""The record: the log of what people of the office did and said, blobs, versioned views, and the snapshots of them."""

from goodoffices.record.copying import back_up, move, restore
from goodoffices.record.log import Entry
from goodoffices.record.passphrases import Passphrase
from goodoffices.record.record import Added, Record
from goodoffices.record.snapshot import LIVE, Snapshot
from goodoffices.record.transaction import Look
from goodoffices.record.verification import Fault, Verification, verify
from goodoffices.record.viewer import EVERYTHING, Viewer

__all__ = [
    "EVERYTHING",
    "LIVE",
    "Added",
    "Entry",
    "Fault",
    "Look",
    "Passphrase",
    "Record",
    "Snapshot",
    "Verification",
    "Viewer",
    "back_up",
    "move",
    "restore",
    "verify",
]
