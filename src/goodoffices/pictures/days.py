"""A scale from days to pixels, with round days to mark on it."""

import datetime as dt

from msgspec import Struct

from goodoffices.pictures.axis import Axis

_STEPS = ((1, "months"), (2, "months"), (3, "months"), (6, "months"), *((n, "years") for n in (1, 2, 5, 10, 20, 50)))
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Days(Struct, frozen=True):
    """From the day `first` to the day `last` is from `start` to `end` in pixels."""

    first: dt.date
    last: dt.date
    start: float
    end: float

    def at(self, day: dt.date) -> float:
        """The pixel of a day; of one beyond the axis, its nearer end."""
        axis = Axis(self.first.toordinal(), self.last.toordinal(), self.start, self.end)
        return axis.at(min(max(day, self.first), self.last).toordinal())

    def ticks(self, about: int = 8) -> list[tuple[dt.date, str]]:
        """First days of months or years on the axis with what to call them; at most about so many."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        count, unit = next(
            (step for step in _STEPS if months <= about * step[0] * (12 if step[1] == "years" else 1)), _STEPS[-1]
        )
        length = count if unit == "months" else 12 * count
        number = (self.first.year * 12 + self.first.month - 1 + length) // length * length
        found: list[tuple[dt.date, str]] = []
        while number < 12 * dt.MAXYEAR and (day := dt.date(number // 12, number % 12 + 1, 1)) <= self.last:
            named = str(day.year) if unit == "years" else f"{_SHORT[day.month - 1]} {day.year}"
            found.append((day, named))
            number += length
        return found


def spanned(days: list[dt.date], start: float, end: float) -> Days:
    """An axis that holds all `days`, with a thirtieth of air at both ends; ValueError for no day."""
    first, last = min(days), max(days)
    air = max(15, (last - first).days // 30)
    return Days(_moved(first, -air), _moved(last, air), start, end)


def _moved(day: dt.date, by: int) -> dt.date:
    held = min(max(day.toordinal() + by, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(held)
