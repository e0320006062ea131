"""Files of formats: those that come with the product, and one's own."""

import re
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
from msgspec import Struct

from goodoffices.bargaining.writing import tree
from goodoffices.desk.bargains.assumptions import words
from goodoffices.desk.bargains.teaching import taught
from goodoffices.errors import BadArgument, NotFound
from goodoffices.formats import Adoption, Format, Seat, Stakeholders
from goodoffices.vocabulary.party import Activity, Membership

TEACHING = "sarn-formats.yaml"
"""Formats for the teaching scenario, beside it."""


KNOWN = {
    "by": get_args(get_type_hints(Adoption)["by"]),
    "capacity": get_args(get_type_hints(Seat)["capacity"]),
    "standing": get_args(get_type_hints(Format)["standing"]),
    "status": get_args(get_type_hints(Activity)["status"]),
}
"""The words that an entry may hold."""

NAMES = {
    "array": "a list", "object": "a mapping", "str": "text", "bool": "true or false", "int": "a whole number",
    "int | float": "a number", "float": "a number", "null": "nothing",
}  # fmt: skip
"""What people call what msgspec expects."""


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
    """The formats of a YAML text. BadScenario where it is no YAML; BadArgument, naming the place, where it does not
    fit, is of another version, or names a format twice.
    """
    root = tree(text, "a file of formats")
    if "version" not in root:
        raise BadArgument("a file of formats says its version", ", ".join(root) or "nothing", "Write `version: 1`.")
    try:
        found = msgspec.convert(root, FormatFile, strict=False)
    except msgspec.ValidationError as error:
        raise _unfit(str(error), root) from error
    if found.version != 1:
        raise BadArgument("a file of formats is of version 1", found.version, "Write `version: 1`.")
    ids = [one.id for one in found.formats]
    if not ids or len(set(ids)) < len(ids):
        raise BadArgument("formats are named, each once", ids, "Give each an id of its own.")
    return found


def _unfit(said: str, root: object) -> BadArgument:
    """What msgspec says of a value that does not fit, as the rule, the value and the remedy."""
    what, _, place = said.partition(" - at ")
    place = place.strip("`").removeprefix("$.").replace("[...]", "") or "the file"
    words = re.findall(r"[`'](.+?)[`']", what)
    if what.startswith("Object missing"):
        return BadArgument(f"{place} has `{words[0]}`", "none", f"Add `{words[0]}:`.")
    if what.startswith("Object contains unknown"):
        return BadArgument(f"{place} has only known entries", words[0], "Correct its name, or remove it.")
    if what.startswith("Invalid enum"):
        known = ", ".join(KNOWN.get(place.rpartition(".")[2], ()))
        return BadArgument(f"{place} is a word that is known", words[0], f"Known: {known}.")
    if what.startswith("Expected") and len(words) > 1:
        wanted = NAMES.get(words[0], words[0])
        return BadArgument(f"{place} is {wanted}", _at(root, place), f"Write {wanted}.")
    return BadArgument(f"{place} fits a file of formats ({what})", _at(root, place), "The docs on formats show one.")


def _at(root: object, place: str) -> object:
    """What is written at `formats[0].name`; all of it where a key in the way is not known."""
    for step in re.findall(r"\w+", place):
        if isinstance(root, list):
            root = root[int(step)]
        elif isinstance(root, dict) and step in root:
            root = root[step]
    return root


def sample_formats() -> str:
    """The file of the sample case as it is written, to be changed at will."""
    return (resources.files("goodoffices.desk") / "sample" / "formats.yaml").read_text(encoding="utf-8")


def teaching_formats() -> str:
    """Formats for the teaching scenario, as they are written."""
    return taught(TEACHING)
