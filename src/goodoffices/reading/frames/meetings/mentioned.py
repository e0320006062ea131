"""Meetings that a sentence speaks of in whatever place: who met, when or where is enough, whichever verb stands above.
The other rules ask for a verb of holding: "almost two years of talks in Klow", "is willing to meet him" have none.
"""

from typing import NamedTuple

from msgspec.structs import replace

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.meetings.attendance import BODIES, between, company, owned
from goodoffices.reading.frames.meetings.encounters import done
from goodoffices.reading.frames.meetings.meeting_words import lexicon
from goodoffices.reading.frames.meetings.meetings import PLANNED, make
from goodoffices.reading.frames.meetings.phrases import attendees, last_of, top_of
from goodoffices.reading.frames.meetings.sittings import beside_noun, known_of, of_talks, people
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.places import place
from goodoffices.reading.voices.unnamed import unnamed
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.text import Span


class Mention(NamedTuple):
    """A meeting in the making: its words; who is known to meet, who means no party; whether it is yet to be."""

    span: Span
    parties: tuple[str, ...]
    others: tuple[str, ...]
    to_come: bool
    alone: bool = False


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the meetings of a sentence that no other rule has found."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    words = lexicon()
    for i in tree.among(words.nouns | words.sittings | words.further):
        if tree.tag[i] in ("NN", "NNS", "NNP", "NNPS"):
            _add(scene, sentence, drafts, i, _noun(scene, sentence, i))
    for i in tree.among(forms_of(words.seeing)):
        if tree.verbal(i):
            _add(scene, sentence, drafts, i, _verb(scene, sentence, i))


def _add(scene: Scene, sentence: Sentence, drafts: Drafts, i: int, found: Mention | None) -> None:
    if found is None:
        return
    span, parties, others, to_come, alone = found
    if any((q := c.quotes[0]).start < span[1] and span[0] < q.end for c in drafts.of_kind("meeting")):
        return
    claim = make(
        scene,
        sentence,
        drafts,
        span,
        parties,
        i,
        PLANNED if to_come else "meeting.mentioned",
        nameless=True,
        others=others,
        alone=alone or bool(others),
    )
    if claim is not None and claim.rule == PLANNED and claim.attribution.certainty == "certain":
        drafts.replace(claim, replace(claim, attribution=replace(claim.attribution, certainty="likely")))


def _noun(scene: Scene, sentence: Sentence, i: int) -> Mention | None:
    """A meeting in a noun, with what its words and its clause tell of it."""
    tree = sentence.tree
    assert tree is not None
    if tree.dep[i] in ("compound", "amod", "nmod") or _in_a_name(sentence, i) or not of_talks(tree, i):
        return None
    top = top_of(tree, i)
    if any(tree.low[k] in _NONE for at in (i, top) for k in tree.children(at, "det", "amod")):
        return None
    verb = next((a for a in tree.ancestors(top) if tree.verbal(a)), None)
    if verb is not None and (clauses.negated(tree, verb) or tree.low[verb] in forms_of(lexicon().wanting)):
        return None
    if not lexicon().planned.isdisjoint(tree.low[a] for a in tree.ancestors(top) if not tree.verbal(a) and a > top - 4):
        return None
    telling = verb is not None and _tells(tree, top, verb)
    last = last_of(tree, i, sentence)
    own = clauses.words(tree, tree.left[top], last, keep=i)
    span = clauses.clause(tree, verb) if telling and verb is not None else own
    parties = tuple(dict.fromkeys((*between(scene, sentence, i), *owned(scene, sentence, i))))
    if len(parties) < _TWO:
        parties = tuple(dict.fromkeys((*parties, *attendees(scene, sentence, tree.left[top], last))))
    others = beside_noun(scene, sentence, None, i, of=True)
    if len(parties) < _TWO and verb is not None and (host := _host(tree, top, verb)) is not None:
        parties, others = _with_hosts(scene, sentence, host, parties, others)
        span = clauses.words(tree, min(tree.left[host], tree.left[top]), max(last, verb), keep=i)
    words = (min(span[0], own[0]), max(span[1], own[1]))
    days = [d.when for d in scene.dates_in(words) if d.when.bounded and d.when.precision in _CLOSE]
    where = place(sentence, words, lexicon().placed)
    bodies = [p for p in parties if scene.kind(p) in BODIES]
    sides = len(parties) + len(others)
    if tree.low[i] in lexicon().further and not (sides >= _TWO or (sides and days)):
        return None
    if not (sides >= _TWO or (sides and (days or where)) or (days and (telling or where)) or (bodies and days)):
        return None
    if verb is not None and (tree.tag[verb] == "VB" or any(tree.tag[k] == "MD" for k in tree.children(verb, "aux"))):
        return None  # wanted, possible
    if verb is not None and tree.tag[verb] == "VBG" and tree.dep[verb] in ("pcomp", "xcomp", "acl"):
        return None  # "applauded them for restarting talks"
    ahead = any(scene.ahead(day) for day in days)
    adjective = any(tree.low[k] in lexicon().ahead for at in (i, top) for k in tree.children(at, "amod", "acl"))
    hosted = verb is not None and _host(tree, top, verb) is not None
    if not (telling or hosted or ahead or adjective) and (tree.dep[top] != "dobj" or len(parties) != _TWO):
        return None
    return Mention(span, parties, others, ahead or adjective)


