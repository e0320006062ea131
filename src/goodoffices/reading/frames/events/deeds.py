"""Deeds told in nouns: "Utopia's attack on the port", "clashes broke out", "following the withdrawal of the troops"."""

from goodoffices.reading.frames.events.days import day_of, done_as
from goodoffices.reading.frames.events.event_words import happenings
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When

_OWNED = ("poss", "amod", "compound", "nmod")
_AIMED = frozenset({"on", "against", "into", "of", "at", "upon", "in", "between", "with", "from"})
_TWO_WORDS = {"took": "place", "taken": "place", "taking": "place", "broke": "out", "broken": "out", "came": "under"}
_BEFORE = frozenset(
    {"amid", "after", "following", "since", "upon", "with"}
)  # what happened before the rest, or with it
_UPON = frozenset({"after", "following", "since", "during", "amid", "upon", "despite"})
Found = tuple[Span, str, str, When | None]


def deed(scene: Scene, sentence: Sentence, i: int) -> Found | None:
    """The deed that the noun at `i` tells: with its doer and aim, or told as having happened, or with its day."""
    tree = sentence.tree
    assert tree is not None
    kind = happenings().nouns.get(tree.low[i], "visit")
    named = tree.tag[i] in ("NN", "NNS") or (tree.tag[i] == "VBG" and tree.dep[i] in ("nsubj", "nsubjpass"))
    if tree.low[i] == "release" and tree.low[i - 1] in ("press", "news"):
        return None
    if kind == "visit" or not named or tree.dep[i] in ("compound", "amod", "nmod"):
        return None
    doer = _doer(scene, sentence, i)
    aimed = any(tree.low[p] in _AIMED for p in tree.children(i, "prep")) or done_as(tree, i) is not None
    noun = clauses.words(tree, tree.left[i], tree.right[i], keep=i)
    happened = _happening(tree, i)
    if happened is not None:
        span = clauses.clause(tree, happened) if happened != i else noun
        return span, kind, doer, day_of(scene, sentence, happened, span)
    if tree.low[i] == "conflict":
        return None  # "the conflict" is a state, unless it breaks out
    noun = _with_its_day(scene, sentence, i, noun)
    when = day_of(scene, sentence, i, noun)
    past = when is not None and not scene.ahead(when)
    if doer and aimed and (past or not _wanted(tree, i)):
        return noun, kind, doer, when
    definite = past and when is not None and when.precision in ("day", "minute", "hour", "month", "week")
    if _wanted(tree, i) or not aimed or not (definite or _told_upon(tree, i)):
        return None
    one = tree.low[tree.left[i]] in ("the", "a", "an") and (
        _instance(tree, i) or (kind in _ONE and _taken_as_done(tree, i))
    )
    return (noun, kind, "", when) if definite or one or _specific(scene, tree, i) else None


def _with_its_day(scene: Scene, sentence: Sentence, i: int, noun: Span) -> Span:
    """The words of a deed that is condemned or noted, with the day right after them: the parse hangs it on the verb."""
    tree = sentence.tree
    assert tree is not None
    head, last = tree.head[i], tree.right[i]
    if tree.dep[i] != "dobj" or tree.low[head] not in forms_of(happenings().witnessing) or scene.dates_in(noun):
        return noun
    if tree.low[last + 1 : last + 2] not in (["on"], ["in"]):
        return noun
    day = next((d for d in sentence.dates if d.quote.start == tree.starts[min(last + 2, len(tree) - 1)]), None)
    return (noun[0], day.quote.end) if day is not None and day.when.bounded else noun


def _doer(scene: Scene, sentence: Sentence, i: int) -> str:
    """Whose deed it is: "Utopia's …", "the Utopian …", "… by Utopia"."""
    tree = sentence.tree
    assert tree is not None
    owner = next((k for k in tree.kids[i] if k < i and tree.dep[k] in _OWNED and who(scene, sentence, k)), None)
    done = done_as(tree, i)
    agents = [p for k in (i, done) if k is not None for p in tree.children(k, "prep", "agent")]
    by = next((tree.child(p, "pobj") for p in agents if tree.low[p] == "by"), None)
    noun = owner if owner is not None else by
    found = who(scene, sentence, noun) if noun is not None else ()
    return found[0] if found else ""


