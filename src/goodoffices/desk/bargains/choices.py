"""The choices that people made among packages, as the log has them."""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from goodoffices.record import Snapshot
from goodoffices.record.actions import PackageChosen


class Chosen(Struct, frozen=True):
    """A choice that stands. seq: its entry of the log."""

    seq: int
    at: dt.datetime
    by: str
    choice: PackageChosen


def choices(snapshot: Snapshot) -> Iterator[Chosen]:
    """The choices that stand, the last first."""
    for entry in reversed(snapshot.entries(PackageChosen.name)):
        if isinstance(entry.body, PackageChosen) and entry.undone_by is None:
            yield Chosen(entry.seq, entry.at, entry.by, entry.body)
