"""Sealing of a case that was written before there were keys: its log and blobs, by the rules for new entries."""

from collections.abc import Iterator

from sqlalchemy import Connection, Row, insert, text

from goodoffices.record import actions, blobs, keys, schema
from goodoffices.record.fold import fold
from goodoffices.record.keys import CASE, Keyring
from goodoffices.record.log import Sealed, place
from goodoffices.record.sealing import keys_of
from goodoffices.record.shelf import MemoryShelf
from goodoffices.record.store import empty_shelf, remember
from goodoffices.record.upcasting import decoded

_TOGETHER = 1000


def seal(connection: Connection) -> None:
    """Seals what `entries_plain` and `blobs_plain` hold into the tables of today, with new keys."""
    ring = Keyring()
    keys.carry(connection, ring)
    ring.begin(connection)
    shelf = empty_shelf(connection)
    for row in _plain_entries(connection):
        body = None if row.body is None else decoded(row.action, row.v, row.body)
        names = CASE if body is None else _keys(connection, shelf, body, row.subject)
        stored = None if row.body is None else keys.sealed(connection, names, row.salt + row.body, place(row.seq))
        columns = {name: value for name, value in row._mapping.items() if name != "salt"}
        sealed = Sealed(**{**columns, "keys": names, "body": stored})
        connection.execute(insert(schema.entries), _columns(sealed))
        fold(shelf, sealed, body)
    for (name,) in connection.execute(text("SELECT hash FROM blobs_plain ORDER BY hash")).all():
        _seal_blob(connection, name, CASE)
    remember(connection, [table.name for table in schema.RECORD_TABLES])


def _keys(connection: Connection, shelf: MemoryShelf, body: actions.Action, subject: str) -> str:
    if isinstance(body, actions.DocumentAdded):
        names = keys.of(connection).make(connection, body.document.id)
        for name in (body.document.blob, body.document.text):
            _seal_blob(connection, name, names)
        return names
    names = keys_of(shelf, body, subject)
    if isinstance(body, actions.DocumentRead):
        _seal_blob(connection, body.reading, names)
    return names


def _seal_blob(connection: Connection, name: str, names: str) -> None:
    query = text("SELECT content FROM blobs_plain WHERE hash = :name")
    content = connection.scalar(query, {"name": name})
    if content is not None:
        blobs.store(connection, name, bytes(content), names)


def _plain_entries(connection: Connection) -> Iterator[Row[tuple[object, ...]]]:
    query = text("SELECT * FROM entries_plain WHERE seq > :after ORDER BY seq LIMIT :together")
    after = 0
    while rows := connection.execute(query, {"after": after, "together": _TOGETHER}).all():
        yield from rows
        after = rows[-1].seq


def _columns(sealed: Sealed) -> dict[str, object]:
    return {name: getattr(sealed, name) for name in sealed.__struct_fields__}
