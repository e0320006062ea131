"""Whatever is altered in a case, verifying it says so and names the first bad entry."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.errors import DamagedCase
from goodoffices.record import Record, verify
from goodoffices.record.store import FILE
from tests.record.office import busy_day

COLUMNS = ("at", "by", "action", "subject", "based_on", "v", "body", "salt", "digest", "chain")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A case in which something of every kind was done."""
    with Record.create(tmp_path_factory.mktemp("office") / "case") as record:
        busy_day(record)
        yield record


@contextlib.contextmanager
def _altering(record: Record) -> Iterator[sqlite3.Connection]:
    """The file without its guards, put back afterwards as it was."""
    with contextlib.closing(sqlite3.connect(record.store.path / FILE)) as database:
        before = list(database.iterdump())
        for guard in ("entries_stay", "entries_hold"):
            database.execute(f"DROP TRIGGER {guard}")
        database.commit()
        yield database
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            database.execute(f"DROP TABLE {table}")
        database.commit()
        database.executescript("\n".join(before))


def _alter(database: sqlite3.Connection, change: str, *values: object) -> None:
    assert database.execute(change, values).rowcount == 1
    database.commit()


def _proven(record: Record) -> bool:
    try:
        return verify(record).whole
    except DamagedCase:
        return False


def test_an_untouched_case_proves_itself(office: Record) -> None:
    found = verify(office)
    assert (found.whole, found.first_bad, found.entries, found.blobs, found.quotes) == (True, None, 8, 3, 4)


@settings(max_examples=80, deadline=None)
@given(
    seq=st.integers(1, 8),
    column=st.sampled_from(COLUMNS),
    place=st.floats(0, 1, exclude_max=True),
    bit=st.integers(0, 7),
)
def test_any_flipped_bit_of_any_entry_is_found_and_the_entry_named(
    office: Record, seq: int, column: str, place: float, bit: int
) -> None:
    with _altering(office) as database:
        (value,) = database.execute(f"SELECT {column} FROM entries WHERE seq = ?", (seq,)).fetchone()
        if value is None or isinstance(value, int):
            _alter(database, f"UPDATE entries SET {column} = ? WHERE seq = ?", (value or 0) ^ (1 << bit), seq)
        else:
            content = bytearray(value.encode() if isinstance(value, str) else value)
            content[int(place * len(content))] ^= 1 << bit
            form = "CAST(? AS TEXT)" if isinstance(value, str) else "?"
            _alter(database, f"UPDATE entries SET {column} = {form} WHERE seq = ?", bytes(content), seq)
        found = verify(office)
        assert not found.whole
        assert found.first_bad == seq
    assert verify(office).whole


@pytest.mark.parametrize("seq", [1, 4, 7])
def test_a_missing_entry_is_named(office: Record, seq: int) -> None:
    with _altering(office) as database:
        _alter(database, "DELETE FROM entries WHERE seq = ?", seq)
        assert verify(office).first_bad == seq


def test_an_entry_before_the_first_is_named(office: Record) -> None:
    columns = ", ".join(COLUMNS)
    with _altering(office) as database:
        _alter(database, f"INSERT INTO entries (seq, {columns}) SELECT 0, {columns} FROM entries WHERE seq = 7")
        assert verify(office).first_bad == 0


def test_entries_that_changed_places_are_named(office: Record) -> None:
    with _altering(office) as database:
        for old, new in ((3, 99), (4, 3), (99, 4)):
            _alter(database, "UPDATE entries SET seq = ? WHERE seq = ?", new, old)
        assert verify(office).first_bad == 3


def test_a_log_whose_end_was_cut_off_differs_from_what_was_noted_down(office: Record) -> None:
    whole = verify(office)
    assert verify(office, noted=(whole.entries, whole.head)).whole
    with _altering(office) as database:
        _alter(database, "DELETE FROM entries WHERE seq = 8")
        assert verify(office, noted=(whole.entries, whole.head)).first_bad == 8
    assert verify(office, noted=(3, whole.head)).first_bad == 3


@pytest.mark.parametrize("number", [0, 1, 2])
def test_an_altered_blob_is_found(office: Record, number: int) -> None:
    with _altering(office) as database:
        name, content = database.execute("SELECT hash, content FROM blobs ORDER BY hash").fetchall()[number]
        _alter(database, "UPDATE blobs SET content = ? WHERE hash = ?", content + b" ", name)
        assert any(name in fault.what for fault in verify(office).faults)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_missing_blob_is_found_and_the_entry_that_needs_it_named(office: Record, number: int) -> None:
    with _altering(office) as database:
        name = database.execute("SELECT hash FROM blobs ORDER BY hash").fetchall()[number][0]
        _alter(database, "DELETE FROM blobs WHERE hash = ?", name)
        assert verify(office).first_bad in (1, 2)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE claim_rows SET state = 'rejected' WHERE since_seq = 7",
        "UPDATE claim_rows SET compartments = '[\"x\"]' WHERE since_seq = 7",
        "UPDATE claim_rows SET valid_earliest = 'no day' WHERE since_seq = 7",
        "DELETE FROM claim_rows WHERE since_seq = 7",
        "UPDATE document_rows SET published_latest = NULL WHERE since_seq = 1",
        "UPDATE entry_rows SET until_seq = 5 WHERE seq = 1",
        "UPDATE ruling_rows SET until_seq = 5",
        "DELETE FROM compartment_rows",
    ],
)
def test_views_that_are_not_what_the_log_says_are_found_and_made_anew(office: Record, change: str) -> None:
    with _altering(office) as database:
        database.execute(change)
        database.commit()
        assert not _proven(office)
        office.rebuild()
        assert verify(office).whole


def test_the_file_of_a_verified_case_stays_as_it_was(office: Record) -> None:
    def content() -> list[str]:
        with contextlib.closing(sqlite3.connect(Path(office.store.path) / FILE)) as database:
            return list(database.iterdump())

    before = content()
    verify(office)
    assert content() == before
