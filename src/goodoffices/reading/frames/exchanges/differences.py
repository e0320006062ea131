"""Differences whose sides are not both known: "differences among the seven parties", "disputes arose as to", "no
agreement has been reached on"; who else differs is told in the words of the text.
"""

from collections.abc import Iterator
from typing import NamedTuple

from goodoffices.reading.frames.exchanges.exchange_words import exchange
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import SIDES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.unnamed import unnamed
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.text import Span

_STANDING = frozenset(forms_of(("exist", "arise", "emerge", "persist", "remain", "occur", "surface", "continue", "be")))
_AROSE = _STANDING | {"arose", "arisen"}
_ASKING = frozenset({"should", "may", "might", "could", "can", "must", "shall", "would", "will"})
_WHATEVER = frozenset({"no", "any", "all", "every", "such"})
_ABOUT = frozenset({"about", "over", "on", "regarding", "concerning", "as", "whether", "how"})
_REACHING = frozenset(forms_of(("reach", "find", "achieve", "conclude", "make")))
_AGREEMENT = frozenset({"agreement", "consensus", "deal", "compromise", "understanding", "solution"})
_LOOSE = frozenset({"gap", "gaps", "division", "divisions", "split", "tension", "tensions", "row", "tug", "standoff"})


class Difference(NamedTuple):
    """What differs: its words, the parties, who means no party, over what."""

    span: Span
    parties: tuple[str, ...]
    nameless: tuple[str, ...]
    over: str


