"""Forecasts of the office and what came of them, in either store."""

import datetime as dt

import pytest
from msgspec.structs import replace

from goodoffices.errors import BadArgument, NotFound
from goodoffices.record import Record, Viewer, verify
from goodoffices.record.actions import ForecastMade, ForecastSettled
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Expectation
from goodoffices.vocabulary.quote import find_quote
from tests.record.office import WORDS, add, by_hand

AT = dt.datetime(2030, 5, 3, 10, tzinfo=dt.UTC)
MADE = ForecastMade(what="The ferry opens", probability="7/10", due="2030-06-30")


def _stated(record: Record, compartments: tuple[str, ...] = ()) -> Claim:
    """An expectation that a paper states."""
    paper = add(record, compartments=compartments)
    quote = find_quote(paper.id, WORDS, "Envoys met in Doha.")
    claim = Claim(id="doha", content=Expectation(what="Envoys meet"), quotes=(quote,))
    record.enter(claim, by="a", at=AT)
    return claim


def test_a_forecast_is_kept_settled_once_and_taken_back(record: Record) -> None:
    made = record.foretell(MADE, by="a", at=AT)
    outcome = ForecastSettled(forecast=made.subject, came=True, reason="It opened.")
    settled = record.settle(outcome, by="b", at=AT)
    seen = record.at().entries(did=(ForecastMade.name, ForecastSettled.name))
    assert [(e.by, e.body, e.undone_by) for e in seen] == [("a", MADE, None), ("b", outcome, None)]
    with pytest.raises(BadArgument, match="one outcome"):
        record.settle(replace(outcome, came=False), by="c", at=AT)
    record.undo(settled.subject, by="c", at=AT)
    record.settle(replace(outcome, came=False), by="c", at=AT)
    record.undo(settled.subject, by="c", at=AT)
    record.undo(made.subject, by="a", at=AT)
    with pytest.raises(NotFound, match="is in the log"):
        record.settle(outcome, by="c", at=AT)
    before = record.at().entries()
    record.rebuild()
    assert record.at().entries() == before
    assert verify(record).whole


def test_an_outcome_is_seen_by_whom_its_claims_are_and_goes_with_their_documents(record: Record) -> None:
    claim = _stated(record, ("envoy",))
    hand = by_hand("Geneva", name="hand")
    record.enter(hand, by="a", at=AT)
    outcome = ForecastSettled(forecast=claim.id, came=True, reason="They met.", evidence=(hand.id,))
    record.settle(outcome, by="b", at=AT)
    did = (ForecastSettled.name,)
    assert record.at(viewer=Viewer("guest")).entries(did=did) == []
    assert [e.body for e in record.at().entries(did=did)] == [outcome]
    record.erase(claim.documents[0], "asked for", by="a", at=AT)
    assert [e.body for e in record.at().entries(did=did)] == [None]
    assert verify(record).whole


def test_evidence_in_a_compartment_keeps_the_outcome_there(record: Record) -> None:
    claim = _stated(record, ("envoy",))
    made = record.foretell(MADE, by="a", at=AT)
    record.settle(
        ForecastSettled(forecast=made.subject, came=True, reason="So says the envoy.", evidence=(claim.id,)),
        by="b",
        at=AT,
    )
    guest = record.at(viewer=Viewer("guest"))
    assert [e.action for e in guest.entries(did=(ForecastMade.name, ForecastSettled.name))] == [ForecastMade.name]


def test_what_cannot_be_a_forecast_or_its_outcome_is_refused(record: Record) -> None:
    claim = _stated(record)
    record.enter(by_hand("Geneva", name="hand"), by="a", at=AT)
    good = ForecastSettled(forecast=claim.id, came=True, reason="They met.")
    head = record.at().entries()
    for changed, error, says in (
        ({"reason": " "}, BadArgument, "what shows it"),
        ({"forecast": "hand"}, BadArgument, "is an expectation"),
        ({"forecast": "none"}, NotFound, "one of the case"),
        ({"forecast": "forecast:none"}, NotFound, "in the log"),
        ({"evidence": ("none",)}, NotFound, "one of the case"),
    ):
        with pytest.raises(error, match=says):
            record.settle(replace(good, **changed), by="a", at=AT)
    with pytest.raises(BadArgument, match="what will be so"):
        record.foretell(replace(MADE, what=" "), by="a", at=AT)
    assert record.at().entries() == head
