"""A plain document (a resolution, a treaty, a press release): all of it is the document."""

import re
from collections.abc import Sequence

from goodoffices.documents.blocks import Block, blocks_of
from goodoffices.documents.characters import one_line
from goodoffices.documents.dateline import (
    dateline,
    gathering_date,
    header_date,
    heads_a_document,
    last_lines_date,
    names_a_document,
    signing_date,
)
from goodoffices.documents.dates import dates_in
from goodoffices.documents.language import language_of
from goodoffices.documents.title import in_capitals, plain_title
from goodoffices.vocabulary.text import Text
from goodoffices.vocabulary.when import When

RECIPE = "plain/2"
_ISSUED = re.compile(r"\b(?:issued|released|published|dated)(?: on)?$", re.IGNORECASE)
_HEADER_LINES = 14  # a letterhead with symbol, distribution, date and title is no longer
_BARE = 7  # words of a first line that is there for its date, and is taken for the title
_DATELINES = 3  # paragraphs in which a dateline is sought: a long heading may look like one
_HEAD = 20_000  # code points at either end in which title and date are looked for


def read_plain(text: str, blob: str, notes: tuple[str, ...]) -> Text:
    """The text whole: nothing of it is furniture, not even a footnote, for a footnote may tell how somebody voted."""
    language = language_of(text)
    title = letterhead_title(text)
    start = len(text) - len(text.lstrip())
    return Text(
        blob=blob,
        recipe=RECIPE,
        content=text,
        main=((start, len(text.rstrip())),),
        title=title,
        dated=document_date(text, title, language),
        language=language,
        notes=notes,
    )


def letterhead_title(text: str) -> str:
    """The title that a document prints above its text; "" where it has none."""
    return one_line(plain_title(blocks_of(text[:_HEAD])))


def document_date(text: str, title: str, language: str) -> When | None:
    """The date that a document bears, and where it stands.

    In this order: a title that names the document, lines near it, a dateline, the title's end, what the text opens
    with, the signing.
    """
    head, tail = blocks_of(text[:_HEAD]), blocks_of(text[-_HEAD:])
    header, body = _letterhead(head)
    if names_a_document(title) and (when := header_date([title], language=language, where="title")):
        return when
    lines = [line for line in header if line != title or len(line.split()) <= _BARE]
    if when := header_date(lines, language=language, where="line near the title"):
        return when
    opening = head[head.index(body) :][:_DATELINES] if body else []
    if when := next(filter(None, (dateline(block.text, language=language) for block in opening)), None):
        return when
    return (
        _dated_title(title, language)
        or _opens_with(text.lstrip(), language)
        or signing_date([block.text for block in tail], language=language)
        or last_lines_date([line for block in tail[-3:] for line in block.text.split("\n")], language=language)
        or (gathering_date(title, body.text, language=language) if body else None)
    )


def _letterhead(head: Sequence[Block]) -> tuple[list[str], Block | None]:
    """The lines above the first paragraph, and that paragraph."""
    lines: list[str] = []
    for block in head:
        titled = in_capitals(block.text) or (  # titles run on in capitals
            not lines and not block.full_stop and "\n" not in block.text and heads_a_document(block.text)
        )
        prose = (block.words >= 25 or (block.prose and lines)) and not titled
        if prose or len(lines) >= _HEADER_LINES:
            return lines[:_HEADER_LINES], block
        lines += [line.strip() for line in block.text.split("\n")]
    return lines[:_HEADER_LINES], None


def _dated_title(title: str, language: str) -> When | None:
    """A full day at the very end of a title, after a comma, a dash or in brackets: "Joint statement, 21 May 1999"."""
    for start, end, when in dates_in(title, language=language):
        before = title[:start].rstrip()
        if (
            when.precision == "day"
            and not title[end:].strip(" ).]")
            and (before.endswith((",", "-", "–", "—", "(", "[")) or _ISSUED.search(before))
        ):
            return when.said(f"title: {title.strip()[:160]}")
    return None


def _opens_with(text: str, language: str) -> When | None:
    """A full day before the first word: "2035-06-24 On its fifth anniversary …"."""
    for start, end, when in dates_in(text[:40], language=language):
        if start == 0 and when.precision == "day" and re.match(r"\s+[|–—-]?\s*[^\W\da-z_]", text[end : end + 6]):
            return when.said(f"opening: {text[:60]}")
    return None
