"""Agreed language in a case: found through the index, joined with what became of it, through the view's glass."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.cli import main
from goodoffices.errors import BadArgument

CALLED = "The Conference called on Arden to open the ferry within two months."
NOTES = {
    "first.txt": f"Lakes Conference\n\n3 May 2030\n\n{CALLED}\n",
    "second.txt": "Lakes\n\n3 June 2031\n\nIt called upon Arden and Bresk to open the ferry without delay.\n",
    "third.txt": "Fish\n\n3 July 2031\n\nThe fish of the lakes are counted every year by both sides.\n",
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    for name, text in NOTES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    claims = tmp_path / "claims.yaml"
    claims.write_text(
        "version: 1\nclaims:\n- document: first.txt\n  quote: called on Arden to open the ferry within two months\n"
        "  valid: 2030-05-03\n  content: {kind: provision, act: open the ferry, addressees: [ard], force: agreed,"
        " deadline: {within: P2M, of: 2030-05-03}}\n",
        encoding="utf-8",
    )
    with Case.new(tmp_path / "case") as made:
        made.add([tmp_path / name for name in NOTES], by="a")
        made.enter(claims, by="a")
        yield made


def test_an_earlier_use_is_shown_with_what_was_changed_and_what_became_of_it(case: Case) -> None:
    found = case.wording("called on Arden to open the ferry within two months", case.at(as_of=dt.date(2031, 7, 1)))
    assert [use.document for use in found.uses] == ["first.txt", "second.txt"]
    first, second = found.uses
    assert first.kept == pytest.approx(1)
    assert first.changes == ()
    assert [about.became for about in first.claims] == ["overdue"]
    assert any("Bresk" in change.put for change in second.changes)
    text = case.at().text(second.quote.document).content
    assert second.quote.holds_in(text)
    assert [found.uses[step.use].document for step in found.drift] == ["first.txt", "second.txt"]


def test_what_was_not_public_then_is_no_earlier_use(case: Case) -> None:
    glass = case.at(as_of=dt.date(2031, 7, 1), published_by=dt.date(2031, 1, 1))
    assert [use.document for use in case.wording("called on Arden to open the ferry", glass).uses] == ["first.txt"]


def test_words_that_nobody_used_have_no_earlier_use(case: Case) -> None:
    found = case.wording("demilitarised corridors")
    assert (found.uses, found.drift) == ((), ())
    with pytest.raises(BadArgument, match="phrase or a paragraph"):
        case.wording(" — ")


def test_the_command_takes_a_draft_in_words_or_from_a_file(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = case.record.store.address
    main(["wording", address, "called", "on", "Arden", "to", "open", "the", "ferry"])
    assert "Through time" in capsys.readouterr().out
    draft = tmp_path / "draft.txt"
    draft.write_text("called on Arden to open the ferry", encoding="utf-8")
    main(["wording", address, "--from", str(draft), "--json"])
    assert '"first.txt"' in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["wording", address])
