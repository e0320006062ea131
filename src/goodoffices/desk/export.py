"""Exports: what a snapshot holds, written in a format of `exchange`."""

from collections.abc import Callable, Iterator

from goodoffices.errors import BadArgument
from goodoffices.exchange import annotations, claims_csv, claims_jsonl, claims_parquet, data_package
from goodoffices.exchange.tables import Table, tables
from goodoffices.record import Snapshot


def export(snapshot: Snapshot, kind: str, *, name: str) -> Iterator[bytes]:
    """The pieces of an export, to be written one after another; name: of the case. BadArgument for a format there is
    not, MissingExtra for one whose extra is not installed.
    """
    if kind not in _WRITERS:
        raise BadArgument("an export has a known format", kind, f"Known: {', '.join(FORMATS)}.")
    return _WRITERS[kind](snapshot, name)


def _jsonl(snapshot: Snapshot, name: str) -> Iterator[bytes]:
    documents = list(snapshot.documents())
    readings = [reading for d in documents if (reading := snapshot.reading(d.id))]
    return (line + b"\n" for line in claims_jsonl.lines(snapshot.claims(), readings, documents, snapshot.parties()))


def _csv(snapshot: Snapshot, name: str) -> Iterator[bytes]:
    return claims_csv.lines(_tables(snapshot)[0])


def _package(snapshot: Snapshot, name: str) -> Iterator[bytes]:
    slug = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.casefold()).strip("-") or "case"
    yield data_package.write(_tables(snapshot), name=slug, title=name)


def _parquet(snapshot: Snapshot, name: str) -> Iterator[bytes]:
    yield claims_parquet.write(_tables(snapshot)[0])


def _annotations(snapshot: Snapshot, name: str) -> Iterator[bytes]:
    yield annotations.write(snapshot.claims(), label=name)


def _tables(snapshot: Snapshot) -> tuple[Table, ...]:
    return tables(snapshot.claims(), snapshot.documents(), snapshot.parties())


_WRITERS: dict[str, Callable[[Snapshot, str], Iterator[bytes]]] = {
    "claims-jsonl": _jsonl,
    "csv": _csv,
    "data-package": _package,
    "parquet": _parquet,
    "annotations": _annotations,
}
FORMATS = tuple(_WRITERS)
