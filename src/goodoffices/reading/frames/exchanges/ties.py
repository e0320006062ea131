"""Verbs of tying: "linked the aid to reforms", "conditioned its vote on …", "the relief was tied to inspections"."""

from collections.abc import Iterator
from typing import Literal

from goodoffices.reading.frames.exchanges.packages import agent
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.conditions import lexicon
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.text import Span

Kind = Literal["condition", "package", "sequence", "trade"]
Tie = tuple[Span, str, tuple[str, ...], Kind, str]  # words, who ties, what, the kind of tie, rule


def tied(scene: Scene, sentence: Sentence) -> Iterator[Tie]:
    """ "… in order to link X to Y", "conditioned its vote on …"."""
    tree = sentence.tree
    assert tree is not None
    forms = forms_of(tuple(lexicon().verbs))
    for i in tree.among(forms):
        lemma = forms[tree.low[i]]
        if not tree.verbal(i) or lemma == "relate":
            continue
        objects = tree.child(i, "dobj", "nsubjpass") or (tree.head[i] if tree.dep[i] == "acl" else None)
        found = _tied_to(tree, i, objects, lemma)
        if objects is None or found is None or clauses.negated(tree, i) or tree.low[objects] in _NOTHING:
            continue
        prep, target = found
        if lemma in _LOOSE and who(scene, sentence, target):
            continue  # "roads that link the valley to Utopia": no issues are tied
        if lemma in _LOOSE and (tree.dep[i] == "acl" or (tree.tag[i] == "VBN" and lemma != "link")):
            continue
        finite = tree.tag[i] in ("VBZ", "VBP", "VBD") and tree.child(i, "nsubj") is not None  # what does it is told
        by = agent(scene, sentence, i) or ("" if finite else _purpose(scene, sentence, i))
        hangs = lemma in ("tie", "condition") and clauses.is_passive(tree, i) and tree.dep[i] != "acl"
        if not by and not (hangs and not who(scene, sentence, objects) and not who(scene, sentence, target)):
            continue
        first, last = _purpose_start(tree, i), max(tree.right[prep], tree.right[target])
        stop = next((k for k in range(i, last) if tree.text[k] in ("(", ";")), last + 1)
        span = clauses.words(tree, first, min(last, stop - 1), keep=i)
        a = scene.words(
            clauses.words(tree, tree.left[objects], min(tree.right[objects], prep - 1) if prep > objects else objects)
        )
        b = scene.words(clauses.words(tree, tree.left[target], min(tree.right[target], last)))
        yield (
            span,
            by,
            (a, b),
            "package" if lemma in ("package", "bundle", "wrap", "combine") else "condition",
            "linkage.verb",
        )


_LOOSE = frozenset({"bind", "connect", "couple", "relate", "combine", "link"})  # "a town linked to the sea by rail"
_NOTHING = frozenset({"hands", "it", "themselves"})


def _tied_to(tree: Tree, i: int, objects: int | None, lemma: str) -> tuple[int, int] | None:
    """The particle and what the thing is tied to: also "to progress", which is read as a deed."""
    particles = lexicon().verbs[lemma]
    for k in (i, objects, *tree.children(i, "dobj")):
        for p in tree.children(k, "prep", "dative") if k is not None else ():
            target = tree.child(p, "pobj", "pcomp")
            if tree.low[p] in particles and p > i:
                return (p, target) if target is not None else None
    for k in tree.children(i, "advcl", "xcomp") if objects is not None and "to" in particles else ():
        if tree.tag[k] == "VB" and tree.low[k - 1] == "to" and tree.low[k] in _NOUNS_TOO:
            return k - 1, k
    return None


_NOUNS_TOO = frozenset(
    {"progress", "reform", "access", "change", "control", "return", "release", "support", "transfer"}
)


def _purpose_start(tree: Tree, i: int) -> int:
    """Begins the quote at "in order to link"."""
    first = i
    while first > 0 and tree.low[first - 1] in (
        "to",
        "order",
        "in",
        "clearly",
        "explicitly",
        "openly",
        "directly",
        "has",
        "have",
        "had",
        "was",
        "is",
        "been",
    ):
        first -= 1
    if tree.child(i, "nsubj") is not None:
        return tree.left[tree.child(i, "nsubj") or i]
    return first


def _purpose(scene: Scene, sentence: Sentence, i: int) -> str:
    """The subject of the clause whose purpose the verb states."""
    tree = sentence.tree
    assert tree is not None
    for above in tree.ancestors(i):
        if tree.verbal(above):
            subject = clauses.subject(tree, above)
            found = who(scene, sentence, subject) if subject is not None else ()
            if found:
                return found[0]
    return ""


def linked(scene: Scene, sentence: Sentence) -> Iterator[Tie]:
    """ "Sees a link between disarmament and reforms", "the link made by the rebels between …": a tie told in a noun."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(("link", "linkage", "links")):
        between = next((p for p in tree.children(i, "prep") if tree.low[p] == "between"), None)
        made = tree.child(i, "acl")
        if between is None and made is not None:
            between = next((p for p in tree.children(made, "prep") if tree.low[p] == "between"), None)
        one = tree.child(between, "pobj") if between is not None else None
        things = list(tree.conjuncts(one)) if one is not None else []
        if between is None or len(things) < 2 or any(who(scene, sentence, k) for k in things):
            continue
        verb = tree.head[i] if tree.dep[i] == "dobj" and tree.low[tree.head[i]] in forms_of(_DRAWING) else made
        by = agent(scene, sentence, verb) if verb is not None else ""
        if verb is None or (verb == tree.head[i] and (not by or clauses.negated(tree, verb))):
            continue
        last = tree.right[between]
        ties = tuple(
            scene.words(clauses.words(tree, tree.left[k], (tree.left[after] - 1) if after else last, keep=k))
            for k, after in zip(things, [*things[1:], 0], strict=True)
        )
        first = min(tree.left[i], verb)
        yield clauses.words(tree, first, last, keep=i), by, ties, "condition", "linkage.noun"


_DRAWING = ("see", "draw", "make", "establish", "create", "insist", "maintain", "demand", "want", "seek")
