"""Everything that is PostgreSQL's own: how a connection is made, how the log is locked and guarded, what errors mean.

A case is one schema of a database, at `postgresql://user@host/database?schema=name`.
"""

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, StatementError

from goodoffices.errors import BadArgument, DamagedCase, GoodOfficesError, MissingExtra, NotWritten, Unreachable
from goodoffices.record.database import PATIENCE, RESTORE, misshapen, taken

OLDEST = 15  # the oldest release of PostgreSQL that is known to do

_ADDRESS = re.compile(r"postgres(ql)?(\+psycopg)?://")
_SCHEMA = re.compile(r"(?!pg_)[a-z_][a-z0-9_]{0,62}")
_EXAMPLE = "For example postgresql://ann@server/office?schema=lakes."

# An entry may only lose its body, and with it the salt that keeps its digest from being guessed.
GUARDS = (
    """CREATE FUNCTION entries_kept() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF TG_OP = 'UPDATE' AND NEW.body IS NULL
            AND ROW(NEW.seq, NEW.at, NEW."by", NEW.action, NEW.subject, NEW.based_on, NEW.v, NEW.keys, NEW.digest,
                    NEW.chain)
            IS NOT DISTINCT FROM
            ROW(OLD.seq, OLD.at, OLD."by", OLD.action, OLD.subject, OLD.based_on, OLD.v, OLD.keys, OLD.digest,
                    OLD.chain)
         THEN RETURN NEW; END IF;
         RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
           MESSAGE = 'entries of the log are never ' || CASE TG_OP WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END;
       END $$""",
    """CREATE TRIGGER entries_hold BEFORE UPDATE OR DELETE ON entries
       FOR EACH ROW EXECUTE FUNCTION entries_kept()""",
    """CREATE TRIGGER entries_stay BEFORE TRUNCATE ON entries
       FOR EACH STATEMENT EXECUTE FUNCTION entries_kept()""",
)

_BUSY = ("only one writes to a case at a time", "Try again; somebody else was writing.")
_REFUSED = {  # by SQLSTATE, or its class
    "55P03": _BUSY,
    "40001": _BUSY,
    "40P01": _BUSY,
    "53": ("a server needs room on its disk and in its memory", "Ask who runs it to free some, and try again."),
    "25006": ("a case must be writable", "This server only reads; name the one that writes."),
    "42501": ("a case must be readable and writable", "Ask who runs the server for the rights on its schema."),
    "54000": ("a value is short enough for its index", "Shorten the names of compartments."),
}
_CASE = "pg_tables WHERE schemaname = :schema AND tablename = 'entries'"
_GONE = ("08", "57P", "28", "3D")  # no connection, server going down, no entrance, no such database


def is_address(address: str) -> bool:
    """Whether this is the address of a PostgreSQL database, and no directory."""
    return _ADDRESS.match(address) is not None


