"""The index of one case: made from the record, brought up to it, thrown away when it may hold what was erased.

One process writes at a time, under tantivy's lock, which the system lets go of when a process dies; others read what is
committed. A document is in the index wholly or not at all. What must not be found any longer is not deleted from the
files one by one: these are removed, and made anew from the record, which no longer has it.
"""

import contextlib
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import tantivy
from msgspec import Struct
from tantivy import DocAddress, Document, Query

from goodoffices.errors import DamagedCase, NotFound, NotWritten
from goodoffices.record.search import fields
from goodoffices.record.search.marks import compounds
from goodoffices.record.search.passages import passages
from goodoffices.record.snapshot import Snapshot
from goodoffices.vocabulary.folding import fold
from goodoffices.vocabulary.text import Text

Progress = Callable[[str, int, int], None]

_MEMORY = 96_000_000  # bytes a writer gathers before it writes a segment
_TOGETHER = 20_000  # passages committed at a time: what a kill costs
PATIENCE = 30.0  # seconds that forgetting waits for another writer


Place = tuple[int, int, int]
"""Where a passage stands: the entry that added its document, its start and end there."""


def _silent(_name: str, _done: int, _total: int) -> None:
    """Shows nothing."""


class Edition(Struct, frozen=True):
    """The index as it was committed once: what is found and where it stands is asked of one and the same.

    documents: ids of those in it.
    """

    searcher: tantivy.Searcher
    documents: frozenset[str]

    def count(self, query: Query) -> int:
        """How many passages meet a query."""
        return self._searched(query, 1)[0]

    def places(self, query: Query, limit: int, offset: int = 0) -> tuple[int, list[Place]]:
        """How many passages meet a query, and where the best of them stand. Raises DamagedCase."""
        total, addresses = self._searched(query, limit, offset)
        columns = [self.searcher.fast_field_values(name, addresses) for name in ("seq", "start", "end")]
        return total, list(zip(*columns, strict=True))

    def _searched(self, query: Query, limit: int, offset: int = 0) -> tuple[int, list[DocAddress]]:
        try:
            found = self.searcher.search(query, limit, offset=offset)
        except (ValueError, OSError) as error:
            remedy = "Make it anew: goodoffices rebuild CASE."
            raise DamagedCase("the index can be read", error, remedy) from error
        return int(found.count), [address for _, address in found.hits]  # type: ignore[attr-defined]  # count: no stub


