"""Stands without a verb of saying: nouns, declared goals, adjectives, blame laid in passing."""

import re

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.exchanges.exchange_words import exchanged_for
from goodoffices.reading.frames.statements.stated import add
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.verbs import acts, forms_of, noun_acts, verbs
from goodoffices.reading.voices.views import IS

_AIMED = ("propose", "request", "reject", "accuse")  # "its proposal for a truce"; "its support for …" tells no news


_GIVEN = frozenset({"promise", "pledge", "guarantee", "assurance", "warning", "threat"})


def nouns(scene: Scene, sentence: Sentence, drafts: Drafts, taken: set[int]) -> None:
    """ "The Utopian intention to …", "Utopia's refusal to …": an act without a verb, by its owner."""
    tree = sentence.tree
    assert tree is not None
    begun = tree.among(noun_acts())
    exchanged = exchanged_for(sentence) if begun else None
    for i in begun:
        if exchanged and exchanged[0] <= tree.starts[i] < exchanged[1]:
            continue  # what was given in return, a concession
        act = noun_acts()[tree.low[i]]
        if tree.tag[i] not in ("NN", "NNS") or (
            tree.head[i] in taken and tree.dep[i] in ("dobj", "attr") and not _another(scene, sentence, i)
        ):
            continue
        follows = [
            k
            for k in tree.kids[i]
            if k > i
            and (
                (tree.dep[k] == "acl" and tree.tag[k] == "VB")
                or (
                    tree.low[k] in ("of", "for", "that", "to", "against", "on")
                    and tree.dep[k] == "prep"
                    and (
                        tree.child(k, "pcomp") is not None
                        or ((act in _AIMED or tree.low[i] in _GIVEN) and tree.child(k, "pobj") is not None)
                    )
                )
            )
        ]
        owner = next((k for k in tree.kids[i] if tree.dep[k] in ("poss", "amod", "compound", "nmod") and k < i), None)
        if not follows or owner is None:
            continue
        speakers = who(scene, sentence, owner)
        if speakers:
            span = clauses.words(tree, tree.left[i], max(tree.right[k] for k in follows), keep=i)
            add(scene, sentence, drafts, span, act, speakers, "stance", "statement.noun")


def _another(scene: Scene, sentence: Sentence, i: int) -> bool:
    """Whether the owner of the noun is another than the subject of its verb: "rejected Utopia's proposal"."""
    tree = sentence.tree
    assert tree is not None
    owner, subject = tree.child(i, "poss", "compound", "amod"), clauses.subject(tree, tree.head[i])
    known = verbs().get(tree.low[tree.head[i]])
    if owner is None or subject is None or known is None or known.act not in ("reject", "accept", "support", "accuse"):
        return False
    owners = {scene.behalf(p) for p in who(scene, sentence, owner)}
    subjects = {scene.behalf(p) for p in who(scene, sentence, subject)}
    return bool(owners and subjects) and not owners & subjects


def messages(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "Utopia's position was that …": what somebody holds, in a noun that stands for his word."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(acts().messages):
        act = acts().messages[tree.low[i]]
        verb = tree.head[i]
        if tree.dep[i] != "nsubj" or tree.low[verb] not in ("is", "was", "remains", "remained"):
            continue
        owner = tree.child_or_pobj(i, ("poss", "amod"), ("of",))
        speakers = who(scene, sentence, owner) if owner is not None else ()
        clear = tree.child(verb, "acomp")
        put = clear is not None and tree.low[clear] in _PLAIN and ":" in tree.words  # "my message is clear: …"
        if speakers and (put or tree.child(verb, "ccomp", "xcomp") is not None):
            span = clauses.clause(tree, verb)
            span = (span[0], clauses.words(tree, 0, len(tree) - 1)[1]) if put else span
            add(scene, sentence, drafts, span, act, speakers, "speech", "statement.message")


_PLAIN = frozenset({"clear", "simple", "plain", "straightforward", "unequivocal"})


def declared(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "With the declared goal of …": announced by the subject of the clause."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(acts().declared.nouns):
        if not any(tree.low[k] in acts().declared.adjectives for k in tree.children(i, "amod")):
            continue
        verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), None)
        subject = clauses.subject(tree, verb) if verb is not None else None
        owner = tree.child(i, "poss")
        speakers = (
            who(scene, sentence, owner)
            if owner is not None
            else who(scene, sentence, subject)
            if subject is not None
            else ()
        )
        if speakers:
            first = tree.head[i] if tree.dep[i] == "pobj" else tree.left[i]
            span = clauses.words(tree, min(first, tree.left[i]), tree.right[i], keep=i)
            add(scene, sentence, drafts, span, "announce", speakers, "speech", "statement.declared")


