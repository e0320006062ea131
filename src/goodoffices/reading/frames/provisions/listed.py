"""Provisions that stand in a list: "the decision includes the following: a; b; and c"."""

import re
from collections.abc import Iterator

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.parts import divided
from goodoffices.reading.frames.provisions.setting import Setting, decision_before, setting
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.force_words import forces
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Force
from goodoffices.vocabulary.text import Span

_LIST = re.compile(r":\s*")


_OPEN = re.compile(  # "urged the sides to:", "agreed on the following:", "both sides must:"
    r"\b(?:call(?:s|ed)? (?:up)?on|urge[sd]?|request(?:s|ed)?|invite[sd]?|encourage[sd]?|ask(?:s|ed)?|agreed?|"
    r"decide[sd]?|undertook|undertakes?|pledge[sd]?|committed|demand(?:s|ed)?|required?|need(?:s|ed)?|instruct(?:s|ed)?)\b[^.;]{0,200}"
    r"\b(?:to(?: \w+ly)?|the following|as follows)$|\b(?:must|shall|should)$|"
    r"\b(?:agreed|agrees|decided|decides|resolved|resolves|undertook|undertakes)(?: that)?$"
)
_ITEM = re.compile(r"\s*;\s*(?:and\s+|or\s+)?|,\s+and\s+(?=[^;]*$)")


def listed(scene: Scene, sentence: Sentence, drafts: Drafts) -> bool:
    """ "… a resolution that includes the following: a; b; and c": every part is a provision."""
    content, (start, end) = scene.content, sentence.span
    colon = _LIST.search(content, start, end)
    if colon is None:
        return False
    lead = " ".join(content[start : colon.start()].lower().split())
    told = any(re.search(rf"\b{re.escape(t)}s?\b", lead) for t in forces().texts) and any(
        re.search(rf"\b{re.escape(v)}\b", lead) for v in forces().listing
    )
    if not told and _OPEN.search(lead) is None:
        return False
    parts = _parts(content, colon.end(), end) or _bullets(scene, sentence)
    if len(parts) < 2:
        return False
    decision = decision_before(drafts, start)
    near = decision if decision is not None and start <= decision.quotes[0].end + 400 else None
    speech = attributed(scene, sentence, (start, colon.start()))
    context = Setting(
        near,
        _listed_force(lead),
        _addressed(scene, (start, colon.start()), near),
        speech if speech.status != "asserted" else None,
    )
    for part in _split(scene, parts):
        own = _bearers(scene, part)
        setting(
            scene,
            drafts,
            part,
            Setting(near, context.force, own or context.addressees, context.attribution),
            "provision.listed",
        )
    return True


_SAYING = re.compile(r"(?:to\s+)?(?:\w+ly\s+)?(?P<verb>[a-z]+)\b", re.IGNORECASE)


def is_listed(drafts: Drafts, span: Span) -> bool:
    """Whether a sentence is an item of a list that was read with what stands above it."""
    told = (c.quotes[0] for c in drafts.of_kind("provision") if c.rule == "provision.listed")
    return any(span[0] <= q.start < span[1] for q in told)


def _split(scene: Scene, parts: list[Span]) -> Iterator[Span]:
    """The parts, a bullet that holds several deeds by each of them."""
    for part in parts:
        if (only := _SAYING.match(scene.content, *part)) and only["verb"].lower() in forms_of(forces().only_said):
            continue  # "to condemn the attack" sets nothing
        sentence = next((s for s in scene.sentences if s.span == part), None)
        yield from divided(sentence.tree, part) if sentence is not None and sentence.tree is not None else [part]


def _bearers(scene: Scene, part: Span) -> tuple[str, ...]:
    """The parties that the part sets something for: the subject of a sentence of its own, else all that it names."""
    sentence = next((s for s in scene.sentences if s.span == part), None)
    if sentence is None or (tree := sentence.tree) is None:
        return scene.parties_in(part)
    for i in tree.among(("will", "shall", "must")):
        subject = clauses.subject(tree, tree.head[i])
        if tree.dep[i] == "aux" and subject is not None and (found := who(scene, sentence, subject)):
            return found
    return scene.parties_in(part)


def _listed_force(lead: str) -> Force:
    if re.search(r"\b(?:undertook|undertakes?|pledged?|committed)\b", lead):
        return "undertaken"
    if re.search(
        r"\b(?:agreement|deal|accord|pact|treaty|truce|ceasefire|memorandum|protocol|agreed|understanding)\b", lead
    ):
        return "agreed"
    return "called_for"


def _addressed(scene: Scene, span: Span, decision: Claim | None) -> tuple[str, ...]:
    body = getattr(decision.content, "body", "") if decision else ""
    return tuple(
        p
        for p in scene.parties_in(span)
        if p != body and scene.kind(p) in ("state", "territory", "people", "armed_group", "movement")
    )


def _parts(content: str, start: int, end: int) -> list[Span]:
    """The parts of a list after a colon, divided by semicolons."""
    if ";" not in content[start:end]:
        return []
    parts, at = [], start
    for cut in _ITEM.finditer(content, start, end):
        if ";" in cut.group():
            parts.append((at, cut.start()))
            at = cut.end()
    parts.append((at, end))
    return [clauses.trimmed(content, *p) for p in parts if content[p[0] : p[1]].strip()]


def _bullets(scene: Scene, sentence: Sentence) -> list[Span]:
    """The sentences after one that ends with a colon, while each stands on a marked line."""
    if not scene.content[sentence.span[0] : sentence.span[1]].rstrip().endswith(":"):
        return []
    found = []
    for following in scene.sentences[sentence.number + 1 :]:
        if "\n" not in scene.content[scene.sentences[following.number - 1].span[1] : following.span[0]]:
            continue  # a further sentence of the same item
        line = scene.content[scene.content.rfind("\n", 0, following.span[0]) + 1 : following.span[0]]
        if not re.fullmatch(r"\s*(?:[•·▪◦*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s*", line):
            break
        found.append(following.span)
    return found