class Index:
    """An index in a directory, or in memory alone (None) for a case whose words must not lie on a disk.

    engine: tantivy's own, for measuring against it.
    """

    def __init__(self, directory: Path | None) -> None:
        self.home = directory
        self._directory = directory / fields.RECIPE if directory else None
        self._gone: set[str] = set()  # documents whose text the record no longer has
        self._whole_at = 0  # the last entry at which it was found to have all documents
        self._start()

    @property
    def edition(self) -> Edition:
        """The index as this process last saw it."""
        return self._edition

    def indexed_to(self, newest: Snapshot) -> int:
        """The last entry up to which every document is in it."""
        if newest.seq == self._whole_at:
            return newest.seq
        return min(self._missing(newest).values(), default=newest.seq + 1) - 1

    def catch_up(self, now: Callable[[], Snapshot], progress: Progress = _silent, *, patience: float = 0.0) -> bool:
        """Brings it up to what the record has. now: takes a snapshot of everything. False when another process is still
        at it after `patience` seconds; what is not in it yet is not found until then. Raises NotWritten.
        """
        newest = now()
        if newest.seq == self._whole_at:
            return True
        self._refresh()
        newest = now()  # younger than what was just read: a document that it does not show was erased
        if self._edition.documents - newest.added().keys():
            self.drop()
        if self._missing(newest):
            with self._writing(patience) as writer:
                if writer is None:
                    return False
                self._refresh()  # somebody else may have done it meanwhile
                try:
                    self._add(writer, newest, progress)
                    writer.wait_merging_threads()
                except (ValueError, OSError) as error:
                    raise _unwritable(error) from error
            self._refresh()
        self._whole_at = newest.seq
        return True

    def drop(self, patience: float = PATIENCE) -> None:
        """Removes all of it from the disk, that of other recipes too; it is made anew when it is next wanted.

        Raises NotWritten while another process writes it.
        """
        if self.home is not None and self.home.exists():
            with self._writing(patience) as writer:
                if writer is None:
                    raise NotWritten("only one writes an index at a time", str(self.home), "Try again in a minute.")
                doomed = self.home.with_name(f"{self.home.name}.{secrets.token_hex(4)}.old")
                self.home.rename(doomed)
                shutil.rmtree(doomed)
        self._gone, self._whole_at = set(), 0
        self._start()

    def _missing(self, newest: Snapshot) -> dict[str, int]:
        return {d: seq for d, seq in newest.added().items() if d not in self._edition.documents and d not in self._gone}

    def _add(self, writer: tantivy.IndexWriter, newest: Snapshot, progress: Progress) -> None:
        missing, waiting = self._missing(newest), 0
        for number, (document, seq) in enumerate(missing.items(), start=1):
            try:
                text = newest.text(document)
            except NotFound:
                self._gone.add(document)
                continue
            for row in rows(text, document, seq):
                writer.add_document(Document.from_dict(row, fields.schema()))
                waiting += 1
            if waiting >= _TOGETHER:
                writer.commit()
                waiting = 0
            progress(document, number, len(missing))
        writer.commit()

    @contextlib.contextmanager
    def _writing(self, patience: float) -> Iterator[tantivy.IndexWriter | None]:
        """The writer, once no other process writes; None when one still does after so many seconds."""
        until = time.monotonic() + patience
        writer = self._writer()
        while writer is None and time.monotonic() < until:
            time.sleep(0.05)
            writer = self._writer()
        try:
            yield writer
        finally:
            del writer  # which lets go of the lock

    def _writer(self) -> tantivy.IndexWriter | None:
        try:
            return self.engine.writer(_MEMORY, 1)
        except ValueError as error:
            if "LockBusy" in str(error):
                return None
            self._start()  # it was deleted by hand
            return self.engine.writer(_MEMORY, 1)

    def _start(self) -> None:
        """Opens the index or makes an empty one. Raises NotWritten where none can be."""
        try:
            try:
                self._open()
            except (ValueError, FileNotFoundError):  # it is derived, so it is made anew
                if self._directory is None:
                    raise
                shutil.rmtree(self._directory)
                self._open()
        except (ValueError, OSError) as error:
            raise _unwritable(error) from error

    def _open(self) -> None:
        if self.home is None or self._directory is None:
            self.engine = tantivy.Index(fields.schema())
        else:
            if not self._directory.exists():
                self._tidy(self.home)
                self._directory.mkdir(parents=True, exist_ok=True)
            self.engine = tantivy.Index(fields.schema(), path=str(self._directory))
        self.engine.register_tokenizer("stems", fields.stemmer())
        self._read()

    def _tidy(self, home: Path) -> None:
        """Removes what another version of Good Offices made, and what a removal that was stopped half way left."""
        for left in (*home.glob("*"), *home.parent.glob(f"{home.name}.*.old")):
            if left != self._directory:
                shutil.rmtree(left, ignore_errors=True)

    def _refresh(self) -> None:
        try:
            self.engine.reload()
            self._read()
        except (ValueError, OSError):
            self._start()

    def _read(self) -> None:
        searcher = self.engine.searcher()
        self._edition = Edition(searcher, frozenset(term for term, _ in searcher.terms_with_prefix("document", "")))


def rows(text: Text, document: str, seq: int) -> Iterator[dict[str, object]]:
    """The passages of a document as the index has them."""
    for start, end in passages(text):
        passage = text.content[start:end]
        words = fold(passage)
        joined = " ".join(word for word, _ in compounds(passage))
        yield {
            "words": words,
            "stems": f"{words} {joined}" if joined else words,
            "document": document,
            "seq": seq,
            "start": start,
            "end": end,
        }


def _unwritable(error: BaseException) -> NotWritten:
    remedy = "Free some space, or check the permissions of the case directory, or of ~/.cache for a case on a server."
    return NotWritten("an index is written where there is room for it", error, remedy)
