"""What a claim rests on: its rule, trigger, whose word it is, what its time was counted from, the parse."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.desk.review.explain import Explained
from goodoffices.errors import NotFound

NOTE = """The Lakes Conference met in Vell on 3 May 2030. It called on Bresia to open the ferry within two months.

Bresia reportedly rejected the plan.
"""
CLAIMS = """version: 1
claims:
- {id: by-hand, document: note.txt, quote: met in Vell, content: {kind: meeting, body: lakes}}
"""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    note, claims = tmp_path / "note.txt", tmp_path / "claims.yaml"
    note.write_text(NOTE, encoding="utf-8")
    claims.write_text(CLAIMS, encoding="utf-8")
    with Case.new(tmp_path / "case") as opened:
        opened.add([note], by="a")
        opened.read(by="a")
        opened.enter(claims, by="Ann")
        yield opened


def explained(case: Case, kind: str, *, parse: bool = False) -> Explained:
    return case.explain(case.proposals(kind=kind)[0].claim.id, parse=parse)


def test_the_rule_and_the_word_that_set_it_going_are_told(case: Case) -> None:
    told = explained(case, "statement")
    assert told.reviewed.claim.rule == "statement.verb"
    assert told.why is not None
    (called,) = [t for t in told.why.triggers if t.words == "called"]
    assert NOTE[called.start : called.end] == "called"
    assert "request" in called.meaning


def test_a_deadline_tells_its_words_and_what_they_were_counted_from(case: Case) -> None:
    why = explained(case, "provision").why
    assert why is not None
    (deadline,) = [t.when for t in why.times if t.attribute == "deadline"]
    assert deadline.basis == "within two months"
    assert case.at().claim(deadline.anchor).claim.kind == "meeting"


def test_the_parse_is_made_only_when_asked_for_and_is_a_tree(case: Case) -> None:
    told, parsed = explained(case, "statement").why, explained(case, "statement", parse=True).why
    assert told is not None
    assert parsed is not None
    assert told.parses == ()
    (words,) = parsed.parses
    assert [w.words for w in words][:3] == ["It", "called", "on"]
    assert [w.number for w in words if w.head == w.number] == [1]


def test_a_hedge_that_governs_the_words_is_told(case: Case) -> None:
    found = [case.explain(r.claim.id).why for r in case.proposals() if "rejected" in r.claim.quotes[0].exact]
    assert found
    assert all(why is not None and [h.status for h in why.hedges] == ["reported"] for why in found)


def test_a_claim_entered_by_hand_has_no_rule(case: Case) -> None:
    told = case.explain("by-hand")
    assert (told.reader, told.document, told.current) == ("", "note.txt", False)


def test_a_claim_that_is_not_there_is_refused(case: Case) -> None:
    with pytest.raises(NotFound, match="nothing-of-ours"):
        case.explain("nothing-of-ours")
