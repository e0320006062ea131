"""To whom "it", "they" and "the parties" look back: the subjects of the sentences before."""

from goodoffices.reading.scene import BODIES, SIDES, Scene, Sentence
from goodoffices.reading.voices.heads import heads

REACH = 4  # sentences back in which the antecedent of a pronoun is sought
PAIR_REACH = 12  # and that of "the parties": once a text has named its two sides, it goes on about them

_SPOKESMEN = ("person", "office", "ministry")
_GROUPS = frozenset({"people", "intergovernmental", "body", "informal_group", "armed_group", "movement", "organ"})


def back(scene: Scene, sentence: Sentence, reach: int = REACH) -> list[Sentence]:
    """The sentence and those before it within reach, the last one first."""
    first = max(0, sentence.number - reach)
    return scene.sentences[first : sentence.number + 1][::-1]


def single(scene: Scene, sentence: Sentence, at: int) -> tuple[str, ...]:
    """The last subject that is one party and no person; a main one before others, when a sentence looks back."""
    for earlier in back(scene, sentence):
        if earlier is not sentence and len(earlier.lead) == 1 and scene.kind(earlier.lead[0]) != "person":
            return earlier.lead
        for place, parties in reversed(earlier.subjects):
            if place < at and len(parties) == 1 and scene.kind(parties[0]) != "person":
                return parties
        if earlier is not sentence and earlier.tree is None and earlier.actors:
            return (earlier.actors[0].party,)
    return ()


def several(scene: Scene, sentence: Sentence, at: int, *, pair: bool = False) -> tuple[str, ...]:
    """The last parties named together, else the last subject that is a group, else those whom the title names."""
    for earlier in back(scene, sentence, PAIR_REACH if pair else REACH):
        if earlier is not sentence and not pair and _of_the_parties(earlier):
            return scene.signatories
        led = _as_sides(scene, earlier.lead if earlier is not sentence else (), pair=pair)
        alone = not pair and not scene.signatories  # where two parties sign, "they" are not a council named beside them
        if len(led) > 1 or (led and alone and scene.kind(led[0]) in _GROUPS):
            return led
        near = [(p, g) for p, g in (*earlier.groups, *earlier.subjects) if p < at]
        for _, named in sorted(near, reverse=True):
            parties = _as_sides(scene, named, pair=pair)
            if len(parties) > 1 or (parties and alone and scene.kind(parties[0]) in _GROUPS):
                return parties
    return scene.signatories or (_last_two(scene, sentence, at) if pair else ())


def of_paper(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence before is about an agreement, a plan, a draft, or goes on about one with "it"."""
    for earlier in back(scene, sentence)[1:]:
        tree = earlier.tree
        root = next((i for i in range(len(tree)) if tree.head[i] == i), None) if tree is not None else None
        subject = tree.child(root, "nsubj", "nsubjpass") if tree is not None and root is not None else None
        if tree is None or subject is None or tree.low[subject] in heads().papers:
            return subject is not None
        if tree.low[subject] != "it":
            return False
    return False


def _of_the_parties(sentence: Sentence) -> bool:
    """Whether the sentence begins with what "the Parties" do whom the text does not name: "they" are these."""
    tree = sentence.tree
    if tree is None or sentence.lead:
        return False
    return any(tree.tag[i] != "MD" and tree.dep[i] == "nsubj" for i in tree.among(_PARTIES))


_PARTIES = frozenset({"parties", "signatories"})


def _as_sides(scene: Scene, parties: tuple[str, ...], *, pair: bool) -> tuple[str, ...]:
    """For "the two sides" those for whom persons speak, if these are sides; two ministers of one state are one."""
    if not pair:
        return parties
    sides = tuple(dict.fromkeys(scene.behalf(p) if scene.kind(p) in _SPOKESMEN else p for p in parties))
    return sides if all(scene.kind(p) in (*SIDES, *BODIES) for p in sides) else ()


def _last_two(scene: Scene, sentence: Sentence, at: int) -> tuple[str, ...]:
    """The two sides that were the subjects of what was told last, in the order of their names in the text."""
    found: list[str] = []
    for earlier in back(scene, sentence):
        for place, parties in reversed(earlier.subjects):
            found.extend(p for p in parties if place < at and p not in found and scene.kind(p) in SIDES)
        if len(found) >= 2:
            return tuple(reversed(found[:2]))
    return ()
