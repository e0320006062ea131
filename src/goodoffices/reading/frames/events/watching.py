"""What those saw who were sent to look: patrols, monitors, missions."""

from goodoffices.reading.frames.events.event_words import happenings, told_as
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
    told += [n for k in told for of in tree.kids[k] if tree.low[of] == "of" for n in tree.children(of, "pobj")]
    return any(
        tree.low[n] in happenings().counted or tree.low[n] in happenings().doers or tree.low[n] in happenings().nouns
        for n in told
    )


def seen(tree: Tree, i: int) -> bool:
    """Whether the verb has what was seen: a thing, or what went on: "saw that a gathering went on"."""
    return tree.child(i, "dobj", "ccomp") is not None


def fired_from(scene: Scene, sentence: Sentence, i: int) -> str:
    """ "Shots were fired from positions held by the Utopian army": whose deed it is."""
    tree = sentence.tree
    assert tree is not None
    for p in (p for p in range(i + 1, tree.right[i] + 1) if tree.low[p] == "from"):
        posts = tree.child(p, "pobj")
        if posts is None or tree.low[posts] not in _POSTS:
            continue
        by = [by for k in tree.children(posts, "acl") for by in tree.children(k, "agent")]
        by += [of for of in tree.children(posts, "prep") if tree.low[of] == "of"]
        owners = [k for at in by for k in tree.children(at, "pobj")] or tree.children(posts, "amod", "poss", "compound")
        found = {party for owner in owners for party in who(scene, sentence, owner)}
        return found.pop() if len(found) == 1 else ""
    return ""


_POSTS = frozenset({"position", "positions", "post", "posts", "trenches", "lines", "checkpoint", "base"})


def shots_seen(tree: Tree, i: int) -> str:
    """The kind of the violence that was seen or heard: "heard gunfire"; "" where none was."""
    things = (n for k in tree.children(i, "dobj") for n in tree.conjuncts(k))
    kinds = (happenings().nouns.get(tree.low[n], "") for n in things)
    return next((kind for kind in kinds if kind in happenings().violent), "")
