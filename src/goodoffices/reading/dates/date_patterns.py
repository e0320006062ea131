"""The shapes that expressions of time take in English, most telling first.

A pattern is written with plain spaces (any white space in a text), straight apostrophes and hyphens: the tagger
folds the typographic ones onto them, character for character.
"""

import functools
import re

from goodoffices.reading.dates.calendar_words import calendar_words
from goodoffices.reading.lexicon import rows


def _either(words: object) -> str:
    return "|".join(sorted((re.escape(str(w)).replace(r"\ ", " ") for w in words), key=len, reverse=True))  # type: ignore[attr-defined]


@functools.cache
def fragments() -> dict[str, str]:
    """Named parts of the patterns."""
    known = calendar_words()
    names = [form for forms in known.months.values() for form in forms]
    full = [n for n in names if len(n) > 4 or n in ("May", "June", "July")]
    ones, tens = _either(known.ones), _either(known.tens)
    below = rf"(?:{tens})(?:[- ](?:{ones}))?|{ones}"
    spelt = rf"(?:(?:an?|one|two|three) hundred(?: and)?(?: (?:{below}))?|{below})"
    modifiers = _either(known.modifiers)
    sure = [words for words in known.vague_amounts if words not in ("some", "many", "few")]
    return {
        "MONTH": f"(?-i:{_either([*names, *(n.upper() for n in full)])})",
        "FULLMONTH": f"(?-i:{_either([*full, *(n.upper() for n in full)])})",
        "SUREMONTH": f"(?-i:{_either(n for n in full if n not in ('May', 'March'))})",
        "DAY": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|,\d{3})",
        "YEAR": r"(?:1\d{3}|20\d\d)(?![\d%])(?!,\d{3})(?!\.\d)",
        "WEEKDAY": f"(?-i:{_either(known.weekdays.values())})",
        "SEASON": _either(known.seasons),
        "UNIT": "(?:minute|hour|day|night|week|fortnight|month|year|decade|centurie|century)s?'?",
        "CALUNIT": "(?:day|night|week|weekend|month|quarter|year|decade|century)",
        "NUM": rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|{spelt}|an?|{_either(known.vague_amounts)}|a couple of|a dozen)",
        "SURENUM": rf"(?:\d{{1,4}}|{spelt}|{_either(sure)}|a couple of|a dozen)",
        "MOD": rf"(?:the )?(?:very )?(?:{modifiers}|(?:{_either(known.portions)}) of)(?: the(?: year)?)?",
        "ORDINAL": rf"(?:{_either(known.ordinals)}|\d{{1,2}}(?:st|nd|rd|th))",
        "ZONE": r"(?:GMT|UTC|EST|EDT|CET|local(?: time)?|hours|hrs|Moscow time|[A-Z][a-z]+ time)",
    }


@functools.cache
def shapes() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """The rules in order: name, the classes of words they start with, the pattern with its groups."""
    return tuple(
        (name, frozenset(starts.split()), re.compile(_filled(shape), re.IGNORECASE))
        for name, starts, shape in rows("date_shapes", 3)
    )


@functools.cache
def goes_on_with(word: str) -> bool:
    """Whether an expression of time may go on with `word` after "the": most words after "the" need no closer look."""
    following = {"mod", "part", "near", "month", "weekday", "season", "ordinal", "num", "#", "after_the"}
    return bool(_classes().get(word, frozenset()) & following)


@functools.cache
def starting(word: str) -> re.Pattern[str] | None:
    """The rules that may begin with `word` (small letters; # for digits) as one pattern, rule n as group rn, phrases
    without a day as group vague; None for a word that begins no expression of time. Where it matches, rule n matches.
    """
    classes = _classes().get(word)
    return _combined(classes) if classes else None


@functools.cache
def _combined(classes: frozenset[str]) -> re.Pattern[str]:
    parts = []
    if "vague" in classes:
        vague = _either(phrase for phrases in calendar_words().vague.values() for phrase in phrases)
        parts.append(rf"(?P<vague>(?:{vague})\b(?! (?:few )?{{UNIT}}))")
    for index, ((_, _, shape), (_, starts, _)) in enumerate(zip(rows("date_shapes", 3), shapes(), strict=True)):
        if starts & classes:
            anonymous = re.sub(r"\(\?P<\w+>", "(?:", shape).replace("(?P=sep)", "[/.-]")
            parts.append(f"(?P<r{index}>{anonymous})")
    return re.compile(_filled(rf"(?<![\w$£€/.])(?:{'|'.join(parts)})(?!\w)"), re.IGNORECASE)


@functools.cache
def _classes() -> dict[str, frozenset[str]]:
    """Word to the classes it begins."""
    known = calendar_words()
    found: dict[str, set[str]] = {"#": {"#"}}
    own = {
        "month": [form for forms in known.months.values() for form in forms],
        "weekday": list(known.weekdays.values()),
        "season": list(known.seasons),
        "ordinal": [word.split("-")[0] for word in known.ordinals],
        "num": [*known.ones, *known.tens, *(phrase.split()[0] for phrase in known.vague_amounts)],
        "vague": [phrase.split()[0] for phrases in known.vague.values() for phrase in phrases],
    }
    for name, members in [*own.items(), *known.starts.items()]:
        for member in members:
            found.setdefault(member.lower(), set()).add(name)
    return {word: frozenset(classes) for word, classes in found.items()}


def _filled(shape: str) -> str:
    for _ in range(2):
        for name, fragment in fragments().items():
            shape = shape.replace("{" + name + "}", fragment)
    # A look-behind must have one width, so its space stays a single one.
    return re.sub(r"(\(\?<[=!][^)]*\))| \?| ", lambda m: m[1] or (r"\s*" if len(m[0]) > 1 else r"\s+"), shape)
