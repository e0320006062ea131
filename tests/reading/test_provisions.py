"""Provisions and decisions of adopted texts."""

import datetime as dt

import pytest

from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Decision, Provision, Term
from tests.reading.invented import claims

RESOLUTION = """Resolution 9 (2035)
of 2 May 2035

The Lake Council,

Deeply concerned by the drought,

1. Demands that Sylvania reopen the dam within ten days;

2. Calls upon Freedonia and Borduria:

(a) To share their figures by 1 July 2035;

(b) To admit the observers;

3. Commends the observers and requests Otto Brandt to report every three months.

Adopted at the 12th meeting by 9 votes to 1 (Sylvania), with 2 abstentions (Freedonia, Borduria). 4

4 One member (Osterlich) did not participate in the voting.
"""


def provisions(words: str) -> list[tuple[Claim, Provision]]:
    """The provisions with their claims."""
    return [(c, c.content) for c in claims(words, "provision") if isinstance(c.content, Provision)]


def test_parts_after_a_colon_are_provisions_of_the_decision_each_with_its_deadline() -> None:
    words = (
        "The Harbour Trio met in Klow on 3 May 2035. The Trio reached a decision that includes the following: "
        "a halt to dredging; the start of surveys thereafter; and the return of the crews within two months."
    )
    found = [p for _, p in provisions(words)]
    assert [p.act for p in found] == [
        "a halt to dredging",
        "the start of surveys thereafter",
        "the return of the crews within two months",
    ]
    (decision,) = claims(words, "decision")
    assert {p.of for p in found} == {decision.id}
    assert found[2].deadline is not None
    assert found[2].deadline.latest == dt.date(2035, 7, 3)
    assert found[0].deadline is None
    assert len(found[1].after) == 1


def test_what_a_deal_is_on_is_agreed_between_its_parties() -> None:
    words = (
        "Borduria mediated a deal between Freedonia and Sylvania on a truce and the exchange of crews, "
        "as well as the return of the ships."
    )
    found = provisions(words)
    assert [c.quotes[0].exact for c, _ in found] == ["a truce", "the exchange of crews", "the return of the ships"]
    assert {p.force for _, p in found} == {"agreed"}
    assert all(set(p.addressees) == {"freedonia", "sylvania"} for _, p in found)


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("The Harbour Trio urged Sylvania to open the port.", "called_for"),
        ("The Harbour Trio declared its commitment to protect the fishermen.", "undertaken"),
        ("Freedonia and Sylvania agreed to share the dam.", "agreed"),
        ("The Harbour Trio expects the parties to cooperate.", "expected"),
    ],
)
def test_force_follows_the_words(words: str, force: str) -> None:
    assert [p.force for _, p in provisions(words)] == [force]


@pytest.mark.parametrize(
    "words",
    [
        "Otto Brandt urged Sylvania to open the port.",
        "Sylvania refused a deal on water.",
        "Freedonia proposed a deal on water.",
    ],
)
def test_what_nobody_set_is_no_provision(words: str) -> None:
    assert provisions(words) == []


def test_an_adopted_text_is_a_decision_with_its_vote() -> None:
    (claim,) = claims(RESOLUTION, "decision", None)
    assert isinstance(claim.content, Decision)
    vote = claim.content.vote
    assert vote is not None
    assert (vote.in_favour, vote.against, vote.abstaining, vote.not_participating) == (9, 1, 2, 1)
    assert (set(vote.abstainers), vote.absentees) == ({"freedonia", "borduria"}, ("osterlich",))
    assert claim.valid is not None
    assert claim.valid.latest == dt.date(2035, 5, 2)


def test_lettered_parts_are_provisions_of_their_own() -> None:
    found = provisions(RESOLUTION)
    assert [c.quotes[0].exact[:14] for c, _ in found] == [
        "Demands that S",
        "To share their",
        "To admit the o",
        "requests Otto ",
    ]
    assert found[0][1].deadline is not None
    assert found[0][1].deadline.latest == dt.date(2035, 5, 12)
    assert found[1][1].deadline is not None
    assert found[1][1].deadline.latest == dt.date(2035, 7, 1)
    assert found[3][1].recurrence is not None
    assert found[3][1].recurrence.every == "P3M"


