"""What is owed and what ends as an iCalendar file (RFC 5545): all-day events, each with an alarm before its day."""

import datetime as dt
from collections.abc import Iterable

from icalendar import Alarm, Calendar, Event

from goodoffices.tracking import Entry

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
    event.add("dtend", entry.day + dt.timedelta(days=1))
    event.add("summary", f"{LABELS[entry.kind]}: {entry.what}{question}")
    event.add("description", f"{entry.words}\nClaims: {', '.join(entry.claims)}")
    event.add("categories", [entry.kind])
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -dt.timedelta(days=notice))
    alarm.add("description", f"{LABELS[entry.kind]} in {notice} days: {entry.what}")
    event.add_component(alarm)
    return event
