"""Talks told by their noun, their place and their day, whoever sat at the table; calls; bodies that were briefed."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.meetings.attendance import BODIES, named, owned
from goodoffices.reading.frames.meetings.encounters import done
from goodoffices.reading.frames.meetings.meeting_words import lexicon
from goodoffices.reading.frames.meetings.meetings import first, make
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import SIDES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.places import place
from goodoffices.vocabulary.kinds import Meeting
from goodoffices.vocabulary.text import Span

_ROUNDS = frozenset({"round", "rounds", "series", "session", "day"})
_PASSED = frozenset({"since", "after", "following"})
_AT = frozenset({"at", "during"})
_ANY = frozenset({"meeting", "conference"})  # of scholars, of shareholders: without a day these need those who met
_CALLS = frozenset({"call", "calls"})
_BRIEFED = frozenset({"briefed"})
_PERSONAL = frozenset({"person", "office"})


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the meetings that no other rule found in the sentence."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    rules = (
        (lexicon().talks, _told),
        (_CALLS, _called),
        (_BRIEFED, _briefed),
        (lexicon().gather, _gathered),
    )
    first(scene, sentence, drafts, rules)


def _told(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """Talks that took place in a place: held, ended, or what something was agreed at."""
    tree = sentence.tree
    assert tree is not None
    if tree.tag[i] not in ("NN", "NNS", "NNP"):
        return False
    noun = i
    if tree.dep[i] == "pobj" and tree.low[tree.head[i]] == "of" and tree.low[tree.head[tree.head[i]]] in _ROUNDS:
        noun = tree.head[tree.head[i]]
    head = tree.head[noun]
    held = next((k for k in tree.children(noun, "acl") if tree.tag[k] == "VBN" and tree.low[k] in lexicon().held), None)
    if tree.dep[noun] in ("nsubj", "nsubjpass") and done(tree, head):
        if held is None and not _ends(tree, head) and not _broken_off(scene, tree, head):
            return False
        return _add(scene, sentence, drafts, clauses.clause(tree, head), _table(scene, sentence, noun, head), noun)
    if (said := _that_one_held(scene, sentence, drafts, noun)) is not None:
        return said
    if tree.dep[noun] == "pobj" and tree.low[head] in _PASSED:
        verb = next((a for a in tree.ancestors(noun) if tree.tag[a] in ("VBD", "VBN")), None)
        own = _whole(tree, noun)
        if verb is not None and done(tree, verb) and any(d.when.bounded for d in scene.dates_in(own)):
            span = clauses.words(tree, tree.left[noun], tree.right[noun], keep=noun)
            return _add(scene, sentence, drafts, span, tuple(owned(scene, sentence, noun)), noun)
    if tree.dep[noun] == "pobj" and tree.low[head] in _AT:
        verb = next((a for a in tree.ancestors(noun) if tree.tag[a] in ("VBD", "VBN")), None)
        subject = clauses.subject(tree, verb) if verb is not None else None
        doers = named(scene, sentence, subject) if subject is not None else ()
        if (
            verb is None
            or not done(tree, verb)
            or len(doers) < 2
            or not place(sentence, _whole(tree, noun), lexicon().placed)
        ):
            return False
        return _add(scene, sentence, drafts, clauses.clause(tree, verb), doers, noun)
    return False


def _that_one_held(scene: Scene, sentence: Sentence, drafts: Drafts, noun: int) -> bool | None:
    """ "A meeting in Utopia that A held with B"; None where nobody is told to have held it."""
    tree = sentence.tree
    assert tree is not None
    for verb in tree.children(noun, "relcl"):
        subject = tree.child(verb, "nsubj")
        if tree.low[verb] not in lexicon().held or subject is None or not done(tree, verb):
            continue
        withs = [tree.child(p, "pobj") for p in tree.children(verb, "prep") if tree.low[p] == "with"]
        others = [p for k in withs if k is not None for p in named(scene, sentence, k)]
        hosts = who(scene, sentence, subject)
        if hosts and others:
            span = clauses.words(tree, tree.left[noun], tree.right[noun], keep=noun)
            return make(scene, sentence, drafts, span, (*hosts, *others), noun, "meeting.talks") is not None
    return None


def _whole(tree: Tree, noun: int) -> Span:
    """The characters of a noun and all that hangs on it."""
    return tree.starts[tree.left[noun]], tree.ends[tree.right[noun]]


def _ends(tree: Tree, verb: int) -> bool:
    if tree.low[verb] in lexicon().held:
        return True
    noun = tree.child(verb, "dobj")
    return noun is not None and f"{tree.low[verb]} {tree.low[noun]}" in lexicon().held


def _broken_off(scene: Scene, tree: Tree, verb: int) -> bool:
    """ "The fifth round of talks in Klow was suspended on 3 May": broken off on a day, they had been held."""
    return tree.low[verb] in lexicon().interrupted and any(
        d.when.bounded for d in scene.dates_in(clauses.clause(tree, verb))
    )


def _table(scene: Scene, sentence: Sentence, noun: int, verb: int) -> tuple[str, ...]:
    """Who sat at the table, as far as the words tell: whose talks they are, who their members are, "the two sides"."""
    tree = sentence.tree
    assert tree is not None
    found = [*owned(scene, sentence, noun)]
    for clause in tree.children(noun, "relcl"):
        members = tree.child(clause, "attr")
        if members is not None:
            found.extend(p for p in who(scene, sentence, members) if scene.kind(p) in (*SIDES, *_PERSONAL))
    within = [k for k in tree.among(("sides", "parties")) if verb < k and verb in tree.ancestors(k)]
    for k in within if not found else ():
        found.extend(who(scene, sentence, k))
    if not found:  # "inter-Utopian talks"
        inside = scene.parties_in((tree.starts[tree.left[noun]], tree.ends[tree.right[noun]]))
        within_noun = {p for k in tree.words_in(*_whole(tree, noun)) if tree.dep[k] == "amod" for p in inside}
        found.extend(p for p in inside if p in within_noun and scene.kind(p) in SIDES)
    return tuple(dict.fromkeys(found))


def _add(scene: Scene, sentence: Sentence, drafts: Drafts, span: Span, parties: tuple[str, ...], noun: int) -> bool:
    """Adds the talks where they have a place, and a day too unless they are told as new."""
    tree = sentence.tree
    assert tree is not None
    dated = any(d.when.bounded for d in scene.dates_in(span))
    if not parties and not dated and tree.low[noun] in _ANY and "peace" not in tree.low[tree.left[noun] : noun]:
        return False
    new = tree.child(noun, "det") is None or tree.low[tree.child(noun, "det") or 0] in ("a", "an", "another")
    if not place(sentence, span, lexicon().placed) or not (new or dated) or _repeated(scene, drafts, span, sentence):
        return False
    where = place(sentence, _whole(tree, noun), lexicon().placed)
    claim = make(scene, sentence, drafts, span, parties, noun, "meeting.talks", nameless=True, where=where)
    return claim is not None


def _repeated(scene: Scene, drafts: Drafts, span: Span, sentence: Sentence) -> bool:
    """Whether talks in this place are told already, on no other day."""
    where = place(sentence, span, lexicon().placed)
    days = {d.when.value for d in scene.dates_in(span) if d.when.bounded}
    return any(
        isinstance(c.content, Meeting)
        and c.content.place == where
        and (not days or c.valid is None or c.valid.value in days)
        for c in drafts.of_kind("meeting")
    )


def _called(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """ "In a call to his counterpart, A": a call on somebody to do a thing is none."""
    tree = sentence.tree
    assert tree is not None
    above = tree.head[i]
    if tree.dep[i] != "pobj" or tree.low[above] not in ("in", "during", "after", "following"):
        return False
    for prep in tree.children(i, "prep"):
        noun = tree.child(prep, "pobj")
        if tree.low[prep] not in ("to", "with") or noun is None:
            continue
        reached = tree.low[noun] in lexicon().people
        called = who(scene, sentence, noun)
        if reached and noun + 1 < len(tree) and tree.text[noun + 1] == ",":
            end = next((k for k in range(noun + 2, len(tree)) if tree.text[k] in (",", ".", ";")), len(tree) - 1)
            called = scene.parties_in((tree.ends[noun], tree.ends[end])) or called
        called = tuple(p for p in called if scene.kind(p) in _PERSONAL)
        callers, verb = _callers(scene, sentence, i)
        if callers and called and not set(callers) & set(called):
            last = max(
                tree.right[noun], *(k for k in range(len(tree)) if tree.starts[k] < _end(scene, sentence, called))
            )
            span = clauses.clause(tree, verb) if verb is not None else clauses.words(tree, tree.left[i], last, keep=i)
            return make(scene, sentence, drafts, span, (*callers, *called), i, "meeting.call") is not None
    return False


def _end(scene: Scene, sentence: Sentence, called: tuple[str, ...]) -> int:
    return max(a.quote.end for a in sentence.actors if a.party in called)


def _callers(scene: Scene, sentence: Sentence, i: int) -> tuple[tuple[str, ...], int | None]:
    """Who calls: the doer of the clause, with its verb, else the last person named before the call."""
    tree = sentence.tree
    assert tree is not None
    verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), None)
    subject = clauses.subject(tree, verb) if verb is not None and done(tree, verb) else None
    found = who(scene, sentence, subject) if subject is not None else ()
    if found and all(scene.kind(p) in _PERSONAL for p in found):
        return found, verb
    before = [a.party for a in sentence.actors if a.quote.end <= tree.starts[i] and scene.kind(a.party) in _PERSONAL]
    return tuple(before[-1:]), None


def _briefed(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """ "The members of the Council were briefed by A": its meeting with A."""
    tree = sentence.tree
    assert tree is not None
    by = tree.child(i, "agent")
    told, teller = tree.child(i, "nsubjpass"), tree.child(by, "pobj") if by is not None else None
    if told is None or teller is None or not done(tree, i):
        return False
    bodies = tuple(p for p in who(scene, sentence, told) if scene.kind(p) in BODIES)
    heard = who(scene, sentence, teller)
    if len(bodies) != 1 or not heard:
        return False
    span = clauses.clause(tree, i)
    return make(scene, sentence, drafts, span, (*bodies, *heard), i, "meeting.briefed") is not None


def _gathered(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """ "Utopia, a league of towns called …, convened in Lund and signed": where the parse loses the subject."""
    tree = sentence.tree
    assert tree is not None
    joined = [k for k in tree.children(i, "conj") if tree.tag[k] == "VBD" and k > i]
    placed = [p for p in tree.children(i, "prep") if tree.low[p] == "in"]
    if tree.dep[i] not in ("acl", "relcl") or not joined or not placed:
        return False
    subject = next((k for k in range(i) if tree.dep[k] == "nsubj"), None)
    parties = who(scene, sentence, subject) if subject is not None else ()
    if subject is None or not parties:
        return False
    span = clauses.words(tree, tree.left[subject], tree.right[i], keep=i)
    return make(scene, sentence, drafts, span, parties, i, "meeting.met", alone=True) is not None
