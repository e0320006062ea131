"""What those saw who were sent to look: patrols, monitors, missions."""

from goodoffices.reading.frames.event_words import happenings, told_as
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.verbs import forms_of


def watched(scene: Scene, sentence: Sentence, i: int) -> bool:
    """ "The team saw a fresh crater", "the Mission heard shots": found by those who were sent to look."""
    tree = sentence.tree
    assert tree is not None
    looking = tree.low[i] in forms_of(happenings().watching) and not clauses.is_passive(tree, i)
    if not looking and tree.places.keys().isdisjoint(happenings().watchers):
        return False
    subject = clauses.subject(tree, i)
    if subject is None:
        return False
    if tree.low[subject] in happenings().watchers:
        return looking or tree.low[i] in told_as()
    return looking and _body(scene, sentence, subject) and _to_be_seen(tree, i)


def _body(scene: Scene, sentence: Sentence, subject: int) -> bool:
    found = who(scene, sentence, subject)
    return bool(found) and scene.kind(found[0]) in BODIES


def _to_be_seen(tree: Tree, i: int) -> bool:
    """Whether the object is men, arms or deeds: "the Council saw no need" found nothing."""
    told = [
        n for k in tree.children(i, "dobj", "ccomp") for n in (k, *tree.children(k, "nsubj")) for n in tree.conjuncts(n)
    ]
    return any(
        tree.low[n] in happenings().counted or tree.low[n] in happenings().doers or tree.low[n] in happenings().nouns
        for n in told
    )


def seen(tree: Tree, i: int) -> bool:
    """Whether the verb has what was seen: a thing, or what went on: "saw that a gathering went on"."""
    return tree.child(i, "dobj", "ccomp") is not None
