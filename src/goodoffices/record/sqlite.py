"""Everything that is SQLite's own: how a connection is made, how the log is locked and guarded, what errors mean."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from goodoffices.errors import DamagedCase, GoodOfficesError, NotWritten

PATIENCE = (
    30.0  # seconds; how long a writer waits for another one; a whole document with its reading takes well under one
)

_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "cache_size=-65536",  # 64 MB hold the index of counts over 100,000 claims; SQLite's own 2 MB do not
)

RESTORE = "Restore the case from its latest backup; the damaged copy should be kept for whoever examines it."

# An entry may only lose its body, together with the salt that keeps its digest from being guessed.
_GUARDS = (
    """CREATE TRIGGER entries_stay BEFORE DELETE ON entries
       BEGIN SELECT RAISE(ABORT, 'entries of the log are never deleted'); END""",
    """CREATE TRIGGER entries_hold BEFORE UPDATE ON entries
       WHEN NOT (NEW.body IS NULL AND NEW.salt IS NULL
                 AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.by = OLD.by AND NEW.action = OLD.action
                 AND NEW.subject = OLD.subject AND NEW.based_on IS OLD.based_on AND NEW.v = OLD.v
                 AND NEW.digest = OLD.digest AND NEW.chain = OLD.chain)
       BEGIN SELECT RAISE(ABORT, 'entries of the log are never changed'); END""",
)

_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR", "SQLITE_FORMAT", "SQLITE_ERROR", "SQLITE_MISMATCH"}
_REFUSED = {
    "SQLITE_BUSY": ("only one writes to a case at a time", "Try again; somebody else was writing."),
    "SQLITE_LOCKED": ("only one writes to a case at a time", "Try again; somebody else was writing."),
    "SQLITE_FULL": ("a case needs room on its disk", "Free some space and try again."),
    "SQLITE_READONLY": ("a case must be writable", "Check the permissions of the case directory."),
    "SQLITE_CANTOPEN": ("a case must be readable and writable", "Check the permissions of the case directory."),
    "SQLITE_PERM": ("a case must be readable and writable", "Check the permissions of the case directory."),
}


def connect(file: Path, patience: float) -> Engine:
    """An engine on a SQLite file: write-ahead log, every commit on the disk before it is acknowledged; a writer waits
    `patience` seconds for another one.
    """
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": patience})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver's own BEGIN comes too late to lock
        for pragma in _SETTINGS:
            connection.execute(f"PRAGMA {pragma}").close()

    return engine


def lock(connection: Connection) -> None:
    """Begins a transaction in which nobody else writes; whoever comes meanwhile waits."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def share(connection: Connection) -> None:
    """Begins a transaction that sees one state of the database throughout."""
    connection.exec_driver_sql("BEGIN")


def guard(connection: Connection) -> None:
    """Makes the database itself refuse to change or delete entries."""
    for trigger in _GUARDS:
        connection.execute(text(trigger))


def faults(connection: Connection) -> list[str]:
    """What SQLite finds wrong with the file itself; empty when it is whole."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(5)")]
    return [] if found == ["ok"] else found


@contextmanager
def translated(file: Path) -> Iterator[None]:
    """Turns the driver's errors into ours: DamagedCase for a file that is no sound database, NotWritten for one that
    cannot be written now.
    """
    try:
        yield
    except DBAPIError as error:
        raise _meaning(file, error.orig) from error
    except (sqlite3.Error, UnicodeDecodeError) as error:  # what is said of a damaged file may itself be no text
        raise _meaning(file, error) from error


def _meaning(file: Path, error: BaseException | None) -> GoodOfficesError:
    name = getattr(error, "sqlite_errorname", "") or "SQLITE_CORRUPT"
    primary = "_".join(name.split("_")[:2])
    if primary in _REFUSED:
        rule, remedy = _REFUSED[primary]
        return NotWritten(rule, f"{file}: {error}", remedy)
    if primary in _DAMAGED:
        return DamagedCase("a case is a sound database", f"{file}: {error}", RESTORE)
    return DamagedCase("the record keeps its own rules", f"{file}: {error}", RESTORE)
