"""The parts of a duty that have a time each: "will meet within a week and report within a month" sets two things."""

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
