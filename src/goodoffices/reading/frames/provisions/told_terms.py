"""What an agreement is told to set: under it, by its words, and in the sentences after that go on with it."""

import re

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.addressees import bound
from goodoffices.reading.frames.provisions.agreements import beside_no_other, ruled
from goodoffices.reading.frames.provisions.deals import agree
from goodoffices.reading.frames.provisions.parts import timed_parts
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.antecedents import of_paper
from goodoffices.reading.voices.force_words import forces
from goodoffices.reading.voices.verbs import forms_of

_UNDER = re.compile(
    r"\b(?:under|according\s+to|as\s+part\s+of|as\s+per|pursuant\s+to|by\s+the\s+terms\s+of)\s+"
    r"(?:(?:the|this|that|its|their|a|an)\s+)?(?:[\w'’/,-]+\s+){0,4}?"
    r"(?:deal|agreement|accords?|truce|ceasefire|cease-fire|plan|terms|arrangements?|protocol|memorandum|treaty|pact|"
    r"road\s?map|framework|proposal|understanding|document|text|draft)\b",
    re.IGNORECASE,
)
_PHASE = re.compile(
    r"\b(?:during|in|at|on)\s+(?:this|that|the\s+(?:first|second|third|fourth|initial|final|next|last))\s+(?:phase|stage)\b|"
    r"\bduring\s+this\s+period\b",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\b(?:agreement|deal|accords?|pact|plan|truce|cease-?fire|road\s?map|proposal)\b", re.IGNORECASE)
_NEAR = 1200  # characters back to the plan of whose phase it is
_MODALS = frozenset({"will", "would", "shall", "must", "can"})
_NOT_DEEDS = frozenset({"need", "mean", "seem", "appear", "see", "like"})
_SAYING = (
    "say",
    "state",
    "stipulate",
    "provide",
    "specify",
    "require",
    "envisage",
    "foresee",
    "declare",
    "mandate",
    "stress",
)
_RULE = "provision.under"


def under(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "Under the deal, the sides will …", "the accord says that …", "A joint force will be set up": agreed as told."""
    tree = sentence.tree
    assert tree is not None
    if tree.words.isdisjoint(_MODALS):
        return
    said = _by_the_text(scene, sentence, tree)
    told = _UNDER.search(scene.content, *sentence.span) is not None or _of_phase(scene, sentence)
    on = not told and not sentence.speeches and not sentence.hedges and _goes_on(scene, sentence, drafts)
    for i in tree.among(_MODALS):
        verb = ruled(tree, i)
        if verb is None or not beside_no_other(tree, verb):
            continue
        subject = clauses.subject(tree, verb)
        inside = said is not None and (verb == said or verb in tree.conjuncts(said))
        if subject is None and not ((told or on) and tree.dep[verb] == "ROOT"):
            continue
        if not ((told and tree.low[i] != "can") or inside or (on and _plain(tree, i, verb, subject))):
            continue
        bearers = bound(scene, sentence, verb)
        for span in timed_parts(scene, tree, verb, clauses.clause(tree, verb)):
            agree(scene, sentence, drafts, span, bearers, _RULE)


def _of_phase(scene: Scene, sentence: Sentence) -> bool:
    """ "During this phase, the troops will leave": of a plan told shortly before."""
    start, end = sentence.span
    if _PHASE.search(scene.content, start, end) is None:
        return False
    return _PLAN.search(scene.content, max(0, start - _NEAR), start) is not None


def _by_the_text(scene: Scene, sentence: Sentence, tree: Tree) -> int | None:
    """The verb of what an agreement says: "the agreement says the troops will leave"."""
    forms = forms_of(_SAYING)
    for i in tree.among(forms):
        subject = tree.child(i, "nsubj") if tree.verbal(i) else None
        done = tree.child(i, "ccomp")
        if subject is None or done is None or clauses.negated(tree, i):
            continue
        text = tree.low[subject] in forces().texts or (tree.low[subject] == "it" and of_paper(scene, sentence))
        if text and tree.low[subject] not in ("statement", "declaration"):
            return done
    return None


def _goes_on(scene: Scene, sentence: Sentence, drafts: Drafts) -> bool:
    """Whether the sentence before told what an agreement sets."""
    if not sentence.number:
        return False
    start, end = scene.sentences[sentence.number - 1].span
    return any(
        c.rule in (_RULE, "provision.text") and start <= c.quotes[0].start < end
        for c in reversed(drafts.of_kind("provision"))
    )


def _plain(tree: Tree, modal: int, verb: int, subject: int | None) -> bool:
    """Whether it is a main clause that says what will be done, and no guess or judgement of the author's."""
    main = tree.dep[verb] in ("ROOT", "conj")
    named = subject is None or tree.low[subject] not in (
        "it",
        "this",
        "that",
        "he",
        "she",
        "i",
        "we",
        "you",
        "there",
        "which",
        "who",
    )
    done = tree.tag[verb] in ("VB", "VBN") and tree.low[verb] not in _NOT_DEEDS
    be = tree.low[verb] == "be" and tree.child(verb, "acomp") is not None
    return main and named and done and not be and tree.low[modal] in ("will", "shall")
