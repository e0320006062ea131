"""data/en/exchange.yaml: words of giving way, of differing and of coming together."""

import functools

from msgspec import Struct

from goodoffices.reading.lexicon import table
from goodoffices.reading.scene import Sentence
from goodoffices.reading.voices import clauses
from goodoffices.vocabulary.text import Span


class Making(Struct, frozen=True):
    """ "Made concessions": verbs and their objects."""

    verbs: tuple[str, ...]
    objects: frozenset[str]


class TakingBack(Struct, frozen=True):
    """Words by which a concession is taken back, wholly or partly."""

    verbs: tuple[str, ...]
    partly: tuple[str, ...]
    wholly: tuple[str, ...]


class Differing(Struct, frozen=True):
    """Words that say that parties differ; points: nouns of it after "points of"; divided: what those are or have of
    whom not both sides are known; trend: words of where it goes.
    """

    nouns: frozenset[str]
    points: frozenset[str]
    divided: tuple[str, ...]
    verbs: dict[str, tuple[str, ...]]
    phrases: tuple[str, ...]
    trend: dict[str, tuple[str, ...]]


class Refusing(Struct, frozen=True):
    """What one party wants and another refuses: verbs of the answer, nouns of what is answered, what talks do."""

    refuse: tuple[str, ...]
    accept: tuple[str, ...]
    wants: frozenset[str]
    hitch: tuple[str, ...]
    talks: frozenset[str]
    stands: frozenset[str]
    aims: frozenset[str]
    blame: tuple[str, ...]
    blames: frozenset[str]


class Exchange(Struct, frozen=True, kw_only=True):
    """The table as it stands; the file explains its keys."""

    ceding: dict[str, tuple[str, ...]]
    making: Making
    rewarding: tuple[str, ...]
    gesture: tuple[str, ...]
    exchange: tuple[str, ...]
    giving: frozenset[str]
    taking_back: TakingBack
    differing: Differing
    converging: tuple[str, ...]
    refusing: Refusing


@functools.cache
def exchange() -> Exchange:
    """The words of exchange, checked."""
    return table("exchange", Exchange)


def exchanged_for(sentence: Sentence) -> Span | None:
    """The stored span of the words after "in exchange for", None where nothing is exchanged."""
    tree = sentence.tree
    if tree is None:
        return None
    for phrase in exchange().exchange:
        i = tree.find(phrase)
        size = len(phrase.split())
        if i is not None and i + size < len(tree):
            last = max(tree.right[i], tree.right[i + size - 1], i + size)
            return clauses.words(tree, i + size, min(last, len(tree) - 1))
    return None
