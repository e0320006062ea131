"""What a store asks of its database: the few things that SQLite and PostgreSQL do each in their own way."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine

from goodoffices.errors import BadArgument, DamagedCase

PATIENCE = 30.0  # seconds a writer waits for another one; a whole document with its reading takes well under one

RESTORE = "Restore the case from its latest backup; the damaged copy should be kept for whoever examines it."


class Database(Protocol):
    """A database that holds one case, or could. `sqlite` and `postgres` have one each.

    address: what opens it again, secrets included; shown: the same for people's eyes; name: what people call the case.
    """

    address: str
    shown: str
    name: str
    engine: Engine

    @property
    def path(self) -> Path:
        """A directory for what is derived and may be deleted, such as an index; it need not be there yet."""

    def exists(self) -> bool:
        """Whether there is a case."""

    def making(self) -> AbstractContextManager[Connection]:
        """An empty database for a new case, which comes to be at the end of the block, wholly or not at all.

        Raises BadArgument where there is a case already, or none can be.
        """

    def guard(self, connection: Connection) -> None:
        """Makes the database itself refuse to change or delete entries."""

    def lock(self, connection: Connection) -> None:
        """Begins a transaction in which nobody else writes; whoever comes meanwhile waits."""

    def share(self, connection: Connection) -> None:
        """Begins a transaction that sees one state of the database throughout."""

    def faults(self, connection: Connection) -> list[str]:
        """What the database finds wrong with its own files; empty when it knows of nothing."""

    def scrub(self, tables: Sequence[str]) -> bool:
        """Writes anew what once held something that was removed from these tables, so that none of it is left; outside
        any transaction. False while somebody else looks at it.
        """

    def translated(self) -> AbstractContextManager[None]:
        """Turns the driver's errors into ours: NotWritten, Unreachable, DamagedCase."""


def taken(shown: str) -> BadArgument:
    """The error of making a case where there is one."""
    return BadArgument("a new case needs a place without one", shown, "Open it, or name another place.")


def misshapen(error: object) -> DamagedCase:
    """The error of a stored value that is none of its column."""
    return DamagedCase("stored values have the form of their column", error, f"Rebuild the views. {RESTORE}")
