"""Case directories and the file in them: what is SQLite's own."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from goodoffices.errors import BadArgument, DamagedCase, GoodOfficesError
from goodoffices.record import Record, verify
from goodoffices.record.sqlite import FILE
from tests.record.office import add, meeting, moment, read


def _case(path: Path) -> Path:
    with Record.create(path) as record:
        document = add(record)
        read(record, document, [meeting(document)])
        record.accept(meeting(document).id, by="Ann", at=moment())
    return path / FILE


def _look(path: Path) -> tuple[bool, list[str]]:
    """Whether the case proves itself whole, and the states of its claims."""
    with Record.open(path) as record:
        return verify(record).whole, [r.state for r in record.at().claims()]


def test_a_case_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadArgument, match="directory"):
        Record.create(tmp_path / "file")


def test_every_commit_is_on_the_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    _case(tmp_path)
    with Record.open(tmp_path) as record, record.store.reading() as connection:
        pragmas = {name: connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous")}
        assert pragmas == {"journal_mode": "wal", "synchronous": 2}
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1


@pytest.mark.parametrize("length", [0, 10, 100, 4096, 5000, 20_000])
def test_a_file_cut_short_is_told_as_damage_with_the_remedy(tmp_path: Path, length: int) -> None:
    file = _case(tmp_path)
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(DamagedCase, match="backup"):
        _look(tmp_path)


def test_a_file_that_is_no_database_is_told_as_damage(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("Dear colleague, " * 1000)
    with pytest.raises(DamagedCase, match="sound database"):
        Record.open(tmp_path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_in_the_file_is_never_an_accident(tmp_path: Path, place: float, bit: int) -> None:
    directory = tmp_path / "flipped"
    whole = tmp_path / "whole"
    if not whole.exists():
        whole.write_bytes(_case(directory).read_bytes())
    content = bytearray(whole.read_bytes())
    content[int(place * len(content))] ^= 1 << bit
    for journal in directory.iterdir():
        journal.unlink()
    (directory / FILE).write_bytes(content)
    with contextlib.suppress(GoodOfficesError):  # any other error, or a wrong answer, fails
        proven, states = _look(directory)
        assert not proven or states == ["accepted"]
