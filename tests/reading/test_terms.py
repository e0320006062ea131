"""Terms: how long they run, however that is said, and what runs for no time."""

import datetime as dt

import pytest

from goodoffices.vocabulary.kinds import Term
from tests.reading.invented import claims


def until(words: str) -> list[dt.date | None]:
    """The last days of the terms that some words tell."""
    found = [c.content for c in claims(words, "term")]
    return [t.until.latest if t.until else None for t in found if isinstance(t, Term)]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("The mandate of the Trio is valid for twelve months from 1 July 2035.", "2036-07-01"),
        ("The moratorium is in place for a renewable period of one year as of 1 June 2035.", "2036-06-01"),
        ("The moratorium, agreed for a renewable period of two years in June 2033, will lapse soon.", "2035-06-30"),
        ("The truce, let me remind you, expires at midnight on 15 September 2035.", "2035-09-15"),
        ("A three-month extension of the Trio's mandate, to 31 January 2036, was approved.", "2036-01-31"),
        ("The Lake Council extended the mandate of the Trio by three months, to 31 January 2036.", "2036-01-31"),
        ("The mandate of the Trio, due to expire on 30 June 2035, was renewed for a year.", "2036-06-30"),
        ("The mandate of the Trio runs until 31 March 2036 and may be renewed for six months.", "2036-03-31"),
        ("The cessation of hostilities shall remain in force for ninety days from 20 January 2035.", "2035-04-20"),
        ("Its mandate, which ran until 1 May 2035, was prolonged until 1 July 2035.", "2035-07-01"),
    ],
)
def test_the_last_day_of_a_term_is_found_however_its_length_is_said(words: str, last: str) -> None:
    assert until(words) == [dt.date.fromisoformat(last)]


def test_an_observer_is_nobody_who_observes_a_truce() -> None:
    assert until("The observer mission's mandate was extended until 1 July 2035.") == [dt.date(2035, 7, 1)]


@pytest.mark.parametrize("verb", ["expires", "lapses", "ends"])
def test_a_day_without_a_year_on_which_a_term_ends_lies_ahead(verb: str) -> None:
    assert until(f"The truce {verb} on 15 September.") == [dt.date(2035, 9, 15)]


def test_mandates_of_two_bodies_are_two() -> None:
    words = "The mandate of the Trio runs until 1 May 2036. The Lake Council's mandate runs until 1 June 2036."
    assert until(words) == [dt.date(2036, 5, 1), dt.date(2036, 6, 1)]


@pytest.mark.parametrize(
    "words",
    [
        "The Trio discussed the mandate of the envoy for three days in May 2035.",
        "Freedonia called for a truce of ten days.",
        "The mandate of the envoy is broad.",
        "The treaty bears the name of the town.",
    ],
)
def test_what_runs_for_no_time_is_no_term(words: str) -> None:
    assert until(words) == []


def terms(words: str) -> list[Term]:
    """The terms that some words tell."""
    return [c.content for c in claims(words, "term") if isinstance(c.content, Term)]


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ('Borduria and Sylvania agreed to an "immediate ceasefire" starting on 3 May 2035.', ("borduria", "sylvania")),
        ("On Sunday Borduria and Sylvania announced a ceasefire.", ("borduria", "sylvania")),
        ("The River Liberation Front announced a three-day ceasefire on Sunday.", ("rlf",)),
        ("Sylvania announced a ceasefire on Sunday.", ()),
        ("Otto Brandt has agreed to a ceasefire with rebels.", ("freedonia",)),
        ("The truce signed by Borduria and Sylvania in May 2034 has held.", ("borduria", "sylvania")),
        (
            "Ministers will discuss extending a truce reached between Borduria and Sylvania on Monday.",
            ("borduria", "sylvania"),
        ),
        ("Borduria and Sylvania agreed to extend their truce for two days.", ("borduria", "sylvania")),
    ],
)
def test_a_truce_binds_those_who_agree_or_announce_it_together(words: str, parties: tuple[str, ...]) -> None:
    assert [t.parties for t in terms(words)] == [parties]


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        ("A truce brokered by Borduria took effect on Friday.", ""),
        ("The rebels called off a truce agreed in May.", "broken"),
        ("The rebels on Sunday ended their unilateral truce.", "broken"),
        ("The truce expired at midnight on Monday.", "expired"),
        ("The truce remains in effect.", ""),
        ("The ministry said the truce still held.", ""),
        ("The truce between Borduria and Sylvania generally was maintained.", ""),
    ],
)
def test_how_a_truce_ended_is_told_by_its_verb_not_by_letters_like_it(words: str, ended: str) -> None:
    assert [t.ended for t in terms(words)] == [ended]


def test_an_extension_announced_belongs_to_the_truce() -> None:
    found = terms("Borduria announced a 60-day extension of the truce.")
    assert [len(t.instruments) for t in found] == [1]


@pytest.mark.parametrize("words", ["The Trio called for an immediate truce.", "The Trio hoped for an agreed truce."])
def test_a_truce_that_is_called_for_is_none(words: str) -> None:
    assert not terms(words)
