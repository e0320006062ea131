"""The database of a case: made, opened, read and written, and its views made anew."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, delete, insert, inspect, select, update

from goodoffices.errors import DamagedCase, NotFound, NotWritten
from goodoffices.record import blobs, keys, log, passphrases, postgres, revisions, schema, sqlite
from goodoffices.record.actions import Action
from goodoffices.record.database import PATIENCE, RESTORE, Database, misshapen
from goodoffices.record.fold import fold
from goodoffices.record.keys import Keyring
from goodoffices.record.passphrases import Passphrase
from goodoffices.record.sealing import TABLES, stored
from goodoffices.record.shelf import MemoryShelf
from goodoffices.vocabulary.reading import Reading

MOVED = "moved"  # the fact that a case lives elsewhere now; its value says where
REMAINS = "remains"  # the fact that something was removed whose traces the database may still hold; says in what


def database_at(address: Path | str, patience: float = PATIENCE) -> Database:
    """The database at an address: one of PostgreSQL, or a directory."""
    if isinstance(address, str) and postgres.is_address(address):
        return postgres.Postgres(address, patience)
    return sqlite.Sqlite(Path(address) / sqlite.FILE, patience)


class Store:
    """The database of one case. Every call is one transaction: it has happened wholly or not at all."""

    def __init__(self, database: Database, ring: Keyring | None = None) -> None:
        self.database = database
        self.ring = ring or Keyring()

    @classmethod
    def create(cls, address: Path | str, patience: float = PATIENCE, passphrase: str | None = None) -> "Store":
        """Makes a case with an empty record; BadArgument where there is a case already."""
        chosen = None if passphrase is None else passphrases.checked(passphrase)
        store = cls(database_at(address, patience))
        try:
            with store.making() as connection:
                store.ring.begin(connection, chosen)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def open(cls, address: Path | str, patience: float = PATIENCE, passphrase: Passphrase = None) -> "Store":
        """Opens the case at an address; brings it forward if an older version of Good Offices made it.

        Raises NotFound without one, DamagedCase for a file that is no sound database, Unreachable for a server that
        does not answer, BadArgument for a case of a version that this one does not know, Locked without its passphrase.
        """
        store = cls(database_at(address, patience))
        try:
            store.prepare(passphrase)
        except BaseException:
            store.close()
            raise
        return store

    @property
    def path(self) -> Path:
        """A directory for what is derived from this case and may be deleted: its own, or one among the caches."""
        return self.database.path

    @property
    def address(self) -> str:
        """What opens this case again, a password included."""
        return self.database.address

    @property
    def name(self) -> str:
        """What people call this case: the name of its directory or schema."""
        return self.database.name

    @property
    def locked(self) -> bool:
        """Whether the case has a passphrase: then nothing derived from it may lie on a disk in clear."""
        return self.ring.locked

    def relock(self, passphrase: str | None) -> None:
        """Gives the case another passphrase, or none; nothing else is written anew. BadArgument for one that is guessed
        too easily.
        """
        chosen = None if passphrase is None else passphrases.checked(passphrase)
        with self.writing() as connection:
            self.ring.relock(connection, chosen)
            remember(connection, [schema.keys.name])
        self.scrub()

    def close(self) -> None:
        """Lets go of the database."""
        with self.database.translated():
            self.database.engine.dispose()

    @contextmanager
    def making(self) -> Iterator[Connection]:
        """The empty tables of a new case, which comes to be at the end of the block, wholly or not at all."""
        with self.database.translated(), self.database.making() as connection:
            keys.carry(connection, self.ring)
            schema.metadata.create_all(connection)
            schema.views.create_all(connection)
            self.database.guard(connection)
            connection.execute(insert(schema.versions), {"version_num": schema.REVISION})
            connection.execute(insert(schema.facts), {"name": "views", "value": schema.VIEWS})
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the record. Within it, values that are none mean a damaged file."""
        with self.database.translated(), self.database.engine.connect() as connection:
            self.database.share(connection)
            keys.carry(connection, self.ring)
            try:
                yield connection
            except (TypeError, ValueError) as error:
                raise misshapen(error) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction in which nobody else writes; committed at its end, or not at all. NotWritten once the case was
        moved elsewhere.
        """
        with self._locked() as connection:
            moved = connection.scalar(select(schema.facts.c.value).where(schema.facts.c.name == MOVED))
            if moved is not None:
                raise NotWritten("a case that was moved is written where it is now", moved, "Open it there.")
            yield connection

    @contextmanager
    def _locked(self) -> Iterator[Connection]:
        with self.database.translated(), self.database.engine.connect() as connection:
            self.database.lock(connection)
            keys.carry(connection, self.ring)
            yield connection
            connection.commit()

    def scrub(self) -> bool:
        """Removes the traces of what was removed from the database; whether that is done. It is not while others look
        at the case: it will be done when somebody opens it next.
        """
        with self.reading() as connection:
            remains = connection.scalar(select(schema.facts.c.value).where(schema.facts.c.name == REMAINS))
        if remains is None:
            return True
        try:
            if not self.database.scrub(remains.split()):
                return False
        except NotWritten:
            return False
        with self._locked() as connection:
            connection.execute(delete(schema.facts).where(schema.facts.c.name == REMAINS))
        return True

    def rebuild(self) -> None:
        """Makes the views anew from the whole log."""
        with self._locked() as connection:
            self.fill_views(connection)

    def fill_views(self, connection: Connection) -> None:
        """Makes the views anew within a transaction: their tables too, where another recipe made them."""
        if _recipe(connection) != schema.VIEWS:
            schema.views.drop_all(connection)
            schema.views.create_all(connection)
        shelf = folded(connection)
        for table in schema.VIEW_TABLES:
            connection.execute(delete(table))
        for form, rows in shelf.rows().items():
            for start in range(0, len(rows), 10_000):
                connection.execute(insert(TABLES[form]), stored(connection, form, rows[start : start + 10_000]))
        recipe = update(schema.facts).where(schema.facts.c.name == "views")
        connection.execute(recipe.values(value=schema.VIEWS))

    def prepare(self, passphrase: Passphrase = None) -> None:
        """Unlocks the case and brings its tables and views to the form of this version; raises what `open` raises."""
        if not self.database.exists():
            what = "a case is a directory with a case.db in it, or a schema of a server"
            raise NotFound(what, self.database.shown, "Make one with `goodoffices new`, or check the address.")
        with self.reading() as connection:
            if not inspect(connection).has_table(schema.facts.name):
                raise DamagedCase("a case holds a record", self.database.shown, RESTORE)
            found = revisions.revision(connection)
            if found == schema.REVISION:
                self.ring.unlock(connection, passphrase)
            ready = (found, _recipe(connection)) == (schema.REVISION, schema.VIEWS)
        if not ready:
            with self._locked() as connection:  # somebody else may have done it meanwhile
                if revisions.revision(connection) != schema.REVISION:
                    revisions.bring_forward(connection, self.database.shown)
                    self.ring.unlock(connection, passphrase)
                if _recipe(connection) != schema.VIEWS:
                    self.fill_views(connection)
        self.scrub()


def remember(connection: Connection, tables: Sequence[str]) -> None:
    """Notes that something was removed from these tables whose traces have to go."""
    connection.execute(delete(schema.facts).where(schema.facts.c.name == REMAINS))
    connection.execute(insert(schema.facts), {"name": REMAINS, "value": " ".join(tables)})


def _recipe(connection: Connection) -> str:
    """The recipe that made the views."""
    return str(connection.scalar(select(schema.facts.c.value).where(schema.facts.c.name == "views")))


def folded(connection: Connection) -> MemoryShelf:
    """The whole log folded in memory: the views as they must be."""

    shelf = empty_shelf(connection)
    for sealed in log.sealed_entries(connection):
        fold(shelf, sealed, log.body_of(connection, sealed))
    return shelf


def empty_shelf(connection: Connection) -> MemoryShelf:
    """A shelf in memory for the entries of this log."""

    def body(seq: int) -> Action | None:
        sealed = log.sealed_entry(connection, seq)
        return log.body_of(connection, sealed) if sealed else None

    return MemoryShelf(lambda name: blobs.get_value(connection, name, Reading), body)
