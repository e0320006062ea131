"""Texts cited for what they ask: "in which the Chair was asked to report", "in resolution 5 the sides were urged"."""

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices.force_words import forces

_IN = frozenset({"in", "by", "under", "through", "pursuant"})


def cited_text(scene: Scene, sentence: Sentence, tree: Tree, verb: int) -> bool:
    """Whether the clause of the verb tells what a text asks that stands before it, after "in", "by", "under"."""
    while tree.dep[verb] == "conj":
        verb = tree.head[verb]
    for prep in tree.children(verb, "prep"):
        noun = tree.child(prep, "pobj")
        if prep > verb or tree.low[prep] not in _IN or noun is None:
            continue
        if tree.low[noun] == "which":
            noun = tree.head[verb] if tree.dep[verb] == "relcl" else noun
        if tree.low[noun] in forces().texts or any(
            tree.low[k] in ("resolution", "resolutions") for k in range(tree.left[noun], noun + 1)
        ):
            return True
    return False