class Postgres:
    """A case in one schema of a PostgreSQL database; a writer waits `patience` seconds for another one.

    Raises BadArgument for an address that names no schema, MissingExtra where the driver is not installed.
    """

    def __init__(self, address: str, patience: float = PATIENCE) -> None:
        url, self.name = _parts(address)
        self._patience = patience
        self.address = _with_schema(url, self.name, hide=False)
        self.shown = _with_schema(url, self.name, hide=True)
        self._place = _with_schema(url.set(username=None, password=None), self.name, hide=True)
        key = hashlib.sha256(f"goodoffices {self.name}".encode()).digest()[:8]
        self._key = int.from_bytes(key, "big", signed=True)  # of the lock; locks are the database's, cases the schema's
        try:
            # Plans are not kept: views made anew by another process would not fit them.
            self.engine = create_engine(url, pool_pre_ping=True, connect_args={"prepare_threshold": None})
        except ModuleNotFoundError as error:
            remedy = "Install it: pip install 'goodoffices[postgres]'."
            raise MissingExtra("a case on PostgreSQL needs the extra [postgres]", str(error), remedy) from error
        event.listen(self.engine, "connect", self._prepare)

    @property
    def path(self) -> Path:
        """A directory among this account's caches, one for each case."""
        caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        return Path(caches) / "goodoffices" / hashlib.sha256(self._place.encode()).hexdigest()[:16]

    def exists(self) -> bool:
        """Whether the schema holds a case; NotWritten where this account may not look into it."""
        with self.translated(), self.engine.connect() as connection:
            if not self._found(connection, _CASE):
                return False
            if not connection.scalar(text("SELECT has_schema_privilege(:schema, 'USAGE')"), {"schema": self.name}):
                rule, remedy = _REFUSED["42501"]
                raise NotWritten(rule, self.shown, remedy)
            return True

    @contextmanager
    def making(self) -> Iterator[Connection]:
        """A connection to the schema, made if it is not there yet; all is committed together at the end."""
        with self.translated(), self.engine.connect() as connection:
            self.lock(connection)
            if self._found(connection, _CASE):
                raise taken(self.shown)
            if not self._found(connection, "pg_namespace WHERE nspname = :schema"):
                connection.exec_driver_sql(f"CREATE SCHEMA {self.name}")
            yield connection
            connection.commit()

    def guard(self, connection: Connection) -> None:
        """Makes the database itself refuse to change or delete entries."""
        for statement in GUARDS:
            connection.exec_driver_sql(statement)

    def lock(self, connection: Connection) -> None:
        """Begins a transaction in which nobody else writes; whoever comes meanwhile waits, in order of coming."""
        # Each statement must see what is committed by then: with one view for the whole transaction, that of the
        # moment before the lock was had, two writers would give one number.
        connection.execution_options(isolation_level="READ COMMITTED")
        wait = max(1, int(self._patience * 1000))
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {wait}; SELECT pg_advisory_xact_lock({self._key})")

    def share(self, connection: Connection) -> None:
        """Begins a transaction that sees one state of the database throughout."""
        connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    def faults(self, connection: Connection) -> list[str]:
        """Nothing: the server answers for its own files, and says so by an error when it reads a bad page."""
        return []

    def scrub(self, tables: Sequence[str]) -> bool:
        """Writes these tables anew; who looks at them meanwhile waits."""
        with self.translated(), self.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            for table in tables:
                connection.exec_driver_sql(f"VACUUM FULL {table}")
        return True

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turns the driver's errors into ours: Unreachable for a server that does not answer, NotWritten for what
        cannot be written now, DamagedCase for the rest.
        """
        from psycopg import Error

        try:
            yield
        except DBAPIError as error:
            raise self._meaning(error.orig, gone=error.connection_invalidated) from error
        except Error as error:
            raise self._meaning(error) from error
        except StatementError as error:
            raise misshapen(error.orig) from error

    def _found(self, connection: Connection, where: str) -> bool:
        query = text(f"SELECT EXISTS (SELECT FROM pg_catalog.{where})")
        return bool(connection.scalar(query, {"schema": self.name}))

    def _prepare(self, connection: Any, _record: Any) -> None:
        release, encoding = connection.info.server_version, connection.info.parameter_status("server_encoding")
        if release < OLDEST * 10_000 or encoding != "UTF8":
            found = f"{self.shown}: release {release // 10_000}, {encoding}"
            raise BadArgument(f"a case is on PostgreSQL {OLDEST} or later, in UTF8", found, "Name another database.")
        connection.autocommit = True
        connection.execute(
            f"SET search_path TO {self.name};"
            "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
        )
        connection.autocommit = False

    def _meaning(self, error: BaseException | None, *, gone: bool = False) -> GoodOfficesError:
        from psycopg import OperationalError

        state = getattr(error, "sqlstate", None) or ""
        said = str(error).partition("\n")[0].rpartition("failed: ")[2]  # the rest says where, at length
        found = f"{said} ({self.shown})"
        for code, (rule, remedy) in _REFUSED.items():
            if state.startswith(code):
                return NotWritten(rule, found, remedy)
        if gone or state.startswith(_GONE) or (isinstance(error, OperationalError) and not state):
            remedy = "See that it runs and lets you in; then look at the log before repeating the last call."
            return Unreachable("the server of a case answers", found, remedy)
        return DamagedCase("the record keeps its own rules", found, RESTORE)


def _parts(address: str) -> tuple[URL, str]:
    """The address without the schema, for the driver, and the schema."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise BadArgument("a case on PostgreSQL has an address", "one that cannot be read", _EXAMPLE) from error
    schema = url.query.get("schema")
    if not isinstance(schema, str) or not _SCHEMA.fullmatch(schema):
        rule = "an address names its schema, of up to 63 of a-z, 0-9 and _"
        raise BadArgument(rule, schema, _EXAMPLE)
    return url.set(drivername="postgresql+psycopg").difference_update_query(["schema"]), schema


def _with_schema(url: URL, schema: str, *, hide: bool) -> str:
    whole = url.set(drivername="postgresql").update_query_dict({"schema": schema})
    return whole.render_as_string(hide_password=hide)
