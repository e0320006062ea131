"""Proves a case whole: the log against its chain, blobs against their names, quotes against their texts, and the views
against the log.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Row, func, select
from sqlalchemy.exc import DBAPIError

from goodoffices.errors import DamagedCase, GoodOfficesError
from goodoffices.record import actions, blobs, keys, log, schema, sealing
from goodoffices.record.database import RESTORE, Database
from goodoffices.record.evidence import check_quotes
from goodoffices.record.log import Sealed
from goodoffices.record.record import Record
from goodoffices.record.rows import AnyRow
from goodoffices.record.sealing import TABLES
from goodoffices.record.store import folded
from goodoffices.vocabulary.hashing import sha256
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Document, Text

CHUNK = 500
SHOWN = 20  # faults of one sort that are told one by one


class Fault(Struct, frozen=True):
    """Something that does not prove itself. entry: the log entry it lies in, None for what lies in none."""

    entry: int | None
    what: str


class Verification(Struct, frozen=True, kw_only=True):
    """What was checked, how much of it, and what is wrong.

    entries, erased: of the log, and how many of them have no body any more. head: the chain after the last entry;
    whoever notes it down today can show tomorrow that nothing up to here was altered or cut off.
    """

    entries: int
    erased: int
    blobs: int
    quotes: int
    rows: int
    head: str
    faults: tuple[Fault, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether everything proves itself."""
        return not self.faults

    def prove(self) -> None:
        """Raises DamagedCase that names the first bad entry, unless the record is whole."""
        if self.whole:
            return
        first = next((f for f in self.faults if f.entry == self.first_bad), self.faults[0])
        more = f" and {len(self.faults) - 1} more" if len(self.faults) > 1 else ""
        value = f"entry {first.entry}: {first.what}{more}" if first.entry is not None else f"{first.what}{more}"
        raise DamagedCase("every entry of the record proves itself", value, "Restore the last whole backup.")

    @property
    def first_bad(self) -> int | None:
        """The first log entry that does not prove itself; None when all do."""
        return min((f.entry for f in self.faults if f.entry is not None), default=None)


def verify(record: Record, noted: tuple[int, str] | None = None) -> Verification:
    """Checks everything in a case.

    noted: seq and chain of an entry as they were noted down earlier, against which the log is held: it is the only
    proof that nobody cut off its end or wrote all of it anew. Raises DamagedCase when the file cannot be read at all.
    """
    with record.store.reading() as connection:
        return verified(connection, record.store.database, noted)


def verified(
    connection: Connection, database: Database, noted: tuple[int, str] | None = None, *, views: bool = True
) -> Verification:
    """The same within a transaction, which may be one that is not committed yet; without the views if so wished."""
    faults = [Fault(None, f"the file: {what}") for what in database.faults(connection)]
    sealed = _Log(connection)
    faults += sealed.faults(noted)
    stored, found = _blobs(connection)
    faults += found
    evidence = _Evidence(connection)
    if not faults:
        faults += evidence.faults()
    rows = 0
    if views and not faults:
        rows, found = check_views(connection)
        faults += found
    return Verification(
        entries=sealed.entries,
        erased=len(sealed.erased),
        blobs=stored,
        quotes=evidence.quotes,
        rows=rows,
        head=sealed.head,
        faults=tuple(faults),
    )


