"""data/en/force.yaml: with what force a text sets something to be done."""

import functools
from typing import Literal

from msgspec import Struct

from goodoffices.reading.lexicon import table
from goodoffices.reading.voices.verbs import verbs

Standing = Literal["", "advisory", "political", "binding"]


class Ahead(Struct, frozen=True):
    """Words after which something is told as due on a day; the file explains its keys."""

    modals: frozenset[str]
    set: frozenset[str]
    scheduled: frozenset[str]


class Forces(Struct, frozen=True, kw_only=True):
    """data/en/force.yaml as it stands; the file explains its keys."""

    operative: dict[str, tuple[str, ...]]
    nouns_too: frozenset[str]
    listed: frozenset[str]
    stated: frozenset[str]
    only_said: tuple[str, ...]
    deeds: frozenset[str]
    binding_bodies: frozenset[str]
    standing: dict[Standing, tuple[str, ...]]
    modals: dict[str, tuple[str, ...]]
    called_for_verbs: tuple[str, ...]
    commanding_verbs: frozenset[str]
    undertaken_verbs: tuple[str, ...]
    agreed_verbs: tuple[str, ...]
    expected_verbs: tuple[str, ...]
    setting_verbs: tuple[str, ...]
    owing: frozenset[str]
    commitment_nouns: frozenset[str]
    texts: frozenset[str]
    listing: tuple[str, ...]
    recurrence: dict[str, str]
    sequence: tuple[str, ...]
    continuing: frozenset[str]
    deed_nouns: frozenset[str]
    ahead: Ahead


@functools.cache
def forces() -> Forces:
    """The words of force, checked."""
    return table("force", Forces)


@functools.cache
def bare_forms() -> frozenset[str]:
    """The infinitives with which a paragraph may open after "to"."""
    return frozenset({v.lemma for v in verbs().values()} | set(forces().called_for_verbs) | set(forces().agreed_verbs))