def _happening(tree: Tree, i: int) -> int | None:
    """The verb by which the deed is said to have happened: "broke out", "took place", "there were clashes"."""
    verb = tree.head[i]
    left = next((k for k in tree.children(i, "relcl") if tree.tag[k] == "VBD" and tree.low[k] in _LEAVING), None)
    if left is not None:
        return i
    going_on = tree.tag[verb] == "VBG" and any(tree.low[k] in ("was", "were") for k in tree.children(verb, "aux"))
    if _persists(tree, i, verb):
        return verb
    if tree.low[i] == "conflict" and tree.low[verb] not in _BREAKING_OUT:
        return None
    if (tree.tag[verb] not in ("VBD", "VBN") and not going_on) or any(
        tree.tag[k] == "MD" for k in tree.children(verb, "aux")
    ):
        return None
    if tree.dep[i] in ("attr", "nsubj") and tree.child(verb, "expl") is not None:
        return None if tree.low[tree.left[i]] == "no" else verb
    if tree.dep[i] not in ("nsubj", "nsubjpass") or tree.dep[verb] in ("acl",):
        return None
    if tree.low[verb] in ("been", "was", "were"):  # "shelling has been ongoing"
        return verb if any(tree.low[k] in _ONGOING for k in tree.children(verb, "acomp", "advmod")) else None
    second = _TWO_WORDS.get(tree.low[verb])
    if second is not None:
        return verb if any(tree.low[k] == second for k in tree.kids[verb]) else None
    if tree.low[verb] in forms_of(happenings().occurring) or (tree.dep[i] == "nsubjpass" and tree.low[verb] in _HELD):
        return verb
    return None


def _persists(tree: Tree, i: int, verb: int) -> bool:
    """ "Clashes continue to occur in Klow", "fighting rages in Lund"; not "violence continues to be a threat"."""
    if tree.dep[i] != "nsubj" or tree.tag[verb] not in ("VBZ", "VBP") or tree.low[verb] not in _PERSISTING:
        return False
    further = tree.child(verb, "xcomp")
    where = verb if further is None else further
    placed = [
        tree.child(p, "pobj") for p in tree.children(where, "prep") if tree.low[p] in ("in", "near", "along", "at")
    ]
    occurs = further is None or tree.low[further] in ("occur", "happen", "erupt", "take", "rage", "flare")
    return occurs and any(n is not None and tree.tag[n].startswith("NN") for n in placed)


_PERSISTING = frozenset(forms_of(("continue", "persist", "rage", "recur")))
_BREAKING_OUT = frozenset(forms_of(("erupt", "break", "flare", "resume", "reignite", "escalate")))
_ONGOING = frozenset({"ongoing", "underway", "continuous", "constant", "rife", "intense", "heavy"})
_LEAVING = frozenset({"left", "killed", "claimed", "wounded", "injured", "destroyed", "displaced", "began", "erupted"})
_HELD = frozenset({"held", "launched", "reported", "recorded", "carried", "committed", "signed", "staged", "completed"})


def _told_upon(tree: Tree, i: int) -> bool:
    """ "Following the killing of …", "recorded the killing of …": the words take it as having happened."""
    i = _series(tree, i)
    head = tree.head[i]
    if tree.dep[i] == "pobj" and (tree.low[head] in _UPON or told_upon(tree, i)):
        return True
    if tree.dep[i] == "pobj" and tree.low[head] == "of" and tree.low[tree.head[head]] in _WAKE:
        return True  # "against the backdrop of the attack", "was the scene of fighting"
    if _instance(tree, i) or (happenings().nouns.get(tree.low[i]) in _ONE and _taken_as_done(tree, i)):
        return True
    witnessed = forms_of(happenings().witnessing)
    return tree.dep[i] == "dobj" and tree.low[head] in witnessed and tree.tag[head] in ("VBD", "VBN", "VBZ", "VBP")


