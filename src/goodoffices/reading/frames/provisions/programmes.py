"""Programmes: a body's standing work and what it aims at."""

import functools

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.lexicon import table
from goodoffices.reading.parser import Phrases, any_of
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.vocabulary.kinds import Programme


@functools.cache
def cues() -> tuple[str, ...]:
    """Phrases that tell of standing work."""
    return tuple(table("truce", dict[str, object])["programmes"])  # type: ignore[arg-type]


@functools.cache
def _any() -> Phrases:
    return any_of(cues())


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the programme that a sentence tells of: "the Quartet's activities aimed to develop …"."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    if not tree.holds_any(_any()):
        return
    for phrase in cues():
        at = tree.find(phrase)
        if at is None:
            continue
        size = len(phrase.split())
        noun = at
        owner = tree.child_or_pobj(noun, ("poss", "compound", "nmod", "amod"), ("of",))
        bodies = who(scene, sentence, owner) if owner is not None else ()
        if not bodies:
            continue
        verb = tree.head[noun] if tree.dep[noun].startswith("nsubj") else None
        span = (
            clauses.clause(tree, verb)
            if verb is not None
            else clauses.words(tree, tree.left[noun], tree.right[noun], keep=noun)
        )
        if span[1] <= tree.ends[min(at + size - 1, len(tree) - 1)]:
            continue
        aim = (
            scene.words((tree.ends[min(at + size - 1, len(tree) - 1)], span[1]))
            if tree.ends[at + size - 1] < span[1]
            else ""
        )
        drafts.add(
            Programme(body=bodies[0], aim=aim),
            [span],
            rule="programme.aim",
            attribution=attributed(scene, sentence, span),
        )
        return
