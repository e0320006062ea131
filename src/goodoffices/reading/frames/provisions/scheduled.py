"""What is told with the day by which it is to be done, whoever sets it: "plans to vote by May", "a pullout by May"."""

import re

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.events.event_words import happenings
from goodoffices.reading.frames.provisions.addressees import bound
from goodoffices.reading.frames.provisions.due import deadline
from goodoffices.reading.frames.provisions.duties import STATES, bears
from goodoffices.reading.frames.provisions.setting import Setting, decision_before, setting
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.force_words import forces
from goodoffices.reading.voices.unnamed import unnamed
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When

_COUNTED = re.compile(r"(?:within|no later|not later|in|at most|by|before|until)\b", re.IGNORECASE)


def scheduled(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes what each day of a sentence is the last for, where no provision holds it yet."""
    tree = sentence.tree
    assert tree is not None
    for mention in sentence.dates:
        at = tree.at(mention.quote.start) if mention.when.latest is not None else None
        deed = _deed(tree, at) if at is not None else None
        if (
            deed is None
            or not _borne(scene, sentence, tree, deed)
            or _held(drafts, "provision", tree.starts[deed]) is not None
        ):
            continue
        span = clauses.words(tree, tree.left[deed], tree.right[deed], keep=deed)
        span = span[0], max(span[1], mention.quote.end)
        due = _due(scene, tree, deed, mention, span)
        if due is None:
            continue
        said = _held(drafts, "statement", tree.starts[deed])
        attribution = said.attribution if said is not None else attributed(scene, sentence, span)
        bearers = bound(scene, sentence, deed) if tree.verbal(deed) else ()
        context = Setting(decision_before(drafts, span[0]), "expected", bearers, attribution, due)
        setting(scene, drafts, span, context, "provision.scheduled")


def _held(drafts: Drafts, kind: str, place: int) -> Claim | None:
    """The proposal of a kind in whose words the place lies."""
    return next((c for c in drafts.of_kind(kind) if c.quotes[0].start <= place < c.quotes[0].end), None)


def _due(scene: Scene, tree: Tree, deed: int, mention: DateMention, span: Span) -> When | None:
    """The last day for the deed: told as the last, or told as the day on which it is due."""
    due = deadline(scene, span)
    last = due is not None and due.latest is not None and (due.earliest is None or due is not mention.when)
    length = mention.when.value.startswith("P")
    if last and (not length or _COUNTED.match(mention.when.basis)):
        return due
    if due is mention.when and any(tree.tag[k] == "MD" for k in tree.children(deed, "aux")):
        return due  # "they would sign on Friday"
    return mention.when if not length and _day_is_set(scene, tree, deed, mention) else None


def _deed(tree: Tree, at: int) -> int | None:
    """The verb or noun of what is to be done on the day at `at`."""
    for above in tree.ancestors(at):
        if tree.low[above] in ("to", "from", "of"):
            return None  # "postpone the vote to 9 May"
        if tree.verbal(above):
            return above if _ahead(tree, above, at) else _noun_between(tree, above, at)
        if tree.low[above] in forces().deed_nouns and tree.tag[above].startswith("NN") and above < at:
            return above
    return None


def _ahead(tree: Tree, verb: int, at: int) -> bool:
    """Whether the verb tells what is still to be done where it is told from: "to vote by May", "will be held"."""
    if tree.tag[verb] not in ("VB", "VBN") or clauses.negated(tree, verb):
        return False
    beside = [k for k in tree.children(verb, "aux") if tree.low[k] in forces().ahead.modals]
    return any(tree.tag[k] == "MD" or verb < at for k in beside)


def _borne(scene: Scene, sentence: Sentence, tree: Tree, deed: int) -> bool:
    """Whether somebody can do it: "the river will rise in June" is no duty."""
    if not tree.verbal(deed) or clauses.is_passive(tree, deed):
        return True
    subject = tree.child(deed, "nsubj", "nsubjpass")
    if tree.low[deed] in STATES or tree.low[deed] in forms_of(happenings().expiry):
        return False
    return (
        subject is None
        or bears(tree, subject)
        or bool(who(scene, sentence, subject) or unnamed(scene, sentence, subject))
    )


def _noun_between(tree: Tree, verb: int, at: int) -> int | None:
    """The deed in a noun that stands between a verb and the day: "outlined the pullout of the forces by May"."""
    inside = (i for i in range(at - 1, verb, -1) if tree.low[i] in forces().deed_nouns)
    return next((i for i in inside if tree.tag[i].startswith("NN")), None)


def _day_is_set(scene: Scene, tree: Tree, deed: int, mention: DateMention) -> bool:
    """Whether a day that no word makes the last is the one set: what stands above the deed says so."""
    above = {tree.low[a] for a in (*tree.ancestors(deed), *tree.children(deed, "amod"))}
    if above & forces().ahead.scheduled or _was_to_have(tree, deed):
        return True
    return bool(above & forces().ahead.set) and (scene.ahead(mention.when) or scene.dated is None)


def _was_to_have(tree: Tree, deed: int) -> bool:
    """ "Was to have been signed in April"."""
    return {"to", "have"} <= {tree.low[k] for k in tree.children(deed, "aux")}
