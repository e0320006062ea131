"""The lexicon of acts: which words say something, which take a stand, and in which coarse act."""

import functools
from typing import Literal, get_args

from msgspec import Struct, field

from goodoffices.errors import BadArgument
from goodoffices.reading.lexicon import table
from goodoffices.vocabulary.content import Act

Manner = Literal["speech", "stance"]


class Row(Struct, frozen=True, kw_only=True):
    """Verbs of one act and manner."""

    act: Act
    manner: Manner
    bare: tuple[str, ...]


class Declared(Struct, frozen=True):
    """ "With the declared goal of": the adjectives and nouns of a stated aim."""

    adjectives: frozenset[str]
    nouns: frozenset[str]


class Blame(Struct, frozen=True):
    """Words of blame inside what somebody says: verbs of failing, and phrases that name a cause."""

    verbs: tuple[str, ...]
    causes: tuple[str, ...]


class Acts(Struct, frozen=True, kw_only=True):
    """data/en/acts.yaml as it stands; the file explains its keys."""

    verbs: tuple[Row, ...]
    with_: dict[str, dict[str, Act]] = field(name="with")
    stance_with: frozenset[str]
    infinitive: frozenset[str]
    told_to: frozenset[str]
    clause_only: frozenset[str]
    only_with: frozenset[str]
    noun_object: frozenset[str]
    noun_decides: frozenset[str]
    introducing: frozenset[str]
    going_on: tuple[str, ...]
    with_deed: dict[str, Act]
    without: dict[str, Act]
    ours: dict[str, Act]
    refused: frozenset[str]
    nouns: dict[str, Act]
    deeds: dict[str, frozenset[str]]
    removing: frozenset[str]
    idioms: dict[str, dict[str, Act]]
    drawing: tuple[str, ...]
    messages: dict[str, Act]
    declared: Declared
    adjectives: dict[str, Act]
    blame: Blame
    alleging: frozenset[str]
    irregular: dict[str, tuple[str, ...]]


class Verb(Struct, frozen=True):
    """A verb of the lexicon. act: without a particle, None where it needs one; particles: act by what follows; nouns:
    act by the noun that is its object.
    """

    lemma: str
    act: Act | None
    manner: Manner
    particles: dict[str, Act]
    nouns: dict[str, Act]
    clause_only: bool
    alleging: bool


@functools.cache
def acts() -> Acts:
    """The lexicon of acts, checked."""
    found = table("acts", Acts)
    known = {lemma for row in found.verbs for lemma in row.bare} | set(found.with_)
    unknown = (found.clause_only | found.only_with | found.noun_object | found.stance_with | found.noun_decides) - known
    if unknown:
        raise BadArgument("a verb with a restriction is in the lexicon of acts", sorted(unknown))
    assert set(found.nouns.values()) <= set(get_args(Act))
    return found


@functools.cache
def verbs() -> dict[str, Verb]:
    """Every inflected form of every verb of the lexicon."""
    found = acts()
    by_lemma: dict[str, tuple[Act | None, Manner]] = {}
    for row in found.verbs:
        for lemma in row.bare:
            by_lemma.setdefault(lemma, (row.act, row.manner))
    for lemma in (*found.with_, *found.idioms):
        known = by_lemma.get(lemma, (None, "speech"))
        by_lemma[lemma] = (known[0], "stance" if lemma in found.stance_with else known[1])
    forms: dict[str, Verb] = {}
    for lemma, (act, manner) in by_lemma.items():
        verb = Verb(
            lemma,
            None if lemma in found.only_with else act,
            manner,
            found.with_.get(lemma, {}),
            {**found.with_["express"], **found.nouns} if lemma in found.noun_decides else {},
            lemma in found.clause_only and lemma not in found.noun_object,
            lemma in found.alleging,
        )
        for form in inflected(lemma):
            forms.setdefault(form, verb)
    return forms


@functools.cache
def noun_acts() -> dict[str, Act]:
    """The nouns that state an act, one and several: "demand", "demands"."""
    found = dict(acts().nouns)
    for noun, act in acts().nouns.items():
        found.setdefault(f"{noun}s", act)
    return found


@functools.cache
def inflected(lemma: str) -> tuple[str, ...]:
    """The forms of an English verb: irregular ones from the table, the others by rule."""
    if lemma in acts().irregular:
        return (lemma, *acts().irregular[lemma])
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma, lemma + "es", lemma + "ed", lemma + "ing"
    return lemma, lemma + "s", lemma + "ed", lemma + "ing"


@functools.cache
def forms_of(lemmas: tuple[str, ...]) -> dict[str, str]:
    """Inflected form -> lemma, for some verbs."""
    return {form: lemma for lemma in lemmas for form in inflected(lemma)}
