"""Which texts set duties themselves, by heading, formula or items; what is agreed, cited or given time for."""

import datetime as dt

import pytest

from goodoffices.vocabulary.kinds import Provision, Term
from tests.reading.invented import claims

DAY = dt.date


def provisions(words: str) -> dict[str, Provision]:
    return {c.quotes[0].exact: c.content for c in claims(words, "provision") if isinstance(c.content, Provision)}


def test_a_summary_under_the_heading_of_an_annex_sets_by_will_and_is_to() -> None:
    words = (
        "Annex 4\n\nAgreement on the Delta\n\nThe patrol will be composed of soldiers from both banks. "
        "The troops are to be withdrawn within 30 days. The parties will refrain from shelling. "
        "The garrison cannot enter the port before the handover. The commission shall then meet."
    )
    assert list(provisions(words)) == [
        "The patrol will be composed of soldiers from both banks",
        "The troops are to be withdrawn within 30 days",
        "The parties will refrain from shelling",
        "The garrison cannot enter the port before the handover",
        "The commission shall then meet",
    ]


def test_the_text_of_a_deal_that_a_report_sets_out_sets_by_its_items() -> None:
    words = (
        "The delta deal: what was agreed\n\nFreedonia and Sylvania met in Klow.\n\n"
        "Following are details of the agreement from a document seen by reporters:\n\n"
        "1. An immediate ceasefire in the delta and on the islands.\n\n"
        "2. Withdrawal of all guns by both sides.\n\nThe withdrawal should start on the second day.\n\n"
        "3. Ensure monitoring of the truce; and publish its results.\n"
    )
    assert list(provisions(words)) == [
        "An immediate ceasefire in the delta and on the islands",
        "Withdrawal of all guns by both sides",
        "The withdrawal should start on the second day",
        "Ensure monitoring of the truce",
        "publish its results",
    ]


def test_what_should_be_done_is_set_what_should_have_been_is_not() -> None:
    words = (
        "Agreement on the Delta\n\n1. The Parties shall keep the truce.\n\n2. The sides should open the road.\n\n"
        "3. The troops should by now have left the port.\n\n4. It should be noted that the port is closed.\n"
    )
    assert list(provisions(words)) == ["The Parties shall keep the truce", "The sides should open the road"]


def test_what_is_declared_to_have_been_reached_sets_nothing_what_is_undertaken_does() -> None:
    words = (
        "KLOW ACT (3 May 2035)\n\nFreedonia and Sylvania hereby declare that they have reached agreement.\n\n"
        "The parties undertake to keep the truce. The treaty will be signed in Klow."
    )
    assert list(provisions(words)) == ["undertake to keep the truce", "The treaty will be signed in Klow"]


def test_an_item_of_a_list_is_cut_before_each_of_its_deeds() -> None:
    words = (
        "Freedonia and Sylvania have jointly decided to:\n\n"
        "1. Keep their present positions; and refrain from any attack;\n\n"
        "2. Guarantee access to the islands; open the road to the port.\n"
    )
    assert list(provisions(words)) == [
        "Keep their present positions",
        "refrain from any attack",
        "Guarantee access to the islands",
        "open the road to the port",
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "It was further agreed that the dialogue would begin on 1 June 2035.",
            {"the dialogue would begin on 1 June 2035": DAY(2035, 6, 1)},
        ),
        (
            "Agreement was reached that the prisoners will be freed by 1 June 2035.",
            {"the prisoners will be freed by 1 June 2035": DAY(2035, 6, 1)},
        ),
        ("It was agreed that the talks had failed.", {}),
        (
            "See text 12, in which the Chair was requested to report every four months beginning on 1 August 2035.",
            {"requested to report every four months beginning on 1 August 2035": DAY(2035, 8, 1)},
        ),
        ("The Chair was requested to report every four months.", {}),
        (
            "The Lake Council has given the army 18 months maximum with effect from 15 May 2035 to hold elections.",
            {
                "The Lake Council has given the army 18 months maximum with effect from 15 May 2035 to hold "
                "elections": DAY(2036, 11, 15)
            },
        ),
    ],
)
def test_a_duty_is_read_where_nobody_agrees_or_a_text_asks(words: str, wanted: dict[str, dt.date]) -> None:
    found = {said: p.deadline.latest if p.deadline else None for said, p in provisions(words).items()}
    assert found == wanted


def test_a_report_to_be_made_every_few_months_does_not_end_a_mandate() -> None:
    words = (
        "The Lake Council extended the mandate of the River Mission to 30 April 2036 and requested a report every four "
        "months beginning on 1 August 2035."
    )
    (found,) = [c.content for c in claims(words, "term") if isinstance(c.content, Term)]
    assert found.until is not None
    assert found.until.latest == DAY(2036, 4, 30)


def test_a_paragraph_that_opens_with_when_it_holds_is_operative_as_well() -> None:
    words = (
        "The Lake Council,\n\nNoting the truce,\n\n1. Calls for a halt to all attacks;\n\n"
        "2. Upon full withdrawal of the guns, calls upon Freedonia and Sylvania to open the road and requests the "
        "River Mission to guard it.\n"
    )
    assert list(provisions(words)) == [
        "Calls for a halt to all attacks",
        "Upon full withdrawal of the guns, calls upon Freedonia and Sylvania to open the road",
        "requests the River Mission to guard it",
    ]
