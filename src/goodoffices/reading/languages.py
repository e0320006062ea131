"""Texts in other languages than English: who is named in them, and the dates and deadlines they give.

A language is a folder of data (time.yaml, names.tsv); names of states, months and weekdays are the CLDR's, by Babel.
"""

import functools
import re
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import Any

from msgspec import Struct

from goodoffices.errors import BadDate
from goodoffices.reading.dates.calendar_words import day_or_none
from goodoffices.reading.dates.deadlines import DOCUMENT
from goodoffices.reading.folding import folded
from goodoffices.reading.lexicon import rows, table
from goodoffices.vocabulary.party import Parties
from goodoffices.vocabulary.quote import quote
from goodoffices.vocabulary.reading import ActorMention, DateMention
from goodoffices.vocabulary.text import Span, Text
from goodoffices.vocabulary.when import When, in_month, in_year, no_later_than, on_day, unresolved, within


class TimeWords(Struct, frozen=True, kw_only=True):
    """data/<language>/time.yaml; that of French explains the keys."""

    joint: tuple[str, ...]
    day: tuple[str, ...]
    year: tuple[str, ...]
    month_prefix: tuple[str, ...]
    word_prefix: tuple[str, ...]
    units: dict[str, str]
    numbers: dict[str, int]
    within: tuple[str, ...]
    no_later: tuple[str, ...]
    before: tuple[str, ...]
    vague: dict[str, tuple[str, ...]]
    months: dict[int, tuple[str, ...]] = {}


@functools.cache
def languages() -> frozenset[str]:
    """The languages that have a folder of data, besides English (ISO 639-1)."""
    folders = (resources.files("goodoffices.reading") / "data").iterdir()
    return frozenset(folder.name for folder in folders if folder.is_dir() and folder.name != "en")


def known(text: Text) -> str:
    """The language of a text if it has a folder, else ""."""
    language = text.language.split("-")[0].lower()
    return language if language in languages() else ""


@functools.cache
def words(language: str) -> TimeWords:
    """The words of time of a language, checked."""
    return table("time", TimeWords, language)


@functools.cache
def _locale(language: str) -> Any:
    from babel import Locale

    return Locale(language)


@functools.cache
def months(language: str) -> dict[str, int]:
    """Names of the months, in the forms in which dates write them and alone, in small letters."""
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in _locale(language).months[context][width].items():
                found[name.lower().rstrip(".")] = number
    for number, names in words(language).months.items():
        found |= dict.fromkeys(names, number)
    return {name: number for name, number in found.items() if len(name) > 1 and not name.isdigit()}


# The endings of Russian names of states, by how the name ends, the longest first; the nominative among them.
_DECLINED = (
    ("ия", ("ия", "ии", "ию", "ией")),
    ("а", ("а", "ы", "е", "у", "ой", "и")),
    ("я", ("я", "и", "е", "ю", "ей")),
    ("ь", ("ь", "и", "я", "ю", "ем", "ью", "е")),
    ("й", ("й", "я", "ю", "ем", "е")),
)


def _forms(name: str, language: str) -> tuple[str, ...]:
    if language != "ru" or " " in name or len(name) < 4:
        return (name,)
    for ending, endings in _DECLINED:
        if name.endswith(ending):
            return tuple(name[: -len(ending)] + form for form in endings)
    return (name, *(name + form for form in ("а", "у", "ом", "е"))) if name[-1] not in "оеиыуэюё" else (name,)


