"""A term as a chain of instruments, with the holes it has."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from goodoffices.errors import BadDate
from goodoffices.tracking.days import days_later, when_in_words
from goodoffices.vocabulary.kinds import Instrument
from goodoffices.vocabulary.when import When, shifted

Moment = dt.datetime  # local and without zone: clock times of one term are all local to it


class Piece(Struct, frozen=True):
    """What one source or event contributes: an instrument, what it is called, and the claims behind it."""

    instrument: Instrument
    what: str
    claims: tuple[str, ...]


class Link(Struct, frozen=True):
    """A stretch for which one instrument carries the term: from `start` to just before `end` (None: no end given)."""

    start: Moment
    end: Moment | None
    words: str
    claims: tuple[str, ...]


class Chain(Struct, frozen=True):
    """links, oldest first; undated: extensions without dates; end: when the last of it is over, None for no end;
    unended: an extension of which nobody says until when, where the end that it moved is the last one recorded.
    """

    links: tuple[Link, ...]
    undated: tuple[Piece, ...]
    end: Moment | None
    unended: Piece | None = None

    def carrying(self, moment: Moment) -> tuple[Link, ...]:
        """The links in force at `moment`."""
        return tuple(x for x in self.links if x.start <= moment and (x.end is None or moment < x.end))

    def begun(self, moment: Moment) -> Moment | None:
        """Since when it has been in force without a hole, at a `moment` at which it is; else None."""
        if not self.carrying(moment):
            return None
        since = moment
        while earlier := [x.start for x in self.links if x.start < since and (x.end is None or since <= x.end)]:
            since = min(earlier)
        return since


def first_moment(when: When | None, wide: bool) -> Moment | None:
    """When a term given as beginning on `when` begins: as early as the words allow if `wide`, else as late."""
    day = None if when is None else (when.earliest or when.latest) if wide else (when.latest or when.earliest)
    if when is None or day is None:
        return None
    return dt.datetime.combine(day, when.clock.replace(tzinfo=None) if when.clock else dt.time())


def last_moment(when: When | None, wide: bool) -> Moment | None:
    """When a term given as lasting until `when` is over: with the day, or at the clock time that is given."""
    day = None if when is None else (when.latest or when.earliest) if wide else (when.earliest or when.latest)
    if when is None or day is None:
        return None
    if when.clock:
        return dt.datetime.combine(day, when.clock.replace(tzinfo=None))
    return dt.datetime.combine(days_later(day, 1), dt.time())


def chain(base: Piece, pieces: Sequence[Piece], *, wide: bool) -> Chain:
    """The chain that begins with `base` and goes on with `pieces`. wide: inexact dates give it as much room as they
    can, else as little.

    An instrument without an end carries it until the next one begins, or, where it moves an end that is still to come
    and none begins, up to that end: how much further is not said. A recorded end of the whole that lies behind
    every dated extension does not close the holes between them, but extensions without dates do.
    """
    dated = sorted((p for p in pieces if _starts(p, wide) or last_moment(p.instrument.until, wide)), key=_order(wide))
    undated = tuple(p for p in pieces if p not in dated)
    links: list[Link] = []
    begins, own_end = first_moment(base.instrument.since, wide), last_moment(base.instrument.until, wide)
    reach = max((e for p in dated if (e := last_moment(p.instrument.until, wide))), default=None)
    whole = own_end if reach and own_end and own_end >= reach else None  # the end of the whole, not of its first link
    ends = [None if whole else own_end, *(_ends(p, wide) for p in dated)]
    starts = [begins, *(_starts(p, wide) for p in dated)]
    unended: Piece | None = None
    for n, piece in enumerate((base, *dated)):
        start = starts[n] or (links[-1].end if links else None)
        if start is None:
            continue
        end = ends[n] or _length(piece, start, links)
        following = next((s for s in starts[n + 1 :] if s and s > start), None)
        moved = max((x.end for x in links if x.end and x.end > start), default=None) if n else None
        unended = piece if moved and not (end or following or whole) else None
        links.append(Link(start, end or following or whole or moved, _named(piece), piece.claims))
    if undated and links and begins:
        end = max((x.end for x in links if x.end), default=own_end)
        last = max(end, own_end) if end and own_end else end
        joined = tuple(c for p in undated for c in p.claims)
        links.append(Link(begins, last, "; ".join(f"extended {_named(p)}" for p in undated), joined))
    over = None if any(x.end is None for x in links) else max((x.end for x in links if x.end), default=own_end)
    return Chain(tuple(links), undated, max(over, whole) if over and whole else over, unended)


def _starts(piece: Piece, wide: bool) -> Moment | None:
    return first_moment(piece.instrument.since or piece.instrument.on, wide)


def _ends(piece: Piece, wide: bool) -> Moment | None:
    return last_moment(piece.instrument.until, wide)


def _order(wide: bool) -> Callable[[Piece], Moment]:
    return lambda piece: _starts(piece, wide) or _ends(piece, wide) or Moment.max


def _length(piece: Piece, start: Moment, links: Iterable[Link]) -> Moment | None:
    """The end of an extension given as a length ("two more days"): from the end it extends, if that is still to come,
    else from its own beginning.
    """
    until = piece.instrument.until
    if until is None or not until.value.startswith("P") or not until.value[1:2].isdigit():  # PAST_REF is no length
        return None
    begins = max((x.end for x in links if x.end and x.end > start), default=start)
    try:
        return dt.datetime.combine(shifted(begins.date(), until.value), begins.time())
    except BadDate:  # the calendar ends before
        return None


def _named(piece: Piece) -> str:
    instrument = piece.instrument
    if instrument.times:
        return f"{instrument.times} (undated)"
    made = when_in_words(instrument.on) if instrument.on and instrument.on.bounded else ""
    on = f" of {made}" if made and made not in piece.what else ""  # an event says its day itself
    since = f" from {when_in_words(instrument.since)}" if instrument.since and instrument.since.bounded else ""
    until = f" until {_bare(instrument.until)}" if instrument.until and instrument.until.bounded else ""
    return f"{piece.what}{on}{since}{until or ', no end given'}"


def _bare(when: When) -> str:
    return when_in_words(when).removeprefix("by ")
