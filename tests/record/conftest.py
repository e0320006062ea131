"""An empty case for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.record import Record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """The record of a new case, in a directory of its own."""
    with Record.create(tmp_path / "case") as made:
        yield made