@functools.cache
def _names(language: str, ids: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all names, and whose each is. ids: parties with their CLDR codes."""
    territories = _locale(language).territories
    whose: dict[str, str] = {}
    for party, code in ids:
        for form in _forms(territories.get(code, ""), language):
            whose.setdefault(form, party)
    for surface, party in rows("names", 2, language):
        whose[surface] = party
    whose.pop("", None)
    surfaces = sorted(whose, key=lambda name: (-len(name), name))
    prefix = "|".join(sorted(map(re.escape, words(language).word_prefix), key=len, reverse=True))
    names = "|".join(re.escape(folded(name)) for name in surfaces)
    start = rf"(?<!\w)(?:{prefix})?" if prefix else r"(?<!\w)"
    return re.compile(rf"{start}(?P<name>{names})(?!\w)"), {folded(name): party for name, party in whose.items()}


def actors(text: Text, document: str, sentences: Sequence[Span], parties: Parties) -> tuple[ActorMention, ...]:
    """The parties named in `sentences`: states by their CLDR names, bodies by names.tsv, and those the case knows."""
    language = known(text)
    coded = tuple(sorted((p.id, p.codes["cldr"]) for p in parties if "cldr" in p.codes))
    pattern, whose = _names(language, coded)
    own = {folded(name): p.id for p in parties for name in p.names.get(language, ())}
    content = folded(text.content)
    found: dict[Span, str] = {}
    for start, end in sentences:
        for m in pattern.finditer(content, start, end):
            found[m.span("name")] = whose[m["name"]]
        for name, party in own.items():
            for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", content[start:end]):
                found.setdefault((start + m.start(), start + m.end()), party)
    return tuple(ActorMention(quote(document, text.content, *span), party) for span, party in sorted(found.items()))


def dates(text: Text, document: str, sentences: Sequence[Span], dated: When | None) -> tuple[DateMention, ...]:
    """The expressions of time in `sentences`: days, months, years, lengths with the words that count them (from the
    document's date), and vague ones, which get no days.
    """
    language = known(text)
    content = _lowered(folded(text.content))
    found = []
    for start, end in sentences:
        for first, last, when in _disjoint(content, start, end, language, dated):
            found.append(DateMention(quote(document, text.content, first, last), when))
    return tuple(found)


def _lowered(content: str) -> str:
    """In small letters, character for character: a capital that has no small one of the same length stays."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in content)


def _disjoint(content: str, start: int, end: int, language: str, dated: When | None) -> list[tuple[int, int, When]]:
    """The longest expression at each spot, in order."""
    found = [
        (*m.span("at"), when)
        for name, pattern in _patterns(language)
        for m in pattern.finditer(content, start, end)
        if (when := _READINGS[name](m, language, dated)) is not None
    ]
    chosen: list[tuple[int, int, When]] = []
    for first, last, when in sorted(found, key=lambda f: (f[0], -f[1])):
        if chosen and first < chosen[-1][1]:
            continue
        basis = content[first:last]
        cue = _bound(language).search(content[max(start, first - 40) : first])
        if cue is not None and when.bounded and not when.value.startswith("P"):
            when, basis = no_later_than(when), cue.group() + basis
        chosen.append((first, last, when.said(basis, anchor=when.anchor)))
    return chosen


@functools.cache
def _bound(language: str) -> re.Pattern[str]:
    """Words after which a date is the last day, at the end of what stands before it."""
    cues = either((*words(language).no_later, *words(language).before))
    return re.compile(rf"(?<!\w)(?:{cues})\s*-?$")


def either(phrases: Iterable[str]) -> str:
    """An alternation of phrases, the longest first."""
    return "|".join(re.escape(_lowered(folded(p))) for p in sorted(phrases, key=lambda p: (-len(p), p)))


def _optional(phrases: Sequence[str], lead: str = "") -> str:
    some = [p for p in phrases if p]
    return rf"(?:{lead}(?:{either(some)}))?" if some else ""


@functools.cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The shapes of expressions of time; group `at` is the expression."""
    known_words, names = words(language), months(language)
    prefix, joint = _optional(known_words.month_prefix), _optional(known_words.joint, r"\s+")
    day, after = _optional(known_words.day), _optional(known_words.year, r"\s*")
    number = rf"\d{{1,3}}|{either(known_words.numbers)}"
    long = either(name for name in names if len(name) > 3)
    shapes = {
        "length": rf"(?<!\w)(?P<at>(?:(?P<cue>{either(known_words.within)})\s+)?(?P<n>{number})\s+"
        rf"(?P<unit>{either(known_words.units)}))(?!\w)",
        "single": rf"(?<!\w)(?P<at>(?P<cue>{either(known_words.within)})\s+"
        rf"(?P<unit>{either(known_words.units)}))(?!\w)",
        "day": rf"(?<![\w./])(?<!\d-)(?P<at>(?P<d>\d{{1,2}}){day}{joint}\s+"
        rf"{prefix}(?P<m>{either(names)})(?:\.(?=\s*\d))?"
        rf"(?:{joint},?\s+(?P<y>\d{{4}}){after})?)(?!\w)",
        "month": rf"(?<!\w){_optional(known_words.word_prefix)}{prefix}(?P<at>(?P<m>{long}){joint},?\s+"
        rf"(?P<y>\d{{4}}){after})(?!\w)",
        "iso": r"(?<![\w./-])(?P<at>(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d))(?![\w/-])",
        "numeric": r"(?<![\w./-])(?P<at>(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4}))(?![\w/-])",
        "vague": rf"(?<!\w)(?P<at>{either(p for phrases in known_words.vague.values() for p in phrases)})(?!\w)",
        "year": rf"(?<![\w.,/()-])(?P<at>(?P<y>(?:19|20)\d\d){after})(?![\w/)]|[.,]\d|-\d)",
    }
    return tuple((name, re.compile(shape)) for name, shape in shapes.items())


def _length(m: re.Match[str], language: str, dated: When | None) -> When | None:
    known_words = words(language)
    said = m.groupdict().get("n") or "1"
    lowered = {_lowered(folded(name)): count for name, count in known_words.numbers.items()}
    count = int(said) if said.isdigit() else lowered[said]
    unit = {_lowered(folded(name)): one for name, one in known_words.units.items()}[m["unit"]]
    value = f"{unit[:-2]}{count}{unit[-1]}"
    if not m["cue"]:
        return unresolved(value, "")
    try:
        return within(value, dated, basis=m["at"], anchor_id=DOCUMENT if dated else "")
    except (BadDate, OverflowError, ValueError):
        return unresolved(value, "")


def _day(m: re.Match[str], language: str, dated: When | None) -> When | None:
    number, which = int(m["d"]), months(language)[m["m"]]
    if not m["y"] and (dated is None or dated.latest is None):
        return unresolved(f"XXXX-{which:02d}-{number:02d}", "")
    year = int(m["y"]) if m["y"] else dated.latest.year  # type: ignore[union-attr]
    day = day_or_none(year, which, number)
    return on_day(day) if day else None


def _month(m: re.Match[str], language: str, dated: When | None) -> When | None:
    return in_month(int(m["y"]), months(language)[m["m"]])


def _digits(m: re.Match[str], language: str, dated: When | None) -> When | None:
    day = day_or_none(int(m["y"]), int(m["m"]), int(m["d"]))
    return on_day(day) if day else None


def _year(m: re.Match[str], language: str, dated: When | None) -> When | None:
    return in_year(int(m["y"]))


def _vague(m: re.Match[str], language: str, dated: When | None) -> When | None:
    found = (v for v, phrases in words(language).vague.items() for p in phrases if _lowered(folded(p)) == m["at"])
    return unresolved(next(found), "")


_READINGS = {
    "length": _length,
    "single": _length,
    "day": _day,
    "month": _month,
    "iso": _digits,
    "numeric": _digits,
    "vague": _vague,
    "year": _year,
}
