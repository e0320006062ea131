"""The words of meetings: the key `meetings` of data/en/truce.yaml."""

import functools

from msgspec import Struct

from goodoffices.reading.lexicon import table


class MeetingWords(Struct, frozen=True):
    """The key `meetings` of data/en/truce.yaml."""

    nouns: frozenset[str]
    sittings: frozenset[str]
    talks: frozenset[str]
    held: frozenset[str]
    meet: frozenset[str]
    gather: frozenset[str]
    interrupted: frozenset[str]
    meals: frozenset[str]
    opening: frozenset[str]
    hearing: tuple[str, ...]
    heard: frozenset[str]
    ahead: frozenset[str]
    foreseen: frozenset[str]
    will_hold: frozenset[str]
    people: frozenset[str]
    calls: frozenset[str]
    journeys: frozenset[str]
    planned: frozenset[str]
    placed: frozenset[str]
    spells: frozenset[str]
    further: frozenset[str]
    seeing: tuple[str, ...]
    holding: tuple[str, ...]
    wanting: tuple[str, ...]
    refusing: tuple[str, ...]


class _Whole(Struct, frozen=True):
    meetings: MeetingWords


@functools.cache
def lexicon() -> MeetingWords:
    """The words of meetings, checked."""
    return table("truce", _Whole).meetings