def _series(tree: Tree, i: int) -> int:
    """ "Amid a series of clashes": the noun that stands where the deeds do."""
    whole = tree.head[tree.head[i]]
    return whole if tree.dep[i] == "pobj" and tree.low[whole] in _SERIES else i


_WAKE = frozenset({"backdrop", "wake", "aftermath", "midst", "scene", "site", "victim", "victims", "anniversary"})
_SERIES = frozenset({"series", "spate", "wave", "string", "number", "round", "days", "weeks"})


def _taken_as_done(tree: Tree, i: int) -> bool:
    """ "The resignation of Alder cast doubt on the plan": what has effects has happened."""
    verb = tree.head[i]
    if tree.dep[i] not in ("nsubj", "nsubjpass") or tree.tag[verb] not in ("VBD", "VBN"):
        return False
    helped = {tree.low[k] for k in tree.children(verb, "aux", "auxpass")}
    return tree.tag[verb] == "VBD" or not helped.isdisjoint({"was", "were", "has", "have", "had"})


def _instance(tree: Tree, i: int) -> bool:
    """ "27 incidents, including the killing of a guide": one of what happened."""
    while tree.dep[i] == "conj":
        i = tree.head[i]
    above = tree.head[i]
    if tree.low[above] not in ("including", "included", "include") or tree.dep[i] not in ("pobj", "dobj"):
        return False
    sorts = {tree.low[tree.head[above]], *(tree.low[k] for k in tree.children(above, "nsubj"))}
    return not sorts.isdisjoint(happenings().instances)


_ONE = frozenset({"attack", "killing", "abduction", "detention", "release", "resignation", "dismissal", "expulsion"})


def told_upon(tree: Tree, i: int) -> bool:
    """ "Following the resignation of Alder, the talks ended": told beside another deed, as another."""
    i = _series(tree, i)
    head = tree.head[i]
    if tree.dep[i] != "pobj" or tree.low[head] not in _BEFORE:
        return False
    return tree.low[head] != "with" or head == 0 or tree.text[head - 1] == ","


def _specific(scene: Scene, tree: Tree, i: int) -> bool:
    """Whether it is one deed, not a sort of deeds: with an article and whom or where it befell."""
    opened = tree.low[tree.left[_series(tree, i)]]
    if opened not in ("the", "an", "a", "this", "several", "its", "their"):
        return False
    names = scene.parties_in((tree.starts[i], tree.ends[tree.right[i]]))
    return bool(names) or any(tree.tag[k].startswith("NNP") for k in range(i, tree.right[i] + 1))


_SPOKEN_OF = forms_of(("discuss", "consider", "protest", "condemn", "review", "examine", "investigate", "follow"))


def _wanted(tree: Tree, i: int) -> bool:
    """Whether the deed is called for, planned, feared: told of, not told."""
    if _instance(tree, i):
        return False
    unmade = forms_of(happenings().unmade)
    top = _series(tree, i)
    unthwarted = {tree.head[top]} if tree.dep[top] == "nsubj" else set()  # "the raid threatens the talks"
    for above in tree.ancestors(i):
        if tree.low[above] in _SPOKEN_OF:
            return False
        if above in unthwarted:
            modal = any(tree.tag[k] == "MD" for k in tree.children(above, "aux"))
            return modal or tree.tag[above] == "VB" or clauses.negated(tree, above)
        if tree.low[above] in unmade:
            return True
        if tree.verbal(above) and tree.dep[above] not in ("acl", "pcomp"):
            modal = any(tree.tag[k] == "MD" for k in tree.children(above, "aux"))
            return modal or tree.tag[above] == "VB" or clauses.negated(tree, above)
    return False
