"""Expressions of time: where they stand and which days they allow."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from goodoffices.reading.dates.calendar_readings import CALENDAR
from goodoffices.reading.dates.calendar_words import calendar_words
from goodoffices.reading.dates.date_patterns import goes_on_with, shapes, starting
from goodoffices.reading.dates.moment import Moment
from goodoffices.reading.dates.relative_readings import RELATIVE
from goodoffices.reading.dates.spelling import corrected
from goodoffices.reading.folding import folded
from goodoffices.vocabulary.quote import quote
from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.text import Span, Text
from goodoffices.vocabulary.when import When, no_earlier_than, no_later_than, on_day, unresolved

_WORD = re.compile(r"[A-Za-z]+|\d+")
_LOOSE = re.compile(r"(?:for|over|in|during) (?!time)", re.IGNORECASE)  # told in the basis, not part of the expression
_CUE = re.compile(
    r"(?:\b(?:not before|not prior to|(?:no|not) (?:earlier|sooner) than|"
    r"by|before|prior to|(?:no|not) later than|on or before|until|till|since|after|following|from|between|"
    r"as of|as from|effective|with effect from|through|for|over|in|during|at the latest by|to expire on|expires? on))"
    r"(?: on)?(?: the)?\s*$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?: (?:maximum|at most|at the latest))? ?(?:of|after|from|following|before|prior to|ahead of|as of|as from|upon|"
    r"subsequent to|(?:with effect|effective|counting|counted) (?:from|of|as of|as from|on)) [^.,;:!?\n]{1,60}"
)
_READINGS = CALENDAR | RELATIVE
_EXPLICIT = re.compile(r"(?<![\d/(])(?:1[5-9]|20)\d\d(?![\d/)])")


def find(text: Text, document: str, sentences: Sequence[Span], dated: When | None) -> tuple[DateMention, ...]:
    """The expressions of time in `sentences`, in order and disjoint.

    dated: the document's date. Without one "on Friday", "In November" and "October 7" keep what they say
    (XXXX-WXX-5, XXXX-11, XXXX-10-07) and get no days. Lengths ("within four months") come back as P4M without days:
    `deadlines.anchored` counts them. `basis` holds the words with the one before that gives them their sense ("by
    10 June 1982").
    """
    moment = Moment(dated, narrative=_narrative(text, sentences, dated))
    found: list[DateMention] = []
    for start, end in sentences:
        words = text.content[start:end]
        found.extend(_in_sentence(text.content, document, start, words, moment))
    return tuple(found)


def _narrative(text: Text, sentences: Sequence[Span], dated: When | None) -> bool:
    """Whether a text tells of other years than its own: under three tenths of its years are the document's."""
    own = dated.latest.year if dated and dated.latest else None
    if own is None:
        return False
    years = [int(y) for start, end in text.main for y in _EXPLICIT.findall(text.content, start, end)]
    return len(years) >= 12 and sum(year == own for year in years) < 0.3 * len(years)


def _in_sentence(content: str, document: str, start: int, words: str, moment: Moment) -> Iterator[DateMention]:
    sentence, places = corrected(folded(words))
    moment.opens(sentence)
    spans = list(_expressions(sentence, moment))
    for first, last, when in _timed(spans, sentence):
        first, last = places(first), places(last)
        exact = content[start + first : start + last]
        yield DateMention(quote(document, content, start + first, start + last), _said(when, words, exact, first, last))


def _said(when: When, words: str, exact: str, first: int, last: int) -> When:
    """`when` with the words it rests on: a cue before it, the event a length is counted from after it."""
    cue = _CUE.search(folded(words[max(0, first - 40) : first]))
    before = cue.group() if cue else ""
    after = ""
    if when.value.startswith("P") and not when.value.endswith("REF"):
        event = _EVENT.match(words, last) if not re.search(r"\s(?:of|after|from|following)\s*$", exact) else None
        after = event.group() if event else ""
    basis = words[first - len(before) : last] + after
    word = before.lower().strip()
    if word.startswith(("not before", "not prior", "no earlier", "not earlier", "no sooner", "not sooner")):
        return replace(no_earlier_than(when) if when.earliest else when, basis=basis)
    if (word.startswith(("by", "no later", "not later", "on or before", "at the latest")) and when.bounded) or (
        word.startswith(("before", "prior")) and when.earliest and re.search(r"\b(?:end|close) of\b", exact)
    ):
        when = no_later_than(when)
    elif word.startswith(("before", "prior")) and when.earliest:
        when = _strictly_before(when)
    return replace(when, basis=basis, alternatives=tuple(replace(other, basis=basis) for other in when.alternatives))


def _strictly_before(when: When) -> When:
    assert when.earliest is not None
    return replace(
        no_later_than(when),
        latest=when.earliest - dt.timedelta(days=1),
        edtf=f"../{when.earliest - dt.timedelta(days=1)}",
    )


def _expressions(sentence: str, moment: Moment) -> Iterator[tuple[int, int, When]]:
    done = 0
    words = [(word.start(), _key(word.group())) for word in _WORD.finditer(sentence)]
    for (first, word), (_, following) in itertools.pairwise((*words, (0, ""))):
        if first < done or (word == "the" and not goes_on_with(following)):
            continue
        begun = starting(word)
        found = begun.match(sentence, first) if begun else None
        if found is None:
            continue
        if found.lastgroup == "vague":
            done = found.end()
            yield first, done, unresolved(_vague(found.group()), "")
        elif (read := _read(found, sentence, moment)) is not None:
            done = read[1]
            yield read


def _key(word: str) -> str:
    return "#" if word[0].isdigit() else word.lower()


def _read(found: re.Match[str], sentence: str, moment: Moment) -> tuple[int, int, When] | None:
    rule, _, pattern = shapes()[int((found.lastgroup or "")[1:])]
    parts = pattern.match(sentence, found.start())
    when = _READINGS[rule](parts, moment) if parts else None
    if parts is None or when is None:
        return None
    moment.told(when, parts.start())
    cue = _LOOSE.match(sentence, parts.start()) if rule in ("within", "for") else None
    end = parts.start("clear") if rule == "within" and parts["clear"] else parts.end()
    return cue.end() if cue else parts.start(), end, when


def _vague(words: str) -> str:
    phrase = " ".join(words.lower().split())
    return next(value for value, phrases in calendar_words().vague.items() if phrase in phrases)


def _timed(spans: list[tuple[int, int, When]], sentence: str) -> Iterator[tuple[int, int, When]]:
    """Clock times joined to the day beside them."""
    held: tuple[int, int, When] | None = None
    for first, last, when in spans:
        if held is not None:
            gap = sentence[held[1] : first]
            clock, day = (held[2], when) if "T" in held[2].value[7:] else (when, held[2])
            near = re.fullmatch(
                r",? ?(?:\(?(?:local time|hours|GMT|UTC)\)?)?,? ?(?:on|at|from|of|by|until)?(?: the)? ?", gap
            )
            if (
                near
                and clock.value.startswith("XXXX-XX-XXT")
                and day.earliest
                and day.earliest == day.latest
                and day.clock is None
            ):
                hour, minute = clock.value[11:16].split(":")
                zone = dt.UTC if clock.value.endswith("Z") else None
                held = (held[0], last, on_day(day.earliest, dt.time(int(hour), int(minute), tzinfo=zone)))
                continue
            yield held
        held = (first, last, when)
    if held is not None:
        yield held
