"""What is told with the day by which it is to be done, whoever sets it; and what such words do not set."""

import datetime as dt

import pytest

from goodoffices.vocabulary.kinds import Provision
from tests.reading.invented import claims

DATED = dt.date(2035, 5, 2)


def due(words: str) -> list[tuple[str, dt.date | None]]:
    """The provisions of a text of 2 May 2035: their words and the last day."""
    found = [(c, c.content) for c in claims(words, "provision", dated=DATED)]
    return [
        (c.quotes[0].exact, p.deadline.latest if p.deadline else None) for c, p in found if isinstance(p, Provision)
    ]


@pytest.mark.parametrize(
    ("words", "said", "day"),
    [
        ("The ministers welcomed the efforts to prepare for elections by 30 September 2035.", "to prepare", (9, 30)),
        ("The accord outlined the pullout of foreign forces from Sylvania by August 2035.", "the pullout", (8, 31)),
        ("Four steps are to be completed by 1 July 2035.", "to be completed", (7, 1)),
        ("The chiefs are due to sign the accord sometime between 20 and 26 May 2035.", "to sign", (5, 26)),
        ("The second phase was scheduled to start on 15 March 2035.", "to start", (3, 15)),
        ("A final accord was to have been signed on 1 April 2035, but nobody came.", "to have been signed", (4, 1)),
        ("The parties committed themselves to hold a conference on 15 June 2035.", "to hold a conference", (6, 15)),
    ],
)  # fmt: skip
def test_what_is_due_on_a_day_is_a_provision_with_that_day(words: str, said: str, day: tuple[int, int]) -> None:
    assert [(said in told, last) for told, last in due(words)] == [(True, dt.date(2035, *day))]


@pytest.mark.parametrize(
    "words",
    [
        "The troops had left the valley by 1 May 2035.",
        "The envoy flew to Strelsau to attend the talks on 1 May 2035.",
        "The chiefs met before a general election in November.",
        "The sides claim to support the accord five years after signing it.",
        "The truce will expire on 1 June 2035.",
        "The council decided to postpone the vote to 9 June 2035.",
        "A second round can take place in July.",
        "Nobody expects the bridge to be closed.",
    ],
)
def test_what_is_past_or_without_a_last_day_is_not_due(words: str) -> None:
    assert due(words) == []


def test_what_is_due_inside_what_somebody_says_is_due_by_his_word() -> None:
    (claim,) = claims("Sylvania announced a pullback of its troops by 1 June 2035.", "provision", dated=DATED)
    assert (claim.attribution.holder, claim.attribution.status) != ("author", "asserted")


def test_a_meeting_on_a_day_is_a_deadline_before_it_begins() -> None:
    words = "The Lake Council urges Sylvania to answer before the Council's 25 June meeting."
    assert [last for _, last in due(words)] == [dt.date(2035, 6, 25)]


def test_a_deadline_is_counted_back_from_the_day_that_is_meant() -> None:
    words = (
        "The Lake Council expects to review the mandate by 30 June 2035. "
        "It will meet on 30 June 2035 and asks Otto Brandt to report three weeks before this date."
    )
    assert dt.date(2035, 6, 9) in [last for _, last in due(words)]


def test_an_agreement_sets_the_month_in_which_a_thing_is_done() -> None:
    words = (
        "Agreement between Sylvania and Freedonia\n\nArticle 1. Sylvania shall withdraw from the valley.\n\n"
        "Article 2. The camps shall be closed in the first week of October 2035.\n\n"
        "Article 3. Freedonia shall reopen the road.\n"
    )
    assert dt.date(2035, 10, 7) in [last for _, last in due(words)]
