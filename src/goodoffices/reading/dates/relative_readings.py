"""What the shapes that count from somewhere mean: lengths, "two years ago", "next week", "on Friday"."""

import datetime as dt
import re

from msgspec.structs import replace

from goodoffices.reading.dates.calendar_readings import Found, Reading
from goodoffices.reading.dates.calendar_words import calendar_words, length, number, weekday
from goodoffices.reading.dates.moment import Moment
from goodoffices.reading.dates.time_steps import PARTS, neighbour, stepped
from goodoffices.vocabulary.when import When, on_day, unresolved


def _length(found: Found, moment: Moment) -> When | None:
    groups = found.groupdict()
    amount, unit = groups.get("n2") or groups.get("n") or "", groups.get("u") or ""
    if not amount:
        cue = groups.get("cue", "").lower()
        amount = "several" if unit.endswith("s") or not cue else "a"
        if cue in ("within", "for", "at most") and unit.endswith("s"):
            return unresolved(length("several", unit), "")
        if not re.search(r"\b(?:a|the|next|coming|following)\b", found.group()) and unit.lower() not in ("centuries",):
            return None
    return unresolved(length(amount, unit), "")


def _half(found: Found, moment: Moment) -> When | None:
    if found["u"]:
        values = {"year": "P6M", "decade": "P5Y", "century": "P50Y", "hour": "PT30M", "day": "PT12H", "month": "P15D"}
        return unresolved(values[found["u"].lower()], "")
    unit = (found["u2"] or found["u3"]).lower().rstrip("s").removesuffix("'")
    count = number(found["n"] or found["n3"]) or 1
    halves = {"year": ("M", 12, 6), "decade": ("Y", 10, 5), "century": ("Y", 100, 50), "day": ("H", 24, 12),
              "week": ("D", 7, 4), "month": ("D", 30, 15), "hour": ("M", 60, 30)}  # fmt: skip
    if unit not in halves:
        return None
    letter, whole, half = halves[unit]
    return unresolved(f"P{'T' if unit in ('day', 'hour') else ''}{count * whole + half}{letter}", "")


def _ago(found: Found, moment: Moment) -> When | None:
    if not found["u"] or number(found["n"]) is None or found["n"].lower() == "the last":
        return unresolved("PAST_REF", "")
    return stepped(moment.now, length(found["n"], found["u"]), -1)


def _hence(found: Found, moment: Moment) -> When | None:
    if number(found["n"]) is None:
        return unresolved("FUTURE_REF", "")
    return stepped(moment.today, length(found["n"], found["u"]), 1)


def _away(found: Found, moment: Moment) -> When | None:
    way, unit = found["way"].lower(), found["u"].lower().rstrip("s")
    back = way in ("earlier", "previously", "beforehand", "previous", "preceding", "before that")
    if found["n"] == "":
        step = 0 if way == "same" else -1 if back else 1
        return neighbour(moment.last_day, moment.last_precision, unit, step)
    if number(found["n"]) is None:
        return unresolved("PAST_REF" if back else "FUTURE_REF", "")
    return stepped(moment.last_day, length(found["n"], found["u"]), -1 if back else 1, moment.last_precision)


def _that(found: Found, moment: Moment) -> When | None:
    return neighbour(moment.last_day, moment.last_precision, found["u"].lower(), 0)


def _near(found: Found, moment: Moment) -> When | None:
    which, unit = found["which"].lower().removeprefix("the "), found["u"].lower()
    step = -1 if which in ("last", "past", "this past") else 1 if which in ("next", "coming", "this coming") else 0
    if unit in ("decade", "century", "quarter") and which == "past":
        return unresolved(length("a", unit), "")
    if unit in ("day", "night") and which == "last":
        return None if unit == "day" else neighbour(moment.today, "day", unit, -1)
    if which == "past":
        return unresolved(length("a", unit), "") if unit in ("week", "month", "year") else None
    return neighbour(moment.now, moment.last_precision if moment.narrative else "day", unit, step)


def _end_of(found: Found, moment: Moment) -> When | None:
    which, unit = found["which"].lower(), found["u"].lower()
    told = which in ("that", "the same", "the following") or (which == "the" and moment.narrative)
    step = {"last": -1, "next": 1, "the following": 1}.get(which, 0)
    if unit == "century" and not told:
        return None
    return neighbour(moment.last_day if told else moment.now, moment.last_precision if told else "day", unit, step)


def _year_end(found: Found, moment: Moment) -> When | None:
    unit = "month" if "month" in found.group().lower() else "year"
    return neighbour(moment.last_day if moment.narrative else moment.today, "day", unit, 0)


def _span(found: Found, moment: Moment) -> When | None:
    return unresolved(length(found["n"] or "several", found["u"]), "")


def _weekday(found: Found, moment: Moment) -> When | None:
    wanted = weekday(found["w"])
    today = moment.today
    part = PARTS.get((found.groupdict().get("part") or "").lower(), "")
    which = (found.groupdict().get("which") or "").lower()
    if moment.narrative or which in ("the following", "the previous", "the next"):
        today = moment.last_day if moment.last_precision == "day" else None
    if today is None:
        return unresolved(f"XXXX-WXX-{wanted}{part}", "")
    ahead = (wanted - today.isoweekday()) % 7
    if which in ("next", "the following", "the next", "this coming") or (not which and moment.ahead(found)):
        day = today + dt.timedelta(days=ahead or (7 if which else 0))
    elif which == "this":
        day = today + dt.timedelta(days=wanted - today.isoweekday())
    else:
        behind = (today.isoweekday() - wanted) % 7
        day = today - dt.timedelta(days=behind or (7 if which in ("last", "the previous") else 0))
    return replace(on_day(day), value=day.isoformat() + part)


def _deictic(found: Found, moment: Moment) -> When | None:
    word = " ".join(found["w"].lower().split())
    if moment.today is None:
        return unresolved({"today": "PRESENT_REF", "tonight": "PRESENT_REF"}.get(word, "XXXX-XX-XX"), "")
    step = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    if word == "today" and (moment.narrative or moment.general(found)):
        return unresolved("PRESENT_REF", "")
    return on_day(moment.today + dt.timedelta(days=step))


def _every(found: Found, moment: Moment) -> When | None:
    other = "other" in found.group().lower().split()
    return unresolved(length("two" if other else found["n"] or "one", found["u"]), "")


def _every_word(found: Found, moment: Moment) -> When | None:
    return unresolved(calendar_words().recurrences[found["w"].lower()], "")


RELATIVE: dict[str, Reading] = {
    "within": _length,
    "in_time": _length,
    "ago": _ago,
    "hence": _hence,
    "away": _away,
    "that": _that,
    "end_of": _end_of,
    "year_end": _year_end,
    "span_past": _span,
    "span_next": _span,
    "near": _near,
    "near_weekday": _weekday,
    "weekday": _weekday,
    "deictic": _deictic,
    "every": _every,
    "every_word": _every_word,
    "for": _length,
    "length": _length,
    "half": _half,
}
