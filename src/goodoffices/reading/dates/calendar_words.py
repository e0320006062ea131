"""The words of time as one table, and numbers and amounts read from words."""

import datetime as dt
import functools
import re

from msgspec import Struct

from goodoffices.reading.lexicon import table


class CalendarWords(Struct, frozen=True):
    """data/en/dates.yaml."""

    months: dict[int, tuple[str, ...]]
    weekdays: dict[int, str]
    seasons: dict[str, int]
    units: dict[str, str]
    ones: dict[str, int]
    tens: dict[str, int]
    vague_amounts: tuple[str, ...]
    ordinals: dict[str, int]
    decades: dict[str, int]
    vague: dict[str, tuple[str, ...]]
    future_clues: frozenset[str]
    past_clues: frozenset[str]
    spelt: tuple[str, ...]
    not_misspelt: frozenset[str]
    counted: frozenset[str]
    starts: dict[str, tuple[str, ...]]
    recurrences: dict[str, str]
    number_before: tuple[str, ...]
    year_after: tuple[str, ...]
    modifiers: tuple[str, ...]
    portions: tuple[str, ...]


@functools.cache
def calendar_words() -> CalendarWords:
    """The table of English."""
    return table("dates", CalendarWords)


@functools.cache
def _months() -> dict[str, int]:
    return {form.lower(): number for number, forms in calendar_words().months.items() for form in forms}


def month(word: str) -> int:
    """January or Jan. is 1."""
    return _months()[word.strip(" .").lower()]


@functools.cache
def _weekdays() -> dict[str, int]:
    return {name.lower(): number for number, name in calendar_words().weekdays.items()}


def weekday(word: str) -> int:
    """Monday is 1, as in ISO 8601."""
    return _weekdays()[word.lower().rstrip("s")]


@functools.cache
def day_names() -> frozenset[str]:
    """The names of weekdays and months, in small letters."""
    return frozenset(_weekdays()) | frozenset(_months())


def number(words: str) -> int | None:
    """ "24", "twenty-four", "one hundred and twenty", "a" and "an"; None for "several" and the like."""
    text = words.lower().strip()
    digits = text.replace(",", "")
    if digits.isdigit():
        return int(digits)
    if text in ("a", "an", "the", "another"):
        return 1
    if text in ("a couple of", "a couple", "couple of", "both"):
        return 2
    if text in ("a dozen", "dozen"):
        return 12
    total = 0
    known = calendar_words()
    for word in re.findall(r"[a-z]+", text):
        if word in known.ones:
            total += known.ones[word]
        elif word in known.tens:
            total += known.tens[word]
        elif word == "hundred":
            total = max(total, 1) * 100
        elif word not in ("and", "a", "of"):
            return None
    return total or None


def length(amount: str, unit: str) -> str:
    """An ISO 8601 duration: P4M, P2W, PT24H; PXM where no number can be given."""
    one = calendar_words().units[unit.lower().rstrip("'").rstrip("s")]
    prefix, size, letter = ("PT", one[2:-1], one[-1]) if one.startswith("PT") else ("P", one[1:-1], one[-1])
    count = number(amount)
    return f"{prefix}{'X' if count is None else count * int(size)}{letter}"


def day_or_none(year: int, month_number: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none."""
    try:
        return dt.date(year, month_number, day)
    except ValueError:
        return None
