"""Bytes by their SHA-256: files as they came, Texts and Readings as canonical JSON; stored sealed, see `keys`."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, select

from goodoffices.errors import BadArgument, DamagedCase, GoodOfficesError
from goodoffices.record.keys import CASE, of, sealed
from goodoffices.record.schema import blobs
from goodoffices.vocabulary.hashing import canonical, sha256

T = TypeVar("T")

_TOGETHER = 200  # blobs held at a time


def put(connection: Connection, content: bytes, keys: str = CASE) -> str:
    """Stores bytes once, under the keys of the document whose they are; their name."""
    name = sha256(content)
    store(connection, name, content, keys)
    return name


def store(connection: Connection, name: str, content: bytes, keys: str) -> None:
    """Stores bytes under a name, unless it has some."""
    if connection.scalar(select(blobs.c.hash).where(blobs.c.hash == name)) is None:
        content = sealed(connection, keys, content, place(name))
        connection.execute(blobs.insert(), {"hash": name, "keys": keys, "content": content})


def put_value(connection: Connection, value: msgspec.Struct, keys: str = CASE) -> str:
    """Stores a value as canonical JSON; its name. BadArgument when it does not read back as it was written."""
    try:
        written = canonical(value)
        faithful = canonical(msgspec.json.decode(written, type=type(value))) == written
    except Exception as error:
        found = f"{type(value).__name__}: {error}"
        raise BadArgument("what is stored can be read again", found, "Check its values.") from error
    if not faithful:
        raise BadArgument("what is stored reads back as it was written", type(value).__name__, "Check its types.")
    return put(connection, written, keys)


def get(connection: Connection, name: str) -> bytes:
    """The bytes of that name; DamagedCase when there are none, or others than the name says."""
    ((_, content),) = get_each(connection, [name])
    return content


def get_each(connection: Connection, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Names with their bytes, a few hundred at a time; DamagedCase as for one."""
    for start in range(0, len(names), _TOGETHER):
        asked = names[start : start + _TOGETHER]
        found = {row.hash: row for row in connection.execute(select(blobs).where(blobs.c.hash.in_(asked)))}
        of(connection).fetch(connection, {row.keys for row in found.values()})
        for name in asked:
            row = found.get(name)
            content = None if row is None else of(connection).unseal(row.keys, row.content, place(name))
            if content is None or sha256(content) != name:
                what = f"{name}: {'missing' if content is None else 'altered'}"
                raise DamagedCase("every blob the log names is stored whole", what, "Restore it from a backup.")
            yield name, content


def place(name: str) -> str:
    """Where a blob is sealed to."""
    return f"blobs {name}"


def get_value(connection: Connection, name: str, form: type[T]) -> T:
    """The value of that name; DamagedCase when it is missing, altered or of another form."""
    return read_value(get(connection, name), form)


def read_value(content: bytes, form: type[T]) -> T:
    """A stored value; DamagedCase when the bytes are not one."""
    try:
        return msgspec.json.decode(content, type=form)
    except (msgspec.MsgspecError, GoodOfficesError, UnicodeDecodeError) as error:
        remedy = "Verify the case; restore it from a backup, or open it with a newer Good Offices."
        raise DamagedCase("stored values have a form this version knows", error, remedy) from error
