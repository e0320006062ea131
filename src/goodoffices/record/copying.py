"""The record taken from one database to another: backup, restore, and the move of a case.

Log and blobs are copied row for row, so that the chain stays what it is; where the copy is a case the views are made
anew; and it proves itself whole before it comes to be.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import Connection, insert, select, update

from goodoffices.errors import DamagedCase, NotFound
from goodoffices.record import log, revisions, schema
from goodoffices.record.database import RESTORE
from goodoffices.record.passphrases import Passphrase
from goodoffices.record.record import Record
from goodoffices.record.sqlite import Sqlite
from goodoffices.record.store import MOVED, Store, database_at
from goodoffices.record.verification import Verification, check_views, verified

_TOGETHER = {schema.blobs.name: 8}  # rows held at a time: a blob may have 50 MB
_VIEWLESS = "views/0"  # recipe of the views of a backup, which has none


def back_up(record: Record, file: Path) -> Verification:
    """Writes the record as it is now to one new file, while others go on writing; what was proved of it.

    The file is a case.db without views. Raises BadArgument where a file is already, NotWritten where none can be
    written, DamagedCase when the record does not prove itself; nothing is written then.
    """
    target = Store(Sqlite(file), record.store.ring)
    with closing(target), record.store.reading() as source, target.making() as copy:
        _copy(source, copy)
        copy.execute(update(schema.facts).where(schema.facts.c.name == "views").values(value=_VIEWLESS))
        return _proved(copy, target)


def restore(file: Path, address: Path | str, passphrase: Passphrase = None) -> Verification:
    """Makes a case from a backup, in a new directory or schema; what was proved of it.

    Raises NotFound without the file, BadArgument where there is a case already or the backup is of an unknown version,
    Locked without its passphrase, DamagedCase when it does not prove itself; no case is made then.
    """
    target = Store(database_at(address))
    with closing(target), _opened(file, passphrase) as backup:
        target.ring = backup.ring
        with backup.reading() as source, target.making() as copy:
            return _made(source, copy, target)


def move(record: Record, address: Path | str) -> Verification:
    """Moves a case to another directory or schema; what was proved of it there.

    Nobody writes meanwhile. The case left behind can be read, and refuses to be written, naming the new address.
    Raises what `restore` raises; the case is where it was then.
    """
    target = Store(database_at(address), record.store.ring)
    with closing(target), record.store.writing() as source:
        with target.making() as copy:
            found = _made(source, copy, target)
        source.execute(insert(schema.facts), {"name": MOVED, "value": target.database.shown})
    return found


def _made(source: Connection, copy: Connection, target: Store) -> Verification:
    _copy(source, copy)
    if log.head(copy) != log.head(source):
        raise DamagedCase("a copy ends where its original ends", log.head(copy)[0], RESTORE)
    found = _proved(copy, target)
    target.fill_views(copy)
    rows, faults = check_views(copy)
    whole = replace(found, rows=rows, faults=tuple(faults))
    whole.prove()
    return whole


def _copy(source: Connection, copy: Connection) -> None:
    for table in schema.RECORD_TABLES:
        together = _TOGETHER.get(table.name, 1000)
        query = select(table).order_by(*table.primary_key).execution_options(yield_per=together)
        with source.execute(query) as found:
            for rows in found.partitions():
                copy.execute(insert(table), [dict(row._mapping) for row in rows])


def _proved(copy: Connection, target: Store) -> Verification:
    found = verified(copy, target.database, views=False)
    found.prove()
    return found


@contextmanager
def _opened(file: Path, passphrase: Passphrase) -> Iterator[Store]:
    """A backup, as it lies; an older one as a copy that was brought forward."""
    if not file.is_file():
        raise NotFound("a backup is a file", file, "Check its name.")
    fixed = Store(Sqlite(file, fixed=True))
    try:
        with fixed.reading() as connection:
            newest = revisions.revision(connection) == schema.REVISION
            if newest:
                fixed.ring.unlock(connection, passphrase)
        if newest:
            yield fixed
            return
    finally:
        fixed.close()
    with tempfile.TemporaryDirectory() as directory:
        older = Store(Sqlite(Path(shutil.copy(file, directory))))
        try:
            with older.writing() as connection:
                revisions.bring_forward(connection, str(file))
                older.ring.unlock(connection, passphrase)
            yield older
        finally:
            older.close()
