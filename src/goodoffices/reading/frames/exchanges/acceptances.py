"""Answers to texts: who accepted, endorsed, signed up to or rejected which plan, and with which reservations."""

import re

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.events.days import day_of, is_text
from goodoffices.reading.frames.events.events import supposed
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Acceptance

_ACCEPTING = forms_of(("accept", "endorse", "approve", "embrace", "ratify", "adopt"))
_SIGNING = forms_of(("sign",))  # with "up to", or "on to"
_REJECTING = forms_of(("reject", "refuse", "spurn", "rebuff"))
_ANSWERED = frozenset({"offer", "draft", "text", "terms", "formula", "compromise", "ultimatum", "accords", "charter"})
_RESERVED = re.compile(
    r"\bwith\s+(?:(?:\w+|\d+)\s+){0,3}?(?:reservations?|conditions?|caveats?|amendments?)\b|\bwith\s+qualifications\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\b(?:S/[\w/.]+|A/[\w/.]+|resolution\s+\d+(?:\s*\(\d{4}\))?)", re.IGNORECASE)


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the answers to texts that a sentence tells as given."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    for i in tree.among(_ACCEPTING | _SIGNING | _REJECTING):
        text = _text(tree, i)
        if text is None or not _given(tree, i) or clauses.negated(tree, i):
            continue  # who has not accepted a text has not rejected it
        parties = _answering(scene, sentence, i)
        if not parties:
            continue
        span = clauses.clause(tree, i)
        said = scene.words(span)
        reserved = _RESERVED.search(said)
        rejects = tree.low[i] in _REJECTING
        named = scene.words((tree.starts[tree.left[text]], tree.ends[tree.right[text]]))
        version = next((d.when.value for d in scene.dates_in(clauses.words(tree, text, tree.right[text]))), "")
        symbol = _VERSION.search(named)
        for party in parties:
            drafts.add(
                Acceptance(
                    party=party,
                    text=re.split(r"\s+(?:with|on condition|that|which)\b", named)[0],
                    version=version or (symbol.group() if symbol else ""),
                    answer="rejected" if rejects else "accepted_with_reservations" if reserved else "accepted",
                    reservations=(reserved.group(),) if reserved else (),
                ),
                [span],
                rule="acceptance.verb",
                attribution=attributed(scene, sentence, span),
                valid=day_of(scene, sentence, i, span),
            )


def _text(tree: Tree, i: int) -> int | None:
    """The text that is answered: an object, or what stands after "up to" and "on to"."""
    nouns = [tree.child(i, "dobj", "nsubjpass")] if tree.low[i] not in _SIGNING else []
    if tree.low[i] in _SIGNING and any(tree.low[k] in ("up", "on", "onto") for k in tree.kids[i]):
        nouns = [tree.child(p, "pobj") for p in tree.children(i, "prep") if tree.low[p] in ("to", "onto")]
    return next((n for n in nouns if n is not None and _is_answered(tree, n)), None)


def _is_answered(tree: Tree, n: int) -> bool:
    return is_text(tree, n) or tree.low[n] in _ANSWERED or tree.here(n - 1, "road map")


def _given(tree: Tree, i: int) -> bool:
    """Whether the answer is told as given: in the past, under no modal and no "if"."""
    if supposed(tree, i) or any(tree.tag[k] == "MD" for k in tree.children(i, "aux")):
        return False
    perfect = {tree.low[k] for k in tree.children(i, "aux", "auxpass")} & {"has", "have", "had", "was", "were"}
    return tree.tag[i] == "VBD" or (tree.tag[i] == "VBN" and bool(perfect))


def _answering(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    tree = sentence.tree
    assert tree is not None
    noun = clauses.doer(tree, i)
    return who(scene, sentence, noun) if noun is not None else ()
