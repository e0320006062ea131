"""What "within N" is counted from: the meeting or decision that a text tells, or the adoption of the text itself."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from goodoffices.reading.dates import deadlines
from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames import decisions, encounters, meetings
from goodoffices.reading.frames.adopted import Adopted
from goodoffices.reading.scene import Scene
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.hashing import named
from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When, within

_TEXT_OF = re.compile(
    r"\b(?:statement|resolution|agreement|declaration|decision|accord|communiqu[eé]|protocol|memorandum|deal|truce|"
    r"ceasefire|plan|road ?map|text)\b[^.;:()]{0,50}?\b(?:of|on|dated|from|signed|adopted|issued)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
_SETTING = re.compile(
    r",?\s*(?:(?:which|that|and)\s+(?:provid|call|requir|stipulat|demand|envisag|set|foresa|foresee|oblig|gave|commit)\w*|"
    r"(?:providing|calling|requiring|stipulating|demanding|under which|by which|whereby|according to which))\b",
    re.IGNORECASE,
)
_OWN_ADOPTION = re.compile(
    r"\s*(?:after|from|of|following)?\s*(?:the\s+)?(?:moment\s+of\s+|date\s+of\s+|time\s+of\s+)?(?:the\s+)?"
    r"(?:adoption|passage|date)\s+of\s+(?:this|the\s+present)\b",
    re.IGNORECASE,
)


def anchor(scene: Scene, made: Sequence[tuple[Adopted, Claim]]) -> None:
    """Counts every deadline of the scene that waits for an anchor. made: its adopted texts and their decisions."""
    trial = Drafts(scene, named(scene.text))  # the ids that the claims will have, so that an anchor can be found
    waiting = any(deadlines.relative(mention) for mention in scene.dates)
    for sentence in scene.sentences if waiting else ():
        meetings.propose(scene, sentence, trial)
        encounters.propose(scene, sentence, trial)
        decisions.propose(scene, sentence, trial)
    anchors = [(a.whole, c.valid, c.id) for a, c in made if c.valid is not None]
    anchors += [((c.quotes[0].start, c.quotes[0].end), c.valid, c.id) for c in trial.claims if c.valid is not None]
    if scene.dated and (written := scene.dated.latest):
        anchors = [a for a in anchors if a[1] is None or a[1].earliest is None or a[1].earliest <= written]
    anchors += _cited(scene)
    dated = scene.dated or next((c.valid for _, c in made if c.valid is not None), None)
    counted = deadlines.anchored(scene.dates, anchors, dated, [s.span for s in scene.sentences])
    scene.dates = tuple(_from_adoption(scene, mention, made) for mention in counted)
    by_place = {(d.quote.start, d.quote.end): d for d in scene.dates}
    for sentence in scene.sentences:
        sentence.dates = tuple(by_place[d.quote.start, d.quote.end] for d in sentence.dates)


def _cited(scene: Scene) -> list[tuple[Span, When, str]]:
    """The dates of texts that are cited for what they set: "its statement of 19 March, which provides that …"."""
    found = []
    for mention in scene.dates:
        start, end = mention.quote.start, mention.quote.end
        named = mention.when.precision == "day" and _TEXT_OF.search(scene.content, max(0, start - 90), start)
        if named and _SETTING.match(scene.content, end):
            found.append(((start, end), mention.when, deadlines.DATE))
    return found


def _from_adoption(scene: Scene, mention: DateMention, made: Sequence[tuple[Adopted, Claim]]) -> DateMention:
    """ "No later than 12 hours after the moment of the adoption of this decision"."""
    when = mention.when
    if when.bounded or not re.fullmatch(r"P(?:T?\d+[A-Z])+", when.value):
        return mention
    decision = next((c for a, c in made if a.whole[0] <= mention.quote.start < a.whole[1]), None)
    said = scene.content[mention.quote.start : mention.quote.end + 80]
    if decision is None or not any(_OWN_ADOPTION.match(said, m.end()) for m in re.finditer(r"\b\w+\b", said)):
        return mention
    return replace(mention, when=within(when.value, decision.valid, basis=when.basis, anchor_id=decision.id))
