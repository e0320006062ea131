"""The record of one case: what people of the office did and said, written here and read through `at` alone.

It is longer than other modules because every writing call is here, each with its checks in one transaction: nothing
else writes.
"""

import datetime as dt
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import select

from goodoffices.errors import BadArgument, BadDate, BadQuote, NotFound, StaleVersion
from goodoffices.record import actions, blobs, erasing, keys, log, matters, schema
from goodoffices.record.database import PATIENCE
from goodoffices.record.evidence import every_quote
from goodoffices.record.lens import Lens
from goodoffices.record.log import Entry
from goodoffices.record.passphrases import Passphrase
from goodoffices.record.snapshot import Snapshot
from goodoffices.record.store import Store
from goodoffices.record.transaction import Guard, Transaction
from goodoffices.record.verdicts import on_the_words, taken_back
from goodoffices.record.viewer import EVERYTHING, Viewer
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.hashing import sha256
from goodoffices.vocabulary.kinds import Expectation
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Document, Text
from goodoffices.vocabulary.when import When

ID_CHARACTERS = 16  # of a document's SHA-256: two of a million documents share them once in 37 million cases


class Added(Struct, frozen=True, kw_only=True):
    """What adding a document came to. new: False when the case had these bytes already, and nothing was written."""

    document: Document
    new: bool
    entry: Entry | None = None


