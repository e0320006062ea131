"""Conflicts between sources, and rulings on them."""

import pytest
from msgspec.structs import replace

from goodoffices.errors import BadArgument, NotFound
from goodoffices.record import Record, Viewer
from tests.record.office import WORDS, add, by_hand, meeting, moment, read

CONFLICT = "a:place"


def _at_odds(record: Record) -> None:
    for name, place in (("a", "Vienna"), ("b", "Geneva")):
        record.enter(by_hand(place, name=name), by="Bea", at=moment())
    record.same_matter(["a", "b"], by="Ann", at=moment())


def _rule(record: Record, follows: str = "a") -> None:
    record.rule(CONFLICT, follows, "the host's own word", by="Ann", at=moment())


def test_sources_at_odds_on_one_matter_are_a_conflict_until_somebody_rules(record: Record) -> None:
    _at_odds(record)
    (found,) = record.at().conflicts()
    assert (found.id, found.attribute, found.is_open, found.ruling) == (CONFLICT, "place", True, None)
    _rule(record)
    (found,) = record.at().conflicts()
    assert not found.is_open
    assert found.ruling is not None
    assert (found.ruling.follows, found.ruling.reason, found.ruling.by) == ("a", "the host's own word", "Ann")
    assert record.at(as_known=3).conflicts()[0].is_open


def test_a_later_verdict_on_the_same_words_does_not_reopen_a_conflict(record: Record) -> None:
    _at_odds(record)
    _rule(record)
    record.accept("a", by="Cem", at=moment())
    record.accept("b", by="Cem", at=moment())
    assert not record.at().conflicts()[0].is_open


def test_other_words_reopen_a_conflict(record: Record) -> None:
    _at_odds(record)
    _rule(record)
    elsewhere = replace(by_hand("Oslo", name="b"))
    record.amend(elsewhere, based_on=2, by="Cem", at=moment())
    assert record.at().conflicts()[0].is_open


def test_a_third_source_reopens_a_conflict(record: Record) -> None:
    _at_odds(record)
    _rule(record)
    record.enter(by_hand("Doha", name="c"), by="Bea", at=moment())
    record.same_matter(["c", "b"], by="Ann", at=moment())
    (found,) = record.at().conflicts()
    assert (found.id, found.is_open, len(found.claims)) == (CONFLICT, True, 3)


def test_a_ruling_goes_with_the_claim_it_follows_when_its_matter_gets_another_name(record: Record) -> None:
    for name, place in (("x", "Vienna"), ("y", "Vienna"), ("a", "Vienna"), ("b", "Geneva")):
        record.enter(by_hand(place, name=name), by="Bea", at=moment())
    record.same_matter(["x", "y"], by="Ann", at=moment())
    record.same_matter(["a", "b"], by="Ann", at=moment())
    _rule(record)
    record.same_matter(["a", "x"], by="Ann", at=moment())
    (found,) = record.at().conflicts()
    assert found.id == "x:place"
    assert found.ruling is not None
    assert found.ruling.conflict == "x:place"


def test_of_several_rulings_the_last_counts_and_can_be_taken_back(record: Record) -> None:
    _at_odds(record)
    _rule(record, "a")
    _rule(record, "b")
    assert record.at().conflicts()[0].ruling.follows == "b"  # type: ignore[union-attr]
    record.undo(CONFLICT, by="Ann", at=moment())
    assert record.at().conflicts()[0].ruling.follows == "a"  # type: ignore[union-attr]
    record.undo(CONFLICT, by="Ann", at=moment())
    assert record.at().conflicts()[0].ruling is None


def test_a_ruling_that_saw_less_leaves_the_conflict_open(record: Record) -> None:
    _at_odds(record)
    record.rule(CONFLICT, "a", "as it seemed", by="Ann", at=moment(), saw=[("a", 1)])
    assert record.at().conflicts()[0].is_open


def test_a_ruling_names_a_conflict_one_of_its_claims_and_a_reason(record: Record) -> None:
    _at_odds(record)
    with pytest.raises(NotFound):
        record.rule("a:level", "a", "x", by="Ann", at=moment())
    with pytest.raises(BadArgument, match="one of the claims it saw"):
        record.rule(CONFLICT, "c", "x", by="Ann", at=moment())
    with pytest.raises(BadArgument, match="reason"):
        record.rule(CONFLICT, "a", " ", by="Ann", at=moment())


def test_a_rejected_claim_contradicts_nobody(record: Record) -> None:
    _at_odds(record)
    record.reject("b", by="Bea", at=moment())
    assert record.at().conflicts() == []


def test_a_ruling_is_as_confidential_as_the_claims_it_saw(record: Record) -> None:
    secret, known = add(record, compartments=("inner",)), add(record, WORDS + " Open.")
    read(record, known, [meeting(known, "Geneva"), meeting(known, "Doha")])
    read(record, secret, [meeting(secret)])
    one, two, hidden = meeting(known, "Geneva").id, meeting(known, "Doha").id, meeting(secret).id
    record.same_matter([one, two, hidden], by="Ann", at=moment())
    record.rule(f"{one}:place", one, "the secret paper says", by="Ann", at=moment())
    (found,) = record.at(viewer=Viewer("outsider")).conflicts()
    assert ([r.claim.id for r in found.claims], found.ruling, found.is_open) == ([one, two], None, True)
    assert record.at().conflicts()[0].ruling is not None
