"""The words that stand for parties, and for whom nobody names."""

import functools

from msgspec import Struct

from goodoffices.reading.lexicon import table


class Heads(Struct, frozen=True, kw_only=True):
    """data/en/attribution.yaml as it stands; the file explains its keys."""

    heads: frozenset[str]
    issued: frozenset[str]
    papers: frozenset[str]
    unnamed: frozenset[str]
    finding: frozenset[str]
    people: frozenset[str]
    bands: frozenset[str]
    according: tuple[str, ...]
    pairs: frozenset[str]
    persons: frozenset[str]
    groups: frozenset[str]
    of_states: frozenset[str]
    of_rebels: frozenset[str]
    against: frozenset[str]
    paired: frozenset[str]
    gatherings: frozenset[str]


@functools.cache
def heads() -> Heads:
    """The words that stand for parties, checked."""
    return table("attribution", Heads)


@functools.cache
def personal() -> frozenset[str]:
    """Phrases that look back to one person: "the envoy", "the expert"."""
    one = {word for word in heads().people if f"{word}s" in heads().people}
    return heads().persons | {f"the {word}" for word in one}
