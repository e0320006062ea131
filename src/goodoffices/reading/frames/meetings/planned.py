"""Meetings to come: "will meet on Friday", "talks are due to resume in Klow", "the upcoming summit". They are proposed
as likely, never as held, with the day that the words give.
"""

import re

from msgspec.structs import replace

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.meetings.attendance import between, company, named, owned
from goodoffices.reading.frames.meetings.meeting_words import lexicon
from goodoffices.reading.frames.meetings.meetings import PLANNED, make
from goodoffices.reading.frames.meetings.sittings import beside_noun
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import SIDES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.places import place
from goodoffices.reading.voices.unnamed import unnamed
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Meeting
from goodoffices.vocabulary.text import Span

_WILL = frozenset({"will", "'ll", "’ll"})
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_SAID = frozenset(forms_of(("say", "announce", "confirm", "tell", "add", "declare", "report", "state")))
_TO_MEET = frozenset({"see", "convene", "gather", "reconvene", "discussing", "seeing", "convening", "gathering"})
_HANGING = ("xcomp", "acl", "conj", "advcl")
_JOURNEYS = frozenset({"travel", "fly", "go", "come", "return", "visit"})
_OFTEN = re.compile(
    r"\b(?:regular(?:ly)?|every|each|periodic(?:ally)?|at least|as (?:often|necessary|needed|required)|"
    r"(?:once|twice) an?|monthly|weekly|annually|quarterly|if|unless|whenever)\b",
    re.IGNORECASE,
)


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the meetings that a sentence foresees, where no other meeting and no duty has its words."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    for i in tree.among(_TO_MEET | lexicon().meet):
        if _foreseen(scene, tree, i) and _will_meet(scene, sentence, drafts, i):
            return
        if _on_a_day_ahead(scene, tree, i) and _will_meet(scene, sentence, drafts, i):
            return
    for i in tree.among(lexicon().nouns):
        if tree.tag[i] not in ("NN", "NNS", "NNP"):
            continue
        if _will_be_held(scene, sentence, drafts, i) or _ahead(scene, sentence, drafts, i):
            return


def _on_a_day_ahead(scene: Scene, tree: Tree, verb: int) -> bool:
    """ "When they meet on Sunday", "we are meeting B tomorrow": the present, of a day to come."""
    if tree.tag[verb] not in ("VBP", "VBZ", "VBG") or tree.low[verb] not in lexicon().meet:
        return False
    if tree.tag[verb] == "VBG" and not any(tree.low[k] in _BE for k in tree.children(verb, "aux")):
        return False
    days = [d.when for d in scene.dates_in(clauses.clause(tree, verb)) if d.when.bounded]
    return any(scene.ahead(day) for day in days) and not clauses.negated(tree, verb)


def _foreseen(scene: Scene, tree: Tree, verb: int) -> bool:
    """ "Will meet", "is due to meet", "are to meet", "expects to meet", "said it would meet", "will be meeting"; in an
    agreement "will" sets a duty.
    """
    if clauses.negated(tree, verb) or tree.tag[verb] not in ("VB", "VBG"):
        return False
    auxiliaries = [tree.low[k] for k in tree.children(verb, "aux")]
    if any(low in _WILL for low in auxiliaries):
        return not scene.agreement
    if "would" in auxiliaries and tree.dep[verb] == "ccomp" and tree.tag[tree.head[verb]] in ("VBD", "VBN"):
        return tree.low[tree.head[verb]] in _SAID
    if tree.tag[verb] == "VBG":
        return False
    if any(tree.tag[k] == "MD" for k in tree.children(verb, "aux")) or tree.dep[verb] not in _HANGING:
        return False
    head = tree.head[verb]
    if clauses.negated(tree, head) or any(
        tree.tag[k] == "MD" and tree.low[k] not in _WILL for k in tree.children(head, "aux")
    ):
        return False
    if tree.low[head] in lexicon().foreseen:
        return True
    if tree.low[head] in _JOURNEYS:  # "is due to travel to Klow to meet B"
        will = any(tree.low[k] in _WILL for k in tree.children(head, "aux"))
        return will or tree.low[tree.head[head]] in lexicon().foreseen
    return tree.low[head] in _BE and tree.low[verb - 1] == "to"


