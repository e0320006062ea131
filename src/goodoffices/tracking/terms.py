"""Where a term stands on a date: in force, over, or in a hole that no instrument covers."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import product

from goodoffices.tracking.around import Around
from goodoffices.tracking.chain import Chain, Moment
from goodoffices.tracking.days import day_of, spelled
from goodoffices.tracking.happenings import Happening, happenings, takes
from goodoffices.tracking.held import affirmed, as_ruled, held, ids, names_of
from goodoffices.tracking.interruptions import Interruption, interrupted
from goodoffices.tracking.pooled import bounds, doubts, pooled
from goodoffices.tracking.readings import Way, settled
from goodoffices.tracking.states import Reason, State, Status
from goodoffices.tracking.watched import end_of
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.content import NameOf
from goodoffices.vocabulary.kinds import Term

_ENDED: dict[str, State] = {"broken": "alleged broken", "replaced": "superseded", "unknown": "ended"}


def term_status(
    term: Matter,
    *,
    as_of: dt.date,
    events: Sequence[Matter] = (),
    rulings: Sequence[Ruling] = (),
    name: NameOf = str,
) -> Status:
    """Where `term` stands at the end of the day `as_of`, or at that moment where a datetime is given.

    Its chain is pooled from all its sources and from the events that extend it, whenever they were made: a later
    instrument shows that an earlier stretch without one is a hole. In a hole it is unknown, never in force. A review
    date ends nothing. That it was broken is an allegation until somebody who may has ruled. Where sources differ on
    its bounds and that decides, it is disputed. Raises BadArgument for a matter without claims.
    """
    return status_in(Around(events, (), rulings, name), term, as_of)


def status_in(near: Around, term: Matter, as_of: dt.date) -> Status:
    """The same in surroundings that were gone through once."""
    ruled, names, day = as_ruled(term, near.rulings), names_of(term), day_of(as_of)
    claims = tuple(r for r in affirmed(held(ruled)) if isinstance(r.claim.content, Term))
    if not claims:
        return _no_claim(ruled)
    happened = happenings(names, near.acting_on(names), near.rulings, near.name)
    extending = tuple(h for h in happened if h.does in ("extends", "resets"))
    acting = tuple(h for h in happened if h not in extending)
    versions = enumerate(bounds(term, claims, extending, near.rulings))
    ways = []
    for (source, bound), (heard, sure, chosen), trusting, wide in product(
        versions, takes(acting, day), doubts(extending), (False, True)
    ):
        carried = tuple(h for h in extending if trusting or not h.doubt)
        found = _on(pooled(claims, bound, carried, wide), claims, chosen, as_of, near.name)
        ways.append(Way(found, source, 0, heard and trusting, sure and not wide, bound.words, "", bound.claims))
    denied = ids(r for r in held(ruled) if r.claim.attribution.polarity == "denied")
    return settled(ways, happened, denied, day, near.name)


def _moment(as_of: dt.date, claims: Sequence[Reviewed]) -> Moment:
    """`as_of` on the term's own clock: in its zone where a source gives one, else as it is written."""
    if isinstance(as_of, dt.datetime):
        terms = [r.claim.content for r in claims if isinstance(r.claim.content, Term)]
        clocks = [w.clock for t in terms for w in (t.begins, t.until) if w and w.clock and w.clock.tzinfo]
        local = as_of.astimezone(clocks[0].tzinfo) if clocks and as_of.tzinfo else as_of
        return local.replace(tzinfo=None)
    return end_of(as_of)


