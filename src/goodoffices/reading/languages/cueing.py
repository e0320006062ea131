"""What the words around a time make of it: the end of it, a deadline, what a length is counted from."""

import datetime as dt
import functools
import re

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.errors import BadDate
from goodoffices.reading.dates.deadlines import DATE, DOCUMENT
from goodoffices.reading.dates.time_steps import narrowed
from goodoffices.reading.languages.letters import either
from goodoffices.reading.languages.patterns import cues
from goodoffices.reading.languages.tongue import tongue
from goodoffices.vocabulary.when import When, no_later_than, within

_LOOK_BACK = 60


class Cued(Struct, frozen=True):
    """A time with its cues applied. start: where its words begin, the end or start of it among them; told: where the
    words begin that its basis holds.
    """

    when: When
    start: int
    told: int


def cued(code: str, content: str, start: int, when: When, *, rule: str) -> Cued:
    """`when`, whose words begin at `start` of `content`, as the words before it mean it."""
    told = start
    bounded = when.bounded
    for sort in ("end", "start", "middle"):
        found = _before(code, sort, content, start)
        if found is not None and bounded and rule != "within":
            start = told = found
            when = narrowed(when, {"end": "end", "start": "start", "middle": "mid"}[sort]) if _whole(when) else when
            ended = sort == "end"
            break
    else:
        ended = rule == "end_unit"
    for sort in ("by", "before", "until", "since", "after"):
        found = _before(code, sort, content, told)
        if found is None:
            continue
        told = found
        if bounded and (sort in ("by", "until") or (sort == "before" and ended)):
            when = no_later_than(when)
        elif sort == "before" and when.earliest:
            day = when.earliest - dt.timedelta(days=1)
            when = replace(no_later_than(when), latest=day, edtf=f"../{day}")
        break
    return Cued(when, start, told)


def _whole(when: When) -> bool:
    return when.precision in ("month", "year", "interval", "season")


def _before(code: str, sort: str, content: str, at: int) -> int | None:
    found = dict(cues(code))[sort].search(content[max(0, at - _LOOK_BACK) : at])
    return max(0, at - _LOOK_BACK) + found.start() if found else None


@functools.cache
def _from(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    named = either(tongue(code).counted_from) or "(?!)"
    this = either(tongue(code).this_text) or "(?!)"
    return re.compile(rf",? (?:{named})", re.IGNORECASE), re.compile(rf"\W*(?:{this})", re.IGNORECASE)


def counted(
    code: str, content: str, end: int, when: When, dated: When | None, later: tuple[int, When] | None
) -> tuple[When, int]:
    """A deadline that is a length, counted from what the words after it name, else from the document's date; and where
    the words of its basis end. later: where the next time of the sentence begins, and it.
    """
    named = _from(code)[0].match(content, end)
    anchor, name, last = dated, DOCUMENT, end
    if named is not None:
        last = named.end() + len(re.match(r"[^.,;:!?\n]{0,60}", content[named.end() :]).group().rstrip())  # type: ignore[union-attr]
        if later is not None and named.end() <= later[0] < last + 1 and later[1].latest:
            anchor, name, last = later[1], DATE, max(last, later[0])
        elif not _from(code)[1].match(content, named.end()):
            anchor = None
    try:
        return within(when.value, anchor, anchor_id=name if anchor else ""), last
    except (BadDate, OverflowError, ValueError):
        return when, last
