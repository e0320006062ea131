"""What a file says of itself beside its text: title, writer, day it was made; how far that is believed."""

import datetime as dt
import re

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.documents.characters import one_line
from goodoffices.documents.dates import dates_in, read_stamp
from goodoffices.documents.language import language_of
from goodoffices.documents.plaintext import document_date, letterhead_title
from goodoffices.vocabulary.text import PageSpan, Span, Text
from goodoffices.vocabulary.when import When, on_day

_NO_TITLE = re.compile(
    r"\s*(?:microsoft (?:word|powerpoint)\b.*|untitled.*|sans titre.*|document\d*|title"
    r"|.*\.(?:docx?|pdf|rtf|odt|indd|txt))\s*",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_NEAR = 1  # years between what a text speaks of and the day its file was made, for that day to be believed
_TITLE_PAGE, _CUT_OFF = 2_000, 2  # characters in which a title stands, words up to which it breaks off
_HEAD, _LONGEST, _WEEK = 600, 12, 7  # characters at the head, words of a line, days


class FileFacts(Struct, frozen=True):
    """Title, author and making of a file as its own records have them, and the name of those records."""

    title: str
    author: str
    made: str
    source: str


def text_of(content: str, blob: str, recipe: str, main: tuple[Span, ...], pages: tuple[PageSpan, ...] = ()) -> Text:
    """A text with language, title and date as its words give them."""
    said = "\n\n".join(content[start:end] for start, end in main)
    language = language_of(said)
    title = _whole_title(letterhead_title(said), said, language)
    return Text(
        blob=blob,
        recipe=recipe,
        content=content,
        main=main,
        title=title,
        dated=document_date(said, title, language),
        language=language,
        pages=pages,
    )


def _whole_title(title: str, said: str, language: str) -> str:
    """A title that breaks off ("Statement by") with the lines under it that it goes on in."""
    lines = [one_line(block) for block in said[:_TITLE_PAGE].split("\n\n")]
    if title not in lines:
        return title
    for line in lines[lines.index(title) + 1 :]:
        ends = line.endswith((",", ";", ":", ".", "،")) or len(line.split()) > _LONGEST
        if len(title.split()) > _CUT_OFF or ends or next(dates_in(line, language=language), None):
            break
        title = f"{title} {line}"
    return title


def facts_noted(text: Text, facts: FileFacts) -> Text:
    """`text` with what the file's records add to it.

    The words come first: a file is often made on another day, by another hand and under another name than its
    document. A title is taken that is no file name. The day of making is taken where the text bears no date and
    speaks of that year or the one before, else only named in a note: a treaty of 1993 typed out in 2012 stays undated.
    The writer is only noted: it is mostly the typist.
    """
    notes = list(text.notes)
    title = one_line(facts.title)
    if title and not _NO_TITLE.fullmatch(title) and not text.title:
        text = replace(text, title=title)
        notes.append(f"title by {facts.source}")
    if facts.author.strip():
        notes.append(f"who typed the file, by {facts.source}: {one_line(facts.author, 80)}")
    if text.dated is None and (made := _made(facts)):
        text, said = _dated(text, made, facts)
        notes.append(said)
    return replace(text, notes=tuple(notes))


def _made(facts: FileFacts) -> dt.date | None:
    when = read_stamp(re.sub(r"\A(?:D:)?(\d{8})\d*.*", r"\1", facts.made))
    return when.earliest if when and when.precision == "day" else None


def _dated(text: Text, made: dt.date, facts: FileFacts) -> tuple[Text, str]:
    words = f"{facts.source}, made: {one_line(facts.made, 60)}"
    said = text.main_text()
    if when := _day_without_year(said, made, text.language):
        return replace(text, dated=when.said(f"{when.basis}; the year by {words}")), "the year is that of the file"
    if any(made.year - _NEAR <= int(year) <= made.year for year in _YEAR.findall(said)):
        when = on_day(made).said(words)
        return replace(text, dated=when), "the text bears no date; taken is the day on which the file was made"
    return text, f"the text bears no date; its file was made on {made}: if that is its day, add it with --date {made}"


def _day_without_year(said: str, made: dt.date, language: str) -> When | None:
    """A day and month in the first lines that, in the year of the file, lie within a week before its making."""
    for line in said[:_HEAD].split("\n"):
        if len(line.split()) <= _LONGEST:
            for start, end, when in dates_in(f"{line} {made.year}", language=language):
                near = when.earliest == when.latest and when.earliest and 0 <= (made - when.earliest).days <= _WEEK
                if near and end > len(line) and start < len(line):
                    return when.said(f"line near the title: {one_line(line, 160)}")
    return None
