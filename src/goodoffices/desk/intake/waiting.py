"""Documents that wait to be read: a list beside the case, which outlives whoever works through it."""

import os
import threading
from collections.abc import Iterable
from pathlib import Path

FILE = "to-read"


class Waiting:
    """Ids of documents, one a line, in a file that may be deleted: it is no part of the record. Every change is on the
    disk before the call returns.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._lock = threading.Lock()

    def ids(self) -> list[str]:
        """Those that wait, the first first."""
        try:
            written = self._file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        return list(dict.fromkeys(written.split()))

    def put(self, documents: Iterable[str]) -> None:
        """Adds documents to the end."""
        with self._lock:
            self._write([*self.ids(), *documents])

    def done(self, document: str) -> None:
        """Takes one off."""
        with self._lock:
            self._write([one for one in self.ids() if one != document])

    def _write(self, documents: list[str]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        part = self._file.with_suffix(f".{os.getpid()}.part")
        with part.open("w", encoding="utf-8") as file:
            file.write("".join(f"{one}\n" for one in dict.fromkeys(documents)))
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._file)
