"""A scale from numbers to pixels, with round numbers to mark on it."""

import math

from msgspec import Struct


class Axis(Struct, frozen=True):
    """From `low` to `high` in numbers is from `start` to `end` in pixels (either may run backwards)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a number."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self, about: int = 6) -> list[float]:
        """Round numbers on the axis, about so many: steps of 1, 2 or 5 times a power of ten."""
        span = self.high - self.low
        if span <= 0 or not math.isfinite(span):
            return [self.low]
        step = 10.0 ** math.floor(math.log10(span / about))
        step *= next(m for m in (1, 2, 5, 10) if span / (step * m) <= about)
        first = math.ceil(self.low / step - 1e-9)
        return [n * step for n in range(first, math.floor(self.high / step + 1e-9) + 1)]


def padded(values: list[float], start: float, end: float, part: float = 0.04) -> Axis:
    """An axis that holds all `values`, with some air at both ends."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    air = (high - low) * part or 1.0
    return Axis(low - air, high + air, start, end)
