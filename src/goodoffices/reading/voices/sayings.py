"""Verbs of saying at work: which, in which act, with which subject, and what is said."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.reading.dates.calendar_words import day_names
from goodoffices.reading.parser import Tree
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.heads import heads
from goodoffices.reading.voices.verbs import Verb, acts, forms_of, verbs
from goodoffices.vocabulary.content import Act

_QUOTE_MARKS = frozenset("\"“”«»``''")


_NOT_SAYING = frozenset(
    {"according", "following", "regarding", "concerning", "based", "given", "pending", "said", "supporting", "speaking"}
)


@dataclass(frozen=True)
class Saying:
    """A verb of the lexicon at work: the word, its entry, the act it makes here, and its subject."""

    word: int
    verb: Verb
    act: Act
    subject: int | None
    passive: bool


@functools.lru_cache(maxsize=1)
def sayings(tree: Tree) -> tuple[Saying, ...]:
    """The verbs of saying and of stand in a sentence; kept for the next frame that asks."""
    return tuple(_sayings(tree))


def _sayings(tree: Tree) -> Iterator[Saying]:
    for i in tree.among(verbs()):
        verb = verbs()[tree.low[i]]
        if not _is_verb(tree, i) or _introduces(tree, i):
            continue
        act = _act(tree, i, verb)
        passive = clauses.is_passive(tree, i)
        if act is not None and not (passive and act == "commit"):  # "visits undertaken by the envoy"
            yield Saying(i, verb, act, clauses.subject(tree, i), passive)


def _is_verb(tree: Tree, i: int) -> bool:
    tag, dep, low = tree.tag[i], tree.dep[i], tree.low[i]
    if not tag.startswith("VB") or dep in ("amod", "compound", "aux", "auxpass", "prep", "pobj", "nmod", "case"):
        return False
    if (tag == "VBG" and dep in ("pcomp", "csubj", "nsubj") and not (_quoted_as(tree, i) or _done(tree, i))) or (
        low in _NOT_SAYING and tag in ("VBN", "VBG") and dep in ("prep", "acl", "advcl") and low != "said"
    ):
        return False
    if tag == "VBG" and dep in ("xcomp", "conj") and _only_wanted(tree, i):
        return False
    if tag == "VBN" and dep in ("acl",):
        act = verbs()[low].act
        if act == "announce" and tree.low[tree.head[i]] in heads().issued:
            return False  # "a statement published by Utopia": where it stands, not what it says
        return tree.child(i, "agent") is not None and act in ("propose", "accuse", "reject", "announce")
    loose = tag == "VBN" and dep == "advcl" and tree.child(i, "aux", "auxpass", "agent") is None
    if _supposed(tree, i) or (loose and low not in acts().adjectives):
        return False  # "asked whether he would go, …"
    if tag == "VBD" and dep == "advcl" and tree.tag[i - 1] in ("NN", "NNS") and tree.child(i, "nsubj", "mark") is None:
        return False  # "the prisoners agreed under the truce": a participle, whatever the parse makes of it
    if tag == "VB" and any(tree.tag[k] == "TO" for k in tree.children(i, "aux")):
        return _performed(tree, i) or _goes_on(tree, i) or _foremost(tree, i)
    if tag == "VB" and dep == "conj" and tree.child(i, "nsubj", "aux") is None and tree.tag[tree.head[i]] == "VB":
        return _is_verb(tree, tree.head[i])  # "must stop the raids and accept the map": under one modal
    if tag == "VB" and dep == "conj" and tree.tag[tree.head[i]] in ("VBZ", "VBD") and tree.child(i, "aux") is None:
        return False  # "it is vital to cease fire, guarantee aid": what is to be done
    if tag == "VB" and dep in ("xcomp", "acl", "advcl", "relcl", "ccomp") and tree.child(i, "nsubj") is None:
        return False  # "to support the talks": what is asked or intended, said by nobody
    modal = next((tree.low[k] for k in tree.children(i, "aux") if tree.tag[k] == "MD"), "")
    if modal in ("must", "would", "can", "ca", "should"):  # "I must stress", "we cannot accept"
        subject = tree.child(i, "nsubj")
        return subject is not None and tree.low[subject] in ("i", "we") and modal != "should"
    return not (tag == "VB" and modal in ("should", "must", "may", "might", "could", "would", "can", "shall"))


def _only_wanted(tree: Tree, i: int) -> bool:
    """ "Utopia must stop supporting the rebels": what is to be done or left, said by nobody."""
    while tree.dep[i] == "conj" and tree.tag[tree.head[i]] == "VBG":
        i = tree.head[i]
    above = tree.head[i]
    return tree.dep[i] == "xcomp" and tree.tag[above] == "VB" and tree.child(above, "aux") is not None


def _introduces(tree: Tree, i: int) -> bool:
    """ "I wish to stress": the saying is in the infinitive."""
    if tree.low[i] not in acts().introducing:
        return False
    said = tree.child(i, "xcomp")
    if said is None or tree.low[said] not in verbs() or tree.tag[said] != "VB":
        return False
    return _act(tree, said, verbs()[tree.low[said]]) is not None  # none in "would like to see …"


def _performed(tree: Tree, i: int) -> bool:
    """ "I wish to stress", "we are pleased to announce", "allow me to thank": said in being so introduced."""
    above = tree.head[i]
    subject = tree.child(i, "nsubj")
    if subject is not None:
        return tree.low[subject] in ("me", "us") and tree.low[above] in ("allow", "permit")
    if tree.dep[i] == "conj" and tree.tag[above] == "VB" and verbs().get(tree.low[above]) is not None:
        return _performed(tree, above)
    return tree.dep[i] == "xcomp" and tree.low[above] in acts().introducing


def _goes_on(tree: Tree, i: int) -> bool:
    """ "Utopia continues to demand", "tried to object": said in going on, beginning or trying."""
    above = tree.head[i]
    if tree.dep[i] != "xcomp" or tree.low[above] not in forms_of(acts().going_on):
        return False
    return tree.tag[above] != "VB" or any(tree.tag[k] == "MD" for k in tree.children(above, "aux"))


def _foremost(tree: Tree, i: int) -> bool:
    """ "Utopia was among the first to call for a truce"."""
    head = tree.head[i]
    above = head if tree.verbal(head) else next((a for a in tree.ancestors(head) if tree.verbal(a)), None)
    if tree.dep[i] not in ("relcl", "acl", "advcl", "xcomp") or above is None or above > i:
        return False
    return tree.low[above] in ("was", "were", "is", "are") and any(
        tree.low[k] in clauses.FOREMOST for k in range(above + 1, i)
    )


_DONE_BY = frozenset({"by", "in", "after", "before", "while", "besides"})


def _done(tree: Tree, i: int) -> bool:
    """ "Utopia replied by rejecting the plan", "joined the Trio in condemning": said in doing something else; "the
    talks failed, with Utopia rejecting the plan": beside what is told.
    """
    above = tree.head[i]
    if tree.low[above] == "with" and (said_by := tree.child(i, "nsubj")) is not None:
        return above < said_by < i and tree.verbal(tree.head[above]) and tree.tag[tree.head[above]] != "VB"
    verb = next((a for a in tree.ancestors(above) if tree.verbal(a)), None)
    if tree.dep[i] != "pcomp" or tree.low[above] not in _DONE_BY or verb is None or clauses.is_passive(tree, verb):
        return False
    return tree.head[above] == verb and tree.tag[verb] in ("VBD", "VBZ", "VBP", "VBN")


_SUPPOSING = frozenset({"if", "unless", "once", "until", "lest"})


def _supposed(tree: Tree, i: int) -> bool:
    """Whether the verb stands in a condition: "if Utopia agrees" does not say that it does."""
    while tree.dep[i] == "conj":
        i = tree.head[i]
    return tree.dep[i] == "advcl" and any(tree.low[k] in _SUPPOSING for k in tree.children(i, "mark", "advmod", "prep"))


def _quoted_as(tree: Tree, i: int) -> bool:
    """ "was quoted as saying that …"."""
    above = tree.head[i]
    return tree.low[above] == "as" and tree.low[tree.head[above]] in ("quoted", "cited", "reported")


def _act(tree: Tree, i: int, verb: Verb) -> Act | None:
    """The act that the verb makes with what follows it, None where it says nothing here."""
    if verb.lemma in acts().deeds and _done_to(tree, i, acts().deeds[verb.lemma]):
        return None
    if verb.lemma in acts().removing and any(tree.tag[k] == "NNP" for k in tree.children(i, "dobj", "nsubjpass")):
        return None  # a minister from his office
    for phrase, act in acts().idioms.get(verb.lemma, {}).items():
        if tree.here(i + 2, phrase) and tree.tag[i + 1] in ("PRP$", "DT"):
            return act
    for k in tree.children(i, "dobj"):
        if tree.low[k] in acts().without and tree.low[tree.left[k]] == "no" and tree.low[i] in _HAVING:
            return acts().without[tree.low[k]]
    near = {tree.low[k] for k in tree.kids[i] if k > i and not _dates(tree, k)}
    near |= (
        {tree.low[j] for k in tree.children(i, "prep", "dobj", "prt") for j in tree.kids[k]}
        if verb.particles
        else set()
    )
    near |= {tree.low[j] for k in tree.children(i, "dobj") for j in tree.conjuncts(k)}
    near |= {tree.low[j] for by in tree.children(i, "agent") for k in tree.kids[by] for j in tree.kids[k]}
    if verb.particles:  # "is following the raids with concern": the parse joins it to the raids
        withs = (p for k in tree.children(i, "dobj") for p in tree.children(k, "prep") if tree.low[p] == "with")
        near |= {tree.low[j] for p in withs for j in tree.kids[p]}
        near |= {tree.low[k] for k in tree.children(i, "nsubjpass")}  # "concern was expressed"
    if i + 1 < len(tree):
        near.add(tree.low[i + 1])
    completed = tree.child(i, "xcomp", "ccomp") is not None or _aimed_at(tree, i)
    if verb.lemma in acts().told_to and not completed:
        return None
    for particle, act in verb.particles.items():
        if particle == "to" and verb.lemma in acts().infinitive:
            if completed:  # "threatened today to leave": the particle stands before the infinitive, wherever that is
                return act
            continue
        if particle in near or (particle.endswith("ing") and particle in near):
            return act
    for k in tree.children(i, "dobj"):
        for j in tree.conjuncts(k):
            if tree.low[j] in verb.nouns:
                return verb.nouns[tree.low[j]]
    if verb.lemma in acts().with_deed and _deed(tree, i):
        return acts().with_deed[verb.lemma]
    if verb.act is None:
        return None
    if verb.clause_only and not has_clause(tree, i):
        return None
    return verb.act


def act_of(tree: Tree, i: int) -> Act | None:
    """The act that the word makes where it is a verb of the lexicon, said or only to be said."""
    verb = verbs().get(tree.low[i])
    return _act(tree, i, verb) if verb is not None else None


def _dates(tree: Tree, i: int) -> bool:
    """Whether the preposition only tells the day: "called a strike on Friday" calls on nobody."""
    day = tree.child(i, "pobj") if tree.dep[i] == "prep" else None
    return day is not None and (tree.tag[day] == "CD" or tree.low[day] in day_names())


def _done_to(tree: Tree, i: int, objects: frozenset[str]) -> bool:
    """Whether one of the objects is what the verb is done to: "summoned the ambassador", "was denied access"."""
    return any(tree.low[j] in objects for k in tree.children(i, "dobj", "nsubjpass", "oprd") for j in tree.conjuncts(k))


def _aimed_at(tree: Tree, i: int) -> bool:
    """ "Looks to Utopia to keep its word": the infinitive is often parsed as one of purpose."""
    done = tree.child(i, "advcl")
    to = next((k for k in tree.children(i, "prep") if tree.low[k] == "to"), None)
    return done is not None and to is not None and tree.tag[done] == "VB" and tree.right[to] + 2 >= done > to


_HAVING = frozenset({"have", "has", "had", "see", "sees", "saw", "raised", "raise", "raises", "express", "expressed"})


def _deed(tree: Tree, i: int) -> bool:
    """Whether the verb takes a thing or a deed, not what is so: "suggested a pause", "suggested meeting again"."""
    if tree.child(i, "dobj") is not None:
        return True
    done = tree.child(i, "xcomp")
    return done is not None and tree.tag[done] == "VBG"


def has_clause(tree: Tree, i: int) -> bool:
    """Whether the verb takes a clause, before or after it, or quoted words."""
    if any(tree.dep[k] in ("ccomp", "parataxis") for k in tree.kids[i]):
        return True
    if tree.head[i] != i and tree.dep[i] in ("parataxis", "ccomp") and tree.verbal(tree.head[i]):
        return tree.dep[i] == "parataxis"
    after = tree.text[i + 1 : i + 4]
    return any(t in _QUOTE_MARKS for t in after)
