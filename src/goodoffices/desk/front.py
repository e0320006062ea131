"""What every part of the front door stands on: the record, and how a verb looks at it and dates what it does."""

import datetime as dt
from pathlib import Path

from goodoffices.desk.memory import Memory
from goodoffices.errors import NotFound
from goodoffices.record import EVERYTHING, Record, Snapshot, Viewer
from goodoffices.vocabulary.when import When, from_edtf


class Front:
    """The record, and the only way to read it."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._memory = Memory()

    def at(
        self,
        as_of: dt.date | None = None,
        published_by: dt.date | None = None,
        as_known: dt.datetime | int | None = None,
        viewer: Viewer = EVERYTHING,
    ) -> Snapshot:
        """The record as it was so on a day, with what was public by a day, as known at a moment, for a viewer."""
        return self.record.at(as_of=as_of, published_by=published_by, as_known=as_known, viewer=viewer)


def now() -> dt.datetime:
    """This machine's clock, in UTC: the time of entries."""
    return dt.datetime.now(dt.UTC)


def when(given: str | When | None) -> When | None:
    """A date given in EDTF, or as it is."""
    return from_edtf(given) if isinstance(given, str) else given


def content(path: Path) -> bytes:
    """What a file holds. Raises NotFound where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound("a file can be read", f"{path}: {error.strerror}", "Check the name.") from error
