"""What the shapes that name a calendar time mean: one function a shape, from its words and its moment to a `When`."""

import datetime as dt
import re
from collections.abc import Callable

from msgspec.structs import replace

from goodoffices.reading.dates.calendar_words import calendar_words, day_or_none, month
from goodoffices.reading.dates.moment import Moment
from goodoffices.reading.dates.time_steps import PARTS, narrowed
from goodoffices.vocabulary.when import When, between, in_month, in_season, in_year, on_day, unresolved

Found = re.Match[str]
Reading = Callable[[Found, Moment], When | None]


def _day(found: Found, moment: Moment) -> When | None:
    number_of_day, which = int(re.match(r"\d+", found["d"]).group()), month(found["m"])  # type: ignore[union-attr]
    year = int(found["y"]) if found["y"] else moment.year_of(found, which, number_of_day)
    if year is None:
        return unresolved(f"XXXX-{which:02d}-{number_of_day:02d}", "")
    day = day_or_none(year, which, number_of_day)
    part = PARTS.get((found["part"] or "").lower(), "")
    return replace(on_day(day), value=day.isoformat() + part) if day else None


def _days(found: Found, moment: Moment) -> When | None:
    first, last = (int(re.match(r"\d+", found[g]).group()) for g in ("d", "d2"))  # type: ignore[union-attr]
    which = month(found["m"])
    year = int(found["y"]) if found["y"] else moment.year_of(found, which, last)
    if year is None:
        return unresolved(f"XXXX-{which:02d}-{first:02d}/XXXX-{which:02d}-{last:02d}", "") if first < last else None
    start, end = day_or_none(year, which, first), day_or_none(year, which, last)
    if start is None or end is None or start > end:
        return None
    return between(start, end)


def _iso(found: Found, moment: Moment) -> When | None:
    day = day_or_none(int(found["y"]), int(found["m"]), int(found["d"]))
    if day is None:
        return None
    return on_day(day, dt.time.fromisoformat(found["clock"]) if found["clock"] else None)


def _numeric(found: Found, moment: Moment) -> When | None:
    a, b, year = int(found["a"]), int(found["b"]), int(found["y"])
    readings = [day_or_none(year, b, a), day_or_none(year, a, b)]
    days = list(dict.fromkeys(day for day in readings if day))
    if not days:
        return None
    return replace(on_day(days[0]), alternatives=tuple(on_day(day) for day in days[1:]))


def _month(found: Found, moment: Moment) -> When | None:
    return narrowed(in_month(int(found["y"]), month(found["m"])), found["mod"])


def _month_week(found: Found, moment: Moment) -> When | None:
    which, word = month(found["m"]), found["n"].lower()
    year = int(found["y"]) if found["y"] else moment.year_of(found, which)
    if year is None:
        return None
    end = in_month(year, which).latest
    assert end is not None
    nth = int(re.sub(r"\D", "", word)) if word[0].isdigit() else calendar_words().ordinals.get(word, 0)
    if nth > 5:
        return None
    first = (nth - 1) * 7 + 1 if nth else end.day - 6
    return between(dt.date(year, which, first), dt.date(year, which, min(first + 6, end.day)))


def _bare_month(found: Found, moment: Moment) -> When | None:
    which = month(found["m"])
    year = moment.year_of(found, which)
    return narrowed(in_month(year, which), found["mod"]) if year else unresolved(f"XXXX-{which:02d}", "")


def _near_month(found: Found, moment: Moment) -> When | None:
    which, today = month(found["m"]), moment.now
    if today is None:
        return unresolved(f"XXXX-{which:02d}", "")
    year = today.year
    if "last" in found["which"] or "past" in found["which"]:
        year -= which >= today.month
    elif "next" in found["which"] or "coming" in found["which"]:
        year += which <= today.month
    return in_month(year, which)


def _year(found: Found, moment: Moment) -> When | None:
    return narrowed(in_year(int(found["y"])), found["mod"]) if moment.is_year(found, found.start("y")) else None


def _years(found: Found, moment: Moment) -> When | None:
    first, last = int(found["y"]), int(found["y2"])
    if last < 100:
        last += first // 100 * 100
    if not first < last or not moment.is_year(found, found.start("y")):
        return None
    return replace(
        between(dt.date(first, 1, 1), dt.date(last, 12, 31)), value=f"{first}/{last}", edtf=f"{first}/{last}"
    )


