"""The words of a meeting in a noun, one after the other: "the meeting of the elders in Klow on 3 May". The parse hangs
the place on the elders and the day on the verb; who reads from left to right sees one phrase.
"""

from goodoffices.reading.frames.meetings.meeting_words import lexicon
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import BODIES, SIDES, Scene, Sentence

_GOES_ON = frozenset({"of", "between", "among", "with", "in", "at", "on", "by", "from", "under", "via", "and", "&"})
_HELD = frozenset({"held", "hosted", "convened", "chaired", "attended", "led", "organised", "organized", "scheduled"})
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "CD", "DT", "JJ", "POS", "HYPH", "PRP$", "PDT", "SYM", "-LRB-", "-RRB-")
_STOPS = frozenset({"that", "this", "which", "(", ")"})
_WHO = frozenset({"of", "between", "among", "with", "by", "from", "involving"})
_SITTERS = frozenset({*SIDES, *BODIES, "person", "office", "ministry", "intergovernmental"})


def top_of(tree: Tree, i: int) -> int:
    """ "Almost two years of talks": the noun on which the meeting hangs."""
    while (
        tree.dep[i] == "pobj"
        and tree.low[tree.head[i]] == "of"
        and tree.low[tree.head[tree.head[i]]] in lexicon().spells
    ):
        i = tree.head[tree.head[i]]
    return i


def last_of(tree: Tree, i: int, sentence: Sentence) -> int:
    """The last word of the phrase that begins with the noun at `i`: up to a verb, another topic, a clause."""
    last = i
    whole = [(a.quote.start, a.quote.end) for a in sentence.actors]
    whole += [(d.quote.start, d.quote.end) for d in sentence.dates]
    for k in range(i + 1, len(tree)):
        low, tag = tree.low[k], tree.tag[k]
        named = any(a <= tree.starts[k] and tree.ends[k] <= b for a, b in whole)
        if named or (tag in _NOUNS and low not in _STOPS):
            last = k
        elif low in _GOES_ON or low in _HELD or (tag == "," and _goes_on(tree, k + 1)):
            continue
        else:
            break
    return last


def _goes_on(tree: Tree, k: int) -> bool:
    """Whether the phrase goes on after a comma: with a place, a day, another who."""
    return k < len(tree) and (tree.low[k] in _GOES_ON or tree.tag[k] in ("NNP", "NNPS", "CD") or tree.low[k] == "the")


def attendees(scene: Scene, sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """The parties named in the words of a meeting as those who meet: not where, over what or at whose request."""
    tree = sentence.tree
    assert tree is not None
    found: list[str] = []
    for actor in scene.actors_in((tree.starts[first], tree.ends[last])):
        word = tree.at(actor.quote.start)
        dated = any(d.quote.start < actor.quote.end and actor.quote.start < d.quote.end for d in sentence.dates)
        if word is None or dated or scene.kind(actor.party) not in _SITTERS:
            continue
        before = next((tree.low[k] for k in range(word - 1, first - 1, -1) if tree.tag[k] in ("IN", "TO", "VBN")), "of")
        if before in _WHO:
            found.append(actor.party)
    return tuple(dict.fromkeys(found))