class _Log:
    """The log against its chain."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.entries, self.head = 0, log.START
        self.erased: set[int] = set()
        self._accounted: set[int] = set()

    def faults(self, noted: tuple[int, str] | None) -> Iterator[Fault]:
        """What is wrong with each entry, and whether the one noted down is what it was."""
        column = schema.entries.c.seq
        ends = select(func.coalesce(func.min(column), 1), func.coalesce(func.max(column), 0))
        first, last = self._connection.execute(ends).one()
        if first < 1:
            yield Fault(first, "the log begins with entry 1")
        for seq, sealed in self._each(last):
            self.entries += 1
            if isinstance(sealed, str):
                yield Fault(seq, sealed)
                continue
            yield from (Fault(seq, what) for what in self._wrong(sealed))
            self.head = sealed.chain
            if noted and noted[0] == seq and noted[1] != sealed.chain:
                yield Fault(seq, "the log up to here is not the one that was noted down")
        if noted and noted[0] > last:
            yield Fault(last + 1, f"the log ends before entry {noted[0]}, which was noted down")
        for seq in sorted(self.erased - self._accounted):
            yield Fault(seq, "the body of the entry is gone, and no erasure names it")

    def _each(self, last: int) -> Iterator[tuple[int, Sealed | str]]:
        for start in range(1, last + 1, CHUNK):
            wanted = range(start, min(start + CHUNK, last + 1))
            try:
                with self._connection.begin_nested():  # PostgreSQL reads nothing more after an error, but for this
                    found = {s.seq: s for s in log.sealed_entries(self._connection, wanted[0] - 1, wanted[-1])}
            except (DBAPIError, TypeError, ValueError):
                found = {}
            for seq in wanted:
                yield seq, found.get(seq) or self._one(seq)

    def _one(self, seq: int) -> Sealed | str:
        try:
            with self._connection.begin_nested():
                return log.sealed_entry(self._connection, seq) or "the entry is missing"
        except (DBAPIError, TypeError, ValueError) as error:
            return f"the entry cannot be read: {error}"

    def _wrong(self, sealed: Sealed) -> Iterator[str]:
        try:
            if log.chained(self.head, sealed) != sealed.chain:
                yield "the entry does not follow from the one before it"
            body = log.body_of(self._connection, sealed)
            plain = sealed.plain(keys.of(self._connection))
            if plain is None:
                self.erased.add(sealed.seq)
            elif log.digest(*plain) != sealed.digest:
                yield "the body of the entry is not the one that was logged"
            if isinstance(body, actions.DocumentErased):
                self._accounted.update(body.entries)
        except (GoodOfficesError, TypeError, ValueError) as error:
            yield f"the entry cannot be read: {error}"


def _blobs(connection: Connection) -> tuple[int, list[Fault]]:
    query = select(schema.blobs).execution_options(yield_per=20)
    count, faults = 0, []
    with connection.execute(query) as found:
        for row in found:
            count += 1
            try:
                content = keys.unsealed(connection, row.keys, row.content, blobs.place(row.hash))
            except DamagedCase as error:
                faults.append(Fault(None, f"blob {row.hash} cannot be read: {error}"))
                continue
            if sha256(content) != row.hash:
                faults.append(Fault(None, f"blob {row.hash} holds other bytes than its name says"))
    return count, faults


class _Evidence:
    """What the entries name: blobs that must be there, quotes that must stand in their texts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._texts: dict[str, str] = {}
        self._text = lru_cache(maxsize=64)(self._read_text)
        self.quotes = 0

    def faults(self) -> Iterator[Fault]:
        """What is wrong, entry by entry."""
        for sealed in log.sealed_entries(self._connection):
            try:
                self._check(log.body_of(self._connection, sealed))
            except GoodOfficesError as error:
                yield Fault(sealed.seq, str(error))

    def _check(self, body: actions.Action | None) -> None:
        if isinstance(body, actions.DocumentAdded):
            self._document(body.document)
        elif isinstance(body, actions.DocumentRead):
            for claim in blobs.get_value(self._connection, body.reading, Reading).claims:
                self.quotes += check_quotes(claim, self._text)
        elif isinstance(body, actions.Judgement):
            self.quotes += check_quotes(body.claim, self._text)

    def _document(self, document: Document) -> None:
        blobs.get(self._connection, document.blob)
        if blobs.get_value(self._connection, document.text, Text).blob != document.blob:
            raise DamagedCase("a text is made from its document's bytes", document.id, RESTORE)
        self._texts[document.id] = document.text

    def _read_text(self, document: str) -> str:
        if document not in self._texts:
            raise DamagedCase("a quoted document is in the log", document, RESTORE)
        return blobs.get_value(self._connection, self._texts[document], Text).content


def check_views(connection: Connection) -> tuple[int, list[Fault]]:
    """How many rows the views have, and where they are not what the log says."""
    made = folded(connection).rows()
    count, faults = 0, []
    for form, table in TABLES.items():
        names = [column.name for column in table.primary_key]
        missing = {tuple(getattr(row, name) for name in names): row for row in made[form]}
        with connection.execute(select(table).execution_options(yield_per=1000)) as found:
            for row in found:
                count += 1
                key = tuple(row._mapping[name] for name in names)
                if missing.pop(key, None) != _opened(connection, form, row):
                    faults.append(Fault(None, f"{table.name} {key} is not what the log says; rebuild the views"))
        faults += [Fault(None, f"{table.name} lacks {key}; rebuild the views") for key in missing]
    return count, faults[:SHOWN]


def _opened(connection: Connection, form: type[AnyRow], row: Row[Any]) -> AnyRow | None:
    try:
        return sealing.opened(connection, form, [row])[0]
    except DamagedCase:
        return None
