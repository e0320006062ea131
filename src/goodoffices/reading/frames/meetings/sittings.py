"""Meetings of which a text tells less than the other rules ask for: one of those who met, a day, a place. Most of what
strangers write of a meeting names one side and leaves the other to "its counterparts", "the delegations", "they".
"""

from typing import NamedTuple

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.meetings.attendance import BODIES, SENT, between, company, listed, named, owned
from goodoffices.reading.frames.meetings.encounters import done
from goodoffices.reading.frames.meetings.meeting_words import lexicon
from goodoffices.reading.frames.meetings.meetings import definite, holding, make, managed, only_planned
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import SIDES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.heads import heads
from goodoffices.reading.voices.places import place
from goodoffices.reading.voices.unnamed import unnamed
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Meeting
from goodoffices.vocabulary.text import Span

_SITTERS = frozenset({*SIDES, *BODIES, "person", "office", "ministry", "intergovernmental", "organisation"})
_RESTARTS = frozenset({"in", "on", "at", "to", "for", "about", "over", "during", "under", "who", "which", "where"})
_PARTAKING = frozenset(forms_of(("engage", "participate", "take", "join", "attend", "address", "involve", "enter")))
_FOLLOWING = frozenset(forms_of(("follow", "precede", "mark", "crown", "cap")))
_NOT_YET = frozenset({"before", "until", "for", "without", "to", "towards", "toward", "against"})
_NTH = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the meetings of a sentence that no other rule has found."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    told = [(q.start, q.end) for c in drafts.of_kind("meeting") if sentence.span[0] <= (q := c.quotes[0]).start]
    for i in tree.among(lexicon().meet | lexicon().gather):
        _add(scene, sentence, drafts, told, i, _met(scene, sentence, i))
    for i in tree.among(lexicon().nouns | lexicon().sittings):
        if tree.tag[i] in ("NN", "NNS", "NNP", "NNPS"):
            found = _sat(scene, sentence, drafts, i)
            _add(scene, sentence, drafts, told, i, found and found._replace(new=found.new and bool(found.parties)))


class Sitting(NamedTuple):
    """A meeting in the making: its words; who is known to have met, who means no party; whether it is told as new."""

    span: Span
    parties: tuple[str, ...]
    others: tuple[str, ...]
    new: bool
    alone: bool = False  # a body with somebody whom no table knows: no session of its own


Found = Sitting | None


def _add(scene: Scene, sentence: Sentence, drafts: Drafts, told: list[Span], i: int, found: Found) -> None:
    if found is None or any(a < found.span[1] and found.span[0] < b for a, b in told):
        return
    span, parties, others, new, alone = found
    days = [d.when for d in scene.dates_in(span) if d.when.bounded and d.when.precision != "year"]
    if any(scene.ahead(day) for day in days):
        return
    where = place(sentence, span, lexicon().placed)
    if not (days or (parties and (new or where)) or (new and where)):
        return
    if (
        make(scene, sentence, drafts, span, parties, i, "meeting.sitting", nameless=True, others=others, alone=alone)
        is not None
    ):
        told.append(span)


def _met(scene: Scene, sentence: Sentence, i: int) -> Found:
    """ "The mediators met A and B", "they met in Klow on Friday"."""
    tree = sentence.tree
    assert tree is not None
    if not tree.verbal(i) or clauses.is_passive(tree, i) or clauses.negated(tree, i):
        return None
    if not (done(tree, i) or managed(tree, i)):
        return None
    subject, other = clauses.subject(tree, i), tree.child(i, "dobj")
    if subject is None or not people(scene, sentence, subject):
        return None
    if other is not None and (tree.low[i] in lexicon().gather or not people(scene, sentence, other)):
        return None
    guests = [*([] if other is None else [other]), *company(tree, i)]
    if guests and not any(people(scene, sentence, noun) for noun in guests):
        return None  # "met with success"
    hosts = known_of(scene, sentence, subject)
    parties = [*hosts, *(p for noun in guests for p in known_of(scene, sentence, noun))]
    others = tuple(w for noun in (subject, *guests) for w in unnamed(scene, sentence, noun))
    return Sitting(clauses.clause(tree, i), tuple(dict.fromkeys(parties)), others, new=True, alone=not hosts)


