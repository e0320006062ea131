"""Somebody who is let at the database itself, past its guards; afterwards all is put back as it was."""

import contextlib
from collections.abc import Iterator

from msgspec.structs import astuple
from sqlalchemy import Connection, delete, insert, select, text

from goodoffices.record import Record, schema, sealing

TABLES = (*schema.metadata.sorted_tables, *schema.views.sorted_tables)


def alter(record: Record, *changes: str, **values: object) -> None:
    """Carries out statements of SQL one after the other, each of which must find something to change."""
    with _unguarded(record) as connection:
        for change in changes:
            assert connection.execute(text(change), values).rowcount >= 1, change


@contextlib.contextmanager
def altered(record: Record, *changes: str, **values: object) -> Iterator[None]:
    """The record with such changes, for as long as the block."""
    with record.store.reading() as connection:
        before = {table: [dict(row._mapping) for row in connection.execute(select(table))] for table in TABLES}
    alter(record, *changes, **values)
    try:
        yield
    finally:
        with _unguarded(record) as connection:
            for table, rows in before.items():
                connection.execute(delete(table))
                if rows:
                    connection.execute(insert(table), rows)


def stored(record: Record) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is in the database; views, which are sealed anew whenever they are made, opened."""
    with record.store.reading() as connection:
        found = {table: connection.execute(select(table).order_by(*table.primary_key)).all() for table in TABLES}
        views = {table: sealing.opened(connection, form, found[table]) for form, table in sealing.TABLES.items()}
    return {
        table.name: [astuple(row) for row in views[table]] if table in views else [tuple(row) for row in rows]
        for table, rows in found.items()
    }


@contextlib.contextmanager
def _unguarded(record: Record) -> Iterator[Connection]:
    database = record.store.database
    with database.engine.connect() as connection:
        database.lock(connection)
        if connection.dialect.name == "sqlite":
            for guard in ("entries_stay", "entries_hold"):
                connection.execute(text(f"DROP TRIGGER {guard}"))
            yield connection
            database.guard(connection)
        else:
            connection.execute(text("ALTER TABLE entries DISABLE TRIGGER USER"))
            yield connection
            connection.execute(text("ALTER TABLE entries ENABLE TRIGGER USER"))
        connection.commit()
