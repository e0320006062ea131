"""The words of speeches: what a process is about, how a speaker weighs it, what he undertakes, refuses, threatens."""

import functools

from msgspec import Struct

from goodoffices.reading.lexicon import table
from goodoffices.reading.voices.verbs import acts, forms_of


class SpeechWords(Struct, frozen=True, kw_only=True):
    """data/en/speech.yaml as it stands; the file explains its keys."""

    matter: frozenset[str]
    weighing: frozenset[str]
    steady: tuple[str, ...]
    unfailing: tuple[str, ...]
    seeing: tuple[str, ...]
    perceiving: frozenset[str]
    menacing: frozenset[str]
    threatening: frozenset[str]
    attending: tuple[str, ...]
    barred: tuple[str, ...]


@functools.cache
def lexicon() -> SpeechWords:
    """The words of speeches, checked."""
    return table("speech", SpeechWords)


@functools.cache
def telling() -> frozenset[str]:
    """The words of which a clause of a speech needs one to be worth a claim."""
    return lexicon().matter | lexicon().weighing


@functools.cache
def refused() -> frozenset[str]:
    """The forms of the verbs that are refused with "will not"."""
    return frozenset(forms_of(tuple(sorted(acts().refused))))
