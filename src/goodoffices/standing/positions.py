"""Positions over time: where each party stood on each issue on a day, and how it got there."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.content import NameOf
from goodoffices.vocabulary.kinds.position import Position
from goodoffices.vocabulary.when import When


class Stance(Struct, frozen=True, kw_only=True):
    """Where a party stands on an issue. stances: what its sources say, one where they agree, several where they do not:
    the case is then disputed, and nobody's word is preferred. since: the day from which they say so, None where they
    give none; from_day: by when it was surely held, the first of all days where that is unknown. claims: ids, in the
    order of the stances; salience: as said last, None where nobody did. scales: the issue's options in order, as said
    last: one where its sources agree, from either end; () where nobody gave any. alleged_by: who says it of the party
    where nobody else tells; () where something else does.
    """

    party: str
    issue: str
    stances: tuple[str, ...]
    since: When | None
    claims: tuple[tuple[str, ...], ...]
    from_day: dt.date = dt.date.min
    salience: float | None = None
    scales: tuple[tuple[str, ...], ...] = ()
    alleged_by: tuple[str, ...] = ()

    @property
    def stance(self) -> str | None:
        """The one stance its sources agree on; None where they do not, and where another only alleges it."""
        return self.stances[0] if len(self.stances) == 1 and not self.alleged_by else None

    def words(self, name: NameOf = str) -> str:
        """The stances, and who alleges them where nobody else tells; `name` names a party."""
        by = ", ".join(map(name, self.alleged_by))
        return " / ".join(self.stances) + (f" (alleged by {by})" if by else "")


class Move(Struct, frozen=True):
    """A party's change of position on an issue: where it stood, and where it stood from then on."""

    before: Stance
    after: Stance


def stances(positions: Iterable[Reviewed], as_of: dt.date) -> tuple[Stance, ...]:
    """Where each party stands on each issue on the day: its latest position whose every possible first day has come.

    positions: claims of that kind, as many as the caller lets count; those denied, conditional or rejected do not. A
    position without a day counts only where a party has none with one, and what another alleges of a party only where
    nothing else tells. In neutral order: by issue, then party.
    """
    return tuple(_latest(held) for held in _gathered(positions, as_of))


def moves(positions: Iterable[Reviewed], as_of: dt.date) -> tuple[Stance, ...]:
    """Every change of position up to the day: the stances of each party on each issue in time, a repeated one once.
    What is only alleged is no move.
    """
    found: list[Stance] = []
    for held in _gathered(positions, as_of):
        if _alleged(held[0]):
            continue
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


def scales(held: Iterable[Stance]) -> dict[str, tuple[str, ...]]:
    """The scale of each issue on the day of these stances: the one that all who gave any gave last, from either end. An
    issue has none where these differ, or where a stance stands on no place of it; what is only alleged bears on none.
    """
    given: dict[str, list[tuple[str, ...]]] = {}
    taken: dict[str, set[str]] = {}
    for stance in held:
        if stance.alleged_by:
            continue
        given.setdefault(stance.issue, []).extend(stance.scales)
        taken.setdefault(stance.issue, set()).update(stance.stances)
    found = {issue: _apart(orders) for issue, orders in given.items()}
    return {issue: one[0] for issue, one in found.items() if len(one) == 1 and taken[issue] <= set(one[0])}


def _apart(orders: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The orders, each once; read from the other end it is the same."""
    found: list[tuple[str, ...]] = []
    for order in orders:
        if order not in found and order[::-1] not in found:
            found.append(order)
    return tuple(found)


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
    return [_best_told(by_place[place]) for place in sorted(by_place)]


def _best_told(held: list[Reviewed]) -> list[Reviewed]:
    """What is not just alleged; all of it where nothing else is told."""
    return [r for r in held if not _alleged(r)] or held


def _alleged(reviewed: Reviewed) -> bool:
    attribution = reviewed.claim.attribution
    return attribution.source == "alleged" and attribution.holder != _content(reviewed).party


def _day(reviewed: Reviewed) -> dt.date:
    """By which day the position was surely held; the first of all days where that is unknown."""
    valid = reviewed.claim.valid
    if valid is None:
        return dt.date.min
    firsts = [r.latest or r.earliest for r in valid.readings()]
    return max((day for day in firsts if day), default=dt.date.min)


def _latest(held: Sequence[Reviewed]) -> Stance:
    last = max(map(_day, held))
    return _stance([r for r in held if _day(r) == last], ever=held)


def _stance(held: Sequence[Reviewed], ever: Sequence[Reviewed] = ()) -> Stance:
    first = _content(held[0])
    by_words: dict[str, list[str]] = {}
    for reviewed in held:
        by_words.setdefault(_content(reviewed).stance, []).append(reviewed.claim.id)
    ordered = [r for r in ever or held if _content(r).scale]
    latest = max(map(_day, ordered), default=None)
    said = sorted((r for r in ever or held if _content(r).salience is not None), key=lambda r: (_day(r), r.seq))
    return Stance(
        party=first.party,
        issue=first.issue,
        stances=tuple(by_words),
        since=held[0].claim.valid,
        claims=tuple(map(tuple, by_words.values())),
        from_day=_day(held[0]),
        salience=_content(said[-1]).salience if said else None,
        scales=_apart(_content(r).scale for r in ordered if _day(r) == latest),
        alleged_by=tuple(dict.fromkeys(r.claim.attribution.holder for r in held)) if _alleged(held[0]) else (),
    )


def _content(reviewed: Reviewed) -> Position:
    content = reviewed.claim.content
    assert isinstance(content, Position)
    return content
