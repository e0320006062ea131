"""`Case`: the front door. Each verb is one use case of this room; the command line and the workbench call these.

It is long because every verb of the product has its method here, and short where it counts: none holds logic.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from dateutil.relativedelta import relativedelta
from msgspec.structs import replace

from goodoffices.briefs import Brief
from goodoffices.desk.add import Added, add_files
from goodoffices.desk.advise import advise
from goodoffices.desk.affairs import Affairs, Standings, standings, state_of_affairs
from goodoffices.desk.agreement import Agreement, agreement
from goodoffices.desk.amendment import Field, amended, fields
from goodoffices.desk.anchors import Anchored, claims_to_read, move_anchor
from goodoffices.desk.bearing import Suggestions, suggest
from goodoffices.desk.calendar import calendar
from goodoffices.desk.dossier import Contradiction, Dossier, Past, contradictions, dossier, history
from goodoffices.desk.enter import Entered, enter_file
from goodoffices.desk.erase import Erased, erase, erased
from goodoffices.desk.evaluate import Evaluation, evaluate
from goodoffices.desk.explain import Explained, explain_claim
from goodoffices.desk.export import export
from goodoffices.desk.meeting import Pack, Present, pack, present
from goodoffices.desk.memory import Memory
from goodoffices.desk.naming import parties_named
from goodoffices.desk.packing import on_paper
from goodoffices.desk.precision import FEWEST, FLOOR, Precision, accept_rule, accepted_by_rule, precisions
from goodoffices.desk.progress import Progress, silent
from goodoffices.desk.read import Read, read_documents
from goodoffices.desk.review import Order, Verdicts, adjudicate, amend, proposals, review
from goodoffices.desk.sample import make_sample
from goodoffices.desk.standing import BodyHarmony, Standing, harmony_of, standing
from goodoffices.desk.timeline import Dated, timeline
from goodoffices.desk.today import Today, today
from goodoffices.desk.uploads import add_contents
from goodoffices.documents import Limits
from goodoffices.errors import NotFound, NotWritten
from goodoffices.record import (
    EVERYTHING,
    Passphrase,
    Record,
    Snapshot,
    Verification,
    Viewer,
    back_up,
    move,
    restore,
    verify,
)
from goodoffices.record import Entry as LogEntry
from goodoffices.tracking import Entry
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Conflict
from goodoffices.vocabulary.match import Match, match
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.text import Document
from goodoffices.vocabulary.verdict import Dispute
from goodoffices.vocabulary.when import When, from_edtf

if TYPE_CHECKING:
    from goodoffices.bargaining import Scenario
    from goodoffices.desk.changes import Changed
    from goodoffices.desk.draft import Drafted
    from goodoffices.desk.formats import Comparison
    from goodoffices.desk.search import Answer, Search
    from goodoffices.desk.wording import Wording


class Case:
    """A case: the record of one process, in a directory or a schema of a PostgreSQL server. A context manager.

    A case is named by the path of its directory, or by `postgresql://user@host/database?schema=name`.

    `at` gives a Snapshot, the only way to read: as of a day of the world, from what was public by a day, as the
    office knew it at a moment of the log, for one viewer. Times of entries are those of this machine's clock, in UTC.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self._search: Search | None = None
        self._memory = Memory()

    @classmethod
    def new(cls, path: str | Path, passphrase: str | None = None) -> "Case":
        """Makes a case in an empty or new directory or schema; with a passphrase, nobody opens it without."""
        return cls(Record.create(path, passphrase))

    @classmethod
    def sample(cls, path: str | Path) -> "Case":
        """Makes the sample case in a new directory: the Quartet, 1967 to 2025, in digests written for this project."""
        return cls(make_sample(path, at=_now()))

    @classmethod
    def open(cls, path: str | Path, passphrase: Passphrase = None) -> "Case":
        """Opens a case. Raises NotFound where there is none, DamagedCase where the store is not sound, Unreachable
        where its server does not answer, Locked without its passphrase: the words, or what asks for them if need be.
        """
        return cls(Record.open(path, passphrase=passphrase))

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
        replaces: str = "",
        progress: Progress = silent,
    ) -> Added:
        """Adds files and the files of folders. dated, published: EDTF, for the whole batch. limits: on each file.
        replaces: the document, by id or file name, of which the one file is a newer version.
        """
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

    def add_contents(
        self,
        contents: Iterable[tuple[str, bytes]],
        *,
        by: str,
        dated: str | When | None = None,
        published: str | When | None = None,
    ) -> Added:
        """Adds files given by name and content; otherwise as `add`."""
        said, public = _when(dated), _when(published)
        return add_contents(self.record, contents, by=by, at=_now(), dated=said, published=public)

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

    def documents(self, snapshot: Snapshot | None = None) -> list[Document]:
        """The documents, in the order in which they were added."""
        return (snapshot or self.at()).documents()

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

    def proposals(
        self,
        *,
        kind: str | None = None,
        document: str | None = None,
        coder: str = "",
        blind: bool = False,
        order: Order = "document",
        snapshot: Snapshot | None = None,
    ) -> list[Reviewed]:
        """The claims that wait for review, in the order of the documents or least certain first; without those that
        `coder` judged. blind: as if nobody else had judged anything, for two who code independently.
        """
        taken = snapshot or self.at()
        return proposals(taken, kind=kind, document=document, coder=coder, blind=blind, order=order)

    def review(
        self, *, accept: Iterable[str] = (), reject: Iterable[str] = (), undo: Iterable[str] = (), by: str
    ) -> Verdicts:
        """Enters a person's verdicts on claims, named by id."""
        return review(self.record, accept=accept, reject=reject, undo=undo, by=by, at=_now())

    def disputes(self, snapshot: Snapshot | None = None) -> list[Dispute]:
        """The claims on which coders differ, with each coder's verdict and what was settled."""
        return (snapshot or self.at()).disputes()

    def adjudicate(self, claim: str, finding: Literal["accepted", "rejected"], reason: str, *, by: str) -> None:
        """Settles what coders found differently of a claim, with a reason that the log keeps."""
        adjudicate(self.record, claim, finding, reason, by=by, at=_now())

    def agreement(self, coders: Sequence[str] = (), snapshot: Snapshot | None = None) -> Agreement:
        """How far coders agree: kappa of each pair with its table, alpha of all, and of how many claims."""
        return agreement(snapshot or self.at(), coders)

    def rules(self, snapshot: Snapshot | None = None) -> list[Precision]:
        """How often each rule of the reader is right, by this case's own verdicts."""
        return precisions(snapshot or self.at())

    def accept_rule(self, rule: str, *, by: str, fewest: int = FEWEST, floor: float = FLOOR) -> int:
        """Accepts all that a well known rule proposed and nobody judged, each by an entry that names the rule and what
        was known of it. Returns how many. Raises BadArgument where too little is known, or too little good.
        """
        return len(accept_rule(self.record, rule, fewest=fewest, floor=floor, by=by, at=_now()))

    def undo_rule(self, rule: str, *, by: str) -> Verdicts:
        """Takes back what somebody accepted by a rule, but for what they judged one by one since."""
        return self.review(undo=accepted_by_rule(self.at(), rule, by), by=by)

    def undo(self, subject: str, *, by: str) -> int:
        """Takes back the last judgement on a claim, a document's dates or a conflict (by its id), or on a matter
        ("matter:" and its id). Others' verdicts are theirs to take back: on a claim it may be your own last one.
        Returns the number of the entry.
        """
        return self.record.undo(subject, by=by, at=_now()).seq

    def matches(self, snapshot: Snapshot | None = None, *, kind: str | None = None) -> list[Match]:
        """Matters that are probably one and of which nobody said either way, for a person to confirm."""
        return [match(found) for found in (snapshot or self.at()).proposed_matches(kind)]

    def same(self, claims: Sequence[str], *, by: str) -> str:
        """Says that claims (or matters, by id) speak of one matter. Returns the matter's id."""
        return self.record.same_matter(claims, by=by, at=_now()).subject.removeprefix("matter:")

    def different(self, claims: Sequence[str], *, by: str) -> str:
        """Says that claims (or matters, by id) speak of different matters. Returns the id of the first one's matter."""
        return self.record.different_matter(claims, by=by, at=_now()).subject.removeprefix("matter:")

    def matter(self, matter: str, snapshot: Snapshot | None = None) -> Matter:
        """What each source says of one matter."""
        return (snapshot or self.at()).matter(matter)

    def conflicts(self, snapshot: Snapshot | None = None) -> list[Conflict]:
        """Where sources contradict each other on one matter, with the rulings; `is_open` says which wait for one."""
        return (snapshot or self.at()).conflicts()

    def rule(
        self, conflict: str, follows: str, reason: str, *, by: str, saw: Sequence[tuple[str, int]] | None = None
    ) -> int:
        """Rules on a conflict: which claim is followed and why. saw: the versions (claim id, seq) that were shown, by
        default all it has now; a ruling holds until an incompatible one turns up that it did not see. Returns the
        number of the entry.
        """
        return self.record.rule(conflict, follows, reason, by=by, at=_now(), saw=saw).seq

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
        day = taken.as_of or _now().date()
        found = self._standings(taken, day, proposals)
        return self._memory.recall(
            taken,
            ("status", day, proposals),
            lambda: state_of_affairs(taken, day, proposals=proposals, found=found),
        )

    def _standings(self, snapshot: Snapshot, day: dt.date, proposals: bool) -> Standings:
        work = partial(standings, snapshot, day, proposals=proposals)
        return self._memory.recall(snapshot, ("standings", day, proposals), work)

    def today(self, snapshot: Snapshot | None = None, *, seen: int = 0, proposals: bool = False) -> Today:
        """What wants attention on the snapshot's day; seen: the last entry of the log that was looked at."""
        taken = snapshot or self.at()
        affairs = self.status(taken, proposals=proposals)
        whole = self.at(published_by=taken.published_by, as_known=taken.seq, viewer=taken.viewer)
        work = partial(today, taken, whole, affairs, seen=seen, proposals=proposals)
        return self._memory.recall(taken, ("today", affairs.as_of, seen, proposals), work)

    def meeting(self, party: str, snapshot: Snapshot | None = None, *, proposals: bool = False) -> Pack:
        """The pack for a meeting with a party, named by id."""
        taken = snapshot or self.at()
        affairs = self.status(taken, proposals=proposals)
        found = self._standings(taken, affairs.as_of, proposals)
        work = partial(pack, taken, affairs, found, party, proposals=proposals)
        return self._memory.recall(taken, ("meeting", affairs.as_of, party, proposals), work)

    def pack(self, party: str, snapshot: Snapshot | None = None, *, by: str, proposals: bool = False) -> Brief:
        """The pack for a meeting with a party, named by id or name, as a brief; briefs.writing writes it out."""
        taken = snapshot or self.at()
        day = taken.as_of or _now().date()
        told = self.meeting(parties_named(taken, [party])[0], taken, proposals=proposals)
        found = self._standings(taken, day, proposals)
        return on_paper(taken, found, told, day, case=self.record.store.name, by=by, at=_now())

    def parties_at_hand(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> tuple[Present, ...]:
        """The parties that the record speaks of most, in neutral order."""
        taken = snapshot or self.at()
        return self._memory.recall(taken, ("present", proposals), partial(present, taken, proposals=proposals))

    def dossier(self, matter: str, snapshot: Snapshot | None = None) -> Dossier:
        """Everything on one matter: where it stands, what each source says, where these are at odds."""
        taken = snapshot or self.at()
        return dossier(taken, self.status(taken), matter)

    def contradictions(self, snapshot: Snapshot | None = None) -> tuple[Contradiction, ...]:
        """Where sources contradict each other, side by side."""
        taken = snapshot or self.at()
        return self._memory.recall(taken, "contradictions", lambda: contradictions(taken, taken.conflicts()))

    def history(
        self, snapshot: Snapshot | None = None, subject: str | None = None, *, last: int | None = None
    ) -> tuple[Past, ...]:
        """What was done, the last first: on one subject (claim, conflict, document), the `last` entries."""
        return history((snapshot or self.at()).entries(subject, last))

    def claim_fields(self, claim: str, snapshot: Snapshot | None = None) -> tuple[Field, ...]:
        """The fields of a claim that a form can put right."""
        return fields((snapshot or self.at()).claim(claim).claim)

    def amend_fields(self, claim: str, given: Mapping[str, str], *, based_on: int, by: str) -> int:
        """Puts a claim right as a form says; `based_on`: the version shown. Returns the number of the entry."""
        changed = amended(self.at().claim(claim).claim, given)
        return self.record.amend(changed, based_on=based_on, by=by, at=_now()).seq

    def date(self, document: str, *, by: str, dated: str = "", published: str = "") -> int:
        """Says which date a document bears or when it became public, in EDTF; what is left out stays."""
        said = from_edtf(dated).said(f"supplied by {by}") if dated else None
        return self.record.date_document(document, by=by, at=_now(), dated=said, published=_when(published or None)).seq

    def timeline(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> tuple[Dated, ...]:
        """What happened and was decided, in order."""
        return timeline(snapshot or self.at(), proposals=proposals)

    def search(
        self,
        query: str = "",
        snapshot: Snapshot | None = None,
        *,
        issue: str = "",
        speaker: str = "",
        body: str = "",
        kind: str = "",
        standing: str = "",
        document: str = "",
        language: str = "",
        since: dt.date | None = None,
        until: dt.date | None = None,
        proposals: bool = False,
        by_date: bool = False,
        limit: int = 20,
        offset: int = 0,
        progress: Progress = silent,
    ) -> "Answer":
        """What was said before, by whom, in which words, and what became of it on the snapshot's day (today if it has
        none): passages found by words, "phrases", OR, -not, beginnings*, narrowed by desk.filters.Filters.

        The index is brought up to the record first, unless somebody else is doing so.
        """
        from goodoffices.desk.filters import Filters  # tantivy loads with it: only those who search wait

        taken = snapshot or self.at()
        filters = Filters(
            issue=issue,
            speaker=speaker,
            body=body,
            kind=kind,
            standing=standing,
            document=document,
            language=language,
            since=since,
            until=until,
        )
        return self._searching()(
            taken,
            query,
            filters,
            as_of=taken.as_of or _now().date(),
            proposals=proposals,
            by_date=by_date,
            limit=limit,
            offset=offset,
            progress=progress,
        )

    def wording(
        self,
        draft: str,
        snapshot: Snapshot | None = None,
        *,
        near: float = 0.5,
        limit: int = 20,
        proposals: bool = False,
    ) -> "Wording":
        """Where the words of a draft were used before, by whom, what was changed, and what became of it on the
        snapshot's day (today if it has none). near: the least share of the draft that a use keeps.
        """
        from goodoffices.desk.wording import wording

        taken = snapshot or self.at()
        day = taken.as_of or _now().date()
        return wording(self._searching(), taken, draft, as_of=day, near=near, limit=limit, proposals=proposals)

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
        """Where everybody stands on the snapshot's day (today if it has none), or what concerns these parties."""
        taken = snapshot or self.at()
        wanted = parties_named(taken, parties)
        return standing(taken, taken.as_of or _now().date(), parties=wanted, proposals=proposals)

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
        """How far a body's members, or `members`, stand together on the snapshot's day (today if it has none); these
        by name or id.

        scales: issue -> its options in order; mandate: the issues that are the body's own business.
        """
        taken = snapshot or self.at()
        day = taken.as_of or _now().date()
        who = parties_named(taken, members, unheard=True)
        if body:
            (body,) = parties_named(taken, [body], unheard=True)
        return harmony_of(taken, day, body, members=who, scales=scales, mandate=mandate, proposals=proposals)

    def formats(
        self,
        file: str | Path | None = None,
        snapshot: Snapshot | None = None,
        *,
        only: Sequence[str] = (),
        coverage: str = "",
        scenario: "Scenario | None" = None,
        proposals: bool = False,
    ) -> "Comparison":
        """Mediation formats side by side on the snapshot's day (today if it has none), from a file of formats, or
        those that come with the sample case. only: ids of some of them; scenario: to say what each could adopt in it.
        """
        from goodoffices.desk.formats import compare, read_formats  # numpy loads: only those who compare wait

        taken = snapshot or self.at()
        held = read_formats(None if file is None else Path(file))
        day = taken.as_of or _now().date()
        return compare(taken, day, held, only=only, coverage=coverage, scenario=scenario, proposals=proposals)

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

    def evidence(self, claim: str, snapshot: Snapshot | None = None, *, limit: int = 10) -> Suggestions:
        """Passages of documents not surely earlier that may bear on a provision or term, named by its claim's id."""
        return suggest(snapshot or self.at(), claim, limit=limit)

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
        found = erase(self.record, document, reason, by=by, at=_now())
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

    def _searching(self) -> "Search":
        from goodoffices.desk.search import Search

        if self._search is None:
            self._search = Search(self.record, in_memory=self.record.store.locked)
        return self._search


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound("a file can be read", f"{path}: {error.strerror}", "Check the name.") from error


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _when(given: str | When | None) -> When | None:
    return from_edtf(given) if isinstance(given, str) else given
