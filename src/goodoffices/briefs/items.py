"""Rows of a brief from a matter and its status."""

import datetime as dt
from collections.abc import Iterable, Sequence

from goodoffices.briefs.brief import Item
from goodoffices.briefs.notes import Notes
from goodoffices.tracking.asked import contents
from goodoffices.tracking.days import length_in_words, spelled, when_in_words
from goodoffices.tracking.held import held
from goodoffices.tracking.states import Status
from goodoffices.vocabulary.claim import Claim, Matter
from goodoffices.vocabulary.content import NameOf
from goodoffices.vocabulary.kinds import Provision, Term

UNDATED = "no date set"


def provision_item(provision: Matter, status: Status, notes: Notes, *, name: NameOf = str) -> Item:
    """The row of a provision: its act, its deadline, whom it asks, where it stands and why."""
    said = contents(provision)
    found = [c for _, c in said]
    act = next((c.act for c in found if c.act), "") or _quoted(provision)
    return Item(
        words=_capital(act),
        state=status.words(name),
        mark=status.state,
        when=_when(found) or _set(r.claim for r, _ in said),
        parties=_neutral((p for c in found for p in c.addressees), name),
        notes=_cited(provision, status, notes),
        detail=_detail(status),
        proposed=_proposed(provision),
        id=f"m-{provision.id}",
    )


def term_item(term: Matter, status: Status, notes: Notes, *, name: NameOf = str) -> Item:
    """The row of a term: what runs, between whom, until when, where it stands and why."""
    found = [r.claim.content for r in held(term) if isinstance(r.claim.content, Term)]
    what = next((c.name for c in found if c.name), "") or next((c.what for c in found), "term")
    since = f"since {spelled(status.since)}" if status.since else ""
    return Item(
        words=_capital(what),
        state=status.words(name),
        mark=status.state,
        when=since,
        parties=_neutral((p for c in found for p in c.parties), name),
        notes=_cited(term, status, notes),
        detail=_detail(status),
        proposed=_proposed(term),
        id=f"m-{term.id}",
    )


def _when(found: Sequence[Provision]) -> str:
    """Every date that a source gives it, in order; else how often it recurs; "" where there is none."""
    readings = {r: r.latest for c in found if c.deadline for r in c.deadline.readings()}
    if readings:
        ordered = sorted(readings, key=lambda r: r.latest or dt.date.max)
        days = [when_in_words(r) for r in ordered if r.bounded]
        undated = ["undated"] if days else [f"“{r.basis}”" if r.basis else "undated" for r in ordered]
        return " or ".join(dict.fromkeys(days + (undated if len(days) < len(ordered) else [])))
    every = next((c.recurrence.every for c in found if c.recurrence), "")
    return f"every {length_in_words(every)}" if every else ""


def _set(claims: Iterable[Claim]) -> str:
    """That it has no last day, and since when it stands."""
    days = [day for c in claims if c.valid and (day := c.valid.earliest or c.valid.latest)]
    return f"set {spelled(min(days))}, no last day" if days else UNDATED


def _cited(matter: Matter, status: Status, notes: Notes) -> tuple[int, ...]:
    behind = set(status.claims)
    standing = held(matter) or matter.claims
    return notes.cite(r.claim for r in standing if r.claim.id in behind)


def _detail(status: Status) -> tuple[str, ...]:
    """The reasons in words; a link of a chain only where the deciding reason does not name it already."""
    first = status.reasons[0].words.casefold()
    told = (r for r in status.reasons if r.rule != "set")  # the row itself says what was set
    return tuple(
        dict.fromkeys(r.words for r in told if r.rule != "link" or r.words.casefold().rstrip(".") not in first)
    )


def _proposed(matter: Matter) -> bool:
    return not any(r.stands for r in matter.claims)


def _neutral(parties: Iterable[str], name: NameOf) -> tuple[str, ...]:
    return tuple(sorted({name(p) for p in parties}, key=str.casefold))


def _quoted(matter: Matter) -> str:
    return next((r.claim.quotes[0].exact for r in matter.claims if r.claim.quotes), matter.kind)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
