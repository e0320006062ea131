"""What wants somebody's attention today: what falls due, what has passed, what nobody has looked at or ruled on."""

import datetime as dt

from msgspec import Struct

from goodoffices.desk.advice.window import pressing
from goodoffices.desk.affairs.status import Affairs, Line, counted
from goodoffices.record import Snapshot

AHEAD = dt.timedelta(days=14)
ALIVE = ("open", "due", "in force", "conditional", "re-set", "not begun", "suspended")


class Today(Struct, frozen=True, kw_only=True):
    """due: what falls due or ends within 14 days, nearest first; passed: what passed its date or was broken within two
    years, the latest first; unsettled: what is disputed or can be read two ways; waiting: proposals nobody reviewed;
    unread: documents nobody read; undated: documents of which nobody knows when they became public; apart, together:
    disagreements and convergences by trend; new: entries of the log since the one last looked at.
    """

    due: tuple[Line, ...]
    passed: tuple[Line, ...]
    unsettled: tuple[Line, ...]
    waiting: int
    unread: int
    undated: int
    apart: dict[str, int]
    together: dict[str, int]
    new: int


def today(snapshot: Snapshot, whole: Snapshot, affairs: Affairs, *, seen: int, proposals: bool = False) -> Today:
    """What wants attention on the day of `affairs`. whole: the same view for all time, as what waits for review waits
    whatever day it speaks of; seen: the last entry of the log that was looked at.
    """
    near, _ = pressing(affairs)
    lines = (*near.provisions, *near.terms)
    passed = ("overdue", "broken", "alleged broken", "target date passed", "not heeded", "alleged not heeded")
    everything = (*affairs.provisions, *affairs.terms)
    ahead = (x for x in everything if x.status.state in ALIVE and _soon(x, affairs.as_of))
    return Today(
        due=tuple(sorted(ahead, key=lambda x: (x.last or dt.date.max, x.matter))),
        passed=tuple(sorted((x for x in lines if x.status.state in passed), key=_latest_first)),
        unsettled=tuple(x for x in lines if x.status.state in ("disputed", "open question")),
        waiting=whole.count(states={"proposed"}),
        unread=snapshot.count_unread(),
        undated=snapshot.count_undated_documents(),
        apart=_trends(snapshot, "disagreement", proposals),
        together=_trends(snapshot, "convergence", proposals),
        new=max(0, snapshot.seq - seen),
    )


def _soon(line: Line, as_of: dt.date) -> bool:
    return line.last is not None and as_of <= line.last <= as_of + AHEAD


def _latest_first(line: Line) -> tuple[int, str]:
    return (-(line.status.since or dt.date.min).toordinal(), line.matter)


def _trends(snapshot: Snapshot, kind: str, proposals: bool) -> dict[str, int]:
    found: dict[str, int] = {}
    for reviewed in snapshot.claims(kind, counted(proposals)):
        trend = str(reviewed.claim.attribute("trend"))
        found[trend] = found.get(trend, 0) + 1
    return dict(sorted(found.items()))
