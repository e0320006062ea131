"""Expectations: forecasts that a document makes; and every other hedged passage, so that none is passed over."""

import re

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import hedged, who
from goodoffices.reading.voices.hedges import passages
from goodoffices.vocabulary.attribution import Attribution, Status
from goodoffices.vocabulary.kinds import Expectation, Position, Statement
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When

_MIND = frozenset(
    {
        "believe",
        "believes",
        "believed",
        "want",
        "wants",
        "wanted",
        "prefer",
        "prefers",
        "favour",
        "favours",
        "favor",
        "favors",
        "view",
        "views",
        "intend",
        "intends",
        "regard",
        "regards",
        "consider",
        "considers",
        "oppose",
        "opposes",
        "hope",
        "hopes",
        "seek",
        "seeks",
        "fear",
        "fears",
        "insist",
        "insists",
    }
)
_WORDS = 20


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the forecasts of a sentence, and for every hedged passage that no other claim covers one of its own."""
    if sentence.adopted:
        return
    for span, status in passages(sentence):
        quote = _kept(scene, sentence, span)
        attribution = _carrying(scene, sentence, quote, status)
        forecast = status in ("likely", "conditional") or bool(re.search(r"\bwill\b", scene.words(quote)))
        if forecast:
            drafts.add(
                Expectation(what=_said(scene, quote), by=_by(scene, quote)),
                [quote],
                rule="expectation.hedged",
                attribution=attribution,
            )
        elif not _covered(drafts, quote, status):
            _other(scene, sentence, drafts, quote, attribution)


def _kept(scene: Scene, sentence: Sentence, span: Span) -> Span:
    """The passage cut to the length of a quote, without losing the cue."""
    cues = [h.cue for h in sentence.hedges if span[0] <= h.cue[0] < span[1]]
    short = clauses.capped(scene.content, span)
    if all(c[1] <= short[1] for c in cues):
        return short
    start = max(span[0], cues[0][0] - 120)
    start = scene.content.find(" ", start, cues[0][0]) + 1 or span[0]
    return clauses.capped(scene.content, clauses.trimmed(scene.content, start, span[1]))


def _carrying(scene: Scene, sentence: Sentence, quote: Span, status: Status) -> Attribution:
    """The attribution of the passage; its speaker, if it stands in somebody's mouth, is the holder."""
    speech = next(
        (
            s
            for s in sentence.speeches
            if s.speakers
            and not s.stance
            and s.span[0] <= quote[0]
            and quote[1] <= s.span[1] + 2
            and any(s.span[0] <= h.cue[0] < s.span[1] for h in sentence.hedges)
        ),
        None,
    )
    holder = speech.speakers[0] if speech else "author"
    return hedged(scene, sentence, quote, holder=holder, source="declared" if speech else "own")


_FAMILIES: dict[Status, frozenset[str]] = {
    "reported": frozenset({"reported", "alleged"}),
    "alleged": frozenset({"reported", "alleged"}),
    "appears": frozenset({"appears", "likely", "unclear"}),
    "unclear": frozenset({"unclear"}),
}


def _covered(drafts: Drafts, span: Span, status: Status) -> bool:
    """Whether a claim on nearly the same words that carries the hedge stands already."""
    for claim in drafts.claims:
        start, end = claim.quotes[0].start, claim.quotes[0].end
        shared = min(end, span[1]) - max(start, span[0])
        if claim.kind == "meeting" or claim.attribution.status not in _FAMILIES.get(status, frozenset()):
            continue
        if shared > 0 and 3 * shared >= 2 * max(end - start, span[1] - span[0]):
            return True
    return False


def _other(scene: Scene, sentence: Sentence, drafts: Drafts, quote: Span, attribution: Attribution) -> None:
    """What a party is thought to hold, else an assessment of the author's."""
    tree = sentence.tree
    if tree is not None:
        for i in tree.words_in(*quote):
            if tree.low[i] in _MIND and tree.verbal(i):
                subject = clauses.subject(tree, i)
                found = who(scene, sentence, subject) if subject is not None else ()
                if found:
                    drafts.add(
                        Position(party=found[0], stance=_said(scene, clauses.words(tree, i, tree.right[i]))),
                        [quote],
                        rule="position.hedged",
                        attribution=attribution,
                    )
                    return
    drafts.add(Statement(speaker="", act="assess"), [quote], rule="statement.hedged", attribution=attribution)


def _said(scene: Scene, span: Span) -> str:
    return " ".join(scene.words(span).split()[:_WORDS])


def _by(scene: Scene, span: Span) -> When | None:
    return next((d.when for d in scene.dates_in(span) if d.when.latest is not None), None)
