"""Matters and claims made by hand, as short as a test can read them."""

import datetime as dt
from typing import Any

from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Claim, Matter, Reviewed, ReviewState
from goodoffices.vocabulary.kinds import AnyContent, Effect, Event, Instrument, Provision, Term
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.when import When, on_day

ENTERED = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def on(text: str, clock: str = "") -> When:
    return on_day(day(text), dt.time.fromisoformat(clock) if clock else None)


def by(text: str, basis: str = "") -> When:
    return When(latest=day(text), precision="interval", basis=basis)


def claimed(
    content: AnyContent,
    *,
    id: str,
    valid: When | None = None,
    state: ReviewState = "accepted",
    published: When | None = None,
    attribution: Attribution | None = None,
    seq: int = 1,
) -> Reviewed:
    claim = Claim(
        id=id,
        content=content,
        quotes=(Quote("doc", 0, 1, "x"),),
        valid=valid,
        attribution=attribution or Attribution(),
    )
    return Reviewed(claim=claim, matter="", state=state, by="editor", at=ENTERED, seq=seq, published=published)


def matter(id: str, *claims: Reviewed) -> Matter:
    return Matter(id=id, kind=claims[0].claim.kind if claims else "provision", claims=claims)


def provision(id: str = "p", made: When | None = None, **fields: Any) -> Matter:
    """A provision of one claim, "<id>.1"."""
    return matter(id, claimed(Provision(**fields), id=f"{id}.1", valid=made))


def term(id: str = "t", **fields: Any) -> Matter:
    """A term of one claim, "<id>.1"."""
    return matter(id, claimed(Term(**fields), id=f"{id}.1"))


def event(
    id: str,
    when: When | None,
    does: str = "",
    to: str = "p",
    *,
    what: str = "",
    actor: str = "",
    published: When | None = None,
    attribution: Attribution | None = None,
    **effect: Any,
) -> Matter:
    """An event of one claim, "<id>.1", with one effect."""
    effects = (Effect(on=to, does=does, **effect),) if does else ()  # type: ignore[arg-type]
    content = Event(what=what or id, actor=actor, effects=effects)
    return matter(id, claimed(content, id=f"{id}.1", valid=when, published=published, attribution=attribution))


def known_by(matters: list[Matter], published_by: dt.date) -> list[Matter]:
    """The matters as they could be known on a day: with the claims whose documents were public by then."""
    kept = []
    for m in matters:
        claims = tuple(r for r in m.claims if r.published is None or r.published.surely_by(published_by))
        if claims:
            kept.append(matter(m.id, *claims))
    return kept


def instrument(on_: str = "", since: str = "", until: str = "", times: str = "") -> Instrument:
    return Instrument(
        on=on(on_) if on_ else None,
        since=on(since) if since else None,
        until=by(until) if until else None,
        times=times,
    )
