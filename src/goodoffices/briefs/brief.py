"""What a brief holds. All of it is text for people; nothing in it is markup."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from goodoffices.pictures import Picture


class Footnote(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a sentence comes from. number: from 1, each once; title, publisher, dated: of the document; quote: its
    exact words, with what stands before and after them; address: where it was found; entered_by: who entered it,
    where there is no document; newer: what became of the words in a newer version, in a sentence.
    """

    number: int
    title: str
    publisher: str = ""
    dated: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    address: str = ""
    entered_by: str = ""
    newer: str = ""


class Side(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one source says where sources contradict each other. words: the value it gives; quote: its exact words;
    followed: whether a ruling follows it.
    """

    words: str
    source: str = ""
    quote: str = ""
    notes: tuple[int, ...] = ()
    followed: bool = False


class Item(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One row. words: what it is about; state: its status in words, mark: the state alone, for shape and colour; when:
    its date in words; parties: names, in neutral order; notes: footnote numbers; detail: sentences that give the
    reasons; sides: for a contradiction; ruling: how and why it was decided, "" while it is open; proposed: found by
    the reader and not yet reviewed by anybody; id: names the row within the page.
    """

    words: str
    state: str = ""
    mark: str = ""
    when: str = ""
    parties: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()
    detail: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    ruling: str = ""
    proposed: bool = False
    id: str = ""


class Section(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of the brief. id: names it within the page; empty: what is said where it has no items; pictures: drawn
    above its rows, each with its table.
    """

    id: str
    title: str
    lead: str = ""
    items: tuple[Item, ...] = ()
    empty: str = "Nothing in this record."
    pictures: tuple[Picture, ...] = ()


class Finding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the first screen. label: what is counted, or a word for it; count: how many, None where nothing is
    counted; words: a sentence; notes: footnote numbers; mark: the state whose shape and colour it bears; to: id of the
    section or row that the number opens.
    """

    label: str
    words: str
    count: int | None = None
    notes: tuple[int, ...] = ()
    mark: str = ""
    to: str = ""


class Brief(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A brief. as_of: when it was so in the world; published_by: only what was public by then, None for all;
    as_known: what the office had entered by then, in words with the version of the data; coverage: what the record
    reaches, in a sentence; language, direction: of the page (quotations find their own direction).
    """

    title: str
    case: str
    as_of: dt.date
    as_known: str
    prepared_at: dt.datetime
    prepared_by: str
    coverage: str
    findings: tuple[Finding, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    published_by: dt.date | None = None
    language: str = "en"
    direction: Literal["ltr", "rtl"] = "ltr"
