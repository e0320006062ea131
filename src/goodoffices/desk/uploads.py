"""Adding what comes as bytes and a name: an upload, or words that somebody pasted."""

import datetime as dt
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from goodoffices.desk.add import Added, add_files
from goodoffices.documents import Limits
from goodoffices.errors import BadDocument, Refused
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
    results: list[Added] = []
    for name, content in contents:
        with tempfile.TemporaryDirectory(prefix="goodoffices-") as folder:
            path = Path(folder) / file_name(name)
            try:
                path.write_bytes(content)
            except (OSError, ValueError) as error:
                refused = BadDocument("a file has a name that a disk can hold", name, "Give it another name.")
                refused.__cause__ = error
                results.append(Added((), (), (Refused(name, refused),)))
                continue
            added = add_files(record, [path], by=by, at=at, dated=dated, published=published, limits=limits)
            named = tuple(Refused(name, error) for _, error in added.refused)
            results.append(Added(added.documents, added.already, named))
    return Added(
        tuple(d for r in results for d in r.documents),
        tuple(d for r in results for d in r.already),
        tuple(x for r in results for x in r.refused),
    )


def file_name(given: str) -> str:
    """The last part of a path as browsers send it, fit for a disk and never hidden."""
    last = re.split(r"[/\\]", given)[-1]
    clean = _UNFIT.sub("_", last).strip().lstrip(".") or "document"
    stem, dot, kind = clean.rpartition(".")
    ending = f"{dot}{kind}" if stem and len(kind.encode()) <= 16 else ""
    body = clean.removesuffix(ending).encode()[: LONGEST - len(ending.encode())].decode(errors="ignore")
    return f"{body}{ending}"
