"""Decisions: what a body adopted or reached, its standing, how it was taken."""

import re

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.adopted import Adopted
from goodoffices.reading.frames.provisions.citations import cited
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.force_words import Standing, forces
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Decision, Meeting, Vote
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When

_TAKING = ("reach", "adopt", "take", "pass", "issue", "approve", "make", "endorse")
_TEXTS = frozenset(
    {"resolution", "decision", "resolutions", "decisions", "declaration", "statement", "communiqué", "communique"}
)
_COUNTED = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_NUMBERS = {**{word: n for n, word in enumerate(_COUNTED.split())}, "none": 0, "no": 0}
_N = r"(\d{1,3}|[a-z]+)"
_VOTES = re.compile(
    rf"\bby\s+{_N}\s+votes?\s+(?:in\s+favou?r\s+)?to\s+{_N}(?:\s*\((?P<against>[^)]*)\))?(?:[,;]?\s+with\s+{_N}\s+abstentions?(?:\s*\((?P<names>[^)]*)\))?)?",
    re.IGNORECASE,
)
_IN_FAVOUR = re.compile(
    rf"\b{_N}\s+(?:votes?\s+|members?\s+)?(?:in\s+favou?r|for)(?:\s+to|,)\s+{_N}\s+against(?:[,;]?\s+(?:and|with)?\s*{_N}\s+(?:abstentions?|abstaining))?",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    rf"\b{_N}\s+members?\s*\((?P<names>[^)]*)\)\s+did\s+not\s+(?:participate|take\s+part)", re.IGNORECASE
)


def of_adopted(scene: Scene, adopted: Adopted, drafts: Drafts) -> Claim:
    """Proposes the decision that an adopted text is, from its line of adoption or its heading."""
    spans = [s for s in (adopted.adoption, _heading_words(scene, adopted)) if s is not None]
    if not spans:
        operative = [p for p in adopted.paragraphs if p.operative]
        first = next((p for p in operative if " " in scene.words(p.span)), operative[0])
        spans = [clauses.capped(scene.content, first.span)]
    vote = _vote(scene, adopted)
    said = scene.words(adopted.adoption).lower() if adopted.adoption else ""
    content = Decision(
        body=adopted.body,
        standing="binding" if adopted.body in forces().binding_bodies and _binds(scene, adopted) else "political",
        adopted_by="unanimity"
        if "unanimous" in said
        else "consensus"
        if "without a vote" in said or "consensus" in said
        else "vote"
        if vote
        else "",
        vote=vote,
        reference=adopted.name,
        cites=tuple(s for s in cited(scene.content, _body_of(adopted), adopted.body) if s != adopted.name),
    )
    return drafts.add(content, spans, rule="decision.adopted", valid=adopted_when(scene, adopted))


def _body_of(adopted: Adopted) -> Span:
    """Heading and paragraphs, without the line of adoption and the notes under it."""
    return adopted.whole[0], adopted.adoption[0] if adopted.adoption else adopted.whole[1]


def _binds(scene: Scene, adopted: Adopted) -> bool:
    """Whether the text decides or demands anything: what only calls or recommends binds nobody."""
    openings = (scene.words(p.span).split(" ", 1)[0].lower() for p in adopted.paragraphs if p.operative)
    return any(opening in forces().operative["binding"] for opening in openings)


def _heading_words(scene: Scene, adopted: Adopted) -> Span | None:
    if adopted.heading is None:
        return None
    start, end = adopted.heading
    blank = re.search(r"\n\s*\n", scene.content[start:end])
    return clauses.capped(
        scene.content, clauses.trimmed(scene.content, start, start + blank.start() if blank else end), 25
    )


def adopted_when(scene: Scene, adopted: Adopted) -> When | None:
    """The day of adoption: in the heading or the line of adoption, else the document's."""
    for span in (adopted.heading, adopted.adoption):
        for mention in scene.dates_in(span) if span else ():
            if mention.when.precision == "day":
                return mention.when
    return scene.dated


def _vote(scene: Scene, adopted: Adopted) -> Vote | None:
    if adopted.adoption is None:
        return None
    content, (start, end) = scene.content, adopted.adoption
    found = _VOTES.search(content, start, end) or _IN_FAVOUR.search(content, start, end)
    if found is None:
        return None
    numbers = [_number(g) for g in found.groups() if g is None or re.fullmatch(r"\d{1,3}|[a-z]+", g, re.IGNORECASE)]
    named = found.groupdict().get("names")
    abstaining = numbers[2] if len(numbers) > 2 else 0
    if found.re is _VOTES:
        abstaining = _number(found.group(4))
    absent = _ABSENT.search(content, start, adopted.notes[1] if adopted.notes else end)
    return Vote(
        in_favour=_number(found.group(1)),
        against=_number(found.group(2)),
        abstaining=abstaining,
        not_participating=_number(absent.group(1)) if absent else 0,
        abstainers=scene.parties_in(found.span("names")) if named else (),
        absentees=scene.parties_in(absent.span("names")) if absent else (),
    )


def _number(word: str | None) -> int:
    if not word:
        return 0
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 0)


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the decisions told in a sentence: "the Quartet reached a resolution that …"."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    taking = forms_of(_TAKING)
    for i in tree.among(taking):
        if not tree.verbal(i):
            continue
        thing = tree.child(i, "dobj", "nsubjpass")
        if thing is None or tree.low[thing] not in _TEXTS or clauses.negated(tree, i) or tree.tag[i] == "VB":
            continue
        if taking[tree.low[i]] == "issue" and tree.low[thing] not in ("resolution", "decision", "declaration"):
            continue
        doer = clauses.subject(tree, i) if tree.dep[thing] == "dobj" else _agent(tree, i)
        bodies = [b for b in (who(scene, sentence, doer) if doer is not None else ()) if scene.kind(b) in BODIES]
        if len(bodies) != 1:
            continue
        span = _until_list(scene.content, clauses.clause(tree, i))
        drafts.add(
            Decision(body=bodies[0], standing=standing(scene, bodies[0])),
            [span],
            rule="decision.told",
            attribution=attributed(scene, sentence, span),
            valid=next((d.when for d in scene.dates_in(span) if d.when.precision == "day"), None)
            or _met(drafts, bodies[0]),
        )


def _met(drafts: Drafts, body: str) -> When | None:
    """When the body met, as told last: what it decided there, it decided then."""
    told = [c.valid for c in drafts.of_kind("meeting") if isinstance(c.content, Meeting) and c.content.body == body]
    return told[-1] if told else None


def _agent(tree: Tree, verb: int) -> int | None:
    by = tree.child(verb, "agent")
    return tree.child(by, "pobj") if by is not None else None


def _until_list(content: str, span: Span) -> Span:
    colon = content.find(":", *span)
    return clauses.trimmed(content, span[0], colon) if colon > 0 else span


def standing(scene: Scene, body: str) -> Standing:
    """The standing of the body's decisions as the text itself states it beside the body's name, else ""."""
    for sentence in scene.sentences:
        if not any(a.party == body for a in sentence.actors):
            continue
        said = scene.words(sentence.span).lower()
        if "decision" not in said and "resolution" not in said:
            continue
        for name, words in forces().standing.items():
            if any(re.search(rf"\b{re.escape(w)}\b", said) for w in words):
                return name
    return ""
