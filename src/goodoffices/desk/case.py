"""`Case`: the front door. Each verb is one use case of this room; the command line and the workbench call these."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from goodoffices.briefs import Brief
from goodoffices.desk.add import Added, add_files
from goodoffices.desk.advise import advise
from goodoffices.desk.affairs import Affairs, state_of_affairs
from goodoffices.desk.anchors import Anchored, claims_to_read, move_anchor
from goodoffices.desk.enter import Entered, enter_file
from goodoffices.desk.erase import Erased, erase, erased
from goodoffices.desk.export import export
from goodoffices.desk.progress import Progress, silent
from goodoffices.desk.read import Read, read_documents
from goodoffices.desk.review import Verdicts, amend, proposals, review
from goodoffices.desk.sample import make_sample
from goodoffices.desk.timeline import Dated, timeline
from goodoffices.documents import Limits
from goodoffices.record import EVERYTHING, Entry, Record, Snapshot, Verification, Viewer, back_up, move, restore, verify
from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.when import When, from_edtf

if TYPE_CHECKING:
    from goodoffices.desk.draft import Drafted


class Case:
    """A case: the record of one process, in a directory or a schema of a PostgreSQL server. A context manager.

    A case is named by the path of its directory, or by `postgresql://user@host/database?schema=name`.

    `at` gives a Snapshot, the only way to read: as of a day of the world, from what was public by a day, as the
    office knew it at a moment of the log, for one viewer. Times of entries are those of this machine's clock, in UTC.
    """

    def __init__(self, record: Record) -> None:
        self.record = record

    @classmethod
    def new(cls, path: str | Path) -> "Case":
        """Makes a case in an empty or new directory or schema."""
        return cls(Record.create(path))

    @classmethod
    def sample(cls, path: str | Path) -> "Case":
        """Makes the sample case in a new directory: the Quartet, 1967 to 2025, in digests written for this project."""
        return cls(make_sample(path, at=_now()))

    @classmethod
    def open(cls, path: str | Path) -> "Case":
        """Opens a case. Raises NotFound where there is none, DamagedCase where the store is not sound, Unreachable
        where its server does not answer.
        """
        return cls(Record.open(path))

    @classmethod
    def restore(cls, file: str | Path, path: str | Path) -> "Case":
        """Makes a case from a backup, in a new directory or schema, once all of it proves itself."""
        restore(Path(file), path)
        return cls.open(path)

    def close(self) -> None:
        """Lets go of the files."""
        self.record.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def at(
        self,
        as_of: dt.date | None = None,
        published_by: dt.date | None = None,
        as_known: dt.datetime | int | None = None,
        viewer: Viewer = EVERYTHING,
    ) -> Snapshot:
        """The record as it was so on a day, with what was public by a day, as known at a moment, for a viewer."""
        return self.record.at(as_of=as_of, published_by=published_by, as_known=as_known, viewer=viewer)

    def add(
        self,
        paths: Iterable[str | Path],
        *,
        by: str,
        dated: str | When | None = None,
        published: str | When | None = None,
        max_bytes: int | None = None,
        replaces: str = "",
        progress: Progress = silent,
    ) -> Added:
        """Adds files and the files of folders. dated, published: EDTF, for the whole batch. max_bytes: of one file.
        replaces: the document, by id or file name, of which the one file is a newer version.
        """
        limits = Limits() if max_bytes is None else Limits(max_bytes=max_bytes)
        return add_files(
            self.record,
            [Path(path) for path in paths],
            by=by,
            at=_now(),
            dated=_when(dated),
            published=_when(published),
            limits=limits,
            replaces=replaces,
            progress=progress,
        )

    def read(self, documents: Sequence[str] = (), *, by: str, progress: Progress = silent) -> Read:
        """Reads documents, named by id or file name, or all that were not read yet; their claims are proposals."""
        return read_documents(self.record, documents, by=by, at=_now(), progress=progress)

    def proposals(self, *, kind: str | None = None, document: str | None = None) -> list[Reviewed]:
        """The claims that wait for review, in the order of the documents."""
        return proposals(self.at(), kind=kind, document=document)

    def review(
        self, *, accept: Iterable[str] = (), reject: Iterable[str] = (), undo: Iterable[str] = (), by: str
    ) -> Verdicts:
        """Enters a person's verdicts on claims, named by id."""
        return review(self.record, accept=accept, reject=reject, undo=undo, by=by, at=_now())

    def amend(self, written: bytes, *, by: str) -> str:
        """Puts a claim right: one item of the list of proposals as JSON, its claim changed. Returns the claim's id."""
        return amend(self.record, written, by=by, at=_now())

    def anchors(self, snapshot: Snapshot | None = None) -> list[Anchored]:
        """Where the quotes of standing claims are in the newer versions of their documents."""
        return claims_to_read(snapshot or self.at())

    def move_anchor(self, claim: str, words: str, *, number: int = 1, by: str) -> Quote:
        """Enters where a quote of a claim stands in the newest version of its document, as a person found it."""
        return move_anchor(self.record, claim, words, number=number, by=by, at=_now())

    def enter(self, path: str | Path, *, by: str) -> Entered:
        """Enters claims written by hand in a YAML file (see exchange.claims_yaml)."""
        return enter_file(self.record, Path(path), by=by, at=_now())

    def status(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> Affairs:
        """Who owes what by when and what runs, on the snapshot's day (today if it has none)."""
        taken = snapshot or self.at()
        return state_of_affairs(taken, taken.as_of or _now().date(), proposals=proposals)

    def timeline(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> tuple[Dated, ...]:
        """What happened and was decided, in order."""
        return timeline(snapshot or self.at(), proposals=proposals)

    def brief(
        self,
        snapshot: Snapshot | None = None,
        *,
        title: str = "",
        by: str,
        proposals: bool = False,
        coverage: str = "",
    ) -> Brief:
        """A dated, cited page of advice on the snapshot's day (today if it has none); briefs.html writes it out."""
        taken = snapshot or self.at()
        as_of = taken.as_of or _now().date()
        return advise(
            taken,
            as_of,
            case=self.record.store.name,
            title=title,
            by=by,
            at=_now(),
            proposals=proposals,
            coverage=coverage,
        )

    def draft(
        self,
        parties: Sequence[str],
        issues: Sequence[str],
        snapshot: Snapshot | None = None,
        *,
        by: str,
        title: str = "",
        proposals: bool = False,
        fictional: bool = False,
    ) -> "Drafted":
        """A bargaining scenario drafted from the record; desk.draft.written writes it as YAML with its evidence."""
        from goodoffices.desk.draft import draft  # the engines of bargaining load numpy: only those who draft wait

        taken = snapshot or self.at()
        dated = taken.as_of or _now().date()
        return draft(taken, parties, issues, by=by, dated=dated, title=title, proposals=proposals, fictional=fictional)

    def export(self, kind: str = "claims-jsonl", snapshot: Snapshot | None = None) -> Iterator[bytes]:
        """The lines of an export, without their newlines."""
        return export(snapshot or self.at(), kind)

    def backup(self, file: str | Path) -> Verification:
        """Writes the whole record to one new file while others go on writing, and says what was proved of it."""
        return back_up(self.record, Path(file))

    def migrate(self, target: str | Path) -> Verification:
        """Moves the case to a new directory or schema, with its log as it is, and says what was proved of it there.

        What is left behind can be read and refuses to be written.
        """
        return move(self.record, target)

    def erase(self, document: str, reason: str, *, by: str) -> Erased:
        """Erases a document, named by id or file name, with all that rests on it; there is no way back. The log says
        that it was erased, by whom and why, and still proves itself.
        """
        return erase(self.record, document, reason, by=by, at=_now())

    def erased(self) -> list[Entry]:
        """What was erased, when, by whom and why, oldest first."""
        return erased(self.at())

    def rebuild(self) -> None:
        """Makes everything derived anew from the log."""
        self.record.rebuild()

    def verify(self, noted: tuple[int, str] | None = None) -> Verification:
        """Proves the record whole, or raises DamagedCase that names the first bad entry. noted: the number and the
        head of an earlier verification, which shows that nothing up to there was altered or cut off.
        """
        found = verify(self.record, noted)
        found.prove()
        return found


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _when(given: str | When | None) -> When | None:
    return from_edtf(given) if isinstance(given, str) else given
