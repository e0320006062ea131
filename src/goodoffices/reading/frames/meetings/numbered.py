"""Meetings told by their number and day: "Adopted at its 12th meeting, on 3 May 2035", "the Second Session of the
Council, Klow, 3 May 2035". Such words stand in headings and in paragraphs that are read otherwise, without a parse.
"""

import re

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.vocabulary.kinds import Meeting
from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.text import Span

_ORDINAL = (
    r"(?:\d{1,2},)?\d{1,5}(?:st|nd|rd|th)|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:ieth|y-\w+th|y-first|"
    r"y-second|y-third)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thir|four|fif|six|seven|eigh|"
    r"nine)(?:teen)?th|inaugural"
)
_SITTING = re.compile(
    rf"\b(?P<whose>its|their|the|a|an|in|at)?\s*\b(?P<nth>{_ORDINAL})\s+(?:[\w’'-]+\s+){{0,4}}?"
    r"(?P<noun>meeting|session|summit|sitting|conference|round|assembly|plenary)\b(?!s)",
    re.IGNORECASE,
)
_TRIGGER = re.compile(r"meeting|session|summit|sitting|conference|round|assembly|plenary", re.IGNORECASE)
_OF = re.compile(r"\s*,?\s*(?:of|between|among)\s+(?:the\s+)?", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|shall|would|to be|scheduled|due|next|until|before|prior to|since)\b[^.;]{0,40}$", re.IGNORECASE
)
_AFTER = 110  # characters from the noun to its day: the name of the body and the place stand between
_BEFORE = 120  # from the body to "its … meeting"


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the numbered meetings of a sentence that no other words tell, with their day and body."""
    if not sentence.dates or _TRIGGER.search(scene.content, *sentence.span) is None:
        return
    for found in _SITTING.finditer(scene.content, *sentence.span):
        day = _day(scene, sentence, found.end())
        if day is None:
            continue
        bodies = _bodies(scene, sentence, found)
        span = (_start(scene, sentence, found), day.quote.end)
        if not bodies or _told(drafts, span) or _TO_COME.search(scene.content[sentence.span[0] : found.start()]):
            continue
        first = bodies[0]
        met = Meeting(body=first) if len(bodies) == 1 else Meeting(participants=bodies)
        drafts.add(met, [span], rule="meeting.numbered", valid=day.when)


def _day(scene: Scene, sentence: Sentence, at: int) -> DateMention | None:
    """The day told of it: the first after its noun, no other clause between, none that lies ahead."""
    day = next((d for d in sentence.dates if d.quote.start >= at), None)
    if day is None or day.quote.start - at > _AFTER or day.when.precision not in ("day", "hour", "minute", "interval"):
        return None
    between = scene.content[at : day.quote.start]
    if ";" in between or re.search(r"\b(?:which|since|until|from the|by|will|shall|resolution|adopted)\b", between):
        return None
    return day if day.when.bounded and not scene.ahead(day.when) else None


def _bodies(scene: Scene, sentence: Sentence, found: re.Match[str]) -> tuple[str, ...]:
    """The body: after "of", else the last before "its", else whose text it is."""
    of = _OF.match(scene.content, found.end())
    if of is not None:
        named = [a.party for a in sentence.actors if of.end() - 1 <= a.quote.start <= of.end() + 1]
        if named:
            return tuple(named[:1])
    before = [
        a.party
        for a in sentence.actors
        if a.quote.end <= found.start("nth") and found.start() - a.quote.end < _BEFORE and scene.kind(a.party) in BODIES
    ]
    if before:
        return (before[-1],)
    return (scene.issuer,) if scene.kind(scene.issuer) in BODIES else ()


def _start(scene: Scene, sentence: Sentence, found: re.Match[str]) -> int:
    """Where its words begin: with the body that stands close before it, in a heading with the sentence."""
    if found.start() - sentence.span[0] < _BEFORE:
        return sentence.span[0]
    return found.start("whose") if found["whose"] else found.start("nth")


def _told(drafts: Drafts, span: Span) -> bool:
    return any((q := c.quotes[0]).start < span[1] and span[0] < q.end for c in drafts.of_kind("meeting"))
