"""Where parties stand to texts: their answers on a day, from the record."""

import datetime as dt

from goodoffices.desk.affairs.status import counted
from goodoffices.record import Snapshot
from goodoffices.tracking import Answer, answers


def answered(snapshot: Snapshot, as_of: dt.date, *, proposals: bool = False) -> tuple[Answer, ...]:
    """The answer of each party to each text on `as_of`; with `proposals`, those count too.

    `snapshot` should be taken as of the same day.
    """
    states = counted(proposals)
    given = snapshot.matters("acceptance", states)
    if not given:
        return ()
    return answers(
        given,
        as_of=as_of,
        events=snapshot.matters("event", states),
        rulings=[c.ruling for c in snapshot.conflicts() if c.ruling],
        name=snapshot.parties().name,
    )
