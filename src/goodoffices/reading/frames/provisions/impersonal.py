"""What was agreed by nobody that the words name: "it was agreed that …", "agreement was reached that …"."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.deals import agree
from goodoffices.reading.frames.provisions.parts import timed_parts
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who

_SETTLED = frozenset({"agreed", "decided", "resolved", "stipulated", "settled", "concluded"})
_STRUCK = frozenset({"reached", "struck", "concluded", "made"})
_ACCORDS = frozenset({"agreement", "understanding", "consensus", "decision", "compromise"})
_MODALS = frozenset({"will", "would", "shall", "should", "must", "may", "can", "could"})


def impersonal(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the duties that a sentence tells as agreed without saying by whom."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(_SETTLED | _STRUCK):
        done = tree.child(i, "ccomp")
        if done is None or done < i or clauses.negated(tree, i) or not _told(tree, i):
            continue
        if not any(tree.low[k] in _MODALS for k in tree.children(done, "aux")):
            continue  # "it was agreed that the talks had failed": a verdict
        subject = clauses.subject(tree, done)
        bearers = who(scene, sentence, subject) if subject is not None else ()
        for verb in (done, *(k for k in tree.conjuncts(done) if k > done and tree.child(k, "nsubj", "nsubjpass"))):
            for span in timed_parts(scene, tree, verb, clauses.clause(tree, verb)):
                agree(scene, sentence, drafts, span, bearers, "provision.impersonal")


def _told(tree: Tree, i: int) -> bool:
    """Whether the verb is in the passive, of "it" or of an agreement; "it will be agreed" is yet to come."""
    subject = tree.child(i, "nsubjpass")
    if subject is None or tree.tag[i] != "VBN" or any(tree.tag[k] == "MD" for k in tree.children(i, "aux")):
        return False
    return tree.low[subject] == "it" if tree.low[i] not in _STRUCK else tree.low[subject] in _ACCORDS
