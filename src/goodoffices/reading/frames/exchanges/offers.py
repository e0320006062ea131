"""Offers and threats under a condition: what a party, by its own word, will do if something else is done."""

import re
from collections.abc import Iterator
from typing import Literal

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.conditions import conditions
from goodoffices.vocabulary.text import Span

_MERELY = re.compile(
    r"if (?:necessary|needed|possible|required|appropriate|so|not|any|only|asked|requested)", re.IGNORECASE
)
Offer = tuple[Span, str, tuple[str, ...], Literal["condition"], str]


def conditional(scene: Scene, sentence: Sentence) -> Iterator[Offer]:
    """ "Utopia said it would sign if …": what a party, by its own word, will do under a condition."""
    tree = sentence.tree
    assert tree is not None
    own = {scene.behalf(p) for p in (scene.voice, scene.issuer) if p}
    for start, end in conditions(sentence):
        cue = tree.words_in(start, end)
        if (
            not cue
            or _MERELY.fullmatch(scene.words((start, end)))
            or not any(tree.here(cue[0], phrase) for phrase in _WILLING)
        ):
            continue
        for i in range(len(tree)):
            verb = tree.head[i]
            willing = (tree.dep[i] == "aux" and tree.low[i] in ("will", "would", "could", "can", "'ll")) or (
                tree.low[i] in _PROMISING and cue[0] in range(tree.left[verb], tree.right[verb] + 1)
            )
            verb = verb if tree.dep[i] == "aux" else i
            if not willing or i in cue or not _governs(tree, verb, cue[0]):
                continue
            subject = clauses.subject(tree, tree.head[verb] if tree.dep[verb] == "acomp" else verb)
            doers = who(scene, sentence, subject) if subject is not None else ()
            speech = next((s for s in sentence.speeches if s.span[0] <= tree.starts[verb] < s.span[1]), None)
            sides = {scene.behalf(p) for p in speech.speakers} if speech and speech.speakers else own
            if tree.dep[i] != "aux":
                sides = {scene.behalf(p) for p in doers}
            if doers and {scene.behalf(p) for p in doers} <= sides:
                first, last = min(tree.left[verb], cue[0]), max(tree.right[verb], cue[-1])
                span = clauses.words(tree, first, last, keep=cue[0])
                rest = clauses.words(tree, verb, cue[0] - 1 if cue[0] > verb else tree.right[verb])
                yield span, doers[0], (scene.words(rest), scene.words((start, end))), "condition", "linkage.conditional"
                break


_PROMISING = frozenset(
    {"threatened", "threatens", "offered", "offers", "promised", "promises", "agreed", "pledged", "vowed"}
    | {"ready", "prepared", "willing"}
)
_WILLING = (
    "only if",
    "if",
    "unless",
    "provided that",
    "provided",
    "as long as",
    "so long as",
    "on condition that",
    "once",
)


def _governs(tree: Tree, verb: int, cue: int) -> bool:
    """Whether the condition belongs to the clause of the verb."""
    return tree.left[verb] <= cue <= tree.right[verb] or verb in tree.ancestors(cue)
