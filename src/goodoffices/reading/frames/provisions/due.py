"""By when something is to be done, from when, for how long: the times in the words of a provision that bound it."""

import itertools
import re
from collections.abc import Sequence

from msgspec.structs import replace

from goodoffices.reading.dates.deadlines import DATE
from goodoffices.reading.scene import Scene
from goodoffices.reading.voices.force_words import forces
from goodoffices.vocabulary.kinds import Recurrence
from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When, between, no_earlier_than, no_later_than, unresolved, within

_BY = re.compile(
    r"\b(?:by|before|no\s+later\s+than|not\s+later\s+than|until|till|through|prior\s+to|within|at\s+the\s+latest|"
    r"not\s+beyond|up\s+to|on\s+or\s+before|to\s+end\s+on|expir(?:es|ing)\s+on)\s+"
    r"(?:the\s+end\s+of\s+|no\s+later\s+than\s+)?(?:(?:the\s+)?\w+['’]s?\s+|the\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|as\s+of|as\s+from|effective(?:\s+(?:as\s+of|on|from))?|with\s+effect\s+from|with\s+effect\s+on|"
    r"(?:starting|beginning|commencing)(?:\s+(?:on|from|in))?|not\s+before|(?:no|not)\s+(?:earlier|sooner)\s+than)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"(?:not before|not prior to|(?:no|not) (?:earlier|sooner) than)\b", re.IGNORECASE)
_WITHIN = re.compile(r"within|no later|not later|in\b|over the next|at most", re.IGNORECASE)
_TEXT_OF = re.compile(
    r"\([^)]*$|\b(?:dated|adopted|signed|resolution|agreement|statement|decision)\b[^,;]{0,30}$", re.I
)
_PERIOD = re.compile(
    r"\bfor\s+(?:an?\s+(?:[a-z]+\s+){0,2}(?:period|term|duration)|another|a\s+further|an\s+additional)?"
)
_RENEWED = re.compile(
    r"\b(?:extend|renew|prolong|roll(?:ed)? over|continue)\w*\b[^.;]{0,80}?\bby\s+(?:an?\s+)?"
    r"(?:(?:further|additional|another)\s+)?$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:(?:up)?on\s+(?:the\s+)?(?:\w+\s+)?(?:signature|signing|ratification|completion|entry\s+into\s+force|receipt|"
    r"conclusion|request|arrival|expiry|expiration|adoption|deployment|withdrawal|establishment|formation)\b|"
    r"(?:after|following)\s+(?:the\s+)?(?:expiry|expiration|completion|conclusion|end|signature|signing|ratification|"
    r"entry\s+into\s+force|withdrawal|deployment|elections?|formation|establishment)\b|"
    r"until\s+such\s+time\s+as\b|as\s+soon\s+as\b|pending\b)[^,.;:]{0,60}",
    re.IGNORECASE,
)
_FIRST_OF = re.compile(r"\b(?:starting|beginning|commencing)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE)
_ON = re.compile(r"\b(?:on|in|during|(?:some ?)?time\s+(?:in|between))\s+(?:the\s+)?$", re.IGNORECASE)
_D_DAY = re.compile(
    r"\bD(?:-?\s?Day)?\s*(?:\+|plus)\s*(?P<n>\d{1,4})(?:\s*(?P<unit>days|weeks|months))?\b", re.IGNORECASE
)
_INTERVALS = re.compile(r"^\s*intervals?\b", re.IGNORECASE)


def deadline(scene: Scene, span: Span, told: When | None = None) -> When | None:
    """The bounds of what is to be done; without any day the words that give a time, None where none do.

    told: when it was decided, for a document without a date.
    "From 1 May until 3 June" has both; a length ("for a further period of six months") is counted only from a day that
    stands beside it; "upon signature" and "until such time as …" keep their words and get no day.
    """
    dates = scene.dates_in(span)
    begun = next((m for m in dates if _starts(scene, span, m)), None)
    starts = begun.when if begun is not None else None
    if begun is not None and _FIRST_OF.search(_before(scene, span, begun)) and recurrence(scene, span):
        return replace(begun.when, alternatives=())  # "every four months beginning on 1 August": the first is due then
    ends = _reckoned(scene, dates) or next(
        (end for m in dates if (end := _ends(scene, span, m, told)) is not None), None
    )
    if starts and ends and starts.earliest and ends.latest and starts.earliest <= ends.latest:
        return replace(between(starts.earliest, ends.latest), basis=f"{starts.basis} … {ends.basis}")
    if ends is not None:
        return ends
    if starts is not None:
        return no_earlier_than(starts)
    after_d_day = _D_DAY.search(scene.content, *span)
    if after_d_day is not None:
        unit = (after_d_day["unit"] or "d")[0].upper()
        words = scene.words(after_d_day.span())
        return within(f"P{after_d_day['n']}{unit}", scene.d_day, basis=words, anchor_id=DATE if scene.d_day else "")
    length = next((m for m in dates if _runs(scene, span, m)), None)
    if length is not None:
        return length.when
    vague = next((m.when for m in dates if m.when.value == "FUTURE_REF"), None)
    step = _AT.search(scene.content, *span)
    return vague or (unresolved("FUTURE_REF", scene.words(step.span())) if step else None)


def _reckoned(scene: Scene, dates: Sequence[DateMention]) -> When | None:
    """ "Within 30 days (13 January)": the day that the text itself has counted out."""
    for length, day in itertools.pairwise(dates):
        between = scene.content[length.quote.end : day.quote.start]
        if length.when.value.startswith("P") and day.when.precision == "day" and between.strip() == "(":
            return no_later_than(day.when).said(f"{length.quote.exact} ({day.quote.exact})")
    return None


def _before(scene: Scene, span: Span, mention: DateMention) -> str:
    return scene.content[max(span[0], mention.quote.start - 40) : mention.quote.start]


def _starts(scene: Scene, span: Span, mention: DateMention) -> bool:
    if mention.when.earliest is None or mention.when.value.startswith("P"):
        return False
    basis = mention.when.basis
    return bool(_NOT_BEFORE.match(basis)) or _FROM.search(_before(scene, span, mention)) is not None


def _ends(scene: Scene, span: Span, mention: DateMention, told: When | None) -> When | None:
    """The deadline that one expression of time sets."""
    when, words = mention.when, mention.quote.exact
    if _NOT_BEFORE.match(when.basis):
        return None
    if when.value.startswith("P") and when.value[1:2] in "T0123456789":
        counted = when.latest is not None and when.earliest is None
        return when if counted or _WITHIN.match(words) else None
    if when.earliest is None and when.latest is not None:
        return when
    if when.latest is None:
        return None
    before = _before(scene, span, mention)
    if (
        _BY.search(before)
        or re.match(r"by |before |no later|not later|until |through ", words, re.IGNORECASE)
        or scene.content[mention.quote.end : mention.quote.end + 16].lower().startswith(" at the latest")
        or (re.search(r"\bto\s+$", before) and _ranged(scene, span, mention))
    ):
        return no_later_than(when).said(when.basis or words)
    return when if not _starts(scene, span, mention) and _to_come(scene, when, before, told) else None


def _ranged(scene: Scene, span: Span, mention: DateMention) -> bool:
    """ "From 1 May to 3 June"."""
    earlier = [m for m in scene.dates_in((span[0], mention.quote.start)) if _starts(scene, span, m)]
    return bool(earlier) and mention.quote.start - earlier[-1].quote.end <= 5  # " to "


def _to_come(scene: Scene, when: When, before: str, told: When | None) -> bool:
    """A time after the document's, at which the thing is to be done; in an agreement without a date any time."""
    undated = scene.agreement and (scene.dated or told) is None
    return _ON.search(before) is not None and (undated or scene.ahead(when, told)) and _TEXT_OF.search(before) is None


def _runs(scene: Scene, span: Span, mention: DateMention) -> bool:
    """A length for which something is set or carried on, that nothing beside it counts from a day."""
    if not re.fullmatch(r"P(?:T?\d+[A-Z])+", mention.when.value) or mention.when.bounded:
        return False
    before = _before(scene, span, mention) + mention.quote.exact
    named = re.search(r"\bperiod|term of|duration|further|additional|another", before) is not None
    return (_PERIOD.search(before) is not None and named) or _RENEWED.search(
        scene.content, max(span[0], mention.quote.start - 120), mention.quote.start
    ) is not None


def recurrence(scene: Scene, span: Span) -> Recurrence | None:
    """How often: the phrases of the table, else "every N days", "at intervals of N months"."""
    low = scene.words(span).lower()
    told = (every for phrase, every in forces().recurrence.items() if every and re.search(rf"\b{phrase}\b", low))
    every = next(told, "")
    for mention in scene.dates_in(span) if not every else ():
        length = mention.when.value
        words = mention.quote.exact.lower()
        spaced = re.search(r"\bintervals\s+of\s+$", _before(scene, span, mention), re.IGNORECASE) or _INTERVALS.match(
            scene.content[mention.quote.end : mention.quote.end + 12]
        )
        if re.fullmatch(r"P(?:T?\d+[A-Z])+", length) and (words.startswith(("every", "each")) or spaced):
            every = length
            break
    return Recurrence(every=every) if every else None
