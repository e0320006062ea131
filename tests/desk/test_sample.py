"""The sample case: worked answer 1 from its digests, on every axis of time."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.desk.affairs import ATTENTION, Line, state_of_affairs
from goodoffices.desk.sample import coverage, make_sample
from goodoffices.record import Record
from goodoffices.tracking import State

AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with make_sample(tmp_path_factory.mktemp("sample") / "quartet", at=AT) as made:
        yield made


def line(record: Record, matter: str, as_of: str, published_by: str | None = None) -> Line:
    day = dt.date.fromisoformat(as_of)
    public = dt.date.fromisoformat(published_by) if published_by else None
    affairs = state_of_affairs(record.at(as_of=day, published_by=public), day)
    (found,) = (x for x in (*affairs.provisions, *affairs.terms) if x.matter == matter)
    return found


@pytest.mark.parametrize(
    ("as_of", "published_by", "state"),
    [  # worked answer 1 of the design; the launch of 2 September 2010 is 45 days after 19 July
        ("2010-05-01", None, "open"),
        ("2010-07-01", None, "due"),
        ("2010-07-20", None, "target date passed"),
        ("2010-09-10", None, "met, 45 days late"),
        ("2010-09-10", "2010-08-31", "target date passed"),
    ],
)
def test_direct_talks_within_four_months(record: Record, as_of: str, published_by: str | None, state: str) -> None:
    found = line(record, "insight-direct-talks", as_of, published_by)
    assert found.state == state
    assert found.by == "2010-07-19"
    assert found.status.reasons


def test_the_state_within_24_months_is_a_target_date_that_passed(record: Record) -> None:
    found = line(record, "moscow-settlement", "2012-03-20")
    assert found.state == "target date passed"
    assert "Palestinian state" in found.what


def test_the_four_dated_items_of_september_2011_differ_in_force_and_two_have_two_readings(record: Record) -> None:
    matters = ("preparatory-meeting", "agreement-2012", "proposals-2011", "progress-2012")
    contents = [record.at().claim(matter).claim.content for matter in matters]
    assert [c.force for c in contents] == ["called_for", "called_for", "expected", "expected"]  # type: ignore[union-attr]
    assert line(record, "preparatory-meeting", "2011-09-30").by == "2011-10-23"
    assert line(record, "agreement-2012", "2011-09-30").by == "2012-12-31"
    assert line(record, "proposals-2011", "2011-12-24").status.state == "open question"


def test_what_broke_off_in_september_was_known_in_november(record: Record) -> None:
    assert line(record, "fortnightly-meetings", "2010-10-15", "2010-10-15").state == "open"
    assert line(record, "fortnightly-meetings", "2010-10-15", "2010-11-30").state == "suspended"


def test_the_institute_and_the_statement_are_at_odds_and_one_conflict_is_ruled(record: Record) -> None:
    found = {c.id: c for c in record.at().conflicts()}
    assert found["moscow-settlement:force"].is_open
    assert not found["insight-direct-talks:polarity"].is_open


def test_every_digest_says_on_its_face_that_it_is_one(record: Record) -> None:
    for document in record.at().documents():
        assert "DIGEST written for the Good Offices sample case" in record.at().text(document.id).content


def test_every_claim_quotes_the_exact_words_of_its_digest(record: Record) -> None:
    snapshot = record.at()
    for reviewed in snapshot.claims():
        for quote in reviewed.claim.quotes:
            assert quote.holds_in(snapshot.text(quote.document).content)


def test_counts_come_with_the_coverage() -> None:
    assert "incomplete" in coverage()


def test_the_sample_is_made_once(record: Record) -> None:
    with pytest.raises(Exception, match="without one"):
        make_sample(record.store.path, at=AT)


def test_every_state_has_its_place_in_the_order_of_attention() -> None:
    assert set(ATTENTION) == set(State.__args__)  # type: ignore[attr-defined]


def test_the_sample_ships_with_the_package() -> None:
    folder = Path(__file__).parents[2] / "src" / "goodoffices" / "desk" / "sample"
    assert len(list(folder.glob("*/*.txt"))) == 103
