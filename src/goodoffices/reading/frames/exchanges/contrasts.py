"""Contrasts: "while A favours x, B rejects y": two parties whose stands are told against each other."""

from collections.abc import Iterator
from itertools import pairwise

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.text import Span

_FOR = (
    *("favour", "favor", "support", "back", "want", "prefer", "insist", "seek", "advocate", "demand", "welcome", "see"),
    *(
        "view",
        "regard",
        "consider",
        "argue",
        "maintain",
        "stress",
        "emphasise",
        "emphasize",
        "prioritise",
        "prioritize",
    ),
    *("urge", "push", "press", "call", "propose", "endorse", "embrace", "accept", "believe", "think", "focus"),
)
_AGAINST = ("reject", "oppose", "refuse", "resist", "object", "dismiss", "deny", "dispute", "rule", "fear", "reluct")
_MARKS = frozenset({"while", "whereas", "whilst"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def contrasts(scene: Scene, sentence: Sentence) -> Iterator[tuple[Span, tuple[str, ...], str, str]]:
    """The stands of two parties that one sentence sets against each other."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(_MARKS):
        one = tree.head[i]
        if tree.dep[i] != "mark" or tree.dep[one] != "advcl" or not _stands(tree, one):
            continue
        above = [a for a in tree.ancestors(one) if _stands(tree, a)]
        before = [k for k in range(i - 1, max(-1, i - _NEAR), -1) if tree.verbal(k) and _stands(tree, k)]
        other = next((a for a in (*above, *before) if _whose(scene, sentence, tree, a)), None)
        if other is None or other == one:
            continue
        sides = [p for verb in (one, other) for p in _whose(scene, sentence, tree, verb)[:1]]
        if len({scene.behalf(p) for p in sides}) != 2:
            continue
        first, last = min(tree.left[one], tree.left[other]), max(tree.right[one], tree.right[other])
        first = first if first >= min(one, other) - _NEAR else min(one, other)
        yield clauses.words(tree, first, last), tuple(sides), "", "disagreement.contrast"
    yield from _claimed(scene, sentence)


def _claimed(scene: Scene, sentence: Sentence) -> Iterator[tuple[Span, tuple[str, ...], str, str]]:
    """ "A was claiming x; B claimed y", "both A and B lay claim to x"."""
    tree = sentence.tree
    assert tree is not None
    claiming = [i for i in tree.among(forms_of(_CLAIMS)) if tree.verbal(i) and not clauses.negated(tree, i)]
    for one, other in pairwise(claiming):
        lemmas = {forms_of(_CLAIMS)[tree.low[k]] for k in (one, other)}
        apart = _OPPOSED & set(tree.low[one:other])
        sides = [p for verb in (one, other) for p in _whose(scene, sentence, tree, verb)[:1]]
        if len(lemmas) == 1 and apart and len({scene.behalf(p) for p in sides}) == _TWO:
            yield (
                (clauses.clause(tree, one)[0], clauses.clause(tree, other)[1]),
                tuple(sides),
                "",
                "disagreement.contrast",
            )
    for i in tree.among(("claim",)):
        verb = tree.head[i]
        if tree.dep[i] != "dobj" or tree.low[verb] not in forms_of(("lay", "stake")):
            continue
        subject = clauses.subject(tree, verb)
        sides = list(who(scene, sentence, subject)) if subject is not None else []
        if len(sides) > 1:
            yield clauses.clause(tree, verb), tuple(sides), "", "disagreement.contrast"


_CLAIMS = ("claim", "want", "demand", "insist", "maintain", "contend", "assert", "argue", "favour", "favor", "prefer")
_OPPOSED = frozenset({";", "while", "whereas", "whilst", "but"})
_NEAR = 24  # words between two stands that one sentence sets against each other
_TWO = 2


def _stands(tree: Tree, verb: int) -> bool:
    """Whether the clause tells what somebody is for or against."""
    going_on = tree.dep[verb] == "xcomp" and tree.low[tree.head[verb]] in forms_of(("continue",))
    if tree.low[verb] in forms_of(("hold", "say")):  # that something is so, not a post or talks
        return tree.tag[verb] in _FINITE and tree.child(verb, "ccomp") is not None
    return (tree.tag[verb] in _FINITE or going_on) and (
        tree.low[verb] in forms_of(_FOR) or tree.low[verb] in forms_of(_AGAINST)
    )


def _whose(scene: Scene, sentence: Sentence, tree: Tree, verb: int) -> tuple[str, ...]:
    above = tree.head[verb] if tree.dep[verb] == "xcomp" else verb
    subject = tree.child(above, "nsubj")
    return who(scene, sentence, subject) if subject is not None else ()
