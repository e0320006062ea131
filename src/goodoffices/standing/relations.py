"""Where parties differ and where they come together, with where it goes."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.kinds.convergence import Convergence
from goodoffices.vocabulary.kinds.disagreement import Disagreement
from goodoffices.vocabulary.relation import Relation
from goodoffices.vocabulary.when import When

Trend = Literal["open", "narrowing", "stalled", "worsened", "settled"]


class Between(Struct, frozen=True, kw_only=True):
    """What holds between parties on one thing. trends: as its sources have it, each once, in the order of the record:
    several where they differ or where it moved. claims: ids, as many as sources.
    """

    parties: tuple[str, ...]
    over: str
    differ: bool
    trends: tuple[Trend, ...]
    when: tuple[When | None, ...]
    claims: tuple[str, ...]


def relations(claims: Iterable[Reviewed]) -> tuple[Between, ...]:
    """Disagreements and convergences among the claims, alike: a record of the first alone would be biased.

    In neutral order: by parties, then by what it is over. Claims that are denied or rejected do not count.
    """
    found: dict[tuple[tuple[str, ...], str, bool], list[Reviewed]] = {}
    for r in claims:
        content = r.claim.content
        counts = r.state not in ("rejected", "superseded") and r.claim.attribution.polarity == "affirmed"
        if isinstance(content, Disagreement | Convergence) and content.parties and counts:
            key = (tuple(sorted(content.parties)), content.over.casefold(), isinstance(content, Disagreement))
            found.setdefault(key, []).append(r)
    return tuple(_between(found[key], differ=key[2]) for key in sorted(found))


def _between(held: list[Reviewed], *, differ: bool) -> Between:
    contents = [r.claim.content for r in held]
    first = contents[0]
    assert isinstance(first, Relation)
    return Between(
        parties=tuple(sorted(first.parties)),
        over=first.over,
        differ=differ,
        trends=tuple(dict.fromkeys(c.trend for c in contents if isinstance(c, Relation))),
        when=tuple(r.claim.valid for r in held),
        claims=tuple(r.claim.id for r in held),
    )
