"""data/en/events.yaml: what happens, and what is counted."""

import functools

from msgspec import Struct

from goodoffices.reading.lexicon import table
from goodoffices.reading.voices.verbs import inflected


class Happenings(Struct, frozen=True, kw_only=True):
    """The table as it stands; the file explains its keys."""

    kinds: dict[str, tuple[str, ...]]
    alone: dict[str, tuple[str, ...]]
    told: dict[str, tuple[str, ...]]
    needs: dict[str, dict[str, frozenset[str]]]
    violent: frozenset[str]
    expiry: tuple[str, ...]
    expiring: frozenset[str]
    still: frozenset[str]
    vague: frozenset[str]
    lasting: frozenset[str]
    nouns: dict[str, str]
    occurring: tuple[str, ...]
    witnessing: tuple[str, ...]
    instances: frozenset[str]
    unmade: tuple[str, ...]
    doers: frozenset[str]
    watchers: frozenset[str]
    watching: tuple[str, ...]
    counted: frozenset[str]
    measures: frozenset[str]
    happening: tuple[str, ...]
    more_than: tuple[str, ...]
    less_than: tuple[str, ...]
    about: tuple[str, ...]
    multipliers: dict[str, int]


class Telling(Struct, frozen=True):
    """What a verb tells. kind: with any object, "" for none; needs: kinds by the objects that make them; alone: the
    kind without an object, "" for none.
    """

    kind: str = ""
    needs: dict[str, frozenset[str]] = {}
    alone: str = ""

    @property
    def first(self) -> str:
        """The kind by which the verb is named where nothing else is known."""
        return self.kind or self.alone or next(iter(self.needs))

    def of(self, near: set[str]) -> str | None:
        """The kind that one of the words near the verb makes."""
        return next((kind for kind, objects in self.needs.items() if objects & near), None)


@functools.cache
def happenings() -> Happenings:
    """The words of events and figures, checked."""
    return table("events", Happenings)


@functools.cache
def event_verbs() -> dict[str, Telling]:
    """Form of a verb -> the kinds of event that it tells."""
    words = happenings()
    kind_of = _kinds(words.kinds)
    alone = _kinds(words.alone)
    found: dict[str, Telling] = {}
    for lemma in dict.fromkeys((*kind_of, *alone, *words.needs)):
        telling = Telling(kind_of.get(lemma, ""), words.needs.get(lemma, {}), alone.get(lemma, ""))
        for form in inflected(lemma):
            found.setdefault(form, telling)
    del found["found"]  # nearly always of "find"
    return found


@functools.cache
def told_as() -> dict[str, str]:
    """Form of a verb -> the kind that names a deed which its object does not: the table of plain deeds, then others."""
    found: dict[str, str] = {}
    for lemma, kind in {**_kinds(happenings().told)}.items():
        for form in inflected(lemma):
            found.setdefault(form, kind)
    for form, telling in event_verbs().items():
        found.setdefault(form, telling.kind or telling.alone or form)
    return found


def _kinds(rows: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Lemma -> kind, the first that holds it."""
    found: dict[str, str] = {}
    for kind, lemmas in rows.items():
        for lemma in lemmas:
            found.setdefault(lemma, kind)
    return found
