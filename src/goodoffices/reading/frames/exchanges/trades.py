"""Trades: what somebody would give for something, and in the next breath what the other would give in return."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.conditions import lexicon
from goodoffices.reading.voices.force_words import forces
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.text import Span


class Trade(NamedTuple):
    """The words that tie, who ties, what is given and for what, the kind of tie, the rule."""

    span: Span
    by: str
    ties: tuple[str, ...]
    kind: Literal["trade"]
    rule: str


_WOULD = frozenset({"will", "would", "could", "can", "must", "shall", "should", "may", "might"})
_OFFERING = (
    "offer",
    "propose",
    "suggest",
    "want",
    "seek",
    "demand",
    "expect",
    "ask",
    "wish",
    "hope",
    "threaten",
    "agree",
)
_RETURN = re.compile(r"\bin (?:return|exchange)\b(?! for\b)", re.IGNORECASE)


def trades(scene: Scene, sentence: Sentence) -> Iterator[Trade]:
    """The trades of a sentence that are still to be made; what was given already is told as concessions."""
    tree = sentence.tree
    assert tree is not None
    if tree.words.isdisjoint(_FOR):
        return
    yield from _opening(scene, sentence, tree)
    yield from _in_return(scene, sentence, tree)


_FOR = frozenset({"return", "exchange", "quo", "price"})


def _opening(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Trade]:
    """ "In exchange for aid, Utopia would open its port"; and "offered to open its port in exchange for aid"."""
    for phrase in lexicon().linking.trade:
        i = tree.find(phrase)
        if i is None:
            continue
        verb = next((a for a in (i, *tree.ancestors(i)) if tree.verbal(a)), None)
        chain = [a for a in (verb, *tree.ancestors(verb)) if tree.verbal(a)] if verb is not None else []
        deal = next((a for a in chain if _of_a_deal(tree, a)), None)
        ruling = next((a for a in chain if _to_come(tree, a)), deal)
        if verb is None or ruling is None:
            continue
        doers = () if deal is not None else (p for a in chain for p in _subject(scene, sentence, tree, a))
        by = next(iter(doers), "") or _voiced(sentence, tree, i)
        after = i + len(phrase.split())
        if (not by and deal is None) or after >= len(tree):
            continue
        end = _ending(tree, after)
        if i < verb:  # the price stands first
            if end >= verb:
                continue
            given = clauses.words(tree, min(end + 1, verb), tree.right[ruling], keep=verb)
            price, span = clauses.words(tree, after, end), (tree.starts[i], given[1])
        else:
            first = min(tree.left[k] for k in (ruling, verb))
            given, price = clauses.words(tree, first, i - 1, keep=verb), clauses.words(tree, after, end)
            span = clauses.words(tree, first, end, keep=i)
        yield Trade(span, by, (scene.words(given), scene.words(price)), "trade", "linkage.trade")


def _of_a_deal(tree: Tree, verb: int) -> bool:
    """ "A deal that would limit arms in exchange for aid": what a text trades, told of nobody."""
    subject = clauses.subject(tree, verb)
    told = tree.tag[verb] in ("VB", "VBZ", "VBP", "VBG")
    return (
        told
        and subject is not None
        and (tree.low[subject] in forces().texts or tree.low[subject] in ("phase", "stage"))
    )


def _in_return(scene: Scene, sentence: Sentence, tree: Tree) -> Iterator[Trade]:
    """ "In return, Utopia would lift the tariffs": what it is for stands before, in this sentence or the last."""
    found = _RETURN.search(scene.content, *sentence.span)
    at = tree.at(found.start()) if found else None
    if found is None or at is None:
        return
    verb = next((a for a in tree.ancestors(at) if tree.verbal(a)), None)
    chain = [a for a in (verb, *tree.ancestors(verb)) if tree.verbal(a)] if verb is not None else []
    ruling = next((a for a in chain if _to_come(tree, a)), None)
    if verb is None or ruling is None:
        return
    earlier = scene.sentences[sentence.number - 1] if sentence.number else None
    opens = at < _OPENING
    if opens and (earlier is None or earlier.tree is None):
        return
    doers = _subject(scene, sentence, tree, verb) or _subject(scene, sentence, tree, ruling)
    by = earlier.lead[0] if opens and earlier is not None and earlier.lead else doers[0] if doers else ""
    if not by:
        return
    span = clauses.clause(tree, ruling)
    given = scene.words(earlier.span) if opens and earlier is not None else ""
    yield Trade(span, by, (given, scene.words(span)) if given else (scene.words(span),), "trade", "linkage.return")


_OPENING = 3  # words: "And in return, …"


def _to_come(tree: Tree, verb: int) -> bool:
    """Whether the deed of the verb is still to be done: "would open", "offered to open"."""
    if any(tree.low[k] in _WOULD for k in tree.children(verb, "aux")):
        return True
    if any(tree.low[k] in _READY for k in tree.children(verb, "acomp")) and not clauses.negated(tree, verb):
        return True
    offered = tree.low[verb] in forms_of(_OFFERING) and tree.tag[verb] != "VBG"
    return offered and not clauses.negated(tree, verb)


_READY = frozenset({"ready", "willing", "prepared", "open", "able"})


def _subject(scene: Scene, sentence: Sentence, tree: Tree, verb: int) -> tuple[str, ...]:
    subject = clauses.subject(tree, verb)
    return who(scene, sentence, subject) if subject is not None else ()


def _voiced(sentence: Sentence, tree: Tree, at: int) -> str:
    speech = next((s for s in sentence.speeches if s.speakers and s.span[0] <= tree.starts[at] < s.span[1]), None)
    return speech.speakers[0] if speech is not None else ""


def _ending(tree: Tree, i: int) -> int:
    last = i
    while last + 1 < len(tree) and tree.text[last + 1] not in (",", ";", ".", ":", "”", '"'):
        last += 1
    return last
