"""Views held in a noun: "it is the opinion of Utopia that …", "Utopia is of the view …", "its position is that …"."""

from collections.abc import Iterator
from typing import NamedTuple

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.verbs import acts
from goodoffices.vocabulary.text import Span

IS = frozenset({"is", "was", "are", "were", "remains", "remained", "be", "been"})
_NEAR = 12  # words from the noun to the clause that it opens


class View(NamedTuple):
    """The noun and the verb by their numbers, whose view it is, the stored span of what is held (None where the parse
    shows no clause).
    """

    noun: int
    verb: int
    speakers: tuple[str, ...]
    held: Span | None


def views(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[View]:
    """The views of a sentence that belong to somebody."""
    for i in tree.among(acts().messages):
        if not tree.tag[i].startswith("NN"):
            continue
        verb = next((a for a in tree.ancestors(i) if tree.low[a] in IS), None)
        subject = clauses.subject(tree, verb) if verb is not None else None
        that = next((k for k in range(i + 1, min(i + _NEAR, len(tree))) if tree.low[k] == "that"), None)
        if verb is None or subject is None or that is None:
            continue
        if tree.low[tree.head[i]] == "of" and tree.head[tree.head[i]] == verb:
            owner: int | None = subject
        elif (tree.dep[i] == "attr" and tree.low[subject] == "it") or (subject == i and that == verb + 1):
            of = next((k for k in tree.children(i, "prep") if tree.low[k] in ("of", "from")), None)
            owner = tree.child(i, "poss") if of is None else tree.child(of, "pobj")
        else:
            continue
        speakers = who(scene, sentence, owner) if owner is not None else ()
        if speakers:
            yield View(i, verb, speakers, _held(tree, that))


def _held(tree: Tree, that: int) -> Span | None:
    clause = tree.head[that]
    if not tree.verbal(clause) or tree.dep[that] != "mark" or not that < clause:
        return None
    return tree.starts[that + 1], tree.ends[min(tree.right[clause], clauses.segment(tree, clause).stop - 1)]


def seen_by(scene: Scene, sentence: Sentence, tree: Tree) -> tuple[str, ...]:
    """Whose view a sentence tells that opens with "For Utopia, …" or "To Utopia, …"; () where it does not."""
    if tree.low[0] not in ("for", "to"):
        return ()
    noun = tree.child(0, "pobj")
    closed = noun is not None and tree.text[tree.right[noun] + 1 : tree.right[noun] + 2] == [","]
    return who(scene, sentence, noun) if noun is not None and closed and not tree.child(noun, "prep") else ()
