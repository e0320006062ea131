"""Matters and conflicts through the front door: proposed, confirmed, ruled, and open again when evidence changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from goodoffices import Case
from tests.conftest import Places
from tests.desk.offices import NOW

PAPERS = {
    "first": "The Lakes Conference met in Vell on 22 June 2031, its clerk wrote.",
    "second": "On 23 June 2031 the Lakes Conference met in Vell, as the gazette has it.",
    "third": "A diary has the Lakes Conference in Vell on 24 June 2031.",
}
CLAIM = """- id: {name}
  document: {name}.txt
  quote: {quote}
  valid: 2031-06-{day}
  content: {{kind: meeting, body: lakes, place: Vell}}
"""
QUOTES = {
    "first": "met in Vell on 22 June 2031",
    "second": "On 23 June 2031 the Lakes Conference met in Vell",
    "third": "the Lakes Conference in Vell on 24 June 2031",
}


@pytest.fixture
def case(new_address: Places, tmp_path: Path) -> Iterator[Case]:
    with Case.new(new_address()) as case:
        for name, words in PAPERS.items():
            (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
        case.add([tmp_path / f"{name}.txt" for name in PAPERS], by="Ann")
        _enter(case, tmp_path, "first", "second")
        yield case


def _enter(case: Case, folder: Path, *names: str) -> None:
    claims = [CLAIM.format(name=name, quote=QUOTES[name], day=22 + list(PAPERS).index(name)) for name in names]
    file = folder / "claims.yaml"
    file.write_text("version: 1\nclaims:\n" + "".join(claims), encoding="utf-8")
    assert case.enter(file, by="Ann").refused == ()


def _ruled(case: Case) -> None:
    (found,) = case.matches()
    case.same([matter.id for matter in found.matters], by="Ann")
    case.rule("first:date", "first", "the clerk was there", by="Ann")
    assert _open(case) == [False]


def _open(case: Case) -> list[bool]:
    return [conflict.is_open for conflict in case.conflicts()]


def test_a_match_shows_both_sources_and_in_what_they_would_differ(case: Case) -> None:
    (found,) = case.matches()
    assert [matter.claims[0].claim.quotes[0].exact for matter in found.matters] == [QUOTES["first"], QUOTES["second"]]
    assert found.differ == ("date",)
    assert case.matches(kind="event") == []
    assert case.conflicts() == []


def test_people_confirm_or_deny_and_can_take_it_back(case: Case) -> None:
    assert case.different(["first", "second"], by="Ann") == "first"
    assert case.matches() == []
    case.undo("matter:first", by="Ann")
    assert case.same(["second", "first"], by="Ann") == "second"
    assert [r.claim.id for r in case.matter("second").claims] == ["first", "second"]
    assert [c.id for c in case.conflicts()] == ["second:date"]
    case.undo("matter:second", by="Bea")
    assert len(case.matches()) == 1


def test_a_ruling_lists_the_versions_it_saw_and_keeps_both(case: Case) -> None:
    _ruled(case)
    (found,) = case.conflicts()
    assert found.ruling is not None
    assert set(found.ruling.saw) == {(r.claim.id, r.seq) for r in found.claims}
    assert (found.ruling.follows, found.ruling.reason, len(found.claims)) == ("first", "the clerk was there", 2)
    case.undo("first:date", by="Ann")
    assert _open(case) == [True]


def test_new_incompatible_evidence_opens_it_again(case: Case, tmp_path: Path) -> None:
    _ruled(case)
    _enter(case, tmp_path, "third")
    (found,) = case.matches()  # it is a day from one of the two
    case.same([matter.id for matter in found.matters], by="Bea")
    assert _open(case) == [True]
    case.rule("first:date", "first", "the diary is of later years", by="Bea")
    assert _open(case) == [False]


def test_evidence_that_agrees_leaves_it_closed(case: Case, tmp_path: Path) -> None:
    _ruled(case)
    file = tmp_path / "more.yaml"
    file.write_text(
        "version: 1\nclaims:\n- id: month\n  valid: 2031-06\n  content: {kind: meeting, body: lakes}\n",
        encoding="utf-8",
    )
    case.enter(file, by="Bea")
    case.same(["first", "month"], by="Bea")
    assert _open(case) == [False]


def test_a_claim_amended_to_say_something_else_opens_it_again(case: Case) -> None:
    _ruled(case)
    held = case.at().claim("second")
    case.record.amend(replace(held.claim, note="seen again"), based_on=held.seq, by="Bea", at=NOW)
    assert _open(case) == [True]
    case.undo("second", by="Bea")
    assert _open(case) == [False]


def test_a_rejected_claim_ends_it_and_taken_back_it_is_ruled_as_before(case: Case) -> None:
    _ruled(case)
    case.review(reject=["second"], by="Ann")
    assert _open(case) == []
    case.review(undo=["second"], by="Ann")
    assert _open(case) == [False]


def test_a_claim_that_coders_dispute_is_still_a_source_at_odds(case: Case) -> None:
    _ruled(case)
    case.review(reject=["second"], by="Bea")
    assert _open(case) == [False]
    case.adjudicate("second", "rejected", "the gazette prints a day late", by="Dea")
    assert _open(case) == []


def test_a_matter_taken_apart_has_no_conflict(case: Case) -> None:
    _ruled(case)
    case.undo("matter:first", by="Ann")
    assert case.conflicts() == []


def test_what_whoever_ruled_was_not_shown_stays_open(case: Case) -> None:
    case.same(["first", "second"], by="Ann")
    seen = [(r.claim.id, r.seq) for r in case.conflicts()[0].claims]
    held = case.at().claim("second")
    case.record.amend(replace(held.claim, note="seen again"), based_on=held.seq, by="Bea", at=NOW)
    case.rule("first:date", "first", "the clerk was there", by="Ann", saw=seen)
    assert _open(case) == [True]
