"""One call that writes: its blobs, its entry and its view rows come in together or not at all."""

import datetime as dt
from collections.abc import Callable

from sqlalchemy import Connection

from goodoffices.errors import BadArgument, NotFound, StaleVersion
from goodoffices.record import actions, blobs, log
from goodoffices.record.actions import Action
from goodoffices.record.evidence import check_quotes
from goodoffices.record.fold import earlier, fold
from goodoffices.record.keys import of as ring_of
from goodoffices.record.log import Entry
from goodoffices.record.matching import gathered
from goodoffices.record.matters import linked
from goodoffices.record.rows import ClaimRow, DocumentRow
from goodoffices.record.sealing import keys_of
from goodoffices.record.tableshelf import TableShelf
from goodoffices.vocabulary.claim import STANDING, Claim, Matter
from goodoffices.vocabulary.text import Text

Look = Callable[[str], Matter | None]
"""The matter of a claim, by its id, with the claims that people stand by; None where there are none."""

Guard = Callable[[Look, str], None]
"""Looks at a claim after what was done to it, and raises what forbids it; the entry then is not written."""

# What can make a claim count, by itself or with another.
_GUARDED = (
    actions.ClaimAccepted,
    actions.ClaimAdjudicated,
    actions.ClaimAmended,
    actions.ClaimEntered,
    actions.MatterSame,
    actions.EntryUndone,
)

_STOOD_BY = (actions.ClaimAccepted, actions.ClaimAdjudicated, actions.ClaimAmended, actions.ClaimEntered)


class Transaction:
    """What one person does at one moment, under the lock of the log."""

    def __init__(self, connection: Connection, by: str, at: dt.datetime, guard: Guard | None = None) -> None:
        self.connection, self.by, self.at, self.guard = connection, by, at, guard
        self.shelf = TableShelf(connection)
        self._texts: dict[str, str] = {}

    def append(self, body: Action, subject: str, based_on: int | None = None, *, keys: str = "") -> Entry:
        """Appends an entry and carries it into the views. keys: where it is sealed with others than `keys_of` says.

        BadDate where people would stand by a claim of what ends before it begins; the reader may propose one.
        """
        if isinstance(body, _STOOD_BY) and getattr(body, "finding", "accepted") == "accepted":
            body.claim.check_times()
        names = keys or keys_of(self.shelf, body, subject)
        sealed = log.append(
            self.connection, body, subject=subject, by=self.by, at=self.at, keys=names, based_on=based_on
        )
        entry = sealed.opened(ring_of(self.connection))
        fold(self.shelf, sealed, entry.body)
        self.shelf.write()
        if self.guard is not None and isinstance(body, _GUARDED):
            self.guard(self.matter, subject.removeprefix("matter:"))
        return entry

    def matter(self, claim: str) -> Matter | None:
        """The matter of a claim, with the claims that people stand by; None where there are none."""
        members, _ = linked(self.shelf, [claim])
        rows = sorted(self.shelf.claims(members).values(), key=lambda row: (row.first_seq, row.ordinal))
        return next(iter(gathered(row.reviewed for row in rows if row.state in STANDING)), None)

    def document(self, document: str) -> DocumentRow:
        """A document's row; NotFound."""
        row = self.shelf.document(document)
        if row is None:
            raise NotFound("a document is one of the case", document, "Add it first, or list the documents.")
        return row

    def earlier(self, document: str) -> list[str]:
        """The documents that this one is a newer version of, the latest first; NotFound."""
        return list(earlier(self.shelf, self.document(document).value))

    def claim(self, claim: str) -> ClaimRow:
        """A claim's current row; NotFound, also for a proposal that the latest reading no longer makes."""
        row = self.shelf.claims([claim]).get(claim)
        if row is None:
            raise NotFound("a claim is one of the case", claim, "List the claims; a new reading may have dropped it.")
        return row

    def latest(self, claim: str, based_on: int | None) -> ClaimRow:
        """A claim's current row, whose words must still be those of version `based_on`; StaleVersion."""
        row = self.claim(claim)
        if based_on is not None and based_on != row.version:
            seen = self.shelf.claim_version(claim, based_on)
            if seen is None or seen.body != row.body:
                raise _stale(claim, based_on, row.version)
        return row

    def unchanged(self, claim: str, based_on: int) -> ClaimRow:
        """A claim's current row, which must be version `based_on` itself; StaleVersion."""
        row = self.claim(claim)
        if based_on != row.version:
            raise _stale(claim, based_on, row.version)
        return row

    def text(self, document: str) -> str:
        """A document's text; NotFound."""
        if document not in self._texts:
            name = self.document(document).value.text
            self._texts[document] = blobs.get_value(self.connection, name, Text).content
        return self._texts[document]

    def check(self, claim: Claim) -> None:
        """Whether a claim may join the case: named, with quotes that hold or somebody's name; BadArgument, BadQuote."""
        if not claim.id.strip() or not claim.id.isprintable() or len(claim.id) > 128:
            raise BadArgument("a claim has an id of 1 to 128 printable characters", repr(claim.id), "Name it anew.")
        check_quotes(claim, self.text)


def _stale(claim: str, based_on: int, version: int) -> StaleVersion:
    found = f"{claim}: version {based_on}, the latest is {version}"
    return StaleVersion("what is judged or amended is the latest version", found, "Look at the latest version first.")
