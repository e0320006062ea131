"""data/en/force.yaml: with what force a text sets something to be done."""

import functools
from typing import Literal

from msgspec import Struct

from goodoffices.reading.lexicon import table

Standing = Literal["", "advisory", "political", "binding"]


class Forces(Struct, frozen=True, kw_only=True):
    """data/en/force.yaml as it stands; the file explains its keys."""

    operative: dict[str, tuple[str, ...]]
    nouns_too: frozenset[str]
    listed: frozenset[str]
    stated: frozenset[str]
    binding_bodies: frozenset[str]
    standing: dict[Standing, tuple[str, ...]]
    modals: dict[str, tuple[str, ...]]
    called_for_verbs: tuple[str, ...]
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


@functools.cache
def forces() -> Forces:
    """The words of force, checked."""
    return table("force", Forces)