def _will_meet(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    tree = sentence.tree
    assert tree is not None
    subject = clauses.subject(tree, i)
    hosts = named(scene, sentence, subject) if subject is not None else ()
    done_to, discussing = tree.child(i, "dobj"), tree.low[i] == "discussing"
    other = None if discussing else done_to
    about = company(tree, done_to) if discussing and done_to is not None else []  # "discussing the map with B"
    nouns = [*about, *([] if other is None else [other]), *company(tree, i)]
    guests = [p for noun in nouns for p in named(scene, sentence, noun)]
    unknown = [k for k in nouns if tree.low[k] in (*lexicon().people, "them", "him", "her", "each")]
    if other is not None and not guests and other not in unknown:
        return False  # "will meet its obligations"
    if discussing and not guests:
        return False
    if tree.low[i] in ("see", "seeing") and not (guests and all(scene.kind(p) in ("person", "office") for p in guests)):
        return False
    others = tuple(w for noun in (subject, *nouns) for w in unnamed(scene, sentence, noun))
    alone = bool(hosts and unknown)
    return _add(scene, sentence, drafts, _whole(tree, i), (*hosts, *guests), i, alone=alone, others=others)


def _whole(tree: Tree, verb: int) -> Span:
    """The clause that foresees: of "is due to meet B" with who is due."""
    return clauses.clause(tree, tree.head[verb] if tree.dep[verb] == "xcomp" else verb)


def _will_be_held(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """ "Will hold talks with B", "a meeting is scheduled for Friday", "the next round will take place in Klow"."""
    tree = sentence.tree
    assert tree is not None
    noun = tree.head[tree.head[i]] if _in_round(tree, i) else i
    verb = tree.head[noun]
    if tree.dep[noun] == "dobj" and tree.tag[verb] == "VB":
        if tree.low[verb] not in lexicon().will_hold or not _foreseen(scene, tree, verb):
            return False
        subject = clauses.subject(tree, verb)
        hosts = named(scene, sentence, subject) if subject is not None else ()
        parties = (*hosts, *between(scene, sentence, i), *owned(scene, sentence, i))
        return _add(scene, sentence, drafts, _whole(tree, verb), parties, verb)
    if tree.dep[noun] not in ("nsubj", "nsubjpass") or not tree.verbal(verb) or clauses.negated(tree, verb):
        return False
    by_will = any(tree.low[k] in _WILL for k in tree.children(verb, "aux")) and not scene.agreement
    held = tree.low[verb] in lexicon().held or tree.low[verb] in lexicon().will_hold
    fixed = tree.low[verb] in lexicon().foreseen and _set(tree, verb)
    to_be = tree.low[verb] in _BE and any(
        tree.low[k] in lexicon().held or tree.low[k] in ("due", "scheduled")
        for k in tree.children(verb, "xcomp", "acomp")
    )
    if not ((by_will and held) or fixed or to_be):
        return False
    parties = (*between(scene, sentence, i), *owned(scene, sentence, i))
    others = beside_noun(scene, sentence, None, i)
    return _add(scene, sentence, drafts, clauses.clause(tree, verb), parties, noun, others=others)


def _in_round(tree: Tree, i: int) -> bool:
    """ "The next round of talks"."""
    return tree.dep[i] == "pobj" and tree.low[tree.head[i]] == "of" and tree.low[tree.head[tree.head[i]]] == "round"


def _set(tree: Tree, verb: int) -> bool:
    """ "Is scheduled", "has been set for", "was due to begin": not "planned a meeting"."""
    helped = {tree.low[k] for k in tree.children(verb, "aux", "auxpass")}
    modal = any(tree.tag[k] == "MD" for k in tree.children(verb, "aux"))
    return not modal and tree.tag[verb] in ("VBN", "JJ") and not helped.isdisjoint(_BE)


def _ahead(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> bool:
    """ "The upcoming Utopian-Arcadian summit", "a meeting in Klow on 3 May", where that day lies ahead."""
    tree = sentence.tree
    assert tree is not None
    to_come = any(tree.low[k] in lexicon().ahead for k in tree.children(i, "amod"))
    own = clauses.words(tree, tree.left[i], tree.right[i], keep=i)
    later = any(d.when.bounded and scene.ahead(d.when) for d in scene.dates_in(own))
    if not (to_come or later) or tree.dep[i] in ("compound", "nmod"):
        return False
    before = scene.parties_in((tree.starts[tree.left[i]], tree.starts[i]))
    parties = (*between(scene, sentence, i), *owned(scene, sentence, i), *(p for p in before if scene.kind(p) in SIDES))
    return _add(scene, sentence, drafts, own, parties, i)


def _add(
    scene: Scene,
    sentence: Sentence,
    drafts: Drafts,
    span: Span,
    parties: tuple[str, ...],
    i: int,
    *,
    alone: bool = False,
    others: tuple[str, ...] = (),
) -> bool:
    if _OFTEN.search(scene.words(span)) or _told(scene, drafts, span):
        return False
    whom = tuple(dict.fromkeys(parties))
    placed = bool(whom) and place(sentence, span, lexicon().placed) != ""
    dated = any(d.when.bounded and d.when.precision not in ("year", "decade") for d in scene.dates_in(span))
    if len(whom) < 2 and not dated and not alone and not placed:
        return False
    if any(_known(c.content, whom) and not dated for c in drafts.of_kind("meeting") if c.rule == PLANNED):
        return False
    claim = make(scene, sentence, drafts, span, whom, i, PLANNED, alone=alone, nameless=dated or placed, others=others)
    if claim is None or claim.rule != PLANNED:
        return False
    if claim.attribution.certainty == "certain":
        drafts.replace(claim, replace(claim, attribution=replace(claim.attribution, certainty="likely")))
    return True


def _told(scene: Scene, drafts: Drafts, span: Span) -> bool:
    """Whether a meeting or a duty is told by these words already."""
    duties = drafts.of_kind("provision") if scene.agreement else []
    quotes = [c.quotes[0] for c in (*drafts.of_kind("meeting"), *duties)]
    return any(q.start < span[1] and span[0] < q.end for q in quotes)


def _known(content: object, parties: tuple[str, ...]) -> bool:
    return isinstance(content, Meeting) and {content.body, *content.participants} >= set(parties)
