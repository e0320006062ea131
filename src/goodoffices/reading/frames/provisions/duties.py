"""Duties told with a modal in running text: "shall" of an excerpt; "will", "must", "is to" with the day due."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.events.event_words import happenings
from goodoffices.reading.frames.meetings.meeting_words import lexicon as meetings
from goodoffices.reading.frames.provisions.due import deadline
from goodoffices.reading.frames.provisions.setting import Setting, decision_before, setting
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, hedged, who
from goodoffices.vocabulary.kinds import Force
from goodoffices.vocabulary.text import Span

_MODALS = frozenset({"shall", "will", "must"})
_NOBODY = frozenset({"it", "we", "i", "you", "this", "that", "there", "one", "which", "who", "what", "nothing"})
_BEARERS = frozenset({"parties", "party", "sides", "signatories", "garrison", "they", "both", "states", "members"})
STATES = frozenset({"be", "have", "remain", "see", "know", "mean", "need", "become", "seem", "likely", "win", "lose"})


def duties(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """What somebody is to do by the author's word, or undertakes by his own, in no text of an agreement."""
    tree = sentence.tree
    assert tree is not None
    if scene.agreement or sentence.hedges:
        return
    for i in tree.among(_MODALS):
        if tree.dep[i] == "aux":
            _told(scene, sentence, drafts, tree.head[i], tree.low[i], clauses.clause(tree, tree.head[i]))
    for i in tree.among(("is", "are", "was", "were")):
        done = tree.child(i, "xcomp")
        if (
            done is not None
            and tree.tag[done] in ("VB", "VBN")
            and i + 1 < len(tree)
            and tree.low[i + 1] in ("to", "also")
        ):
            _told(scene, sentence, drafts, i, "is to", clauses.clause(tree, i))


def _told(scene: Scene, sentence: Sentence, drafts: Drafts, verb: int, modal: str, span: Span) -> None:
    tree = sentence.tree
    assert tree is not None
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or tree.low[subject] in _NOBODY or tree.dep[verb] in ("relcl", "advcl", "acl", "csubj"):
        return
    place = tree.starts[verb]
    if any(c.quotes[0].start <= place < c.quotes[0].end for c in drafts.of_kind("provision")):
        return  # told as of an agreement
    bearers = who(scene, sentence, subject)
    if not bearers and not bears(tree, subject):
        return
    attribution = attributed(scene, sentence, span)
    if attribution.status not in ("asserted", "reported", "declared", "conditional"):
        return
    own = bool(bearers) and attribution.holder == bearers[0]
    if attribution.holder not in ("author", *bearers) and modal != "will":
        return  # a duty in somebody's word about others: `owed` knows whose word sets duties
    when = deadline(scene, span)
    dated = when is not None and when.bounded
    force = _force(modal, own=own)
    if (modal != "shall" and not dated) or (modal == "will" and tree.low[verb] in STATES):
        return
    if modal == "shall" and not dated and tree.low[verb] in STATES:
        return
    said = hedged(scene, sentence, span, holder=bearers[0], source="declared") if own else attribution
    setting(
        scene,
        drafts,
        span,
        Setting(decision_before(drafts, span[0]), force, bearers, said),
        f"provision.{modal.split()[0]}",
    )


def _force(modal: str, *, own: bool) -> Force:
    """Own word: undertaken. "Shall" is the language of what was agreed, "must" of a call, the rest of an aim."""
    if own:
        return "undertaken"
    return "agreed" if modal == "shall" else "called_for" if modal == "must" else "expected"


def bears(tree: Tree, subject: int) -> bool:
    """Whether a noun that names no party can bear a duty: the parties, the troops, a committee."""
    held = tree.low[subject] in meetings().nouns and tree.dep[subject] in ("nsubj", "nsubjpass")
    return held or tree.low[subject] in _BEARERS or tree.low[subject] in happenings().doers
