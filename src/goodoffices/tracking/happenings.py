"""What events did to a provision or a term: when at the earliest and latest, by whose word, and how surely."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.tracking.days import Span, dated_in_words, spelled
from goodoffices.tracking.held import affirmed, held, ids, sayings
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.content import NameOf
from goodoffices.vocabulary.kinds import Effect, Event
from goodoffices.vocabulary.when import When

Doubt = Literal["", "alleged", "hedged"]


class Happening(Struct, frozen=True, kw_only=True):
    """One effect of one event. does: as Effect has it; span: the days it can have happened on; until: the new end or
    date it sets; words: what happened and when; doubt: alleged where only one side's word stands behind it or another
    source denies it, hedged where its source is not sure; at_odds: whether sources contradict each other on its day;
    claims: ids of the event's claims.
    """

    does: str
    span: Span
    when: When
    until: When | None
    words: str
    claims: tuple[str, ...]
    doubt: Doubt = ""
    at_odds: bool = False
    alleged_by: str = ""
    ruled_by: str = ""
    reason: str = ""
    parties: frozenset[str] = frozenset()

    def surely_by(self, day: dt.date) -> bool:
        """Whether it had happened by the end of `day`, whatever its exact day."""
        return self.span.last is not None and self.span.last <= day

    def possibly_by(self, day: dt.date) -> bool:
        """Whether it can have happened by the end of `day`."""
        return self.span.first is None or self.span.first <= day

    def settled_by(self, day: dt.date) -> bool:
        """Whether nothing is in doubt: neither that it happened nor whether it had by the end of `day`."""
        first, last = self.span.first, self.span.last
        if self.doubt or self.at_odds or first is None or last is None:
            return False
        return last <= day or first > day


def happenings(
    names: frozenset[str], events: Iterable[Matter], rulings: Sequence[Ruling] = (), name: NameOf = str
) -> tuple[Happening, ...]:
    """What `events` did to the matter that goes by `names`, oldest first."""
    found = [h for event in events if event.claims for h in _of(event, names, rulings, name)]
    return tuple(sorted(found, key=lambda h: (h.span.last or dt.date.max, h.span.first or dt.date.min, h.does)))


Take = tuple[bool, bool, tuple[Happening, ...]]


def takes(happened: Sequence[Happening], as_of: dt.date) -> list[Take]:
    """The ways to take what may have happened by `as_of`: heard (with or without what is only alleged), sure (without
    or with what is not sure), and what then counts. The first hears everything and takes what is sure.

    An allegation of a breach is always heard, for hearing it makes nothing broken.
    """
    if all(h.settled_by(as_of) for h in happened):
        return [(True, True, tuple([h for h in happened if h.surely_by(as_of)]))]
    ways: list[Take] = []
    for heard, sure in product((True, False), (True, False)):
        chosen = tuple(
            h
            for h in happened
            if _by(h, as_of, sure=not heard if h.at_odds else sure)
            and (heard or h.doubt != "alleged" or h.does == "breaches")
            and (not sure or h.doubt != "hedged")
        )
        if all(chosen != other for _, _, other in ways):
            ways.append((heard, sure, chosen))
    return ways


def _by(h: Happening, day: dt.date, *, sure: bool) -> bool:
    return h.surely_by(day) if sure else h.possibly_by(day)


def date_of(matter: Matter, rulings: Sequence[Ruling] = ()) -> tuple[When, Span, bool]:
    """When a matter happened: in words, in bounds, and whether its sources are at odds over it.

    An event without a date has happened by the day its source became public. A term happens when it begins.
    """
    spans = _dates(matter, rulings)
    if not spans:
        return When(), Span(None, None), False
    firsts, lasts = [s.first for _, s in spans], [s.last for _, s in spans]
    narrow = Span(
        max((f for f in firsts if f), default=None),
        min((x for x in lasts if x), default=None),
    )
    if narrow.first is None or narrow.last is None or narrow.first <= narrow.last:
        return spans[0][0], narrow, False
    wide = Span(
        None if None in firsts else min(f for f in firsts if f),
        None if None in lasts else max(x for x in lasts if x),
    )
    return spans[0][0], wide, True


def spans_of(matter: Matter, rulings: Sequence[Ruling] = ()) -> tuple[Span, ...]:
    """The days it can have happened on: one span where its sources agree, else one for each day they give."""
    _, span, at_odds = date_of(matter, rulings)
    return tuple(dict.fromkeys(s for _, s in _dates(matter, rulings))) if at_odds else (span,)


def _dates(matter: Matter, rulings: Sequence[Ruling]) -> list[tuple[When, Span]]:
    claims = affirmed(held(matter))
    if not claims:
        return []
    begun = sayings(matter.id, "begins", claims, rulings) if matter.kind == "term" else ()
    if not any(said.value is not None and said.value.bounded for said in begun):
        begun = sayings(matter.id, "date", claims, rulings)
    return [_span(said.value, claims) for said in begun]


def _span(when: When | None, claims: Sequence[Reviewed]) -> tuple[When, Span]:
    if when is not None and when.bounded:
        readings = when.readings()
        firsts, lasts = [r.earliest for r in readings], [r.latest for r in readings]
        return when, Span(
            None if None in firsts else min(f for f in firsts if f),
            None if None in lasts else max(x for x in lasts if x),
        )
    public = [r.published.latest for r in claims if r.published and r.published.latest]
    return when or When(), Span(None, min(public, default=None))


def _of(event: Matter, names: frozenset[str], rulings: Sequence[Ruling], name: NameOf) -> Iterable[Happening]:
    standing = held(event)
    said = affirmed(standing)
    when, span, at_odds = date_of(event, rulings)
    denied = tuple(r for r in standing if r.claim.attribution.polarity == "denied")
    seen: dict[Effect, list[Reviewed]] = {}
    for r in said:
        for effect in r.claim.content.effects if isinstance(r.claim.content, Event) else ():
            if effect.on in names:
                seen.setdefault(replace(effect, on=""), []).append(r)
    for effect, claims in seen.items():
        yield Happening(
            does=effect.does,
            span=span,
            when=when,
            until=effect.until,
            words=_words(claims[0], when, span, name),
            claims=ids(said if at_odds else claims) + ids(denied),
            doubt=_doubt(effect, claims, bool(denied)),
            at_odds=at_odds,
            alleged_by=effect.alleged_by or _sayer(claims),
            ruled_by=effect.ruled_by,
            reason=effect.reason,
            parties=_parties(claims),
        )


def _doubt(effect: Effect, claims: Sequence[Reviewed], denied: bool) -> Doubt:
    if effect.ruled_by:
        return ""
    alleged = bool(effect.alleged_by) or all(r.claim.attribution.source == "alleged" for r in claims)
    if denied or alleged:
        return "alleged"
    return "hedged" if all(r.claim.attribution.certainty != "certain" for r in claims) else ""


def _sayer(claims: Sequence[Reviewed]) -> str:
    """Whose word it is where the effect names nobody: the holder of the claim, if that is not the author."""
    holders = (r.claim.attribution.holder for r in claims)
    return next((h for h in holders if h not in ("author", "unnamed")), "")


def _parties(claims: Sequence[Reviewed]) -> frozenset[str]:
    events = [r.claim.content for r in claims if isinstance(r.claim.content, Event)]
    return frozenset(p for e in events for p in (e.actor, e.target, *e.parties) if p)


def _words(r: Reviewed, when: When, span: Span, name: NameOf) -> str:
    content = r.claim.content
    what = content.what.replace("_", " ") if isinstance(content, Event) and content.what else "an event"
    actor = f" by {name(content.actor)}" if isinstance(content, Event) and content.actor else ""
    if when.bounded:
        dated = f" {dated_in_words(when)}"
    else:
        dated = f" on a day not given, by {spelled(span.last)}" if span.last else " on a day not given"
    return f"{what}{actor}{dated}"
