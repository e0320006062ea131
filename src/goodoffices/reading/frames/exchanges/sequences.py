"""What must come first: one thing before another, one only if another, "first … later"."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.sayings import Saying
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.reading.voices.views import seen_by
from goodoffices.vocabulary.text import Span


class Order(NamedTuple):
    """The words that tie, who ties, what waits and what goes ahead, the kind of tie, the rule."""

    span: Span
    by: str
    ties: tuple[str, ...]
    kind: Literal["condition", "sequence"]
    rule: str


_DUE = frozenset({"must", "should", "shall"})
_HAVING_TO = frozenset({"have", "has", "need", "needs", "ought"})
_WOULD = frozenset({"will", "would", "can", "could", "shall", "may", "wo", "ca", "cannot"})
_ONLY_IF = frozenset({"if", "when", "once", "after"})
_POSSIBLE = frozenset({"possible", "acceptable", "conceivable", "feasible", "achievable", "thinkable", "realistic"})
_WITHHOLDING = ("refuse", "decline", "reject", "oppose", "resist")
_WANTING = (
    *("want", "insist", "demand", "favour", "favor", "prefer", "propose", "seek", "argue", "advocate", "suggest"),
    *("call", "urge", "maintain", "say", "press", "push", "envisage", "foresee", "require", "ask"),
)
_LATER = frozenset({"later", "then", "afterwards", "afterward", "second", "subsequently", "thereafter"})


def orders(scene: Scene, sentence: Sentence, said: dict[int, Saying]) -> Iterator[Order]:
    """The sequences of a sentence; said: its words of saying."""
    tree = sentence.tree
    assert tree is not None
    if "before" in tree.words:
        yield from _before(scene, sentence, tree)
    if "only" in tree.words and not tree.words.isdisjoint(_ONLY_IF):
        yield from _only(scene, sentence, tree)
    if "once" in tree.words and not tree.words.isdisjoint(_WOULD):
        yield from _once(scene, sentence, tree)
    if "until" in tree.words and not tree.words.isdisjoint(_WOULD):
        yield from _until(scene, sentence, tree)
    if "first" in tree.words and not tree.words.isdisjoint(_LATER):
        yield from _first(scene, sentence, tree, said)


def _before(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Order]:
    """ "A must leave before talks begin", "B will not sign before A leaves", "what A must do before B signs"."""
    for i in tree.places["before"]:
        opened = tree.head[i] if tree.dep[i] == "mark" else i
        verb = tree.head[opened] if opened != i else next((a for a in tree.ancestors(i) if tree.verbal(a)), None)
        later = _what_waits(tree, i, opened)
        if (
            verb is None
            or later is None
            or tree.low[i + 1] in ("long", "then")
            or not verb < i
            or not tree.verbal(verb)
        ):
            continue
        if any(d.quote.start <= tree.ends[min(later[0] + 1, len(tree) - 1)] <= d.quote.end for d in sentence.dates):
            continue
        above = [verb, *(a for a in tree.ancestors(verb) if tree.dep[verb] in ("xcomp", "ccomp", "conj"))]
        refused = next((a for a in above if a < i and _withheld(tree, a)), None)
        due = refused is None and any(_due(tree, a) for a in above[:2])
        if refused is None and not due:
            nearer = next((k for k in range(i - 1, max(0, i - _NEAR), -1) if tree.verbal(k) and _due(tree, k)), None)
            if nearer is None:
                continue
            verb, due = nearer, True
        by = _own(scene, sentence, tree, refused if refused is not None else None, i)
        if not by and due and opened != i:
            by = _parties(scene, sentence, tree, opened)
        if not by:
            continue
        first = _beginning(tree, refused if refused is not None else verb)
        last = min(later[1], clauses.segment(tree, i).stop - 1)
        ahead, waits = clauses.words(tree, first, i - 1, keep=verb), clauses.words(tree, *later)
        ties = (ahead, waits) if refused is not None else (waits, ahead)
        span = clauses.words(tree, first, last, keep=i)
        yield Order(span, by, tuple(scene.words(t) for t in ties), "sequence", "linkage.before")


def _beginning(tree: Tree, verb: int) -> int:
    """The first word of the subject, else of the clause: what goes before, as "While A does b, …", is not of it."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    return tree.left[subject] if subject is not None and subject < verb else tree.left[verb]


