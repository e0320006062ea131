"""Exact words and where they stand."""

from msgspec import Struct

from goodoffices.errors import BadQuote

CONTEXT = 32  # characters kept either side, as in the W3C TextQuoteSelector, to find the words again if they move


class Quote(Struct, frozen=True):
    """Exact words in a document: `text[start:end] == exact`, offsets in code points of the stored text.

    prefix, suffix: up to 32 characters either side, with which the words are found again in a later version.
    """

    document: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def holds_in(self, text: str) -> bool:
        """Whether the words stand in `text` where this quote says."""
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.exact

    def overlaps(self, other: "Quote") -> bool:
        """Whether the two share at least one character of one document."""
        return self.document == other.document and self.start < other.end and other.start < self.end


def quote(document: str, text: str, start: int, end: int) -> Quote:
    """The words of `text` from `start` to `end`; BadQuote when there are none."""
    if not 0 <= start < end <= len(text):
        raise BadQuote("a quote lies inside its text", f"{start}:{end} of {len(text)}", "Check the offsets.")
    return Quote(
        document=document,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def find_quote(document: str, text: str, words: str) -> Quote:
    """The place of `words` in `text`; BadQuote when they are not there, or there more than once."""
    start = text.find(words)
    if not words or start < 0:
        raise BadQuote("quoted words stand in their document", words, "Copy the words from the document.")
    if text.find(words, start + 1) >= 0:
        raise BadQuote("quoted words stand once in their document", words, "Quote more words around them.")
    return quote(document, text, start, start + len(words))
