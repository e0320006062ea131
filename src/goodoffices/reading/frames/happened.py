"""What happened, told by a verb that the table of events does not hold: a deed of a party, or one with its day."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.event_words import event_verbs, happenings
from goodoffices.reading.frames.meetings import lexicon as meeting_words
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, place, who
from goodoffices.reading.voices.sayings import sayings
from goodoffices.vocabulary.kinds import Event
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When

_PLACED = frozenset({"in", "at", "from", "near"})
_OWNED = ("poss", "amod", "compound", "nmod")


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes what a sentence tells as done, with its day, where no other frame has its words; and deeds in nouns
    ("Utopia's attack on the port").
    """
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    taken = {s.word for s in sayings(tree)}
    found = []
    for i, tag in enumerate(tree.tag):
        if tag in ("VBD", "VBN"):
            found.append((i, _deed(scene, sentence, i, taken)))
        elif tag in ("NN", "NNS"):
            found.append((i, _noun(scene, sentence, i)))
    deeds = [(i, deed) for i, deed in found if deed is not None]
    if not deeds:
        return
    told = [(c.quotes[0].start, c.quotes[0].end) for k in ("event", "meeting", "term") for c in drafts.of_kind(k)]
    for i, (span, what, actor, when) in deeds:
        if any(a < span[1] and span[0] < b for a, b in told):
            continue
        told.append(span)
        drafts.add(
            Event(what=what, actor=actor, place=place(sentence, span, _PLACED)),
            [span],
            rule="event.told",
            attribution=attributed(scene, sentence, span, denied=clauses.negated(tree, i)),
            valid=when,
        )


Found = tuple[Span, str, str, When | None]


def _deed(scene: Scene, sentence: Sentence, i: int, taken: set[int]) -> Found | None:
    """A verb in the past tense, with the day or month when it was done."""
    tree = sentence.tree
    assert tree is not None
    if i in taken or not _past(tree, i) or tree.low[i] in happenings().still or tree.low[i] in meeting_words().meet:
        return None
    if any(s.verb == i for s in sentence.speeches) or (tree.low[i] in event_verbs() and _doing(scene, sentence, i)):
        return None
    span = clauses.clause(tree, i)
    when = next((d.when for d in scene.dates_in(span) if d.when.precision in _CLOSE and d.when.earliest), None)
    doer = _doing(scene, sentence, i)
    if when is None or not _belongs(scene, sentence, i, span):
        deed = doer and scene.kind(doer) in _DOERS and tree.child(i, "dobj") is not None and not scene.voice
        return (span, tree.low[i], doer, None) if deed and tree.dep[i] in ("ROOT", "conj") else None
    return (span, tree.low[i], doer, when) if doer or tree.child(i, "nsubjpass", "nsubj") is not None else None


_DOERS = frozenset({"state", "armed_group", "movement", "body", "organ", "territory"})
_CLOSE = ("minute", "hour", "day", "week", "month")


def _past(tree: Tree, i: int) -> bool:
    """ "Reached", "has reached", "were signed": told as done by a clause of its own."""
    if tree.dep[i] not in ("ROOT", "conj", "relcl", "ccomp", "advcl", "parataxis") or any(
        tree.tag[k] == "MD" for k in tree.children(i, "aux")
    ):
        return False
    if tree.tag[i] == "VBD":
        return True
    helped = [tree.low[k] for k in tree.children(i, "aux", "auxpass")]
    return tree.tag[i] == "VBN" and any(h in ("has", "have", "had", "was", "were") for h in helped)


def _doing(scene: Scene, sentence: Sentence, i: int) -> str:
    tree = sentence.tree
    assert tree is not None
    if clauses.is_passive(tree, i):
        by = tree.child(i, "agent")
        noun = tree.child(by, "pobj") if by is not None else None
    else:
        noun = clauses.subject(tree, i)
    found = who(scene, sentence, noun) if noun is not None else ()
    return found[0] if found else ""


def _belongs(scene: Scene, sentence: Sentence, i: int, span: Span) -> bool:
    """Whether a date in the clause is that of the verb, not of something that its words name."""
    tree = sentence.tree
    assert tree is not None
    for mention in scene.dates_in(span):
        word = tree.at(mention.quote.end - 1)
        above = next((a for a in tree.ancestors(word) if tree.verbal(a)), None) if word is not None else None
        noun = (
            next((a for a in tree.ancestors(word) if tree.tag[a] in ("NN", "NNS") and a != word), None)
            if word
            else None
        )
        between = noun is not None and above is not None and above in tree.ancestors(noun) and noun > i
        if above == i and not between:
            return True
    return False


def _noun(scene: Scene, sentence: Sentence, i: int) -> Found | None:
    """ "Utopia's attack on the port": a deed in a noun, with its doer, and against whom or when."""
    tree = sentence.tree
    assert tree is not None
    kind = happenings().nouns.get(tree.low[i], "visit")
    if kind == "visit" or tree.tag[i] not in ("NN", "NNS"):
        return None
    owner = next((k for k in tree.kids[i] if k < i and tree.dep[k] in _OWNED and who(scene, sentence, k)), None)
    by = next((tree.child(p, "pobj") for p in tree.children(i, "prep") if tree.low[p] == "by"), None)
    noun = owner if owner is not None else by
    found = who(scene, sentence, noun) if noun is not None else ()
    aimed = any(tree.low[p] in ("on", "against", "into", "of", "at", "upon", "in") for p in tree.children(i, "prep"))
    if not found or not aimed:
        return None
    span = clauses.words(tree, tree.left[i], tree.right[i], keep=i)
    when = next((d.when for d in scene.dates_in(span) if d.when.bounded), None)
    return span, kind, found[0], when
