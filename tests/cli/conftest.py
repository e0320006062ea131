"""The command line as its users have it: words in, text and an exit code out."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from goodoffices.cli import main

NOTE = """The Lakes Conference on the ferry

3 May 2030

The Lakes Conference met in Vell on 3 May 2030. It called on Arden to open the ferry within two months. Arden and Bresk
agreed to a truce, which began on 4 May 2030 and is to expire on 4 August 2030.
"""


class Said(NamedTuple):
    """What a command printed on standard output and standard error, and its exit code."""

    out: str
    err: str
    code: int


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def called(*words: object) -> Said:
        code = 0
        try:
            main([str(word) for word in words])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        printed = capsys.readouterr()
        return Said(printed.out, printed.err, code)

    return called


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "case"
    assert run("new", path).code == 0
    return path
