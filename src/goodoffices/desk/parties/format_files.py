"""Files of formats: those that come with the product, and one's own."""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import msgspec
from msgspec import Struct

from goodoffices.desk.bargains.assumptions import words
from goodoffices.desk.bargains.teaching import taught
from goodoffices.errors import BadArgument, NotFound
from goodoffices.formats import Format, Stakeholders
from goodoffices.vocabulary.party import Membership

TEACHING = "sarn-formats.yaml"
"""Formats for the teaching scenario, beside it."""


class FormatFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of formats, version 1. author, dated: whose assumptions it holds, since when; memberships: of states in
    organisations, beyond those everybody knows.
    """

    version: int
    formats: tuple[Format, ...]
    stakeholders: Stakeholders = Stakeholders()
    memberships: tuple[Membership, ...] = ()
    author: str = ""
    dated: str = ""
    note: str = ""

    def chosen(self, only: Sequence[str] = ()) -> tuple[Format, ...]:
        """The formats of these ids, or all. NotFound for one that the file does not hold."""
        known = {one.id: one for one in self.formats}
        for wanted in only:
            if wanted not in known:
                raise NotFound("a format is one of the file", wanted, f"These are {', '.join(known)}.")
        return tuple(known[one] for one in only) if only else self.formats

    @property
    def consent(self) -> tuple[str, ...]:
        """Ids of the parties to the conflict."""
        return tuple(party.party for party in self.stakeholders.parties)


def read_formats(path: Path | None = None) -> FormatFile:
    """A file of formats in YAML; that of the sample case where none is named. Raises what `written_formats` raises, and
    NotFound for a file that cannot be read.
    """
    return written_formats(sample_formats() if path is None else words(path))


def written_formats(text: str) -> FormatFile:
    """The formats of a YAML text. BadArgument where it is none, is of another version, or names a format twice."""
    try:
        found = msgspec.yaml.decode(text.encode(), type=FormatFile)
    except msgspec.DecodeError as error:
        raise BadArgument("a file of formats is YAML of version 1", error, "See the docs on formats.") from error
    if found.version != 1:
        raise BadArgument("a file of formats is of version 1", found.version, "Write `version: 1`.")
    ids = [one.id for one in found.formats]
    if not ids or len(set(ids)) < len(ids):
        raise BadArgument("formats are named, each once", ids, "Give each an id of its own.")
    return found


def sample_formats() -> str:
    """The file of the sample case as it is written, to be changed at will."""
    return (resources.files("goodoffices.desk") / "sample" / "formats.yaml").read_text(encoding="utf-8")


def teaching_formats() -> str:
    """Formats for the teaching scenario, as they are written."""
    return taught(TEACHING)
