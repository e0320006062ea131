"""The parts of a duty: "will meet within a week and report within a month" and "stop; and withdraw" set two things."""

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene
from goodoffices.reading.voices import clauses
from goodoffices.vocabulary.text import Span


def timed_parts(scene: Scene, tree: Tree, verb: int, whole: Span, first: int | None = None) -> list[Span]:
    """The words of the clause of `verb` at `whole`, cut before each deed joined to it that has a time of its own.

    first: the verb of the deeds where that of the clause only says that they are due ("agreed to", "has to").
    """
    deed = verb if first is None else first
    joined = [
        k
        for k in tree.conjuncts(deed)
        if k > deed
        and tree.verbal(k)
        and tree.child(k, "nsubj", "nsubjpass") is None
        and whole[0] <= tree.starts[k] < whole[1]
        and scene.dates_in(clauses.words(tree, tree.left[k], tree.right[k], keep=k))
    ]
    if not joined:
        return [whole]
    cuts = sorted(joined)
    spans = [(whole[0], clauses.words(tree, deed, tree.left[cuts[0]] - 1, keep=deed)[1])]
    for n, k in enumerate(cuts):
        last = tree.left[cuts[n + 1]] - 1 if n + 1 < len(cuts) else tree.right[k]
        spans.append(clauses.words(tree, tree.left[k], last, keep=k))
    return spans


def divided(tree: Tree, whole: Span) -> list[Span]:
    """The words of an item at `whole`, cut at semicolons before deeds told by a bare verb: "stop; and withdraw"."""
    inside = [i for i in range(len(tree)) if whole[0] <= tree.starts[i] < whole[1]]
    cuts = [i for i in inside if tree.text[i] == ";" and _bare(tree, i + 1)]
    if not cuts or not inside:
        return [whole]
    firsts = [inside[0], *(_after_and(tree, i + 1) for i in cuts)]
    lasts = [*(i - 1 for i in cuts), inside[-1]]
    return [clauses.words(tree, a, b, keep=a) for a, b in zip(firsts, lasts, strict=True) if a <= b]


def _after_and(tree: Tree, i: int) -> int:
    return i + 1 if i < len(tree) and tree.low[i] in ("and", "or") else i


def _bare(tree: Tree, i: int) -> bool:
    i = _after_and(tree, i)
    return i < len(tree) and tree.tag[i] in ("VB", "VBP") and tree.child(i, "nsubj", "nsubjpass") is None
