"""What a provision consists of: its words, force, deadline, place in a sequence."""

import re
from dataclasses import dataclass

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.due import deadline, recurrence
from goodoffices.reading.frames.terms import terms
from goodoffices.reading.scene import Scene
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.conditions import condition_of
from goodoffices.reading.voices.force_words import forces
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Force, Provision
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When

_ACT_WORDS = 14
_LEADS_ON = frozenset((
    "a", "an", "and", "any", "all", "as", "at", "be", "by", "concerned", "for", "from", "has", "have", "his", "her",
    "in", "including", "into", "is", "its", "it", "of", "on", "or", "other", "our", "such", "that", "the", "their",
    "these", "this", "those", "to", "under", "upon", "was", "were", "which", "who", "whose", "will", "with",
))  # fmt: skip
_LABEL = re.compile(r"\s*(?:Article\s+[\dIVXLC]+\s*[:.]|\d+(?:\.\d+)+\.?|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\))\s+")
_PROLONGS = re.compile(
    r"(?:(?:\w+ly|also|further|again|therefore|hereby|and)\s+)*(?:decides?\s+(?:(?:\w+ly|also|further|again)\s+)?to\s+)?"
    r"(?:(?:\w+ly|also|further|again)\s+)?(?:renews?|extends?|prolongs?|continues?)\b"
)


@dataclass(frozen=True)
class Setting:
    """What a list of provisions has in common. decision: the claim they are of, None where no decision was told."""

    decision: Claim | None
    force: Force
    addressees: tuple[str, ...] = ()
    attribution: Attribution | None = None
    due: When | None = None  # by when all of them are to be done, unless their own words say it


def setting(scene: Scene, drafts: Drafts, span: Span, context: Setting, rule: str) -> Claim | None:
    """Proposes the provision that the words at `span` set."""
    label = _LABEL.match(scene.content, *span)
    span = (label.end(), span[1]) if label else span
    span = _whole(scene, clauses.capped(scene.content, clauses.trimmed(scene.content, *span)))
    if span[1] - span[0] < 6:
        return None
    condition = condition_of(scene, span)
    said = scene.words(span)
    low = said.lower()
    told = context.decision.valid if context.decision else None
    of = context.decision.id if context.decision else ""
    earlier = [c for c in drafts.of_kind("provision") if isinstance(c.content, Provision) and c.content.of == of]
    content = Provision(
        of=of,
        addressees=context.addressees,
        act=_short(said),
        force=context.force,
        deadline=None if _prolongs(low) else _ahead(deadline(scene, span, told) or context.due, context.decision),
        after=(earlier[-1].id,) if earlier and _follows(low) else (),
        condition=scene.quote(condition) if condition else None,
        recurrence=recurrence(scene, span),
        review=_review(scene, span),
        continuing=any(re.search(rf"\b{w}\b", low) for w in forces().continuing),
    )
    if any(c.quotes[0].start == span[0] and c.quotes[0].end == span[1] for c in drafts.of_kind("provision")):
        return None
    return drafts.add(
        content,
        [span],
        rule=rule,
        attribution=context.attribution or (Attribution(condition=content.condition) if content.condition else None),
        valid=told,
    )


def _whole(scene: Scene, span: Span) -> Span:
    """The span with the whole of an expression of time that it would end in: a parse may part "not" from "before"."""
    for mention in scene.dates:
        begins = min(mention.quote.start, mention.quote.end - len(mention.when.basis))
        if span[0] < begins < span[1] < mention.quote.end and scene.content.startswith(mention.when.basis, begins):
            return span[0], mention.quote.end
    return span


def _short(said: str) -> str:
    """The beginning of the words, to be told in a line: cut after a word that can stand last, and marked as cut."""
    words = said.split()
    if len(words) <= _ACT_WORDS:
        return " ".join(words)
    kept = words[:_ACT_WORDS]
    while len(kept) > _ACT_WORDS // 2 and kept[-1].lower() in _LEADS_ON:
        kept.pop()
    return " ".join(kept).rstrip(",;:") + " …"


def _ahead(due: When | None, decision: Claim | None) -> When | None:
    """The deadline, unless it had passed when it was adopted: then it bounds something else ("held before 1 May")."""
    adopted = decision.valid.earliest if decision and decision.valid else None
    return None if due and due.latest and adopted and due.latest < adopted else due


def _prolongs(low: str) -> bool:
    """Whether the words themselves make a term run on, as the one who adopts them says: done by being said, so that the
    day until which it runs is the term's end, and nobody is late who did not act by it.
    """
    return _PROLONGS.match(low) is not None and terms.any_noun().search(low) is not None


def _follows(low: str) -> bool:
    return any(
        re.search(rf"\b{re.escape(w)}\b", low) for w in forces().sequence if w != "once" and w != "upon completion"
    )


def _review(scene: Scene, span: Span) -> When | None:
    m = re.search(r"\b(?:review|reassess|re-examine)\b", scene.content[span[0] : span[1]], re.IGNORECASE)
    if m is None:
        return None
    return next((d.when for d in scene.dates_in((span[0] + m.start(), span[1])) if d.when.bounded), None)


def decision_before(drafts: Drafts, at: int) -> Claim | None:
    """The decision told last before a place."""
    told = [c for c in drafts.of_kind("decision") if c.quotes[0].start <= at]
    return told[-1] if told else None
