"""`Case`: the front door. Its verbs stand in the rooms whose questions they answer, each in that room's `front`."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from goodoffices.desk.advice.front import Advising
from goodoffices.desk.bargains.front import Bargaining
from goodoffices.desk.erase import Erased, erase, erased
from goodoffices.desk.export import export
from goodoffices.desk.front import now
from goodoffices.desk.intake.front import Intake
from goodoffices.desk.intake.sample import make_sample
from goodoffices.desk.memory import Memory
from goodoffices.desk.parties.front import Comparing
from goodoffices.desk.review.front import Reviewing
from goodoffices.desk.scenes.front import Picturing
from goodoffices.desk.sequences import keep_order
from goodoffices.desk.words.front import Searching
from goodoffices.errors import NotWritten
from goodoffices.record import Entry as LogEntry
from goodoffices.record import Passphrase, Record, Snapshot, Verification, back_up, move, restore, verify


class Case(Intake, Reviewing, Searching, Comparing, Bargaining, Picturing, Advising):
    """A case: the record of one process, in a directory or a schema of a PostgreSQL server. A context manager.

    A case is named by the path of its directory, or by `postgresql://user@host/database?schema=name`.

    `at` gives a Snapshot, the only way to read: as of a day of the world, from what was public by a day, as the
    office knew it at a moment of the log, for one viewer. Times of entries are those of this machine's clock, in UTC.
    """

    @classmethod
    def new(cls, path: str | Path, passphrase: str | None = None) -> "Case":
        """Makes a case in an empty or new directory or schema; with a passphrase, nobody opens it without."""
        return cls(Record.create(path, passphrase, keep_order))

    @classmethod
    def sample(cls, path: str | Path) -> "Case":
        """Makes the sample case in a new directory: the Quartet, 1967 to 2025, in digests written for this project."""
        return cls(make_sample(path, at=now()))

    @classmethod
    def open(cls, path: str | Path, passphrase: Passphrase = None) -> "Case":
        """Opens a case. Raises NotFound where there is none, DamagedCase where the store is not sound, Unreachable
        where its server does not answer, Locked without its passphrase: the words, or what asks for them if need be.
        """
        return cls(Record.open(path, passphrase=passphrase, guard=keep_order))

    @classmethod
    def restore(cls, file: str | Path, path: str | Path, passphrase: Passphrase = None) -> "Case":
        """Makes a case from a backup, in a new directory or schema, once all of it proves itself."""
        told = cache(passphrase) if callable(passphrase) else passphrase
        restore(Path(file), path, told)
        return cls.open(path, told)

    def close(self) -> None:
        """Lets go of the files."""
        self._search = None
        self.record.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def export(self, kind: str = "claims-jsonl", snapshot: Snapshot | None = None) -> Iterator[bytes]:
        """The pieces of an export, to be written one after another."""
        return export(snapshot or self.at(), kind, name=self.record.store.name)

    def backup(self, file: str | Path) -> Verification:
        """Writes the whole record to one new file while others go on writing, and says what was proved of it."""
        return back_up(self.record, Path(file))

    def migrate(self, target: str | Path) -> Verification:
        """Moves the case to a new directory or schema, with its log as it is, and says what was proved of it there.

        What is left behind can be read and refuses to be written.
        """
        return move(self.record, target)

    def lock(self, passphrase: str | None) -> None:
        """Gives the case another passphrase, or none; nothing is encrypted anew. The index on the disk is removed.
        Raises BadArgument for a passphrase that is guessed too easily.
        """
        self.record.relock(passphrase)
        self._searching().forget()
        self._search = None

    def erase(self, document: str, reason: str, *, by: str) -> Erased:
        """Erases a document, named by id or file name, with all that rests on it; there is no way back. The log says
        that it was erased, by whom and why, and still proves itself.
        """
        found = erase(self.record, document, reason, by=by, at=now())
        self._memory = Memory()  # a snapshot shows less from now on
        try:
            self._searching().forget()
        except NotWritten:  # somebody writes the index now; whoever searches next drops what is not in the record
            return replace(found, scrubbed=False)
        return found

    def erased(self) -> list[LogEntry]:
        """What was erased, when, by whom and why, oldest first."""
        return erased(self.at())

    def rebuild(self) -> None:
        """Makes everything derived anew from the log: the views now, the search index when it is next searched."""
        self.record.rebuild()
        self._searching().forget()

    def verify(self, noted: tuple[int, str] | None = None) -> Verification:
        """Proves the record whole, or raises DamagedCase that names the first bad entry. noted: the number and the
        head of an earlier verification, which shows that nothing up to there was altered or cut off.
        """
        found = verify(self.record, noted)
        found.prove()
        return found
