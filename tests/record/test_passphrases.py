"""A case with a passphrase opens with it alone, wherever it goes, and its files show no words."""

from pathlib import Path

import pytest
from sqlalchemy import text

from goodoffices.errors import BadArgument, DamagedCase, Locked
from goodoffices.record import Record, back_up, move, restore, verify
from goodoffices.record.passphrases import derived, new_lock
from tests.conftest import Places
from tests.record.office import busy_day, by_hand, moment

WORDS, OTHER = "heron gypsum ladder equinox", "quartz meadow violin harbour"


@pytest.fixture
def address(new_address: Places) -> str:
    """Where a locked case is."""
    address = new_address()
    with Record.create(address, WORDS) as record:
        busy_day(record)
    return address


def test_a_locked_case_opens_with_its_passphrase_alone(address: str) -> None:
    for wrong in (None, "", OTHER, WORDS.upper()):
        with pytest.raises(Locked, match="opens with"):
            Record.open(address, passphrase=wrong)
    asked: list[str] = []

    def ask() -> str:
        asked.append("asked")
        return WORDS

    with Record.open(address, passphrase=ask) as record:
        assert verify(record).whole
        assert record.store.locked
        assert record.enter(by_hand("Oslo"), by="Ann", at=moment(9)).seq == 9
    assert asked == ["asked"]


def test_nobody_is_asked_for_the_passphrase_of_a_case_without_one(new_address: Places) -> None:
    address = new_address()
    Record.create(address).close()
    with Record.open(address, passphrase=lambda: pytest.fail("asked")) as record:
        assert not record.store.locked


def test_a_passphrase_is_changed_given_and_taken_away_and_nothing_is_encrypted_anew(address: str) -> None:
    with Record.open(address, passphrase=WORDS) as record:
        before = _stored(record)
        record.relock(OTHER)
        assert _stored(record) == before
    with pytest.raises(Locked):
        Record.open(address, passphrase=WORDS)
    with Record.open(address, passphrase=OTHER) as record:
        assert verify(record).whole
        record.relock(None)
    with Record.open(address) as record:
        assert verify(record).whole
        record.relock(WORDS)
    with pytest.raises(Locked):
        Record.open(address)


def _stored(record: Record) -> list[tuple[object, ...]]:
    with record.store.reading() as connection:
        return [
            tuple(row) for table in ("entries", "blobs") for row in connection.execute(text(f"SELECT * FROM {table}"))
        ]


def test_backup_restoration_and_move_carry_the_passphrase(address: str, new_address: Places, tmp_path: Path) -> None:
    again, moved = new_address(), new_address()
    with Record.open(address, passphrase=WORDS) as record:
        back_up(record, tmp_path / "backup")
        for wrong in (None, OTHER):
            with pytest.raises(Locked):
                restore(tmp_path / "backup", again, wrong)
        restore(tmp_path / "backup", again, WORDS)
        move(record, moved)
    for place in (again, moved):
        with pytest.raises(Locked):
            Record.open(place)
        with Record.open(place, passphrase=WORDS) as opened:
            assert verify(opened).whole
            assert opened.at().count() == 3


def test_an_open_key_is_in_no_file_once_a_case_is_locked(tmp_path: Path) -> None:
    with Record.create(tmp_path / "case") as record:
        busy_day(record)
        with record.store.reading() as connection:
            key = bytes(connection.scalar(text("SELECT key FROM keys WHERE name = 'case'")) or b"")
        record.relock(WORDS)
        assert len(key) == 32
        assert [path for path in (tmp_path / "case").iterdir() if key in path.read_bytes()] == []


def test_a_passphrase_that_is_guessed_too_easily_is_refused(new_address: Places) -> None:
    for weak in ("", "short", "aaaaaaaaaaaaaaaaaaaa"):
        with pytest.raises(BadArgument, match="at least 12"):
            Record.create(new_address(), weak)


def test_a_lock_that_is_none_or_asks_for_too_much_is_damage(address: str) -> None:
    forged = new_lock().replace('"n":131072', '"n":1073741824')
    for lock in ("{}", "nothing", forged):
        with pytest.raises(DamagedCase, match="lock"):
            derived(WORDS, lock)