def _season(found: Found, moment: Moment) -> When | None:
    return in_season(int(found["y"]), calendar_words().seasons[found["s"].lower()])


def _near_season(found: Found, moment: Moment) -> When | None:
    season, today = calendar_words().seasons[found["s"].lower()], moment.now
    which = found["which"].lower()
    narrated = which in ("that", "the previous", "the following", "the next", "the same", "the following")
    if narrated:
        today = moment.last_day
    if today is None:
        return unresolved(f"XXXX-{_code(season)}", "")
    candidates = [in_season(year, season) for year in (today.year - 2, today.year - 1, today.year, today.year + 1)]
    if which in ("last", "the previous") or "past" in which:
        return [c for c in candidates if c.latest and c.latest < today][-1]
    if which in ("that", "the same") or which == "this":
        return min(candidates, key=lambda c: abs(c.earliest.toordinal() + 45 - today.toordinal()) if c.earliest else 0)
    return next(c for c in candidates if c.earliest and c.earliest > today)


def _code(season: int) -> str:
    return ("SP", "SU", "FA", "WI")[season - 21]


def _bare_season(found: Found, moment: Moment) -> When | None:
    season = calendar_words().seasons[found["s"].lower()]
    if found["s"].lower() == "fall" and "the " not in found.group().lower():
        return None
    year = moment.year_of(found, (4, 7, 10, 12)[season - 21])
    if season == 24 and year and moment.narrative and moment.last_day and moment.last_day.month < 4:
        year -= 1
    return in_season(year, season) if year else unresolved(f"XXXX-{_code(season)}", "")


def _decade(found: Found, moment: Moment) -> When | None:
    first = int(found["y"])
    return replace(
        between(dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), value=f"{first // 10}", edtf=f"{first // 10}X"
    )


def _decade_word(found: Found, moment: Moment) -> When | None:
    century = (moment.last_day or moment.today or dt.date(1950, 1, 1)).year // 100 * 100
    first = century + calendar_words().decades[found["w"].lower()]
    return replace(
        between(dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), value=f"{first // 10}", edtf=f"{first // 10}X"
    )


def _century(found: Found, moment: Moment) -> When | None:
    word = found["n"].lower()
    nth = int(re.sub(r"\D", "", word)) if word[0].isdigit() else calendar_words().ordinals.get(word, 0)
    if found["bc"]:
        return unresolved(f"BC{nth - 1:02d}", "")
    if not 2 <= nth <= 22:
        return None
    first = (nth - 1) * 100
    return replace(
        between(dt.date(first, 1, 1), dt.date(first + 99, 12, 31)), value=f"{nth - 1:02d}", edtf=f"{nth - 1}XX"
    )


def _bc(found: Found, moment: Moment) -> When | None:
    return unresolved(f"BC{int(found['y']):04d}", "")


_AT = re.compile(r"\b(?:at|from|by|until|since|about|around|of|to|till|before|after|than)$", re.IGNORECASE)


def _clock(found: Found, moment: Moment) -> When | None:
    half = (found.groupdict().get("half") or "").lower()
    zone = (found.groupdict().get("zone") or "").lower()
    sure = zone or "." in half or (half and ":" in found.group())  # "1 am" is no time, "1 a.m." is
    if not sure and not ((half or ":" in found.group()) and _AT.search(moment.before(found))):
        return None
    half = half[:1]
    hour = int(found["h"]) % 12 + (12 if half == "p" else 0) if half else int(found["h"])
    minute = int(found["min"] or 0)
    if moment.narrative and moment.last_precision == "day" and moment.last_day and not zone:
        return on_day(moment.last_day, dt.time(hour, minute))
    return unresolved(f"XXXX-XX-XXT{hour:02d}:{minute:02d}{'Z' if zone in ('gmt', 'utc') else ''}", "")


CALENDAR: dict[str, Reading] = {
    "iso": _iso,
    "day": _day,
    "days": _days,
    "month": _month,
    "month_week": _month_week,
    "numeric": _numeric,
    "season": _season,
    "near_season": _near_season,
    "bare_season": _bare_season,
    "decade": _decade,
    "decade_word": _decade_word,
    "century": _century,
    "bc": _bc,
    "years": _years,
    "clock": _clock,
    "clock_mil": _clock,
    "near_month": _near_month,
    "bare_month": _bare_month,
    "year": _year,
}
