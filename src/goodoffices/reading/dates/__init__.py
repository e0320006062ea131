"""When: expressions of time, the days they allow, and what deadlines are counted from."""

from goodoffices.reading.dates.mentions import find

__all__ = ["find"]
