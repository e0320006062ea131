"""The calendar of a case: deadlines, recurrences, expiries and reviews from one day to another."""

import datetime as dt

from goodoffices.desk.affairs.status import counted
from goodoffices.errors import BadArgument
from goodoffices.record import Snapshot
from goodoffices.tracking import Entry
from goodoffices.tracking import calendar as dated


def calendar(snapshot: Snapshot, since: dt.date, until: dt.date, *, proposals: bool = False) -> tuple[Entry, ...]:
    """Every dated thing to watch from `since` to `until`, both included; `snapshot` should be taken as of `since`.

    With `proposals`, those not yet reviewed count too. BadArgument where `until` lies before `since`.
    """
    if until < since:
        raise BadArgument("a calendar ends on or after the day it begins", f"{since} to {until}", "Swap the days.")
    states = counted(proposals)
    happened = [m for kind in ("event", "meeting", "decision") for m in snapshot.matters(kind, states=states)]
    return dated(
        snapshot.matters("provision", states=states),
        snapshot.matters("term", states=states),
        since=since,
        until=until,
        events=happened,
        rulings=[c.ruling for c in snapshot.conflicts() if c.ruling],
        name=snapshot.parties().name,
    )
