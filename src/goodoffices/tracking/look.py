"""One look at the record on one day: the status of each matter, worked out once."""

import datetime as dt
from collections.abc import Sequence
from itertools import product

from msgspec.structs import replace

from goodoffices.errors import CycleFound
from goodoffices.tracking.around import Around
from goodoffices.tracking.asked import Asked, asked
from goodoffices.tracking.charge import in_charge
from goodoffices.tracking.conditions import clock, counted, follows
from goodoffices.tracking.course import Course
from goodoffices.tracking.days import day_of, spelled, when_in_words
from goodoffices.tracking.happenings import Happening, happenings, takes
from goodoffices.tracking.held import as_ruled, held, ids, names_of
from goodoffices.tracking.order import refuse_cycle
from goodoffices.tracking.readings import Way, settled
from goodoffices.tracking.standing import stands, was_set
from goodoffices.tracking.states import Reason, Status
from goodoffices.tracking.terms import status_in
from goodoffices.vocabulary.claim import Matter

NOTICE = dt.timedelta(days=30)  # before its last day a duty is due


class Look:
    """The statuses of provisions and terms in their surroundings, at the end of `as_of`."""

    def __init__(self, near: Around, as_of: dt.date, notice: dt.timedelta = NOTICE) -> None:
        self._near, self._as_of, self._notice = near, as_of, notice
        self._day = day_of(as_of)
        self._known: dict[str, Status] = {}

    def status_of(self, matter: Matter) -> Status:
        """The status of a provision or term; BadArgument without claims, CycleFound where it waits for itself."""
        if matter.id not in self._known:
            if matter.kind == "term":
                self._known[matter.id] = status_in(self._near, matter, self._as_of)
            else:
                refuse_cycle(matter, self._near.tracked)
                self._known[matter.id] = self._provision(matter)
        return self._known[matter.id]

    def status_or_cycle(self, matter: Matter) -> Status:
        """The same, with a cycle as the reason of an unknown status."""
        try:
            return self.status_of(matter)
        except CycleFound as error:
            words = f"Its conditions lead back to their start: {error.value}."
            return Status(state="unknown", since=None, reasons=(Reason("cycle", words, ids(matter.claims)),))

    def _provision(self, provision: Matter) -> Status:
        near = self._near
        ruled = as_ruled(provision, near.rulings)
        versions = asked(ruled, near.rulings)
        if not versions:
            return _nothing_asked(ruled)
        names = names_of(provision)
        happened = happenings(names, near.acting_on(names), near.rulings, near.name)
        judges = in_charge(provision, as_of=self._day).judge
        ways = []
        for version, (heard, sure, chosen) in product(versions, takes(happened, self._day)):
            one = counted(version, near, self.status_of)
            found = self._on(Course(one, judges, near.name).follow(chosen), chosen)
            ways.append(Way(found, one.source, one.reading, heard, sure, _version(one), _meaning(one), one.deciding))
        denied = ids(r for r in held(ruled) if r.claim.attribution.polarity == "denied")
        return settled(ways, happened, denied, self._day, near.name)

    def _on(self, course: Course, chosen: Sequence[Happening]) -> Status:
        version, made = course.asked, course.asked.made
        if course.mode == "running" and made and made.earliest and self._day < made.earliest:
            words = f"On {spelled(self._day)} it had not been made: it dates from {when_in_words(made)}."
            return Status(state="unknown", since=None, reasons=(Reason("not-yet-made", words, version.claims),))
        found = self._running(course, chosen) if course.mode == "running" else stands(course, self._day, self._notice)
        found = self._lapsed(version, found) or found
        return replace(found, reasons=(*found.reasons, *follows(version, self._near, self.status_of)))

    def _running(self, course: Course, chosen: Sequence[Happening]) -> Status:
        version = course.asked
        ticking = clock(version, chosen, self._near, self._day, self.status_of)
        if not ticking.runs:
            since = version.made.latest if version.made else None
            return Status(state="conditional", since=since, reasons=(*ticking.reasons, was_set(version)))
        course.reasons.extend(ticking.reasons)
        return stands(course, self._day, self._notice, ticking.since)

    def _lapsed(self, version: Asked, found: Status) -> Status | None:
        """Lapsed with the term that it is a provision of, unless it was done with before."""
        done = found.state in ("kept", "met") and not found.so_far
        term = self._near.tracked.get(version.of)
        if done or found.state in ("broken", "not heeded", "withdrawn", "superseded"):
            return None
        if term is None or term.kind != "term":
            return None
        end = self.status_of(term)
        if end.state not in ("expired", "ended", "superseded", "withdrawn"):
            return None
        words = f"The term it belongs to is over: {end.words(self._near.name)}."
        over = Reason("term-over", words, ids(held(term)))
        return Status(state="lapsed", since=end.since, reasons=(over, *found.reasons))


def _version(version: Asked) -> str:
    date = when_in_words(version.deadline) if version.deadline else "no date"
    return f"{version.force.replace('_', ' ')}, {date}"


def _meaning(version: Asked) -> str:
    if version.deadline is None:
        return "it has no date"
    if not version.deadline.bounded:
        return f"its date is read as “{version.deadline.basis}” counted from a day not known"
    basis = f" (“{version.deadline.basis}”)" if version.deadline.basis else ""
    return f"its date is read as {when_in_words(version.deadline)}{basis}"


def _nothing_asked(provision: Matter) -> Status:
    standing = held(provision)
    if standing:
        words = "No source in this record says, without an if, that it was set."
        return Status(state="unknown", since=None, reasons=(Reason("not-affirmed", words, ids(standing)),))
    words = "Every claim on it was rejected or replaced."
    return Status(state="unknown", since=None, reasons=(Reason("all-rejected", words, ids(provision.claims)),))
