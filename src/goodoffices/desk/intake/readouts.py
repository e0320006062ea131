"""Readouts: confidential notes of meetings, typed in; each is a document of the case, in a compartment."""

import datetime as dt
import re

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.documents import extract
from goodoffices.errors import BadArgument, BadDate
from goodoffices.record import Record
from goodoffices.vocabulary.text import Document
from goodoffices.vocabulary.when import When, from_edtf

PUBLISHER = "confidential readout"  # stands in every footnote that cites one
NEVER = When(basis="confidential: not to be published")
NAME = 60  # characters of a file's name that come from those who met


class Readout(Struct, frozen=True, kw_only=True):
    """A meeting as somebody of the office noted it. met: who met whom, in words; day: EDTF; place: "" where it does not
    matter; said: what was said; compartment: who may see it must have it.
    """

    met: str
    day: str
    said: str
    compartment: str
    place: str = ""

    @property
    def title(self) -> str:
        """What the document is called."""
        return f"Readout: {self.met}" + (f", {self.place}" if self.place else "")


def add_readout(record: Record, readout: Readout, *, by: str, at: dt.datetime) -> Document:
    """Adds a readout, written by `by`, as a document that never counts as public. BadArgument for a field left empty,
    or for words that the case has already; BadDate for a day that is none.
    """
    for field in ("met", "day", "said", "compartment"):
        if not getattr(readout, field).strip():
            raise BadArgument("a readout says who met, when, what was said, and who may see it", field, "Fill it in.")
    day = from_edtf(readout.day)
    if not day.bounded:
        raise BadDate("a readout is of a known day", readout.day, "For example 2030-05-03, or 2030-05.")
    content = f"{readout.title}\n\n{readout.said}\n".encode()
    who = re.sub(r"[^\w -]", "", readout.met)[:NAME].strip()
    name = f"readout {day.edtf} {who}.txt"
    text = replace(extract(content, name), title=readout.title, author=by, publisher=PUBLISHER)
    added = record.add_document(
        content,
        text,
        name=name,
        by=by,
        at=at,
        dated=day.said(f"supplied by {by}"),
        published=NEVER,
        compartments=[readout.compartment],
    )
    if not added.new:
        raise BadArgument("a readout is entered once", readout.title, "Say what is new in it, or open the earlier one.")
    return added.document
