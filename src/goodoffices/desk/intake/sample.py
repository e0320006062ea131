"""The sample case: the Quartet and what surrounds it, 1967 to 2025, in digests written for this project."""

import datetime as dt
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
from msgspec import Struct

from goodoffices.desk.intake.enter import enter
from goodoffices.desk.sequences import keep_order
from goodoffices.documents import extract
from goodoffices.record import Record
from goodoffices.vocabulary.when import from_edtf

CURATOR = "curators of the sample"
_FOLDER = resources.files("goodoffices.desk") / "sample"


class _Digest(Struct, frozen=True):
    name: str
    publisher: str
    dated: str
    published: str = ""


class _Listing(Struct, frozen=True):
    documents: tuple[_Digest, ...]


class _Contents(Struct, frozen=True):
    coverage: str
    periods: tuple[str, ...]


def _contents() -> _Contents:
    return msgspec.yaml.decode((_FOLDER / "sample.yaml").read_bytes(), type=_Contents)


def _folders() -> Iterator[Traversable]:
    for period in _contents().periods:
        yield _FOLDER / period


def coverage() -> str:
    """What the sample's record covers, in words that go with every count shown of it."""
    return " ".join(_contents().coverage.split())


def make_sample(path: Path | str, *, at: dt.datetime) -> Record:
    """Makes the sample case in a new directory or schema: period by period, every digest and curated claim.

    Raises BadArgument where there is a case already.
    """
    record = Record.create(path, guard=keep_order)
    for folder in _folders():
        _add_digests(record, folder, at)
        entered = enter(record, (folder / "claims.yaml").read_text(encoding="utf-8"), by=CURATOR, at=at)
        for refused in entered.refused:  # the sample is ours: a refused item is our mistake
            raise refused.error
    return record


def _add_digests(record: Record, folder: Traversable, at: dt.datetime) -> None:
    listing = msgspec.yaml.decode((folder / "documents.yaml").read_bytes(), type=_Listing)
    for digest in listing.documents:
        content = (folder / digest.name).read_bytes()
        text = msgspec.structs.replace(extract(content, digest.name), publisher=digest.publisher)
        record.add_document(
            content,
            text,
            name=digest.name,
            by=CURATOR,
            at=at,
            dated=from_edtf(digest.dated).said("date of the source, from the sample's list"),
            published=from_edtf(digest.published) if digest.published else None,
        )
