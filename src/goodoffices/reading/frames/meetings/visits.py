"""Visits: who went where to talk with whom. A visitor meets somebody there, named or not."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.meetings.attendance import SENT, between, company
from goodoffices.reading.frames.meetings.encounters import done
from goodoffices.reading.frames.meetings.meeting_words import lexicon
from goodoffices.reading.frames.meetings.meetings import first, make
from goodoffices.reading.frames.meetings.sittings import known_of
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.heads import heads
from goodoffices.reading.voices.unnamed import unnamed
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.text import Span

_GOING = frozenset(forms_of(("visit", "travel", "fly", "arrive", "come", "go", "return", "head", "journey", "tour")))
_NOUNS = frozenset({"visit", "visits", "trip", "trips"})
_SEEING = frozenset({"meet", "see", "brief", "confer", "consult", "negotiate", "mediate"})
_JOINING = frozenset(
    {"attend", "hold", "join", "chair", "open", "resume", "conduct", "address", "restart", "participate", "take"}
)  # talks, not a wake
_VISITORS = frozenset({"person", "office", "organ", "body", "informal_group", "ministry"})
_TO = frozenset({"to", "in", "at"})


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the visits of a sentence that no meeting told by other words has."""
    if sentence.tree is None or sentence.adopted:
        return
    first(scene, sentence, drafts, ((_GOING, _went), (_NOUNS, _visit)))


def _went(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """ "The envoys visited Klow on 3 May for talks with A", "B has arrived in Klow to attend the talks"."""
    tree = sentence.tree
    assert tree is not None
    subject = clauses.subject(tree, i)
    if not tree.verbal(i) or subject is None or clauses.is_passive(tree, i) or not done(tree, i):
        return False
    span = clauses.clause(tree, i)
    if not _goes_to_a_place(tree, i) or _overlaps(drafts, span):
        return False
    visitors = tuple(p for p in who(scene, sentence, subject) if scene.kind(p) in _VISITORS)
    human = visitors or tree.low[subject] in SENT | lexicon().people | heads().unnamed
    met, talking = _purpose(scene, sentence, i)
    if not (human and talking):
        return False
    parties = tuple(dict.fromkeys((*visitors, *met)))
    if not parties:
        return False
    others = unnamed(scene, sentence, subject)
    return make(scene, sentence, drafts, span, parties, i, "meeting.visit", nameless=True, others=others) is not None


_VISIT = frozenset(forms_of(("visit",)))


def _goes_to_a_place(tree: Tree, verb: int) -> bool:
    """ "Visited Klow", "arrived in Klow", "travelled to Klow and Lund"."""
    nouns = [tree.child(verb, "dobj")] if tree.low[verb] in _VISIT else []
    nouns += [tree.child(p, "pobj") for p in tree.children(verb, "prep") if tree.low[p] in _TO]
    return any(n is not None and tree.tag[n] in ("NNP", "NNPS") for n in nouns)


def _purpose(scene: Scene, sentence: Sentence, verb: int) -> tuple[tuple[str, ...], bool]:
    """Whom the visitor went to meet, as far as known, and whether it was for talks at all."""
    tree = sentence.tree
    assert tree is not None
    for prep in tree.among(("for",)):
        noun = tree.child(prep, "pobj")
        if noun is not None and prep > verb and tree.low[noun] in lexicon().nouns and verb in tree.ancestors(prep):
            return between(scene, sentence, noun), True
    for k in tree.among(_SEEING | _JOINING):
        if k < verb or tree.tag[k] != "VB" or verb not in tree.ancestors(k) or tree.low[k - 1] != "to":
            continue
        joined = tree.child_or_pobj(k, ("dobj",), ("in", "at") if tree.low[k] in _JOINING else ())
        if joined is not None and tree.low[joined] == "part":  # "to take part in the talks"
            joined = tree.child_or_pobj(joined, (), ("in",)) or tree.child_or_pobj(k, (), ("in",))
        if tree.low[k] in _JOINING and (joined is None or tree.low[joined] not in lexicon().nouns | lexicon().sittings):
            continue
        nouns = [n for n in (joined, *company(tree, k)) if n is not None]
        met = [p for n in nouns for p in (*known_of(scene, sentence, n), *between(scene, sentence, n))]
        return tuple(dict.fromkeys(met)), True
    return (), False


def _visit(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """ "Minister A's visit to Klow", "the visit of the envoy to Klow on 3 May"."""
    tree = sentence.tree
    assert tree is not None
    above = next((a for a in tree.ancestors(i) if tree.verbal(a)), None)
    owner = tree.child(i, "poss")
    of = [n for p in tree.children(i, "prep") if tree.low[p] in ("of", "by") and (n := tree.child(p, "pobj"))]
    visitors = [p for n in ([owner] if owner is not None else of) for p in who(scene, sentence, n)]
    visitors = [p for p in visitors if scene.kind(p) in _VISITORS]
    placed = any(
        tree.low[p] == "to" and (n := tree.child(p, "pobj")) is not None and tree.tag[n].startswith("NNP")
        for p in tree.children(i, "prep")
    )
    if above is None or not done(tree, above) or not visitors or not placed or _coming(tree, i):
        return False
    span = clauses.words(tree, tree.left[i], tree.right[i], keep=i)
    if _overlaps(drafts, span) or any(scene.ahead(d.when) for d in scene.dates_in(span)):
        return False
    return make(scene, sentence, drafts, span, tuple(visitors), i, "meeting.visit", nameless=True) is not None


def _coming(tree: Tree, i: int) -> bool:
    return any(tree.low[k] in lexicon().ahead or tree.low[k] == "next" for k in tree.children(i, "amod"))


def _overlaps(drafts: Drafts, span: Span) -> bool:
    return any((q := c.quotes[0]).start < span[1] and span[0] < q.end for c in drafts.of_kind("meeting"))
