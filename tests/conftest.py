"""The stores that a case can live in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.browser import CHROMIUM, chromium
from tests.servers import Server, started

settings.register_profile("untimed", deadline=None)  # how long a test takes is a matter of the machine
settings.load_profile("untimed")

Places = Callable[[], str]

# The longest files are begun first, so that at the end no process waits for another one's.
LONGEST = (
    "tests/web/test_in_browser.py",
    "tests/record/test_kill.py",
    "tests/test_tutorial.py",
    "tests/web/test_every_page.py",
    "tests/web/test_readouts.py",
    "tests/documents/test_broken.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    rank = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.nodeid.split("::")[0], len(rank)))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, started when the first test asks for it."""
    server = started()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser. It ends with its module: its driver holds an event loop, beside which no other one can run."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed: apt-get install chromium")
    with chromium() as started:
        yield started


@pytest.fixture(params=["sqlite", "postgres"])
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Places:
    """Addresses for new cases, each time another one: directories in one run of a test, schemas in the other."""
    if request.param == "postgres":
        server: Server = request.getfixturevalue("server")
        return server.address
    numbers = iter(range(10_000))
    return lambda: str(tmp_path / f"case-{next(numbers)}")
