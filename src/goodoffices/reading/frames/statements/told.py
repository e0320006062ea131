"""Statements without a verb of saying: "the appeal by Utopia", "it is the view of Utopia that", "we must"."""

from collections.abc import Iterator

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.ours import Told, meant, ours
from goodoffices.reading.frames.statements.stated import add
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.verbs import acts, forms_of, noun_acts
from goodoffices.reading.voices.views import IS, seen_by, views
from goodoffices.vocabulary.content import Act
from goodoffices.vocabulary.text import Span

_AIMED = frozenset({"of", "for", "to", "against", "on", "that"})
_NAMING = frozenset({"called", "calls", "termed", "branded", "labelled"})
_HIMSELF = frozenset({"himself", "herself", "itself", "themselves"})
_NO_SIDE = frozenset({"odds", "time", "backdrop", "background", "wall", "law"})
_VIEWS = frozenset({"view", "opinion", "mind", "minds", "judgement", "judgment", "assessment", "eyes", "estimation"})
_MET = frozenset({"met", "greeted", "received", "meeting"})


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the statements of a sentence that no verb of saying makes, where nothing else says the same."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    taken = [
        (c.quotes[0].start, c.quotes[0].end, getattr(c.content, "speaker", ""))
        for c in drafts.of_kind("statement")
        if sentence.span[0] <= c.quotes[0].start < sentence.span[1]
    ]
    for span, act, speakers, manner, rule in (
        *_views(scene, sentence, tree),
        *_owned(scene, sentence, tree),
        *_sided(scene, sentence, tree),
        *_held(scene, sentence, tree),
        *_according(scene, sentence, tree),
        *_viewed(scene, sentence, tree),
        *_for(scene, sentence, tree),
        *ours(scene, sentence, tree),
    ):
        sides = {scene.behalf(p) for p in speakers}
        if not any(a < span[1] and span[0] < b and scene.behalf(p) in sides for a, b, p in taken if p):
            add(scene, sentence, drafts, span, act, speakers, manner, rule)
            taken.extend((*span, p) for p in speakers)


def _views(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Told]:
    """ "It is the conclusion of Utopia that …", "Utopia is of the view that …"."""
    for view in views(scene, sentence, tree):
        act = acts().messages[tree.low[view.noun]]
        yield _whole(tree, view.verb, view.noun), act, view.speakers, "speech", "statement.view"


def _held(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Told]:
    """ "In line with our firm belief that …": what is held, in a noun with its owner."""
    for i in tree.among(acts().messages):
        owner = tree.child(i, "poss")
        held = next((k for k in tree.children(i, "acl", "ccomp") if k > i), None)
        if owner is None or held is None or all(tree.low[k] != "that" for k in tree.children(held, "mark")):
            continue
        speakers = who(scene, sentence, owner)
        if speakers:
            span = clauses.words(tree, tree.left[i], tree.right[i], keep=i)
            yield span, acts().messages[tree.low[i]], speakers, "speech", "statement.held"


def _owned(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Told]:
    """ "The appeal by Utopia for …", "criticism from Utopia of …"."""
    for i in range(len(tree)):
        act = noun_acts().get(tree.low[i])
        if act is None or tree.tag[i] not in ("NN", "NNS") or tree.child(i, "poss") is not None:
            continue
        inside = range(i + 1, tree.right[i] + 1)
        by = next((k for k in inside if tree.low[k] in ("by", "from") and tree.dep[k] in ("prep", "agent")), None)
        owner = tree.child(by, "pobj") if by is not None else None
        aimed = [k for k in inside if k != by and tree.low[k] in _AIMED]
        if tree.low[tree.head[i]] == "with" and tree.low[tree.head[tree.head[i]]] in _MET:
            yield from _met(scene, sentence, tree, i, act)  # "met with opposition from Utopia"
            continue
        if tree.dep[i] == "dobj" and tree.low[tree.head[i]] in forms_of(acts().drawing):
            yield from _drawn(scene, sentence, tree, i, act)
            continue
        if by is None or owner is None or not aimed or any(tree.verbal(k) for k in range(i + 1, by)):
            continue
        speakers = who(scene, sentence, owner)
        if speakers:
            yield clauses.words(tree, tree.left[i], tree.right[i], keep=i), act, speakers, "stance", "statement.owned"


