"""A day that notes the days it is held against: an answer found with it is the same on every day between them."""

import datetime as dt
from typing import Any

_NEVER = dt.date.max.toordinal() + 1


class Watched(dt.date):
    """Compares as the day it is. start, stop: ordinals of the first day, and of the day after the last, on which all
    comparisons made so far come out alike.

    What would carry the day itself into an answer (a difference, a hash, its number in the month) is refused, for such
    an answer would hold on this day alone.
    """

    __slots__ = ("number", "start", "stop")
    number: int
    start: int
    stop: int

    @classmethod
    def on(cls, day: dt.date) -> "Watched":
        """This day, held against nothing yet."""
        found = cls.fromordinal(day.toordinal())
        found.number, found.start, found.stop = day.toordinal(), 1, _NEVER
        return found

    def narrow(self, start: int, stop: int) -> None:
        """Takes over what another answer, on which this one rests, was held against."""
        self.start, self.stop = max(self.start, start), min(self.stop, stop)

    def _before(self, ordinal: int) -> bool:
        """Whether it lies before the day of this number, and that noted."""
        if self.number < ordinal:
            if ordinal < self.stop:
                self.stop = ordinal
            return True
        if ordinal > self.start:
            self.start = ordinal
        return False

    def __lt__(self, other: dt.date) -> bool:
        return self._before(other.toordinal())

    def __ge__(self, other: dt.date) -> bool:
        return not self._before(other.toordinal())

    def __le__(self, other: dt.date) -> bool:
        return self._before(other.toordinal() + 1)

    def __gt__(self, other: dt.date) -> bool:
        return not self._before(other.toordinal() + 1)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, dt.date) and self >= other and self <= other

    def _refused(self, *_: Any) -> Any:
        raise TypeError("a watched day is compared and nothing else")

    __hash__ = __sub__ = __rsub__ = __add__ = __radd__ = __str__ = __format__ = isoformat = strftime = _refused
    day = month = year = property(_refused)


class Moment(dt.datetime):
    """The end of a watched day, among moments."""

    __slots__ = ("_watched",)
    _watched: Watched

    def __lt__(self, other: dt.datetime) -> bool:  # type: ignore[override]
        return self._watched < other.date()

    def __ge__(self, other: dt.datetime) -> bool:  # type: ignore[override]
        return not self < other

    # Nothing else happens in the last microsecond of a day.
    __le__, __gt__ = __lt__, __ge__
    __hash__ = dt.datetime.__hash__
    date = Watched._refused


def end_of(day: dt.date) -> dt.datetime:
    """The last moment of a day; of a watched one, a moment that is watched with it."""
    if not isinstance(day, Watched):
        return dt.datetime.combine(day, dt.time.max)
    found = Moment.combine(dt.date.fromordinal(day.number), dt.time.max)
    found._watched = day
    return found
