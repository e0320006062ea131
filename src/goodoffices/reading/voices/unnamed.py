"""Those who mean no party in a list of people, in the words of the text: "the mediators, Utopia and two factions"."""

from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.heads import heads
from goodoffices.reading.voices.nameless import teller
from goodoffices.vocabulary.text import Span

_STATES = frozenset(
    {"powers", "countries", "states", "governments", "nations", "camps", "capitals", "republics", "members"}
)
_MANY = frozenset(
    {"dozens", "hundreds", "thousands", "scores", "tens", "group", "groups", "number", "handful", "crowd"}
)
_PAIR = 2


def unnamed(scene: Scene, sentence: Sentence, noun: int | None, *, names: bool = False) -> tuple[str, ...]:
    """The words for those at the noun, or joined to it, whom no table knows. names: unknown names are those of people
    or parties here, as after "between".
    """
    tree = sentence.tree
    if tree is None or noun is None:
        return ()
    found: list[str] = []
    last: Span | None = None
    listed = list(tree.conjuncts(noun))
    for word in listed:
        k = _counted(sentence, word)
        span = _states(scene, sentence, k) or teller(scene, sentence, k)
        joined = {p for c in tree.children(k, "conj") for p in who(scene, sentence, c)}
        if span is None or set(who(scene, sentence, k)) - joined or (last is not None and span[0] < last[1]):
            continue
        known = any(tree.ends[k] <= a.quote.start < span[1] for a in sentence.actors)
        if (len(listed) > _PAIR or known) and span[1] > tree.ends[k]:
            span = span[0], tree.ends[k]  # one by one: "officials, figures and rebels", "elders and Utopia"
        if not _people(tree.low[k]):
            if not names or tree.tag[k] not in ("NNP", "NNPS"):
                continue
            parts = [j for j in tree.children(k, "compound") if tree.tag[j].startswith("NNP")]
            span = tree.starts[min((*parts, k))], tree.ends[k]  # of "the state-owned Gasworks" its name
        if any(a.quote.start < span[1] and span[0] < a.quote.end for a in sentence.actors):
            continue
        found.append(scene.words(span))
        last = span
    return tuple(dict.fromkeys(found))


def _counted(sentence: Sentence, noun: int) -> int:
    """Of "dozens of gunmen" the gunmen."""
    tree = sentence.tree
    assert tree is not None
    of = next((p for p in tree.children(noun, "prep") if tree.low[p] == "of"), None)
    whole = tree.child(of, "pobj") if of is not None and tree.low[noun] in _MANY else None
    return noun if whole is None else whole


def _people(low: str) -> bool:
    known = heads().people | heads().bands
    return low in known or low in _STATES or low.removesuffix("s") in known


def _states(scene: Scene, sentence: Sentence, k: int) -> Span | None:
    """ "External powers", "two village councils": states and bodies without their names."""
    tree = sentence.tree
    assert tree is not None
    if not (tree.tag[k] == "NNS" and _people(tree.low[k]) and tree.low[k] not in heads().people | heads().bands):
        return None
    before = [j for j in tree.children(k, "amod", "nummod", "compound") if j < k]
    return tree.starts[min((*before, k))], tree.ends[k]