_TWO = 2
_CLOSE = ("day", "minute", "hour", "month", "week", "interval")
_NONE = frozenset({"no", "any", "every", "each", "such", "further"})


def _in_a_name(sentence: Sentence, i: int) -> bool:
    tree = sentence.tree
    assert tree is not None
    return any(a.quote.start <= tree.starts[i] < a.quote.end for a in sentence.actors)


def _tells(tree: Tree, top: int, verb: int) -> bool:
    """Whether the verb says of the meeting that it is, was or will be held, begun, put off."""
    if tree.head[top] != verb or tree.dep[top] not in ("nsubj", "nsubjpass", "dobj"):
        return False
    return tree.low[verb] in forms_of(lexicon().holding)


def _host(tree: Tree, top: int, verb: int) -> int | None:
    """The word for who does what the clause tells by meeting: "held talks", "in talks they agreed"."""
    held = tree.dep[top] == "dobj" and tree.low[verb] in forms_of(lexicon().holding)
    within = tree.dep[top] == "pobj" and tree.low[tree.head[top]] in _WITHIN and tree.head[tree.head[top]] == verb
    subject = clauses.subject(tree, verb)
    return subject if (held or within) and subject != top else None


def _with_hosts(
    scene: Scene, sentence: Sentence, host: int, parties: tuple[str, ...], others: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    hosts = known_of(scene, sentence, host)
    more = unnamed(scene, sentence, host) if not hosts else ()
    return tuple(dict.fromkeys((*hosts, *parties))), tuple(dict.fromkeys((*more, *others)))


_WITHIN = frozenset({"in", "at", "during"})


def _verb(scene: Scene, sentence: Sentence, i: int) -> Mention | None:
    """ "Is willing to meet B", "A should meet B", "spent days meeting with B": who and whom, in whatever mood."""
    tree = sentence.tree
    assert tree is not None
    if clauses.negated(tree, i) or clauses.is_passive(tree, i) or tree.tag[i] in ("VBZ", "VBP"):
        return None
    if any(tree.tag[k] == "MD" for k in tree.children(i, "aux")):
        return None  # what may or should be; what will be is told by another rule
    above = tree.head[i]
    if tree.low[above] in forms_of(lexicon().refusing) or (tree.verbal(above) and clauses.negated(tree, above)):
        return None
    guests = company(tree, i)
    other = tree.child(i, "dobj")
    if tree.low[i] in forms_of(("meet",)) and other is not None:
        guests = [other, *guests]
    guests = [k for k in guests if people(scene, sentence, k)]
    subject = _meeting(tree, i)
    if subject is None or not guests:
        return None
    hosts = known_of(scene, sentence, subject)
    met = [p for noun in guests for p in known_of(scene, sentence, noun)]
    met += attendees(scene, sentence, guests[0], last_of(tree, guests[0], sentence))
    others = tuple(w for noun in guests for w in unnamed(scene, sentence, noun))
    if not hosts or not (met or others or tree.low[guests[0]] in _THEM):
        return None
    parties = tuple(dict.fromkeys((*hosts, *met)))
    return Mention(clauses.clause(tree, i), parties, others, not (done(tree, i) or tree.tag[i] == "VBG"), alone=True)


_THEM = frozenset({"him", "her", "them"})


def _meeting(tree: Tree, i: int) -> int | None:
    """Who meets; of "welcomed the opportunity to meet" who welcomed it."""
    if tree.dep[i] == "acl" and tree.tag[i] == "VB":
        verb = next((a for a in tree.ancestors(tree.head[i]) if tree.verbal(a)), None)
        return clauses.subject(tree, verb) if verb is not None else None
    return clauses.subject(tree, i)
