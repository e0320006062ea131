"""Reading in the background: the documents that wait are read one after another, in a process apart.

What waits stands in a file beside the case until its reading is an entry of the log, so that it goes on where it was
when the workbench is stopped, however that comes about, and started again.
"""

import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from msgspec import Struct

from goodoffices.desk.intake.waiting import Waiting
from goodoffices.errors import BadDocument, GoodOfficesError, Refused
from goodoffices.record import EVERYTHING, Record, Viewer
from goodoffices.vocabulary.text import Document

AT_ONCE = 1  # the parser fills a core; the pages need the other


class Progress(Struct, frozen=True, kw_only=True):
    """How far reading is since the workbench was started. now: name of the document being read, "" when idle; done,
    waiting: documents; refused: those that could not be read, each with its error.
    """

    now: str = ""
    done: int = 0
    waiting: int = 0
    refused: tuple[Refused, ...] = ()


class Background:
    """Reads what waits and `viewer` may see. `start` once; `want` puts documents on the list; `stop` lets go."""

    def __init__(self, record: Record, *, by: str, viewer: Viewer = EVERYTHING) -> None:
        self._record, self._by, self._viewer = record, by, viewer
        self._list = Waiting(record.store.path)
        self._wanted, self._ended = threading.Event(), threading.Event()
        self._refused: list[Refused] = []
        self._now, self._done = "", 0
        self._thread = threading.Thread(target=self._work, name="reading", daemon=True)

    def start(self) -> None:
        """Begins, with what was left waiting."""
        self._wanted.set()
        self._thread.start()

    def want(self, documents: list[str]) -> None:
        """Puts documents on the list, by id."""
        self._list.put(documents)
        self._wanted.set()

    @property
    def ended(self) -> bool:
        """Whether it was stopped."""
        return self._ended.is_set()

    def stop(self) -> None:
        """Ends once the document being read is done."""
        self._ended.set()
        self._wanted.set()
        if self._thread.is_alive():
            self._thread.join()

    def progress(self) -> Progress:
        """How far it is."""
        waiting = len(self._waiting())
        return Progress(now=self._now, done=self._done, waiting=waiting, refused=tuple(self._refused))

    def _work(self) -> None:
        pool: ProcessPoolExecutor | None = None
        while not self.ended:
            self._wanted.wait()
            self._wanted.clear()
            while not self.ended and (waiting := self._waiting()):
                pool = pool or ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn"))
                if not self._read(pool, waiting[0]):
                    pool = None
        if pool:
            pool.shutdown()

    def _read(self, pool: ProcessPoolExecutor, document: str) -> bool:
        """Reads one document; False when the process broke under it and a new one is needed."""
        whole, name = True, document
        refused: Refused | None = None
        try:
            name = self._document(document).name
            self._now = name
            refused = pool.submit(read_one, self._record.store.address, document, self._by).result()
        except BrokenProcessPool as error:
            broken = BadDocument("a text can be read in the memory there is", error, "Split it; it stays in the case.")
            refused, whole = Refused(name, broken), False
        except GoodOfficesError as error:
            refused = Refused(name, error)
        self._refused += [refused] if refused else []
        self._done += 0 if refused else 1
        self._list.done(document)
        self._now = ""
        return whole

    def _waiting(self) -> list[str]:
        ids = self._list.ids()
        if self._viewer.everything or not ids:
            return ids
        seen = self._record.at(viewer=self._viewer).documents_of(ids)
        return [one for one in ids if one in seen]

    def _document(self, document: str) -> Document:
        return self._record.at(viewer=self._viewer).document(document)


def read_one(address: str, document: str, by: str) -> Refused | None:
    """Reads one document of a case, in whichever process this runs; what cannot be read is returned with its error."""
    from goodoffices.desk.case import Case

    with Case.open(address) as case:
        refused = case.read([document], by=by).refused
    return refused[0] if refused else None
