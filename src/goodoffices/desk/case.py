"""`Case`: the front door. Each verb is one use case of this room; the command line and the workbench call these."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from dateutil.relativedelta import relativedelta

from goodoffices.briefs import Brief
from goodoffices.desk.add import Added, add_files
from goodoffices.desk.advise import advise
from goodoffices.desk.affairs import Affairs, state_of_affairs
from goodoffices.desk.calendar import calendar
from goodoffices.desk.enter import Entered, enter_file
from goodoffices.desk.evaluate import Evaluation, evaluate
from goodoffices.desk.explain import Explained, explain_claim
from goodoffices.desk.export import export
from goodoffices.desk.progress import Progress, silent
from goodoffices.desk.read import Read, read_documents
from goodoffices.desk.review import Verdicts, amend, proposals, review
from goodoffices.desk.sample import make_sample
from goodoffices.desk.standing import BodyHarmony, Standing, harmony_of, standing
from goodoffices.desk.timeline import Dated, timeline
from goodoffices.documents import Limits
from goodoffices.errors import NotFound
from goodoffices.record import EVERYTHING, Record, Snapshot, Verification, Viewer, back_up, move, restore, verify
from goodoffices.tracking import Entry
from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.when import When, from_edtf

if TYPE_CHECKING:
    from goodoffices.desk.changes import Changed
    from goodoffices.desk.draft import Drafted
    from goodoffices.desk.formats import Comparison


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
        limits: Limits | None = None,
        progress: Progress = silent,
    ) -> Added:
        """Adds files and the files of folders. dated, published: EDTF, for the whole batch. limits: on each file."""
        return add_files(
            self.record,
            [Path(path) for path in paths],
            by=by,
            at=_now(),
            dated=_when(dated),
            published=_when(published),
            limits=limits,
            progress=progress,
        )

    def add_feed(self, address: str, *, by: str, patience: float = 30.0) -> Added:
        """Adds the items of the RSS or Atom feed at an address. patience: seconds for each answer of the server."""
        from goodoffices.desk.intake import add_feed

        return add_feed(self.record, address, by=by, at=_now(), patience=patience)

    def watch(self, folder: str | Path, *, by: str, every: float = 5.0, rounds: int | None = None) -> Iterator[Added]:
        """Adds what is new or changed in a folder, round after round. every: seconds; rounds: without end if None."""
        from goodoffices.desk.intake import watch

        return watch(self.record, Path(folder), by=by, clock=_now, every=every, rounds=rounds)

    def add_agreements(self, table: str | Path, *, about: str = "", by: str) -> Entered:
        """Adds agreements of a table of PA-X metadata, those whose process, conflict or title holds `about`."""
        from goodoffices.desk.intake import add_agreements

        return add_agreements(self.record, Path(table), about=about, by=by, at=_now())

    def read(
        self,
        documents: Sequence[str] = (),
        *,
        by: str,
        workers: int = 1,
        cluster: str = "",
        progress: Progress = silent,
    ) -> Read:
        """Reads documents, named by id or file name, or all that were not read yet; their claims are proposals.

        `workers` processes here, or those of the Dask scheduler at address `cluster`, share the documents.
        """
        return read_documents(
            self.record, documents, by=by, at=_now(), workers=workers, cluster=cluster, progress=progress
        )

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

    def calendar(
        self, snapshot: Snapshot | None = None, *, until: dt.date | None = None, proposals: bool = False
    ) -> tuple[Entry, ...]:
        """Every dated thing to watch from the snapshot's day (today if it has none) until another, two years later if
        left out; `icalendar` writes it for calendar programs.
        """
        taken = snapshot or self.at()
        since = taken.as_of or _now().date()
        return calendar(taken, since, until or since + relativedelta(years=2), proposals=proposals)

    def icalendar(self, entries: Iterable[Entry], *, notice: int = 7) -> bytes:
        """Entries of a calendar as an iCalendar file. notice: days before the day that the alarm sounds."""
        from goodoffices.exchange.calendar_ics import write

        return write(entries, name=self.record.store.name, stamp=_now(), notice=notice)

    def changes(
        self, before: Snapshot, after: Snapshot | None = None, *, proposals: bool = False
    ) -> "tuple[Changed, ...]":
        """What is owed or runs and stands otherwise in `after` (today, as known now) than in `before`."""
        from goodoffices.desk.changes import changes

        taken, today = after or self.at(), _now().date()
        return changes(before, taken, before.as_of or today, taken.as_of or today, proposals=proposals)

    def atom(self, changed: "tuple[Changed, ...]") -> bytes:
        """Changes as an Atom feed."""
        from goodoffices.desk.changes import items
        from goodoffices.exchange.changes_atom import write

        return write(items(changed), name=self.record.store.name, updated=_now())

    def standing(
        self, snapshot: Snapshot | None = None, *, parties: Sequence[str] = (), proposals: bool = False
    ) -> Standing:
        """Where everybody stands on the snapshot's day (today if it has none); or what concerns `parties` (ids)."""
        taken = snapshot or self.at()
        return standing(taken, taken.as_of or _now().date(), parties=parties, proposals=proposals)

    def harmony(
        self,
        body: str = "",
        snapshot: Snapshot | None = None,
        *,
        members: Sequence[str] = (),
        scales: Mapping[str, Sequence[str]] | None = None,
        mandate: Sequence[str] | None = None,
        proposals: bool = False,
    ) -> BodyHarmony:
        """How far a body's members, or `members`, stand together on the snapshot's day (today if it has none).

        scales: issue -> its options in order; mandate: the issues that are the body's own business.
        """
        taken = snapshot or self.at()
        day = taken.as_of or _now().date()
        return harmony_of(taken, day, body, members=members, scales=scales, mandate=mandate, proposals=proposals)

    def formats(
        self,
        file: str | Path | None = None,
        snapshot: Snapshot | None = None,
        *,
        only: Sequence[str] = (),
        coverage: str = "",
        proposals: bool = False,
    ) -> "Comparison":
        """Mediation formats side by side on the snapshot's day (today if it has none), from a file of formats, or
        those that come with the sample case. only: ids of some of them.
        """
        from goodoffices.desk.formats import compare, read_formats  # numpy loads: only those who compare wait

        taken = snapshot or self.at()
        held = read_formats(None if file is None else Path(file))
        day = taken.as_of or _now().date()
        return compare(taken, day, held, only=only, coverage=coverage, proposals=proposals)

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
        """The pieces of an export, to be written one after another."""
        return export(snapshot or self.at(), kind, name=self.record.store.name)

    def evaluate(self, gold: str | Path | bytes) -> Evaluation:
        """Measures the latest readings against gold made by hand: a YAML file, or what it holds (docs/evaluate.md)."""
        return evaluate(self.at(), gold if isinstance(gold, bytes) else _content(Path(gold)))

    def explain(self, claim: str, *, parse: bool = False) -> Explained:
        """Why a claim, named by id, was proposed: rule, trigger, anchors; parse: with the parse, made anew."""
        return explain_claim(self.at(), claim, parse=parse)

    def backup(self, file: str | Path) -> Verification:
        """Writes the whole record to one new file while others go on writing, and says what was proved of it."""
        return back_up(self.record, Path(file))

    def migrate(self, target: str | Path) -> Verification:
        """Moves the case to a new directory or schema, with its log as it is, and says what was proved of it there.

        What is left behind can be read and refuses to be written.
        """
        return move(self.record, target)

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


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound("a file can be read", f"{path}: {error.strerror}", "Check the name.") from error


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _when(given: str | When | None) -> When | None:
    return from_edtf(given) if isinstance(given, str) else given
