"""Writes the case that this version of the tables makes: python -m tests.record.released"""

import gzip
import sqlite3
import tempfile
from pathlib import Path

from goodoffices.record import Record, schema
from tests.record.office import busy_day

with tempfile.TemporaryDirectory() as directory:
    with Record.create(Path(directory)) as record:
        busy_day(record)
    file = Path(directory) / "case.db"
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA journal_mode=DELETE")
        database.execute("VACUUM")
    database.close()
    Path(__file__).with_name(f"{schema.REVISION}.db.gz").write_bytes(gzip.compress(file.read_bytes(), mtime=0))
