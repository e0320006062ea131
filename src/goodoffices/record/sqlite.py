"""Everything that is SQLite's own: how a connection is made, how the log is locked and guarded, what errors mean."""

import os
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, StatementError

from goodoffices.errors import BadArgument, DamagedCase, GoodOfficesError, NotWritten
from goodoffices.record.database import PATIENCE, RESTORE, misshapen, taken

FILE = "case.db"  # in the directory of a case

_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",  # what is deleted is overwritten
    "cache_size=-65536",  # 64 MB hold the index of counts over 100,000 claims; SQLite's own 2 MB do not
)
# A file in the making is thrown away if anything fails, and brought onto the disk once, at its end.
_MAKING = ("journal_mode=MEMORY", "synchronous=OFF")

# An entry may only lose its body, and with it the salt that keeps its digest from being guessed.
GUARDS = (
    """CREATE TRIGGER entries_stay BEFORE DELETE ON entries
       BEGIN SELECT RAISE(ABORT, 'entries of the log are never deleted'); END""",
    """CREATE TRIGGER entries_hold BEFORE UPDATE ON entries
       WHEN NOT (NEW.body IS NULL
                 AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.by = OLD.by AND NEW.action = OLD.action
                 AND NEW.subject = OLD.subject AND NEW.based_on IS OLD.based_on AND NEW.v = OLD.v
                 AND NEW.keys = OLD.keys AND NEW.digest = OLD.digest AND NEW.chain = OLD.chain)
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


class Sqlite:
    """A case in one file. Every commit is on the disk before it is acknowledged; a writer waits `patience` seconds for
    another one. fixed: the file is looked at and never written, not even beside it; nobody else may write it then.
    """

    def __init__(self, file: Path, patience: float = PATIENCE, *, fixed: bool = False) -> None:
        self.file = file
        self.address = self.shown = str(file.parent)
        self.name = file.parent.resolve().name
        if fixed:
            uri = {"mode": "ro", "immutable": "1", "uri": "true"}
            self.engine = _engine(URL.create("sqlite", database=f"file:{quote(str(file.absolute()))}", query=uri))
        else:
            self.engine = _engine(_url(file), patience, _SETTINGS)

    @property
    def path(self) -> Path:
        """The directory of the case."""
        return self.file.parent

    def exists(self) -> bool:
        """Whether the file is there."""
        return self.file.is_file()

    @contextmanager
    def making(self) -> Iterator[Connection]:
        """A connection to a file beside, which gets its name at the end of the block, once it is on the disk."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadArgument("a case is a directory", error, "Name a directory that can be made.") from error
        if self.file.exists():
            raise taken(str(self.file.parent if self.file.name == FILE else self.file))
        part = self.file.with_name(f"{self.file.name}.{secrets.token_hex(4)}.part")
        engine = _engine(_url(part), settings=_MAKING)
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql("BEGIN")
                yield connection
                connection.commit()
            engine.dispose()
            _publish(part, self.file)
        finally:
            engine.dispose()
            part.unlink(missing_ok=True)

    def guard(self, connection: Connection) -> None:
        """Makes the database itself refuse to change or delete entries."""
        for trigger in GUARDS:
            connection.execute(text(trigger))

    def lock(self, connection: Connection) -> None:
        """Begins a transaction in which nobody else writes; whoever comes meanwhile waits."""
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def share(self, connection: Connection) -> None:
        """Begins a transaction that sees one state of the database throughout."""
        connection.exec_driver_sql("BEGIN")

    def faults(self, connection: Connection) -> list[str]:
        """What SQLite finds wrong with the file itself; empty when it is whole."""
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(5)")]
        return [] if found == ["ok"] else found

    def scrub(self, tables: Sequence[str]) -> bool:
        """Writes the whole file anew and empties the write-ahead log; False while somebody reads from there."""
        with self.translated(), self.engine.connect() as connection:
            connection.exec_driver_sql("VACUUM")
            busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            return not busy

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turns the driver's errors into ours: DamagedCase for a file that is no sound database, NotWritten for one
        that cannot be written now.
        """
        try:
            yield
        except DBAPIError as error:
            raise _meaning(self.file, error.orig) from error
        except (sqlite3.Error, UnicodeDecodeError) as error:  # what is said of a damaged file may itself be no text
            raise _meaning(self.file, error) from error
        except StatementError as error:
            raise misshapen(error.orig) from error


def _url(file: Path) -> URL:
    return URL.create("sqlite", database=str(file))


def _engine(url: URL, patience: float = PATIENCE, settings: tuple[str, ...] = ()) -> Engine:
    engine = create_engine(url, connect_args={"timeout": patience})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver's own BEGIN comes too late to lock
        for pragma in settings:
            connection.execute(f"PRAGMA {pragma}").close()

    return engine


def _publish(part: Path, file: Path) -> None:
    """Gives a finished file its name: on the disk first, and never over another file."""
    _onto_disk(part)
    try:
        os.link(part, file)
    except FileExistsError as error:
        raise taken(str(file)) from error
    except OSError:  # a disk without hard links, such as most sticks
        if file.exists():
            raise taken(str(file)) from None
        part.rename(file)
    _onto_disk(file.parent)


def _onto_disk(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _meaning(file: Path, error: BaseException | None) -> GoodOfficesError:
    name = getattr(error, "sqlite_errorname", "") or "SQLITE_CORRUPT"
    primary = "_".join(name.split("_")[:2])
    if primary in _REFUSED:
        rule, remedy = _REFUSED[primary]
        return NotWritten(rule, f"{file}: {error}", remedy)
    if primary in _DAMAGED:
        return DamagedCase("a case is a sound database", f"{file}: {error}", RESTORE)
    return DamagedCase("the record keeps its own rules", f"{file}: {error}", RESTORE)
