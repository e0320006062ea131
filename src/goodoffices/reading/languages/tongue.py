"""What the folder of a language says, checked: its words of time, its cues, its small words."""

import functools
import re
from importlib import resources

from msgspec import Struct

from goodoffices.errors import BadArgument, GoodOfficesError
from goodoffices.reading.languages.letters import either, plain
from goodoffices.reading.lexicon import table
from goodoffices.vocabulary.when import duration

_DATA = resources.files("goodoffices.reading") / "data"


class Cues(Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns of the words before a time. by: a deadline; before: the day before it; until, since, after: told in the
    basis; end, start, middle: of what follows.
    """

    by: tuple[str, ...]
    before: tuple[str, ...]
    until: tuple[str, ...]
    since: tuple[str, ...]
    after: tuple[str, ...]
    end: tuple[str, ...]
    start: tuple[str, ...]
    middle: tuple[str, ...]


class Tongue(Struct, frozen=True, forbid_unknown_fields=True):
    """data/<code>/language.yaml.

    locales: of the CLDR, for months, weekdays and territories. months: names beyond the CLDR's, to their numbers.
    numbers: words to numbers; units: words to durations; duals: words that hold number and unit. deictic: words to days
    from the document's. vague: TIMEX-like value to patterns. cues: see Cues. counted_from: patterns after a deadline
    that name what it is counted from; this_text: among those, the document itself. proclitics: a pattern of small words
    written together with the next one. ambiguous: names of the CLDR that are common words or first names. of: a pattern
    between an office and whose it is. speaking: patterns around a capital (~) that make it a government.
    tongues: patterns around an adjective (~) that make it the name of a language. unseen_months: patterns of months of
    other calendars, whose days are not reckoned.
    """

    locales: tuple[str, ...]
    numbers: dict[str, int]
    units: dict[str, str]
    deictic: dict[str, int]
    vague: dict[str, tuple[str, ...]]
    cues: Cues
    of: str
    counted_from: tuple[str, ...] = ()
    this_text: tuple[str, ...] = ()
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    duals: dict[str, str] = {}
    proclitics: str = ""
    ambiguous: tuple[str, ...] = ()
    speaking: tuple[str, ...] = ()
    tongues: tuple[str, ...] = ()
    unseen_months: tuple[str, ...] = ()


@functools.cache
def codes() -> frozenset[str]:
    """The languages that have a folder, ISO 639-1; English, which has frames, not among them."""
    return frozenset(folder.name for folder in _DATA.iterdir() if (folder / "language.yaml").is_file())


@functools.cache
def tongue(code: str) -> Tongue:
    """The table of a language; BadArgument when it is not of its shape or a pattern or duration in it is none."""
    found = table("language", Tongue, code)
    try:
        for pattern in (
            *found.speaking,
            *found.tongues,
            *found.counted_from,
            *found.this_text,
            found.proclitics,
            found.of,
        ):
            re.compile(plain(pattern).replace("~", "x"))
        for length in (*found.units.values(), *found.duals.values()):
            duration(length)
    except (re.error, GoodOfficesError) as error:
        raise BadArgument("a table of the reader has its stated shape", f"{code}/language: {error}") from error
    if any(not 1 <= number <= 12 for number in found.months.values()):
        raise BadArgument("a month has a number from 1 to 12", f"{code}/language: {found.months}")
    return found


@functools.cache
def around(code: str, key: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of speaking or tongues as two: what stands before (ends there) and what stands after."""
    patterns = [plain(pattern) for pattern in getattr(tongue(code), key)]
    before = either(p.removesuffix("~") for p in patterns if p.endswith("~"))
    after = either(p.removeprefix("~") for p in patterns if p.startswith("~"))
    flags = re.IGNORECASE
    return re.compile(rf"(?<!\w)(?:{before or '(?!)'})$", flags), re.compile(rf"(?:{after or '(?!)'})(?!\w)", flags)
