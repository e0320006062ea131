"""An empty case for each test, once in either store."""

from collections.abc import Iterator

import pytest

from goodoffices.record import Record
from tests.conftest import Places


@pytest.fixture
def record(new_address: Places) -> Iterator[Record]:
    """The record of a new case."""
    with Record.create(new_address()) as made:
        yield made
