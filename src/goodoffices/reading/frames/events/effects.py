"""What an event does to a term or a provision of the same reading: extends, breaches, suspends, fulfils it."""

import re
from typing import Literal

from msgspec.structs import replace

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.scene import Scene
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.attribution import AUTHOR, UNNAMED
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Effect, Event, Provision, Term
from goodoffices.vocabulary.quote import Quote

Does = Literal["extends", "breaches", "suspends", "resumes", "withdraws"]
_DOES: dict[str, Does] = {
    "extension": "extends",
    "breach": "breaches",
    "suspension": "suspends",
    "resumption": "resumes",
    "withdrawal": "withdraws",
}
_NOUNS = {
    "truce": re.compile(r"\b(?:truce|cease-?fire|armistice|cessation of hostilities)\b", re.IGNORECASE),
    "mandate": re.compile(r"\bmandate\b", re.IGNORECASE),
    "moratorium": re.compile(r"\bmoratorium\b", re.IGNORECASE),
    "treaty": re.compile(r"\b(?:treaty|accord|pact|convention)\b", re.IGNORECASE),
}
_KEEPING = {  # an event -> the verbs of a duty that it may keep
    "release": ("release", "free"),
    "withdrawal": ("withdraw", "evacuate", "leave", "pull"),
    "delivery": ("deliver", "provide", "send"),
    "opening": ("open", "reopen"),
    "lifting": ("lift", "ease"),
    "transfer": ("hand", "transfer", "turn"),
    "submission": ("submit",),
    "disarmament": ("disarm", "disband", "demobilize"),
}
_WORD = re.compile(r"[a-z]{4,}")
_NUMBER = re.compile(r"\b\d[\d,]*\b|\ball\b|\bevery\b", re.IGNORECASE)


def note(scene: Scene, drafts: Drafts) -> None:
    """Marks the events of a reading whose words name a term told there, or do what a provision before them sets."""
    terms, provisions = drafts.of_kind("term"), drafts.of_kind("provision")
    if not terms and not provisions:
        return
    for claim in tuple(drafts.of_kind("event")):
        event = claim.content
        assert isinstance(event, Event)
        if claim.attribution.polarity == "denied":
            continue
        effect = _on_term(claim, event, terms) or _on_provision(scene, claim, event, provisions)
        if effect is not None:
            drafts.replace(claim, replace(claim, content=replace(event, effects=(effect,))))


def _alleged(claim: Claim) -> str:
    holder = claim.attribution.holder
    return holder if holder not in (AUTHOR, UNNAMED) else ""


def _on_term(claim: Claim, event: Event, terms: list[Claim]) -> Effect | None:
    """The term that the event's words name: one with its parties, told in the same place or before."""
    does = _DOES.get(event.what)
    said = claim.quotes[0]
    if does is None:
        return None
    for told in reversed(terms):
        term = told.content
        assert isinstance(term, Term)
        noun = _NOUNS.get(term.what)
        named = noun is not None and noun.search(said.exact) is not None
        strange = bool(event.actor and term.parties) and event.actor not in (*term.parties, *term.mediators)
        if not named or told.quotes[0].start > said.start or (strange and does in ("breaches", "withdraws")):
            continue
        until = term.instruments[-1].until if does == "extends" and term.instruments else None
        return Effect(on=told.id, does=does, until=until, alleged_by=_alleged(claim))
    return None


def _on_provision(scene: Scene, claim: Claim, event: Event, provisions: list[Claim]) -> Effect | None:
    """The provision whose bearer did what it sets, with the same object: wholly, or in part where numbers differ."""
    verbs = forms_of(_KEEPING.get(event.what, ()))
    if not verbs or not event.actor:
        return None
    said = claim.quotes[0]
    for told in reversed(provisions):
        set_ = told.content
        assert isinstance(set_, Provision)
        if told.quotes[0].end > said.start or event.actor not in set_.addressees:
            continue
        asked = set(_WORD.findall(told.quotes[0].exact.lower()))
        done = set(_WORD.findall(said.exact.lower()))
        shared = (asked & done) - verbs.keys() - _BARE
        if not verbs.keys() & asked or not shared:
            continue
        whole = _numbers(scene, said) <= _numbers(scene, told.quotes[0])
        return Effect(on=told.id, does="fulfils" if whole else "partly", alleged_by=_alleged(claim))
    return None


def _numbers(scene: Scene, said: Quote) -> set[str]:
    """The numbers in a quote that are no part of a date, and "all"."""
    dates = [(d.quote.start, d.quote.end) for d in scene.dates_in((said.start, said.end))]
    found = _NUMBER.finditer(scene.content, said.start, said.end)
    return {m.group().lower() for m in found if not any(a <= m.start() < b for a, b in dates)}


_BARE = frozenset(
    {
        "that",
        "from",
        "with",
        "their",
        "this",
        "have",
        "been",
        "were",
        "within",
        "days",
        "into",
        "agreed",
        "june",
        "will",
    }
    | {"january", "february", "march", "april", "july", "august", "september", "october", "november", "december"}
    | {"under", "deal", "accord", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "more"}
)
