"""The record gone through once, so that where everything stands can be asked of one day after another."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from goodoffices.errors import NotFound
from goodoffices.tracking.around import Around
from goodoffices.tracking.filed import Filed, filed
from goodoffices.tracking.look import NOTICE, Look
from goodoffices.tracking.order import awaited_first
from goodoffices.tracking.states import Status
from goodoffices.tracking.watched import Watched
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.content import NameOf


class Stretch(Struct, frozen=True):
    """A status and the first and last day of a time through which it holds, reasons and all."""

    first: dt.date
    last: dt.date
    status: Status


class _Known:
    """What is known of one matter so far: stretches by the ordinals of their first day and of the day after."""

    __slots__ = ("starts", "statuses", "stops")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.stops: list[int] = []
        self.statuses: list[Status] = []

    def keep(self, start: int, stop: int, status: Status) -> int:
        place = bisect_right(self.starts, start)
        self.starts.insert(place, start)
        self.stops.insert(place, stop)
        self.statuses.insert(place, status)
        return place


class Docket:
    """Provisions and terms with what happened to them. A status once worked out is kept for all the days between those
    that decided it, so that only what a later look finds in none of these is worked out anew.
    """

    def __init__(
        self,
        matters: Sequence[Matter],
        events: Sequence[Matter],
        rulings: Sequence[Ruling] = (),
        notice: dt.timedelta = NOTICE,
        name: NameOf = str,
    ) -> None:
        self._tracked = {m.id: m for m in matters if m.claims}
        self._near, self._notice = Around(events, self._tracked.values(), rulings, name), notice
        self._files: dict[str, Filed] = {}
        for matter in self._tracked.values():
            if matter.kind != "term":
                self._files[matter.id] = filed(matter, self._near)
        self._known = {id: _Known() for id in self._tracked}
        # Worked out in this order, nothing rests on what is not worked out yet: a chain may be longer than Python's.
        self._order = [m.id for m in awaited_first(self._tracked.values(), self._near.tracked)]

    def statuses(self, as_of: dt.date) -> dict[str, Status]:
        """The status of each at the end of `as_of`, or at that moment, by matter id; of one in a cycle, that it is
        unknown and why.
        """
        if isinstance(as_of, dt.datetime):
            look = Look(self._near, as_of, self._notice, self._files)
            at_once = {id: look.status_or_cycle(self._tracked[id]) for id in self._order}
            return {id: at_once[id] for id in self._tracked}
        number = as_of.toordinal()
        found = {}
        for id in self._order:
            known = self._known[id]
            found[id] = known.statuses[self._place(id, known, number)]
        return {id: found[id] for id in self._tracked}

    def history(self, matter: str, first: dt.date = dt.date.min, last: dt.date = dt.date.max) -> tuple[Stretch, ...]:
        """Where it stands by this record from `first` to `last`, both included, without gaps; NotFound for a matter
        that is not in it.
        """
        if (known := self._known.get(matter)) is None:
            raise NotFound("a provision or term is one of this record", matter)
        number, end, found = first.toordinal(), last.toordinal(), []
        days = dt.date.fromordinal
        before = [m.id for m in awaited_first([self._tracked[matter]], self._near.tracked)[:-1]]
        while number <= end:
            for other in before:
                self._place(other, self._known[other], number)
            place = self._place(matter, known, number)
            stop = min(known.stops[place], end + 1)
            found.append(Stretch(days(number), days(stop - 1), known.statuses[place]))
            number = stop
        return tuple(found)

    def _place(self, id: str, known: _Known, number: int) -> int:
        place = bisect_right(known.starts, number) - 1
        if place < 0 or number >= known.stops[place]:
            return self._work_out(id, known, number)
        return place

    def _work_out(self, id: str, known: _Known, number: int) -> int:
        day = Watched.on(dt.date.fromordinal(number))
        status = Look(self._near, day, self._notice, self._files, self._resting_on).status_or_cycle(self._tracked[id])
        return known.keep(day.start, day.stop, status)

    def _resting_on(self, other: Matter, day: dt.date) -> Status:
        """The status of another matter, and what decided it noted as deciding here too."""
        assert isinstance(day, Watched)
        known = self._known[other.id]
        place = self._place(other.id, known, day.number)
        day.narrow(known.starts[place], known.stops[place])
        return known.statuses[place]
