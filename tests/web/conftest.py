"""The sample case and a case with one fictional note, each on a workbench, with and without a browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from playwright.sync_api import Browser

from goodoffices import Case
from goodoffices.web import Workbench, application

from .serving import Visit, a_case

ROOT = Path(__file__).parents[2]
Client = TestClient[Any]


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample case, made once; tests that write take a copy."""
    folder = tmp_path_factory.mktemp("sample") / "quartet"
    Case.sample(folder).close()
    return folder


@pytest.fixture
def sample(sample_folder: Path, tmp_path: Path) -> Iterator[Case]:
    """A copy of the sample case."""
    shutil.copytree(sample_folder, tmp_path / "quartet")
    with Case.open(tmp_path / "quartet") as case:
        yield case


@pytest.fixture
def note(tmp_path: Path) -> Iterator[Case]:
    """A case with the fictional note, read."""
    with a_case(tmp_path / "lakes") as case:
        case.read(by="test")
        yield case


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Case]:
    """A case with nothing in it."""
    with Case.new(tmp_path / "empty") as case:
        yield case


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    opened = Visit(browser)
    yield opened
    opened.leave()


def entered(case: Case) -> Client:
    """A client that came through the door of a workbench on the case; without the browser's parts."""
    bench = Workbench(case, by="test")
    client = TestClient(application(bench))
    client.get("/enter", params={"token": bench.door.token})
    return client


def sent(client: Client, path: str, **form: str) -> object:
    """The answer to a form of ours: with the token that its page carries."""
    page = client.get("/settings")
    token = page.text.split('name="_csrf_token" value="')[1].split('"')[0]
    return client.post(path, data={**form, "_csrf_token": token}, follow_redirects=False)
