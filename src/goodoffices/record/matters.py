"""Which claims speak of one matter: what people said is the same, put together.

A matter bears the name of the claim that the earliest of its `matter.same` entries names first; a claim that nobody
called the same as another is a matter of its own, under its own id.
"""

from collections.abc import Iterable, Sequence

from goodoffices.record.rows import LinkRow
from goodoffices.record.shelf import Shelf

SAME, DIFFERENT = "same", "different"


def linked(shelf: Shelf, claims: Iterable[str]) -> tuple[set[str], list[LinkRow]]:
    """All claims that speak of the same matter as any of `claims`, these included, and the links that say so."""
    known = set(claims)
    fresh, links = set(known), []
    while fresh:
        found = [link for link in shelf.links(sorted(fresh)) if link.relation == SAME]
        links += found
        fresh = {link.other for link in found} - known
        known |= fresh
    return known, links


def matter_ids(shelf: Shelf, claims: Iterable[str]) -> dict[str, str]:
    """The matter of each of these claims."""
    wanted = list(claims)
    tied = {link.claim for link in shelf.links(wanted) if link.relation == SAME}
    named: dict[str, str] = {}
    for claim in wanted:
        if claim not in tied:
            named[claim] = claim
        elif claim not in named:
            members, links = linked(shelf, [claim])
            name = min(links, key=lambda link: link.since_seq).first
            named |= dict.fromkeys(members, name)
    return {claim: named[claim] for claim in wanted}


def at_odds(shelf: Shelf, claims: Sequence[str]) -> tuple[str, str] | None:
    """Two claims that somebody called different though `claims` would make them one matter; None if there are none."""
    members, _ = linked(shelf, claims)
    for link in shelf.links(sorted(members)):
        if link.relation == DIFFERENT and link.other in members:
            return link.claim, link.other
    return None


def joined(shelf: Shelf, claims: Sequence[str]) -> str:
    """The name of the matter that these claims would be, were they called the same now."""
    _, links = linked(shelf, claims)
    return min(links, key=lambda link: link.since_seq).first if links else claims[0]
