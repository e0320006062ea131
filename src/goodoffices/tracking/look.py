"""One look at the record on one day: the status of each matter, worked out once."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from itertools import product

from msgspec.structs import replace

from goodoffices.errors import CycleFound
from goodoffices.tracking.around import Around
from goodoffices.tracking.asked import Asked
from goodoffices.tracking.charge import in_charge
from goodoffices.tracking.conditions import clock, counted, follows
from goodoffices.tracking.course import Course
from goodoffices.tracking.days import day_of, when_in_words
from goodoffices.tracking.filed import Filed, filed
from goodoffices.tracking.happenings import Happening, takes
from goodoffices.tracking.held import held, ids
from goodoffices.tracking.order import refuse_cycle
from goodoffices.tracking.readings import Way, agreed, settled
from goodoffices.tracking.standing import stands
from goodoffices.tracking.states import Reason, Status
from goodoffices.tracking.terms import status_in
from goodoffices.vocabulary.claim import Matter

NOTICE = dt.timedelta(days=30)  # before its last day a duty is due


class Look:
    """The statuses of provisions and terms in their surroundings, at the end of `as_of`. files: what is gathered of
    provisions already, by matter id; others: whom to ask for the status of what another rests on, if not itself.
    """

    def __init__(
        self,
        near: Around,
        as_of: dt.date,
        notice: dt.timedelta = NOTICE,
        files: Mapping[str, Filed] | None = None,
        others: Callable[[Matter, dt.date], Status] | None = None,
    ) -> None:
        self._near, self._as_of, self._notice, self._files, self._others = near, as_of, notice, files or {}, others
        self._day = day_of(as_of)
        self._known: dict[str, Status] = {}

    def status_of(self, matter: Matter) -> Status:
        """The status of a provision or term; BadArgument without claims, CycleFound where it waits for itself."""
        if matter.id not in self._known:
            if matter.kind == "term":
                self._known[matter.id] = status_in(self._near, matter, self._as_of)
            else:
                self._known[matter.id] = self._provision(
                    matter, self._files.get(matter.id) or filed(matter, self._near)
                )
        return self._known[matter.id]

    def _other(self, matter: Matter) -> Status:
        """The status of a matter that another rests on."""
        return self.status_of(matter) if self._others is None else self._others(matter, self._as_of)

    def status_or_cycle(self, matter: Matter) -> Status:
        """The same, with a cycle as the reason of an unknown status."""
        try:
            return self.status_of(matter)
        except CycleFound as error:
            words = f"Its conditions lead back to their start: {error.value}."
            return Status(state="unknown", since=None, reasons=(Reason("cycle", words, ids(matter.claims)),))

    def _provision(self, provision: Matter, known: Filed) -> Status:
        near = self._near
        if known.tied:
            refuse_cycle(provision, near.tracked, near.clear)
        if not known.asked:
            return _nothing_asked(known.ruled)
        judges = in_charge(provision, as_of=self._day).judge if known.judged else ()
        taken = takes(known.happened, self._day)
        versions = [one for version in known.asked for one in counted(version, near, self._other)]
        if len(versions) == len(taken) == 1 and not known.denied:  # most of a record
            return agreed([self._follow(versions[0], judges, taken[0][2])])
        ways = [
            Way(
                self._follow(one, judges, chosen),
                one.source,
                one.reading,
                heard,
                sure,
                _version(one),
                _meaning(one),
                one.deciding,
            )
            for one, (heard, sure, chosen) in product(versions, taken)
        ]
        return settled(ways, known.happened, known.denied, self._day, near.name)

    def _follow(self, version: Asked, judges: Sequence[str], chosen: Sequence[Happening]) -> Status:
        return self._on(Course(version, judges, self._near.name).follow(chosen), chosen)

    def _on(self, course: Course, chosen: Sequence[Happening]) -> Status:
        version, made = course.asked, course.asked.made
        if course.mode == "running" and made and made.earliest and self._day < made.earliest:
            words = f"It had not been made yet: it dates from {when_in_words(made)}."
            return Status(state="unknown", since=None, reasons=(Reason("not-yet-made", words, version.claims),))
        found = self._running(course, chosen) if course.mode == "running" else stands(course, self._day, self._notice)
        found = self._lapsed(version, found) or found
        if not version.after:
            return found
        return replace(found, reasons=(*found.reasons, *follows(version, self._near, self._other)))

    def _running(self, course: Course, chosen: Sequence[Happening]) -> Status:
        version = course.asked
        ticking = clock(version, chosen, self._near, self._day, self._other)
        if not ticking.runs:
            since = version.made.latest if version.made else None
            return Status(state="conditional", since=since, reasons=(*ticking.reasons, version.set))
        course.reasons.extend(ticking.reasons)
        return stands(course, self._day, self._notice, ticking.since)

    def _lapsed(self, version: Asked, found: Status) -> Status | None:
        """Lapsed with the term that it is a provision of, unless it was done with before."""
        term = self._near.tracked.get(version.of) if version.of else None
        if term is None or term.kind != "term":
            return None
        done = found.state in ("kept", "met") and not found.so_far
        if done or found.state in ("broken", "not heeded", "withdrawn", "superseded"):
            return None
        end = self._other(term)
        if end.state == "suspended":  # whether what it set is owed meanwhile is for people to say
            words = f"The term it belongs to is {end.words(self._near.name)}."
            return replace(found, reasons=(*found.reasons, Reason("term-suspended", words, ids(held(term)))))
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
