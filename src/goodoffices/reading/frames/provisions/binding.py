"""What a text of agreement sets without "shall": "is to", "has to", "hereby", "may not", "the Parties recognise"."""

from collections.abc import Iterator

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.addressees import bound
from goodoffices.reading.frames.provisions.agreements import beside_no_other
from goodoffices.reading.frames.provisions.parts import timed_parts
from goodoffices.reading.frames.provisions.setting import Setting, decision_before, setting
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.text import Span

_BE_TO = frozenset({"is", "are", "has", "have"})
_LEAVE = frozenset({"may", "must", "can", "should"})
_PARTIES = frozenset({"parties", "party", "sides", "side", "signatories", "they", "governments", "states"})
_PERFORMED = (
    *("recognise", "recognize", "accept", "reaffirm", "confirm", "acknowledge", "renounce", "declare", "affirm"),
    *("endorse", "request", "invite", "authorise", "authorize", "waive", "guarantee", "respect"),
)
_BARRED = frozenset({"prohibited", "forbidden", "banned"})


def binding(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes what a sentence of an agreement sets by such words, beside what "shall" and "will" set."""
    tree = sentence.tree
    assert tree is not None
    if not (scene.agreement or scene.itemised):
        return
    for verb, span in (*_owed(scene, tree), *_left(tree), *_performed(scene, sentence, tree)):
        subject = clauses.subject(tree, verb)
        bearers = bound(scene, sentence, tree.child(verb, "xcomp") or verb)
        taken = any(c.quotes[0].start < span[1] and span[0] < c.quotes[0].end for c in drafts.of_kind("provision"))
        if subject is not None and not taken:
            context = Setting(decision_before(drafts, span[0]), "agreed", bearers)
            setting(scene, drafts, span, context, "provision.binding")


def _owed(scene: Scene, tree: Tree) -> Iterator[tuple[int, Span]]:
    """ "The pullout has to start on Monday and finish within a week": one for each time that is set."""
    for i in tree.among(_BE_TO):
        done = tree.child(i, "xcomp")
        if done is None or tree.tag[done] not in ("VB", "VBN") or not beside_no_other(tree, i):
            continue
        subject = tree.child(i, "nsubj", "nsubjpass")
        aims = subject is not None and tree.low[subject] in _AIMS
        if aims or "yet" in tree.low[i:done] or not any(tree.tag[k] == "TO" for k in tree.children(done, "aux")):
            continue
        for span in timed_parts(scene, tree, i, clauses.clause(tree, i), done):
            yield i, span


_AIMS = frozenset({"aim", "purpose", "objective", "objectives", "goal", "intention", "point", "task", "mandate", "it"})


def _left(tree: Tree) -> Iterator[tuple[int, Span]]:
    """What is left to a party or not: "each Party may send observers", "no Party may"; and "is banned"."""
    for i in tree.among(_LEAVE):
        verb = tree.head[i]
        if tree.dep[i] != "aux" or not beside_no_other(tree, verb):
            continue
        if tree.low[i] == "must" or (tree.low[i] == "should" and _due(tree, verb)) or _parties_may(tree, verb):
            yield verb, clauses.clause(tree, verb)
    for i in tree.among(_BARRED):
        if clauses.is_passive(tree, i) and tree.dep[i] in ("ROOT", "conj"):
            yield i, clauses.clause(tree, i)


def _due(tree: Tree, verb: int) -> bool:
    """ "The pullback should start no later than …", "the sides should open the road": not "it should be noted", and not
    what should have been.
    """
    subject = clauses.subject(tree, verb)
    if any(tree.low[k] == "have" for k in tree.children(verb, "aux")):
        return False
    return subject is not None and tree.low[subject] not in _NO_BEARERS and tree.tag[verb] in ("VB", "VBN")


_NO_BEARERS = frozenset({"it", "this", "that", "there", "which", "who", "what", "one", "we", "i", "you"})


def _parties_may(tree: Tree, verb: int) -> bool:
    """Whether it is a party that may do something, or a thing that may not be done; "may be renewed" sets nothing."""
    subject = clauses.subject(tree, verb)
    if subject is None:
        return False
    none = tree.low[tree.left[subject]] in ("no", "neither")
    party = tree.low[subject] in _PARTIES and not clauses.is_passive(tree, verb)
    return none or party or clauses.negated(tree, verb)


def _performed(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[tuple[int, Span]]:
    """What is done by being agreed: "peace is hereby established", "the Parties recognise the border"."""
    for i in tree.places.get("hereby", ()):
        verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), None)
        if verb is not None and not _only_told(tree, verb):
            yield verb, clauses.clause(tree, verb)
    for i in tree.among(forms_of(_PERFORMED)):
        subject = tree.child(i, "nsubj")
        main = tree.tag[i] in ("VBP", "VBZ") and tree.dep[i] in ("ROOT", "conj")
        if subject is None or not main or tree.child(i, "dobj", "ccomp", "xcomp") is None or _only_told(tree, i):
            continue
        if tree.low[subject] in _PARTIES or len(who(scene, sentence, subject)) > 1:
            yield i, clauses.clause(tree, i)


def _only_told(tree: Tree, verb: int) -> bool:
    """ "Hereby declare that they have reached agreement": what is declared to have been done sets nothing."""
    told = tree.child(verb, "ccomp")
    return told is not None and any(tree.low[k] in ("have", "has", "had") for k in tree.children(told, "aux"))
