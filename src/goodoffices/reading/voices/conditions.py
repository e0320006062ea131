"""Conditions: the words under which a thing is said to hold."""

import functools
import re

from msgspec import Struct

from goodoffices.reading.lexicon import table
from goodoffices.reading.parser import Phrases, Tree, any_of
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.vocabulary.text import Span


class Linking(Struct, frozen=True):
    """Phrases that tie two things, by kind of tie."""

    condition: tuple[str, ...]
    trade: tuple[str, ...]
    sequence: tuple[str, ...]


class Conditions(Struct, frozen=True, kw_only=True):
    """data/en/conditions.yaml as it stands; the file explains its keys."""

    condition: tuple[str, ...]
    linking: Linking
    turned: frozenset[str]
    hanging: frozenset[str]
    consents: frozenset[str]
    together: tuple[str, ...]
    verbs: dict[str, tuple[str, ...]]
    nouns: tuple[str, ...]
    package: tuple[str, ...]


@functools.cache
def lexicon() -> Conditions:
    """The words of conditions, checked."""
    return table("conditions", Conditions)


@functools.cache
def cues() -> frozenset[str]:
    """The phrases that open a condition."""
    return frozenset(lexicon().condition)


@functools.cache
def _any_cue() -> Phrases:
    return any_of(cues())


_COUNTERFACTUAL = re.compile(r" (?:had|were) .* would ")


def conditions(sentence: Sentence) -> tuple[Span, ...]:
    """The stored spans of the conditional clauses of a parsed sentence, in order."""
    return _found(sentence.tree) if sentence.tree is not None else ()


@functools.lru_cache(maxsize=1)
def _found(tree: Tree) -> tuple[Span, ...]:
    """Kept for the next frame that asks."""
    if not (tree.holds_any(_any_cue()) or _COUNTERFACTUAL.search(tree.line)):
        return ()
    found: list[Span] = []
    for i in range(len(tree)):
        phrase = _phrase_at(tree.low, i)
        if phrase is None:
            if tree.low[i] in ("had", "were") and _inverted(tree, i) and "?" not in tree.text:
                found.append((tree.starts[i], tree.ends[_end(tree, i)]))
            continue
        if phrase == "should" and not _inverted(tree, i):
            continue
        if phrase == "if" and i and tree.low[i - 1] in ("as", "even", "wonder", "ask", "asked", "see"):
            continue
        if phrase == "once" and (
            i + 1 >= len(tree)
            or tree.low[i - 1 : i] == ["at"]
            or tree.low[i + 1] in ("again", "more", ",", ".")
            or (tree.dep[i] == "advmod" and not _opens(tree, i))
        ):
            continue
        if phrase == "provided" and not _provided(tree, i):
            continue
        last = _end(tree, i)
        found.append((tree.starts[i], tree.ends[last]))
    return tuple(found)


_BESIDE = 3  # characters between a clause and the condition set off from it
_PLAIN = re.compile(
    r"\b(?:provided that|on (?:the )?condition that|subject to|unless|only if|if|in the event (?:that|of)|"
    r"in (?:the )?case of|as long as)\b"
    r"[^,;:]*",
    re.IGNORECASE,
)


def condition_of(scene: Scene, span: Span) -> Span | None:
    """The condition under which what the words at `span` set is to be done: in them, or set off from them."""
    sentence = next((s for s in scene.sentences if s.span[0] <= span[0] < s.span[1]), None)
    if sentence is None or sentence.tree is None:  # an adopted text has no trees
        found = _PLAIN.search(scene.content, *span)
        return found.span() if found and not scene.content[: found.start()].endswith(("as ", "even ", "see ")) else None
    for start, end in conditions(sentence):
        loose = scene.words((start, end)).lower().startswith("in the context of")
        if not loose and start < span[1] + _BESIDE and span[0] - _BESIDE <= end:
            return start, end
    return None


def _phrase_at(low: list[str], i: int) -> str | None:
    for length in (5, 4, 3, 2, 1):
        phrase = " ".join(low[i : i + length])
        if phrase in cues() and (i + length <= len(low)):
            return phrase
    return None


def _provided(tree: Tree, i: int) -> bool:
    """ "Provided that …", ", provided the shelling stops": with a clause of its own, which the parse often misses."""
    if i + 1 >= len(tree):
        return False
    if tree.tag[i] == "VBN" and tree.low[i + 1] == "that":
        return True
    apart = i and tree.text[i - 1] == "," and tree.dep[i] in ("prep", "advcl")
    return bool(apart) and tree.tag[i + 1] in ("DT", "PRP", "PRP$", "NNP", "NNS", "EX", "NN")


def _opens(tree: Tree, i: int) -> bool:
    """Whether the adverb opens a clause of its own."""
    head = tree.head[i]
    return tree.dep[head] == "advcl" and tree.left[head] == i


def _inverted(tree: Tree, i: int) -> bool:
    """ "Should the talks fail", "had they failed": the subject of the verb comes after the auxiliary."""
    subject = tree.child(tree.head[i], "nsubj", "nsubjpass")
    return tree.dep[i] in ("aux", "auxpass") and subject is not None and subject > i


_BREAK = re.compile(r"[,;:]")


def _end(tree: Tree, i: int) -> int:
    """The last word of the clause that the cue at `i` opens: to the next comma or the end."""
    last = i
    while (
        last + 1 < len(tree)
        and not _BREAK.fullmatch(tree.text[last + 1])
        and tree.text[last + 1] not in (".", "”", '"')
    ):
        last += 1
    return last
