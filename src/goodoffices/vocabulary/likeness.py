"""When two values may be the same thing, said by different people in different words."""

import datetime as dt
from collections.abc import Iterable, Iterator

from goodoffices.vocabulary.when import When

LIKE = 85  # of 100: token-sort ratio from which two phrases count as one; word order is free, one short word may differ
UNIQUE = frozenset({"first", "last", "only", "final", "inaugural"})  # what there is but one of needs no date
_NARROW = 3  # days up to which a time counts as a day that sources may give differently


def like(one: str, other: str) -> bool:
    """Whether two phrases say the same; silence says nothing."""
    from rapidfuzz.fuzz import token_sort_ratio  # only those who match wait for it

    return bool(one and other) and token_sort_ratio(one.casefold(), other.casefold()) >= LIKE


def agree(one: str, other: str) -> bool:
    """Whether two names can be one: equal, or one of them is missing."""
    return not one or not other or one.casefold() == other.casefold()


def overlap(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two lists of names can be one: they share a name, or one of them is missing."""
    a, b = set(one), set(other)
    return not a or not b or bool(a & b)


def apart(one: When | None, other: When | None) -> int | None:
    """The days between two times: 0 when one day satisfies both, None when one of them has no bounds."""
    if one is None or other is None or not one.bounded or not other.bounded:
        return None
    return min(_gap(a, b) for a in _readings(one) for b in _readings(other))


def _readings(when: When) -> tuple[When, ...]:
    return (when, *when.alternatives)  # as they are: copies without alternatives took half of the time


def _gap(one: When, other: When) -> int:
    starts = [w.earliest for w in (one, other) if w.earliest]
    ends = [w.latest for w in (one, other) if w.latest]
    return max(0, (max(starts) - min(ends)).days) if starts and ends else 0


def spans(when: When | None) -> Iterator[str]:
    """Names of days and months such that two times at most a day apart, or one within the other, share one."""
    for reading in _readings(when) if when else ():
        first, last = reading.earliest or reading.latest, reading.latest or reading.earliest
        if first is None or last is None:
            continue
        if (last - first).days <= _NARROW:
            for number in range((last - first).days + 2):
                yield (first + dt.timedelta(days=number)).isoformat()
        yield from _months(first, min(last, first + dt.timedelta(days=366)))


def _months(first: dt.date, last: dt.date) -> Iterator[str]:
    month = first.replace(day=1)
    while month <= last:
        yield month.isoformat()[:7]
        month = (month + dt.timedelta(days=32)).replace(day=1)
