"""What the shapes of times mean, whatever the language: one function a rule, from its groups to a `When`."""

import datetime as dt
import re
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.reading.dates.calendar_words import day_or_none
from goodoffices.reading.dates.time_steps import neighbour, stepped
from goodoffices.reading.languages.letters import plain
from goodoffices.reading.languages.patterns import months, weekdays
from goodoffices.reading.languages.tongue import tongue
from goodoffices.vocabulary.when import When, between, in_month, in_year, on_day, unresolved

Groups = dict[str, str]


class Setting(Struct, frozen=True):
    """The language, and the document's last day, to which "yesterday" is relative."""

    code: str
    today: dt.date | None


def _month(groups: Groups, setting: Setting) -> int:
    return months(setting.code)[groups["m"].lower()]


def _day(groups: Groups, setting: Setting) -> When | None:
    which, number = _month(groups, setting), int(groups["d"])
    year = int(groups["y"]) if groups.get("y") else _nearest(setting.today, which, groups)
    if year is None:
        return unresolved(f"XXXX-{which:02d}-{number:02d}", "")
    day = day_or_none(year, which, number)
    return on_day(day) if day else None


def _nearest(today: dt.date | None, which: int, groups: Groups) -> int | None:
    """The year of the month nearest to the document; of the last one before it where the words say so (group past)."""
    if today is None:
        return None
    if groups.get("past"):
        return today.year - (which > today.month)
    return today.year + (1 if today.month - which >= 7 else -1 if which - today.month >= 7 else 0)


def _days(groups: Groups, setting: Setting) -> When | None:
    which = _month(groups, setting)
    before = months(setting.code)[groups["m2"].lower()] if groups.get("m2") else which
    year = int(groups["y"]) if groups.get("y") else _nearest(setting.today, which, groups)
    if year is None:
        return unresolved(f"XXXX-{before:02d}-{int(groups['d']):02d}/XXXX-{which:02d}-{int(groups['d2']):02d}", "")
    first, last = day_or_none(year, before, int(groups["d"])), day_or_none(year, which, int(groups["d2"]))
    return between(first, last) if first and last and first < last else None


def _numeric(groups: Groups, setting: Setting) -> When | None:
    """Day first, as all these languages write it; month first only where nothing else is a day."""
    a, b, year = int(groups["a"]), int(groups["b"]), int(groups["y"])
    day = day_or_none(year, b, a) or day_or_none(year, a, b)
    return on_day(day) if day else None


def _iso(groups: Groups, setting: Setting) -> When | None:
    day = day_or_none(int(groups["y"]), int(groups["b"]), int(groups["d"]))
    return on_day(day) if day else None


def _in_month(groups: Groups, setting: Setting) -> When | None:
    which = _month(groups, setting)
    year = int(groups["y"]) if groups.get("y") else _nearest(setting.today, which, groups)
    return in_month(year, which) if year else unresolved(f"XXXX-{which:02d}", "")


def _year(groups: Groups, setting: Setting) -> When | None:
    return in_year(int(groups["y"]))


def _years(groups: Groups, setting: Setting) -> When | None:
    first, last = int(groups["y"]), int(groups["y2"])
    if last < 100:
        last += first // 100 * 100
    if not first < last:
        return None
    span = f"{first}/{last}"
    return replace(between(dt.date(first, 1, 1), dt.date(last, 12, 31)), value=span, edtf=span)


def _decade(groups: Groups, setting: Setting) -> When | None:
    first = int(groups["y"])
    first += 1900 if first < 100 else 0
    if first % 10:
        return None
    days = between(dt.date(first, 1, 1), dt.date(first + 9, 12, 31))
    return replace(days, value=f"{first // 10}", edtf=f"{first // 10}X")


def length(groups: Groups, setting: Setting) -> str:
    """An ISO 8601 duration of the groups n and u, or dual."""
    table = tongue(setting.code)
    if groups.get("dual"):
        return _meaning(table.duals, groups["dual"])
    one = _meaning(table.units, groups["u"])
    count = (
        int(groups["n"])
        if groups.get("n", "").isdigit()
        else _meaning(table.numbers, groups["n"])
        if groups.get("n")
        else 1
    )
    head, size, letter = re.fullmatch(r"(PT?)(\d+)([A-Z])", one).groups()  # type: ignore[union-attr]
    return f"{head}{int(count) * int(size)}{letter}"


def _meaning(table: dict[str, str] | dict[str, int], words: str) -> str:
    found = next(value for word, value in table.items() if re.fullmatch(plain(word), words, re.IGNORECASE))
    return str(found)


def _length(groups: Groups, setting: Setting) -> When | None:
    return unresolved(length(groups, setting), "")


def _ago(groups: Groups, setting: Setting) -> When | None:
    return stepped(setting.today, length(groups, setting), -1)


def _unit(step: int) -> Callable[[Groups, Setting], When | None]:
    names = {"D": "day", "W": "week", "M": "month", "Y": "year"}

    def read(groups: Groups, setting: Setting) -> When | None:
        one = _meaning(tongue(setting.code).units, groups["u"])
        unit = names.get(one[-1]) if one[1:-1] == "1" else {"P3M": "quarter", "P10Y": "decade"}.get(one)
        return neighbour(setting.today, "day", unit, step) if unit else None

    return read


def _weekday(groups: Groups, setting: Setting) -> When | None:
    """The last one before the document was written, which is how reports tell of it."""
    wanted = weekdays(setting.code)[groups["w"].lower()]
    if setting.today is None:
        return unresolved(f"XXXX-WXX-{wanted}", "")
    return on_day(setting.today - dt.timedelta(days=(setting.today.isoweekday() - wanted) % 7))


def _deictic(groups: Groups, setting: Setting) -> When | None:
    step = int(_meaning(dict(tongue(setting.code).deictic), groups["t"]))
    if setting.today is None:
        return unresolved("PRESENT_REF" if step == 0 else "XXXX-XX-XX", "")
    return on_day(setting.today + dt.timedelta(days=step))


def _vague(groups: Groups, setting: Setting) -> When | None:
    for value, phrases in tongue(setting.code).vague.items():
        if any(re.fullmatch(plain(phrase), groups["t"], re.IGNORECASE) for phrase in phrases):
            return unresolved(value, "")
    return None


def _unseen(groups: Groups, setting: Setting) -> When | None:
    """A day of another calendar: told, its days not reckoned."""
    return unresolved("XXXX-XX-XX", "")


READINGS: dict[str, Callable[[Groups, Setting], When | None]] = {
    "iso": _iso,
    "day": _day,
    "days": _days,
    "numeric": _numeric,
    "month": _in_month,
    "bare_month": _in_month,
    "year": _year,
    "years": _years,
    "decade": _decade,
    "within": _length,
    "for": _length,
    "every": _length,
    "ago": _ago,
    "this_unit": _unit(0),
    "next_unit": _unit(1),
    "last_unit": _unit(-1),
    "end_unit": _unit(0),
    "weekday": _weekday,
    "deictic": _deictic,
    "vague": _vague,
    "unseen": _unseen,
}
