"""A record goes from one database to another and stays the same: moved, backed up, restored."""

from pathlib import Path

import pytest

from goodoffices.errors import BadArgument, DamagedCase, NotFound, NotWritten
from goodoffices.record import Record, Verification, back_up, move, restore, verify
from tests.conftest import Places
from tests.record.office import busy_day, by_hand, moment
from tests.record.tampering import alter, altered, stored
from tests.record.writers import EACH, enter_claims, start, told
from tests.servers import Server


@pytest.fixture(params=["to sqlite", "to postgres"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place where a case may come to be."""
    if request.param == "to sqlite":
        return str(tmp_path / "target")
    server: Server = request.getfixturevalue("server")
    return server.address()


def _content(record: Record) -> dict[str, list[tuple[object, ...]]]:
    tables = stored(record)
    tables["facts"] = [fact for fact in tables["facts"] if fact[0] != "moved"]
    return tables


def test_a_moved_case_is_the_same_to_the_last_byte_and_goes_on(record: Record, target: str) -> None:
    busy_day(record)
    before = _content(record)
    head = verify(record).head
    found = move(record, target)
    assert (found.whole, found.entries, found.head) == (True, 8, head)
    with Record.open(target) as moved:
        assert _content(moved) == before
        assert verify(moved, noted=(8, head)).whole
        assert moved.enter(by_hand("Oslo"), by="Ann", at=moment()).seq == 9


def test_the_case_left_behind_is_read_and_says_where_it_is_written_now(record: Record, target: str) -> None:
    busy_day(record)
    with Record.open(record.store.address) as colleague:
        move(record, target)
        for left in (record, colleague):
            with pytest.raises(NotWritten, match="written where it is now"):
                left.enter(by_hand("Oslo"), by="Ann", at=moment())
        assert (colleague.at().seq, verify(colleague).whole) == (8, True)
        colleague.rebuild()


def test_a_case_moves_there_and_back(record: Record, target: str, new_address: Places) -> None:
    busy_day(record)
    before, back = _content(record), new_address()
    move(record, target)
    with Record.open(target) as moved:
        move(moved, back)
    with Record.open(back) as again:
        assert _content(again) == before
        again.enter(by_hand("Oslo"), by="Ann", at=moment())


def test_nothing_is_moved_over_another_case(record: Record, target: str) -> None:
    busy_day(record)
    with Record.create(target) as there:
        there.enter(by_hand("Oslo"), by="Ann", at=moment())
        with pytest.raises(BadArgument, match="without one"):
            move(record, target)
        assert there.at().seq == 1
    record.enter(by_hand("Oslo"), by="Ann", at=moment())


def test_a_damaged_case_is_neither_moved_nor_backed_up(record: Record, target: str, tmp_path: Path) -> None:
    busy_day(record)
    file = tmp_path / "backup"
    with altered(record, "UPDATE entries SET subject = 'x' WHERE seq = 4"):
        with pytest.raises(DamagedCase, match="entry 4: the entry does not follow"):
            move(record, target)
        with pytest.raises(DamagedCase, match="entry 4: the entry does not follow"):
            back_up(record, file)
    with pytest.raises(NotFound):
        Record.open(target)
    assert not file.exists()
    record.enter(by_hand("Oslo"), by="Ann", at=moment())


def test_a_backup_is_one_file_and_is_restored_in_either_store(record: Record, target: str, tmp_path: Path) -> None:
    busy_day(record)
    before, file = stored(record), tmp_path / "kept" / "lakes.backup"
    found = back_up(record, file)
    assert [path.name for path in file.parent.iterdir()] == ["lakes.backup"]
    record.enter(by_hand("Oslo"), by="Ann", at=moment())
    content = file.read_bytes()
    assert restore(file, target).head == found.head
    with Record.open(target) as restored:
        assert stored(restored) == before
        assert verify(restored, noted=(found.entries, found.head)).whole
        assert restored.enter(by_hand("Oslo"), by="Ann", at=moment()).seq == 9
    assert file.read_bytes() == content
    assert [path.name for path in file.parent.iterdir()] == ["lakes.backup"]


def test_a_backup_named_case_db_is_a_case(record: Record, tmp_path: Path) -> None:
    busy_day(record)
    back_up(record, tmp_path / "kept" / "case.db")
    with Record.open(tmp_path / "kept") as opened:
        assert stored(opened) == stored(record)


def test_a_backup_made_while_others_write_is_whole_and_ends_where_it_began(record: Record, tmp_path: Path) -> None:
    busy_day(record)
    writers = [start(enter_claims, record.store.address, number) for number in range(2)]
    made: list[tuple[Path, Verification]] = []
    while any(process.is_alive() for process, _ in writers):
        file = tmp_path / f"backup-{len(made)}"
        made.append((file, back_up(record, file)))
    for process, pipe in writers:
        told(pipe)
        process.join()
    assert record.at().seq == 8 + 2 * EACH
    assert len({found.entries for _, found in made}) > 1
    for number, (file, found) in enumerate(made[:: max(1, len(made) // 4)]):
        restore(file, tmp_path / f"restored-{number}")
        with Record.open(tmp_path / f"restored-{number}") as restored:
            assert verify(restored).head == found.head
        assert verify(record, noted=(found.entries, found.head)).whole


def test_nothing_is_overwritten(record: Record, target: str, tmp_path: Path) -> None:
    busy_day(record)
    file = tmp_path / "backup"
    file.write_text("the minutes")
    with pytest.raises(BadArgument, match="without one"):
        back_up(record, file)
    assert file.read_text() == "the minutes"
    back_up(record, tmp_path / "other")
    Record.create(target).close()
    with pytest.raises(BadArgument, match="without one"):
        restore(tmp_path / "other", target)


def test_what_is_no_backup_makes_no_case(target: str, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    with pytest.raises(NotFound, match="a backup is a file"):
        restore(file, target)
    file.write_text("Dear colleague, " * 1000)
    with pytest.raises(DamagedCase):
        restore(file, target)
    with pytest.raises(NotFound):
        Record.open(target)


def test_an_altered_backup_makes_no_case(record: Record, target: str, tmp_path: Path) -> None:
    busy_day(record)
    kept = tmp_path / "kept"
    back_up(record, kept / "case.db")
    with Record.open(kept) as opened:
        alter(opened, "UPDATE blobs SET content = (SELECT body FROM entries WHERE seq = 1)")
    with pytest.raises(DamagedCase, match="blob"):
        restore(kept / "case.db", target)
    with pytest.raises(NotFound):
        Record.open(target)


def test_a_backup_whose_end_was_cut_off_differs_from_what_was_noted_down(record: Record, tmp_path: Path) -> None:
    busy_day(record)
    kept = tmp_path / "kept"
    noted = back_up(record, kept / "case.db")
    with Record.open(kept) as opened:
        alter(opened, "DELETE FROM entries WHERE seq = 8")
        opened.rebuild()
        assert verify(opened).whole
        assert verify(opened, noted=(noted.entries, noted.head)).first_bad == 8
