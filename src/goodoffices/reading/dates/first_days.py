"""The days on which a text was signed, came into force or is to begin, as told in it: lengths are counted from them."""

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When, within

Kind = Literal["signature", "force", "d-day"]
_REACH = 110  # characters from the verb to its day

_FORCE = (
    r"entry\s+into\s+(?:force|effect)|enter(?:s|ed|ing)?\s+into\s+(?:force|effect)|(?:come|coming|comes|came)\s+into\s+"
    r"(?:force|effect|operation)|(?:takes?|taking|took|taken)\s+effect|(?:go|goes|went)\s+into\s+(?:force|effect)|"
    r"effective\s+date"
)
_SIGNED = r"signed|signing|signature|initialled|initialed|done\s+(?:at|in)"
_BEFORE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "force",
        re.compile(
            rf"\b(?:{_FORCE}|(?:cease-?fire|truce|cessation\s+of\s+hostilities|agreement),?\s+(?:\w+\s+)?(?:began|begins|begin|"
            rf"starts|started|start|commences?|commenced))\b(?![^.;\n]*\b(?:{_SIGNED})\b)[^.;\n]{{0,60}}$",
            re.IGNORECASE,
        ),
    ),
    ("d-day", re.compile(r"\bD-?\s?Day\b[^.;\n]{0,40}$", re.IGNORECASE)),
    (
        "signature",
        re.compile(
            rf"\b(?:{_SIGNED})\b(?!\s+(?:by\s+\S+\s+)?until)(?![^.;\n]*\b(?:{_FORCE})\b)[^.;\n]{{0,60}}$", re.IGNORECASE
        ),
    ),
)
_NAMED: tuple[tuple[Kind, re.Pattern[str]], ...] = (  # what a length is counted from, in the words that name it
    ("d-day", re.compile(r"D-?\s?Day\b", re.IGNORECASE)),
    (
        "force",
        re.compile(
            r"(?:(?:the|its|their|this|it|that)\s+)?(?:\w+\s+){0,3}?"
            rf"(?:(?:date|day|moment|time|start|beginning|commencement)\s+of\s+(?:the\s+|its\s+|their\s+)?)?(?:\w+\s+)?"
            rf"(?:{_FORCE}|cease-?fire\b(?!\s+(?:agreement|deal|talks))|truce\b(?!\s+(?:agreement|deal|talks)))",
            re.IGNORECASE,
        ),
    ),
    (
        "signature",
        re.compile(
            r"(?:(?:the|its|their|this|that|being)\s+)?(?:(?:\w+\s+)?(?:agreement|deal|accord|treaty|pact|protocol)['’]s\s+)?"
            r"(?:(?:date|day|moment|time)\s+of\s+(?:the\s+|its\s+|their\s+)?)?(?:\w+\s+)?(?:signature|signing|signed\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "signature",
        re.compile(
            r"(?:the|this|that|an?)\s+(?:\w+\s+){0,2}?(?:agreement|deal|accord|treaty|pact|protocol)\s+(?:is|was|has\s+been|"
            r"being)\s+signed",
            re.IGNORECASE,
        ),
    ),
)
_AT_SIGNATURE = re.compile(
    rf"\b(?:{_FORCE})\b\s+(?:immediately\s+)?(?:up)?on\s+(?:the\s+)?(?:date\s+of\s+|day\s+of\s+|moment\s+of\s+)?(?:its\s+|the\s+)?"
    r"(?:signature|signing|being\s+signed)\b|\b(?:effective|in\s+force)\s+(?:immediately\s+)?(?:up)?on\s+(?:its\s+)?"
    r"(?:signature|signing)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"['’]s\s+(?:\w+\s+)?(?:signing|signature)\b", re.IGNORECASE)  # "Wednesday's signing"


class FirstDay(Struct, frozen=True):
    """A day that a text tells as that of its signature, its entry into force or its "D-Day": where, which."""

    kind: Kind
    span: Span
    when: When


def kind_named(event: str) -> Kind | None:
    """Which first day the words after "within 30 days of" name, None for another thing."""
    return next((kind for kind, pattern in _NAMED if pattern.match(event)), None)


def told(content: str, dates: Sequence[DateMention]) -> list[FirstDay]:
    """The first days that are told with a date, in the order of the text."""
    found = []
    for mention in dates:
        start, end = mention.quote.start, mention.quote.end
        if mention.when.latest is None or mention.when.value.startswith("P") or mention.when.precision == "year":
            continue
        before = content[max(0, start - _REACH) : start]
        kind = next((kind for kind, pattern in _BEFORE if pattern.search(before)), None)
        if kind is None and _OWNED.match(content, end):
            kind = "signature"
        if kind is not None:
            found.append(FirstDay(kind, (start, end), mention.when))
    return found


def derived(
    content: str, dates: Sequence[DateMention], days: Sequence[FirstDay], signed: When | None
) -> list[FirstDay]:
    """Days of entry into force that are counted from the signature: "upon signature", "thirty days after signature".

    signed: when the text itself was signed, for one that tells no day of it.
    """
    found = []
    signature = next((d.when for d in days if d.kind == "signature"), signed)
    if signature is None:
        return []
    for match in _AT_SIGNATURE.finditer(content):
        found.append(FirstDay("force", match.span(), signature))
    for mention in dates:
        start = mention.quote.start
        led = re.search(rf"\b(?:{_FORCE})\s*$", content[max(0, start - 40) : start], re.IGNORECASE)
        event = re.match(
            r"\s*(?:after|from|following)\s+(.*)", content[mention.quote.end : mention.quote.end + 60], re.S
        )
        if led and event and mention.when.value.startswith("P") and kind_named(event.group(1)) == "signature":
            counted = within(mention.when.value, signature, basis=mention.when.basis)
            found.append(FirstDay("force", (start, mention.quote.end), counted))
    return found


def nearest(days: Sequence[FirstDay], kind: Kind, at: int) -> When | None:
    """The day of the kind told last before the place, else the first told after it."""
    own = [d for d in days if d.kind == kind]
    before = [d for d in own if d.span[0] < at]
    return before[-1].when if before else own[0].when if own else None
