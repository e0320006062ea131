"""What passes from hand to hand, what is answered to texts, and what events do to terms and provisions."""

import datetime as dt

import pytest

from goodoffices.vocabulary.kinds import Acceptance, Event, Linkage, Term, Transfer
from tests.reading.invented import claims, read

DAY = dt.date


def passed(words: str) -> list[tuple[str, str, str, float | None, float | None]]:
    """The transfers of some words: giver, receiver, what, agreed, delivered."""
    found = [c.content for c in claims(words, "transfer") if isinstance(c.content, Transfer)]
    return [(t.giver, t.receiver, t.what, t.agreed, t.delivered) for t in found]


@pytest.mark.parametrize(
    ("words", "transfer"),
    [
        ("Freedonia and Sylvania exchanged 50 prisoners.", ("freedonia", "sylvania", "prisoners", None, 50)),
        ("The River Liberation Front released 12 hostages to Borduria.", ("rlf", "borduria", "hostages", None, 12)),
        ("Twelve sailors were handed over to Freedonia by Sylvania.", ("sylvania", "freedonia", "sailors", None, 12)),
        ("Borduria delivered 200 tonnes of food aid to Sylvania.", ("borduria", "sylvania", "food aid", None, 200)),
        ("Sylvania paid two million dollars to Freedonia.", ("sylvania", "freedonia", "dollars", None, 2_000_000)),
        ("Freedonia handed over the archives to Sylvania.", ("freedonia", "sylvania", "archives", None, None)),
        ("Freedonia agreed to release 200 prisoners.", ("freedonia", "", "prisoners", 200, None)),
    ],
)
def test_a_transfer_names_hands_things_and_how_many(
    words: str, transfer: tuple[str, str, str, float | None, float | None]
) -> None:
    assert passed(words) == [transfer]


@pytest.mark.parametrize(
    "words",
    [
        "Freedonia will release prisoners.",
        "Freedonia returned to the talks.",
        "Sylvania did not release the hostages.",
        "The Trio called on Freedonia to release 200 prisoners.",
        "Freedonia released a statement.",
    ],
)
def test_what_did_not_pass_is_no_transfer(words: str) -> None:
    assert passed(words) == []


@pytest.mark.parametrize(
    ("words", "party", "answer"),
    [
        ("Freedonia accepted the plan with 14 reservations.", "freedonia", "accepted_with_reservations"),
        ("Sylvania rejected the Trio's road map of 30 April 2035.", "sylvania", "rejected"),
        ("Borduria signed up to the accord on Monday.", "borduria", "accepted"),
        ("The River Liberation Front endorsed the peace plan.", "rlf", "accepted"),
    ],
)
def test_an_answer_to_a_text_is_an_acceptance(words: str, party: str, answer: str) -> None:
    (found,) = [c.content for c in claims(words, "acceptance") if isinstance(c.content, Acceptance)]
    assert (found.party, found.answer) == (party, answer)


@pytest.mark.parametrize(
    "words",
    [
        "Freedonia has not accepted the draft.",
        "Freedonia may accept the plan.",
        "If Freedonia accepted the plan, Sylvania would too.",
        "Sylvania accepted the invitation.",
        "Sylvania rejected the accusation.",
    ],
)
def test_no_answer_to_a_text_is_no_acceptance(words: str) -> None:
    assert claims(words, "acceptance") == []


def test_an_event_says_what_it_does_to_a_term_told_before() -> None:
    reading = read(
        "On 1 May 2035, Borduria brokered a truce between Freedonia and Sylvania. Freedonia violated the truce on "
        "3 May 2035. On 5 May 2035, the sides extended the truce until 1 June 2035."
    )
    (term,) = [c for c in reading.claims if c.kind == "term"]
    effects = [e for c in reading.claims if isinstance(c.content, Event) for e in c.content.effects]
    assert [(e.on, e.does, e.until.latest if e.until else None) for e in effects] == [
        (term.id, "breaches", None),
        (term.id, "extends", DAY(2035, 6, 1)),
    ]


@pytest.mark.parametrize(("number", "does"), [("40", "partly"), ("200", "fulfils")])
def test_a_deed_keeps_a_duty_of_its_doer_wholly_or_partly(number: str, does: str) -> None:
    reading = read(
        f"Freedonia agreed to release 200 prisoners. On 3 May 2035, Freedonia released {number} prisoners. "
        "Sylvania released two prisoners."
    )
    (duty,) = [c for c in reading.claims if c.kind == "provision"]
    effects = [e for c in reading.claims if isinstance(c.content, Event) for e in c.content.effects]
    assert [(e.on, e.does) for e in effects] == [(duty.id, does)]


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("A ten-day truce between Freedonia and Sylvania began on 3 May 2035.", DAY(2035, 5, 13)),
        ("A 72-hour ceasefire took effect on 3 May 2035.", DAY(2035, 5, 6)),
        ("A truce between Freedonia and Sylvania began on 3 May 2035.", None),
    ],
)
def test_a_truce_of_so_many_days_ends_after_them(words: str, until: dt.date | None) -> None:
    (term,) = [c.content for c in claims(words, "term") if isinstance(c.content, Term)]
    assert (term.until.latest if term.until else None) == until


def test_a_mandate_renewed_for_a_length_is_a_term_without_an_invented_end() -> None:
    (term,) = [
        c.content
        for c in claims("The Lake Council renewed the mandate of the observers for six months.", "term")
        if isinstance(c.content, Term)
    ]
    assert (term.what, term.until, len(term.instruments)) == ("mandate", None, 1)


def test_a_trade_still_to_be_made_is_a_linkage() -> None:
    (found,) = claims("Freedonia will open the port in exchange for the return of the archives.", "linkage")
    assert isinstance(found.content, Linkage)
    assert (found.content.by, found.content.link_kind) == ("freedonia", "trade")
    assert claims("Freedonia opened the port in exchange for the return of the archives.", "linkage") == []
