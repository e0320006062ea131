"""Which way a passage points: that something is kept, broken, given more time, or none of these."""

import functools
import re
from typing import Literal, NamedTuple

from msgspec import Struct

from goodoffices.reading import lexicon

Direction = Literal["keeps", "breaks", "extends", ""]
Told = Literal["keeps", "breaks", "extends"]

_CLAUSE = re.compile(r"[;:,()]|\b(?:but|although|while|whereas|however|and)\b")
_BEFORE = 6  # words before a cue in which it is negated or only foreseen


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    keeps: tuple[tuple[str, ...], ...]
    breaks: tuple[tuple[str, ...], ...]
    extends: tuple[tuple[str, ...], ...]
    attributive: frozenset[str]
    negations: frozenset[str]
    foreseen: frozenset[str]


class Pointed(NamedTuple):
    """A direction and the words that give it; "" and "" for none."""

    way: Direction
    cue: str


@functools.cache
def _table() -> _Table:
    return lexicon.table("bearing", _Table)


@functools.cache
def _cues(way: Told) -> re.Pattern[str]:
    groups: tuple[tuple[str, ...], ...] = getattr(_table(), way)
    cues = sorted((cue for group in groups for cue in group), key=len, reverse=True)
    return re.compile(
        r"\b(?:" + "|".join(re.escape(c).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for c in cues) + r")\b"
    )


def direction(words: str) -> Pointed:
    """What the words say: more time given goes before a breach, a breach before a fulfilment; of several the first cue.

    A fulfilment that is negated is a breach, a breach that is negated none; what is only asked or foreseen is neither.
    """
    told = words.lower().replace("’", "'")
    found: dict[Told, str] = {}
    for way in ("extends", "breaks", "keeps"):
        for cue in _cues(way).finditer(told):
            before = _clause_before(told, cue.start())
            if way == "keeps" and before[-1:] and before[-1] in _table().attributive:
                continue
            if _table().foreseen.intersection(before) and _table().negations.isdisjoint(before):
                continue
            turned: Told | None = way
            if not _table().negations.isdisjoint(before):
                turned = {"keeps": "breaks", "breaks": None, "extends": None}[way]
            if turned is not None:
                found.setdefault(turned, cue.group())
    for way in ("extends", "breaks", "keeps"):
        if way in found:
            return Pointed(way, found[way])
    return Pointed("", "")


def _clause_before(told: str, at: int) -> list[str]:
    clause = _CLAUSE.split(told[:at])[-1]
    return re.findall(r"[\w'-]+", clause)[-_BEFORE:]