def _on(built: Chain, claims: Sequence[Reviewed], chosen: Sequence[Happening], as_of: dt.date, name: NameOf) -> Status:
    moment, day = _moment(as_of, claims), day_of(as_of)
    everything = ids(claims)
    notes = tuple(_links(built)) + tuple(_reviews(claims, day))
    stopped = interrupted(chosen, name)
    if not built.links and built.end is not None and moment >= built.end:
        return _over(built.end, claims, stopped, notes)  # it is over, whenever it began
    if not built.links:
        words = "Its beginning is not recorded."
        return Status(state="unknown", since=None, reasons=(Reason("no-beginning", words, everything), *notes))
    if moment < min(x.start for x in built.links):
        words = f"It had not begun yet: it runs from {_spelled(min(x.start for x in built.links))}."
        return Status(state="not begun", since=None, reasons=(Reason("before-beginning", words, everything), *notes))
    if stopped.final or (stopped.state and built.carrying(moment)):
        return _stopped(stopped, notes)
    if built.carrying(moment):
        return _in_force(built, moment, stopped, notes)
    if built.end is not None and moment >= built.end:
        return _further(built, built.end, notes) or _over(built.end, claims, stopped, notes)
    hole = max(x.end for x in built.links if x.end and x.end <= moment)
    following = min((x.start for x in built.links if x.start > moment), default=built.end)
    assert following is not None  # else its end were behind this moment
    words = f"No instrument found covers {_spelled(hole)} to {_last(following)}, though one is recorded beyond that."
    return Status(state="unknown", since=hole.date(), reasons=(Reason("no-instrument", words, everything), *notes))


def _stopped(stopped: Interruption, notes: tuple[Reason, ...]) -> Status:
    assert stopped.state is not None
    return Status(state=stopped.state, since=stopped.since, reasons=(*stopped.reasons, *notes), by=stopped.by)


def _in_force(built: Chain, moment: Moment, stopped: Interruption, notes: tuple[Reason, ...]) -> Status:
    since = built.begun(moment)
    until = "no end is recorded" if built.end is None else f"its last recorded end is {_last(built.end)}"
    claims = tuple(dict.fromkeys(c for x in built.carrying(moment) for c in x.claims))
    words = f"Carried by: {'; '.join(x.words for x in built.carrying(moment))}. In all, {until}."
    reason = Reason("inside-chain", words, claims)
    day = max((d for d in (since and since.date(), stopped.since) if d), default=None)
    return Status(state="in force", since=day, reasons=(reason, *stopped.reasons, *notes))


def _further(built: Chain, end: Moment, notes: tuple[Reason, ...]) -> Status | None:
    """Where it was extended beyond its last recorded end and nobody says until when."""
    if built.unended is None:
        return None
    words = f"It was extended ({built.unended.what}) beyond {_last(end)}; until when is not recorded."
    return Status(state="unknown", since=end.date(), reasons=(Reason("unended", words, built.unended.claims), *notes))


def _over(end: Moment, claims: Sequence[Reviewed], stopped: Interruption, notes: tuple[Reason, ...]) -> Status:
    how = next(
        (r.claim.content.ended for r in claims if isinstance(r.claim.content, Term) and r.claim.content.ended), ""
    )
    state = _ENDED.get(how, "expired")
    words = f"Its last recorded end was {_last(end)}."
    if how == "broken":
        words += " Its source says that it ended by being broken; nobody who may say so has ruled."
    elif how == "unknown":
        words += " How it ended is not known."
    reasons = (Reason("after-last-end", words, ids(claims)), *stopped.reasons, *notes)
    return Status(state=state, since=end.date(), reasons=reasons)


def _links(built: Chain) -> Iterator[Reason]:
    for link in built.links:
        yield Reason("link", f"{link.words[:1].upper()}{link.words[1:]}.", link.claims)


def _reviews(claims: Sequence[Reviewed], day: dt.date) -> Iterator[Reason]:
    for r in claims:
        content = r.claim.content
        if isinstance(content, Term) and content.review_due and content.review_due.latest:
            due = content.review_due.latest
            tense = "was" if due < day else "is"
            yield Reason(
                "review", f"A review {tense} due by {spelled(due)}; a review date is no expiry.", (r.claim.id,)
            )


def _last(end: Moment) -> str:
    """The last day of what ends just before `end`, or the clock time at which it ends."""
    return spelled(end.date() - dt.timedelta(days=1)) if end.time() == dt.time() else _spelled(end)


def _spelled(moment: Moment) -> str:
    return spelled(moment.date()) + ("" if moment.time() == dt.time() else f", {moment:%H:%M}")


def _no_claim(term: Matter) -> Status:
    standing = held(term) or term.claims
    words = "No source in this record says, without an if, that it was set."
    return Status(state="unknown", since=None, reasons=(Reason("not-affirmed", words, ids(standing)),))
