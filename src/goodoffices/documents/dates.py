"""The date a document bears: reads a day or a month as letterheads, datelines and lines under headlines write it."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from goodoffices.vocabulary.when import When, in_month, on_day

LOCALES = ("en", "fr", "es", "ru", "ar", "ar_LB", "ar_DZ", "he", "it", "pt")
_EARLIEST, _LATEST = 1600, 2199  # years a document may bear
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0640]")  # direction marks and the Arabic tatweel

_DIGITS = {0x0660 + n: str(n) for n in range(10)} | {0x06F0 + n: str(n) for n in range(10)}


@lru_cache
def month_numbers() -> dict[str, int]:
    """Month names, full and short, as CLDR has them in the languages of LOCALES -> 1 to 12."""
    from babel.dates import get_month_names

    names = {}
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    names[name.casefold().rstrip(".")] = number
    names["sept"] = 9
    return {name: number for name, number in names.items() if len(name) > 2}


@lru_cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    month = rf"(?P<month>{month})(?!\w)\.?"
    year = r"(?P<year>1[6-9]\d\d|2[01]\d\d)(?:م(?!\w)|(?!\w))"  # the letter for "of the common era"
    day = r"(?<![\w.,/-])(?P<day>[0-3]?\d)"
    of = r"(?:\s*,?\s*(?:of|de|del|d')\s*|\s*[,.-]?\s*)"
    return (
        re.compile(rf"{day}(?:st|nd|rd|th|er|º|°|-?го)?(?:\s+day)?{of}[בל]?{month}{of}{year}", re.I),
        re.compile(rf"(?<!\w){month}\s*(?:[0-3]?\d\s*[-–‐‑]\s*)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s*,?\s+{year}", re.I),
        re.compile(r"(?<!\d)(?P<year>1[6-9]\d\d|2[01]\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        re.compile(
            r"(?<![\d./])(?P<one>[0-3]?\d)(?P<mark>[./])(?P<two>[0-3]?\d)(?P=mark)(?P<year>(?:1[6-9]|2[01])?\d\d)(?![\d/]|\.\d)"
        ),
        re.compile(rf"(?<!\w){month}(?:\s+(?:de|of)\s+|\s*,?\s*){year}", re.I),
    )


def dates_in(line: str, *, language: str = "", web: bool = False) -> Iterator[tuple[int, int, When]]:
    """Dates of at least a month in `line`, each with where it stands, full days before months.

    03/04/2010 is read day first with the other reading as an alternative, without one where the text's language or
    the full stops in it leave no doubt. Two-digit years are read only with `web` (a page is no older than 1991).
    """
    cleaned = _MARKS.sub(" ", line[:2000]).translate(_DIGITS)
    taken: list[tuple[int, int]] = []
    for pattern in _patterns():
        for found in pattern.finditer(cleaned):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            taken.append(found.span())  # also of a day that does not exist: "31 November 1967" is not November 1967
            if when := _read(found, language, web):
                yield found.start(), found.end(), when


def _read(found: re.Match[str], language: str, web: bool) -> When | None:
    group = found.groupdict()
    if "one" in group:
        return _numeric(found, language, web)
    year = int(group["year"])
    month = int(group["number"]) if group.get("number") else month_numbers()[group["month"].casefold()]
    if group.get("day") is None:
        return in_month(year, month)
    return _day(year, month, int(group["day"]))


def _numeric(found: re.Match[str], language: str, web: bool) -> When | None:
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    if year < 100:
        if not web:
            return None
        year += 1900 if year >= 91 else 2000
    day_first, month_first = _day(year, two, one), _day(year, one, two)
    certain = found["mark"] == "." or language not in ("", "en") or one == two
    if day_first and month_first and not certain:
        return replace(day_first, alternatives=(month_first,))
    return day_first or (None if certain else month_first)


def _day(year: int, month: int, day: int) -> When | None:
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    return on_day(date) if _EARLIEST <= year <= _LATEST else None


def read_stamp(stamp: str) -> When | None:
    """A machine-written date ("2010-03-25T08:00:00Z", "2010-03", "Thu, 25 Mar 2010 08:00:00 GMT"): its day or month.

    The day is the one written; the clock time and zone are left out, for a day is what a document bears.
    """
    stamp = stamp.strip()[:100]
    if found := re.match(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)", stamp):
        return _day(*(int(g) for g in found.groups()))
    if (found := re.fullmatch(r"(\d{4})-(\d{2})", stamp)) and 1 <= int(found[2]) <= 12 and int(found[1]) >= _EARLIEST:
        return in_month(int(found[1]), int(found[2]))
    return next((when for _, _, when in dates_in(stamp)), None)
