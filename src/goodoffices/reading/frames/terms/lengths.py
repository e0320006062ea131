"""How long a term runs: a length of time counted from the day on which it begins."""

import re

from goodoffices.reading.dates.deadlines import DATE
from goodoffices.reading.scene import Scene
from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When, within

_EVERY = re.compile(r"(?:every|each)\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|effect(?:ive)? (?:from|on|as of)|starting|beginning|as of|commencing)\s+(?:on\s+)?$", re.IGNORECASE
)
_LAST = re.compile(r"\s*(?:of|for|lasting)\s+$", re.IGNORECASE)
_FOR = re.compile(
    r"\b(?:for|lasts?|lasted|lasting|valid for)\s+(?:an?\s+)?(?:\w+\s+){0,2}(?:periods?\s+of\s+)?$", re.IGNORECASE
)
_MORE = re.compile(
    r"(?<!be )\b(?:renewed|extended|prolonged|rolled over)\s+(?:[\w ]{0,40}?)?(?:for|by)\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)


def lengths(scene: Scene, span: Span) -> list[DateMention]:
    """The lengths of time told in the span that are counted from nothing yet; "every four months" is none."""
    return [
        d
        for d in scene.dates_in(span)
        if re.fullmatch(r"P(?:T?\d+[HDWMY])", d.when.value) and not d.when.bounded and not _EVERY.match(d.quote.exact)
    ]


def lasting(scene: Scene, span: Span, noun: re.Match[str], begins: When) -> When | None:
    """The end of a "ten-day truce", a "truce of 72 hours", that began on a day which is told."""
    if begins.precision not in ("day", "minute", "hour"):
        return None
    for mention in lengths(scene, span):
        before = scene.content[mention.quote.end : noun.start()]
        after = scene.content[noun.end() : mention.quote.start]
        adjacent = mention.quote.end <= noun.start() and len(before.split()) <= 1
        if adjacent or (noun.end() <= mention.quote.start and _LAST.fullmatch(after)):
            return _counted(mention, begins)
    return None


def running(scene: Scene, span: Span, begins: When) -> When | None:
    """The end of what runs "for ten days", "for a renewable period of two years", from when it began."""
    told = lengths(scene, span)
    if len(told) != 1 or begins.precision not in ("day", "minute", "hour", "month"):
        return None
    before = scene.content[max(span[0], told[0].quote.start - 40) : told[0].quote.start] + _led(told[0].quote.exact)
    return _counted(told[0], begins) if _FOR.search(before) else None


def prolonged(scene: Scene, span: Span, until: When) -> When:
    """The later end of what was "due to expire on 30 June" and "renewed for a year"; `until` where it was not."""
    told = lengths(scene, span)
    before = scene.content[span[0] : told[0].quote.start] + _led(told[0].quote.exact) if len(told) == 1 else ""
    return (_counted(told[0], until) or until) if before and _MORE.search(before) else until


def counted_until(scene: Scene, span: Span) -> When | None:
    """ "By 24 months with effect from 22 February"."""
    for mention in scene.dates_in(span):
        if mention.when.value.startswith("P") and mention.when.latest and mention.when.basis.lower().startswith("for "):
            return mention.when  # "for ninety days from 20 January"
    told = [d for d in lengths(scene, span) if "T" not in d.when.value]
    starts = [
        d
        for d in scene.dates_in(span)
        if d.when.precision == "day" and _FROM.search(scene.content, max(0, d.quote.start - 24), d.quote.start)
    ]
    return _counted(told[0], starts[0].when, anchor="") if len(told) == 1 and len(starts) == 1 else None


def _counted(mention: DateMention, begins: When, anchor: str = DATE) -> When | None:
    counted = within(mention.when.value, begins, basis=mention.quote.exact, anchor_id=anchor)
    return counted if counted.latest else None


def _led(words: str) -> str:
    """The words of the mention itself that say how it is counted ("for a period of")."""
    found = re.match(r"(?:for|by|lasting)\s+(?:an?\s+)?(?:\w+\s+){0,2}?(?:period\s+of\s+)?", words, re.IGNORECASE)
    return found.group() if found else ""
