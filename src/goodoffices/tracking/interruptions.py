"""What stops a term before its end: suspension, breach, withdrawal, replacement."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from goodoffices.tracking.happenings import Happening
from goodoffices.tracking.states import Reason, State
from goodoffices.vocabulary.content import NameOf
from goodoffices.vocabulary.party import known_parties


class Interruption(Struct, frozen=True):
    """state: what the events left it in, None where it goes on; since: when they did, None if they never did anything;
    final: whether its end no longer matters.
    """

    state: State | None
    since: dt.date | None
    reasons: tuple[Reason, ...]
    by: tuple[str, ...] = ()
    final: bool = False


def interrupted(happened: Iterable[Happening], name: NameOf) -> Interruption:
    """What `happened`, oldest first, did to a term. A term names no judge: an editor with a reason finds it broken."""
    state: State | None = None
    since: dt.date | None = None
    by: set[str] = set()
    reasons: list[Reason] = []
    accusers: set[str] = set()
    before: State | None = None
    for h in happened:
        if state in ("withdrawn", "superseded"):
            break
        accusers |= {h.alleged_by} if h.does == "breaches" and not h.ruled_by else set()
        found, words = _effect(h, state, accusers, name)
        if words:
            reasons.insert(0, Reason(words.split(":")[0].lower().replace(" ", "-"), words, h.claims))
        if found == "alleged broken" and (who := h.ruled_by or h.alleged_by):
            by.add(who)
        if found == "suspended" and state != "suspended":
            before = state
        resumed = h.does == "resumes" and state == "suspended"
        if resumed and before is not None:  # what was alleged before is no less alleged
            found = before
        if found != state:
            state, since = found, h.span.last
    allegers = tuple(sorted(by, key=lambda p: name(p).casefold())) if state == "alleged broken" else ()
    return Interruption(state, since, tuple(reasons), allegers, state in ("withdrawn", "superseded", "broken"))


def _effect(h: Happening, state: State | None, accusers: set[str], name: NameOf) -> tuple[State | None, str]:
    match h.does:
        case "suspends":
            return "broken" if state == "broken" else "suspended", f"Suspended: {h.words}."
        case "resumes":
            return None, f"Resumed: {h.words}."
        case "withdraws":
            return "withdrawn", f"Withdrawn: {h.words}."
        case "supersedes":
            return "superseded", f"Replaced: {h.words}."
        case "breaches" if _ruled(h, accusers):
            return "broken", f"Found broken: {h.words}, as ruled by {name(h.ruled_by)}: “{h.reason}”."
        case "breaches":
            by = h.ruled_by or h.alleged_by
            kept: State = state if state in ("broken", "suspended") and state else "alleged broken"
            return kept, f"Alleged broken by {name(by) if by else 'the source'}: {h.words}. Nobody has ruled on it."
    return state, ""


def _ruled(h: Happening, accusers: set[str]) -> bool:
    editor = h.ruled_by not in h.parties | accusers and h.ruled_by not in known_parties()
    return bool(h.ruled_by and h.reason) and editor
