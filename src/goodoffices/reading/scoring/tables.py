"""The tables of comparison: acts and their labels, statuses that carry a hedge, names that mean the same."""

import functools

from msgspec import Struct

from goodoffices.reading import lexicon


class _Tables(Struct, frozen=True, forbid_unknown_fields=True):
    acts: dict[str, tuple[str, ...]]
    near: tuple[tuple[str, str], ...]
    hedges: dict[str, frozenset[str]]
    names: dict[str, str]


@functools.cache
def _tables() -> _Tables:
    return lexicon.table("scoring", _Tables)


@functools.cache
def _coarse() -> dict[str, str]:
    return {label: act for act, labels in _tables().acts.items() for label in labels}


def knows(label: str) -> bool:
    """Whether a label of an act is in the table."""
    return label in _coarse()


def coarse(label: object) -> str:
    """The coarse act that a label is a shade of; the label itself where there is none."""
    plain = str(label or "").lower().replace(" ", "_")
    return _coarse().get(plain, plain)


def acts_agree(one: object, other: object) -> bool:
    """Whether two labels are of one coarse act, or of two between which coders waver."""
    pair = frozenset((coarse(one), coarse(other)))
    return len(pair) == 1 or pair in {frozenset(near) for near in _tables().near}


def carries(status: object, hedge: str) -> bool:
    """Whether a proposal's status still says what the hedge says."""
    return status in _tables().hedges.get(hedge, frozenset((hedge,)))


def names() -> dict[str, str]:
    """Names that mean the same, in small letters, and the one they are compared as."""
    return _tables().names