def test_duties_of_an_agreement_are_agreed_and_bear_their_condition() -> None:
    words = (
        "Agreement on the Dam\n\nThe Parties shall meet every month. "
        "If the dam fails, Sylvania shall pay. Freedonia shall keep the locks."
    )
    found = provisions(words)
    assert {p.force for _, p in found} == {"agreed"}
    condition = found[1][1].condition
    assert condition is not None
    assert condition.exact == "If the dam fails"


@pytest.mark.parametrize(
    ("words", "addressees"),
    [
        (
            "The Trio called upon groups in Sylvania, especially the River Liberation Front and Borduria, to leave.",
            {"rlf", "borduria"},
        ),
        ("The Trio urged all parties in Sylvania, Freedonia and Borduria to withdraw.", set()),
        ("The Trio called on armed men across Sylvania, including the River Liberation Front, to withdraw.", {"rlf"}),
    ],
)
def test_a_place_is_not_asked_but_those_singled_out_are(words: str, addressees: set[str]) -> None:
    (found,) = [p for _, p in provisions(words)]
    assert set(found.addressees) == addressees


def test_an_adopted_text_asks_those_it_names_not_the_places_where_they_are() -> None:
    words = (
        "Resolution 7 (2035)\n\nAdopted by the Harbour Trio on 3 May 2035.\n\nThe Harbour Trio,\n\n"
        "Considering the situation,\n\n"
        "1. Calls upon all persons in Sylvania, and especially upon the River Liberation Front, to lay down arms;\n\n"
        "2. Calls upon the Government of Freedonia and the forces in Borduria to withdraw;\n\n"
        "3. Requests the Trio to report."
    )
    assert [p.addressees for _, p in provisions(words)][:2] == [("rlf",), ("freedonia",)]


RENEWAL = """Resolution 10 (2035)
of 2 May 2035

The Lake Council,

1. Decides to renew the mandate of the Harbour Force for a period of six months, until 2 November 2035;

2. Demands that Sylvania extend the mandate of its inspectors by 1 July 2035;

3. Requests Otto Brandt to report by 1 October 2035.

Adopted at the 13th meeting by 9 votes to none.
"""


def test_a_mandate_is_renewed_by_being_said_so_and_nobody_is_late_when_it_ends() -> None:
    days = {p.act.split()[0]: p.deadline.latest if p.deadline else None for _, p in provisions(RENEWAL)}
    assert days == {"Decides": None, "Demands": dt.date(2035, 7, 1), "Requests": dt.date(2035, 10, 1)}
    (term,) = claims(RENEWAL, "term")
    assert isinstance(term.content, Term)
    assert term.content.until is not None
    assert term.content.until.latest == dt.date(2035, 11, 2)


def test_a_day_before_the_adoption_is_no_deadline_of_what_is_adopted() -> None:
    words = RENEWAL.replace(
        "extend the mandate of its inspectors by 1 July 2035", "return to the shore it held before 1 May 2035"
    )
    (demand,) = (p for _, p in provisions(words) if p.act.startswith("Demands"))
    assert demand.deadline is None


def test_each_thing_that_a_body_does_in_one_paragraph_is_a_statement_of_its_own() -> None:
    words = RENEWAL.replace(
        RENEWAL[RENEWAL.index("1. ") :],
        "1. Demands that such raids cease and stresses that the lake is open to all, takes note of the pledge by "
        "Freedonia to leave the shore, welcomes its report;\n",
    )
    made = [c.quotes[0].exact.split()[0] for c in claims(words, "statement") if c.rule == "statement.adopted"]
    assert made[-4:] == ["Demands", "stresses", "takes", "welcomes"]
