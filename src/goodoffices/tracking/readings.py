"""From every way to take the record to one status: the state all ways lead to, or the states at odds, each shown."""

import datetime as dt
from collections.abc import Callable, Hashable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.tracking.happenings import Happening
from goodoffices.tracking.states import Reason, State, Status
from goodoffices.vocabulary.content import NameOf

# Said once for each way already.
_BY_THE_CALENDAR = frozenset({"no-bound", "before-notice", "inside-notice", "past-latest-bound"})


class Way(Struct, frozen=True):
    """One way to take the record. source: which of the versions that sources give, `version` in words; reading: of its
    dates, `meaning` in words; heard: with what is only alleged; sure: without what is not sure to have happened by
    then; claims: those that give this version.
    """

    status: Status
    source: Hashable
    reading: int
    heard: bool
    sure: bool
    version: str
    meaning: str
    claims: tuple[str, ...]


def settled(
    ways: Sequence[Way], happened: Sequence[Happening], denied: tuple[str, ...], as_of: dt.date, name: NameOf
) -> Status:
    """The status that all `ways` lead to, or why they do not lead to one.

    What sources contradict or one side alleges makes a fact disputed; two readings of one deadline an open question;
    an event that may lie before or after the day leaves the state unknown.
    """
    first = ways[0]
    if denied:
        if_so = first.status.words(name)
        words = f"One source says it was set, another that it was not; if it was, it is {if_so}."
        reason = Reason("denied", words, first.claims + denied)
        return _at_odds("disputed", (first.status.bare(name), "never set"), [reason], ways)
    if len({_key(w.status) for w in ways}) == 1:
        return agreed([w.status for w in ways])
    if _differ(ways, lambda w: (w.reading, w.heard, w.sure)):
        return _by_source(ways, name)
    if _differ(ways, lambda w: (w.source, w.reading, w.sure)):
        return _by_event("disputed", "alleged", ways, happened, as_of, name)
    if _differ(ways, lambda w: (w.source, w.heard, w.sure)):
        return _by_reading(ways, name)
    return _by_event("unknown", "hedged", ways, happened, as_of, name)


def _key(status: Status) -> tuple[str, bool]:
    return status.state, status.so_far


def _differ(ways: Sequence[Way], kept_equal: Callable[[Way], Hashable]) -> bool:
    """Whether two ways that are equal but for one thing lead to different states."""
    seen: dict[Hashable, tuple[str, bool]] = {}
    return any(seen.setdefault(kept_equal(w), _key(w.status)) != _key(w.status) for w in ways)


def agreed(found: Sequence[Status]) -> Status:
    """One status of several that are in the same state, with the reasons of all."""
    first = found[0]
    if len(found) == 1:
        if len({reason.words for reason in first.reasons}) == len(first.reasons):
            return first
        return replace(first, reasons=tuple(dict.fromkeys(first.reasons)))
    late = [one.late for one in found if one.late is not None]
    return replace(
        first,
        reasons=tuple(dict.fromkeys(r for one in found for r in one.reasons)),
        since=first.since if len({one.since for one in found}) == 1 else None,
        late=(min(x for x, _ in late), max(x for _, x in late)) if len(late) == len(found) else None,
    )


def _distinct(ways: Sequence[Way]) -> list[Way]:
    return list({_key(w.status): w for w in reversed(ways)}.values())[::-1]


def _by_source(ways: Sequence[Way], name: NameOf) -> Status:
    sources = list({w.source: w for w in reversed(ways)}.values())[::-1]
    reasons = [
        Reason("sources-differ", f"By one source ({w.version}) its state is: {w.status.words(name)}.", w.claims)
        for w in sources
    ]
    return _at_odds("disputed", tuple(w.status.bare(name) for w in sources), reasons, ways)


def _by_reading(ways: Sequence[Way], name: NameOf) -> Status:
    readings = list({w.reading: w for w in reversed(ways)}.values())[::-1]
    reasons = [
        Reason("two-readings", f"If {w.meaning}, its state is: {w.status.words(name)}.", w.claims) for w in readings
    ]
    return _at_odds("open question", tuple(w.status.bare(name) for w in readings), reasons, ways)


def _by_event(
    state: State, doubt: str, ways: Sequence[Way], happened: Sequence[Happening], as_of: dt.date, name: NameOf
) -> Status:
    doubtful = [
        h
        for h in happened
        if h.possibly_by(as_of) and (h.doubt == doubt or (h.at_odds == (doubt == "alleged") and not h.surely_by(as_of)))
    ]
    why = {
        "alleged": "That rests on the word of one side, or its sources contradict each other, and nobody has ruled",
        "hedged": "The record does not make sure that it had happened by then",
    }[doubt]
    reasons = [Reason(f"{doubt}-event", f"{_capital(h.words)}. {why}.", h.claims) for h in doubtful]
    if not reasons:
        reasons = [Reason("inexact", "Its dates are not given exactly enough.", ways[0].claims)]
    return _at_odds(state, tuple(w.status.bare(name) for w in _distinct(ways)), reasons, ways)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _at_odds(state: State, between: tuple[str, ...], reasons: Sequence[Reason], ways: Sequence[Way]) -> Status:
    """Each state once, in the order of the alphabet: no version goes first because it was entered first."""
    behind = (r for w in _distinct(ways) for r in w.status.reasons if r.rule not in _BY_THE_CALENDAR)
    return Status(
        state=state,
        since=None,
        reasons=tuple(dict.fromkeys((*reasons, *behind))),
        between=tuple(sorted(set(between))),
    )
