"""What is tied to what: linkages as a graph, seen around one thing at stake."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from goodoffices.errors import NotFound
from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.kinds.linkage import Linkage, LinkKind, tied


class Tie(Struct, frozen=True, kw_only=True):
    """One linkage: who ties which things how, ways out that are sought, the claims that say so and whose word it is.

    For a condition or a sequence the order of `things` counts: the first only if the others, or each before the next.
    """

    by: str
    things: tuple[str, ...]
    kind: LinkKind
    exits: tuple[str, ...]
    claims: tuple[str, ...]
    holders: tuple[str, ...]

    @property
    def told(self) -> str:
        """How the things are tied, in words that show what waits for what."""
        return tied(self.kind, self.things)


def ties(claims: Iterable[Reviewed]) -> tuple[Tie, ...]:
    """The linkages among the claims; the same things tied the same way by the same party are one, with all its claims.

    Claims that are denied or rejected do not count.
    """
    found: dict[tuple[str, str, tuple[str, ...]], list[Reviewed]] = {}
    for r in claims:
        content = r.claim.content
        counts = r.state not in ("rejected", "superseded") and r.claim.attribution.polarity == "affirmed"
        if isinstance(content, Linkage) and counts:
            found.setdefault((content.by, content.link_kind, tuple(map(str.casefold, content.ties))), []).append(r)
    return tuple(_tie(held) for held in found.values())


def around(tied: Sequence[Tie], focus: str, steps: int = 1) -> tuple[Tie, ...]:
    """The ties within `steps` of a thing, or of a party that ties (by its id); in their order.

    Letter case does not count. NotFound for what nothing is tied to.
    """
    wanted = focus.casefold()
    by_party = any(wanted == tie.by.casefold() for tie in tied)
    reached = {wanted} | {thing for tie in tied if tie.by.casefold() == wanted for thing in _keys(tie)}
    if not by_party and not any(wanted in _keys(tie) for tie in tied):
        raise NotFound("something is tied to what is looked at", focus, "Name a party that ties, or a thing tied.")
    for _ in range(steps - 1):
        reached |= {thing for tie in tied if reached & _keys(tie) for thing in _keys(tie)}
    return tuple(tie for tie in tied if reached & _keys(tie))


def _keys(tie: Tie) -> set[str]:
    return {thing.casefold() for thing in tie.things}


def _tie(held: Sequence[Reviewed]) -> Tie:
    content = held[0].claim.content
    assert isinstance(content, Linkage)
    ways = [way for r in held if isinstance(r.claim.content, Linkage) for way in r.claim.content.exits]
    return Tie(
        by=content.by,
        things=content.ties,
        kind=content.link_kind,
        exits=tuple(dict.fromkeys(ways)),
        claims=tuple(r.claim.id for r in held),
        holders=tuple(r.claim.attribution.holder for r in held),
    )
