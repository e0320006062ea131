"""Duties that fall due again and again: their dated occurrences, with what they are counted from."""

import datetime as dt
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta
from msgspec import Struct
from msgspec.structs import replace

from goodoffices.errors import BadArgument, BadDate
from goodoffices.tracking.asked import contents
from goodoffices.tracking.days import when_in_words
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.kinds import Recurrence
from goodoffices.vocabulary.when import When, duration, on_day, shifted

_ANY_DAY = dt.date(2000, 1, 1)
_MOST = 10_000  # occurrences of one duty: a daily one for 27 years


class Occurrence(Struct, frozen=True, kw_only=True):
    """The `number`th time (from 1) that a duty falls due; `anchor` says in words what it is counted from."""

    number: int
    due: When
    anchor: str
    claims: tuple[str, ...]


def occurrences(provision: Matter, *, until: dt.date) -> tuple[Occurrence, ...]:
    """The occurrences of a recurring provision up to and including `until` or its own end, whichever is earlier.

    Counted from its anchor; where it names none, from the day it was made, which the words then say is assumed. Empty
    where it does not recur, or nothing gives a day to count from. Raises BadArgument for a step of no length.
    """
    for r, content in contents(provision):
        if content.recurrence is not None:
            anchor, words = anchored(content.recurrence, r.claim.valid)
            days = due_days(content.recurrence, anchor, until)
            return tuple(
                Occurrence(number=number, due=due, anchor=words, claims=(r.claim.id,))
                for number, due in enumerate(days, 1)
            )
    return ()


def anchored(recurrence: Recurrence, made: When | None) -> tuple[When | None, str]:
    """What a recurrence is counted from, and that in words."""
    if recurrence.since is not None and recurrence.since.bounded:
        return recurrence.since, f"counted from {when_in_words(recurrence.since)}"
    if made is not None and made.bounded:
        return made, f"counted from {when_in_words(made)}, the day it was made (assumed: no other day is given)"
    return None, "nothing says from when it is counted"


def every(recurrence: Recurrence) -> relativedelta:
    """The step from one occurrence to the next; BadArgument for none of a day or more."""
    try:
        step = duration(recurrence.every)
        stands_still = shifted(_ANY_DAY, recurrence.every) == _ANY_DAY or step.normalized().hours
    except BadDate:
        stands_still = True
    if stands_still:
        raise BadArgument("a duty recurs after a day or more", recurrence.every, "Give its step as P6M or P1W.")
    return step


def due_days(recurrence: Recurrence, anchor: When | None, until: dt.date) -> Iterator[When]:
    """The days it falls due, in order; each with its other readings where the anchor has some."""
    step = every(recurrence)
    starts = [r.latest for r in anchor.readings() if r.latest] if anchor else []
    end = min(until, recurrence.until.latest) if recurrence.until and recurrence.until.latest else until
    for number in range(1, _MOST + 1):
        try:
            first, *others = [on_day(start + step * number) for start in starts]  # not step by step: 31 May stays
        except (ValueError, OverflowError):  # no starts, or the calendar ends
            return
        if first.latest is None or first.latest > end:
            return
        yield replace(first, alternatives=tuple(others), basis=recurrence.every)
