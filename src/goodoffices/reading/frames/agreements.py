"""Texts of agreements: duties set with "shall"; and what is told to happen under an agreement."""

import re

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.deals import agree
from goodoffices.reading.frames.due import deadline
from goodoffices.reading.frames.force_words import forces
from goodoffices.reading.frames.setting import Setting, decision_before, setting
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Force

_AGREEMENT = re.compile(
    r"\b(?:agreement|protocol|accords?|treaty|memorandum|covenant|convention|pact)\b", re.IGNORECASE
)


_UNDER = re.compile(
    r"\b(?:under|according to|as part of) (?:the|this|that|its|their) (?:\w+ ){0,3}?"
    r"(?:deal|agreement|accord|truce|ceasefire|cease-fire|plan|terms|arrangement|protocol|memorandum|treaty|pact)\b",
    re.IGNORECASE,
)


def is_agreement(scene: Scene) -> bool:
    """Whether the document itself sets duties with "shall": an agreement, a protocol, a charter; no report that only
    quotes one.
    """
    start = scene.text.main[0][0] if scene.text.main else 0
    opening = f"{scene.text.title} {scene.content[start : start + 400]}"
    named = _AGREEMENT.search(opening) is not None and scene.shalls >= 2
    length = sum(scene.content[a:b].count(" ") for a, b in scene.text.main)
    return named or scene.shalls >= max(3, 0.006 * length)


def shall(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "The Parties shall …": agreed between them, or binding where the speaker binds."""
    tree = sentence.tree
    assert tree is not None
    if sentence.speeches and not is_agreement(scene):
        return
    for i in range(len(tree)):
        if tree.low[i] != "shall" or tree.dep[i] != "aux":
            continue
        verb = tree.head[i]
        if tree.dep[verb] in ("relcl", "advcl", "acl") or not is_agreement(scene):
            continue
        subject = clauses.subject(tree, verb)
        addressees = who(scene, sentence, subject) if subject is not None else ()
        setting(
            scene,
            drafts,
            clauses.clause(tree, verb),
            Setting(decision_before(drafts, sentence.span[0]), "agreed", addressees),
            "provision.shall",
        )


def under(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "Under the deal, the sides will …": agreed, as told."""
    tree = sentence.tree
    assert tree is not None
    if _UNDER.search(scene.words(sentence.span)) is None:
        return
    for i in range(len(tree)):
        if tree.low[i] not in ("will", "would", "shall", "must") or tree.dep[i] != "aux":
            continue
        verb = tree.head[i]
        subject = tree.child(verb, "nsubj", "nsubjpass")
        if subject is None or tree.dep[verb] in ("relcl", "acl") or clauses.negated(tree, verb):
            continue
        agree(scene, sentence, drafts, clauses.clause(tree, verb), who(scene, sentence, subject), "provision.under")


def sets(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "The accords guaranteed …, called for … and stipulated …": what a text is told to set."""
    tree = sentence.tree
    assert tree is not None
    forms = forms_of(forces().setting_verbs)
    for i in range(len(tree)):
        lemma = forms.get(tree.low[i])
        if lemma is None or not tree.verbal(i) or tree.tag[i] == "VBG" or clauses.is_passive(tree, i):
            continue
        if tree.tag[i] in ("VB", "VBN") or clauses.negated(tree, i):
            continue
        subject = clauses.subject(tree, i)
        if subject is None or not _is_text(tree, subject):
            continue
        preps = [tree.low[k] for k in tree.children(i, "prep", "prt")]
        if (lemma in ("call", "provide") and "for" not in preps) or (lemma == "set" and not {"out", "up"} & set(preps)):
            continue
        if tree.child(i, "dobj", "prep", "ccomp", "xcomp") is None or tree.child(i, "ccomp") is not None:
            continue
        agree(scene, sentence, drafts, clauses.clause(tree, i), (), "provision.text")


def _is_text(tree: Tree, i: int) -> bool:
    low = tree.low[i]
    return low in forces().texts or (low.endswith("s") and low[:-1] in forces().texts)


def due(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "Utopia was expected to report by 27 January": told as owed, with the day."""
    tree = sentence.tree
    assert tree is not None
    for i in range(len(tree)):
        if tree.low[i] not in forces().owing or tree.tag[i] not in ("VBN", "VBD", "JJ"):
            continue
        done = tree.child(i, "xcomp")
        be = tree.child(i, "auxpass") is not None or (tree.dep[i] == "acomp" and tree.verbal(tree.head[i]))
        if done is None or not be or clauses.negated(tree, i):
            continue
        verb = i if tree.dep[i] != "acomp" else tree.head[i]
        span = clauses.clause(tree, verb)
        when = deadline(scene, span)
        if when is None or when.latest is None:
            continue
        subject = clauses.subject(tree, verb)
        bearers = who(scene, sentence, subject) if subject is not None else ()
        force: Force = "agreed" if tree.low[i] in ("required", "obliged", "bound") else "expected"
        context = Setting(decision_before(drafts, span[0]), force, bearers, attributed(scene, sentence, span))
        setting(scene, drafts, span, context, "provision.due")
