"""Reading documents: each unread one gets a reading, whose claims are proposals. What the case has learnt is known."""

import datetime as dt
from collections.abc import Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from goodoffices.desk.intake.names import Names, learnt
from goodoffices.desk.naming import documents_named
from goodoffices.desk.progress import Progress, silent
from goodoffices.errors import BadDocument, GoodOfficesError, NotFound, Refused
from goodoffices.reading.reader import READER, read
from goodoffices.record import Record, Snapshot
from goodoffices.scale import Outcome, spread
from goodoffices.vocabulary.hashing import canonical
from goodoffices.vocabulary.hashing import named as hashed
from goodoffices.vocabulary.party import Parties, Party
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Document, Text
from goodoffices.vocabulary.when import When


class Read(Struct, frozen=True):
    """What became of a batch: readings by document, how many were read before and have not changed, what failed."""

    readings: tuple[tuple[Document, Reading], ...]
    unchanged: int
    refused: tuple[Refused, ...]


def read_documents(
    record: Record,
    documents: Sequence[str] = (),
    *,
    by: str,
    at: dt.datetime,
    workers: int = 1,
    cluster: str = "",
    progress: Progress = silent,
) -> Read:
    """Reads documents, named by id or file name; all of them if none is named. Each is acknowledged on its own.

    A document already read by this reader with the same date is left as it is, unless a name that stands in it was
    learnt from review since (desk.intake.names). `workers` processes here, or the Dask scheduler at `cluster`, share
    the documents; a reading is the same wherever it was made.
    """
    snapshot = record.at()
    names = learnt(snapshot)
    readings: list[tuple[Document, Reading]] = []
    chosen, refused = _chosen(snapshot, documents)
    unread = [document for document in chosen if not _is_current(snapshot, document, names)]
    done = len(chosen) - len(unread)
    with spread(workers, cluster) as map:
        shards = (_unread(snapshot, document, names) for document in unread)
        for document, outcome in zip(unread, map.outcomes(_reading, shards), strict=True):
            try:
                reading = _found(outcome)
                record.add_reading(document.id, reading, by=by, at=at)
                readings.append((document, reading))
            except GoodOfficesError as error:
                refused.append(Refused(document.name, error))
            done += 1
            progress(document.name, done, len(chosen))
    return Read(tuple(readings), len(chosen) - len(unread), tuple(refused))


class _Unread(Struct, frozen=True):
    """A document that waits to be read, with what the reader is told: all that another process needs."""

    name: str
    text: Text
    document: str
    dated: When | None
    told: tuple[Party, ...] | None
    unheard: tuple[Party, ...]


def _unread(snapshot: Snapshot, document: Document, names: Names) -> _Unread:
    text = snapshot.text(document.id)
    told = names.within(text)
    parties = tuple(told) if told is not None else None
    return _Unread(document.name, text, document.id, document.dated, parties, tuple(names.unheard()))


def _reading(unread: _Unread) -> bytes:
    """The reading as it is stored: a pickled Struct comes back with the defaults that canonical JSON leaves out."""
    parties = Parties(unread.told) if unread.told is not None else None
    try:
        reading = read(unread.text, document=unread.document, dated=unread.dated, parties=parties)
    except Exception as error:  # a mistake of ours on one text must not cost the batch
        found = f"{type(error).__name__}: {error}"
        raise BadDocument("every text can be read", found, "Report it; the document stays in the case.") from error
    named = {mention.party for mention in reading.actors}
    return canonical(replace(reading, parties=(*reading.parties, *(p for p in unread.unheard if p.id in named))))


def _found(outcome: Outcome[bytes]) -> Reading:
    if isinstance(outcome, Refused):
        raise outcome.error
    return msgspec.json.decode(outcome, type=Reading)


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