def stands(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "Utopia is concerned", "Utopia stands ready": an adjective of stand with a party as its subject."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(acts().adjectives):
        act = acts().adjectives[tree.low[i]]
        if tree.dep[i] not in ("acomp", "ROOT", "conj", "ccomp", "advcl", "xcomp"):
            continue
        verb = tree.head[i] if tree.dep[i] == "acomp" else i
        subject = clauses.subject(tree, verb)
        if subject is None or (tree.dep[i] != "acomp" and not clauses.is_passive(tree, i)):
            continue
        completed = tree.child(i, "prep", "xcomp", "ccomp", "agent") is not None
        if not completed and (verb == i or tree.child(verb, "ccomp", "xcomp") is None):
            continue  # "adamant that …" is often parsed as the verb's
        speakers = who(scene, sentence, subject)
        own = any(
            set(speakers) & set(s.speakers) and s.span[0] <= tree.starts[i] < s.span[1] for s in sentence.speeches
        )
        if speakers and not own:  # what a speaker says of himself is his statement already
            add(
                scene,
                sentence,
                drafts,
                clauses.clause(tree, verb),
                act,
                speakers,
                "stance",
                "statement.adjective",
                negated=clauses.negated(tree, verb),
            )


def blame(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Blame inside what somebody says: a named party failed, refused, broke; or a cause is laid at its door."""
    tree = sentence.tree
    assert tree is not None
    for speech in sentence.speeches:
        in_noun = speech.verb >= 0 and tree.low[speech.verb] in IS  # a view is told whole
        if not speech.speakers or speech.stance or in_noun:
            continue
        inside = tree.words_in(*speech.span)
        for i in inside:
            if not _blaming(tree, i) or tree.head[i] == speech.verb:
                continue
            subject = clauses.subject(tree, i)
            blamed = who(scene, sentence, subject) if subject is not None else ()
            if blamed and not set(blamed) & set(speech.speakers):
                add(
                    scene,
                    sentence,
                    drafts,
                    clauses.clause(tree, i),
                    "accuse",
                    speech.speakers,
                    "speech",
                    "statement.blame",
                )
        folded = scene.content[slice(*speech.span)]
        for cause in acts().blame.causes:
            m = re.search(r"\s+".join(map(re.escape, cause.split())), folded, re.IGNORECASE)
            if m is None:
                continue
            start = speech.span[0] + m.start()
            span = clauses.capped(
                scene.content, clauses.trimmed(scene.content, _adverb_before(scene.content, start), speech.span[1])
            )
            blamed = scene.parties_in(span)
            if blamed and not set(blamed) & set(speech.speakers):
                add(scene, sentence, drafts, span, "accuse", speech.speakers, "speech", "statement.cause")
                break


def _blaming(tree: Tree, i: int) -> bool:
    return tree.verbal(i) and tree.dep[i] in ("relcl", "ccomp", "conj") and tree.low[i] in blame_forms()


def blame_forms() -> frozenset[str]:
    return frozenset(forms_of(acts().blame.verbs))


def _adverb_before(content: str, start: int) -> int:
    m = re.search(r"(\w+ly|in part|mostly)\s+$", content[max(0, start - 20) : start])
    return start - len(m.group()) if m else start
