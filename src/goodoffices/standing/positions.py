"""Positions over time: where each party stood on each issue on a day, and how it got there."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.kinds.position import Position
from goodoffices.vocabulary.when import When


class Stance(Struct, frozen=True, kw_only=True):
    """Where a party stands on an issue. stances: what its sources say, one where they agree, several where they do not:
    the case is then disputed, and nobody's word is preferred. since: the day from which they say so, None where they
    give none. claims: ids, in the order of the stances; salience: as said last, None where nobody did.
    """

    party: str
    issue: str
    stances: tuple[str, ...]
    since: When | None
    claims: tuple[tuple[str, ...], ...]
    salience: float | None = None

    @property
    def stance(self) -> str | None:
        """The one stance its sources agree on; None where they do not."""
        return self.stances[0] if len(self.stances) == 1 else None


class Move(Struct, frozen=True):
    """A party's change of position on an issue: where it stood, and where it stood from then on."""

    before: Stance
    after: Stance


def stances(positions: Iterable[Reviewed], as_of: dt.date) -> tuple[Stance, ...]:
    """Where each party stands on each issue on the day: its latest position whose every possible first day has come.

    positions: claims of that kind, as many as the caller lets count; those denied, conditional or rejected do not. A
    position without a day counts only where a party has none with one. In neutral order: by issue, then party.
    """
    return tuple(_latest(held) for held in _gathered(positions, as_of))


def moves(positions: Iterable[Reviewed], as_of: dt.date) -> tuple[Stance, ...]:
    """Every change of position up to the day: the stances of each party on each issue in time, a repeated one once."""
    found: list[Stance] = []
    for held in _gathered(positions, as_of):
        seen: tuple[str, ...] | None = None
        for day in sorted({_day(r) for r in held}):
            then = _stance([r for r in held if _day(r) == day])
            if then.stances != seen:
                found.append(then)
            seen = then.stances
    return tuple(found)


def turns(positions: Iterable[Reviewed], as_of: dt.date) -> tuple[Move, ...]:
    """The changes among `moves`, each with the stance before it."""
    found = moves(positions, as_of)
    return tuple(Move(a, b) for a, b in pairwise(found) if (a.party, a.issue) == (b.party, b.issue))


def scales(positions: Iterable[Reviewed]) -> dict[str, tuple[str, ...]]:
    """The scale of each issue whose positions give one: the one that all of these give, from either end. An issue whose
    positions give several has none, nor has one with a stance that stands on no place of it.
    """
    given: dict[str, dict[tuple[str, ...], None]] = {}
    held: dict[str, set[str]] = {}
    for reviewed in positions:
        content = reviewed.claim.content
        if isinstance(content, Position) and reviewed.state not in ("rejected", "superseded"):
            held.setdefault(content.issue, set()).add(content.stance)
            if content.scale:
                found = given.setdefault(content.issue, {})
                found.setdefault(content.scale if content.scale[::-1] not in found else content.scale[::-1])
    alone = {issue: next(iter(found)) for issue, found in given.items() if len(found) == 1}
    return {issue: scale for issue, scale in alone.items() if held[issue] - {""} <= set(scale)}


def _gathered(positions: Iterable[Reviewed], as_of: dt.date) -> list[list[Reviewed]]:
    by_place: dict[tuple[str, str], list[Reviewed]] = {}
    for reviewed in positions:
        content, attribution = reviewed.claim.content, reviewed.claim.attribution
        counts = (
            isinstance(content, Position)
            and content.party
            and content.issue
            and content.stance
            and attribution.polarity == "affirmed"
            and attribution.condition is None
            and reviewed.state not in ("rejected", "superseded")
            and _day(reviewed) <= as_of
        )
        if isinstance(content, Position) and counts:
            by_place.setdefault((content.issue, content.party), []).append(reviewed)
    return [by_place[place] for place in sorted(by_place)]


def _day(reviewed: Reviewed) -> dt.date:
    """By which day the position was surely held; the first of all days where that is unknown."""
    valid = reviewed.claim.valid
    if valid is None:
        return dt.date.min
    firsts = [r.latest or r.earliest for r in valid.readings()]
    return max((day for day in firsts if day), default=dt.date.min)


def _latest(held: Sequence[Reviewed]) -> Stance:
    last = max(map(_day, held))
    return _stance([r for r in held if _day(r) == last], saliences=held)


def _stance(held: Sequence[Reviewed], saliences: Sequence[Reviewed] = ()) -> Stance:
    first = _content(held[0])
    by_words: dict[str, list[str]] = {}
    for reviewed in held:
        by_words.setdefault(_content(reviewed).stance, []).append(reviewed.claim.id)
    said = sorted((r for r in saliences or held if _content(r).salience is not None), key=lambda r: (_day(r), r.seq))
    return Stance(
        party=first.party,
        issue=first.issue,
        stances=tuple(by_words),
        since=held[0].claim.valid,
        claims=tuple(map(tuple, by_words.values())),
        salience=_content(said[-1]).salience if said else None,
    )


def _content(reviewed: Reviewed) -> Position:
    content = reviewed.claim.content
    assert isinstance(content, Position)
    return content
