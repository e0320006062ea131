"""Who did a deed without being a party: "masked gunmen", "ten members", "a gas company"; in the words of the text."""

from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.unnamed import unnamed


def done_by(scene: Scene, sentence: Sentence, i: int) -> str:
    """The words for who did what the verb or the noun at `i` tells, "" where they mean a party or nobody is told."""
    tree = sentence.tree
    assert tree is not None
    if tree.verbal(i):
        noun = clauses.doer(tree, i)
    else:
        done = [i, *tree.children(i, "acl")]
        by = next((p for k in done for p in tree.children(k, "prep", "agent") if tree.low[p] == "by"), None)
        noun = tree.child(by, "pobj") if by is not None else None
    if noun is None or tree.tag[noun] == "PRP":
        return ""
    return next(iter(unnamed(scene, sentence, noun, names=True)), "")
