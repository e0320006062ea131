"""To whom a call is addressed: the parties named in it, not the places where they are."""

import re

from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.heads import heads
from goodoffices.vocabulary.text import Span

_DEED = re.compile(
    r"\b(?:not\s+)?to\s+(?!(?:the|all|both|its|their|any|each|every|those|these|this|that|every|either)\b)[a-z]"
    r"|\bthat\b|\bfor\b"
)
_WHERE = re.compile(r"\b(?:in|inside|within|throughout|across|near|outside|around|from)\s+(?:the\s+)?$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|and|or|,\s*and)\s+(?:in\s+)?(?:the\s+)?")
_LANDS = frozenset({"state", "territory", ""})
_ESPECIALLY = re.compile(
    r"\b(?:especially|in\s+particular|particularly|notably|including|among\s+them|namely|above\s+all|such\s+as|"
    r"specifically|primarily|first\s+and\s+foremost)\b",
    re.IGNORECASE,
)


def cut_before_deed(scene: Scene, span: Span) -> int | None:
    """Where the words on what is to be done begin, outside of names ("the Agency for Ports"); None for nowhere."""
    for found in _DEED.finditer(scene.content, *span):
        if not any(a.quote.start < found.start() < a.quote.end for a in scene.actors_in(span)):
            return found.start()
    return None


def addressed(scene: Scene, span: Span) -> tuple[str, ...]:
    """The parties named inside the span; "all persons in Utopia" are not Utopia."""
    found: list[str] = []
    place = (0, 0)  # the last name that only says where
    outer = 0
    for actor in scene.actors_in(span):
        start, end = actor.quote.start, actor.quote.end
        if end <= outer:
            continue  # the state in the name of its agency
        outer = end
        before = scene.content[max(span[0], start - 16) : start]
        joined = _JOINT.fullmatch(scene.content, place[1], start) is not None
        if scene.kind(actor.party) in _LANDS and (joined or _WHERE.search(before)):
            place = start, end
        else:
            found.append(actor.party)
    return tuple(dict.fromkeys(found))


def singled_out(scene: Scene, span: Span) -> tuple[str, ...]:
    """The parties named in the span after "especially", "in particular", "including"."""
    found = _ESPECIALLY.search(scene.content, *span)
    return addressed(scene, (found.end(), span[1])) if found else ()


def bound(scene: Scene, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """Who is to do what a clause sets: its subject, in the passive who stands after "by"; a paper does nothing."""
    tree = sentence.tree
    assert tree is not None
    agent = tree.child(verb, "agent") if clauses.is_passive(tree, verb) else None
    doer = tree.child(agent, "pobj") if agent is not None else None
    if doer is not None and (found := who(scene, sentence, doer)):
        return found
    subject = clauses.subject(tree, verb)
    if subject is None or tree.low[subject] in heads().issued:
        return ()
    return who(scene, sentence, subject)
