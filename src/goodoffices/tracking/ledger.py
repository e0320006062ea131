"""The ledger of what could be known: where each provision and term stood on each day, from what was public by that day
and nothing later.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.tracking.around import Around
from goodoffices.tracking.asked import contents
from goodoffices.tracking.docket import Docket
from goodoffices.tracking.held import names_of
from goodoffices.tracking.look import NOTICE
from goodoffices.tracking.states import Status
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.content import NameOf


class Standing(Struct, frozen=True):
    """Where a matter stood from the day `first` to the day `last`, reasons and all; matter: with the claims that could
    be known on these days.
    """

    matter: Matter
    first: dt.date
    last: dt.date
    status: Status


def ledger(
    matters: Sequence[Matter],
    events: Sequence[Matter],
    rulings: Sequence[Ruling] = (),
    *,
    since: dt.date,
    until: dt.date,
    only: Collection[str] | None = None,
    notice: dt.timedelta = NOTICE,
    name: NameOf = str,
) -> Iterator[Standing]:
    """The standings of each provision and term among `matters` from `since` to `until`, both included: matter by
    matter, in the order of days, without gaps from the day on which it could first be known. only: ids of those of
    which it is told, all if left out.

    A claim counts from the day by which it was surely public and that it can speak of; one of which nobody knows when
    it became public never counts. A ruling counts once all that it saw was public.
    """
    near = Around(events, [m for m in matters if m.claims])
    for matter in (m for m in matters if m.claims and (only is None or m.id in only)):
        yield from _one(matter, _bearing_on(matter, near), rulings, (since, until), notice, name)


def known_from(r: Reviewed) -> dt.date | None:
    """The first day on which a claim counts; None: none."""
    if r.published is None or r.published.latest is None:
        return None
    speaks = r.claim.valid.earliest if r.claim.valid else None
    return max(r.published.latest, speaks) if speaks else r.published.latest


def _one(
    matter: Matter,
    around: tuple[list[Matter], list[Matter]],
    rulings: Sequence[Ruling],
    span: tuple[dt.date, dt.date],
    notice: dt.timedelta,
    name: NameOf,
) -> Iterator[Standing]:
    tracked, events = around
    since, until = span
    days = sorted({day for m in (*tracked, *events) for r in m.claims if (day := known_from(r)) and day <= until})
    held: Standing | None = None
    for n, day in enumerate(days):
        first = max(day, since)
        last = min(days[n + 1] - dt.timedelta(days=1), until) if n + 1 < len(days) else until
        here = _by(day, [matter])
        if last < first or not here:
            continue
        docket = Docket(
            _by(day, tracked), _by(day, events), list(_seen(rulings, (*tracked, *events), day)), notice, name
        )
        for one in docket.history(matter.id, first, last):
            if held and (held.status, held.matter) == (one.status, here[0]):
                held = replace(held, last=one.last)
                continue
            if held:
                yield held
            held = Standing(here[0], one.first, one.last, one.status)
    if held:
        yield held


def _by(day: dt.date, matters: Iterable[Matter]) -> list[Matter]:
    """The matters with the claims that count on `day`; those without any are left out."""
    found = (
        replace(m, claims=tuple(r for r in m.claims if (known := known_from(r)) and known <= day)) for m in matters
    )
    return [m for m in found if m.claims]


def _seen(rulings: Sequence[Ruling], matters: Iterable[Matter], day: dt.date) -> Iterator[Ruling]:
    public = {r.claim.id for m in _by(day, matters) for r in m.claims}
    return (r for r in rulings if {claim for claim, _ in r.saw} <= public)


def _bearing_on(matter: Matter, near: Around) -> tuple[list[Matter], list[Matter]]:
    """What its status can rest on: provisions and terms, itself first, and events; in the order they are reached."""
    tracked, events, waiting = {matter.id: matter}, {}, [matter]
    while waiting:
        here = waiting.pop()
        events.update({e.id: e for e in near.acting_on(names_of(here))})
        for wanted in _named(here):
            if (event := near.events.get(wanted)) is not None:
                events[event.id] = event
            other = near.tracked.get(wanted)
            if other is not None and other.id not in tracked:
                tracked[other.id] = other
                waiting.append(other)
    return list(tracked.values()), list(events.values())


def _named(matter: Matter) -> Collection[str]:
    """The ids that a provision waits for, follows, is counted from or belongs to."""
    found: dict[str, None] = {}
    for _, content in contents(matter):
        counted_from = [w.anchor for w in content.deadline.readings()] if content.deadline else []
        found.update(dict.fromkeys((*content.depends_on, *content.after, *counted_from, content.of)))
    return [wanted for wanted in found if wanted]
