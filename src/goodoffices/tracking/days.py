"""Days in words and in bounds."""

import datetime as dt
from functools import lru_cache

from msgspec import Struct

from goodoffices.vocabulary.when import When, duration

# Not the locale's: the same brief on every machine.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Span(Struct, frozen=True):
    """The first and the last day on which something can have happened; None: nobody says."""

    first: dt.date | None
    last: dt.date | None


@lru_cache(maxsize=65_536)
def spelled(day: dt.date) -> str:
    """A day as the papers of the field write it: 19 March 2010."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def when_in_words(when: When) -> str:
    """What a `When` says, in words: "19 March 2010, 07:00", "March 2010", "by 19 July 2010", "on a day not given"."""
    first, last = when.earliest, when.latest
    if first and first == last:
        return spelled(first) + (f", {when.clock:%H:%M}" if when.clock else "")
    if first and last:
        return _period(first, last)
    if last:
        return f"by {spelled(last)}"
    if first:
        return f"from {spelled(first)} on"
    return f"“{when.basis}”, which gives no day" if when.basis else "on a day not given"


def _period(first: dt.date, last: dt.date) -> str:
    next_day = last + dt.timedelta(days=1) if last < dt.date.max else None
    if first.day == 1 and next_day and next_day.day == 1 and first.year == last.year:
        if (first.month, last.month) == (1, 12):
            return str(first.year)
        if first.month == last.month:
            return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{spelled(first)} to {spelled(last)}"


def dated_in_words(when: When) -> str:
    """The same as the end of a sentence about what happened: "on 2 September 2010", "in June 2023"."""
    if when.earliest and when.earliest == when.latest:
        return f"on {when_in_words(when)}"
    if when.earliest and when.latest:
        words = _period(when.earliest, when.latest)
        return f"between {words.replace(' to ', ' and ')}" if " to " in words else f"in {words}"
    return when_in_words(when)


def length_in_words(length: str) -> str:
    """An ISO 8601 duration in words: "P6M" is "6 months", "P1W" "week"; raises BadDate for what is none."""
    step = duration(length)
    weeks = step.days // 7 if step.days % 7 == 0 else 0
    days = 0 if weeks else step.days
    counted = {"year": step.years, "month": step.months, "week": weeks, "day": days, "hour": step.hours}
    parts = [f"{n} {unit}s" if n > 1 else unit for unit, n in counted.items() if n]
    return " and ".join(parts) or length


def day_of(as_of: dt.date) -> dt.date:
    """The day of a date or of a moment."""
    return as_of.date() if isinstance(as_of, dt.datetime) else as_of


def days_later(day: dt.date, days: int) -> dt.date:
    """`day` moved by whole days, held at the ends of the calendar rather than falling off it."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return dt.date.max if days > 0 else dt.date.min
