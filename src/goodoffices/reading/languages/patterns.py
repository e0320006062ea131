"""The shapes of times in one language: data/<code>/date_shapes.tsv with its fragments filled in."""

import functools
import re

from goodoffices.reading.languages.letters import either, plain
from goodoffices.reading.languages.tongue import tongue
from goodoffices.reading.lexicon import rows


@functools.cache
def months(code: str) -> dict[str, int]:
    """Names of months, small letters, to 1 … 12: those of the CLDR's locales and the table's."""
    return _named(code, "get_month_names") | {plain(name).lower(): n for name, n in tongue(code).months.items()}


@functools.cache
def weekdays(code: str) -> dict[str, int]:
    """Names of weekdays, small letters, to 1 (Monday) … 7."""
    named = {name: number + 1 for name, number in _named(code, "get_day_names").items()}
    return named | {plain(name).lower(): n for name, n in tongue(code).weekdays.items()}


def _named(code: str, what: str) -> dict[str, int]:
    from babel import dates

    found: dict[str, int] = {}
    for locale in tongue(code).locales:
        for context in ("format", "stand-alone"):
            for number, name in getattr(dates, what)("wide", context, locale).items():
                found.setdefault(plain(name).lower(), number)
    return found


@functools.cache
def shapes(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules in the order of the table, most telling first: what each means (`times.READINGS`) and its pattern,
    which begins where a word does, or after small words written together with it.
    """
    return tuple(
        (rule, re.compile(_filled(shape, code), re.IGNORECASE)) for rule, shape in rows("date_shapes", 2, code)
    )


def _filled(shape: str, code: str) -> str:
    for name, fragment in _fragments(code).items():
        shape = shape.replace("{" + name + "}", f"(?:{fragment})")
    return rf"(?<!\w)(?:{tongue(code).proclitics})(?P<x>{plain(shape)})(?!\w|[.,/-]\d)"


@functools.cache
def _fragments(code: str) -> dict[str, str]:
    table = tongue(code)
    month = either(re.escape(name) for name in months(code))
    return {
        "MONTH": month,
        "DAY": r"[12]\d|3[01]|0?[1-9]",
        "YEAR": r"1[5-9]\d\d|20\d\d",
        "WEEKDAY": either(re.escape(name) for name in weekdays(code)),
        "NUM": rf"\d{{1,3}}|{either(table.numbers)}",
        "UNIT": either(table.units),
        "DUAL": either(table.duals) or "(?!)",
        "DEICTIC": either(table.deictic),
        "VAGUE": either(phrase for phrases in table.vague.values() for phrase in phrases) or "(?!)",
        "UNSEEN": either(table.unseen_months) or "(?!)",
    }


@functools.cache
def cues(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What stands before a time, by what it means; each pattern ends where the time begins."""
    small = tongue(code).proclitics
    return tuple(
        (
            sort,
            re.compile(
                rf"(?<!\w)(?:{small})(?:{either(getattr(tongue(code).cues, sort)) or '(?!)'}) ?$", re.IGNORECASE
            ),
        )
        for sort in ("end", "start", "middle", "by", "before", "until", "since", "after")
    )
