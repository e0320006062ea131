"""The front door, affairs: verbs for what is owed, what happened and what runs."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from goodoffices.desk.affairs.answers import answered
from goodoffices.desk.affairs.bearing import Suggestions, suggest
from goodoffices.desk.affairs.calendar import calendar
from goodoffices.desk.affairs.ledger import Entry as Knowable
from goodoffices.desk.affairs.ledger import ledger, table
from goodoffices.desk.affairs.rolls import Rolls, rolls_of, tables
from goodoffices.desk.affairs.status import Affairs, Standings, standings, state_of_affairs
from goodoffices.desk.affairs.timeline import Dated, timeline
from goodoffices.desk.affairs.transfers import Count, transfers
from goodoffices.desk.front import Front, now
from goodoffices.desk.naming import parties_named
from goodoffices.exchange.table_files import TableFile
from goodoffices.exchange.vote_tables import VoteTable, votes_in
from goodoffices.record import Snapshot
from goodoffices.tracking import Answer, Entry
from goodoffices.vocabulary.hashing import sha256

if TYPE_CHECKING:
    from goodoffices.desk.affairs.changes import Changed


class Tracking(Front):
    """Verbs for what is owed, what happened and what runs."""

    def status(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> Affairs:
        """Who owes what by when and what runs, on the snapshot's day (today if it has none)."""
        taken = snapshot or self.at()
        day = taken.as_of or now().date()
        found = self._standings(taken, day, proposals)
        return self._memory.recall(
            taken,
            ("status", day, proposals),
            lambda: state_of_affairs(taken, day, proposals=proposals, found=found),
        )

    def _standings(self, snapshot: Snapshot, day: dt.date, proposals: bool) -> Standings:
        work = partial(standings, snapshot, day, proposals=proposals)
        return self._memory.recall(snapshot, ("standings", day, proposals), work)

    def ledger(
        self,
        snapshot: Snapshot | None = None,
        *,
        since: dt.date | None = None,
        until: dt.date | None = None,
        proposals: bool = False,
    ) -> tuple[Knowable, ...]:
        """Where every provision and term stood on each day from `since` to `until` (the first day of the record and
        the snapshot's day, or today, if left out), from what was public by that day and nothing later.
        """
        taken = snapshot or self.at()
        last = until or taken.as_of or now().date()
        work = partial(ledger, taken, since, last, proposals=proposals)
        return self._memory.recall(taken, ("ledger", since, last, proposals), work)

    def ledger_csv(self, entries: Iterable[Knowable]) -> bytes:
        """Lines of a ledger as CSV."""
        from goodoffices.exchange.claims_csv import lines

        return b"".join(lines(table(entries)))

    def timeline(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> tuple[Dated, ...]:
        """What happened and was decided, in order."""
        return timeline(snapshot or self.at(), proposals=proposals)

    def transfers(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> tuple[Count, ...]:
        """What was to be handed over and how much has been by the snapshot's day (today if it has none)."""
        taken = snapshot or self.at()
        return transfers(taken, taken.as_of or now().date(), proposals=proposals)

    def rolls(self, body: str, snapshot: Snapshot | None = None, *, proposals: bool = False) -> Rolls:
        """The roll calls of a body, named by id or name, up to the snapshot's days."""
        taken = snapshot or self.at()
        (body,) = parties_named(taken, [body], unheard=True)
        held = self._memory.recall(taken, "tables", lambda: tables(taken.documents()))
        work = partial(rolls_of, taken, body, held, proposals=proposals, parse=self._parsed)
        return self._memory.recall(taken, ("rolls", body, proposals), work)

    def _parsed(self, calls: TableFile, votes: TableFile, issues: TableFile | None) -> VoteTable:
        """What tables say, read once as long as they are the same: a million votes take seconds."""
        files = (calls, votes, issues)
        key = ("votes", *(sha256(one.content) for one in files if one))
        return self._memory.keep(key, partial(votes_in, *files))

    def answers(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> tuple[Answer, ...]:
        """Where each party stands to each text on the snapshot's day (today if it has none)."""
        taken = snapshot or self.at()
        day = taken.as_of or now().date()
        work = partial(answered, taken, day, proposals=proposals)
        return self._memory.recall(taken, ("answers", day, proposals), work)

    def calendar(
        self, snapshot: Snapshot | None = None, *, until: dt.date | None = None, proposals: bool = False
    ) -> tuple[Entry, ...]:
        """Every dated thing to watch from the snapshot's day (today if it has none) until another, two years later if
        left out; `icalendar` writes it for calendar programs.
        """
        taken = snapshot or self.at()
        since = taken.as_of or now().date()
        return calendar(taken, since, until or since + relativedelta(years=2), proposals=proposals)

    def icalendar(self, entries: Iterable[Entry], *, notice: int = 7) -> bytes:
        """Entries of a calendar as an iCalendar file. notice: days before the day that the alarm sounds."""
        from goodoffices.exchange.calendar_ics import write

        return write(entries, name=self.record.store.name, stamp=now(), notice=notice)

    def changes(
        self, before: Snapshot, after: Snapshot | None = None, *, proposals: bool = False
    ) -> "tuple[Changed, ...]":
        """What is owed or runs and stands otherwise in `after` (today, as known now) than in `before`."""
        from goodoffices.desk.affairs.changes import changes

        taken, today = after or self.at(), now().date()
        return changes(before, taken, before.as_of or today, taken.as_of or today, proposals=proposals)

    def atom(self, changed: "tuple[Changed, ...]") -> bytes:
        """Changes as an Atom feed."""
        from goodoffices.desk.affairs.changes import items
        from goodoffices.exchange.changes_atom import write

        return write(items(changed), name=self.record.store.name, updated=now())

    def evidence(self, claim: str, snapshot: Snapshot | None = None, *, limit: int = 10) -> Suggestions:
        """Passages of documents not surely earlier that may bear on a provision or term, named by its claim's id."""
        return suggest(snapshot or self.at(), claim, limit=limit)
