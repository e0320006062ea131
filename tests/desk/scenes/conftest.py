"""The sample case, made once for the scenes that read it."""

from collections.abc import Iterator

import pytest

from goodoffices import Case


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with Case.sample(tmp_path_factory.mktemp("scenes") / "quartet") as case:
        yield case
