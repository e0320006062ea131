"""Steps through the calendar: the week before, two years on, the first half."""

import datetime as dt
import re

from msgspec.structs import replace

from goodoffices.vocabulary.when import When, between, duration, in_month, in_year, on_day, shifted, unresolved

PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_PARTS_OF = (
    (r"first quarter", (0.0, 0.25)),
    (r"last quarter", (0.75, 1.0)),
    (r"first half", (0.0, 0.5)),
    (r"second half|latter half", (0.5, 1.0)),
    (r"early|beginning|start|first|turn", (0.0, 1 / 3)),
    (r"mid", (1 / 3, 2 / 3)),
    (r"late|end|close|last|final", (2 / 3, 1.0)),
)


def narrowed(when: When, mod: str | None) -> When:
    """Early, mid and late as thirds, halves and the first and last quarter as they are; the words' unit stays."""
    words = (mod or "").lower()
    first, last = when.earliest, when.latest
    if not words or first is None or last is None:
        return when
    part = next((p for stems, p in _PARTS_OF if re.search(stems, words)), (0.0, 1.0))
    if when.precision == "year":
        months = [round(12 * share) for share in part]
        return replace(
            when, earliest=first.replace(month=months[0] + 1), latest=in_month(first.year, months[1]).latest, edtf=""
        )
    days = (last - first).days + 1
    start = first + dt.timedelta(days=round(days * part[0]))
    return replace(when, earliest=start, latest=first + dt.timedelta(days=max(1, round(days * part[1])) - 1), edtf="")


def stepped(day: dt.date | None, span: str, sign: int, precision: str = "day") -> When | None:
    """`day` moved by a length, as exact as the length's unit and the day itself are."""
    if day is None:
        return unresolved("PAST_REF" if sign < 0 else "FUTURE_REF", "")
    try:
        moved = shifted(day, span) if sign > 0 else _back(day, span)
    except (ValueError, OverflowError):
        return None
    unit = span[-1] if "T" not in span else "D"
    if "DWMY".index(unit) < {"month": 1, "season": 2, "year": 3, "interval": 3}.get(precision, 0) - (unit == "W"):
        return unresolved("PAST_REF" if sign < 0 else "FUTURE_REF", "")  # a fortnight after a year is no day
    if unit == "Y" or precision == "year":
        return in_year(moved.year)
    if unit == "M" or precision in ("month", "season"):
        return in_month(moved.year, moved.month)
    return week(moved) if unit == "W" and precision != "day" else on_day(moved)


def _back(day: dt.date, span: str) -> dt.date:
    return day - duration(span)


def week(day: dt.date) -> When:
    """The week of a day, Monday to Sunday."""
    monday = day - dt.timedelta(days=day.weekday())
    year, number, _ = day.isocalendar()
    return replace(between(monday, monday + dt.timedelta(days=6)), precision="week", value=f"{year}-W{number:02d}")


def neighbour(day: dt.date | None, precision: str, unit: str, step: int) -> When | None:
    """The day, week, month … `step` of them away from the one of `day`, which is known to `precision`; None where
    that is not exact enough for the unit.
    """
    if day is None:
        return unresolved(_UNKNOWN.get(unit, "XXXX-XX-XX") + PARTS.get(unit, ""), "")
    if unit in ("day", "night", "hour", *PARTS):
        if precision not in ("day", "minute", "hour"):
            return None
        moved = on_day(day + dt.timedelta(days=step))
        return replace(moved, value=moved.value + PARTS.get(unit, ""))
    if unit == "week":
        return week(day + dt.timedelta(weeks=step))
    if unit == "weekend":
        saturday = day + dt.timedelta(days=5 - day.weekday(), weeks=step)
        return replace(between(saturday, saturday + dt.timedelta(days=1)), value=f"{week(saturday).value}-WE")
    return _larger(day, unit, step)


_UNKNOWN = {
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def _larger(day: dt.date, unit: str, step: int) -> When:
    if unit == "month":
        months = day.year * 12 + day.month - 1 + step
        return in_month(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + step
        first = dt.date(quarters // 4, quarters % 4 * 3 + 1, 1)
        last = in_month(first.year, first.month + 2).latest
        return replace(between(first, last), value=f"{first.year}-Q{quarters % 4 + 1}")
    if unit == "year":
        return in_year(day.year + step)
    size = 10 if unit == "decade" else 100
    begins = (day.year // size + step) * size
    return replace(between(dt.date(begins, 1, 1), dt.date(begins + size - 1, 12, 31)), value=str(begins // size))
