"""Which nouns may stand for which parties: "the government" for a state, "the rebels" for a movement, "the two nations"
for a pair.
"""

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices.heads import heads

_STATES = frozenset({"state", "territory"})
_REBELS = frozenset({"movement", "armed_group", "civil_society"})
_ARMIES = frozenset({"army", "military"})
_LEAGUES = frozenset({"intergovernmental", "organ"})


def fitted(scene: Scene, back: list[Sentence], noun: str, at: int) -> tuple[str, ...]:
    """The last subject in the sentences `back`, the nearest first, that the noun may stand for, alone or with others;
    () where it says nothing of whom it means, or none fits.
    """
    kinds = _STATES if noun in heads().of_states else _REBELS if noun in heads().of_rebels else frozenset()
    for earlier in back if kinds else []:
        for place, parties in reversed(earlier.subjects):
            fit = tuple(p for p in parties if scene.kind(p) in kinds or (noun in _ARMIES and _army(scene, p)))
            if place < at and len(fit) == 1 and not (earlier is back[0] and _aside(earlier, place)):
                return fit
    return ()


def against(tree: Tree, i: int) -> bool:
    """ "A Utopian rebel group", "Arcadia's armed opposition": those against the state that is named beside them."""
    beside = (tree.low[k] for k in tree.kids[i] if k < i and tree.dep[k] in ("amod", "compound", "nmod", "nn"))
    return not heads().against.isdisjoint(beside)


def _army(scene: Scene, party_id: str) -> bool:
    party = scene.party(party_id)
    return party is not None and party.kind == "armed_group" and party.name.endswith(("Armed Forces", "Defence Forces"))


def _aside(sentence: Sentence, at: int) -> bool:
    """ "Mediated by Zaro, the government and the rebels agreed": by whom it was is none of them."""
    tree = sentence.tree
    word = tree.at(at) if tree is not None else None
    if tree is None or word is None:
        return False
    beside = next((above for above in tree.ancestors(word) if tree.dep[above] == "advcl"), None)
    return beside is not None and tree.tag[beside] == "VBN"


def contrary(scene: Scene, noun: str, parties: tuple[str, ...]) -> bool:
    """Whether the noun cannot stand for the parties: no government is a league or a movement, no rebels are a state."""
    barred = _REBELS | _LEAGUES if noun in heads().of_states else _STATES if noun in heads().of_rebels else frozenset()
    armies = noun in _ARMIES and all(_army(scene, p) for p in parties)
    return not armies and any(scene.kind(scene.behalf(p)) in barred for p in parties)


def paired(tree: Tree, i: int, phrase: str) -> bool:
    """ "The two sides", "both Central Asian nations": whether the phrase means two parties named before."""
    if phrase in heads().pairs:
        return True
    several = phrase.startswith(("the two ", "both "))
    return several and tree.low[i] in heads().paired and tree.child(i, "poss") is None and tree.child(i, "prep") is None


def named_so(sentence: Sentence, noun: str, at: int) -> int | None:
    """The word of a sentence that brings in somebody without a name: "a Zarani official", then "the official"."""
    tree = sentence.tree
    places = [] if tree is None else [k for k in tree.places.get(noun, ()) if tree.starts[k] < at]
    if tree is None or not places or tree.dep[places[-1]] not in ("nsubj", "nsubjpass"):
        return None
    return places[-1] if tree.low[tree.left[places[-1]]] in ("a", "an", "one", "another") else None


def spoken_for(sentence: Sentence, i: int, found: tuple[str, ...]) -> bool:
    """ "The Trio's envoy said they agree": one man's "they" are others than whom he speaks for."""
    tree = sentence.tree
    assert tree is not None
    inside = (s for s in sentence.speeches if s.verb >= 0 and s.speakers == found and s.span[0] <= tree.starts[i])
    telling = next((s.verb for s in inside if tree.starts[i] < s.span[1]), None)
    teller = tree.child(telling, "nsubj") if telling is not None else None
    return teller is not None and tree.tag[teller] == "NN"
