"""Those in a list of people who mean no party, in the words of the text: "the mediators, Utopia and three armed groups"."""

from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.heads import heads
from goodoffices.reading.voices.nameless import teller
from goodoffices.vocabulary.text import Span


def unnamed(scene: Scene, sentence: Sentence, noun: int | None) -> tuple[str, ...]:
    """The words for those at the noun, or joined to it, whom no table knows."""
    tree = sentence.tree
    if tree is None or noun is None:
        return ()
    found: list[str] = []
    last: Span | None = None
    for k in tree.conjuncts(noun):
        span = teller(scene, sentence, k)
        if span is None or scene.content[span[0] : span[1]].split()[-1].lower() not in heads().people:
            continue
        if who(scene, sentence, k) or (last is not None and span[0] < last[1]):
            continue
        if any(a.quote.start < span[1] and span[0] < a.quote.end for a in sentence.actors):
            continue
        found.append(scene.words(span))
        last = span
    return tuple(dict.fromkeys(found))
