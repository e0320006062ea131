"""The tutorial, walked literally in an empty folder: what it has saved is saved, what it has typed is typed, what it
says is printed is printed. Its ways through the browser are walked in tests/web (test_walk.py, test_saving.py,
test_readouts.py); that the pages bear the names it gives them is seen here. A workbench is started on any free port:
another may be at work.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from lxml import html

from goodoffices import Case
from goodoffices.web import Workbench, application
from tests.cli.test_terminal import Terminal

PAGE = (Path(__file__).parents[1] / "docs" / "tutorial.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?:^ {4}.*\n|^\n(?= {4}))+", re.MULTILINE)
SAVED = re.compile(r"Save this as `([^`]+)`")
COMMAND = "goodoffices "
ELIDED = "…"
FORMS = {
    "ferry.html": b"<!doctype html>",
    "ferry.docx": b"PK",
    "ferry.ics": b"BEGIN:VCALENDAR",
    "demo/brief.html": b"<!doctype",
}


def blocks() -> list[tuple[str, list[str]]]:
    """Every block of the page: the name it is to be saved as or "", and its lines."""
    found = []
    for block in BLOCK.finditer(PAGE):
        name = SAVED.search(PAGE[: block.start()].rstrip().rsplit("\n\n", 1)[-1])
        lines = [line[4:] for line in block[0].strip("\n").splitlines()]
        found.append((name[1] if name else "", lines))
    return found


def steps(lines: list[str]) -> list[tuple[str, list[str]]]:
    """The commands of a block, each with the lines that are said to be printed."""
    assert lines[0].startswith(COMMAND), lines[0]
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith(COMMAND):
            found.append((line, []))
        else:
            found[-1][1].append(line)
    return found


def words(line: str) -> str:
    return " ".join(line.split())


def told(expected: list[str], printed: str) -> bool:
    """Whether this is printed, line by line; … stands for any lines or none. Widths of columns do not count."""
    pattern = "".join("(?:.*\n)*" if line == ELIDED else re.escape(words(line)) + "\n" for line in expected)
    return re.fullmatch(pattern, "".join(words(line) + "\n" for line in printed.splitlines())) is not None


def served(typed: list[str]) -> None:
    """Starts the workbench as typed and goes in by the address it prints."""
    environment = os.environ | {"BROWSER": "echo %s", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([*typed, "--port", "0"], stdout=subprocess.PIPE, text=True, env=environment) as bench:
        try:
            assert bench.stdout is not None
            address = bench.stdout.readline().split(": ")[1].strip()
            visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with visitor.open(address, timeout=60) as answer:
                assert answer.status == 200
                assert "/today" in answer.url
        finally:
            bench.send_signal(signal.SIGINT)
            bench.communicate(timeout=60)


def walked(typed: str) -> str:
    """What a command of the page prints."""
    _, *rest = shlex.split(typed)
    program = [str(Path(sys.executable).with_name("goodoffices")), *rest]
    if rest[0] == "serve":
        served(program)
        return ""
    if rest[0] == "review":
        terminal = Terminal(*rest)
        terminal.until("1/7")
        assert terminal.ends("a") == 0
        return ""
    done = subprocess.run(program, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"{typed}\n{done.stderr}"
    return done.stdout


def test_every_block_is_walked_in_order_and_prints_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    typed = []
    for name, lines in blocks():
        if name:
            Path(name).write_text("\n".join(lines) + "\n", encoding="utf-8")
            continue
        for command, expected in steps(lines):
            printed = walked(command)
            assert not expected or told(expected, printed), f"{command}\n{printed}"
            typed.append(command)
    assert len(typed) == PAGE.count("\n    " + COMMAND)
    for file, start in FORMS.items():
        assert Path(file).read_bytes()[:20].lower().startswith(start.lower()), file


@pytest.mark.parametrize(
    ("expected", "printed", "holds"),
    [
        (["a", ELIDED, "c"], "a\nb\nc\n", True),
        (["a   b"], " a b  \n", True),
        (["a", "c"], "a\nb\nc\n", False),
        ([ELIDED, "c"], "a\nc\nd\n", False),
        (["a"], "", False),
    ],
)
def test_what_is_printed_is_compared_line_by_line(expected: list[str], printed: str, holds: bool) -> None:
    assert told(expected, printed) is holds


def test_the_workbench_bears_the_names_that_the_page_gives_it_and_shows_two_target_dates_passed(tmp_path: Path) -> None:
    named = set(re.findall(r"\*([^*]+)\*", PAGE.split("## 2.")[1].split("## 3.")[0].replace("\n  ", " ")))
    assert len(named) > 10
    day = "as_of=2010-10-15"
    with Case.sample(tmp_path / "quartet") as case:
        bench = Workbench(case, by="test")
        client: TestClient[Any] = TestClient(application(bench))
        client.get("/enter", params={"token": bench.door.token})
        shown = {}
        for path in ("today", "commitments", "search?q=settlement", "meeting?party=isr", "briefs", "readouts"):
            answer = client.get(f"/{path}{'&' if '?' in path else '?'}{day}")
            assert answer.status_code == 200, path
            shown[path] = html.fromstring(answer.content)
    text = words(" ".join(str(page.text_content()) for page in shown.values())).casefold()
    assert {name for name in named if name.casefold() not in text} == set()
    assert len(shown["today"].xpath("//section[@id='passed']/ul/li")) == 2
