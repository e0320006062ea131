"""Reading documents: each unread one gets a reading, whose claims are proposals. What the case has learnt is known."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.desk.names import Names, learnt
from goodoffices.desk.naming import documents_named
from goodoffices.desk.progress import Progress, silent
from goodoffices.errors import BadDocument, GoodOfficesError, NotFound, Refused
from goodoffices.reading.reader import READER, read
from goodoffices.record import Record, Snapshot
from goodoffices.vocabulary.hashing import named as hashed
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

    A document already read by this reader with the same date is left as it is, unless a name that stands in it was
    learnt from review since (desk.names).
    """
    snapshot = record.at()
    names = learnt(snapshot)
    readings: list[tuple[Document, Reading]] = []
    refused: list[Refused] = []
    unchanged = 0
    chosen, missing = _chosen(snapshot, documents)
    refused += missing
    for number, document in enumerate(chosen, start=1):
        if _is_current(snapshot, document, names):
            unchanged += 1
        else:
            try:
                reading = _read(snapshot, document, names)
                record.add_reading(document.id, reading, by=by, at=at)
                readings.append((document, reading))
            except GoodOfficesError as error:
                refused.append(Refused(document.name, error))
        progress(document.name, number, len(chosen))
    return Read(tuple(readings), unchanged, tuple(refused))


def _read(snapshot: Snapshot, document: Document, names: Names) -> Reading:
    text = snapshot.text(document.id)
    try:
        reading = read(text, document=document.id, dated=document.dated, parties=names.within(text))
    except Exception as error:  # a mistake of ours on one text must not cost the batch
        found = f"{type(error).__name__}: {error}"
        raise BadDocument("every text can be read", found, "Report it; the document stays in the case.") from error
    named = {mention.party for mention in reading.actors}
    return replace(reading, parties=(*reading.parties, *(p for p in names.unheard() if p.id in named)))


def _is_current(snapshot: Snapshot, document: Document, names: Names) -> bool:
    """Whether the latest reading is what this reader would give again, told what it would be told now."""
    reading = snapshot.reading(document.id)
    if reading is None or reading.reader != READER or reading.text != document.text:
        return False
    dated = document.dated
    settings = dict(reading.settings)
    told = names.within(snapshot.text(document.id)) if names.parties else None
    return settings["dated"] == ((dated.edtf or dated.value) if dated else "") and settings["parties"] == (
        hashed(list(told)) if told is not None else ""
    )


def _chosen(snapshot: Snapshot, wanted: Sequence[str]) -> tuple[list[Document], list[Refused]]:
    documents = list(snapshot.documents())
    if not wanted:
        return documents, []
    chosen: list[Document] = []
    missing: list[Refused] = []
    for name in wanted:
        try:
            chosen += documents_named(documents, name)
        except NotFound as error:
            missing.append(Refused(name, error))
    return chosen, missing
