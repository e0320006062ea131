"""What holds of a case in either store: it is made, opened, refused, and made anew where it must be."""

import contextlib

import pytest
from sqlalchemy import text

from goodoffices.errors import BadArgument, NotFound
from goodoffices.record import Record, verify
from goodoffices.record.store import Store, database_at
from tests.conftest import Places
from tests.record.office import add, by_hand, meeting, moment, read
from tests.record.tampering import alter


def _case(address: str) -> None:
    with Record.create(address) as record:
        document = add(record)
        read(record, document, [meeting(document)])
        record.accept(meeting(document).id, by="Ann", at=moment())


def test_a_case_opens_as_it_was_closed(new_address: Places) -> None:
    address = new_address()
    _case(address)
    with Record.open(address) as record:
        assert [r.state for r in record.at().claims()] == ["accepted"]
        assert verify(record).whole


def test_a_case_says_what_opens_it_again(new_address: Places) -> None:
    address = new_address()
    with Record.create(address) as record, Record.open(record.store.address) as again:
        record.enter(by_hand("Doha"), by="Bea", at=moment())
        assert again.at().count() == 1
        assert record.store.name == again.store.name
        assert record.store.name in address


def test_a_second_case_in_the_same_place_is_refused(new_address: Places) -> None:
    address = new_address()
    _case(address)
    with pytest.raises(BadArgument, match="without one"):
        Record.create(address)
    with Record.open(address) as record:
        assert record.at().seq == 3


def test_no_case_is_not_found(new_address: Places) -> None:
    with pytest.raises(NotFound, match="goodoffices new"):
        Record.open(new_address())


def test_a_case_of_an_unknown_version_is_not_opened(new_address: Places) -> None:
    address = new_address()
    with Record.create(address) as record:
        alter(record, "UPDATE alembic_version SET version_num = '0099'")
    with pytest.raises(BadArgument, match=r"version 0099 .*Open it with the version of Good Offices that made it"):
        Record.open(address)


def test_views_of_another_recipe_are_made_anew_on_opening(new_address: Places) -> None:
    address = new_address()
    _case(address)
    with Record.open(address) as record:
        alter(record, "UPDATE facts SET value = 'views/0' WHERE name = 'views'", "DELETE FROM claim_rows")
    with Record.open(address) as record:
        assert record.at().count() == 1
        assert verify(record).whole


def test_a_failed_call_leaves_nothing_behind(record: Record) -> None:
    document = add(record)
    with pytest.raises(ZeroDivisionError):
        _fail_halfway(record)
    assert record.at().documents() == [document]
    with record.store.reading() as connection:
        assert connection.scalar(text("SELECT value FROM facts WHERE name = 'lost'")) is None


def _fail_halfway(record: Record) -> None:
    with record.store.writing() as connection:
        connection.execute(text("INSERT INTO facts VALUES ('lost', 'x')"))
        raise ZeroDivisionError


def test_a_case_that_could_not_be_made_is_not_there(new_address: Places) -> None:
    address = new_address()
    with pytest.raises(ZeroDivisionError):
        _fail_in_making(Store(database_at(address)))
    with pytest.raises(NotFound):
        Record.open(address)
    _case(address)


def _fail_in_making(store: Store) -> None:
    with contextlib.closing(store), store.making() as connection:
        connection.execute(text("INSERT INTO facts VALUES ('half', 'x')"))
        raise ZeroDivisionError
