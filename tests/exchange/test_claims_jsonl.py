"""claims.jsonl: one object a line, in the fields of the interchange format."""

import datetime as dt
import json

import pytest

from goodoffices.exchange.claims_jsonl import lines
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Claim, Reviewed
from goodoffices.vocabulary.kinds import Acceptance, AnyContent, Position, Provision, Transfer
from goodoffices.vocabulary.party import known_parties
from goodoffices.vocabulary.quote import quote
from goodoffices.vocabulary.reading import ActorMention, DateMention, HedgeMention, Reading
from goodoffices.vocabulary.text import Document
from goodoffices.vocabulary.when import on_day, within

TEXT = "It was reported that Qatar asked for talks within two weeks."
DOCUMENT = Document(id="d1", name="note.txt", blob="b", text="t")


def test_a_claim_is_written_with_its_words_its_status_and_the_fields_of_its_kind() -> None:
    deadline = within("P2W", on_day(dt.date(2030, 5, 3)))
    claim = Claim(
        id="c1",
        content=Provision(addressees=("qat",), force="called_for", deadline=deadline),
        quotes=(quote("d1", TEXT, 21, 60),),
        attribution=Attribution(holder="unnamed", source="reported"),
    )
    now = dt.datetime(2030, 5, 4, tzinfo=dt.UTC)
    reviewed = Reviewed(claim=claim, matter="c1", state="proposed", by="a", at=now, seq=3)
    (line,) = lines([reviewed], [], [DOCUMENT], known_parties())
    assert json.loads(line) == {
        "id": "c1",
        "document": "note.txt",
        "kind": "provision",
        "quote": {"start": 21, "end": 60, "exact": "Qatar asked for talks within two weeks."},
        "further_quotes": [],
        "status": "reported",
        "holder": "unnamed",
        "state": "proposed",
        "matter": "c1",
        "rule": None,
        "issues": [],
        "addressees": ["Qatar"],
        "force": "called_for",
        "due_earliest": None,
        "due_latest": "2030-05-17",
        "condition": None,
    }


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        (
            Transfer(giver="qat", receiver="fra", what="prisoners", agreed=50, delivered=20.5),
            {"giver": "Qatar", "receiver": "France", "what": "prisoners", "agreed": 50, "delivered": 20.5},
        ),
        (
            Acceptance(party="qat", text="the plan", answer="accepted_with_reservations", reservations=("one", "two")),
            {
                "party": "Qatar", "text": "the plan", "version": None,
                "answer": "accepted_with_reservations", "reservations": ["one", "two"],
            },
        ),
        (
            Position(party="qat", issue="ferry", stance="open"),
            {"party": "Qatar", "issue": "ferry", "stance": "open"},
        ),
    ],
)  # fmt: skip
def test_what_is_handed_over_answered_or_held_is_written_with_its_day(
    content: AnyContent, fields: dict[str, object]
) -> None:
    claim = Claim(id="c1", content=content, valid=on_day(dt.date(2030, 5, 3)))
    now = dt.datetime(2030, 5, 4, tzinfo=dt.UTC)
    reviewed = Reviewed(claim=claim, matter="c1", state="proposed", by="a", at=now, seq=3)
    (line,) = lines([reviewed], [], [], known_parties())
    written = json.loads(line)
    assert {field: written[field] for field in (*fields, "date")} == fields | {"date": "2030-05-03"}


def test_mentions_of_a_reading_are_written_too() -> None:
    reading = Reading(
        text="t",
        reader="r",
        settings=(),
        claims=(),
        actors=(ActorMention(quote("d1", TEXT, 21, 26), "qat"),),
        dates=(DateMention(quote("d1", TEXT, 43, 59), within("P2W", None)),),
        hedges=(HedgeMention(quote("d1", TEXT, 0, 60), "It was reported", "reported"),),
    )
    actor, date, hedge = (json.loads(line) for line in lines([], [reading], [DOCUMENT], known_parties()))
    assert (actor["kind"], actor["name"], actor["type"], actor["iso3"]) == ("actor", "Qatar", "state", "QAT")
    assert (date["text"], date["value"], date["latest"]) == ("within two weeks", "P2W", None)
    assert (hedge["cue"], hedge["status"]) == ("It was reported", "reported")
