"""Matters that are probably one: what a machine proposes and a person confirms."""

from msgspec import Struct

from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.conflict import conflicts


class Match(Struct, frozen=True, kw_only=True):
    """Two or more matters that may be one. differ: the attributes in which their claims would contradict each other."""

    matters: tuple[Matter, ...]
    differ: tuple[str, ...] = ()


def match(matters: tuple[Matter, ...]) -> Match:
    """These matters as a proposal."""
    claims = tuple(sorted((r for m in matters for r in m.claims), key=lambda r: r.seq))
    one = Matter(id=matters[0].id, kind=matters[0].kind, claims=claims)
    return Match(matters=matters, differ=tuple(found.attribute for found in conflicts(one)))
