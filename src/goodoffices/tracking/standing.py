"""Where a provision stands by the calendar, once it is known what events made of it."""

import datetime as dt
from itertools import islice

from goodoffices.errors import BadArgument
from goodoffices.tracking.course import Course
from goodoffices.tracking.days import days_later, length_in_words, spelled
from goodoffices.tracking.happenings import Happening
from goodoffices.tracking.recurrence import anchored, due_days, every
from goodoffices.tracking.states import Reason, State, Status, lateness, worded
from goodoffices.vocabulary.when import When

_MODES: dict[str, State] = {
    "partly": "partly kept",
    "alleged": "alleged broken",
    "contested": "disputed",
    "broken": "broken",
    "suspended": "suspended",
    "withdrawn": "withdrawn",
    "superseded": "superseded",
}


def stands(course: Course, as_of: dt.date, notice: dt.timedelta, begun: dt.date | None = None) -> Status:
    """The status of a course on a day. begun: since when its clock runs, None where that is not known."""
    asked = course.asked
    if course.mode == "kept" and asked.recurrence is None:
        return _kept(course)
    if course.mode in _MODES:
        past = _passed(course, as_of) if course.mode not in ("broken", "alleged", "contested") else ()
        return Status(
            state=worded(_MODES[course.mode], asked.force),
            since=course.since,
            reasons=(*course.reasons, *past, asked.set),
            by=course.by if course.mode in ("alleged", "contested") else (),
            between=("kept", "broken") if course.mode == "contested" else (),
        )
    if asked.recurrence is not None:
        return _recurring(course, as_of, notice, begun)
    return _running(course, as_of, notice, begun)


def _kept(course: Course) -> Status:
    asked, h = course.asked, course.fulfilled[0]
    late = days_late(h, course.deadline) if not asked.continuing else None
    reasons = list(course.reasons)
    if late is not None and course.deadline and course.deadline.latest:
        limit = spelled(course.deadline.latest)
        reasons.insert(0, Reason("against-date", f"Its date was {limit}: {lateness(late)}.", h.claims + asked.deciding))
    return Status(
        state=worded("kept", asked.force),
        since=h.span.last if not asked.continuing else course.since,
        reasons=(*reasons, asked.set),
        late=late,
        so_far=asked.continuing,
    )


def days_late(h: Happening, deadline: When | None) -> tuple[int, int] | None:
    """Fewest and most days by which `h` came after the last day of `deadline`; None where either has no day."""
    if deadline is None or deadline.latest is None or h.span.last is None:
        return None
    most = (h.span.last - deadline.latest).days
    least = (h.span.first - deadline.latest).days if h.span.first else 0
    return max(0, least), max(0, most)


def _passed(course: Course, as_of: dt.date) -> tuple[Reason, ...]:
    latest = course.deadline.latest if course.deadline else None
    if latest is None or as_of <= latest or course.fulfilled:
        return ()
    return (Reason("date-passed", f"Its date, {spelled(latest)}, has passed.", course.asked.deciding),)


def _running(course: Course, as_of: dt.date, notice: dt.timedelta, begun: dt.date | None) -> Status:
    asked, deadline = course.asked, course.deadline
    floor = _later(begun, course.reset, course.since)  # in no state of this date before it was that date
    latest = deadline.latest if deadline else None
    if latest is None:
        state: State = "re-set" if course.was_reset else "open"
        words = "No day can be given by which it must be done, so none can pass."
        return _with(course, state, floor, Reason("no-bound", words, asked.deciding))
    if as_of > latest:
        words = f"Its last day was {spelled(latest)}, and nothing in this record had fulfilled it yet."
        state = worded("overdue", asked.force)
        since = _later(days_later(latest, 1), floor)
        return _with(course, state, since, Reason("past-latest-bound", words, asked.deciding))
    starts = days_later(latest, -notice.days)
    if deadline and deadline.earliest:
        starts = min(starts, deadline.earliest)
    words = f"Its last day is {spelled(latest)}; it is due from {spelled(starts)} on."
    if as_of >= starts:
        return _with(course, "due", _later(starts, floor), Reason("inside-notice", words, asked.deciding))
    state = "re-set" if course.was_reset else "open"
    return _with(course, state, floor, Reason("before-notice", words, asked.deciding))


def _later(*days: dt.date | None) -> dt.date | None:
    return max((day for day in days if day), default=None)


def _with(course: Course, state: State, since: dt.date | None, reason: Reason) -> Status:
    return Status(state=state, since=since, reasons=(reason, *course.reasons, course.asked.set))


def _recurring(course: Course, as_of: dt.date, notice: dt.timedelta, begun: dt.date | None) -> Status:
    """Each fulfilment counts for the earliest occurrence not yet fulfilled; what counts is the first one left."""
    asked = course.asked
    assert asked.recurrence is not None
    anchor, words = anchored(asked.recurrence, asked.made)
    done = len(course.fulfilled)
    try:
        every(asked.recurrence)
    except BadArgument as error:  # one that cannot be read spoils no other
        unread = Reason("no-bound", f"Its dates cannot be given: {error}", asked.claims)
        return _with(course, "kept" if done else "open", course.since or begun, unread)
    due = tuple(islice(due_days(asked.recurrence, anchor, dt.date.max), done + 1))
    counted = Reason("recurs", f"Due every {length_in_words(asked.recurrence.every)}, {words}.", asked.claims)
    if anchor is None or not due:
        unbound = Reason("no-bound", f"Its dates cannot be given: {words}.", asked.claims)
        return _with(course, "kept" if done else "open", course.since or begun, unbound)
    if done >= len(due):
        last = course.fulfilled[len(due) - 1]
        return Status(
            state=worded("kept", asked.force),
            since=last.span.last,
            reasons=(*course.reasons, counted, asked.set),
        )
    course.deadline = due[done]
    course.reasons.append(counted)
    status = _running(course, as_of, notice, _later(begun, course.fulfilled[-1].span.last) if done else begun)
    if status.state == "open" and done:
        return Status(
            state=worded("kept", asked.force),
            since=_later(course.fulfilled[-1].span.last, course.since),
            reasons=status.reasons,
            so_far=True,
        )
    return status
