"""What a speaker lays before his listeners without a verb of saying: in his own speech it is his word all the same."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.meetings.meeting_words import lexicon
from goodoffices.reading.frames.statements.stated import add
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.verbs import acts
from goodoffices.vocabulary.content import Act

_SAID = ("statement", "provision", "position", "expectation", "disagreement", "meeting")  # what says it already
_NEAR = 8  # proposals of a kind that one sentence may have
_FEWEST, _MOST = 6, 60  # words of a clause that is worth a claim
_OURS = frozenset({"i", "we"})
_FUTURE = frozenset({"will", "shall", "'ll"})


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the main clause of a sentence in a speech of which no other frame has the words."""
    tree = sentence.tree
    if tree is None or sentence.adopted or sentence.speeches or not scene.voice or scene.report:
        return
    if not _FEWEST <= len(tree) <= _MOST or "?" in tree.text or acts().matter.isdisjoint(tree.words):
        return
    root = next((i for i, dep in enumerate(tree.dep) if dep == "ROOT"), None)
    if root is None or not _declares(tree, root) or _tells_of_talks(tree, root):
        return
    span = clauses.clause(tree, root)
    taken = (c.quotes[0] for kind in _SAID for c in drafts.of_kind(kind)[-_NEAR:])
    if any(quote.start < span[1] and span[0] < quote.end for quote in taken):
        return
    subject = tree.child(root, "nsubj", "nsubjpass")
    ahead = subject is not None and tree.low[subject] in _OURS and _to_come(tree, root)
    act: Act = "announce" if ahead else "assess"
    add(scene, sentence, drafts, span, act, (scene.voice,), "speech", "statement.spoken")


def _declares(tree: Tree, root: int) -> bool:
    """Whether the clause has a subject and a finite verb."""
    if tree.child(root, "nsubj", "nsubjpass", "expl") is None:
        return False
    return tree.tag[root] in ("VBZ", "VBP", "VBD") or any(
        tree.tag[k] in ("MD", "VBZ", "VBP", "VBD") for k in tree.children(root, "aux", "auxpass")
    )


def _tells_of_talks(tree: Tree, root: int) -> bool:
    """ "I have just concluded two days of talks": what he did, and no word on the matter."""
    subject = tree.child(root, "nsubj")
    ours = subject is not None and tree.low[subject] in _OURS and tree.tag[root] in ("VBD", "VBN")
    return ours and not lexicon().nouns.isdisjoint(tree.words)


def _to_come(tree: Tree, root: int) -> bool:
    return any(tree.low[k] in _FUTURE for k in tree.children(root, "aux"))
