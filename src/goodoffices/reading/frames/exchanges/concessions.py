"""Concessions: what one side gave another, in exchange for what, and whether it was taken back."""

import functools
import re

from msgspec.structs import replace

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.exchanges.exchange_words import exchange, exchanged_for
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Concession
from goodoffices.vocabulary.text import Span

_NO_GIVING = frozenset({"VB"})  # a bare infinitive concedes nothing yet


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the concessions of a sentence."""
    if sentence.tree is None or sentence.adopted:
        return
    if _taken_back(scene, sentence, drafts):
        return
    _given(scene, sentence, drafts)
    _willing(scene, sentence, drafts)


def _add(
    scene: Scene,
    sentence: Sentence,
    drafts: Drafts,
    span: Span,
    giver: str,
    receiver: str,
    what: str,
    returned: str,
    rule: str,
) -> None:
    known = [c for c in drafts.of_kind("concession") if c.quotes[0].start < span[1] and span[0] < c.quotes[0].end]
    if not known:
        drafts.add(
            Concession(giver=giver, receiver=receiver, what=what, in_exchange_for=returned),
            [span],
            rule=rule,
            attribution=attributed(scene, sentence, span),
        )


def _given(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    tree = sentence.tree
    assert tree is not None
    rewarding = forms_of(exchange().rewarding)
    ceding = forms_of(tuple(exchange().ceding))
    making = forms_of(exchange().making.verbs)
    gesture = any(tree.holds(phrase) for phrase in exchange().gesture)
    for i in range(len(tree)) if gesture else tree.among(_begun()):
        if not tree.verbal(i) or clauses.negated(tree, i) or any(tree.tag[k] == "MD" for k in tree.children(i, "aux")):
            continue
        if tree.low[i] in rewarding and tree.tag[i] not in _NO_GIVING:
            _rewarded(scene, sentence, drafts, i)
        elif (
            (tree.low[i] in ceding and _cedes(tree, i, ceding[tree.low[i]]))
            or (tree.low[i] in making and tree.tag[i] not in _NO_GIVING and _makes(tree, i))
            or (tree.tag[i] in ("VBD", "VBN", "VBZ") and _gesture_at(tree, i) is not None)
        ):
            _ceded(scene, sentence, drafts, i)


@functools.cache
def _begun() -> frozenset[str]:
    """The words from which a concession may be told."""
    verbs = exchange()
    return frozenset((*forms_of(verbs.rewarding), *forms_of(tuple(verbs.ceding)), *forms_of(verbs.making.verbs)))


def _makes(tree: Tree, i: int) -> bool:
    thing = tree.child(i, "dobj")
    return thing is not None and tree.low[thing] in exchange().making.objects


def _cedes(tree: Tree, i: int, lemma: str) -> bool:
    if tree.tag[i] == "VB" and tree.dep[i] in ("xcomp", "acl", "advcl", "ROOT"):
        return False
    if tree.child(i, "ccomp") is not None:
        return False  # "conceded that": says, and gives nothing
    particles = exchange().ceding[lemma]
    near = {tree.low[k] for k in tree.kids[i]} | {tree.low[i + 1] if i + 1 < len(tree) else ""}
    if "" in particles:
        return tree.child(i, "dobj", "nsubjpass") is not None
    return any(p in near for p in particles)


def _gesture_at(tree: Tree, i: int) -> int | None:
    """Where "as a gesture to" begins in the clause of the verb, if it does."""
    for k in tree.children(i, "prep"):
        if any(tree.here(k, g) for g in exchange().gesture):
            return k
    return None


def _rewarded(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> None:
    """ "A rewarded B with concessions, including x and y": every part is a concession of its own."""
    tree = sentence.tree
    assert tree is not None
    subject, got = clauses.subject(tree, i), tree.child(i, "dobj", "dative")
    givers = who(scene, sentence, subject) if subject is not None else ()
    receivers = who(scene, sentence, got) if got is not None else ()
    with_ = next((p for p in tree.children(i, "prep") if tree.low[p] == "with"), None)
    if not givers or not receivers:
        return
    returned = _returned(scene, sentence)
    parts = _named_parts(tree, with_ if with_ is not None else i)
    clause_start = tree.left[subject] if subject is not None and tree.dep[subject].startswith("nsubj") else i
    if not parts:
        _add(
            scene,
            sentence,
            drafts,
            clauses.words(tree, clause_start, tree.right[i], keep=i),
            givers[0],
            receivers[0],
            scene.words(clauses.words(tree, i, tree.right[i])),
            returned,
            "concession.reward",
        )
        return
    for n, (first, last) in enumerate(parts):
        span = clauses.words(tree, clause_start if n == 0 else first, last, keep=first)
        _add(
            scene,
            sentence,
            drafts,
            span,
            givers[0],
            receivers[0],
            scene.words(clauses.words(tree, first, last)),
            returned,
            "concession.reward",
        )


def _named_parts(tree: Tree, i: int) -> list[tuple[int, int]]:
    """The parts after "including": first and last word of each."""
    low, high = tree.left[i], tree.right[i]
    at = next((k for k in range(i, high) if tree.low[k] in ("including", "namely")), None)
    if at is None:
        return []
    inner = tree.child(at, "pcomp", "pobj")
    if inner is None:
        return []
    top = [inner]
    object_ = tree.child(inner, "dobj")
    joined = [k for n in (inner, object_) if n is not None for k in tree.conjuncts(n) if k not in (inner, object_)]
    starts = sorted([tree.left[inner], *(tree.left[k] for k in joined)])
    del top, low
    ends = [s - 1 for s in starts[1:]] + [max(tree.right[inner], high)]
    out = []
    for first, last in zip(starts, ends, strict=True):
        while last > first and (tree.dep[last] in ("cc", "punct") or tree.low[last] in ("and", ",")):
            last -= 1
        out.append((first, last))
    return out


def _returned(scene: Scene, sentence: Sentence) -> str:
    """What it was in exchange for, in the source's words."""
    found = exchanged_for(sentence)
    return scene.words(found) if found else ""


