"""What a speaker holds in his own speech, without a verb of saying: "we must", "our duty is", "they flout the law"."""

from collections.abc import Iterator

from goodoffices.reading.frames.statements.stands import blame_forms
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.sayings import sayings
from goodoffices.reading.voices.verbs import acts, forms_of
from goodoffices.vocabulary.content import Act
from goodoffices.vocabulary.text import Span

Told = tuple[Span, Act, tuple[str, ...], str, str]  # words, act, speakers, manner, rule
_MODALS = frozenset({"must", "cannot", "can", "ca", "should"})
_NEEDED = frozenset({"need", "have", "ought"})
_DUE = frozenset({"must", "should", "shall"})
_IS = frozenset({"is", "was", "are", "were", "'s", "’s", "remains", "remained"})
_PRESSING = frozenset(
    {"crucial", "essential", "imperative", "important", "necessary", "vital", "critical", "urgent", "high", "time"}
    | {"indispensable", "paramount", "incumbent", "unacceptable", "intolerable", "inadmissible"}
)
DUTIES = frozenset(
    {"duty", "responsibility", "obligation", "task", "interest", "priority", "role", "goal", "aim", "objective", "hope"}
)
_MAIN = ("ROOT", "conj", "parataxis")


def ours(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Told]:
    """The statements that a text's speaker makes in a sentence by what he holds to be due, or blames others for."""
    if not scene.speaker:
        return
    said = {s.word for s in sayings(tree)}
    quoted = [s.span for s in sentence.speeches if s.verb >= 0]
    for i in range(len(tree)):
        if tree.dep[i] not in _MAIN or i in said or not (tree.verbal(i) or tree.low[i] in _IS):
            continue
        if any(a <= tree.starts[i] < b for a, b in quoted):
            continue
        act = _own(tree, i) or _proper(scene, sentence, tree, i) or _blamed(scene, sentence, tree, i)
        if act is not None:
            yield clauses.clause(tree, i), act, (scene.speaker,), "speech", "statement.ours"


def meant(tree: Tree, i: int) -> Act | None:
    """What somebody does by saying the clause of the verb: "we will send help" announces, "stop it" asks."""
    subject = tree.child(i, "nsubj", "nsubjpass")
    if subject is None:
        helped = [tree.low[k] for k in tree.children(i, "aux", "auxpass", "mark")]
        return "request" if tree.tag[i] == "VB" and helped in ([], ["do"]) else None
    ahead = any(tree.low[k] in ("will", "shall", "'ll") for k in tree.children(i, "aux"))
    if ahead and tree.low[subject] in ("we", "i") and not clauses.negated(tree, i):
        return "announce"
    return "request" if any(tree.low[k] == "must" for k in tree.children(i, "aux")) else _own(tree, i)


def _own(tree: Tree, i: int) -> Act | None:
    """ "We must …", "we need to …", "we cannot …", "let us …", "we stand for …"."""
    subject = tree.child(i, "nsubj", "nsubjpass")
    own = subject is not None and tree.low[subject] in ("we", "i")
    modal = any(tree.low[k] in _MODALS for k in tree.children(i, "aux"))
    needed = tree.low[i] in _NEEDED and (tree.child(i, "xcomp", "dobj") is not None and tree.low[i] != "have")
    let = tree.low[i] == "let" and tree.low[i + 1 : i + 2] == ["us"] and tree.low[i + 2 : i + 3] != ["not"]
    if let or (own and (modal or needed)):
        return "request"
    if not own or tree.tag[i] not in ("VBP", "VBG") or (tree.tag[i] == "VBG" and tree.child(i, "aux") is None):
        return None
    lemma = forms_of(tuple(acts().ours)).get(tree.low[i])
    completed = tree.child(i, "prep", "xcomp", "dobj", "acomp", "ccomp") is not None
    return acts().ours[lemma] if lemma is not None and completed and not clauses.negated(tree, i) else None


def _proper(scene: Scene, sentence: Sentence, tree: Tree, i: int) -> Act | None:
    """ "The siege must end", "it is vital that …", "it is our duty to …", "peace requires …": what he asks for."""
    said = scene.content[slice(*sentence.span)]
    subject = tree.child(i, "nsubj", "nsubjpass", "expl")
    if '"' in said or "“" in said or tree.dep[i] != "ROOT" or subject is None or tree.low[subject] in ("we", "i"):
        return None
    if clauses.negated(tree, i) and tree.low[i] in _IS:
        return None
    if tree.dep[subject] == "expl" and tree.low[subject] == "there":
        return "assess" if _none(tree, i) else None
    if any(tree.low[k] in _DUE for k in tree.children(i, "aux")):
        return "request"
    if tree.low[i] in ("needs", "need", "requires", "require", "has", "have"):
        plain = tree.low[i] not in ("has", "have") and tree.child(i, "xcomp", "dobj", "ccomp") is not None
        return "request" if plain or _obliged(tree, i) else None
    if tree.low[i] not in _IS:
        return None
    named = tree.children(i, "acomp", "attr")
    if tree.low[subject] == "it" and any(tree.low[k] in _PRESSING for k in named):
        return "request"
    duty = subject if tree.low[subject] != "it" else next((k for k in named if tree.low[k] in DUTIES), subject)
    mine = any(tree.low[k] in ("our", "my") for k in tree.children(duty, "poss"))
    return "request" if tree.low[duty] in DUTIES and mine and tree.child(i, "xcomp", "ccomp") is not None else None


def _none(tree: Tree, i: int) -> bool:
    """ "There is no alternative", "there can be no excuse": held by whoever speaks."""
    what = tree.child(i, "attr")
    return what is not None and tree.low[tree.left[what]] == "no"


def _obliged(tree: Tree, i: int) -> bool:
    """ "Has to", "have to"."""
    done = tree.child(i, "xcomp")
    return done is not None and done > i and any(tree.tag[k] == "TO" for k in tree.children(done, "aux"))


def _blamed(scene: Scene, sentence: Sentence, tree: Tree, i: int) -> Act | None:
    """ "Utopia flouts the resolutions", "continues to violate …": blame of another party in a speech."""
    deed = tree.child(i, "xcomp") if tree.low[i] in forms_of(acts().going_on) else None
    verb = i if deed is None else deed
    if not scene.voice or tree.low[verb] not in blame_forms() or clauses.negated(tree, i):
        return None
    subject = clauses.subject(tree, i)
    blamed = who(scene, sentence, subject) if subject is not None and not clauses.is_passive(tree, i) else ()
    own = scene.behalf(scene.voice)
    return "accuse" if blamed and all(scene.behalf(p) != own for p in blamed) else None
