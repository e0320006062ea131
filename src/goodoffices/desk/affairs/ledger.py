"""The ledger of what could be known: where each provision and term stood, from what was public by then alone."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from goodoffices.desk.affairs.status import bound_by, counted, leading, named, subject
from goodoffices.desk.evidence import words
from goodoffices.errors import BadArgument
from goodoffices.exchange.tables import Column, Table
from goodoffices.record import Snapshot
from goodoffices.tracking import State
from goodoffices.tracking import ledger as knowable


class Entry(Struct, frozen=True, kw_only=True):
    """One line: from `first` to `last` this provision or term was in this state, as far as anybody could know.

    standing: the state in one word; state: with whose it is and how late; what: in a few words; who: whom it binds, in
    neutral order; since: the first day of the state in the world, which can lie before that on which it could be known;
    why: the reasons; words: its exact words; claims: ids of those that the reasons rest on.
    """

    matter: str
    kind: str
    first: dt.date
    last: dt.date
    standing: State
    state: str
    since: dt.date | None
    what: str
    who: str
    why: tuple[str, ...]
    words: str
    claims: tuple[str, ...]


COLUMNS = (
    Column("matter", "string", "id of the provision or term"),
    Column("kind", "string", "provision or term"),
    Column("first", "date", "first day on which this could be known"),
    Column("last", "date", "last day on which this could be known"),
    Column("state", "string", "its state on these days"),
    Column("since", "date", "first day of the state in the world"),
    Column("what", "string", "what it is"),
    Column("who", "string", "whom it binds"),
    Column("why", "string", "the reasons"),
    Column("words", "string", "its exact words"),
    Column("claims", "string", "ids of the claims that the reasons rest on"),
)


def ledger(
    snapshot: Snapshot,
    since: dt.date | None,
    until: dt.date,
    *,
    only: Collection[str] | None = None,
    proposals: bool = False,
) -> tuple[Entry, ...]:
    """The lines from `since` (the first day of the record if left out) to `until`, both included: matter by matter in
    the order of the record, each in the order of days. only: ids of matters, all if left out. BadArgument where `until`
    lies before `since`.
    """
    if since and until < since:
        raise BadArgument("a ledger ends on or after the day it begins", f"{since} to {until}", "Swap the days.")
    states = counted(proposals)
    tracked = [m for kind in ("provision", "term") for m in snapshot.matters(kind, states=states)]
    happened = [m for kind in ("event", "meeting", "decision") for m in snapshot.matters(kind, states=states)]
    rulings = [c.ruling for c in snapshot.conflicts() if c.ruling]
    parties = snapshot.parties()
    lines = []
    for held in knowable(
        tracked, happened, rulings, since=since or dt.date.min, until=until, only=only, name=parties.name
    ):
        lines.append(
            Entry(
                matter=held.matter.id,
                kind=held.matter.kind,
                first=held.first,
                last=held.last,
                standing=held.status.state,
                state=held.status.words(parties.name),
                since=held.status.since,
                what=subject(held.matter, parties),
                who=named(bound_by(held.matter), parties),
                why=tuple(reason.words for reason in held.status.reasons),
                words=words(leading(held.matter).claim),
                claims=held.status.claims,
            )
        )
    return tuple(lines)


def table(entries: Iterable[Entry]) -> Table:
    """The lines as a table; reasons are set after one another, ids apart by blanks."""
    return Table("ledger", COLUMNS, tuple(_rows(entries)))


def _rows(entries: Iterable[Entry]) -> Iterator[tuple[object, ...]]:
    for e in entries:
        told = (e.matter, e.kind, e.first, e.last, e.state, e.since, e.what, e.who or None)
        yield (*told, " ".join(e.why), e.words, " ".join(e.claims))