def _ceded(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> None:
    tree = sentence.tree
    assert tree is not None
    noun = clauses.doer(tree, i)
    givers = who(scene, sentence, noun) if noun is not None else ()
    if not givers:
        return
    receivers = [p for p in _receivers(scene, sentence, i) if p != givers[0]]
    thing = tree.child_or_pobj(i, ("dobj", "nsubjpass"), ("on", "to", "over"))
    cut = min((k for k in (tree.find(p) for p in exchange().exchange) if k is not None), default=len(tree))
    last = min(tree.right[thing], cut - 1) if thing is not None and thing < cut else None
    last = tree.right[thing] if thing is not None and last is None else last
    what = scene.words(clauses.words(tree, tree.left[thing], last)) if thing is not None and last is not None else ""
    _add(
        scene,
        sentence,
        drafts,
        clauses.clause(tree, i),
        givers[0],
        receivers[0] if receivers else "",
        what,
        _returned(scene, sentence),
        "concession.verb",
    )


def _receivers(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    """To whom: "to B", "as a gesture to B", the other party of the sentence."""
    tree = sentence.tree
    assert tree is not None
    gesture = _gesture_at(tree, i)
    low, high = (gesture, tree.right[gesture]) if gesture is not None else (i, tree.right[i])
    found: list[str] = []
    for k in range(low, high + 1):
        if (
            tree.low[k] in ("to", "towards", "toward")
            and tree.dep[k] in ("prep", "dative")
            and (noun := tree.child(k, "pobj")) is not None
        ):
            found.extend(who(scene, sentence, noun))
    dative = tree.child(i, "dative")
    if dative is not None and tree.low[dative] != "to":
        found.extend(who(scene, sentence, dative))
    returned = exchanged_for(sentence)
    if not found and returned:
        found.extend(scene.parties_in(returned))
    return tuple(found)


def _willing(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "In exchange for B's willingness to …": what B gave for what it got."""
    tree = sentence.tree
    assert tree is not None
    span = exchanged_for(sentence)
    if span is None:
        return
    for i in tree.words_in(*span):
        if tree.low[i] not in exchange().giving:
            continue
        owner = tree.child_or_pobj(i, ("poss", "amod", "compound"), ("by", "of"))
        givers = who(scene, sentence, owner) if owner is not None else ()
        if not givers:
            continue
        got = [c for c in drafts.of_kind("concession") if sentence.span[0] <= c.quotes[0].start < sentence.span[1]]
        contents = [c.content for c in got if isinstance(c.content, Concession)]
        receiver = (
            contents[0].giver if contents else next((p for p in scene.parties_in(sentence.span) if p != givers[0]), "")
        )
        if receiver == givers[0]:
            continue
        last = tree.right[i]
        last = _with_including(tree, last, span[1])
        _add(
            scene,
            sentence,
            drafts,
            clauses.words(tree, tree.left[i], last, keep=i),
            givers[0],
            receiver,
            scene.words(clauses.words(tree, i, last)),
            "; ".join(c.what for c in contents),
            "concession.exchange",
        )
        return


def _with_including(tree: Tree, last: int, end: int) -> int:
    """Takes in ", including …" that follows, up to the next comma."""
    if last + 2 < len(tree) and tree.text[last + 1] == "," and tree.low[last + 2] == "including":
        last += 2
        while last + 1 < len(tree) and tree.text[last + 1] not in (",", ";", "."):
            last += 1
    return last


def _taken_back(scene: Scene, sentence: Sentence, drafts: Drafts) -> bool:
    """ "… did not fully cede …": a later word on a concession told before."""
    tree = sentence.tree
    assert tree is not None
    said = tree.line
    partly = any(p in said for p in exchange().taking_back.partly) and any(
        t in forms_of(tuple(exchange().ceding)) for t in tree.low
    )
    wholly = any(p in said for p in exchange().taking_back.wholly)
    told = drafts.of_kind("concession")
    if not (partly or (wholly and told)):
        return False
    parties = scene.parties_in(sentence.span)
    revised = next(
        (c for c in reversed(told) if isinstance(c.content, Concession) and c.content.giver in parties), None
    )
    old = revised.content if revised is not None and isinstance(revised.content, Concession) else None
    giver = old.giver if old else parties[0] if parties else ""
    if not giver:
        return False
    content = Concession(
        giver=giver,
        receiver=old.receiver if old else "",
        what=_best_match(scene, sentence, drafts, giver),
        revised="partly_withdrawn" if partly else "withdrawn",
        revises=_revised_id(scene, sentence, drafts, giver),
    )
    drafts.add(
        content,
        [clauses.capped(scene.content, sentence.span)],
        rule="concession.revised",
        attribution=replace(attributed(scene, sentence, sentence.span), condition=None),
    )
    return True


def _shared(one: str, other: str) -> int:
    return len(set(re.findall(r"[a-z]{5,}", one.lower())) & set(re.findall(r"[a-z]{5,}", other.lower())))


def _revised_id(scene: Scene, sentence: Sentence, drafts: Drafts, giver: str) -> str:
    """The concession of the giver that shares most words with the sentence."""
    said = scene.words(sentence.span)
    own = [c for c in drafts.of_kind("concession") if isinstance(c.content, Concession) and c.content.giver == giver]
    best = max(own, key=lambda c: _shared(said, c.quotes[0].exact), default=None)
    return best.id if best else ""


def _best_match(scene: Scene, sentence: Sentence, drafts: Drafts, giver: str) -> str:
    wanted = _revised_id(scene, sentence, drafts, giver)
    return next(
        (c.content.what for c in drafts.of_kind("concession") if c.id == wanted and isinstance(c.content, Concession)),
        "",
    )