def _what_waits(tree: Tree, i: int, opened: int) -> tuple[int, int] | None:
    """The clause or thing after "before": its first and last word; None for a mere moment."""
    if opened != i:
        return i + 1, max(tree.right[opened], i + 1)
    inner = tree.child(i, "pcomp", "pobj")
    if inner is None or (tree.dep[inner] == "pobj" and tree.low[inner] in _MOMENTS):
        return None
    return i + 1, tree.right[inner]


_MOMENTS = frozenset(
    {"it", "them", "him", "her", "us", "long", "court", "then", "that", "parliament", "council", "assembly", "end"}
    | {"day", "time", "moment", "night", "morning", "month", "year", "week"}
)


def _due(tree: Tree, verb: int) -> bool:
    if any(tree.low[k] in _DUE for k in tree.children(verb, "aux")):
        return True
    head = tree.head[verb]
    obliged = tree.dep[verb] == "xcomp" and tree.low[head] in _HAVING_TO
    return obliged or (tree.low[verb] in _HAVING_TO and tree.child(verb, "xcomp") is not None)


def _withheld(tree: Tree, verb: int) -> bool:
    """ "Refuses to", "will not"."""
    if tree.low[verb] in forms_of(_WITHHOLDING) and tree.verbal(verb):
        return not clauses.negated(tree, verb)
    would = any(tree.low[k] in _WOULD for k in tree.children(verb, "aux"))
    return would and clauses.negated(tree, verb)


def _only(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Order]:
    """ "Will only sign if …", "is possible only with …", "can resume only when …": of nobody where nobody says it."""
    for i in tree.places["only"]:
        verb = next((a for a in (i, *tree.ancestors(i)) if tree.verbal(a) and _may_be(tree, a)), None)
        if verb is None or clauses.negated(tree, verb):
            continue
        cue = next((k for k in range(i + 1, min(i + _NEAR, len(tree))) if _opens(tree, k, verb)), None)
        if cue is None or tree.low[i - 1] in ("not", "the", "n't") or cue < verb:
            continue
        last = min(_ending(tree, cue), clauses.segment(tree, cue).stop - 1)
        first = _beginning(tree, verb)
        span = clauses.words(tree, first, last, keep=cue)
        waits = clauses.words(tree, first, cue - 1, keep=verb)
        ties = scene.words(waits), scene.words(clauses.words(tree, min(cue + 1, last), last))
        by = _parties(scene, sentence, tree, verb) or _own(scene, sentence, tree, None, i)
        yield Order(span, by, ties, "condition", "linkage.only")


_NEAR = 14  # words from "only" to what it waits for


def _may_be(tree: Tree, verb: int) -> bool:
    possible = any(tree.low[k] in _POSSIBLE for k in tree.children(verb, "acomp"))
    aux = {tree.low[k] for k in tree.children(verb, "aux")}
    return possible or (not aux.isdisjoint(_WOULD) and "have" not in aux)  # "may only have begun once": a guess


def _opens(tree: Tree, k: int, verb: int) -> bool:
    """Whether the condition of the verb's clause begins here."""
    if tree.low[k] not in _ONLY_IF and not (tree.low[k] == "with" and tree.low[k - 1] in ("only", *_POSSIBLE)):
        return False
    return verb in tree.ancestors(k)


def _ending(tree: Tree, i: int) -> int:
    last = i
    while last + 1 < len(tree) and tree.text[last + 1] not in (",", ";", ".", ":", "”", '"'):
        last += 1
    return last


def _once(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Order]:
    """ "The sanctions will be eased once the talks restart": what will be done to a thing, told of nobody."""
    for i in tree.places["once"]:
        opened = tree.head[i]
        verb = tree.head[opened]
        if tree.dep[opened] != "advcl" or not i < opened or not verb < i or not clauses.is_passive(tree, verb):
            continue
        if not any(tree.low[k] in ("will", "would", "can", "could") for k in tree.children(verb, "aux")):
            continue
        last = min(_ending(tree, i), clauses.segment(tree, i).stop - 1)
        span = clauses.words(tree, _beginning(tree, verb), last, keep=i)
        waits = clauses.words(tree, _beginning(tree, verb), i - 1, keep=verb)
        ties = scene.words(waits), scene.words(clauses.words(tree, i + 1, last))
        yield Order(span, _own(scene, sentence, tree, None, i), ties, "condition", "linkage.once")


