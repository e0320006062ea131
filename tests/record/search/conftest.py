"""Cases to search in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.record import Record
from goodoffices.record.search import Finder, Index


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Record]:
    """The record of a new case in a directory."""
    with Record.create(tmp_path / "case") as made:
        yield made


@pytest.fixture
def finder() -> Finder:
    """Searches in memory what it is brought up to."""
    return Finder(Index(None))