def people(scene: Scene, sentence: Sentence, noun: int) -> bool:
    """Whether the word means people or bodies, known or not: one meets these; conditions and deadlines are met too."""
    tree = sentence.tree
    assert tree is not None
    if tree.low[noun] in _OBSTACLES:
        return False
    if tree.low[noun] in ("it", "this", "that", "these", "those", "which", "what"):
        return bool(who(scene, sentence, noun))
    if tree.tag[noun] in ("PRP", "NNP", "NNPS") or tree.low[noun] in _OTHERS:
        return True
    known = lexicon().people | heads().heads | heads().unnamed | SENT
    return tree.low[noun] in known or bool(who(scene, sentence, noun))


_OBSTACLES = frozenset({"resistance", "opposition", "fate", "end", "success", "approval", "criticism", "force"})
_OTHERS = frozenset({"who", "each", "one", "both", "all", "parties", "sides", "states", "countries", "members"})


def known_of(scene: Scene, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """Whom a noun of those who meet names, up to where its phrase turns to something else."""
    tree = sentence.tree
    assert tree is not None
    found = (*named(scene, sentence, noun), *listed(scene, sentence, noun))
    if len(set(found)) > 1:
        return tuple(dict.fromkeys(found))
    last = next((k - 1 for k in range(noun + 1, tree.right[noun] + 1) if tree.low[k] in _RESTARTS), tree.right[noun])
    inside = scene.parties_in((tree.starts[tree.left[noun]], tree.ends[last]))
    sitting = tuple(p for p in inside if scene.kind(p) in _SITTERS)
    persons = tuple(p for p in sitting if scene.kind(p) in ("person", "office"))
    return tuple(dict.fromkeys((*found, *(persons if len(persons) > 1 else sitting))))


def _sat(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> Found:
    """A meeting in a noun: what is held, what somebody takes part in, what has a day of its own."""
    tree = sentence.tree
    assert tree is not None
    if not of_talks(tree, i):
        return None
    noun = _outermost(tree, i)
    verb, own = holding(tree, i), clauses.words(tree, tree.left[noun], tree.right[noun], keep=i)
    if verb is not None:
        if clauses.negated(tree, verb) or only_planned(tree, i, verb) or not done(tree, verb):
            return None
        if tree.child(verb, "xcomp") is not None and tree.dep[noun] == "nsubj":
            return None  # "the Assembly began to require"
        subject = clauses.subject(tree, verb)
        hosts = known_of(scene, sentence, subject) if subject not in (None, noun, i) and subject is not None else ()
        sat = _with(scene, sentence, i, hosts)
        numbered = any(tree.low[k] in _NTH for k in tree.children(i, "amod"))
        new = numbered or (bool(set(sat) - set(hosts)) if hosts else not definite(tree, i))
        others = beside_noun(scene, sentence, subject if subject not in (noun, i) and not hosts else None, i)
        return Sitting(clauses.clause(tree, verb), sat, others, new)
    told = [k for k in tree.children(noun, "relcl") if tree.low[k] in lexicon().held or tree.here(k, "took place")]
    if told and done(tree, told[0]):
        return Sitting(own, _with(scene, sentence, i, ()), beside_noun(scene, sentence, None, i), new=False)
    held = [k for k in (*tree.children(noun, "acl"), i + 1) if k < len(tree) and _was_held(tree, k)]
    if held:
        if tree.right[noun] < held[0]:  # the parse hangs it on the name before the noun
            own = clauses.words(tree, tree.left[noun], tree.right[held[0]], keep=i)
        sat = _with(scene, sentence, i, ()) or _as_before(scene, drafts, tree, i)
        return Sitting(own, sat, beside_noun(scene, sentence, None, i), not definite(tree, i))
    above = next((a for a in tree.ancestors(noun) if tree.verbal(a)), None)
    if above is None or not done(tree, above) or only_planned(tree, i, None):
        return None
    subject = clauses.subject(tree, above)
    hosts = known_of(scene, sentence, subject) if subject not in (None, noun) and subject is not None else ()
    direct = tree.dep[noun] == "dobj" and tree.head[noun] == above
    within = tree.dep[noun] == "pobj" and tree.low[tree.head[noun]] == "in" and tree.head[tree.head[noun]] == above
    if tree.low[above] in _PARTAKING and (direct or within):
        sat = _with(scene, sentence, i, hosts)
        others = beside_noun(scene, sentence, subject if not hosts else None, i)
        return Sitting(clauses.clause(tree, above), sat, others, bool(set(sat) - set(hosts)))
    if tree.low[above] in _FOLLOWING and direct:
        return Sitting(own, _with(scene, sentence, i, ()), beside_noun(scene, sentence, None, i), new=True)
    if any(a.quote.start <= tree.starts[i] < a.quote.end for a in sentence.actors):
        return None  # the name of a body
    if tree.low[tree.head[noun]] in _NOT_YET or tree.dep[noun] not in ("pobj", "nsubj", "dobj"):
        return None
    return Sitting(own, _with(scene, sentence, i, ()), beside_noun(scene, sentence, None, i), new=False)


def beside_noun(scene: Scene, sentence: Sentence, host: int | None, i: int, *, of: bool = False) -> tuple[str, ...]:
    """Those who hold the meeting, or are named after its noun, and mean no party; of: after "of" too."""
    tree = sentence.tree
    assert tree is not None
    sides = [
        tree.child(p, "pobj") for p in tree.children(i, "prep") if tree.low[p] in _AMONG or (of and tree.low[p] == "of")
    ]
    found = [*unnamed(scene, sentence, host)]
    found += [w for noun in sides for w in unnamed(scene, sentence, noun, names=True)]
    return tuple(dict.fromkeys(found))


_AMONG = frozenset({"between", "among", "with"})


def _was_held(tree: Tree, k: int) -> bool:
    return tree.tag[k] in ("VBN", "VBD") and tree.low[k] in lexicon().held and tree.dep[k] == "acl"


def _as_before(scene: Scene, drafts: Drafts, tree: Tree, i: int) -> tuple[str, ...]:
    """ "The last session", "its third summit": of the body whose meeting was told before, else of whose text it is."""
    if not definite(tree, i) and tree.child(i, "poss") is None:
        return ()
    told = [m.body for c in drafts.of_kind("meeting") if isinstance(m := c.content, Meeting) and m.body]
    return tuple(told[-1:]) or ((scene.issuer,) if scene.kind(scene.issuer) in BODIES else ())


def of_talks(tree: Tree, i: int) -> bool:
    """Whether a round is one of talks, not of voting; whether a talk is more than a manner of speaking."""
    of = [n for p in tree.children(i, "prep") if tree.low[p] == "of" and (n := tree.child(p, "pobj")) is not None]
    if tree.low[i] in _ROUNDS:
        return any(tree.low[n] in lexicon().nouns or tree.tag[n].startswith("NNP") for n in of)
    return tree.low[i] not in _LOOSE or tree.child(i, "poss", "amod", "compound") is None


_ROUNDS = frozenset({"round", "rounds"})
_LOOSE = frozenset({"conversation", "conversations", "dialogue", "engagements", "discussions"})


def _outermost(tree: Tree, i: int) -> int:
    """ "Two days of talks", "the second round of negotiations": the noun on which the meeting hangs."""
    while (
        tree.dep[i] == "pobj"
        and tree.low[tree.head[i]] == "of"
        and tree.low[tree.head[tree.head[i]]] in lexicon().spells
    ):
        i = tree.head[tree.head[i]]
    return i


def _with(scene: Scene, sentence: Sentence, i: int, hosts: tuple[str, ...]) -> tuple[str, ...]:
    tree = sentence.tree
    assert tree is not None
    found = [*hosts, *between(scene, sentence, i), *owned(scene, sentence, i)]
    if not found:  # "talks at a hotel, with the Utopian delegation"; "the Council of Elders meeting"
        above = next((a for a in tree.ancestors(i) if tree.verbal(a)), i)
        preps = [p for p in tree.children(above, "prep") if p > i and tree.low[p] in ("with", "between", "among")]
        nouns = [noun for p in preps if (noun := tree.child(p, "pobj")) is not None]
        found += [p for noun in nouns for p in known_of(scene, sentence, noun)]
        found += [a.party for a in sentence.actors if i and a.quote.end == tree.ends[i - 1]]
    return tuple(dict.fromkeys(found))
