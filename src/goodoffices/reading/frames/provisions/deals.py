"""What parties agree on: "agreed to", "a deal on a, b and c"."""

import functools

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.parts import timed_parts
from goodoffices.reading.frames.provisions.setting import Setting, decision_before, setting
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import BODIES, SIDES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.force_words import forces
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Force
from goodoffices.vocabulary.text import Span

_REACHED = (
    "reach",
    "sign",
    "mediate",
    "broker",
    "conclude",
    "negotiate",
    "announce",
    "strike",
    "agree",
    "finalize",
    "finalise",
    "initial",
    "secure",
    "facilitate",
    "arrange",
    "include",
    "provide",
    "call",
    "envisage",
    "stipulate",
    "contain",
)


@functools.cache
def _begun() -> frozenset[str]:
    """The words from which an agreement may be told."""
    return frozenset((*forms_of(forces().agreed_verbs), *forces().texts))


def agreed(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "The sides agreed to …", "a deal on a, b and c": agreed between the parties."""
    tree = sentence.tree
    assert tree is not None
    agreeing = forms_of(forces().agreed_verbs)
    for i in tree.among(_begun()):
        if (
            tree.low[i] in agreeing
            and tree.verbal(i)
            and tree.tag[i] in ("VBD", "VBZ", "VBP", "VBN")
            and not clauses.negated(tree, i)
        ):
            done = next((k for k in tree.children(i, "xcomp", "ccomp") if k > i), None)
            on = next(
                (
                    tree.child(p, "pobj")
                    for p in tree.children(i, "prep")
                    if tree.low[p] in ("on", "to", "upon") and not _is_time(sentence, tree, p)
                ),
                None,
            )
            subject = clauses.subject(tree, i)
            parties = who(scene, sentence, subject) if subject is not None else sentence.headed or ()
            several = (
                (subject is None and sentence.headed is not None)
                or len(parties) > 1
                or any(scene.kind(p) in BODIES for p in parties)
                or _plural(tree, subject)
            )
            alone = not several and len(parties) == 1 and scene.kind(parties[0]) in SIDES
            deed = on is not None and done is None and tree.low[on] in _DEEDS
            if agreeing[tree.low[i]] == "decide" and (done is None or not _plural(tree, subject)):
                continue  # "the two sides decided to …" is as good as agreed; what one decides is its decision
            if not several and not (alone and (deed or (done is not None and tree.tag[done] == "VB"))):
                continue
            nouns = [done] if done is not None else list(tree.conjuncts(on)) if on is not None else []
            further = clauses.further(tree, done)
            nouns += further
            whole = (
                [i] if len(nouns) == 1 else nouns
            )  # "agreed to a ceasefire" keeps its verb, items of a list need none
            for noun in nouns:
                last = tree.right[noun]
                if noun == done and further:
                    last = tree.left[further[0]] - 1
                    while last > noun and (tree.text[last] == "," or tree.low[last] in ("and", "as", "well", "or")):
                        last -= 1
                elif noun in further and noun != further[-1]:
                    last = min(last, tree.left[further[further.index(noun) + 1]] - 1)
                first = i if noun == done or whole == [i] else tree.left[noun]
                last = _before_conjunct(tree, noun, last) if noun != done else last
                whole_span = clauses.words(tree, first, last, keep=first)
                for span in timed_parts(scene, tree, noun, whole_span) if tree.verbal(noun) else [whole_span]:
                    agree(
                        scene,
                        sentence,
                        drafts,
                        span,
                        parties,
                        "provision.agreed",
                        "agreed" if several else "undertaken",
                    )
        elif tree.low[i] in forces().texts and tree.tag[i] in ("NN", "NNS") and _reached(tree, i):
            parties = _parties_to(scene, sentence, i)
            for noun in _contents(tree, i):
                first = tree.left[noun]
                agree(
                    scene,
                    sentence,
                    drafts,
                    clauses.words(tree, first, _before_conjunct(tree, noun, tree.right[noun]), keep=noun),
                    parties,
                    "provision.deal",
                )


def _is_time(sentence: Sentence, tree: Tree, prep: int) -> bool:
    """ "Agreed on Wednesday to …"."""
    noun = tree.child(prep, "pobj")
    return noun is not None and any(d.quote.start <= tree.starts[noun] < d.quote.end for d in sentence.dates)


_DEEDS = frozenset(  # "agreed to a pause": something to be done, no plan or map
    {"pause", "truce", "ceasefire", "cease-fire", "halt", "withdrawal", "release", "exchange", "swap", "pullback"}
    | {"disengagement", "evacuation", "handover", "moratorium", "extension", "inspection", "inspections", "talks"}
)


def _plural(tree: Tree, subject: int | None) -> bool:
    """ "The parties agreed": a set of parties, whether or not the text lets us name them."""
    return subject is not None and tree.low[subject] in (
        "parties",
        "sides",
        "governments",
        "countries",
        "delegations",
        "they",
        "both",
        "representatives",
        "negotiators",
        "delegates",
        "leaders",
        "ministers",
        "presidents",
        "factions",
    )


def agree(
    scene: Scene,
    sentence: Sentence,
    drafts: Drafts,
    span: Span,
    parties: tuple[str, ...],
    rule: str,
    force: Force = "agreed",
) -> None:
    if scene.agreement and any(
        span[0] <= c.quotes[0].start and c.quotes[0].end == span[1] for c in drafts.of_kind("provision")
    ):
        return  # "agreed that the troops shall leave": the duty stands already
    attribution = attributed(scene, sentence, span)
    setting(scene, drafts, span, Setting(decision_before(drafts, span[0]), force, parties, attribution), rule)


def _before_conjunct(tree: Tree, noun: int, last: int) -> int:
    """The last word of a noun's phrase before what is joined to it."""
    joined = [tree.left[k] for k in tree.children(noun, "conj") if k > noun]
    if not joined:
        return last
    last = min(joined) - 1
    while last > noun and (
        tree.dep[last] in ("cc", "punct", "det") or tree.low[last] in ("and", "as", "well", ",", "or", "the", "a")
    ):
        last -= 1
    return last


def _reached(tree: Tree, i: int) -> bool:
    """Whether the deal was made, or says what it contains; a deal merely sought contains nothing yet."""
    reached = forms_of(_REACHED)
    head = tree.head[i]
    if tree.dep[i] in ("dobj", "nsubj", "nsubjpass") and tree.low[head] in reached and tree.tag[head] != "VB":
        return not clauses.negated(tree, head) and not any(tree.tag[k] == "MD" for k in tree.children(head, "aux"))
    return tree.dep[i] == "pobj" and tree.low[head] == "by" and tree.low[tree.head[head]] in reached


def _contents(tree: Tree, i: int) -> list[int]:
    """What the deal is on or provides for."""
    heads = [i, *([tree.head[i]] if tree.low[tree.head[i]] in forms_of(_REACHED) else [])]
    for head in heads:
        for prep in tree.kids[head]:
            if prep < i or tree.low[prep] not in ("on", "for", "providing") or tree.dep[prep] not in ("prep", "acl"):
                continue
            noun = tree.child(prep, "pobj")
            if noun is not None and not tree.tag[noun].startswith("NNP") and tree.tag[noun] != "CD":
                return (
                    _joined(tree, noun, (i, tree.head[i]))
                    if head == i or tree.low[head] not in ("reached", "signed")
                    else []
                )
    if tree.dep[i] == "nsubj":
        verb = tree.head[i]
        forms = forms_of(("include", "provide", "call", "envisage", "stipulate", "contain"))
        if tree.low[verb] in forms:
            noun = tree.child(verb, "dobj") or next(
                (tree.child(p, "pobj") for p in tree.children(verb, "prep") if tree.low[p] == "for"), None
            )
            return list(tree.conjuncts(noun)) if noun is not None else []
    return []


def _joined(tree: Tree, noun: int, above: tuple[int, ...]) -> list[int]:
    """A noun and those joined to it, also where the parse joins them to the verb or to the deal above it."""
    found = list(tree.conjuncts(noun))
    for head in above:
        found.extend(
            j
            for k in tree.children(head, "conj")
            if k > noun and tree.tag[k] in ("NN", "NNS")
            for j in tree.conjuncts(k)
        )
    return sorted(dict.fromkeys(found))


def _parties_to(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    tree = sentence.tree
    assert tree is not None
    for prep in tree.kids[i]:
        noun = tree.child(prep, "pobj")
        if tree.low[prep] in ("between", "with", "among", "by") and noun is not None:
            found = who(scene, sentence, noun)
            if found:
                return found
    subject = clauses.subject(tree, tree.head[i]) if tree.dep[i] == "dobj" else None
    found = who(scene, sentence, subject) if subject is not None else ()
    return found if len(found) > 1 else ()
