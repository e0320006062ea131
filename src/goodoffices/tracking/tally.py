"""Exchanges with quantities as running tallies: how many were agreed, and how many were handed over by a day."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from goodoffices.tracking.held import affirmed, held
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.kinds.transfer import Transfer


class Tally(Struct, frozen=True, kw_only=True):
    """One transfer on a day. agreed: the numbers that sources give, smallest first, one where they agree, none where
    nobody says; delivered: the same of what was handed over so far, by the latest day for which any source tells;
    as_of: that day, None where it bears none; claims: ids of those that say so.
    """

    matter: str
    giver: str
    receiver: str
    what: str
    agreed: tuple[float, ...]
    delivered: tuple[float, ...]
    as_of: dt.date | None
    claims: tuple[str, ...]

    @property
    def left(self) -> tuple[float, float] | None:
        """Fewest and most that are still to come; None where the record does not say."""
        if not self.agreed or not self.delivered:
            return None
        return max(0.0, self.agreed[0] - self.delivered[-1]), max(0.0, self.agreed[-1] - self.delivered[0])


def tallies(transfers: Iterable[Matter], as_of: dt.date) -> tuple[Tally, ...]:
    """The tally of each transfer of which any source had spoken by `as_of`, in the order given.

    A number is as of its claim's own day. What was handed over is a count so far, never a sum of counts: two sources of
    one day that differ are both shown. What is denied, or said with an if, does not count.
    """
    found = []
    for matter in transfers:
        said = [r for r in affirmed(held(matter)) if isinstance(r.claim.content, Transfer) and _day(r) <= as_of]
        if said:
            found.append(_tally(matter.id, said))
    return tuple(found)


def _tally(matter: str, said: Sequence[Reviewed]) -> Tally:
    counted = [r for r in said if _content(r).delivered is not None]
    last = max(map(_day, counted), default=dt.date.min)
    latest = [r for r in counted if _day(r) == last]
    agreeing = [r for r in said if _content(r).agreed is not None]
    contents = [_content(r) for r in said]
    return Tally(
        matter=matter,
        giver=next((c.giver for c in contents if c.giver), ""),
        receiver=next((c.receiver for c in contents if c.receiver), ""),
        what=next((c.what for c in contents if c.what), ""),
        agreed=tuple(sorted({a for r in agreeing if (a := _content(r).agreed) is not None})),
        delivered=tuple(sorted({d for r in latest if (d := _content(r).delivered) is not None})),
        as_of=last if last > dt.date.min else None,
        claims=tuple(dict.fromkeys(r.claim.id for r in (*agreeing, *latest))) or tuple(r.claim.id for r in said),
    )


def _content(reviewed: Reviewed) -> Transfer:
    content = reviewed.claim.content
    assert isinstance(content, Transfer)
    return content


def _day(reviewed: Reviewed) -> dt.date:
    """By which day it was surely so; the first of all days where that is unknown."""
    valid = reviewed.claim.valid
    return (valid.latest or valid.earliest if valid else None) or dt.date.min
