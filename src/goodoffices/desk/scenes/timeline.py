"""Documents, and what they date, in lanes: the latest of each kind."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from goodoffices.desk.affairs.rows import source
from goodoffices.desk.affairs.status import counted
from goodoffices.desk.affairs.timeline import DATED
from goodoffices.desk.evidence import words
from goodoffices.errors import clipped
from goodoffices.pictures import Picture
from goodoffices.pictures.timeline import Lane, Moment
from goodoffices.pictures.timeline import timeline as drawn
from goodoffices.record import Snapshot
from goodoffices.tracking.days import spelled
from goodoffices.vocabulary.kinds import KINDS

MOST = 1000  # of each kind, the latest: as many as a page can be asked to wait for


def of_timeline(
    snapshot: Snapshot, as_of: dt.date, kinds: Sequence[str] = DATED, *, proposals: bool = False
) -> Picture | None:
    """Lanes of documents and of these kinds of dated claims; None where nothing bears a day."""
    states = counted(proposals)
    lanes = [_documents(snapshot, as_of), *(_claims(snapshot, kind, proposals) for kind in kinds)]
    lanes = [lane for lane in lanes if lane.moments]
    if not lanes:
        return None
    full = [kind for kind in kinds if snapshot.count_dated((kind,), states) > MOST]
    note = f"A number stands for so many that fall together. {f'Of each kind the latest {MOST:,}. ' if full else ''}"
    note += "What is absent from this record is not thereby absent from the world."
    return drawn("What happened, and what was written", _finding(lanes), note, lanes, as_of, f"as of {spelled(as_of)}")


def _documents(snapshot: Snapshot, as_of: dt.date) -> Lane:
    found = [(day, d) for d in snapshot.documents() if d.dated and (day := d.dated.earliest or d.dated.latest)]
    found = [pair for pair in found if pair[0] <= as_of]
    latest = sorted(found, key=lambda pair: (pair[0], pair[1].id), reverse=True)[:MOST]
    moments = (Moment(day=day, says=source(d).title, ref=f"d-{d.id}", list_ref="d-") for day, d in latest)
    return Lane(name="Documents", moments=tuple(moments))


def _claims(snapshot: Snapshot, kind: str, proposals: bool) -> Lane:
    found = snapshot.dated((kind,), counted(proposals), latest_first=True, limit=MOST)
    moments = []
    for n, reviewed in enumerate(found):
        valid = reviewed.claim.valid
        day = (valid.earliest or valid.latest) if valid else None
        if day:
            says = clipped(words(reviewed.claim))
            moments.append(Moment(day=day, says=says, ref=f"k-{reviewed.claim.id}", list_ref=f"t-{kind}:{n}"))
    return Lane(name=KINDS[kind].plural, moments=tuple(moments))


def _finding(lanes: Sequence[Lane]) -> str:
    days = sorted(moment.day for lane in lanes for moment in lane.moments)
    years = Counter(day.year for day in days)
    fullest = max(years, key=lambda year: (years[year], year))
    span, most = f"from {days[0].year} to {days[-1].year}", years[fullest]
    said = f"{len(days):,} dated things {span}; most fall in {fullest}, {most} of them"
    wide = max(pairwise(days), key=lambda pair: pair[1] - pair[0], default=None)
    if wide and (wide[1] - wide[0]).days > 365:
        said += f". The longest silence of this record is from {spelled(wide[0])} to {spelled(wide[1])}"
    return f"{said}."
