"""Cases of earlier versions are brought forward; those of unknown ones are refused."""

import gzip
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData, insert, text

from goodoffices.errors import BadArgument
from goodoffices.record import Record, restore, revisions, schema, verify
from goodoffices.record.sqlite import FILE
from goodoffices.record.store import Store, database_at
from tests.conftest import Places
from tests.record.office import by_hand, moment

RELEASED = sorted((Path(__file__).parent / "released").glob("*.db.gz"))


def _unpacked(released: Path, file: Path) -> Path:
    file.parent.mkdir()
    file.write_bytes(gzip.decompress(released.read_bytes()))
    return file


def _head(file: Path) -> str:
    with sqlite3.connect(file) as database:
        (head,) = database.execute("SELECT chain FROM entries ORDER BY seq DESC").fetchone()
    database.close()
    return str(head)


def _is_the_busy_day(record: Record, head: str) -> None:
    found = verify(record)
    assert (found.whole, found.entries, found.blobs, found.quotes, found.head) == (True, 8, 3, 4, head)
    held = {(r.claim.content.place, r.state) for r in record.at().claims()}  # type: ignore[union-attr]
    assert held == {("Vienna", "accepted"), ("Oslo", "proposed"), ("Doha", "accepted")}
    assert [e.by for e in record.at().entries()] == ["Ann", "Ann", "Ann", "Bea", "Ann", "Ann", "Zoë", "Ann"]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.name.split(".")[0])
def test_a_case_written_at_an_earlier_revision_opens_whole_and_goes_on(released: Path, tmp_path: Path) -> None:
    file = _unpacked(released, tmp_path / "case" / FILE)
    head = _head(file)
    for _ in range(2):
        with Record.open(file.parent) as record:
            _is_the_busy_day(record, head)
            with record.store.reading() as connection:
                assert revisions.revision(connection) == schema.REVISION
    with Record.open(file.parent) as record:
        assert record.enter(by_hand("Oslo"), by="Ann", at=moment()).seq == 9


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.name.split(".")[0])
def test_once_opened_no_file_of_an_earlier_case_holds_words_of_a_document(released: Path, tmp_path: Path) -> None:
    file = _unpacked(released, tmp_path / "case" / FILE)
    assert (b"Envoys met in" in file.read_bytes()) == (released.name < "0003")
    with Record.open(file.parent) as record:
        assert "Envoys met in" in record.at().text(record.at().documents()[0].id).content
        assert [path.name for path in file.parent.iterdir() if b"Envoys met in" in path.read_bytes()] == []


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.name.split(".")[0])
def test_a_backup_of_an_earlier_revision_is_restored_and_stays_as_it_is(
    released: Path, tmp_path: Path, new_address: Places
) -> None:
    file = _unpacked(released, tmp_path / "kept" / "backup")
    before, address = file.read_bytes(), new_address()
    restore(file, address)
    with Record.open(address) as record:
        _is_the_busy_day(record, _head(file))
    assert file.read_bytes() == before


def test_a_case_of_no_version_at_all_is_refused_with_the_remedy(tmp_path: Path) -> None:
    file = _unpacked(RELEASED[0], tmp_path / "case" / FILE)
    with sqlite3.connect(file) as database:
        database.execute("UPDATE facts SET value = '99' WHERE name = 'schema'")
    database.close()
    with pytest.raises(BadArgument, match=r"version 99 of .* known are 0001, 0002, 0003.*or with a newer one"):
        Record.open(file.parent)


def test_the_newest_revision_is_the_one_that_new_cases_have() -> None:
    assert revisions.known()[-1] == schema.REVISION


def test_of_every_revision_a_case_is_kept() -> None:
    assert tuple(path.name.removesuffix(".db.gz") for path in RELEASED) == revisions.known()


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "include_schemas": False})
    both = MetaData()
    for table in (*schema.metadata.sorted_tables, *schema.views.sorted_tables):
        table.to_metadata(both)
    return list(compare_metadata(context, both))


def _by_revisions(connection: Connection) -> None:
    """Makes the tables of the record by all revisions, one after the other, in the place of those that are there."""
    schema.metadata.drop_all(connection)
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP FUNCTION entries_kept"))
    revisions.upgrade(connection)


def test_the_revisions_make_the_tables_that_new_cases_have(new_address: Places) -> None:
    store = Store(database_at(new_address()))
    with store.making() as connection:
        assert _differences(connection) == []
        _by_revisions(connection)
        assert _differences(connection) == []
        connection.execute(insert(schema.facts), {"name": "views", "value": schema.VIEWS})
        guards = connection.scalars(text(_GUARDS[connection.dialect.name])).all()
    store.close()
    assert guards == ["entries_hold", "entries_stay"]
    with Record.open(store.address) as record:
        record.enter(by_hand("Doha"), by="Ann", at=moment())
        assert verify(record).whole


_GUARDS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'entries'::regclass ORDER BY tgname",
}