def _met(scene: Scene, sentence: Sentence, tree: Tree, i: int, act: Act) -> Iterator[Told]:
    """ "The plan was met with scepticism by Utopia", "met with opposition from Utopia"."""
    verb = tree.head[tree.head[i]]
    by = next(
        (k for at in (i, verb) for k in tree.children(at, "prep", "agent") if tree.low[k] in ("by", "from")), None
    )
    owner = tree.child(by, "pobj") if by is not None else None
    speakers = who(scene, sentence, owner) if owner is not None else ()
    if speakers:
        yield clauses.clause(tree, verb), act, speakers, "stance", "statement.owned"


def _drawn(scene: Scene, sentence: Sentence, tree: Tree, i: int, act: Act) -> Iterator[Told]:
    """ "The plan drew criticism from Utopia"."""
    verb = tree.head[i]
    by = next((k for at in (i, verb) for k in tree.children(at, "prep", "agent") if tree.low[k] == "from"), None)
    owner = tree.child(by, "pobj") if by is not None else None
    speakers = who(scene, sentence, owner) if owner is not None else ()
    if speakers and not clauses.negated(tree, verb) and tree.tag[verb] in ("VBD", "VBN", "VBZ", "VBP"):
        yield clauses.clause(tree, verb), act, speakers, "stance", "statement.owned"


def _sided(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Told]:
    """ "Utopia is against the plan", "… in favour of", "… called the raid a crime"."""
    for i in range(len(tree)):
        act: Act | None = None
        verb = tree.head[i]
        if tree.low[i] == "against" and tree.low[verb] in IS and tree.child(i, "pobj") is not None:
            act = "reject" if tree.low[tree.child(i, "pobj") or i] not in _NO_SIDE else None
        elif tree.low[i] in ("favour", "favor") and tree.low[verb] == "in" and tree.low[tree.head[verb]] in IS:
            act, verb = "support", tree.head[verb]
        elif tree.low[i] == "critical" and tree.low[verb] in IS and tree.child(i, "prep") is not None:
            act = "accuse"
        elif tree.low[i] == "supportive" and tree.low[verb] in IS and tree.child(i, "prep") is not None:
            act = "support"
        elif tree.dep[i] == "oprd" and tree.low[verb] in _NAMING and _HIMSELF.isdisjoint(tree.low[verb:i]):
            act = "assess"
        if act is None or clauses.is_passive(tree, verb):
            continue
        subject = clauses.subject(tree, verb)
        speakers = who(scene, sentence, subject) if subject is not None else ()
        if speakers and not clauses.negated(tree, verb):
            yield clauses.clause(tree, verb), act, speakers, "stance", "statement.sided"


def _according(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Told]:
    """ "The truce will hold, according to Utopia": its word, in the whole sentence."""
    for speech in sentence.speeches:
        if speech.verb < 0 and (speech.speakers or speech.span == sentence.span):
            root = next((i for i in range(len(tree)) if tree.head[i] == i), None)
            if root is not None and tree.verbal(root):
                start, end = clauses.trimmed(scene.content, *sentence.span)
                opened = scene.content[start] in _OPENING and not _closed(scene.content[start + 1 : end])
                span = clauses.capped(scene.content, (start + opened, end))
                act = meant(tree, root) or "assess"
                yield span, act, speech.speakers, "speech", "statement.according"


_OPENING = '"“«'


def _closed(said: str) -> bool:
    return any(mark in said for mark in '"”»')


def _viewed(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Told]:
    """ "In our view the truce holds", "there is no doubt in our mind that …"."""
    for i in tree.among(_VIEWS):
        owner, prep = tree.child(i, "poss"), tree.head[i]
        verb = next((a for a in tree.ancestors(prep) if tree.verbal(a)), None)
        if tree.dep[i] != "pobj" or tree.low[prep] != "in" or owner is None or verb is None:
            continue
        if verb > i or tree.low[verb] in IS:
            speakers = who(scene, sentence, owner)
            if speakers:
                yield clauses.clause(tree, verb), "assess", speakers, "speech", "statement.view"


def _for(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Told]:
    """ "For Utopia, the islands are not negotiable": how it sees them."""
    speakers, verb = seen_by(scene, sentence, tree), tree.head[0]
    if not speakers or tree.low[verb] not in _SEEMING:
        return
    subject = clauses.subject(tree, verb)
    if subject is not None and tree.low[subject] != "there":
        yield clauses.clause(tree, verb), "assess", speakers, "stance", "statement.for"


_SEEMING = IS | {"means", "meant", "seems", "seemed", "looks", "looked", "represents", "amounts", "matters", "comes"}


def _whole(tree: Tree, verb: int, keep: int) -> Span:
    return clauses.words(tree, tree.left[verb], tree.right[verb], keep=keep)
