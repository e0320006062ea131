"""Quotes of a claim against the texts of their documents."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from goodoffices.errors import BadQuote
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.quote import Quote

TextOf = Callable[[str], str]


def every_quote(claim: Claim) -> Iterator[Quote]:
    """All quotes anywhere in a claim: its own, of its attribution's condition, within its content."""
    yield from claim.quotes
    yield from _quotes_in(claim.attribution)
    yield from _quotes_in(claim.content)


def quoted_documents(claim: Claim) -> tuple[str, ...]:
    """Ids of the documents that a claim quotes anywhere, each once."""
    return tuple(dict.fromkeys(quote.document for quote in every_quote(claim)))


def check_quotes(claim: Claim, text_of: TextOf) -> int:
    """How many quotes the claim has, once each has been found in its document's text.

    Raises BadQuote for a quote that does not stand there, and for a claim without quotes that names nobody who
    entered it; NotFound, by way of `text_of`, for a document the case does not have.
    """
    if not claim.quotes and not claim.entered_by:
        raise BadQuote(
            "a claim quotes a document or names who entered it without one", claim.id, "Quote its words, or say who."
        )
    quotes = list(every_quote(claim))
    for quote in quotes:
        if not quote.holds_in(text_of(quote.document)):
            found = f"claim {claim.id}: {quote.document} {quote.start}:{quote.end} “{quote.exact}”"
            raise BadQuote("quoted words stand in their document where the quote says", found, "Quote them anew.")
    return len(quotes)


def _quotes_in(value: Struct) -> Iterator[Quote]:
    for name in value.__struct_fields__:
        held = getattr(value, name)
        for item in held if isinstance(held, tuple) else (held,):
            if isinstance(item, Quote):
                yield item
            elif isinstance(item, Struct):
                yield from _quotes_in(item)
