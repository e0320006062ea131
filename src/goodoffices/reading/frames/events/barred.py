"""Access that was not given: "the team was not allowed to enter", "the patrol could not reach the village"."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.events.days import day_of
from goodoffices.reading.frames.events.event_words import happenings
from goodoffices.reading.frames.events.events import PLACED
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.places import place
from goodoffices.vocabulary.kinds import Event

_LEAVE = frozenset({"allowed", "permitted", "authorised", "authorized", "cleared"})
_ABLE = frozenset({"could", "able", "unable"})
_GOING = frozenset(
    {"access", "enter", "reach", "visit", "cross", "pass", "proceed", "leave", "patrol", "travel", "move", "inspect"}
    | {"conduct", "monitor", "deploy", "investigate", "go", "continue", "land"}
)
_TRIGGERS = _LEAVE | _ABLE


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes what kept watchers from where they wished to go, where no other event has its words."""
    tree = sentence.tree
    if tree is None or sentence.adopted or _TRIGGERS.isdisjoint(tree.words):
        return
    for i in tree.among(_TRIGGERS):
        verb = _kept_from(tree, i)
        if verb is None:
            continue
        subject = clauses.subject(tree, verb)
        if subject is None or not _sent(scene, sentence, subject):
            continue
        span = clauses.clause(tree, verb)
        if any(c.quotes[0].start < span[1] and span[0] < c.quotes[0].end for c in drafts.of_kind("event")):
            continue
        kept = who(scene, sentence, subject)
        drafts.add(
            Event(what="obstruction", target=kept[0] if kept else "", place=place(sentence, span, PLACED)),
            [span],
            rule="event.barred",
            attribution=attributed(scene, sentence, span),
            valid=day_of(scene, sentence, verb, span),
        )


def _kept_from(tree: Tree, i: int) -> int | None:
    """The verb by which somebody was kept from going: "was not allowed to", "could not", "was unable to"."""
    if tree.low[i] == "could":
        verb = tree.head[i]
        goal = tree.child(verb, "dobj")
        agreed = goal is not None and tree.low[goal] in _AGREED
        return verb if tree.low[verb] in _GOING and clauses.negated(tree, verb) and not agreed else None
    verb = i if tree.low[i] in _LEAVE else tree.head[i]
    goes = [k for at in (i, verb) for k in tree.children(at, "xcomp")]
    past = any(tree.low[k] in ("was", "were", "been") for k in (verb, *tree.children(verb, "auxpass", "aux")))
    if not past or not any(tree.low[k] in _GOING for k in goes):
        return None
    return verb if tree.low[i] == "unable" or clauses.negated(tree, verb) else None


def _sent(scene: Scene, sentence: Sentence, subject: int) -> bool:
    """Whether those are kept out who were sent to look, to bring or to keep."""
    tree = sentence.tree
    assert tree is not None
    if tree.low[subject] in happenings().watchers or tree.low[subject] in _BRINGING:
        return True
    found = who(scene, sentence, subject)
    return bool(found) and scene.kind(found[0]) == "body"


_AGREED = frozenset({"agreement", "deal", "consensus", "conclusion", "decision", "compromise", "quorum", "accord"})
_BRINGING = frozenset({"convoy", "convoys", "staff", "workers", "agencies", "delegation", "envoy", "vehicles"})
