"""A case directory and the database in it: made, opened, read and written, and its views made anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import asdict
from sqlalchemy import Connection, Engine, delete, insert, inspect, select, update

from goodoffices.errors import BadArgument, DamagedCase, NotFound
from goodoffices.record import blobs, log, schema, sqlite
from goodoffices.record.actions import Action
from goodoffices.record.fold import fold
from goodoffices.record.shelf import MemoryShelf
from goodoffices.record.tableshelf import TABLES
from goodoffices.vocabulary.reading import Reading

FILE = "case.db"


class Store:
    """The database of one case. Every call is one transaction: it has happened wholly or not at all."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def create(cls, path: Path, patience: float = sqlite.PATIENCE) -> "Store":
        """Makes a case directory with an empty record; BadArgument where there is a case already."""
        file = path / FILE
        if file.exists():
            raise BadArgument("a new case needs a directory without one", path, "Open it, or name another directory.")
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadArgument("a case is a directory", error, "Name a directory that can be made.") from error
        store = cls(path, sqlite.connect(file, patience))
        with store.writing() as connection:
            schema.metadata.create_all(connection)
            sqlite.guard(connection)
            named = {"schema": schema.VERSION, "views": schema.VIEWS}
            connection.execute(insert(schema.facts), [{"name": n, "value": v} for n, v in named.items()])
        return store

    @classmethod
    def open(cls, path: Path, patience: float = sqlite.PATIENCE) -> "Store":
        """Opens the case in a directory.

        Raises NotFound without one, DamagedCase for a file that is no sound database, BadArgument for a case that
        another version of Good Offices made and this one does not know.
        """
        file = path / FILE
        if not file.is_file():
            raise NotFound("a case is a directory with a case.db in it", path, "Create a case, or check the path.")
        store = cls(path, sqlite.connect(file, patience))
        try:
            if store._views_recipe() != schema.VIEWS:
                store.rebuild()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Lets go of the file."""
        with sqlite.translated(self.path / FILE):
            self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the record. Within it, values that are none mean a damaged file."""
        with sqlite.translated(self.path / FILE), self._engine.connect() as connection:
            sqlite.share(connection)
            try:
                yield connection
            except (TypeError, ValueError) as error:
                remedy = f"Rebuild the views. {sqlite.RESTORE}"
                raise DamagedCase("stored values have the form of their column", error, remedy) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction in which nobody else writes; committed at its end, or not at all."""
        with sqlite.translated(self.path / FILE), self._engine.connect() as connection:
            sqlite.lock(connection)
            yield connection
            connection.commit()

    def rebuild(self) -> None:
        """Makes the views anew from the whole log."""
        with self.writing() as connection:
            shelf = folded(connection)
            for table in schema.VIEW_TABLES:
                connection.execute(delete(table))
            for form, rows in shelf.rows().items():
                for start in range(0, len(rows), 10_000):
                    connection.execute(insert(TABLES[form]), [asdict(row) for row in rows[start : start + 10_000]])
            recipe = update(schema.facts).where(schema.facts.c.name == "views")
            connection.execute(recipe.values(value=schema.VIEWS))

    def _views_recipe(self) -> str:
        with self.reading() as connection:
            if not inspect(connection).has_table(schema.facts.name):
                raise DamagedCase("a case.db holds a case", self.path, sqlite.RESTORE)
            facts = {row.name: row.value for row in connection.execute(select(schema.facts))}
        if facts.get("schema") != schema.VERSION:
            found = f"version {facts.get('schema')} of {self.path}, known is {schema.VERSION}"
            remedy = "Install the version of Good Offices that made the case."
            raise BadArgument("a case has a form that this version knows", found, remedy)
        return str(facts.get("views"))


def folded(connection: Connection) -> MemoryShelf:
    """The whole log folded in memory: the views as they must be."""

    def body(seq: int) -> Action | None:
        sealed = log.sealed_entry(connection, seq)
        return sealed.opened().body if sealed else None

    shelf = MemoryShelf(lambda name: blobs.get_value(connection, name, Reading), body)
    for sealed in log.sealed_entries(connection):
        fold(shelf, sealed, sealed.opened().body)
    return shelf
