"""Bargains struck: what a party did or agreed to do in exchange for something, whichever verb tells it."""

import re

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.exchanges.exchange_words import exchange, exchanged_for
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import SIDES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Concession

_PAST = frozenset({"VBD", "VBN", "VBZ"})
_GETTING = ("receive", "get", "obtain", "win", "gain", "secure", "extract", "earn")
_WISHING = (
    *("offer", "propose", "suggest", "want", "seek", "demand", "ask", "request", "hope", "expect", "say", "insist"),
    *("reject", "decline", "oppose", "be", "have"),
    *("exchange", "swap", "trade", "call", "urge", "threaten", "consider", "discuss", "negotiate", "refuse"),
)
_PEOPLE = re.compile(r"\b(?:prisoners?|hostages?|captives?|detainees?|bodies|remains|soldiers|pilots)\b", re.IGNORECASE)


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes what was given in exchange for something, unless a concession on these words stands already."""
    tree = sentence.tree
    if tree is None or sentence.adopted or tree.words.isdisjoint(_CUES):
        return
    phrase = next((p for p in exchange().exchange if tree.holds(p)), None)
    price = exchanged_for(sentence)
    i = tree.find(phrase) if phrase is not None else None
    if phrase is None or price is None or i is None:
        return
    chain = [a for a in tree.ancestors(i) if tree.verbal(a)]
    verb = next((a for a in chain if tree.dep[a] not in ("xcomp", "pcomp", "acl")), None)
    if verb is None or not _done(tree, verb):
        return
    subject = clauses.subject(tree, verb)
    givers = who(scene, sentence, subject) if subject is not None else ()
    span = clauses.clause(tree, verb)
    taken = any(c.quotes[0].start < span[1] and span[0] < c.quotes[0].end for c in drafts.of_kind("concession"))
    thing = tree.child(verb, "dobj", "xcomp", "ccomp") or next(
        (tree.child(p, "pobj", "pcomp") for p in tree.children(verb, "prep") if tree.low[p] in ("to", "on")), None
    )
    if len(givers) != 1 or scene.kind(givers[0]) not in (*SIDES, "person") or thing is None or taken:
        return
    what, returned = _words(scene, tree, thing, i), scene.words(price)
    if _PEOPLE.search(what) and _PEOPLE.search(returned):
        return  # an exchange of prisoners is read as one
    if tree.low[verb] in forms_of(_GETTING):
        what, returned = returned, what
    others = [p for p in scene.parties_in(sentence.span) if scene.behalf(p) != scene.behalf(givers[0])]
    sides = [p for p in others if scene.kind(p) in SIDES]
    content = Concession(
        giver=givers[0], receiver=sides[0] if len(set(sides)) == 1 else "", what=what, in_exchange_for=returned
    )
    drafts.add(content, [span], rule="concession.bargain", attribution=attributed(scene, sentence, span))


_CUES = frozenset({"exchange", "return", "quo", "price", "compensation"})


def _done(tree: Tree, verb: int) -> bool:
    """Whether the verb tells something given or agreed to, no wish or offer."""
    if tree.tag[verb] not in _PAST or tree.low[verb] in forms_of(_WISHING) or clauses.negated(tree, verb):
        return False
    if clauses.is_passive(tree, verb):
        return False
    return not any(tree.tag[k] == "MD" for k in tree.children(verb, "aux"))


def _words(scene: Scene, tree: Tree, thing: int, cue: int) -> str:
    """What is given, without the price where it stands inside it."""
    last = min(tree.right[thing], cue - 1) if cue > thing else tree.right[thing]
    return scene.words(clauses.words(tree, tree.left[thing], last, keep=thing))
