"""Bad input: a named error with rule, value and remedy; no traceback; the rest of the batch goes on; exit code 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from goodoffices.cli.entry import COMMANDS
from tests.cli.conftest import Run


@pytest.mark.parametrize("content", [b"", b"   \n ", b"\x00\x01\x02\x03" * 400, b"%PDF-1.7\n1 0 obj"])
def test_a_file_that_is_no_text_is_refused_and_the_rest_is_added(
    run: Run, case: Path, note: Path, content: bytes
) -> None:
    bad = note.parent / "bad.txt"
    bad.write_bytes(content)
    said = run("add", case, bad, note)
    assert said.code == 2
    assert f"refused  {bad}" in said.err
    assert "added    note.txt" in said.out
    assert "Traceback" not in said.err


def test_a_file_over_the_limit_is_refused_before_it_is_read(run: Run, case: Path, note: Path) -> None:
    said = run("add", case, note, "--max-bytes", "10")
    assert said.code == 2
    assert "at most 10 bytes" in said.err
    assert "--max-bytes" in said.err


def test_a_missing_file_is_named(run: Run, case: Path, note: Path) -> None:
    said = run("add", case, "nowhere.txt", note)
    assert (said.code, "nowhere.txt" in said.err, "added    note.txt" in said.out) == (2, True, True)


@pytest.mark.parametrize(
    "words",
    [
        ("status", "--as-of", "soon"),
        ("status", "--as-known", "yesterday-ish"),
        ("status", "--as-known", "999"),
        ("add", "note.txt", "--date", "last week"),
        ("review", "--accept", "no-such-claim"),
        ("read", "no-such-document.txt"),
        ("enter", "no-such-file.yaml"),
        ("verify", "--noted", "here"),
    ],
)
def test_a_bad_argument_is_an_error_with_a_remedy(run: Run, case: Path, words: tuple[str, ...]) -> None:
    said = run(words[0], case, *words[1:])
    assert said.code == 2
    assert said.err.strip()
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "verb",
    [
        "add",
        "read",
        "review",
        "enter",
        "status",
        "timeline",
        "brief",
        "export",
        "verify",
        "rebuild",
        "backup",
        "migrate",
    ],
)
def test_a_case_that_is_not_there_is_an_error(run: Run, tmp_path: Path, verb: str) -> None:
    extra = ("x",) if verb in ("add", "enter", "backup", "migrate") else ()
    said = run(verb, tmp_path / "nowhere", *extra)
    assert said.code == 2
    assert "nowhere" in said.err


def test_a_new_case_does_not_overwrite_one(run: Run, case: Path) -> None:
    assert run("new", case).code == 2


def test_a_corrupted_store_is_named_without_a_traceback(run: Run, case: Path, note: Path) -> None:
    run("add", case, note)
    (case / "case.db").write_bytes(b"this is no database" * 500)
    said = run("status", case)
    assert said.code == 2
    assert "Traceback" not in said.err


def test_a_tampered_entry_is_named_by_verify(run: Run, case: Path, note: Path) -> None:
    run("add", case, note)
    content = (case / "case.db").read_bytes()
    assert content.count(b"document.added") >= 1
    (case / "case.db").write_bytes(content.replace(b"document.added", b"document.addle"))
    said = run("verify", case)
    assert said.code == 2
    assert "entry 1" in said.err


def test_help_of_every_command_is_there(run: Run) -> None:
    for command in COMMANDS:
        assert run(command, "--help").code == 0


def test_the_installed_command_runs_without_an_account_name(tmp_path: Path) -> None:
    env = {k: v for k, v in os.environ.items() if k not in ("USER", "LOGNAME", "USERNAME", "LNAME")}
    words = [sys.executable, "-c", "from goodoffices.cli import main; main()", "new", str(tmp_path / "c")]
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--out"),
        ("calendar", "--ics"),
        ("ledger", "--csv"),
        ("changes", "--since-as-of", "2030-01-01", "--atom"),
    ],
)
@pytest.mark.parametrize("where", ["no-folder/out", "."])
def test_a_file_that_cannot_be_written_is_named(run: Run, case: Path, words: tuple[str, ...], where: str) -> None:
    verb, *options = words
    said = run(verb, case, *options, case / where)
    assert (said.code, "a file can be used" in said.err, str(case) in said.err) == (2, True, True)


def test_an_hour_is_refused_with_the_day_to_write(case: Path, run: Run) -> None:
    said = run("status", case, "--as-of", "2030-05-04T06:00")
    assert said.code == 2
    assert "--as-of: days are asked for, not hours" in said.err
    assert "Write 2030-05-04" in said.err
