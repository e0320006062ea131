"""Claims whose documents have newer versions: their quotes are found again, marked, and moved by people."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.briefs import html
from goodoffices.errors import BadArgument, BadQuote, NotFound

DAY = dt.date(2030, 6, 1)

FIRST = """Communiqué of the Lakes Conference

3 May 2030

The Lakes Conference met in Vell on 3 May 2030. Arden shall open the ferry to all travellers by 3 July 2030.
Bresk shall publish the tariff of the salt customs by 1 August 2030. Both will report to the Conference by 1 September
2030. The Conference thanked its hosts.
"""
SECOND = FIRST.replace("to all travellers", "to all travellers and their goods").replace(
    "Bresk shall publish the tariff of the salt customs by 1 August 2030. ", ""
)
CLAIMS = """version: 1
claims:
- id: ferry
  document: communique.txt
  quote: Arden shall open the ferry to all travellers by 3 July 2030
  content: {kind: provision, act: open the ferry, addressees: [arden], deadline: 2030-07-03}
- id: tariff
  document: communique.txt
  quote: Bresk shall publish the tariff of the salt customs by 1 August 2030
  content: {kind: provision, act: publish the tariff, addressees: [bresk], deadline: 2030-08-01}
- id: report
  document: communique.txt
  quote: Both will report to the Conference by 1 September
  content: {kind: provision, act: report, addressees: [arden, bresk], deadline: 2030-09-01}
"""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case with a communiqué, three claims from it, and a corrected version that changed one and dropped another."""
    (tmp_path / "communique.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "corrected.txt").write_text(SECOND, encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    with Case.new(tmp_path / "case") as made:
        made.add([tmp_path / "communique.txt"], by="a")
        entered = made.enter(tmp_path / "claims.yaml", by="a")
        assert not entered.refused, entered.refused
        assert made.anchors() == []
        added = made.add([tmp_path / "corrected.txt"], by="a", replaces="communique.txt")
        assert not added.refused, added.refused
        yield made


def test_quotes_are_found_again_changed_or_gone(case: Case) -> None:
    found = {one.claim: one for one in case.anchors()}
    assert {name: one.anchors[0].how for name, one in found.items()} == {
        "ferry": "moved",
        "tariff": "orphan",
        "report": "context",
    }
    assert {name: one.worst for name, one in found.items()} == {"ferry": "moved", "tariff": "orphan", "report": ""}
    place = found["ferry"].anchors[0].place
    assert place is not None
    assert place.exact == "Arden shall open the ferry to all travellers and their goods by 3 July 2030"
    assert case.anchors(case.at(as_known=4)) == []
    assert case.verify().whole


def test_status_and_brief_say_what_changed_and_what_is_gone(case: Case) -> None:
    affairs = case.status()
    assert {line.what: line.anchor for line in affairs.provisions} == {
        "open the ferry": "moved", "publish the tariff": "orphan", "report": "",
    }  # fmt: skip
    assert any("of 1 the words changed or moved, of 1 they are gone" in note for note in affairs.notes())
    brief = case.brief(case.at(as_of=DAY), by="a")
    newer = {note.quote.split()[0]: note.newer for note in brief.footnotes}
    assert newer == {
        "Arden": "Changed or moved in “Communiqué of the Lakes Conference”, not yet confirmed by anybody: "
        "“Arden shall open the ferry to all travellers and their goods by 3 July 2030”",
        "Bresk": "In a newer version of this document these words are gone.",
        "Both": "",
    }
    assert "these words are gone" in html(brief)
    before = case.brief(case.at(as_of=DAY, as_known=4), by="a")
    assert [note.newer for note in before.footnotes] == ["", "", ""]


def test_a_person_moves_an_anchor_and_the_next_version_starts_from_there(case: Case, tmp_path: Path) -> None:
    with pytest.raises(BadQuote):
        case.move_anchor("ferry", "Arden shall open the harbour", by="b")
    with pytest.raises(NotFound):
        case.move_anchor("nothing", "Arden", by="b")
    with pytest.raises(BadArgument, match="quotes 1 to 1"):
        case.move_anchor("ferry", "Arden", number=2, by="b")
    case.move_anchor("ferry", "Arden shall open the ferry to all travellers and their goods", by="b")
    (found,) = (one for one in case.anchors() if one.claim == "ferry")
    assert (found.worst, found.anchors[0].by) == ("", "b")
    (tmp_path / "final.txt").write_text("Final text.\n\n" + SECOND, encoding="utf-8")
    case.add([tmp_path / "final.txt"], by="a", replaces="corrected.txt")
    (found,) = (one for one in case.anchors() if one.claim == "ferry")
    assert (found.worst, found.anchors[0].how, found.anchors[0].by) == ("", "context", "b")
    assert found.anchors[0].place is not None
    assert found.anchors[0].place.exact == "Arden shall open the ferry to all travellers and their goods"


def test_one_file_replaces_one_document(case: Case, tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match="one file replaces"):
        case.add([tmp_path / "communique.txt", tmp_path / "corrected.txt"], by="a", replaces="communique.txt")
    with pytest.raises(NotFound):
        case.add([tmp_path / "corrected.txt"], by="a", replaces="nothing.txt")
    (tmp_path / "third.txt").write_text(SECOND + "And so on.\n", encoding="utf-8")
    added = case.add([tmp_path / "third.txt"], by="a", replaces="communique.txt")
    assert "one newer version" in str(added.refused[0].error)
