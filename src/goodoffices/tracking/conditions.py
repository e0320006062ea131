"""What a provision waits for: whether it occurred, when, and what a relative deadline is counted from."""

import datetime as dt
import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.errors import BadDate
from goodoffices.tracking.around import Around, StatusOf
from goodoffices.tracking.asked import Asked
from goodoffices.tracking.days import Span, dated_in_words
from goodoffices.tracking.happenings import Happening, date_of, spans_of
from goodoffices.tracking.held import affirmed, held, ids, names_of
from goodoffices.tracking.states import Reason, Status
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.when import When, between, within

_LENGTH = re.compile(r"P(?=\d|T\d)[\dYMWDTH]+")


class Clock(Struct, frozen=True):
    """Whether a provision's clock runs: since when (None: not known), and the reasons; waiting where it does not."""

    runs: bool
    since: dt.date | None
    reasons: tuple[Reason, ...]


def clock(asked: Asked, happened: Sequence[Happening], near: Around, as_of: dt.date, status_of: StatusOf) -> Clock:
    """Whether what `asked` is conditional on had occurred by `as_of`. A sequence is no condition."""
    made = asked.made.latest if asked.made else None
    if not asked.conditional:
        return Clock(True, made, ())
    reasons, since = [], [made] if made else []
    occurred = [h for h in happened if h.does == "occurs"]
    if occurred:
        words = f"Its condition has occurred: {occurred[0].words}."
        since += [occurred[0].span.last] if occurred[0].span.last else []
        return Clock(True, max(since, default=None), (Reason("condition-occurred", words, occurred[0].claims),))
    runs = bool(asked.depends_on)
    for wanted in asked.depends_on:
        day, reason = _occurred(wanted, near, as_of, status_of, asked)
        reasons.append(reason)
        if reason.rule != "condition-occurred":
            runs = False
        elif day:
            since.append(day)
    if not asked.depends_on:
        words = f"Its condition, “{asked.condition}”, has not occurred as far as this record goes."
        reasons.append(Reason("condition-not-occurred", words, asked.claims))
    return Clock(runs, max(since, default=None) if runs else None, tuple(reasons))


def _occurred(
    wanted: str, near: Around, as_of: dt.date, status_of: StatusOf, asked: Asked
) -> tuple[dt.date | None, Reason]:
    if (event := near.events.get(wanted)) is not None:
        when, span, _ = date_of(event, near.rulings)
        said = ids(affirmed(held(event)))
        if said and span.last is not None and span.last <= as_of:
            words = f"What it waits for happened {dated_in_words(when)}."
            return span.last, Reason("condition-occurred", words, said)
        words = "What it waits for has not happened yet as far as this record goes."
        return None, Reason("condition-not-occurred", words, (*asked.claims, *said))
    if (other := near.tracked.get(wanted)) is not None:
        status = status_of(other)
        began = _began(other, near, as_of, status) if other.kind == "term" else None
        if began and status.state != "in force":
            stands = f"began {dated_in_words(began)} and is: {status.words(near.name)}"
            words = f"It waits for {_title(other)}, which {stands}."
            return began.latest, Reason("condition-occurred", words, (*asked.claims, *ids(held(other))))
        done = status.state in ("kept", "met", "in force")
        rule = "condition-occurred" if done else "condition-not-occurred"
        words = f"It waits for {_title(other)}, which is: {status.words(near.name)}."
        since = began.latest if began else status.since  # a hole or a suspension starts no clock anew
        return since if done else None, Reason(rule, words, (*asked.claims, *ids(held(other))))
    words = f"It waits for “{wanted}”, of which this record holds nothing."
    if asked.condition:
        words = f"Its condition, “{asked.condition}”, has not occurred as far as this record goes."
    return None, Reason("condition-not-in-record", words, asked.claims)


def _began(term: Matter, near: Around, as_of: dt.date, status: Status) -> When | None:
    """When a term began, in force or no longer: what waits for it has had its day."""
    if not {"not begun", "never set"}.isdisjoint((status.state, *status.between)):
        return None
    when, span, _ = date_of(term, near.rulings)
    return when if span.last is not None and span.last <= as_of else None


def _title(matter: Matter) -> str:
    contents = [r.claim.content for r in held(matter)]
    found = (str(getattr(c, "act", "") or getattr(c, "name", "")) for c in contents)
    return next((f"“{text}”" for text in found if text), f"another {matter.kind}")


def counted(asked: Asked, near: Around, status_of: StatusOf) -> tuple[Asked, ...]:
    """`asked` with a relative deadline ("within three months of the meeting") made a date, where the record holds the
    day of what it is counted from: an event, the beginning of a term, or the fulfilment of another provision. Where
    sources are at odds over that day, one version for each day they give.
    """
    deadline = asked.deadline
    if deadline is None or deadline.bounded or not deadline.anchor or not _LENGTH.fullmatch(deadline.value):
        return (asked,)
    event, other = near.events.get(deadline.anchor), near.tracked.get(deadline.anchor)
    spans: tuple[Span, ...] = ()
    if event is None and other is not None and other.kind == "term":
        event = other
    if event is not None:
        spans = spans_of(event, near.rulings)
    elif other is not None and not names_of(other) & set(asked.claims):
        status = status_of(other)
        if status.state in ("kept", "met"):
            spans = (Span(status.since, status.since),)
    behind = event or other
    deciding = (*asked.deciding, *(ids(affirmed(held(behind))) if behind else ()))
    found = []
    for number, span in enumerate(s for s in spans if s.last is not None):
        start = between(span.first, span.last)
        try:
            date = within(deadline.value, start, basis=deadline.basis, anchor_id=deadline.anchor)
        except BadDate:  # the calendar ends before
            continue
        found.append(replace(asked, deadline=date, source=(*asked.source, number), deciding=deciding))
    return tuple(found) or (asked,)


def follows(asked: Asked, near: Around, status_of: StatusOf) -> tuple[Reason, ...]:
    """What it is to follow in sequence: said, never held against it."""
    found = []
    for wanted in asked.after:
        other = near.tracked.get(wanted)
        if other is not None:
            stands = f"In sequence it follows {_title(other)}, which is: {status_of(other).words(near.name)}."
            words = f"{stands} A sequence is no condition."
            found.append(Reason("sequence", words, (*asked.claims, *ids(held(other)))))
    return tuple(found)
