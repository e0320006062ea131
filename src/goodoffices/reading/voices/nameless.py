"""Who speaks without being a party: "two experts", "a senior diplomat", a name that nothing else tells of."""

from goodoffices.reading.actors.names import places
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices.antecedents import back
from goodoffices.reading.voices.heads import heads
from goodoffices.vocabulary.text import Span

_BEFORE = frozenset({"amod", "compound", "nmod", "nummod", "nn", "punct"})
_INITIAL = 2  # characters: "b." counts a paragraph
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


def teller(scene: Scene, sentence: Sentence, noun: int) -> Span | None:
    """The words for who speaks without being a party: at the noun, or where the pronoun looks back to."""
    tree = sentence.tree
    assert tree is not None
    if tree.tag[noun] != "PRP":
        return nameless(tree, noun)
    return scene.label if tree.low[noun] in ("i", "we") else _before(scene, sentence, tree.low[noun])


def looks_back(scene: Scene, sentence: Sentence, pronoun: str) -> bool:
    """Whether a pronoun means somebody without a name, who is told of after all who have one."""
    return _before(scene, sentence, pronoun) is not None


def _before(scene: Scene, sentence: Sentence, pronoun: str) -> Span | None:
    if pronoun not in _ONE | _MANY:
        return None
    for earlier in back(scene, sentence)[1:]:
        if earlier.teller is not None:
            plural = _several(scene.words(earlier.teller))
            return earlier.teller if plural == (pronoun in _MANY) else None
        if earlier.lead:
            return None
    return None


def _several(words: str) -> bool:
    return " and " in words or words.endswith("s") or words.split()[-1] in _PLURALS


_ONE, _MANY = frozenset({"he", "she"}), frozenset({"they"})
_PLURALS = frozenset({"people", "spokesmen", "spokeswomen", "spokespeople", "militiamen", "tribesmen", "fishermen"})


def _speaks(tree: Tree, noun: int) -> bool:
    if tree.tag[noun] in ("NNP", "NNPS"):
        name = tree.text[noun]
        if len(name) <= _INITIAL or not name[0].isupper() or name in places():
            return False
        return tree.low[noun] not in heads().issued | heads().papers
    return tree.tag[noun] in ("NN", "NNS") and tree.low[noun] in heads().people | heads().bands
