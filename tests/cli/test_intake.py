"""The commands for what comes in and goes out, as their users have them."""

import json
from pathlib import Path

import icalendar

from tests.cli.conftest import Run


def test_a_calendar_and_the_changes_are_printed_and_written(case: Path, note: Path, tmp_path: Path, run: Run) -> None:
    claims = tmp_path / "claims.yaml"
    claims.write_text(
        "version: 1\nclaims:\n- id: p\n  valid: 2030-05-03\n  note: Arden opens the ferry\n"
        "  content: {kind: provision, act: open the ferry, addressees: [ard], force: agreed, deadline: 2030-07-03}\n",
        encoding="utf-8",
    )
    assert run("enter", case, claims).code == 0
    ics, atom = tmp_path / "case.ics", tmp_path / "case.xml"
    said = run("calendar", case, "--as-of", "2030-05-10", "--ics", ics)
    assert "2030-07-03" in said.out
    assert len(icalendar.Calendar.from_ical(ics.read_bytes()).walk("VEVENT")) == 1
    assert json.loads(run("calendar", case, "--as-of", "2030-05-10", "--until", "2030-05-11", "--json").out) == []
    changed = run("changes", case, "--as-of", "2030-07-04", "--since-as-of", "2030-05-10", "--atom", atom)
    assert "open → overdue" in changed.out
    assert b"overdue" in atom.read_bytes()
    refused = run("changes", case)
    assert (refused.code, "--since-as-of" in refused.err) == (2, True)


def test_a_folder_is_watched(case: Path, note: Path, run: Run) -> None:
    said = run("watch", case, note.parent, "--every", "0.05", "--rounds", "2")
    assert "added    note.txt" in said.out


def test_a_feed_that_does_not_answer_is_told_without_a_traceback(case: Path, run: Run) -> None:
    said = run("feed", case, "http://127.0.0.1:9/rss", "--patience", "1")
    assert (said.code, "try later" in said.err) == (2, True)


def test_agreements_are_added(case: Path, tmp_path: Path, run: Run) -> None:
    table = tmp_path / "pax.csv"
    heads = "AgtId,Agt,Dat,PPName,Con,Status,Part,ThrdPart"
    table.write_text(
        f"{heads}\n7,Accord on the ferry,03/05/2030,Lakes process,Lakes,Signed,France,\n", encoding="utf-8"
    )
    assert "1 agreements added" in run("pax", case, table, "--about", "lakes").out
