"""data/en/events.yaml: what happens, and what is counted."""

import functools

from msgspec import Struct

from goodoffices.reading.lexicon import table
from goodoffices.reading.voices.verbs import inflected


class Need(Struct, frozen=True):
    """The kind of event that a common verb makes with one of these objects."""

    kind: str
    objects: frozenset[str]


class Happenings(Struct, frozen=True, kw_only=True):
    """The table as it stands; the file explains its keys."""

    kinds: dict[str, tuple[str, ...]]
    needs: dict[str, Need]
    violent: frozenset[str]
    expiry: tuple[str, ...]
    expiring: frozenset[str]
    still: frozenset[str]
    nouns: dict[str, str]
    counted: frozenset[str]
    measures: frozenset[str]
    happening: tuple[str, ...]
    more_than: tuple[str, ...]
    less_than: tuple[str, ...]
    about: tuple[str, ...]
    multipliers: dict[str, int]


@functools.cache
def happenings() -> Happenings:
    """The words of events and figures, checked."""
    return table("events", Happenings)


@functools.cache
def event_verbs() -> dict[str, tuple[str, frozenset[str]]]:
    """Form of a verb -> kind of event, and the objects it needs (none: any)."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for kind, lemmas in happenings().kinds.items():
        for lemma in lemmas:
            for form in inflected(lemma):
                found.setdefault(form, (kind, frozenset()))
    for lemma, need in happenings().needs.items():
        for form in inflected(lemma):
            found.setdefault(form, (need.kind, need.objects))
    return found
