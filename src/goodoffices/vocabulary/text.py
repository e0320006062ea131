"""A document and the text found in it."""

from msgspec import Struct

from goodoffices.vocabulary.when import When

Span = tuple[int, int]
PageSpan = tuple[int, int, int]


class Text(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a file says, as one recipe extracts it: a function of the file's bytes and the recipe alone.

    blob: SHA-256 of the bytes, hexadecimal. recipe: extractor and version ("html/1"). content: all the text, newlines
    as \\n, NUL and lone surrogates replaced by U+FFFD; every offset anywhere counts code points of it.
    main: spans of the document itself, ascending and disjoint; what lies outside (navigation, cookies, other
    articles, repeated paragraphs) stays in `content` and is never read. dated: the date the document bears, its
    basis saying where that was found; None when none was. language: ISO 639-1, "" when unknown. notes: what the
    reader of the text should know ("2 invalid bytes replaced"). pages: start, end and page, counted from 1, of what
    stands on each page of a paginated file, ascending and disjoint; a page may have several.
    """

    blob: str
    recipe: str
    content: str
    main: tuple[Span, ...]
    title: str = ""
    publisher: str = ""
    author: str = ""
    dated: When | None = None
    language: str = ""
    notes: tuple[str, ...] = ()
    pages: tuple[PageSpan, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """The page on which the character at `offset` stands; None where the file has no pages."""
        return next((page for start, end, page in self.pages if start <= offset < end), None)

    def main_text(self) -> str:
        """The main spans alone, a blank line between them; for people and measures, not for offsets."""
        return "\n\n".join(self.content[start:end] for start, end in self.main)

    def in_main(self, start: int, end: int) -> bool:
        """Whether the characters from `start` to `end` lie inside one main span."""
        return any(first <= start and end <= last for first, last in self.main)


class Document(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document of a case. name: of the file as it was added; blob: SHA-256 of its bytes; text: SHA-256 of its Text.

    The dates are kept apart: dated (what it bears), published (when it became public, taken to be `dated` unless
    somebody says otherwise), and the log's time of the entry that added it. compartments: who may see it must have
    all of them. replaces: id of the document that this is a newer version of, as somebody said; "" for none.
    """

    id: str
    name: str
    blob: str
    text: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    dated: When | None = None
    published: When | None = None
    language: str = ""
    compartments: tuple[str, ...] = ()
    replaces: str = ""
