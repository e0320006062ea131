"""One claim for each thing: what a document says twice is proposed once, with both quotes."""

from msgspec.structs import replace

from goodoffices.reading.scene import Scene
from goodoffices.vocabulary.claim import Claim


def once_each(claims: list[Claim], scene: Scene) -> tuple[Claim, ...]:
    """The claims in the order of their words, those with the same kind, content and words taken together."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        words = " ".join(claim.quotes[0].exact.split()).casefold()
        key = (claim.kind, words, _who(claim))
        known = kept.get(key)
        if known is None:
            kept[key] = claim
        elif claim.quotes[0] not in known.quotes:
            kept[key] = replace(known, quotes=(*known.quotes, *(q for q in claim.quotes if q not in known.quotes)))
    return tuple(sorted(kept.values(), key=lambda c: (c.quotes[0].start, c.quotes[0].end, c.kind)))


def _who(claim: Claim) -> tuple[object, ...]:
    content = claim.content
    return tuple(
        getattr(content, name, None) for name in ("speaker", "act", "giver", "by", "actor", "body", "what", "value")
    )
