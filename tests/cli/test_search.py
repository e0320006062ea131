"""`goodoffices search` as its users have it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_commands import entered


def test_a_search_prints_when_who_words_document_and_what_became_of_it(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    said = run("search", case, "open", "ferries", "--as-of", "2030-07-04")
    assert said.code == 0
    for words in ("2030-05-03", "lakes", "called on Arden", "note.txt", "open the ferry:"):
        assert words in " ".join(said.out.split()), words
    assert "1 passage; as of 2030-07-04, record to entry 3." in said.out


def test_a_search_as_json_has_exact_offsets(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    answer = json.loads(run("search", case, "ferry", "--json").out)
    text = note.read_text(encoding="utf-8")
    (said,) = answer["said"]
    assert text[said["quote"]["start"] : said["quote"]["end"]] == said["quote"]["exact"]
    assert [text[start:end] for start, end in said["marks"]] == ["ferry", "ferry"]


def test_filters_are_options(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    assert "1 passage;" in run("search", case, "--kind", "provision", "--since", "2030-05-03").out
    assert "0 passages" in run("search", case, "ferry", "--until", "2030-05-02").out
    assert "0 passages" in run("search", case, "ferry", "--as-known", "0").out


def test_what_is_left_out_is_written_after_two_dashes(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    assert "0 passages" in run("search", case, "--", "-truce", "ferry").out


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('"open the', "a phrase ends with a quotation mark"),
        ("", "a search has a query or a filter"),
        ("f*", "Give at least its first two letters"),
    ],
)
def test_a_bad_query_is_an_error_with_its_remedy(run: Run, case: Path, query: str, said: str) -> None:
    answer = run("search", case, query)
    assert answer.code == 2
    assert said in answer.err
    assert not answer.out


def test_words_of_a_document_cannot_steer_the_terminal(run: Run, case: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("The ferry \x1b[31mis red\x1b[0m [bold]today[/bold].\n", encoding="utf-8")
    run("add", case, bad)
    said = run("search", case, "ferry").out
    assert "\x1b" not in said
    assert "[bold]today[/bold]" in said
