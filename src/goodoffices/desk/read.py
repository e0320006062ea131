"""Reading documents: each unread one gets a reading, whose claims are proposals."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from goodoffices.desk.progress import Progress, silent
from goodoffices.errors import BadDocument, GoodOfficesError, NotFound, Refused
from goodoffices.reading.reader import READER, read
from goodoffices.record import Record, Snapshot
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Document


class Read(Struct, frozen=True):
    """What became of a batch: readings by document, how many were read before and have not changed, what failed."""

    readings: tuple[tuple[Document, Reading], ...]
    unchanged: int
    refused: tuple[Refused, ...]


def read_documents(
    record: Record, documents: Sequence[str] = (), *, by: str, at: dt.datetime, progress: Progress = silent
) -> Read:
    """Reads documents, named by id or file name; all of them if none is named. Each is acknowledged on its own.

    A document already read by this reader with the same date is left as it is.
    """
    snapshot = record.at()
    readings: list[tuple[Document, Reading]] = []
    refused: list[Refused] = []
    unchanged = 0
    chosen, missing = _chosen(snapshot, documents)
    refused += missing
    for number, document in enumerate(chosen, start=1):
        if _is_current(snapshot, document):
            unchanged += 1
        else:
            try:
                reading = _read(snapshot, document)
                record.add_reading(document.id, reading, by=by, at=at)
                readings.append((document, reading))
            except GoodOfficesError as error:
                refused.append(Refused(document.name, error))
        progress(document.name, number, len(chosen))
    return Read(tuple(readings), unchanged, tuple(refused))


def _read(snapshot: Snapshot, document: Document) -> Reading:
    text = snapshot.text(document.id)
    try:
        return read(text, document=document.id, dated=document.dated)
    except Exception as error:  # a mistake of ours on one text must not cost the batch
        found = f"{type(error).__name__}: {error}"
        raise BadDocument("every text can be read", found, "Report it; the document stays in the case.") from error


def _is_current(snapshot: Snapshot, document: Document) -> bool:
    reading = snapshot.reading(document.id)
    if reading is None or reading.reader != READER or reading.text != document.text:
        return False
    dated = document.dated
    return dict(reading.settings)["dated"] == ((dated.edtf or dated.value) if dated else "")


def _chosen(snapshot: Snapshot, wanted: Sequence[str]) -> tuple[list[Document], list[Refused]]:
    documents = list(snapshot.documents())
    if not wanted:
        return documents, []
    chosen: list[Document] = []
    missing: list[Refused] = []
    for name in wanted:
        found = [d for d in documents if name in (d.id, d.name)]
        chosen += found
        if not found:
            error = NotFound("a document is named by its id or file name", name, "See: goodoffices timeline CASE.")
            missing.append(Refused(name, error))
    return chosen, missing
