"""claims.jsonl: one JSON object a line for every claim, and for every actor, date and hedge that a reading names.

    {"id": …, "document": file name, "kind": …, "quote": {"start", "end", "exact"}, "status": …, "holder": …, …}

`status` folds the attribution into one word; `holder` is "author", "unnamed" or a party's name; the further fields
are those of the kind (see `exchanged` of each). `state` says what people of the office made of it. A claim entered
without a document has no quote.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from goodoffices.vocabulary.claim import Claim, Reviewed
from goodoffices.vocabulary.party import Parties
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.reading import ActorMention, DateMention, HedgeMention, Reading
from goodoffices.vocabulary.text import Document

_ENCODER = msgspec.json.Encoder()


def lines(
    claims: Iterable[Reviewed], readings: Iterable[Reading], documents: Iterable[Document], parties: Parties
) -> Iterator[bytes]:
    """The lines of the file, without their newlines: claims first, then mentions, each in the given order."""
    names = {document.id: document.name for document in documents}
    for reviewed in claims:
        yield _ENCODER.encode(_claim(reviewed, names, parties))
    for reading in readings:
        for mention in _mentions(reading, names, parties):
            yield _ENCODER.encode(mention)


def proposed(reading: Reading, document: Document, parties: Parties) -> Iterator[dict[str, Any]]:
    """The lines that a reading alone makes, as objects: what the reader proposed, whatever people made of it."""
    names = {document.id: document.name}
    for claim in reading.claims:
        yield _told(claim, names, parties)
    yield from _mentions(reading, names, parties)


def _mentions(reading: Reading, names: dict[str, str], parties: Parties) -> Iterator[dict[str, Any]]:
    for number, actor in enumerate(reading.actors):
        yield _actor(actor, number, names, parties)
    for number, date in enumerate(reading.dates):
        yield _date(date, number, names)
    for number, hedge in enumerate(reading.hedges):
        yield _hedge(hedge, number, names)


def _claim(reviewed: Reviewed, names: dict[str, str], parties: Parties) -> dict[str, Any]:
    return _told(reviewed.claim, names, parties) | {"state": reviewed.state, "matter": reviewed.matter}


def _told(claim: Claim, names: dict[str, str], parties: Parties) -> dict[str, Any]:
    quotes = [_quoted(quote) for quote in claim.quotes]
    return {
        "id": claim.id,
        "document": names.get(claim.documents[0], claim.documents[0]) if claim.documents else None,
        "kind": claim.kind,
        "quote": quotes[0] if quotes else None,
        "further_quotes": quotes[1:],
        "status": claim.attribution.status,
        "holder": parties.name(claim.attribution.holder),
        "rule": claim.rule or None,
        "issues": list(claim.issues),
        **claim.content.exchanged(parties.name, claim.valid),
    }


def _mention(kind: str, number: int, quote: Quote, names: dict[str, str]) -> dict[str, Any]:
    return {
        "id": f"{quote.document}:{kind}:{number}",
        "document": names.get(quote.document, quote.document),
        "kind": kind,
        "quote": _quoted(quote),
        "status": "asserted",
        "holder": "author",
    }


def _actor(mention: ActorMention, number: int, names: dict[str, str], parties: Parties) -> dict[str, Any]:
    party = parties.get(mention.party)
    return {
        **_mention("actor", number, mention.quote, names),
        "name": parties.name(mention.party),
        "type": party.kind if party else None,
        "iso3": party.codes.get("iso3166") if party else None,
    }


def _date(mention: DateMention, number: int, names: dict[str, str]) -> dict[str, Any]:
    when = mention.when
    return {
        **_mention("date", number, mention.quote, names),
        "text": mention.quote.exact,
        "value": when.value or None,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
    }


def _hedge(mention: HedgeMention, number: int, names: dict[str, str]) -> dict[str, Any]:
    return {**_mention("hedge", number, mention.quote, names), "cue": mention.cue, "status": mention.status}


def _quoted(quote: Quote) -> dict[str, Any]:
    return {"start": quote.start, "end": quote.end, "exact": quote.exact}
