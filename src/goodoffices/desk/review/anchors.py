"""Quotes of claims in the newer versions of their documents."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.errors import BadArgument
from goodoffices.record import Record, Snapshot
from goodoffices.vocabulary.anchor import NEAR, Anchor, sought
from goodoffices.vocabulary.claim import STANDING, Claim, Reviewed
from goodoffices.vocabulary.quote import Quote, find_quote

THRESHOLD = f"Words count as moved when at least {NEAR:.0f} of 100 of them agree and what stands on one side does too."


class Anchored(Struct, frozen=True, kw_only=True):
    """The quotes of a claim whose documents have newer versions. worst: "orphan", "moved", or "" when all stand there
    word for word or a person said where they stand.
    """

    claim: str
    anchors: tuple[Anchor, ...]

    @property
    def worst(self) -> str:
        """What a list should say of the claim."""
        hows = {anchor.how for anchor in self.anchors if not anchor.by}
        return next((how for how in ("orphan", "moved") if how in hows), "")


class Anchors:
    """Seeks quotes in the newest versions that a snapshot sees; what a person said of a place comes first."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        documents = snapshot.documents()
        self._newer = {d.replaces: d.id for d in documents if d.replaces}
        self._told: dict[tuple[str, Quote], tuple[Quote, str]] = {}
        if self._newer:
            for claim, was, now, by in snapshot.moved_anchors():
                self._told[claim, was] = now, by
        self._text = lru_cache(maxsize=64)(lambda document: snapshot.text(document).content)

    def newest(self, document: str) -> str:
        """The newest version of a document: itself where it has none."""
        seen = {document}
        while (newer := self._newer.get(document)) and newer not in seen:
            document = newer
            seen.add(document)
        return document

    def of(self, held: Reviewed) -> Anchored | None:
        """The anchors of a claim's own quotes in newer versions; None where its documents have none."""
        found = [self._anchor(held.claim.id, quote) for quote in held.claim.quotes if quote.document in self._newer]
        return Anchored(claim=held.claim.id, anchors=tuple(found)) if found else None

    def of_first(self, claim: Claim) -> Anchor | None:
        """The anchor of a claim's first quote in a newer version; None where its document has none."""
        first = claim.quotes[0] if claim.quotes else None
        return self._anchor(claim.id, first) if first and first.document in self._newer else None

    def among(self, claims: Iterable[Reviewed]) -> dict[str, Anchored]:
        """The same of several claims, by id."""
        if not self._newer:
            return {}
        return {held.claim.id: found for held in claims if (found := self.of(held))}

    def _anchor(self, claim: str, quote: Quote) -> Anchor:
        told = self._told.get((claim, quote))
        at, by = told or (quote, "")
        newest = self.newest(at.document)
        if newest == at.document:
            return Anchor(quote=quote, how="moved", place=at, likeness=100.0, by=by)
        found = sought(at, self._text(at.document), newest, self._text(newest))
        return replace(found, quote=quote, by=by if found.how in ("exact", "context") else "")


def noted(worst: Sequence[str]) -> tuple[str, ...]:
    """What a page says, in words, of claims whose words changed or are gone in newer versions: of the worst of each."""
    moved, orphans = worst.count("moved"), worst.count("orphan")
    if not moved and not orphans:
        return ()
    said = [f"of {moved} the words changed or moved"] * bool(moved) + [f"of {orphans} they are gone"] * bool(orphans)
    return (f"In newer versions of their documents, claims may have to be read again: {', '.join(said)}.",)


def claims_to_read(snapshot: Snapshot) -> list[Anchored]:
    """The claims that people stand by and whose documents have newer versions, in the order of the claims."""
    return list(Anchors(snapshot).among(snapshot.claims(states=STANDING)).values())


def move_anchor(record: Record, claim: str, words: str, *, number: int = 1, by: str, at: dt.datetime) -> Quote:
    """Enters that the words of a claim's quote, its first or the one numbered, stand in the newest version of their
    document as `words`, which must stand there once. Raises NotFound, BadQuote, BadArgument for a quote it has not.
    """
    snapshot = record.at()
    quotes = snapshot.claim(claim).claim.quotes
    if not 1 <= number <= len(quotes):
        raise BadArgument(f"a claim has quotes 1 to {len(quotes)}", number, "List its anchors.")
    was = quotes[number - 1]
    newest = Anchors(snapshot).newest(was.document)
    place = find_quote(newest, snapshot.text(newest).content, words)
    record.move_anchor(claim, was, place, by=by, at=at)
    return place
