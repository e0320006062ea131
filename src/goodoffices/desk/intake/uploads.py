"""Adding what comes as bytes and a name: an upload, or words that somebody pasted."""

import datetime as dt
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from goodoffices.desk.intake.add import Added, add_files
from goodoffices.documents import Limits
from goodoffices.errors import Refused
from goodoffices.record import Record
from goodoffices.vocabulary.when import When

LONGEST = 200  # bytes of a file's name; most disks take 255
_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\]")


def add_contents(
    record: Record,
    contents: Iterable[tuple[str, bytes]],
    *,
    by: str,
    at: dt.datetime,
    dated: When | None = None,
    published: When | None = None,
    limits: Limits | None = None,
) -> Added:
    """Adds files given by name and content, each on its own, as `add_files` does: they go by way of a folder of their
    own, so that there is one way into a case.
    """
    names: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="goodoffices-") as folder:
        for number, (name, content) in enumerate(contents):
            path = Path(folder) / str(number) / file_name(name)  # two uploads may bear one name
            path.parent.mkdir()
            path.write_bytes(content)
            names[str(path)] = name
        paths = [Path(path) for path in names]
        added = add_files(record, paths, by=by, at=at, dated=dated, published=published, limits=limits)
    return replace(added, refused=tuple(Refused(names.get(item, item), error) for item, error in added.refused))


def file_name(given: str) -> str:
    """The last part of a path as browsers send it, fit for a disk and never hidden."""
    last = re.split(r"[/\\]", given)[-1]
    clean = _UNFIT.sub("_", last).strip().lstrip(".") or "document"
    stem, dot, kind = clean.rpartition(".")
    ending = f"{dot}{kind}" if stem and len(kind.encode()) <= 16 else ""
    body = clean.removesuffix(ending).encode()[: LONGEST - len(ending.encode())].decode(errors="ignore")
    return f"{body}{ending}"
