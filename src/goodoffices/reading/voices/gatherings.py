"""Those in whom a body speaks: "the Ministers", "the Summit", "the Authority", "Council", once a text has named it."""

import re

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.reading.voices.heads import heads

_REACH = 12  # sentences back in which the body was the subject
_OPENING = 3  # sentences in which a text names the body whose it is
_STATES = frozenset({"state", "states", "government", "delegation", "mission"})  # "heads of state"
_QUALITIES = frozenset(
    {"the", "foreign", "said", "extraordinary", "ordinary", "special", "emergency", "regional", "participating"}
    | {"political", "defence", "defense", "assembled", "-", "extra"}
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def gathering(scene: Scene, tree: Tree, i: int, phrase: str) -> bool:
    """Whether the noun is one of those, named by nothing else: "the foreign ministers", "Council"."""
    chairing = any(tree.low[k] == "cochair" for k in tree.children(i, "compound"))  # "the Co-Chair countries"
    if not (chairing or tree.low[i] in heads().gatherings) or tree.child(i, "poss") is not None:
        return False
    of = next((k for k in tree.children(i, "prep") if tree.low[k] in ("of", "from")), None)
    if of is not None and tree.low[min(of + 1, len(tree) - 1)] not in _STATES:
        return False
    words = [word for word in phrase.split()[:-1] if word != "cochair" and not _ORDINAL.fullmatch(word)]
    return _QUALITIES.issuperset(words) and ("the" in words or tree.text[i][:1].isupper())


def of_gathering(scene: Scene, sentence: Sentence, at: int, *, several: bool) -> tuple[str, ...]:
    """The body that it speaks for: the issuer of the text, else the last one that was a subject, else the one that the
    text opens with. several: the noun is a plural, and may mean persons or states that were subjects together.
    """
    if scene.kind(scene.issuer) in BODIES:
        return (scene.issuer,)
    for earlier in scene.sentences[max(0, sentence.number - _REACH) : sentence.number + 1][::-1]:
        if several and earlier.tree is None and sum(scene.kind(a.party) == "person" for a in earlier.actors) > 1:
            return ()
        for place, parties in reversed(earlier.subjects):
            if place >= at:
                continue
            if len(parties) == 1 and scene.kind(parties[0]) in BODIES:
                return parties
            if several and len(parties) > 1:
                return ()
    opening = [
        a.party
        for s in scene.sentences[:_OPENING]
        for a in s.actors
        if a.quote.start < at and scene.kind(a.party) in BODIES
    ]
    return (opening[0],) if len({scene.behalf(p) for p in opening}) == 1 else ()


def we(scene: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Whose "we" it is where a text that says so but once goes over from "the Trio" to "we"."""
    for earlier in scene.sentences[max(0, sentence.number - 2) : sentence.number][::-1]:
        if len(earlier.lead) == 1:
            return earlier.lead if scene.kind(earlier.lead[0]) in BODIES else ()
    return ()


def listed_with(scene: Scene, tree: Tree, i: int, found: tuple[str, ...]) -> bool:
    """Whether the noun means a body and goes on with the states that are in it."""
    if len(found) != 1 or scene.kind(found[0]) not in BODIES or tree.low[i] not in heads().gatherings:
        return False
    of = next((k for k in tree.children(i, "prep") if tree.low[k] in ("of", "from")), None)
    noun = tree.child(of, "pobj") if of is not None else None
    named = scene.parties_in((tree.starts[tree.left[noun]], tree.ends[tree.right[noun]])) if noun is not None else ()
    return any(scene.kind(p) == "state" for p in named)
