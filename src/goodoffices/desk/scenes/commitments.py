"""Commitments on a time axis: those with a last day, the nearest to the day that is asked."""

import datetime as dt
from collections.abc import Sequence

from goodoffices.briefs.marks import mark
from goodoffices.desk.affairs.status import Standing, leading, named, subject
from goodoffices.pictures import Picture
from goodoffices.pictures.commitments import Owed, Sign, commitments
from goodoffices.pictures.marks import Role
from goodoffices.tracking import Status
from goodoffices.tracking.days import spelled
from goodoffices.tracking.look import NOTICE
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.kinds import Provision
from goodoffices.vocabulary.party import Parties

YEARS = 10  # to both sides of the day
SHOWN = 16  # rows; more would not be seen apart on a page
DONE = ("kept", "met", "partly kept", "partly met")
PASSED = ("overdue", "target date passed")
SETTLED = (*DONE, "broken", "not heeded", "withdrawn", "superseded", "lapsed")
TONES: dict[str, Role] = {
    "passed": "loss",
    "due": "due",
    "open": "accent",
    "done": "gain",
    "disputed": "disputed",
    "quiet": "quiet",
}


def of_commitments(owed: Sequence[Standing], as_of: dt.date, parties: Parties) -> Picture | None:
    """Provisions with a last day, up to SHOWN of them near the day, in order; None where none has one."""
    dated = [one for matter, status in owed if (one := _owed(matter, status, parties))]
    if not dated:
        return None
    near = [one for one in dated if abs(one.last.year - as_of.year) <= YEARS] or dated
    nearest = sorted(near, key=lambda one: (abs((one.last - as_of).days), one.ref))[:SHOWN]
    shown = sorted(nearest, key=lambda one: (one.last, one.ref))
    left = len(dated) - len(shown)
    note = f"The {len(shown)} nearest to the day are drawn; {left} lie further off. " if left else ""
    note += "What was called for or expected may pass its date without reproach; what was undertaken may not."
    finding = _finding([status for _, status in owed], dated, as_of)
    title = "Commitments and their last days"
    return commitments(title, finding, note, shown, as_of, f"as of {spelled(as_of)}", NOTICE)


def _finding(found: Sequence[Status], dated: Sequence[Owed], as_of: dt.date) -> str:
    passed = sum(one.passed for one in dated)
    ahead = [one for one in dated if one.last >= as_of and one.settled is None]
    done = sum(one.state.startswith(DONE) for one in dated)
    soonest = f"{len(ahead)} ahead, the next on {spelled(min(one.last for one in ahead))}" if ahead else "none ahead"
    return (
        f"{len(dated)} of {len(found)} commitments have a last day: it passed for {passed} with nothing recorded as "
        f"done, {done} done in full or part, {soonest}."
    )


def _owed(matter: Matter, status: Status, parties: Parties) -> Owed | None:
    held = [r.claim for r in matter.claims if r.claim.attribution.polarity == "affirmed"]
    asked = [claim.content for claim in held if isinstance(claim.content, Provision)]
    readings = [r for content in asked if content.deadline for r in content.deadline.readings()]
    windows = tuple(dict.fromkeys((r.earliest, r.latest) for r in readings if r.latest))
    if not windows:
        return None
    valid = [day for claim in held if claim.valid for r in claim.valid.readings() if (day := r.latest or r.earliest)]
    look = mark(status.state)
    return Owed(
        what=subject(matter, parties),
        who=named(_bound(matter), parties),
        state=status.words(parties.name),
        sign=Sign(look.shape, look.filled, TONES[look.tone]),
        ref=f"m-{matter.id}",
        set_on=min(valid, default=None),
        windows=windows,
        settled=status.since if status.state in SETTLED else None,
        passed=status.state in PASSED,
    )


def _bound(matter: Matter) -> tuple[str, ...]:
    content = leading(matter).claim.content
    return content.addressees if isinstance(content, Provision) else ()
