"""Time given for something: "has given Utopia until Friday to", "60 days to"; and what was due by a day."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.setting import Setting, decision_before, setting
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.force_words import forces
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Force

_GIVING = frozenset(forms_of(("give", "grant", "allow")))
_HAVING = frozenset({"have", "has", "had"})
_BY = frozenset({"by", "before", "until"})


def allowed(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes what is to be done in a time that is given for it, and what was due by a day."""
    tree = sentence.tree
    assert tree is not None
    if not sentence.dates:
        return
    for i in tree.among(_GIVING):
        if tree.verbal(i) and (done := _timed(scene, sentence, i)) is not None:
            passive = clauses.is_passive(tree, i)
            given = tree.child(i, "nsubjpass") if passive else tree.child(i, "dative", "dobj")
            _add(scene, sentence, drafts, i, given, done, "called_for")
    for i in tree.among(_HAVING):
        if tree.verbal(i) and tree.dep[i] != "aux" and (done := _timed(scene, sentence, i)) is not None:
            _add(scene, sentence, drafts, i, tree.child(i, "nsubj"), done, "called_for")
    for i in tree.places.get("due", ()):
        verb = tree.head[i]
        preps = (*tree.children(i, "prep"), *tree.children(verb, "prep"))
        by = next((p for p in preps if tree.low[p] in _BY and p > i), None)
        if tree.dep[i] == "acomp" and by is not None and scene.dates_in((tree.starts[by], tree.ends[tree.right[by]])):
            subject = tree.child(verb, "nsubj")
            if subject is not None and not clauses.negated(tree, verb):
                _add(scene, sentence, drafts, verb, subject, verb, "expected")


def _timed(scene: Scene, sentence: Sentence, i: int) -> int | None:
    """The infinitive for which a time is given that stands between it and the verb."""
    tree = sentence.tree
    assert tree is not None
    for mention in sentence.dates:
        word = tree.at(mention.quote.end - 1) if mention.quote.start > tree.ends[i] else None
        done = _after(tree, word) if word is not None else None
        if word is None or done is None:
            continue
        before = scene.content[tree.ends[i] : mention.quote.start] + mention.quote.exact
        counted = mention.when.value.startswith("P")
        until = " until " in f" {before} " and mention.when.latest is not None
        near = i in tree.ancestors(word) or word - i < _NEAR
        if near and (until or counted) and tree.tag[i] != "VBG" and not clauses.negated(tree, i):
            return done
    return None


def _after(tree: Tree, word: int) -> int | None:
    """The infinitive after a time, at once or past what is put in between: "18 months, from 15 May, to", "(3 June)"."""
    for k in range(word + 1, min(word + _BETWEEN, len(tree) - 1)):
        if tree.low[k] == "to":
            return k + 1 if tree.tag[k + 1] == "VB" else None
        if tree.tag[k].startswith("VB") or tree.low[k] in (".", ";", ":"):
            return None
    return None


_BETWEEN = 11  # words
_NEAR = 8  # words from the verb to the end of the time


def _add(
    scene: Scene, sentence: Sentence, drafts: Drafts, verb: int, bearer: int | None, done: int, force: Force
) -> None:
    tree = sentence.tree
    assert tree is not None
    bearers = who(scene, sentence, bearer) if bearer is not None else ()
    due = verb == done  # what was due is itself the thing, be it a list or a report
    if bearer is None or not (bearers or due or tree.low[bearer] in _PARTIES or _is_thing(tree, verb, bearer)):
        return
    start, end = clauses.clause(tree, verb)
    span = (start, max(end, clauses.words(tree, done, tree.right[done])[1]))
    context = Setting(decision_before(drafts, span[0]), force, bearers, attributed(scene, sentence, span))
    setting(scene, drafts, span, context, "provision.allowed")


def _is_thing(tree: Tree, verb: int, bearer: int) -> bool:
    """ "The accord gives 60 days to form a cabinet": a text that gives time to whom it does not say."""
    subject = tree.child(verb, "nsubj")
    return subject is not None and tree.low[subject] in forces().texts and tree.tag[bearer] == "NNS"


_PARTIES = frozenset(
    {"parties", "party", "sides", "side", "they", "them", "rebels", "government", "governments", "militias", "military"}
    | {"army", "junta", "forces", "troops", "groups", "factions", "authorities", "opposition", "states", "leaders"}
)
