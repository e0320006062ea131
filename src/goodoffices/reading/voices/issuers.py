"""Whose statement a document is, as its first lines say."""

import itertools
import re
from collections.abc import Iterator

from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.vocabulary.reading import ActorMention

_OWN = r"(?:statements?|communiqu[eé]s?|declaration|conclusions|press release|letter|note verbale|remarks|message)"
_TEXT = rf"(?:{_OWN}|transcript|press conference|press availability|stakeout|briefing|speech|address)"
_STATEMENT = re.compile(
    r"\b(?:statement|communiqu[eé]|declaration|press release|press statement|letter|note verbale|remarks|message)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(  # "Utopia's statement", "Security Council Press Statement", "Trio co-chairs issue statement"
    r"(?:['’]s?)?\s+(?:(?:press|presidential|joint|final|official|ministerial|summit|council|leaders['’]?|opening|"
    r"closing|national)\s+|co-?chairs(?:['’])?\s+(?:issue\s+)?)*" + _OWN + r"\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:at|to|on|in|with|for|after|before|following)\s+(?:the\s+)?$")
_BY = re.compile(
    rf"\b(?:{_TEXT}\s+(?:(?:issued|made|delivered|given|read)\s+)?(?:of|by|from)|(?:{_TEXT}\b[^.;]{{0,90}}?|delivered|"
    rf"issued|made|presented)\s+by|communiqu[eé]\b[^.;]{{0,60}}?\b(?:meeting|session|summit|conference)\s+of)\s+",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(?:at|to|on|in|after|with|following|before)\b", re.IGNORECASE)
_ORAL = re.compile(r"\b(?:remarks|briefing|press conference|stakeout|speech|address|interview)\b", re.IGNORECASE)
_REPORT = re.compile(r"^(?:\w+ ){0,4}report\b|\bpresent report\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4}")
_LINES = 4  # sentences in which a document says whose it is
_LONG = 250  # characters; a longer one is no heading
_NEAR = 45  # characters from "by" to the name
_BESIDE = 60  # and from an office to who holds it
_TITLE = re.compile(r"(?:and|of|for|in|on|the|to|[A-Z][\w.'’-]*|\([A-Z]+\)),?|,")  # of "Chairman-in-Office, Mr."
_PRESIDING = re.compile(r"president|chair|chairman|chairperson|presidency", re.IGNORECASE)


def issuer(scene: Scene) -> str:
    """The party id of whose statement the document is, "" where its headings name nobody or several."""
    return _headed(scene) or _alone(scene)


def is_report(scene: Scene) -> bool:
    """Whether it calls itself a report: who says "I" in it tells what is so, and takes no floor."""
    return any(_REPORT.search(said) for _, said in _opening(scene))


def _opening(scene: Scene) -> Iterator[tuple[Sentence, str]]:
    """The first short sentences with their words, without scraps that a scanner made of a coat of arms."""
    told = ((sentence, scene.words(sentence.span)) for sentence in scene.sentences)
    for sentence, said in itertools.islice((t for t in told if _WORD.search(t[1])), _LINES):
        if len(said) <= _LONG:
            yield sentence, said


def _headed(scene: Scene) -> str:
    """Whose it is by the words before or after "statement", in headings and before a colon."""
    for sentence, said in _opening(scene):
        if said[-1:] in '.!?”"':
            continue
        spoken = _ORAL.search(scene.content, *sentence.span) is not None
        if spoken and (people := [p for p in scene.parties_in(sentence.span) if scene.kind(p) == "person"]):
            return people[0]
        for mention in sentence.actors:
            placed = _PLACED.search(scene.content, sentence.span[0], mention.quote.start)
            if placed is None and _BEFORE.match(scene.content, mention.quote.end, sentence.span[1]):
                return _body_of(scene, mention.party)
        for by in _BY.finditer(scene.content, *sentence.span):
            near = [a for a in sentence.actors if by.end() <= a.quote.start <= by.end() + _NEAR]
            if near and _APART.search(scene.content, by.end(), near[0].quote.start):
                return ""  # by somebody whom no table knows
            if near:
                body = _presided(scene, near[0]) or _body_of(scene, near[0].party)
                return body if body != near[0].party else _holder(scene, near[0], sentence) or body
    return ""


def _presided(scene: Scene, named: ActorMention) -> str:
    """The body in "the President of the Council, Mr. Ash", whoever he is."""
    if _PRESIDING.match(named.quote.exact) is None:
        return ""
    inside = scene.parties_in((named.quote.start + 1, named.quote.end))
    return next((p for p in inside if scene.kind(p) in ("organ", "body")), "")


def _holder(scene: Scene, named: ActorMention, sentence: Sentence) -> str:
    """The person named right after an office: "by the Special Envoy for Utopia, Mr. Ash"."""
    if scene.kind(named.party) not in ("office", "organ", "body", "intergovernmental"):
        return ""
    for other in sentence.actors:
        between = scene.content[named.quote.end : other.quote.start]
        if (
            scene.kind(other.party) == "person"
            and len(between) <= _BESIDE
            and all(map(_TITLE.fullmatch, between.split()))
        ):
            return other.party if named.quote.end <= other.quote.start else ""
    return ""


def presenting(scene: Scene) -> str:
    """The person whom a heading names, "" where none does: who says "I" below it."""
    for sentence, said in _opening(scene):
        if said[-1:] not in '.!?”":':
            people = [p for p in scene.parties_in(sentence.span) if scene.kind(p) == "person"]
            if people:
                return people[0]
    return ""


def _body_of(scene: Scene, party_id: str) -> str:
    """A body speaks in its president: "statement by the President of the Council"."""
    party = scene.party(party_id)
    if party is not None and party.kind == "office" and _PRESIDING.fullmatch(party.role or ""):
        return party.parent if scene.kind(party.parent) in BODIES else party_id
    return party_id


def _alone(scene: Scene) -> str:
    """The one side that the first line names, if it calls the document a statement."""
    if not scene.sentences:
        return ""
    first = scene.sentences[0].span
    if len(scene.words(first)) > 200 or _STATEMENT.search(scene.content, *first) is None:
        return ""
    named = scene.parties_in(first)
    return named[0] if len({scene.behalf(p) for p in named}) == 1 else ""
