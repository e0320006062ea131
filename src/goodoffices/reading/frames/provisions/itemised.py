"""Items of a plan that are no sentences: "Withdrawal of all guns by both sides", under a heading "D-Day + 30"."""

import re

from goodoffices.reading.dates.deadlines import DATE
from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.parts import divided
from goodoffices.reading.frames.provisions.setting import Setting, decision_before, setting
from goodoffices.reading.frames.provisions.setting_texts import begins_item
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.vocabulary.when import When, unresolved, within

_HEADING = re.compile(
    r"\W*(?:(?:before|from|by|on|until)\s+)?D(?:-?\s?Day)?(?:\s*(?:\+|plus)\s*(?P<n>\d{1,4}))?(?:\s*days)?\W*",
    re.IGNORECASE,
)
_WORDS = 4  # a shorter item is a heading


def itemised(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes what an item without a finite verb sets: what is to be done, told by its noun or a bare verb."""
    tree = sentence.tree
    assert tree is not None
    if not scene.itemised or len(tree) < _WORDS or not begins_item(scene.content, sentence.span[0]):
        return
    root = next(i for i in range(len(tree)) if tree.head[i] == i)
    noun = tree.tag[root] in ("NN", "NNS", "NNP") and tree.child(root, "prep", "acl") is not None
    bare = tree.tag[root] in ("VB", "VBG") and tree.child(root, "nsubj", "nsubjpass", "aux") is None
    if (
        _is_heading(scene, sentence, tree)
        or not (noun or bare)
        or any(tree.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in _main(tree, root))
    ):
        return
    by = next((k for k in tree.children(root, "prep", "agent") if tree.low[k] == "by"), None)
    doer = tree.child(by, "pobj") if by is not None else None
    bearers = who(scene, sentence, doer) if doer is not None else ()
    context = Setting(decision_before(drafts, sentence.span[0]), "agreed", bearers, due=_headed(scene, sentence))
    span = clauses.words(tree, tree.left[root], tree.right[root], keep=root)
    for part in divided(tree, span) if bare else [span]:
        setting(scene, drafts, part, context, "provision.itemised")


def _is_heading(scene: Scene, sentence: Sentence, tree: Tree) -> bool:
    """ "1) Withdrawal of the troops" on a line of its own, above what is told of it."""
    if len(tree) > _HEADING_WORDS or scene.words(sentence.span)[-1] in ".;:,":
        return False
    following = scene.sentences[sentence.number + 1] if sentence.number + 1 < len(scene.sentences) else None
    return following is not None and not begins_item(scene.content, following.span[0])


_HEADING_WORDS = 8


def _main(tree: Tree, root: int) -> list[int]:
    """The words of the main clause: those that stand in no relative or other inner clause."""
    inner = {k for i in range(len(tree)) if tree.dep[i] in ("relcl", "advcl", "acl", "ccomp")
             for k in range(tree.left[i], tree.right[i] + 1)}  # fmt: skip
    return [i for i in range(len(tree)) if i not in inner or i == root]


def _headed(scene: Scene, sentence: Sentence) -> When | None:
    """The time of the last heading before the item that is one: "D + 10"."""
    for earlier in reversed(scene.sentences[: sentence.number]):
        found = _HEADING.fullmatch(scene.words(earlier.span))
        if found is not None:
            length = f"P{found['n'] or 0}D"
            words = scene.words(earlier.span)
            return (
                within(length, scene.d_day, basis=words, anchor_id=DATE) if scene.d_day else unresolved(length, words)
            )
        if not begins_item(scene.content, earlier.span[0]) and not scene.words(earlier.span).endswith("."):
            return None
    return None
