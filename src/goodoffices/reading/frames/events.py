"""Events: attacks, visits, withdrawals, releases, expiries: what happened, by whom, to whom, when."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.event_words import event_verbs, happenings
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, place, who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Event
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When

_TOWARDS = frozenset({"against", "on", "at", "into", "in"})

_PLACED = frozenset({"in", "at", "from", "near"})


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the events of a sentence."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    done: set[tuple[str, bool]] = set()
    covered: list[Span] = []
    for i in tree.among(event_verbs()):
        kind = _kind(tree, i)
        if kind is None:
            continue
        actor = _doer(scene, sentence, i)
        if not actor and not _befell(scene, sentence, i, kind):
            continue
        if (actor, kind in happenings().violent) in done:
            continue
        done.add((actor, kind in happenings().violent))
        span = _chain(tree, i) if kind in happenings().violent else clauses.clause(tree, i)
        covered.append(span)
        _add(
            scene,
            sentence,
            drafts,
            span,
            kind,
            actor,
            _target(scene, sentence, i, actor),
            clauses.negated(tree, i),
            "event.verb",
        )
    _expiries(scene, sentence, drafts)
    _arrivals(scene, sentence, drafts, covered)


def _kind(tree: Tree, i: int) -> str | None:
    """The kind of event that the verb tells, None where it tells none that has happened."""
    if (
        not tree.verbal(i)
        or (tree.tag[i] == "VB" and not _past(tree, i))
        or tree.dep[i] in ("amod", "compound", "pobj", "nmod")
    ):
        return None
    if tree.tag[i] == "VBG" and tree.dep[i] not in ("advcl", "ROOT", "conj") and tree.child(i, "aux") is None:
        return None
    if any(tree.tag[k] == "MD" for k in tree.children(i, "aux")) or tree.tag[i] in ("VBZ", "VBP"):
        return None  # the present tense tells habits, law and headlines
    if tree.dep[i] == "acl" and tree.tag[i] == "VBN" and tree.child(i, "agent") is None:
        return None
    kind, needed = event_verbs()[tree.low[i]]
    if needed:
        near = {
            tree.low[j]
            for k in tree.children(i, "dobj", "prt", "prep", "nsubjpass", "advmod", "advcl")
            for j in (k, *tree.kids[k], *tree.conjuncts(k))
        }
        return kind if needed & near else None
    if tree.child(i, "dobj", "nsubjpass", "prep", "agent") is None:
        return None
    return kind


_NAMED = frozenset(
    {"establishment", "appointment", "expulsion", "detention", "killing"}
)  # whom it befell is its doer, or is counted


def _befell(scene: Scene, sentence: Sentence, i: int, kind: str) -> bool:
    """ "A convoy was ambushed near Utopia": told as done to something, by nobody named, with its day or place."""
    tree = sentence.tree
    assert tree is not None
    if tree.child(i, "nsubjpass") is None or tree.child(i, "agent") is not None or kind in _NAMED:
        return False
    if tree.dep[i] == "ROOT" and any(tree.low[k] in ("was", "were", "been") for k in tree.children(i, "auxpass")):
        return True
    span = clauses.clause(tree, i)
    return bool(_when(scene, span)) or place(sentence, span, _PLACED) != ""


def _past(tree: Tree, i: int) -> bool:
    """ "Did not attack": a bare verb with a past auxiliary."""
    return any(tree.low[k] == "did" for k in tree.children(i, "aux"))


def _doer(scene: Scene, sentence: Sentence, i: int) -> str:
    tree = sentence.tree
    assert tree is not None
    if clauses.is_passive(tree, i):
        by = tree.child(i, "agent")
        noun = tree.child(by, "pobj") if by is not None else None
        if noun is None and event_verbs()[tree.low[i]][0] in ("establishment", "appointment", "expulsion", "detention"):
            noun = tree.child(i, "nsubjpass")
    else:
        noun = clauses.subject(tree, i)
    if noun is not None and tree.low[noun] in ("we", "i"):
        return ""
    found = who(scene, sentence, noun) if noun is not None else ()
    return found[0] if found else ""


def _target(scene: Scene, sentence: Sentence, i: int, actor: str) -> str:
    tree = sentence.tree
    assert tree is not None
    nouns = [tree.child(i, "dobj", "nsubjpass")]
    for head in (i, nouns[0]):
        if head is not None:
            nouns.extend(tree.child(p, "pobj") for p in tree.children(head, "prep") if tree.low[p] in _TOWARDS)
    for noun in nouns:
        found = [p for p in who(scene, sentence, noun) if p != actor] if noun is not None else []
        if found:
            return found[0]
    return ""


def _chain(tree: Tree, i: int) -> Span:
    """The clause with the further deeds of the same doer joined to it."""
    last_joined = [k for k in tree.conjuncts(i) if tree.verbal(k) and tree.child(k, "nsubj", "nsubjpass") is None]
    span = clauses.clause(tree, i)
    if len(last_joined) < 2:
        return span
    last = clauses.clause(tree, last_joined[-1])[1]
    first = next(k for k in range(len(tree)) if tree.starts[k] == span[0])
    stop = next(k for k in range(len(tree)) if tree.ends[k] == last)
    return clauses.words(tree, first, stop, keep=i) if stop > first else span


def _add(
    scene: Scene,
    sentence: Sentence,
    drafts: Drafts,
    span: Span,
    kind: str,
    actor: str,
    target: str,
    denied: bool,
    rule: str,
) -> None:
    drafts.add(
        Event(what=kind, actor=actor, target=target, place=place(sentence, span, _PLACED)),
        [span],
        rule=rule,
        attribution=attributed(scene, sentence, span, denied=denied),
        valid=_when(scene, span),
    )


def _when(scene: Scene, span: Span) -> When | None:
    return next((d.when for d in scene.dates_in(span) if d.when.bounded and not d.when.value.startswith("P")), None)


def _expiries(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """A treaty or a mandate that ran out."""
    tree = sentence.tree
    assert tree is not None
    forms = forms_of(happenings().expiry)
    for i in tree.among(forms):
        subject = tree.child(i, "nsubj")
        if tree.tag[i] in ("VBD", "VBN") and subject is not None and tree.low[subject] in happenings().expiring:
            span = clauses.clause(tree, i)
            _add(scene, sentence, drafts, span, "expiry", "", "", clauses.negated(tree, i), "event.expiry")


def _arrivals(scene: Scene, sentence: Sentence, drafts: Drafts, covered: list[Span]) -> None:
    """ "upon the arrival of A in Utopia", "A's visit to Utopia"."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(happenings().nouns):
        if happenings().nouns[tree.low[i]] != "visit" or not tree.tag[i].startswith("NN"):
            continue
        owner = tree.child(i, "poss") or next(
            (tree.child(p, "pobj") for p in tree.children(i, "prep") if tree.low[p] in ("of", "by")), None
        )
        found = who(scene, sentence, owner) if owner is not None else ()
        if not found:
            continue
        first = (
            tree.head[i]
            if tree.dep[i] == "pobj" and tree.low[tree.head[i]] in ("upon", "on", "during", "after", "before", "with")
            else tree.left[i]
        )
        span = clauses.words(tree, min(first, tree.left[i]), tree.right[i], keep=i)
        if not any(c[0] <= span[0] and span[1] <= c[1] for c in covered):
            _add(scene, sentence, drafts, span, "visit", found[0], "", False, "event.visit")