def _until(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Order]:
    """ "Nothing will be signed until …", "the sanctions will remain until …": of nobody where nobody says it."""
    for i in tree.places["until"]:
        opened = tree.head[i] if tree.dep[i] == "mark" else i
        verb = next((a for a in tree.ancestors(opened) if tree.verbal(a)), None)
        if (
            verb is None
            or not verb < i
            or any(d.quote.start <= tree.ends[i] + 5 <= d.quote.end for d in sentence.dates)
        ):
            continue
        subject = tree.child(verb, "nsubj", "nsubjpass")
        none = subject is not None and tree.low[tree.left[subject]] in ("no", "nothing", "none", "neither")
        held = tree.low[verb] in _REMAINING or none or clauses.negated(tree, verb)
        modals = {tree.low[k] for k in tree.children(verb, "aux")} & _WOULD
        if opened == i and (modals <= {"would", "could"} or tree.low[min(i + 2, len(tree) - 1)] in _MOMENTS):
            modals = set()  # "would not show until the arrival of the fleet": told of what came later
        if not held or not modals or i + 1 >= len(tree):
            continue
        last = min(_ending(tree, i + 1), clauses.segment(tree, i).stop - 1)
        span = clauses.words(tree, _beginning(tree, verb), last, keep=i)
        waits = clauses.words(tree, _beginning(tree, verb), i - 1, keep=verb)
        by = _parties(scene, sentence, tree, verb) or _own(scene, sentence, tree, None, i)
        ties = scene.words(waits), scene.words(clauses.words(tree, i + 1, last))
        yield Order(span, by, ties, "condition", "linkage.until")


_REMAINING = frozenset({"remain", "stay", "continue", "persist", "last", "endure", "keep"})


def _first(scene: Scene, sentence: Sentence, tree: Tree, said: dict[int, Saying]) -> Iterator[Order]:
    """ "Wants disarmament first, talks later"."""
    for i in tree.places["first"]:
        then = next((k for k in range(i + 1, len(tree)) if tree.low[k] in _LATER and tree.tag[k] != "NN"), None)
        if then is None or tree.tag[i + 1].startswith(("NN", "JJ", "CD")) or tree.low[i - 1] in ("the", "at", "its"):
            continue
        forms = forms_of(_WANTING)
        verb = next((a for a in tree.ancestors(i) if (tree.low[a] in forms or a in said) and tree.verbal(a)), None)
        by = _parties(scene, sentence, tree, verb) if verb is not None else ""
        if verb is None or not by or not verb < i:
            continue
        cut = next(
            (k for k in range(i + 1, then) if tree.text[k] in (",", ";") or tree.low[k] in ("and", "with")), i + 1
        )
        last = max(then, min(tree.right[verb], _ending(tree, then)))
        ahead, waits = clauses.words(tree, verb + 1, i), clauses.words(tree, cut, last, keep=then)
        span = clauses.words(tree, tree.left[verb], last, keep=i)
        yield Order(span, by, (scene.words(waits), scene.words(ahead)), "sequence", "linkage.first")


def _parties(scene: Scene, sentence: Sentence, tree: Tree, verb: int) -> str:
    subject = clauses.subject(tree, verb)
    found = who(scene, sentence, subject) if subject is not None else ()
    return found[0] if found else ""


def _own(scene: Scene, sentence: Sentence, tree: Tree, refused: int | None, at: int) -> str:
    """Whose terms they are: who refuses, else whose word or view holds the place."""
    if refused is not None and (found := _parties(scene, sentence, tree, refused)):
        return found
    speech = next((s for s in sentence.speeches if s.speakers and s.span[0] <= tree.starts[at] < s.span[1]), None)
    told = speech.speakers if speech is not None else seen_by(scene, sentence, tree)
    return told[0] if told else ""
