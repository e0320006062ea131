"""Who speaks without being a party: "two experts", "a senior diplomat", a name that nothing else tells of."""

from goodoffices.reading.parser import Tree
from goodoffices.reading.voices.heads import heads
from goodoffices.vocabulary.text import Span

_BEFORE = frozenset({"amod", "compound", "nmod", "nummod", "nn", "punct"})
_LONGEST = 60  # characters: more are no name for anybody


def nameless(tree: Tree, noun: int) -> Span | None:
    """The stored span of the words for who speaks, without article and without what follows the noun; None where
    nobody is meant who can.
    """
    if not _speaks(tree, noun):
        return None
    first = noun
    for k in reversed([k for k in tree.kids[noun] if k < noun]):
        if tree.dep[k] not in _BEFORE:
            break
        first = tree.left[k]
    joined = tree.child(noun, "conj")
    both = joined is not None and tree.low[noun + 1 : joined] == ["and"] and _speaks(tree, joined)
    last = joined if both and joined is not None else noun  # "mediators and observers"
    span = tree.starts[first], tree.ends[last]
    return span if span[1] - span[0] <= _LONGEST else None


def _speaks(tree: Tree, noun: int) -> bool:
    if tree.tag[noun] in ("NNP", "NNPS"):
        name = tree.text[noun]
        return len(name) > 2 and name[0].isupper() and tree.low[noun] not in heads().issued | heads().papers
    return tree.tag[noun] in ("NN", "NNS") and tree.low[noun] in heads().people
