"""A Frictionless data package: the tables as CSV with a description of every column, in one ZIP file.

The same record gives the same bytes: the ZIP carries no times of its own.
"""

import io
import zipfile
from collections.abc import Sequence

import msgspec

from goodoffices.exchange.claims_csv import lines
from goodoffices.exchange.tables import Table

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time a ZIP can hold


def write(tables: Sequence[Table], *, name: str, title: str) -> bytes:
    """The package. name: of the package, small letters, digits, hyphens; title: for people."""
    package = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.name,
                "path": f"{table.name}.csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [{"name": c.name, "type": c.type, "title": c.title} for c in table.columns],
                    "missingValues": [""],
                },
            }
            for table in tables
        ],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        _add(packed, "datapackage.json", msgspec.json.format(msgspec.json.encode(package), indent=2))
        for table in tables:
            _add(packed, f"{table.name}.csv", b"".join(lines(table, neutral=False)))
    return out.getvalue()


def _add(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(entry, content)
