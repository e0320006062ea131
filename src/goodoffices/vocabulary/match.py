"""Matters that are probably one: what a machine proposes and a person confirms."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from goodoffices.vocabulary.claim import Claim, Matter
from goodoffices.vocabulary.conflict import conflicts

LIKE_WORDS = 60  # of 100: token-set ratio of what two claims quote from which they may report one saying


class Match(Struct, frozen=True, kw_only=True):
    """Two or more matters that may be one. differ: the attributes in which their claims would contradict each other."""

    matters: tuple[Matter, ...]
    differ: tuple[str, ...] = ()


def match(matters: tuple[Matter, ...]) -> Match:
    """These matters as a proposal."""
    claims = tuple(sorted((r for m in matters for r in m.claims), key=lambda r: r.seq))
    one = Matter(id=matters[0].id, kind=matters[0].kind, claims=claims)
    return Match(matters=matters, differ=tuple(found.attribute for found in conflicts(one)))


def alike(one: Claim, other: Claim) -> bool:
    """Whether two claims probably speak of one matter. What a reader told apart in the same words stays apart."""
    if one.rule and other.rule and any(a.overlaps(b) for a in one.quotes for b in other.quotes):
        return False
    if one.kind != other.kind or not one.content.alike(other.content, one.valid, other.valid):  # type: ignore[arg-type]
        return False
    return not one.content.by_words or _like_words(one, other)


def alike_matters(matters: Sequence[Matter]) -> Iterator[tuple[Matter, Matter]]:
    """The pairs of matters, the earlier first, of which some claim of one is alike some claim of the other."""
    sharing: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, matter in enumerate(matters):
        for key in {key for held in matter.claims for key in held.claim.matter_keys()}:
            sharing[key].append(number)
    asked = {pair for numbers in sharing.values() for pair in combinations(numbers, 2)}
    for a, b in sorted(asked):
        if any(alike(x.claim, y.claim) for x in matters[a].claims for y in matters[b].claims):
            yield matters[a], matters[b]


def _like_words(one: Claim, other: Claim) -> bool:
    from rapidfuzz.fuzz import token_set_ratio  # only those who match wait for it

    said = [" ".join(quote.exact for quote in claim.quotes).casefold() for claim in (one, other)]
    return all(said) and token_set_ratio(*said) >= LIKE_WORDS
