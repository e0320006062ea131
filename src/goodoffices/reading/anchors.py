"""What "within N" is counted from: the meeting or decision that a text tells, or the adoption of the text itself."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from goodoffices.reading.dates import deadlines, first_days
from goodoffices.reading.dates.first_days import FirstDay
from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.meetings import encounters, meetings
from goodoffices.reading.frames.provisions import decisions
from goodoffices.reading.frames.provisions.adopted import Adopted
from goodoffices.reading.scene import Scene
from goodoffices.reading.voices.antecedents import of_paper
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.hashing import named
from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When, within

_TEXT_OF = re.compile(
    r"\b(?:statement|resolution|agreement|declaration|decision|accord|communiqu[eé]|protocol|memorandum|deal|truce|"
    r"ceasefire|plan|road ?map|text|pact|treaty|accords|order|ruling|law|decree)\b[^.;:()]{0,50}?"
    r"\b(?:of|on|dated|from|signed|adopted|issued)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
_SETTING = re.compile(
    r",?\s*(?:(?:(?:which|that|and)\s+)?(?:provid|call|requir|stipulat|demand|envisag|set|foresa|foresee|oblig|gave|give|"
    r"commit|bind|bar|entitl|allow|bound)\w*|"
    r"(?:providing|calling|requiring|stipulating|demanding|under which|by which|whereby|according to which))\b",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:under|according\s+to|as\s+part\s+of|pursuant\s+to|as\s+per|in\s+line\s+with)\s+(?:the|an?|this|that|its|"
    r"their)\s[^.;:]{0,90}$",
    re.IGNORECASE,
)
_SAID_ON = re.compile(
    r"\b(?:said|announced|declared|agreed|ordered|demanded|ruled|decided|promised|pledged|called|urged|voted|warned|asked|"
    r"undertook|vowed|set|gave|given|issued)\b(?:[^.;:,]{0,40}\s)?(?:on\s+)?$"
)
_D_DAY = re.compile(r"\bD-?\s?Day\b")
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
    anchors += _cited(scene, [a[0] for a in anchors])
    dated = scene.dated or next((c.valid for _, c in made if c.valid is not None), None)
    days = first_days.told(scene.content, scene.dates) if waiting or _D_DAY.search(scene.content) else []
    signed = dated if scene.agreement else None
    days += first_days.derived(scene.content, scene.dates, days, signed) if waiting else []
    if signed is not None:
        days.append(FirstDay("signature", (0, 0), signed))
    days.sort(key=lambda d: d.span)
    scene.d_day = first_days.nearest(days, "d-day", 0)
    counted = deadlines.anchored(scene.dates, anchors, dated, [s.span for s in scene.sentences], days)
    counted = tuple(_from_signature(scene, old, new, days) for old, new in zip(scene.dates, counted, strict=True))
    scene.dates = tuple(
        told if _over(scene, mention) else _from_adoption(scene, mention, made)
        for told, mention in zip(scene.dates, counted, strict=True)
    )
    by_place = {(d.quote.start, d.quote.end): d for d in scene.dates}
    for sentence in scene.sentences:
        sentence.dates = tuple(by_place[d.quote.start, d.quote.end] for d in sentence.dates)


def _from_signature(scene: Scene, waiting: DateMention, counted: DateMention, days: Sequence[FirstDay]) -> DateMention:
    """A length that a signed agreement is told to set runs from the day of its signing, not from the article's."""
    if counted.when.anchor != deadlines.DOCUMENT or deadlines.names_its_start(waiting) or scene.agreement:
        return counted
    signed = first_days.nearest(days, "signature", waiting.quote.start)
    sentence = next(s for s in scene.sentences if s.span[0] <= waiting.quote.start < s.span[1])
    if signed is None or not (_SAYS.search(scene.content, *sentence.span) or of_paper(scene, sentence)):
        return counted
    when = within(waiting.when.value, signed, basis=waiting.when.basis, anchor_id=deadlines.DATE)
    return replace(counted, when=when)


_SAYS = re.compile(
    r"\b(?:agreement|deal|accords?|pact|treaty|protocol|memorandum)\b[^.;]{0,30}\b(?:sa(?:id|ys)|states?|stipulat\w+|"
    r"provid\w+|requir\w+|calls?|commit\w*|oblig\w+|gives?|sets?|sees?)\b|\bunder\s+(?:the|its)\s+(?:\S+\s+){0,3}(?:agreement|"
    r"deal|accords?|pact|treaty)\b|\bsigned\b[^.;]{0,60}\b(?:agreement|deal|accord|pact)\b",
    re.IGNORECASE,
)


def _over(scene: Scene, mention: DateMention) -> bool:
    """Whether what happened "within two days" is over: then no day after the document's can be meant."""
    if mention.when.anchor != deadlines.DOCUMENT:
        return False
    place = mention.quote.start
    sentence = next((s for s in scene.sentences if s.span[0] <= place < s.span[1]), None)
    tree = sentence.tree if sentence is not None else None
    at = tree.at(place) if tree is not None else None
    if tree is None or at is None:
        return False
    verb = next((a for a in tree.ancestors(at) if tree.verbal(a)), None)
    if verb is None or deadlines.names_its_start(mention):
        return False
    past = {tree.low[k] for k in tree.children(verb, "aux")} & {"had", "has", "have"}
    return tree.tag[verb] == "VBD" or (tree.tag[verb] == "VBN" and bool(past))


def _cited(scene: Scene, events: Sequence[Span]) -> list[tuple[Span, When, str]]:
    """The dates of texts that are cited for what they set: "its statement of 19 March, which provides that …"; and of
    what was said on a day ("ordered on Monday that …"), in a sentence that tells no event.
    """
    found = []
    for mention in scene.dates:
        start, end = mention.quote.start, mention.quote.end
        if mention.when.precision != "day":
            continue
        named = _TEXT_OF.search(scene.content, max(0, start - 90), start)
        under = named and _UNDER.search(scene.content, max(0, start - 120), start)
        said = _SAID_ON.search(scene.content, max(0, start - 60), start) and not _near(scene, mention, events)
        if under or said or (named and _SETTING.match(scene.content, end)):
            found.append(((start, end), mention.when, deadlines.DATE))
    return found


def _near(scene: Scene, mention: DateMention, events: Sequence[Span]) -> bool:
    """Whether an event is told in the sentence of the date."""
    start, end = next(s.span for s in scene.sentences if s.span[0] <= mention.quote.start < s.span[1])
    return any(a < end and start < b for a, b in events)


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
