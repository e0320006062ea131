"""Meetings told in passing: "during his meeting with B", "after talks between A and B", "A received B"."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.meetings.attendance import SENT, between, body_of, named, noun_words, owned, strangers
from goodoffices.reading.frames.meetings.meeting_words import lexicon
from goodoffices.reading.frames.meetings.meetings import make
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import BODIES, SIDES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.text import Span

_PASSING = frozenset({"at", "during", "in", "after", "following", "on", "upon"})
_RECEIVING = frozenset(forms_of(("receive", "welcome", "host", "telephone", "phone", "brief", "consult")))
_ATTENDING = frozenset(forms_of(("attend", "address", "chair", "join", "open")))
_VISITING = frozenset(forms_of(("visit", "travel", "fly", "arrive", "come", "go", "return", "head", "drive")))
_TALKING = frozenset(forms_of(("speak", "talk", "sit", "shake", "confer", "consult", "dine")))
_TO_COME = frozenset({"scheduled", "due", "planned", "expected", "set", "slated", "called", "proposed"})
_PERSONAL = frozenset({"person", "office", "ministry"})
_CALLED = frozenset({"called", "convened", "hosted", "organised", "organized", "chaired", "initiated", "sponsored"})


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes meetings that a sentence takes as known while it tells something else."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    told = [(c.quotes[0].start, c.quotes[0].end) for c in drafts.of_kind("meeting")]
    for i in tree.among(_RECEIVING):
        _received(scene, sentence, drafts, i, told)
    for i in tree.among(_TALKING):
        _talked(scene, sentence, drafts, i, told)
    for i in tree.among(_SEE):
        _seen(scene, sentence, drafts, i, told)
    for i in tree.among(lexicon().nouns):
        if tree.tag[i] in ("NN", "NNS", "NNP"):
            _passing(scene, sentence, drafts, i, told)


def _add(
    scene: Scene,
    sentence: Sentence,
    drafts: Drafts,
    span: Span,
    parties: tuple[str, ...],
    i: int,
    told: list[Span],
    *,
    alone: bool = False,
) -> None:
    if any(a < span[1] and span[0] < b for a, b in told):
        return
    who_met = tuple(dict.fromkeys(parties))
    if make(scene, sentence, drafts, span, who_met, i, "meeting.passing", alone=alone) is not None:
        told.append(span)


def _received(scene: Scene, sentence: Sentence, drafts: Drafts, i: int, told: list[Span]) -> None:
    """ "A received B in Utopia", "A telephoned B"; a letter, aid or a visit received is another thing."""
    tree = sentence.tree
    assert tree is not None
    if not done(tree, i):
        return
    subject, received = clauses.subject(tree, i), tree.child(i, "dobj")
    if subject is None or received is None or clauses.is_passive(tree, i):
        return
    at = tree.starts[received], tree.ends[received]
    told_by_name = any(a.quote.start <= at[0] and at[1] <= a.quote.end for a in sentence.actors)
    if not told_by_name and tree.low[received] not in SENT:
        return
    hosts, guests = who(scene, sentence, subject), named(scene, sentence, received)
    if tree.low[i] in _BRIEFING and len(guests) == 1 and scene.kind(guests[0]) in BODIES:
        hosts, guests = guests, hosts  # "briefed the Council": its meeting
    elif any(scene.kind(p) not in _PERSONAL for p in guests) and tree.low[received] not in SENT:
        return
    if hosts and guests:
        _add(scene, sentence, drafts, clauses.clause(tree, i), (*hosts, *guests), i, told)


_BRIEFING = frozenset(forms_of(("brief",)))


def _talked(scene: Scene, sentence: Sentence, drafts: Drafts, i: int, told: list[Span]) -> None:
    """ "A and B sat down in Utopia", "the ministers spoke by telephone", "A spoke with B"; "spoke" alone is none."""
    tree = sentence.tree
    assert tree is not None
    subject = clauses.subject(tree, i)
    if subject is None or not done(tree, i):
        return
    parties = list(named(scene, sentence, subject))
    for prep in tree.children(i, "prep"):
        noun = tree.child(prep, "pobj")
        if tree.low[prep] == "with" and noun is not None:
            parties += [p for p in named(scene, sentence, noun) if scene.kind(p) in (*_PERSONAL, *SIDES)]
    near = {tree.low[k] for k in range(i, min(i + _NEAR, len(tree)))}
    if tree.low[i] in _SPEAKING and not ({"telephone", "phone", "hours", "closed", "face", "with"} & near):
        return
    if tree.low[i] in _LIGHT and not ({"down", "hands"} & near):
        return
    alone = len(set(parties)) == 1 and tree.low[i] in _SPEAKING and not _OTHERS.isdisjoint(tree.low[i : tree.right[i]])
    if len(set(parties)) > 1 or alone:
        _add(scene, sentence, drafts, clauses.clause(tree, i), tuple(parties), i, told, alone=alone)


_OTHERS = frozenset({"counterpart", "counterparts"})
_SEE = frozenset({"see"})
_NEAR = 8
_SPEAKING = frozenset(forms_of(("speak", "talk", "confer", "consult", "dine")))
_LIGHT = frozenset(forms_of(("sit", "shake")))


def _seen(scene: Scene, sentence: Sentence, drafts: Drafts, i: int, told: list[Span]) -> None:
    """ "A flew to Utopia to see B"."""
    tree = sentence.tree
    assert tree is not None
    above, noun = tree.head[i], tree.child(i, "dobj")
    if tree.low[above] not in _VISITING or noun is None or not done(tree, above):
        return
    subject = clauses.subject(tree, above)
    guests = named(scene, sentence, noun)
    hosts = who(scene, sentence, subject) if subject is not None else ()
    if hosts and guests and all(scene.kind(p) in _PERSONAL for p in guests):
        _add(scene, sentence, drafts, clauses.clause(tree, above), (*hosts, *guests), i, told)


def _passing(scene: Scene, sentence: Sentence, drafts: Drafts, i: int, told: list[Span]) -> None:
    """A meeting in a noun beside what the clause tells."""
    tree = sentence.tree
    assert tree is not None
    head, dep = tree.head[i], tree.dep[i]
    if (
        dep == "pobj" and tree.low[head] == "of" and tree.low[tree.head[head]] in lexicon().spells
    ):  # "after two days of talks"
        head, dep = tree.head[tree.head[head]], tree.dep[tree.head[head]]
    verb = next((a for a in tree.ancestors(i) if _tells(tree, a)), None)
    if verb is not None and tree.tag[verb] == "VBG" and tree.dep[verb] == "advcl" and tree.low[verb] in _SPEAKING:
        verb = tree.head[verb]  # "speaking after meetings with B, A said"
    if verb is not None and tree.dep[verb] == "relcl" and tree.low[head] not in ("after", "following"):
        verb = next((a for a in tree.ancestors(verb) if tree.verbal(a) and tree.dep[a] not in ("acl", "relcl")), None)
    if verb is None or not done(tree, verb) or tree.low[verb] in _TO_COME:
        return
    noun = noun_words(tree, i)
    own = _own(scene, sentence, i)
    if dep == "nsubj" and head == verb:
        if len(own) > 1:
            _add(scene, sentence, drafts, clauses.clause(tree, verb), own, i, told)
        return
    subject = clauses.subject(tree, verb)
    doers = named(scene, sentence, subject) if subject is not None else ()
    if dep == "dobj" and (tree.low[verb] in _ATTENDING or tree.low[verb] in lexicon().held):
        _add(scene, sentence, drafts, clauses.clause(tree, verb), (*doers, *own), i, told)
    if dep != "pobj" or tree.tag[verb] == "VB":
        return
    taking = tree.low[tree.head[head]] in _TAKING or tree.here(verb, "took part")
    visiting = tree.low[head] == "for" and (
        (tree.low[verb] in _VISITING and bool(between(scene, sentence, i))) or _there_for(tree, verb, doers)
    )
    if (tree.low[head] == "in" and taking) or visiting:
        alone = strangers(scene, sentence, i)
        _add(scene, sentence, drafts, clauses.clause(tree, verb), (*doers, *own), i, told, alone=alone)
    elif tree.low[head] in _PASSING:
        mine = _whose(scene, sentence, i)
        if len({*own, *mine}) > 1 or (mine and tree.child(i, "poss") is not None):
            theirs = bool(mine) and set(mine) <= set(doers)  # the day and place may stand beside the noun
            _add(scene, sentence, drafts, clauses.clause(tree, verb) if theirs else noun, (*mine, *own), i, told)
        elif (met := body_of(scene, sentence, i)) and tree.low[head] in ("after", "following"):
            if any(tree.low[k] in ("in", "on", "at") for k in range(i, tree.right[i])) and not _definite_topic(tree, i):
                _add(scene, sentence, drafts, noun, met, i, told)
        elif tree.low[head] in ("after", "following", "in") and own and not set(own) & set(doers):
            if between(scene, sentence, i) and doers and tree.child(i, "prep") is not None:
                _add(scene, sentence, drafts, noun, (*doers, *own), i, told)
        elif tree.low[head] in ("at", "during") and len({*doers, *own}) > 1 and not _definite_topic(tree, i):
            met = body_of(scene, sentence, i)
            _add(scene, sentence, drafts, clauses.clause(tree, verb), (*met, *doers, *own), i, told)


def _tells(tree: Tree, a: int) -> bool:
    """Whether the word is a verb that tells something: not "following", nor what the parse hangs on a noun."""
    return tree.verbal(a) and tree.dep[a] != "prep" and (tree.dep[a] != "acl" or _tensed(tree, a))


def _tensed(tree: Tree, verb: int) -> bool:
    """Whether what the parse hangs on a noun, on a dateline say, is a clause with a subject of its own."""
    return tree.tag[verb] == "VBD" and tree.child(verb, "nsubj") is not None


def _there_for(tree: Tree, verb: int, doers: tuple[str, ...]) -> bool:
    """ "A and B were in Utopia for talks"."""
    places = [tree.child(p, "pobj") for p in tree.children(verb, "prep") if tree.low[p] == "in"]
    return tree.low[verb] in ("were", "been") and len(doers) > 1 and any(n and tree.tag[n] == "NNP" for n in places)


_TAKING = frozenset({"part", "participated", "engaged", "made", "headway", "progress", "breakthrough"})


def done(tree: Tree, verb: int) -> bool:
    """Whether the verb tells something done: in the past, not negated, under no modal."""
    if any(tree.tag[k] == "MD" for k in tree.children(verb, "aux")) or clauses.negated(tree, verb):
        return False
    if tree.tag[verb] == "VBD":
        return True
    helped = {tree.low[k] for k in tree.children(verb, "aux", "auxpass")}
    return tree.tag[verb] == "VBN" and not helped.isdisjoint({"has", "have", "had", "was", "were", "'ve", "’ve"})


def _own(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    """Who meets, as the noun itself says: "between A and B", "with B", "of A and B", "called by A"."""
    tree = sentence.tree
    assert tree is not None
    found = [*between(scene, sentence, i), *owned(scene, sentence, i)]
    for prep in tree.children(i, "prep"):
        noun = tree.child(prep, "pobj")
        if tree.low[prep] == "of" and noun is not None:
            several = named(scene, sentence, noun)
            found.extend(several if len(several) > 1 else ())
    for called in tree.children(i, "acl"):
        by = tree.child(called, "agent")
        noun = tree.child(by, "pobj") if by is not None and tree.low[called] in _CALLED else None
        found.extend(who(scene, sentence, noun) if noun is not None else ())
    return tuple(dict.fromkeys(found))


def _whose(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    tree = sentence.tree
    assert tree is not None
    owner = tree.child(i, "poss")
    return who(scene, sentence, owner) if owner is not None else ()


def _definite_topic(tree: Tree, i: int) -> bool:
    """ "In the talks": some talks told of elsewhere, not these people's."""
    det = tree.child(i, "det")
    return det is not None and tree.low[det] in ("these", "those", "that", "this")
