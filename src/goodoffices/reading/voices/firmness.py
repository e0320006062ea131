"""No claim is firmer than its words: whatever frame proposed it, hedges and conditions over its quote stay with it."""

import bisect
import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices.attribution import hedged
from goodoffices.reading.voices.clauses import trimmed
from goodoffices.reading.voices.conditions import conditions
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Linkage
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.reading import HedgeMention
from goodoffices.vocabulary.text import Span

_IF = re.compile(
    r"\b(?:if(?!\s+(?:any|necessary|possible|appropriate|required|needed|only|so|not|applicable)\b)|unless|"
    r"in\s+the\s+event\s+(?:that|of)|provided(?:\s+that)?|on\s+(?:the\s+)?condition\s+that|in\s+case\s+of|should|"
    r"(?:as|so)\s+long\s+as|subject\s+to|assuming|failing)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(_IF.pattern.replace("should|", ""), re.IGNORECASE)  # "should" mostly asks
_EVEN = re.compile(r"\b(?:as|even|ask(?:ed|s)?|wonder(?:ed|s)?|see|know|question)\s+$", re.IGNORECASE)
_END = re.compile(r"[,;:.](?=\s|$)")


def carried(claims: Iterable[Claim], scene: Scene) -> list[Claim]:
    """The claims, those given without a reserve weakened by what their words are under."""
    by = {"asserted": _weakened, "declared": _supposed}
    return [by[status](c, scene) if (status := c.attribution.status) in by else c for c in claims]


def _supposed(claim: Claim, scene: Scene) -> Claim:
    """ "If Utopia rejected the offer": nobody said that it did."""
    span = claim.quotes[0].start, claim.quotes[0].end
    for sentence in _sentences(scene, span):
        for start, end in _conditions(sentence, sentence.span, scene):
            if start <= span[0] and span[1] <= end + 1 and _IF.match(scene.content, start):
                return replace(claim, attribution=_under(claim.attribution, scene.quote((start, end))))
    return claim


def _weakened(claim: Claim, scene: Scene) -> Claim:
    first = claim.quotes[0]
    span = first.start, first.end
    for sentence in _sentences(scene, span):
        here = max(span[0], sentence.span[0]), min(span[1], sentence.span[1])
        found = hedged(scene, sentence, here, holder=claim.attribution.holder)
        if found.source != "own" or found.certainty != "certain":
            return replace(claim, attribution=replace(found, condition=claim.attribution.condition))
        condition = _condition(claim, sentence, here, scene)
        if condition is not None:
            return replace(claim, attribution=_under(claim.attribution, condition))
    return claim


def _under(attribution: Attribution, condition: Quote) -> Attribution:
    return replace(attribution, condition=condition)


def conditionals(sentence: Sentence, scene: Scene) -> list[HedgeMention]:
    """The parts of a sentence that stand under a condition, with its cue."""
    found = []
    for start, _ in _conditions(sentence, sentence.span, scene):
        cue = _IF.match(scene.content, start)
        if cue is not None:
            first = scene.content.rfind(";", sentence.span[0], start) + 1 or sentence.span[0]
            last = scene.content.find(";", start, sentence.span[1])
            part = trimmed(scene.content, first, last if last >= 0 else sentence.span[1])
            found.append(HedgeMention(scene.quote(part), scene.words(cue.span()), "conditional"))
    return found


def _conditions(sentence: Sentence, span: Span, scene: Scene) -> Sequence[Span]:
    return conditions(sentence) if sentence.tree is not None else _plain(scene.content, span)


def _sentences(scene: Scene, span: Span) -> list[Sentence]:
    """The sentences that the span touches."""
    first = bisect.bisect_right(scene.sentences, span[0], key=lambda s: s.span[0]) - 1
    found = []
    for sentence in scene.sentences[max(first, 0) :]:
        if sentence.span[0] >= span[1]:
            break
        if sentence.span[1] > span[0]:
            found.append(sentence)
    return found


def _condition(claim: Claim, sentence: Sentence, span: Span, scene: Scene) -> Quote | None:
    """The condition under which the words at `span` hold: in them, or opening their sentence. A linkage that is no
    condition of one party's deed is firm whatever it ties.
    """
    if isinstance(claim.content, Linkage) and claim.content.link_kind != "condition":
        return None
    for start, end in _conditions(sentence, span, scene):
        opens = not scene.content[sentence.span[0] : start].strip(" “\"'")
        inside = span[0] <= start < span[1] or start <= span[0] < end
        if _IF.match(scene.content, start) and (inside or (opens and ";" not in scene.content[end : span[0]])):
            return scene.quote((start, end))
    return None


def _plain(content: str, span: Span) -> list[Span]:
    """The conditions of words that were not parsed: from "if" to the next comma or stop."""
    found = []
    for cue in _OPENS.finditer(content, *span):
        if _EVEN.search(content, max(span[0], cue.start() - 12), cue.start()):
            continue
        stop = _END.search(content, cue.end(), span[1])
        found.append(trimmed(content, cue.start(), stop.start() if stop else span[1]))
    return found
