"""The ledger of a case: what could be known on a day, whatever came out later."""

import datetime as dt
from pathlib import Path

import pytest

from goodoffices.desk.case import Case
from goodoffices.desk.intake.sample import make_sample
from goodoffices.errors import BadArgument

AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
UNTIL = dt.date(2010, 12, 31)


def test_each_day_of_the_ledger_says_what_the_case_says_through_that_glass(tmp_path: Path) -> None:
    make_sample(tmp_path / "quartet", at=AT).close()
    with Case.open(tmp_path / "quartet") as case:
        lines = case.ledger(until=dt.date(2026, 1, 1))
        for day in (dt.date(2004, 5, 1), dt.date(2007, 8, 1), dt.date(2010, 9, 10), dt.date(2011, 12, 24)):
            affairs = case.status(case.at(as_of=day, published_by=day))
            seen = {x.matter: x.state for x in (*affairs.provisions, *affairs.terms)}
            assert seen == {x.matter: x.state for x in lines if x.first <= day <= x.last}
            assert seen


def test_a_document_added_later_and_published_later_leaves_the_ledger_as_it_was_byte_for_byte(tmp_path: Path) -> None:
    make_sample(tmp_path / "quartet", at=AT).close()
    with Case.open(tmp_path / "quartet") as case:
        before = case.ledger_csv(case.ledger(until=UNTIL))
        paper = tmp_path / "later.txt"
        paper.write_text(
            "Direct talks had been launched on 2 July 2010, it was learnt. It was no freeze.\n", encoding="utf-8"
        )
        case.add([paper], published="2011-02-01", by="Ann")
        claims = tmp_path / "claims.yaml"
        claims.write_text(
            """version: 1
claims:
- id: launch-learnt
  document: later.txt
  quote: Direct talks had been launched on 2 July 2010
  valid: 2010-07-02
  content: {kind: event, what: launch, effects: [{on: insight-direct-talks, does: fulfils}]}
- id: talks-again
  document: later.txt
  quote: Direct talks
  content:
    kind: provision
    act: begin talks
    force: agreed
    deadline: {within: P1M, of: 2010-03-19, basis: a month}
same_matter:
- [insight-direct-talks, talks-again]
""",
            encoding="utf-8",
        )
        assert case.enter(claims, by="Ann").refused == ()
        assert case.ledger_csv(case.ledger(until=UNTIL)) == before
        later = {x.matter: x.state for x in case.ledger(since=dt.date(2011, 2, 1), until=dt.date(2011, 2, 1))}
        assert (
            later["insight-direct-talks"]
            != {x.matter: x.state for x in case.ledger(since=UNTIL, until=UNTIL)}["insight-direct-talks"]
        )


def test_a_ledger_does_not_run_backwards(tmp_path: Path) -> None:
    with Case.new(tmp_path / "empty") as case, pytest.raises(BadArgument, match="ends on or after"):
        case.ledger(since=dt.date(2020, 1, 2), until=dt.date(2020, 1, 1))
