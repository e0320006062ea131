"""Gold: what people found in documents by reading them, one YAML file. Its shape is described in docs/evaluate.md."""

import datetime as dt
from typing import Any

import msgspec
import yaml
from msgspec import UNSET, Struct, UnsetType

from goodoffices.errors import BadArgument
from goodoffices.reading.scoring.tables import knows

Names = str | tuple[str, ...] | None
Value = str | int | float | None


class Item(Struct, frozen=True, kw_only=True):
    """One thing found. quote: its exact words; at: [start, end) of them in the text instead, in code points.

    optional: credit if found, no penalty if missed. The further fields are the key attributes of the kinds; names are
    ids of the document's actors. due: null says that no date can be given; left out, nobody said.
    """

    quote: str = ""
    at: tuple[int, int] | None = None
    optional: bool = False
    actor: Names = None
    on_behalf_of: Names = None
    act: str = ""
    parties: Names = None
    participants: Names = None
    body: Names = None
    by: Names = None
    giver: Names = None
    receiver: Names = None
    date: Value = None
    due: Value | UnsetType = UNSET
    start: Value = None
    end: Value = None
    value: Value = None
    status: str = ""


class DateItem(Struct, frozen=True, kw_only=True):
    """An expression of time. text: its words inside the quote; value: TIMEX-like; resolved: the day or span a duration
    comes to; anchor: "doc_date" where it hangs on the document's own date.
    """

    quote: str = ""
    at: tuple[int, int] | None = None
    text: str = ""
    text_at: tuple[int, int] | None = None
    value: Value = None
    resolved: Value = None
    anchor: str = ""
    optional: bool = False


class Surface(Struct, frozen=True):
    """A word that stands for an actor here."""

    surface: str


class GoldActor(Struct, frozen=True, kw_only=True):
    """Who is named. mentions, metonyms: the words by which; iso3: code of a state."""

    id: str
    name: str = ""
    type: str = ""
    iso3: str = ""
    mentions: tuple[str, ...] = ()
    metonyms: tuple[Surface, ...] = ()
    optional: bool = False


class Place(Struct, frozen=True):
    """A name that is no actor here."""

    name: str


class DocumentDate(Struct, frozen=True, kw_only=True):
    """The document's date. in_text: false where the text does not give it, so that what hangs on it is optional."""

    value: Value = None
    quote: str = ""
    at: tuple[int, int] | None = None
    in_text: bool | None = None


Items = tuple[Item, ...]


class GoldDocument(Struct, frozen=True, kw_only=True):
    """What is right for one document. file: its name in the case. A kind without a list is not counted either way."""

    file: str
    id: str = ""
    doc_date: DocumentDate | None = None
    must_not: Items = ()
    actors: tuple[GoldActor, ...] = ()
    places_not_actors: tuple[Place, ...] = ()
    dates: tuple[DateItem, ...] = ()
    epistemic: Items = ()
    meetings: Items | None = None
    provisions: Items | None = None
    statements: Items | None = None
    disagreements: Items | None = None
    linkages: Items | None = None
    concessions: Items | None = None
    truces: Items | None = None
    incidents: Items | None = None
    figures: Items | None = None
    mandate: Items = ()
    mediations: Items = ()
    background_events: Items = ()
    concession_revisions: Items = ()
    decision: Item | None = None

    @property
    def name(self) -> str:
        """The file's name without folders: the name under which a case holds it."""
        return self.file.replace("\\", "/").rsplit("/", 1)[-1]

    @property
    def elsewhere(self) -> Items:
        """What is right and of a kind that is not counted: proposals on it are neither credited nor blamed."""
        told = (self.mandate, self.mediations, self.background_events, self.concession_revisions, self.epistemic)
        further = tuple(item for items in told for item in items)
        return (*further, self.decision) if self.decision else further


class Gold(Struct, frozen=True):
    """A file of gold."""

    documents: tuple[GoldDocument, ...]


def gold(written: bytes) -> Gold:
    """The gold in a YAML file; BadArgument, naming the place, for a file of another shape."""
    rule, remedy = "gold is a YAML file with a list `documents`", "The shape is described in docs/evaluate.md."
    try:
        read = msgspec.convert(_plain(yaml.safe_load(written)), Gold)
    except (yaml.YAMLError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise BadArgument(rule, str(error).replace("\n", " "), remedy) from error
    for document in read.documents:
        for item in document.statements or ():
            if not knows(item.act):
                raise BadArgument("an act of gold is one that can be compared", item.act, remedy)
    return read


def _plain(value: Any) -> Any:
    """YAML reads 2010-03-19 as a date; here it is the value as written."""
    if isinstance(value, dict):
        return {key: _plain(v) for key, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def quoted(document: GoldDocument, text: str) -> GoldDocument:
    """The document with words for offsets; BadArgument where offsets lie outside `text`."""
    return msgspec.convert(_quoted(msgspec.to_builtins(document), text), GoldDocument)


def _quoted(value: Any, text: str) -> Any:
    if isinstance(value, list | tuple):
        return [_quoted(v, text) for v in value]
    if not isinstance(value, dict):
        return value
    made = {key: _quoted(v, text) for key, v in value.items()}
    for offsets, words in (("at", "quote"), ("text_at", "text")):
        if span := made.get(offsets):
            start, end = span
            if not 0 <= start < end <= len(text):
                raise BadArgument("offsets of gold lie in the text", f"{start} to {end} of {len(text)}", "Count again.")
            made[words] = text[start:end]
    return made
