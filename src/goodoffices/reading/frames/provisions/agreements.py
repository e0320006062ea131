"""Texts of agreements: duties set with "shall" and "will"; and what a text is told to set."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.addressees import bound
from goodoffices.reading.frames.provisions.deals import agree
from goodoffices.reading.frames.provisions.due import deadline
from goodoffices.reading.frames.provisions.parts import timed_parts
from goodoffices.reading.frames.provisions.setting import Setting, decision_before, setting
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.antecedents import of_paper
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.force_words import forces
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Force


def shall(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "The Parties shall …", in a road map "the Parties will …": agreed between them."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(scene.duty_modals):
        verb = ruled(tree, i)
        if verb is None or not beside_no_other(tree, verb) or _listed(drafts, tree.starts[verb]):
            continue
        if _inside_another(tree, verb, scene.duty_modals):
            continue
        context = Setting(decision_before(drafts, sentence.span[0]), "agreed", bound(scene, sentence, verb))
        for span in timed_parts(scene, tree, verb, clauses.clause(tree, verb)):
            setting(scene, drafts, span, context, "provision.shall")


def ruled(tree: Tree, modal: int) -> int | None:
    """The verb that a modal goes with; itself where its verb was read as a noun ("will de-risk trade")."""
    if tree.dep[modal] == "aux":
        return tree.head[modal]
    return modal if tree.tag[modal] == "MD" and tree.child(modal, "nsubj", "nsubjpass") is not None else None


def _inside_another(tree: Tree, verb: int, modals: frozenset[str]) -> bool:
    """Whether the duty is what another makes sure of: "the law shall provide that votes will be held"."""
    above = tree.head[verb]
    return tree.dep[verb] == "ccomp" and any(tree.low[k] in modals for k in tree.children(above, "aux"))


def beside_no_other(tree: Tree, verb: int) -> bool:
    """Whether the clause of the verb says its own thing: none that only qualifies another, but one after "while"."""
    if tree.dep[verb] == "advcl":  # without a word that opens it, it is a main clause that was read amiss
        marks = [tree.low[k] for k in tree.kids[verb] if tree.dep[k] in ("mark", "advmod") and k < verb]
        return not any(mark in _OPENERS for mark in marks)
    return tree.dep[verb] not in ("relcl", "acl", "csubj")


_OPENERS = frozenset(
    {
        "if",
        "when",
        "unless",
        "until",
        "after",
        "before",
        "once",
        "as",
        "because",
        "since",
        "where",
        "although",
        "though",
    }
    | {"whenever", "wherever", "that", "than", "lest", "provided", "so", "how", "whether"}
)


def _listed(drafts: Drafts, place: int) -> bool:
    """Whether the words at the place are a part of a list that is read as a whole."""
    spans = ((c.quotes[0].start, c.quotes[0].end) for c in drafts.of_kind("provision") if c.rule == "provision.listed")
    return any(start <= place < end for start, end in spans)


def sets(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "The accords guaranteed …, called for … and stipulated …": what a text is told to set."""
    tree = sentence.tree
    assert tree is not None
    forms = forms_of(forces().setting_verbs)
    for i in range(len(tree)):
        lemma = forms.get(tree.low[i])
        if lemma is None or not tree.verbal(i) or tree.tag[i] == "VBG" or clauses.is_passive(tree, i):
            continue
        would = any(tree.low[k] in ("will", "would") for k in tree.children(i, "aux"))
        if tree.tag[i] == "VBN" or (tree.tag[i] == "VB" and not would) or clauses.negated(tree, i):
            continue
        subject = clauses.subject(tree, i)
        phase = subject is not None and tree.low[subject] in ("phase", "stage") and (would or tree.tag[i] == "VBZ")
        if subject is None or (lemma in _OF_PHASES and not (phase or would)):
            continue
        paper = _is_text(tree, subject) or (tree.low[subject] == "it" and of_paper(scene, sentence))
        if not (phase or paper):
            continue
        preps = [tree.low[k] for k in tree.children(i, "prep", "prt")]
        if lemma in ("call", "provide") and "for" not in preps:
            continue
        what, clausal = tree.child(i, "dobj"), tree.child(i, "ccomp")
        if lemma == "set" and not {"out", "up"} & set(preps) and (what is None or tree.low[what] not in _TIMES):
            continue
        if tree.child(i, "dobj", "prep", "ccomp", "xcomp") is None or (
            clausal is not None and tree.tag[clausal] != "VBG" and lemma != "see"
        ):
            continue
        agree(scene, sentence, drafts, clauses.clause(tree, i), (), "provision.text")


_OF_PHASES = frozenset({"involve", "include", "see"})  # what a phase of a plan does, or what a deal would see done
_TIMES = frozenset({"deadline", "deadlines", "date", "timetable", "timeline", "limit", "ceiling", "schedule", "target"})


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