def differences(scene: Scene, sentence: Sentence) -> Iterator[Difference]:
    """The differences of a sentence that name one side, or none."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(exchange().differing.nouns | exchange().differing.points):
        if tree.tag[i] in ("NN", "NNS") and (found := _noun(scene, sentence, i)) is not None:
            yield found
    for i in tree.among(_AGREEMENT):
        if (found := _none_reached(scene, sentence, i)) is not None:
            yield found
    for phrase in exchange().differing.divided if tree.words & _DIVIDED else ():
        at = tree.find(phrase)
        if at is not None and (found := _divided(scene, sentence, at)) is not None:
            yield found


_DIVIDED = frozenset({"divided", "split", "views", "opinions", "positions", "odds", "loggerheads", "agree", "agreed"})


def _noun(scene: Scene, sentence: Sentence, i: int) -> Difference | None:
    """ "There are differences among the parties about x", "disputes arose as to whether y"."""
    tree = sentence.tree
    assert tree is not None
    top = i
    if tree.dep[i] == "pobj" and tree.low[tree.head[i]] == "of" and tree.low[tree.head[tree.head[i]]] in _POINTS:
        top = tree.head[tree.head[i]]  # "points of divergence"
    if tree.low[i] not in exchange().differing.nouns and top == i:
        return None
    if any(tree.low[k] in _WHATEVER for k in tree.children(top, "det", "amod")):
        return None
    verb = next((a for a in tree.ancestors(top) if tree.verbal(a)), None)
    if verb is None or _unreal(tree, verb):
        return None
    among = _among(tree, top, i, verb)
    parties = tuple(dict.fromkeys(p for n in among for p in who(scene, sentence, n)))
    nameless = tuple(dict.fromkeys(w for n in among for w in unnamed(scene, sentence, n, names=True)))
    if any(tree.low[k] == "their" for k in tree.children(top, "poss")):
        over = _over(scene, tree, top)
        which = over or tree.child(top, "amod", "compound") is not None  # not "their differences" alone
        theirs = _theirs(scene, sentence, tree.starts[i]) if which else ()
        last = next((k - 1 for k in range(i + 1, tree.right[top] + 1) if tree.text[k] == ","), tree.right[top])
        words = clauses.words(tree, tree.left[top], last, keep=i)
        return Difference(words, theirs, (), over) if theirs else None
    standing = tree.low[verb] in _AROSE and tree.dep[top] in ("nsubj", "attr", "nsubjpass")
    about = any(tree.low[k] in _ABOUT for head in (top, i, verb) for k in tree.kids[head] if k > top)
    several = any(tree.tag[n] in ("NNS", "NNPS") or tree.child(n, "conj") is not None for n in among)
    told = (several and (parties or nameless)) or (standing and about and tree.low[i] not in _LOOSE)
    if not told:
        return None
    if not standing and tree.right[top] - tree.left[top] < _FEW:
        return None
    span = clauses.clause(tree, verb) if standing else clauses.words(tree, tree.left[top], tree.right[top], keep=i)
    return Difference(span, parties, nameless, _over(scene, tree, top))


def _theirs(scene: Scene, sentence: Sentence, at: int) -> tuple[str, ...]:
    """Whose "their dispute" is: the last two sides named before it, where no more than a few sentences lie between."""
    first = scene.sentences[max(0, sentence.number - _BACK)].span[0]
    sides = [p for p in scene.parties_in((first, at)) if scene.kind(p) in SIDES]
    here = [p for p in scene.parties_in((sentence.span[0], at)) if scene.kind(p) in SIDES]
    named = here if len(here) > 1 else sides
    return tuple(named[-2:]) if len(named) > 1 and (named is here or len(set(sides)) == _TWO) else ()


_BACK = 6  # sentences
_TWO, _FEW = 2, 2
_POINTS = frozenset({"points", "point", "areas", "area", "matters", "elements", "number", "series"})


def _among(tree: Tree, top: int, i: int, verb: int) -> list[int]:
    """Those among whom it is, whatever the parse hangs "between" on."""
    heads = [top, i, verb, *tree.children(top, "relcl", "acl")]
    preps = [p for head in heads for p in tree.children(head, "prep") if tree.low[p] in ("between", "among", "amongst")]
    return [noun for p in dict.fromkeys(preps) if p > i and (noun := tree.child(p, "pobj")) is not None]


def _unreal(tree: Tree, verb: int) -> bool:
    """ "Should disputes arise", "if differences remain", "to settle": it is not told that they differ."""
    if clauses.negated(tree, verb) or any(tree.low[k] in _ASKING for k in tree.children(verb, "aux")):
        return True
    return any(tree.low[k] in ("if", "unless", "whenever", "where") for k in tree.children(verb, "mark", "advmod"))


def _over(scene: Scene, tree: Tree, i: int) -> str:
    for prep in tree.kids[i]:
        if tree.low[prep] in ("about", "over", "on", "regarding", "concerning") and tree.right[prep] > prep:
            return scene.words(clauses.words(tree, prep + 1, tree.right[prep]))
    return ""


def _none_reached(scene: Scene, sentence: Sentence, i: int) -> Difference | None:
    """ "No agreement has so far been reached on x", "agreement could not be reached on x"."""
    tree = sentence.tree
    assert tree is not None
    verb = tree.head[i]
    if tree.dep[i] != "nsubjpass" or tree.low[verb] not in _REACHING:
        return None
    none = any(tree.low[k] == "no" for k in tree.children(i, "det"))
    if not (none or clauses.negated(tree, verb)) or tree.child(verb, "mark") is not None:
        return None
    modal = any(tree.low[k] in _ASKING - {"could"} for k in tree.children(verb, "aux"))
    among = _among(tree, i, i, verb)
    parties = tuple(dict.fromkeys(p for n in among for p in who(scene, sentence, n)))
    nameless = tuple(dict.fromkeys(w for n in among for w in unnamed(scene, sentence, n, names=True)))
    over = _over(scene, tree, i) or _over(scene, tree, verb)
    if modal or not (over or parties or nameless):
        return None
    return Difference(clauses.clause(tree, verb), parties, nameless, over)


def _divided(scene: Scene, sentence: Sentence, at: int) -> Difference | None:
    """ "External powers are divided over x", "officials and rebels have divergent views"."""
    tree = sentence.tree
    assert tree is not None
    verb = next((a for a in (at, *tree.ancestors(at)) if tree.verbal(a) and tree.dep[a] != "amod"), None)
    if verb is not None and tree.dep[verb] in ("aux", "auxpass"):
        verb = tree.head[verb]
    if verb is None or _unreal(tree, verb):
        return None
    subject = clauses.subject(tree, verb)
    parties = who(scene, sentence, subject) if subject is not None else ()
    nameless = unnamed(scene, sentence, subject)
    if not (parties or nameless):
        return None
    return Difference(clauses.clause(tree, verb), parties, nameless, _over(scene, tree, verb) or _over(scene, tree, at))
