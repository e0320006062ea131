"""Tables of roll calls: kept with the case as they came, shown by their first lines, and read by who compares votes."""

import zlib

from goodoffices.documents.limits import Limits
from goodoffices.errors import BadDocument
from goodoffices.vocabulary.rolls import ENDINGS, Part, part_of
from goodoffices.vocabulary.text import Text

RECIPE = "rolls/1"
SHOWN = 100  # lines
TITLES: dict[Part, str] = {"calls": "Table of roll calls", "votes": "Table of votes", "issues": "Table of issues"}
_HEADS = 65_536
_PACKED = b"\x1f\x8b"


def read_roll_table(content: bytes, name: str, blob: str, *, limits: Limits) -> Text | None:
    """The text of a table of roll calls, votes or their issues, plain or packed by gzip; None for any other file.

    Raises BadDocument for a packed one that is torn, that unpacks to more than is allowed, or is not UTF-8.
    """
    if not name.casefold().endswith(ENDINGS):
        return None
    heads = _unpacked(content, _HEADS, name, whole=False).decode("utf-8-sig", "replace").partition("\n")[0]
    part = part_of(heads.rstrip("\r"))
    if part is None:
        return None
    try:
        lines = _unpacked(content, limits.max_unpacked, name, whole=True).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise BadDocument("a table is in UTF-8", f"{name}: {error.reason}", "Save it anew in UTF-8.") from error
    shown = "\n".join(lines[:SHOWN]).replace("\0", "\ufffd") + "\n"
    rest = f", of which the first {SHOWN - 1} are shown" if len(lines) > SHOWN else ""
    return Text(
        blob=blob,
        recipe=RECIPE,
        content=shown,
        main=((0, len(shown)),),
        title=TITLES[part],
        notes=(
            f"{len(lines) - 1:,} rows{rest}. Tables of roll calls and of votes together show how alike parties vote.",
        ),
    )


def _unpacked(content: bytes, most: int, name: str, *, whole: bool) -> bytes:
    """The bytes of a table, at most so many; the beginning alone, or the whole, which may not be more."""
    if not content.startswith(_PACKED):
        return content if whole else content[:most]
    packed = zlib.decompressobj(wbits=31)
    try:
        found = packed.decompress(content, most)
    except zlib.error as error:
        raise BadDocument("a packed table unpacks", f"{name}: {error}", "Pack it anew, or add it unpacked.") from error
    if whole and packed.unconsumed_tail:
        raise BadDocument(f"a table has at most {most:,} bytes", f"{name}: more", "Split it by years.")
    if whole and not packed.eof:
        raise BadDocument("a packed table unpacks", f"{name}: its end is missing", "Fetch it again.")
    return found
