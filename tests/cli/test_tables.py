"""Tables on terminals of several widths, and the list of commands."""

import click
import pytest

from goodoffices.cli import terminal
from goodoffices.cli.entry import COMMANDS, QUESTIONS
from tests.cli.conftest import Run

ROWS = [("Organisation of the Lakes", "2012-03-23", "put forward proposals on territory and security " * 3)]
HEADS = ("Who", "By", "What")
WORDS = {word for cell in ROWS[0] for word in cell.split()}


def _printed(width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))
    terminal.table(ROWS, heads=HEADS)
    return click.unstyle(capsys.readouterr().out)


@pytest.mark.parametrize("width", [24, 40, 60, 80, 160])
def test_no_word_is_broken_and_no_line_is_longer_than_the_terminal(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = _printed(width, monkeypatch, capsys)
    assert set(printed.split()) >= WORDS
    assert max(map(len, printed.splitlines())) <= width


def test_a_terminal_too_narrow_for_columns_gets_each_cell_after_its_head(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "By: 2012-03-23\n" in _printed(24, monkeypatch, capsys)
    assert "By: " not in _printed(80, monkeypatch, capsys)


def test_the_help_lists_every_command_under_its_question(run: Run) -> None:
    said = run("--help").out
    places = [said.index(f"\n{question}\n") for question in QUESTIONS]
    assert places == sorted(places)
    assert all(f"\n  {command} " in said for command in COMMANDS)
    assert len(COMMANDS) == sum(map(len, QUESTIONS.values()))


@pytest.mark.parametrize(("typed", "meant"), [("staus", "status"), ("division", "divide")])
def test_a_mistyped_command_is_answered_with_the_nearest(run: Run, typed: str, meant: str) -> None:
    said = run(typed, "case")
    assert (said.code, f"Did you mean {meant}" in said.err) == (2, True)


def test_words_left_unquoted_are_told_of_quotation_marks(run: Run) -> None:
    said = run("brief", "case", "--title", "The", "ferry")
    assert (said.code, "quotation marks" in said.err) == (2, True)


def test_a_count_agrees_with_its_noun() -> None:
    said = [terminal.counted(1, "use"), terminal.counted(1200, "use"), terminal.counted(2, "party", "parties")]
    assert said == ["1 use", "1,200 uses", "2 parties"]
