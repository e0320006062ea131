"""What is owed and what ends as an iCalendar file (RFC 5545): all-day events, each with an alarm before its day."""

import datetime as dt
import re
from collections.abc import Iterable

from icalendar import Alarm, Calendar, Event

from goodoffices.tracking import Entry

_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x0c\\x0e-\\x1f\\x7f]")  # which RFC 5545 (3.3.11) lets no text hold
LABELS = {"deadline": "Last day", "occurrence": "Due again", "expiry": "Ends", "review": "Review"}


def write(entries: Iterable[Entry], *, name: str, stamp: dt.datetime, notice: int = 7) -> bytes:
    """The calendar. name: of the case; stamp: when it was written; notice: days before the day that the alarm sounds.

    An event keeps its UID as long as the entry does, so that a calendar program moves it instead of doubling it.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Good Offices//goodoffices//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry, stamp, notice))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, stamp: dt.datetime, notice: int) -> Event:
    question = " (one of several readings)" if entry.question else ""
    event = Event()
    event.add("uid", f"{entry.uid}@goodoffices")
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.day)
    if entry.day < dt.date.max:  # without an end it is of one day too
        event.add("dtend", entry.day + dt.timedelta(days=1))
    event.add("summary", _text(f"{LABELS[entry.kind]}: {entry.what}{question}"))
    event.add("description", _text(f"{entry.words}\nClaims: {', '.join(entry.claims)}"))
    event.add("categories", [entry.kind])
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -dt.timedelta(days=notice))
    alarm.add("description", _text(f"{LABELS[entry.kind]} in {notice} days: {entry.what}"))
    event.add_component(alarm)
    return event


def _text(words: str) -> str:
    return _CONTROL.sub("", words)