class Record:
    """The record of a case. A context manager; every writing call is one transaction and returns its log entry.

    by: who acts; at: when, with a time zone. Every writing call raises NotWritten when the case is busy, full, moved or
    read-only, Unreachable when its server does not answer, DamagedCase when it is no sound database, BadArgument for a
    nameless author or a moment without zone.
    """

    def __init__(self, store: Store, guard: Guard | None = None) -> None:
        self.store, self._guard = store, guard

    @classmethod
    def create(cls, address: Path | str, passphrase: str | None = None, guard: Guard | None = None) -> Self:
        """Makes a case in a directory, or at `postgresql://user@host/database?schema=name`.

        passphrase: without which nobody will read it. guard: asked of each claim that comes to count, by whichever
        call. Raises BadArgument where there is a case already or none can be, or for a passphrase that is guessed too
        easily, MissingExtra without the driver of PostgreSQL.
        """
        return cls(Store.create(address, passphrase=passphrase), guard)

    @classmethod
    def open(
        cls,
        address: Path | str,
        patience: float = PATIENCE,
        passphrase: Passphrase = None,
        guard: Guard | None = None,
    ) -> Self:
        """Opens the case in a directory or at such an address, and brings an older one to this version's form.

        Raises NotFound, DamagedCase, Unreachable, BadArgument for an unknown version, MissingExtra, Locked without the
        case's passphrase.

        patience: seconds that a writing call waits for another writer before it is refused. guard: as for `create`.
        """
        return cls(Store.open(address, patience, passphrase), guard)

    def close(self) -> None:
        """Lets go of the case."""
        self.store.close()

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
        """The record as it was so on the day `as_of`, with what was public by `published_by`, as the office knew it
        at the moment (or log entry) `as_known`, for `viewer`. BadArgument for an entry that the log does not
        have, BadDate for an hour where a day is asked for.
        """
        for name, day in (("as_of", as_of), ("published_by", published_by)):
            if isinstance(day, dt.datetime):
                raise BadDate(f"{name} is a day, looked at as it ends", day, f"Give {day.date()!r}.")
        with self.store.reading() as connection:
            head, _ = log.head(connection)
            seq = head
            if isinstance(as_known, dt.datetime):
                seq = log.known_at(connection, as_known)
            elif as_known is not None:
                if not 0 <= as_known <= head:
                    raise BadArgument(f"the log has entries 1 to {head}", as_known, "Name one of them, or a moment.")
                seq = as_known
        return Snapshot(Lens(self.store, seq, head, viewer, as_of, published_by))

    def add_document(
        self,
        content: bytes,
        text: Text,
        *,
        name: str,
        by: str,
        at: dt.datetime,
        published: When | None = None,
        dated: When | None = None,
        compartments: Sequence[str] = (),
        replaces: str = "",
    ) -> Added:
        """Adds a file and its text. The same bytes again change nothing and return the document the case has.

        dated: when it is other than the date found in the text. replaces: id of the document of which this is a newer
        version, whose compartments it gets too. BadArgument when `text` is not made from `content`, when another
        document is the newer version already, or when these bytes are in the case otherwise; NotFound.
        """
        if text.blob != sha256(content):
            raise BadArgument("a text is made from the bytes it comes with", name, "Extract the text from this file.")
        if not all(c.strip() and c.isprintable() for c in compartments):
            raise BadArgument("a compartment has a printable name", compartments, "Name it, or leave it out.")
        with self._transaction(by, at) as now:
            d = schema.document_rows.c
            known = now.connection.scalar(select(d.document).where(d.blob == text.blob))
            older = self._compartments_of_older(now, replaces, known) if replaces else ()
            if known is not None:
                return Added(document=now.document(known).value, new=False)
            new = text.blob[:ID_CHARACTERS]
            if now.shelf.document(new):
                raise BadArgument("documents differ in the first characters of their hash", name, "Add another copy.")
            key = keys.of(now.connection).make(now.connection, new)
            document = Document(
                id=new,
                name=name,
                blob=blobs.put(now.connection, content, key),
                text=blobs.put_value(now.connection, text, key),
                title=text.title,
                publisher=text.publisher,
                author=text.author,
                dated=dated or text.dated,
                published=published,
                language=text.language,
                compartments=tuple(sorted({*compartments, *older})),
                replaces=replaces,
            )
            entry = now.append(actions.DocumentAdded(document=document), document.id, keys=key)
            return Added(document=document, new=True, entry=entry)

    def date_document(
        self,
        document: str,
        *,
        by: str,
        at: dt.datetime,
        dated: When | None = None,
        published: When | None = None,
    ) -> Entry:
        """Says which date a document bears or when it became public; what is None stays as it was."""
        if dated is None and published is None:
            raise BadArgument("dating a document takes a date", document, "Give `dated`, `published` or both.")
        with self._transaction(by, at) as now:
            now.document(document)
            return now.append(actions.DocumentDated(document=document, dated=dated, published=published), document)

    def add_reading(self, document: str, reading: Reading, *, by: str, at: dt.datetime) -> Entry:
        """Adds a reading of a document: its proposals replace the undecided ones of the reading before.

        Raises BadArgument when the reading is of another text or names a claim twice, BadQuote when a proposal quotes
        what does not stand in this document.
        """
        ids = [claim.id for claim in reading.claims]
        if len(set(ids)) < len(ids):
            twice = next(i for i in ids if ids.count(i) > 1)
            raise BadArgument("each claim of a reading has an id of its own", twice, "Number claims on the same words.")
        with self._transaction(by, at) as now:
            row = now.document(document)
            if reading.text != row.value.text:
                raise BadArgument("a reading is of its document's text", document, "Read the document again.")
            for claim in reading.claims:
                if claim.documents != (document,):
                    raise BadQuote("a proposal quotes the document it was read in", claim.id, "Read it again.")
                now.check(claim)
            name = blobs.put_value(now.connection, reading, row.keys)
            return now.append(actions.DocumentRead(document=document, reading=name, reader=reading.reader), document)

    def accept(self, claim: str, *, by: str, at: dt.datetime, based_on: int | None = None) -> Entry:
        """Stands by a claim. The verdict is the coder's own; `record.verdicts` says what the office then holds.

        StaleVersion when the claim has said something else since version `based_on`.
        """
        return self._judge(actions.ClaimAccepted, claim, by, at, based_on)

    def reject(self, claim: str, *, by: str, at: dt.datetime, based_on: int | None = None) -> Entry:
        """Finds a claim wrong; as `accept`."""
        return self._judge(actions.ClaimRejected, claim, by, at, based_on)

    def accept_known(self, claims: Sequence[str], known: actions.Known, *, by: str, at: dt.datetime) -> list[Entry]:
        """Accepts proposals of one rule together, on the strength of what is known of it; all of them or none.

        Raises BadArgument for a claim that another rule proposed or that anybody judged before, NotFound.
        """
        with self._transaction(by, at) as now:
            entries = []
            for claim in claims:
                row = now.claim(claim)
                if row.value.rule != known.rule or row.state != "proposed" or row.contested:
                    found = f"{claim}: {row.state}, by rule {row.value.rule}"
                    raise BadArgument("what is accepted together are proposals of one rule", found, "Leave it out.")
                body = actions.ClaimAccepted(claim=row.value, known=known)
                entries.append(now.append(body, claim, row.version))
            return entries

    def adjudicate(
        self,
        claim: str,
        finding: Literal["accepted", "rejected"],
        reason: str,
        *,
        based_on: int,
        by: str,
        at: dt.datetime,
        saw: Sequence[int] | None = None,
    ) -> Entry:
        """Settles what coders found differently of a claim, seen in version `based_on`, and why.

        saw: the entries (`Verdict.seq`) of the verdicts that were shown, by default all there are. Raises StaleVersion
        when there are others by now, BadArgument when coders do not differ or no reason is given.
        """
        if not reason.strip() or "\0" in reason:
            raise BadArgument("an adjudication gives its reason in words", claim, "Say why.")
        with self._transaction(by, at) as now:
            row = now.unchanged(claim, based_on)
            verdicts, settled = on_the_words(now.shelf.verdicts(claim))
            seqs = tuple(sorted(v.since_seq for v in verdicts.values()))
            if saw is not None and tuple(sorted(saw)) != seqs:
                found = f"saw {list(saw)} of {list(seqs)}"
                raise StaleVersion("an adjudication saw every verdict", found, "Look at the claim again.")
            if not row.contested and settled is None:
                raise BadArgument("what is adjudicated is contested", claim, "List the disputes; coders agree here.")
            body = actions.ClaimAdjudicated(claim=row.value, finding=finding, reason=reason, saw=seqs)
            return now.append(body, claim, based_on)

    def amend(self, claim: Claim, *, based_on: int, by: str, at: dt.datetime) -> Entry:
        """Puts a claim right, seen in version `based_on` (`Reviewed.seq`).

        Raises StaleVersion when that is not the latest, BadQuote when it quotes what does not stand there.
        """
        with self._transaction(by, at) as now:
            now.unchanged(claim.id, based_on)
            now.check(claim)
            return now.append(actions.ClaimAmended(claim=claim), claim.id, based_on)

    def enter(self, claim: Claim, *, by: str, at: dt.datetime, compartments: Sequence[str] = ()) -> Entry:
        """Enters a claim by hand; without an id it gets a random one, which is the entry's subject.

        Raises BadArgument for an id in use; BadQuote when it quotes what does not stand there, or has no quote and
        does not say who entered it.
        """
        with self._transaction(by, at) as now:
            entered = claim if claim.id else replace(claim, id=secrets.token_hex(16))
            if now.shelf.claims([entered.id]) or now.shelf.standing(entered.id):
                raise BadArgument("a new claim has an id of its own", entered.id, "Leave the id out, or amend.")
            now.check(entered)
            held = tuple(sorted(set(compartments)))
            return now.append(actions.ClaimEntered(claim=entered, compartments=held), entered.id)

    def same_matter(self, claims: Sequence[str], *, by: str, at: dt.datetime) -> Entry:
        """Says that claims speak of one matter, and with them all that is already the same as one of them.

        Raises BadArgument when some of these were called different. The entry's subject is "matter:" and its id.
        """
        with self._transaction(by, at) as now:
            _several(now, claims)
            odds = matters.at_odds(now.shelf, claims)
            if odds:
                raise BadArgument("no two claims of a matter were called different", odds, "Undo what called them so.")
            return now.append(actions.MatterSame(claims=tuple(claims)), f"matter:{matters.joined(now.shelf, claims)}")

    def different_matter(self, claims: Sequence[str], *, by: str, at: dt.datetime) -> Entry:
        """Says that claims speak of as many different matters; they are not proposed as the same again.

        Raises BadArgument when two of them are one matter. The entry's subject is "matter:" and that of the first.
        """
        with self._transaction(by, at) as now:
            _several(now, claims)
            ids = matters.matter_ids(now.shelf, claims)
            if len(set(ids.values())) < len(ids):
                raise BadArgument("claims of one matter are not different", claims, "Undo what made them one.")
            return now.append(actions.MatterDifferent(claims=tuple(claims)), f"matter:{ids[claims[0]]}")

    def rule(
        self,
        conflict: str,
        follows: str,
        reason: str,
        *,
        by: str,
        at: dt.datetime,
        saw: Sequence[tuple[str, int]] | None = None,
    ) -> Entry:
        """Rules on a conflict: which of its claims is followed, and why. Both stay.

        saw: the versions (claim id, seq) that whoever rules was shown, by default all the conflict has now. Raises
        NotFound without such a conflict, BadArgument when `follows` is none of its claims or no reason is given.
        """
        if not reason.strip() or "\0" in reason:  # PostgreSQL has no text with a NUL in it
            raise BadArgument("a ruling gives its reason in words", conflict, "Say why this claim is followed.")
        with self._transaction(by, at) as now:
            found = next((c for c in self.at().conflicts() if c.id == conflict), None)
            if found is None:
                raise NotFound("a conflict is one of the record", conflict, "List the conflicts.")
            versions = tuple((r.claim.id, r.seq) for r in found.claims) if saw is None else tuple(saw)
            if follows not in {claim for claim, _ in versions}:
                raise BadArgument("a ruling follows one of the claims it saw", follows, "Name one of the conflict's.")
            body = actions.ConflictRuled(attribute=found.attribute, follows=follows, reason=reason, saw=versions)
            return now.append(body, conflict)

    def choose(self, choice: actions.PackageChosen, *, by: str, at: dt.datetime) -> Entry:
        """Keeps which of several packages was chosen, and why; the entry's subject is "package.chosen", by which it is
        undone. BadArgument without a reason, or when what was chosen was not compared.
        """
        if not choice.reason.strip() or "\0" in choice.reason + choice.written:
            raise BadArgument("a choice gives its reason in words", choice.chosen, "Say why this package.")
        if choice.chosen not in {one.name for one in choice.among}:
            raise BadArgument("what is chosen was compared", choice.chosen, "Choose one of the packages side by side.")
        with self._transaction(by, at) as now:
            return now.append(choice, choice.name)

    def foretell(self, forecast: actions.ForecastMade, *, by: str, at: dt.datetime) -> Entry:
        """Keeps a forecast of the office; the entry's subject is "forecast:" and an id of its own, by which it is
        settled and undone. BadArgument for one that says nothing.
        """
        if not forecast.what.strip() or "\0" in forecast.what + forecast.basis:
            raise BadArgument("a forecast says in words what will be so", forecast.what, "Write what is forecast.")
        with self._transaction(by, at) as now:
            return now.append(forecast, f"forecast:{secrets.token_hex(8)}")

    def settle(self, outcome: actions.ForecastSettled, *, by: str, at: dt.datetime) -> Entry:
        """Keeps what came of a forecast; the entry's subject is "outcome:" and the forecast, by which it is undone.

        NotFound for a forecast, or a claim of evidence, that the case does not hold; BadArgument without a reason in
        words, for a claim that forecasts nothing, and where the outcome was said already.
        """
        if not outcome.reason.strip() or "\0" in outcome.reason:
            raise BadArgument("an outcome says in words what shows it", outcome.forecast, "Say how it is known.")
        subject = f"outcome:{outcome.forecast}"
        with self._transaction(by, at) as now:
            if outcome.forecast.startswith("forecast:"):
                if not list(now.shelf.standing(outcome.forecast)):
                    raise NotFound("a forecast of the office is in the log", outcome.forecast, "List the forecasts.")
            elif not isinstance(now.claim(outcome.forecast).value.content, Expectation):
                raise BadArgument("a claim that forecasts is an expectation", outcome.forecast, "Name one of these.")
            for claim in outcome.evidence:
                now.claim(claim)
            if list(now.shelf.standing(subject)):
                raise BadArgument("a forecast has one outcome", outcome.forecast, "Take the earlier one back first.")
            return now.append(outcome, subject)

    def move_anchor(self, claim: str, was: Quote, now: Quote, *, by: str, at: dt.datetime) -> Entry:
        """Says where the words of one of a claim's quotes stand in a newer version of their document. The claim itself
        stays as it is. The entry's subject is "anchor:" and the claim's id.

        Raises NotFound without the claim, BadArgument when `was` is none of its quotes or `now` is in no newer version
        of that document, BadQuote when the words do not stand there.
        """
        with self._transaction(by, at) as office:
            if was not in every_quote(office.claim(claim).value):
                raise BadArgument("an anchor is moved of a quote that the claim has", was.exact, "List its anchors.")
            if was.document not in office.earlier(now.document):
                raise BadArgument("an anchor is moved to a newer version", now.document, "Add it with --replaces.")
            if not now.holds_in(office.text(now.document)):
                raise BadQuote(
                    "quoted words stand in their document where the quote says", now.exact, "Quote them anew."
                )
            return office.append(actions.AnchorMoved(claim=claim, was=was, now=now), f"anchor:{claim}")

    def undo(self, subject: str, *, by: str, at: dt.datetime) -> Entry:
        """Takes back the last judgement on a subject that still stands: on a claim (its id), a matter ("matter:" and
        its id), a conflict (its id), an anchor ("anchor:" and the claim's id), a document's dates (its id), a forecast
        of the office (its subject), an outcome ("outcome:" and the forecast). A verdict is taken back by whoever gave
        it: where the last is somebody else's, it is your own last one. NotFound when there is none.
        """
        with self._transaction(by, at) as now:
            judgements = now.shelf.verdicts(subject)
            if judgements:
                own = taken_back(judgements, by)
                standing = [own.since_seq] if own else []
            else:
                standing = list(now.shelf.standing(subject))
            if not standing:
                raise NotFound("there is a judgement to take back", subject, "See the log for what was done to it.")
            return now.append(actions.EntryUndone(undoes=standing[-1]), subject, standing[-1])

    def erase(self, document: str, reason: str, *, by: str, at: dt.datetime) -> Entry:
        """Erases a document with all that rests on it: its key, bytes, text, readings, and every entry and row that
        may hold words of it (see `erasing`). There is no way back. Raises NotFound, BadArgument without a reason.
        """
        with self._transaction(by, at) as now:
            entry = erasing.erase(now, document, reason)
            self.store.fill_views(now.connection)
        self.store.scrub()
        return entry

    def relock(self, passphrase: str | None) -> None:
        """Gives the case another passphrase, or none. Raises BadArgument for one that is guessed too easily."""
        self.store.relock(passphrase)

    def rebuild(self) -> None:
        """Makes all views anew from the log; they come out as they were."""
        self.store.rebuild()

    def _compartments_of_older(self, now: Transaction, replaced: str, known: str | None) -> tuple[str, ...]:
        """Of a document that is to have a newer version; known: which document has the bytes of that one already."""
        older = now.document(replaced).value
        newer = next((d.id for d in self.at().documents() if d.replaces == replaced), None)
        if known not in (None, newer):
            raise BadArgument("a newer version is a new document", known, "It is in the case as another document.")
        if known is None and newer is not None:
            raise BadArgument("a document has one newer version", f"{replaced}: {newer}", "Replace the newer one.")
        return older.compartments

    @contextmanager
    def _transaction(self, by: str, at: dt.datetime) -> Iterator[Transaction]:
        with self.store.writing() as connection:
            yield Transaction(connection, by, at, self._guard)

    def _judge(
        self,
        verdict: type[actions.ClaimAccepted] | type[actions.ClaimRejected],
        claim: str,
        by: str,
        at: dt.datetime,
        based_on: int | None,
    ) -> Entry:
        with self._transaction(by, at) as now:
            row = now.latest(claim, based_on)
            return now.append(verdict(claim=row.value), claim, row.version)


def _several(now: Transaction, claims: Sequence[str]) -> None:
    if len(set(claims)) < max(2, len(claims)):
        raise BadArgument("a matter compares two or more claims, each once", list(claims), "Name two claims.")
    for claim in claims:
        now.claim(claim)
