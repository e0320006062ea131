"""Adding documents: files and folders become documents of the case."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct

from goodoffices.desk.naming import document_named
from goodoffices.desk.progress import Progress, silent
from goodoffices.documents import Limits, extractions
from goodoffices.errors import BadArgument, BadDocument, GoodOfficesError, NotFound, Refused
from goodoffices.record import Record
from goodoffices.vocabulary.text import Document, Text
from goodoffices.vocabulary.when import When


class Cost(Struct, frozen=True):
    """What reading a file took: seconds, and the most memory its process held, in bytes (0: it could not tell)."""

    item: str
    seconds: float
    memory: int


class Added(Struct, frozen=True):
    """What became of a batch: new documents, those the case had already, the files refused, each with its error, and
    what reading each file took.
    """

    documents: tuple[Document, ...]
    already: tuple[Document, ...]
    refused: tuple[Refused, ...]
    costs: tuple[Cost, ...] = ()


def add_files(
    record: Record,
    paths: Iterable[Path],
    *,
    by: str,
    at: dt.datetime,
    dated: When | None = None,
    published: When | None = None,
    limits: Limits | None = None,
    replaces: str = "",
    progress: Progress = silent,
) -> Added:
    """Adds files, and the files of folders; one that cannot be used is refused and the rest goes on.

    dated, published: for every file of the batch, said by a person; `dated` overrules what the text itself says, also
    of a document that the case has already. replaces: id or file name of the document of which the one file is a newer
    version; BadArgument for several files, or a name that several documents have, NotFound. limits: on each file, which
    is read in a process of its own, several at a time. Each file is acknowledged on its own: what is returned or shown
    as done is in the record.
    """
    documents: list[Document] = []
    already: list[Document] = []
    costs: list[Cost] = []
    files, missing = _files(paths)
    older = _older(record, replaces, files) if replaces else ""
    refused = list(missing)
    allowed = limits or Limits()
    loads = [(path.name, partial(_loaded, path, allowed)) for path in files]
    for number, (path, found) in enumerate(zip(files, extractions(loads, limits=allowed), strict=True), start=1):
        content, extraction = found
        costs.append(Cost(str(path), extraction.seconds, extraction.memory))
        try:
            document, is_new = _add(record, path.name, content, extraction.text(), by, at, dated, published, older)
            (documents if is_new else already).append(document)
        except GoodOfficesError as error:
            refused.append(Refused(str(path), error))
        progress(path.name, number, len(files))
    return Added(tuple(documents), tuple(already), tuple(refused), tuple(costs))


def _loaded(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        if size > limits.max_bytes:  # before reading: a huge file is not loaded to be refused
            remedy = "Split it, or allow more with --max-bytes."
            raise BadDocument(f"a file has at most {limits.max_bytes:,} bytes", f"{size:,}", remedy)
        return path.read_bytes()
    except OSError as error:
        raise NotFound("a file can be read", error.strerror, "Check the name and the permission.") from error


def _add(
    record: Record,
    name: str,
    content: bytes,
    text: Text,
    by: str,
    at: dt.datetime,
    dated: When | None,
    published: When | None,
    replaces: str,
) -> tuple[Document, bool]:
    said = dated.said(f"supplied by {by}") if dated else None
    added = record.add_document(
        content, text, name=name, by=by, at=at, dated=said, published=published, replaces=replaces
    )
    if not added.new and (said or published):
        record.date_document(added.document.id, by=by, at=at, dated=said, published=published)
        return record.at().document(added.document.id), False
    return added.document, added.new


def _older(record: Record, name: str, files: list[Path]) -> str:
    if len(files) > 1:
        raise BadArgument("one file replaces one document", f"{len(files)} files", "Add them one by one.")
    return document_named(record.at(), name)


def _files(paths: Iterable[Path]) -> tuple[list[Path], list[Refused]]:
    files: list[Path] = []
    missing: list[Refused] = []
    for path in paths:
        if path.is_dir():
            files += _inside(path)
        elif path.exists():
            files.append(path)
        else:
            error = NotFound("a file or folder is there", str(path), "Check the path.")
            missing.append(Refused(str(path), error))
    return files, missing


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path
