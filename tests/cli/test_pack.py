"""The pack for a meeting, written at the command line."""

from pathlib import Path

from tests.cli.conftest import Run

CLAIMS = """version: 1
claims:
- {id: l1, content: {kind: linkage, by: bre, ties: [the ferry, fish], link_kind: trade}, note: Bresk ties the two}
- {id: c1, content: {kind: concession, giver: ard, what: the pier}, note: The pier is given}
"""


def test_the_pack_tells_what_concerns_the_party_and_what_the_record_does_not_hold(
    case: Path, tmp_path: Path, run: Run
) -> None:
    given, out = tmp_path / "claims.yaml", tmp_path / "pack.html"
    given.write_text(CLAIMS, encoding="utf-8")
    assert run("enter", case, given, "--by", "an editor").code == 0
    assert run("pack", case, "bre", "--as-of", "2030-02-01", "--out", out).code == 0
    page = out.read_text(encoding="utf-8")
    assert "Bresk ties the two" in page
    assert "The pier is given" not in page
    assert "This record holds no statement of" in page


def test_the_form_follows_the_ending_and_an_unknown_party_is_refused(case: Path, tmp_path: Path, run: Run) -> None:
    assert run("brief", case, "--out", tmp_path / "b.pdf").code == 0
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF-")
    assert run("pack", case, "nobody at all", "--out", tmp_path / "p.docx").code == 2
