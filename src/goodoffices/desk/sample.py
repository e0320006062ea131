"""The sample case: the Quartet from June 2009 to November 2012, in digests written for this project."""

import datetime as dt
from importlib import resources
from pathlib import Path

import msgspec
from msgspec import Struct

from goodoffices.desk.enter import enter
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
    coverage: str
    documents: tuple[_Digest, ...]


def _listing() -> _Listing:
    return msgspec.yaml.decode((_FOLDER / "documents.yaml").read_bytes(), type=_Listing)


def coverage() -> str:
    """What the sample's record covers, in words that go with every count shown of it."""
    return " ".join(_listing().coverage.split())


def make_sample(path: Path | str, *, at: dt.datetime) -> Record:
    """Makes the sample case in a new directory or schema: every digest added, every curated claim entered.

    Raises BadArgument where there is a case already.
    """
    record = Record.create(path)
    for digest in _listing().documents:
        content = (_FOLDER / "documents" / digest.name).read_bytes()
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
    entered = enter(record, (_FOLDER / "claims.yaml").read_text(encoding="utf-8"), by=CURATOR, at=at)
    for refused in entered.refused:  # the sample is ours: a refused item is our mistake
        raise refused.error
    return record
