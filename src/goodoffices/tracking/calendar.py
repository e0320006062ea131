"""What stands in the calendar: deadlines, recurrences, expiries and reviews, each with its day."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from goodoffices.errors import BadArgument
from goodoffices.tracking.around import Around
from goodoffices.tracking.asked import Asked, asked
from goodoffices.tracking.conditions import counted
from goodoffices.tracking.course import Course
from goodoffices.tracking.days import when_in_words
from goodoffices.tracking.happenings import happenings, takes
from goodoffices.tracking.held import affirmed, held, names_of
from goodoffices.tracking.look import Look
from goodoffices.tracking.recurrence import Occurrence, occurrences
from goodoffices.tracking.states import Status
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.content import NameOf
from goodoffices.vocabulary.kinds import Provision, Term
from goodoffices.vocabulary.when import When


class Entry(Struct, frozen=True, kw_only=True):
    """One dated thing to watch. uid: stays the same as long as matter, kind, number and reading do; day: its last day;
    what: a few words; words: a sentence with what the day rests on; question: that the day is one of several readings.
    """

    uid: str
    kind: Literal["deadline", "occurrence", "expiry", "review"]
    day: dt.date
    matter: str
    what: str
    words: str
    claims: tuple[str, ...]
    question: bool = False


def calendar(
    provisions: Sequence[Matter],
    terms: Sequence[Matter] = (),
    *,
    since: dt.date,
    until: dt.date,
    events: Sequence[Matter] = (),
    rulings: Sequence[Ruling] = (),
    name: NameOf = str,
) -> tuple[Entry, ...]:
    """Every dated deadline, occurrence, review and expiry from `since` to `until`, both included, by day.

    Deadlines are those in force on `since`: as re-set by what had happened by then, none for what was then done with.
    An entry for each reading or source that gives another day.
    """
    near = Around(events, [*provisions, *terms], rulings, name)
    look = Look(near, since)
    found: dict[str, Entry] = {}
    for provision in provisions:
        for entry in (*_deadlines(provision, near, look, since), *_of_provision(provision, until)):
            found.setdefault(entry.uid, entry)
    for term in terms:
        for entry in _of_term(term, near):
            found.setdefault(entry.uid, entry)
    inside = (e for e in found.values() if since <= e.day <= until)
    return tuple(sorted(inside, key=lambda e: (e.day, e.kind, e.what, e.uid)))


def _over(found: Status) -> bool:
    done = found.state in ("kept", "met", "withdrawn", "superseded", "lapsed", "broken", "not heeded")
    return done and not found.so_far


def _deadlines(provision: Matter, near: Around, look: Look, since: dt.date) -> Iterator[Entry]:
    names = names_of(provision)
    if _over(look.status_or_cycle(provision)):
        return
    happened = takes(happenings(names, near.acting_on(names), near.rulings, near.name), since)[0][2]
    versions = [one for v in asked(provision, near.rulings) for one in counted(v, near, look.status_or_cycle)]
    days: dict[dt.date, tuple[Asked, When]] = {}
    for version in versions:
        deadline = Course(version, (), near.name).follow(happened).deadline
        if version.recurrence is None and deadline and deadline.latest:
            days.setdefault(deadline.latest, (version, deadline))
    for day, (version, deadline) in days.items():
        basis = f" (“{deadline.basis}”)" if deadline.basis else ""
        yield Entry(
            uid=f"{provision.id}:deadline:{day}",
            kind="deadline",
            day=day,
            matter=provision.id,
            what=version.act or "deadline",
            words=f"Last day of: {version.act or 'a provision'}{basis}.",
            claims=version.deciding,
            question=len(days) > 1,
        )


def _of_provision(provision: Matter, until: dt.date) -> Iterator[Entry]:
    act = next((v.act for v in asked(provision)), "")
    for occurrence in _occurring(provision, until):
        for reading, when in enumerate(occurrence.due.readings()):
            yield _entry(
                provision, "occurrence", when, act, f"{act} ({occurrence.anchor}).", occurrence.claims,
                f"{occurrence.number}.{reading}", question=occurrence.due.open_question,
            )  # fmt: skip
    for r in affirmed(held(provision)):
        content = r.claim.content
        if isinstance(content, Provision) and content.review and content.review.latest:
            words = f"Review of: {act or 'a provision'}."
            yield _entry(provision, "review", content.review, act, words, (r.claim.id,), str(content.review.latest))


def _occurring(provision: Matter, until: dt.date) -> tuple[Occurrence, ...]:
    try:
        return occurrences(provision, until=until)
    except BadArgument:  # its step cannot be read: its status says so
        return ()


def _of_term(term: Matter, near: Around) -> Iterator[Entry]:
    for r in affirmed(held(term)):
        content = r.claim.content
        if not isinstance(content, Term):
            continue
        title = content.name or content.what
        if content.review_due and content.review_due.latest:
            words = f"Review of: {title}. A review date is no expiry."
            yield _entry(
                term, "review", content.review_due, title, words, (r.claim.id,), str(content.review_due.latest)
            )
        for when in (content.until, *(i.until for i in content.instruments)):
            if when and when.latest:
                yield _expiry(term, when, title, (r.claim.id,))
    title = next((c.name or c.what for r in held(term) if isinstance(c := r.claim.content, Term)), "term")
    for h in happenings(names_of(term), near.acting_on(names_of(term)), near.rulings):
        if h.does in ("extends", "resets") and h.until and h.until.latest:
            yield _expiry(term, h.until, title, h.claims)


def _expiry(term: Matter, when: When, title: str, claims: tuple[str, ...]) -> Entry:
    words = f"{title}: ends {when_in_words(when).removeprefix('by ')} unless extended."
    return _entry(term, "expiry", when, title, words, claims, str(when.latest))


def _entry(
    matter: Matter,
    kind: Literal["occurrence", "expiry", "review"],
    when: When,
    what: str,
    words: str,
    claims: tuple[str, ...],
    part: str,
    *,
    question: bool = False,
) -> Entry:
    assert when.latest is not None
    return Entry(
        uid=f"{matter.id}:{kind}:{part}",
        kind=kind,
        day=when.latest,
        matter=matter.id,
        what=what or kind,
        words=words,
        claims=claims,
        question=question,
    )
