"""Meetings told by their occasion: a meal, a report that a body heard, a participle that opens the sentence."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.meetings.attendance import BODIES, named, strangers
from goodoffices.reading.frames.meetings.encounters import done
from goodoffices.reading.frames.meetings.meeting_words import lexicon
from goodoffices.reading.frames.meetings.meetings import first, make
from goodoffices.reading.scene import SIDES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.verbs import forms_of

_EATING = frozenset(forms_of(("have", "share", "hold", "host", "attend", "eat")))
_GUESTS = frozenset(forms_of(("receive", "welcome", "host")))


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the meetings of a sentence that no rule of meetings and talks has found."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    rules = (
        (lexicon().meals, _eaten),
        (lexicon().heard, _heard),
        (lexicon().opening, _opened),
        (_GUESTS, _received),
    )
    first(scene, sentence, drafts, rules)


def _eaten(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """ "I have just had dinner with my Utopian colleagues"."""
    tree = sentence.tree
    assert tree is not None
    verb = tree.head[i]
    if tree.dep[i] != "dobj" or tree.low[verb] not in _EATING or not done(tree, verb):
        return False
    subject = clauses.subject(tree, verb)
    guests = [tree.child(p, "pobj") for head in (i, verb) for p in tree.children(head, "prep") if tree.low[p] == "with"]
    hosts = named(scene, sentence, subject) if subject is not None else ()
    others = tuple(p for g in guests if g is not None for p in named(scene, sentence, g))
    if not hosts or not (others or strangers(scene, sentence, i)):
        return False
    span = clauses.clause(tree, verb)
    return make(scene, sentence, drafts, span, (*hosts, *others), i, "meeting.meal", alone=True) is not None


def _heard(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """ "The Council heard a briefing from A": its meeting."""
    tree = sentence.tree
    assert tree is not None
    verb = tree.head[i]
    if tree.dep[i] != "dobj" or tree.low[verb] not in forms_of(lexicon().hearing) or not done(tree, verb):
        return False
    subject = clauses.subject(tree, verb)
    bodies = [p for p in (who(scene, sentence, subject) if subject is not None else ()) if scene.kind(p) in BODIES]
    tellers = [
        tree.child(p, "pobj")
        for head in (i, verb)
        for p in tree.children(head, "prep", "agent")
        if tree.low[p] in ("from", "by")
    ]
    heard = tuple(p for noun in tellers if noun is not None for p in who(scene, sentence, noun))
    if len(bodies) != 1 or not tellers:
        return False
    span = clauses.clause(tree, verb)
    return make(scene, sentence, drafts, span, (*bodies, *heard), verb, "meeting.heard") is not None


def _opened(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """ "Meeting in Klow, A and B signed a truce"."""
    tree = sentence.tree
    assert tree is not None
    verb = tree.head[i]
    placed = any(tree.low[p] in ("in", "at") for p in tree.children(i, "prep"))
    comma = next((k for k in range(i, verb) if tree.text[k] == ","), None)
    opens = i == 0 or tree.text[i - 1] in (",", "–", "-", ":")
    if tree.tag[i] != "VBG" or comma is None or not opens or not placed or not done(tree, verb):
        return False
    inside = scene.parties_in((tree.ends[comma], tree.starts[verb]))
    parties = tuple(p for p in inside if scene.kind(p) in (*SIDES, *BODIES, "person", "office"))
    span = clauses.words(tree, i, verb - 1, keep=i)
    return bool(parties) and make(scene, sentence, drafts, span, parties, i, "meeting.opened", alone=True) is not None


def _received(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """ "A received today, at the palace, the new envoy, B": the guest is parsed as a part of the place."""
    tree = sentence.tree
    assert tree is not None
    subject = clauses.subject(tree, i)
    if subject is None or tree.child(i, "dobj") is not None or clauses.is_passive(tree, i) or not done(tree, i):
        return False
    if tree.low[i + 1 : i + 2] not in (["today"], ["yesterday"], [","], ["on"], ["in"], ["at"], ["here"]):
        return False
    hosts = scene.parties_in((tree.starts[tree.left[subject]], tree.starts[i]))
    guests = scene.parties_in((tree.ends[i], tree.ends[tree.right[i]]))
    people = [tuple(p for p in side if scene.kind(p) in ("person", "office")) for side in (hosts, guests)]
    if not all(people):
        return False
    persons = [tuple(p for p in side if scene.kind(p) == "person") or side for side in people]
    span = clauses.clause(tree, i)
    return make(scene, sentence, drafts, span, (*persons[0], *persons[1]), i, "meeting.received") is not None
