"""Deadlines counted from the right thing: the event told before them, else the document's date, else nothing."""

import datetime as dt
import re
from collections.abc import Sequence

from msgspec.structs import replace

from goodoffices.errors import BadDate
from goodoffices.reading.dates.first_days import FirstDay, kind_named, nearest
from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When, ahead_of, within

Anchor = tuple[Span, When, str]

DOCUMENT = "document"
DATE = "date"  # anchor id of a date told with the deadline: "within two weeks of 5 March 2010"
NEAR = 200  # characters: anchors told this close together are equally good, unless `sentences` settles it

_COUNTED = re.compile(
    r"(?:within|(?:no|not) later than|not more than|at most|in (?:less than|no more than|under)|"
    r"(?:over|in|during|for) the (?:next|coming|following)|in (?:a|an|\w+(?:-\w+)?) \w+'? time|in .+ time$)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:\s+(?:maximum|at most|at the latest))?"
    r"\s*(?:(?P<back>before|prior to|ahead of)|of|after|from|following|as of|as from|upon|subsequent to|since|"
    r"(?:with effect|effective|starting|beginning|counting|counted|commencing)(?: (?:from|of|as of|as from|on))?)\s+"
    r"(?P<event>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_THIS = "(?:this|the present)"
_THIS_TEXT = re.compile(
    r"(?:today|now|its adoption|the date hereof|receipt of this|"
    r"(?:the )?(?:(?:date|day|time|moment) of (?:the )?)?(?:date|adoption|signing|signature|issuance|publication|"
    rf"passage|issuing) of {_THIS}|"
    rf"{_THIS} (?:resolution|decision|statement|agreement|declaration|communiqu|document|date))",
    re.IGNORECASE,
)
_THIS_DATE = re.compile(r"(?:this|that|the (?:said|same|above)) (?:date|day|deadline)\b", re.IGNORECASE)
_DAYS = ("day", "interval")
_TOLD = re.compile(
    r"(?:the|this|that|their|its|these) (?:\w+ )?(?:meeting|talks?|conference|summit|session|decision|resolution|"
    r"agreement|statement|declaration|signing|signature|adoption|ceasefire|cease-fire|truce|announcement|deal)\b",
    re.IGNORECASE,
)


def anchored(
    dates: Sequence[DateMention],
    anchors: Sequence[Anchor],
    dated: When | None,
    sentences: Sequence[Span] = (),
    first_days: Sequence[FirstDay] = (),
) -> tuple[DateMention, ...]:
    """`dates` with every relative deadline counted from its anchor; the others as they are.

    anchors: events that were told (meeting, decision): the span of their words, when they were, their id. The one
    told last before the deadline counts; two in one sentence (or within 200 characters, where no `sentences` are
    given) with different days are two readings. Without any, one told later in the same sentence, then the
    document's date (`dated`, anchor id "document"). Words that name what is counted from ("of the adoption of this
    resolution", "after the signing") go before all this: the document's date or a told event if they say so, else
    nothing; first_days: when the text tells to have been signed and to be in force, for those that count from that.
    A deadline without an anchor keeps its length and gets no days.
    """
    usable = sorted((a for a in anchors if a[1].latest is not None), key=lambda a: a[0])
    return tuple(
        replace(m, when=_counted(m, usable, dated, sentences, dates, first_days)) if relative(m) else m for m in dates
    )


def relative(mention: DateMention) -> bool:
    """Whether a mention is a deadline that waits for an anchor: a length of time with words that count it."""
    when = mention.when
    if not re.fullmatch(r"P(?:T?\d+[A-Z])+", when.value) or when.bounded:
        return False
    return bool(_COUNTED.match(when.basis)) or bool(_event(mention))


def names_its_start(mention: DateMention) -> bool:
    """Whether the words after the deadline say what it is counted from."""
    return _event(mention) is not None


def _event(mention: DateMention) -> re.Match[str] | None:
    """The words after a deadline that name what it is counted from."""
    basis, exact = mention.when.basis, mention.quote.exact
    return _FROM.match(basis[basis.find(exact) + len(exact) :])


def _counted(
    mention: DateMention,
    anchors: Sequence[Anchor],
    dated: When | None,
    sentences: Sequence[Span],
    told_dates: Sequence[DateMention],
    first_days: Sequence[FirstDay],
) -> When:
    basis, span = mention.when.basis, (mention.quote.start, mention.quote.end)
    of_this = dated, DOCUMENT
    named = _event(mention)
    if named is not None and named["back"]:
        return _back(mention, named["event"], span[1] + named.end(), told_dates)
    if named is None:
        anchor, name = _told(span, anchors, sentences) or of_this
    elif _THIS_TEXT.match(named["event"]):
        anchor, name = of_this
    else:
        last = span[1] + named.end()
        dates = [((d.quote.start, d.quote.end), d.when, DATE) for d in told_dates if d.when.latest and not relative(d)]
        inside = [a for a in (*dates, *anchors) if span[1] <= a[0][0] < last]
        kind = kind_named(named["event"])
        first = nearest(first_days, kind, span[0]) if kind else None
        told = _told(span, anchors, sentences) if kind is None and _TOLD.match(named["event"]) else None
        anchor, name = (inside[0][1], inside[0][2]) if inside else (first, DATE) if first else told or (None, "")
    try:
        return within(mention.when.value, anchor, basis=basis, anchor_id=name if anchor else "")
    except (BadDate, OverflowError, ValueError):
        return mention.when


def _back(mention: DateMention, event: str, last: int, told_dates: Sequence[DateMention]) -> When:
    """ "Ten days before 1 May", "three weeks before this date": back from the date that stands there or is meant."""
    named = (d.when for d in told_dates if mention.quote.end <= d.quote.start < last and d.when.latest)
    when = next(named, None)
    if when is None and _THIS_DATE.match(event):
        meant = [d.when.latest for d in told_dates if d.quote.end <= mention.quote.start and d.when.precision in _DAYS]
        day = meant[-1] if meant else None
    elif when is not None and when.latest is not None:
        day = when.earliest or when.latest + dt.timedelta(days=1)  # "before 1 May" allows the last of April
    else:
        day = None
    if day is None:
        return mention.when
    return ahead_of(mention.when.value, day, basis=mention.when.basis, anchor_id=DATE)


def _told(span: Span, anchors: Sequence[Anchor], sentences: Sequence[Span]) -> tuple[When, str] | None:
    """The best anchor of a deadline and its id, with the equally good ones as alternatives."""
    here = next((s for s in sentences if s[0] <= span[0] < s[1]), None)
    before = [
        a
        for a in anchors
        if (a[0][1] <= span[0] or a[0][0] <= span[0] < a[0][1])
        and (a[2] != DATE or (here is not None and here[0] <= a[0][0]))
    ]
    cited = [a for a in before if a[2] == DATE]
    if cited:  # a text cited in the sentence for what it sets goes before what was told elsewhere
        return cited[-1][1], DATE
    if not before:
        later = [a for a in anchors if here and a[2] != DATE and here[0] <= a[0][0] < here[1]]
        return (later[0][1], later[0][2]) if later else None
    best = before[-1]
    home = next((s for s in sentences if s[0] <= best[0][0] < s[1]), None)
    rivals = [
        replace(reading, anchor=a[2], alternatives=())
        for a in reversed(before)
        if (home[0] <= a[0][0] if home else best[0][0] - a[0][1] <= NEAR)
        for reading in a[1].readings()
    ]
    distinct = {(r.earliest, r.latest): r for r in reversed(rivals)}
    first = replace(best[1], anchor=best[2], alternatives=())
    others = tuple(r for key, r in distinct.items() if r.latest is not None and r.latest != first.latest)
    return replace(first, alternatives=others), best[2]
