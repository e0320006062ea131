"""Evidence for a provision is suggested from the other documents of a case, and nothing is entered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.errors import BadArgument, NotFound

PAPERS = {
    "accord.txt": ("2030-05-03", "The Lakes Conference called on the parties to open the ferry within two months.\n"),
    "before.txt": ("2030-05-01", "The ferry was opened by the Lakes Conference for one day.\n"),
    "report.txt": ("2030-09-01", "Rain fell for nine days. The parties failed to open the ferry within two months.\n"),
    "letter.txt": (None, "The opening of the ferry was postponed by two months.\n"),
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.new(tmp_path / "case") as opened:
        for name, (dated, said) in PAPERS.items():
            (tmp_path / name).write_text(said, encoding="utf-8")
            opened.add([tmp_path / name], by="a", dated=dated)
        opened.read(by="a")
        yield opened


def provision(case: Case) -> str:
    return case.proposals(kind="provision", document="accord.txt")[0].claim.id


def test_later_and_undated_documents_are_searched_and_neither_earlier_ones_nor_its_own(case: Case) -> None:
    suggested = case.evidence(provision(case))
    assert {(s.document, s.bearing.direction) for s in suggested.found} == {
        ("report.txt", "breaks"),
        ("letter.txt", "extends"),
    }
    assert (suggested.documents, suggested.undated) == (3, 1)


def test_the_words_of_a_suggestion_stand_at_their_place(case: Case) -> None:
    for one in case.evidence(provision(case)).found:
        passage = one.bearing.passage
        assert case.at().text(passage.document).content[passage.start : passage.end] == passage.words


def test_claims_that_quote_the_passage_already_are_named(case: Case) -> None:
    (report,) = [s for s in case.evidence(provision(case)).found if s.document == "report.txt"]
    assert set(report.claims) == {r.claim.id for r in case.proposals(document="report.txt")}


def test_nothing_is_entered(case: Case) -> None:
    before = case.at().seq
    case.evidence(provision(case))
    assert case.at().seq == before


def test_evidence_is_sought_for_provisions_and_terms_only(case: Case) -> None:
    statement = case.proposals(kind="statement")[0].claim.id
    with pytest.raises(BadArgument, match="provisions and terms"):
        case.evidence(statement)
    with pytest.raises(NotFound):
        case.evidence("no such claim")
    with pytest.raises(BadArgument, match="1 or more"):
        case.evidence(provision(case), limit=0)
