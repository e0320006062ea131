"""Texts that set duties themselves, and what an agreement is told to set."""

import datetime as dt

import pytest

from goodoffices.vocabulary.kinds import Provision
from tests.reading.invented import claims

ROAD_MAP = """Road map for peace between Freedonia and Sylvania

1. Freedonia will withdraw its troops from the delta.
2. Sylvania will freeze all building on the islands.
3. A monitoring committee will be set up by the Lake Council.
4. They will not allow any third party to use the dam.
"""


def set_by(words: str) -> list[tuple[str, set[str]]]:
    """The words of each provision and whom they bind."""
    found = [(c.quotes[0].exact, c.content) for c in claims(words, "provision")]
    return [(exact, set(content.addressees)) for exact, content in found if isinstance(content, Provision)]


def test_a_road_map_sets_by_will_what_each_party_is_to_do() -> None:
    assert set_by(ROAD_MAP) == [
        ("Freedonia will withdraw its troops from the delta", {"freedonia"}),
        ("Sylvania will freeze all building on the islands", {"sylvania"}),
        ("A monitoring committee will be set up by the Lake Council", {"lake_council"}),
        ("They will not allow any third party to use the dam", {"freedonia", "sylvania"}),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Report on the agreement\n\n1. Freedonia will vote.\n2. Sylvania will vote.\n3. Borduria will vote.\n",
        "What the accord says\n\n1. Freedonia will vote.\n2. Sylvania will vote.\n3. Borduria will vote.\n",
        "A plan for the delta\n\nFreedonia will hold elections. Sylvania will vote too.",
    ],
)
def test_what_only_tells_of_plans_sets_nothing(words: str) -> None:
    assert set_by(words) == []


def test_parties_that_an_agreement_does_not_name_undertake_things_and_are_they() -> None:
    words = (
        "Agreement on the Dam\n\nThe term “Guards” excludes the Lake Council and the River Liberation Front. "
        "The Parties shall keep the locks. They shall pay the guards. "
        "The Parties undertake, in particular, to disarm all bands, except for the police, within 30 days."
    )
    assert set_by(words) == [
        ("The Parties shall keep the locks", set()),
        ("They shall pay the guards", set()),
        ("undertake, in particular, to disarm all bands, except for the police, within 30 days", set()),
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "The plan is long. The first phase involves a truce. During this phase, Sylvania would free the crew.",
            [("The first phase involves a truce", set()), ("Sylvania would free the crew", {"sylvania"})],
        ),
        (
            "The pact would see Sylvania open its port. The deal also said that each side can choose its guards.",
            [("The pact would see Sylvania open its port", set()), ("each side can choose its guards", set())],
        ),
        (
            "The pact is short. It stipulates a withdrawal of the fleet. It also says Sylvania will open the port.",
            [("It stipulates a withdrawal of the fleet", set()), ("Sylvania will open the port", {"sylvania"})],
        ),
        (
            "Under the pact, Sylvania will open the port within a week and free the crew within a month.",
            [("will open the port within a week", {"sylvania"}), ("free the crew within a month", {"sylvania"})],
        ),
        (
            "Freedonia and Sylvania met. The two sides decided to start by 1 July 2035 and to end within a year.",
            [
                ("decided to start by 1 July 2035", {"freedonia", "sylvania"}),
                ("end within a year", {"freedonia", "sylvania"}),
            ],
        ),
        (
            "Under the joint Sylvanian-led accord, Sylvania will open the port while Freedonia will not arm boats.",
            [
                ("Sylvania will open the port", {"sylvania"}),
                ("while Freedonia will not arm boats", {"freedonia"}),
            ],
        ),
        ("The final agreement says that the boats will be disarmed.", [("the boats will be disarmed", set())]),
        (
            "As per the pact, Sylvania will open the port. Freedonian police will guard the road. It adds little.",
            [("Sylvania will open the port", {"sylvania"}), ("police will guard the road", {"freedonia"})],
        ),
    ],
)
def test_what_an_agreement_is_told_to_set_is_agreed(words: str, wanted: list[tuple[str, set[str]]]) -> None:
    found = set_by(words)
    assert len(found) == len(wanted)
    for (exact, bound), (part, parties) in zip(found, wanted, strict=True):
        assert part in exact
        assert bound == parties


@pytest.mark.parametrize(
    "words",
    [
        "Sylvania will open the port. Freedonian police will guard the road.",
        "Under the deal, Sylvania opened the port. Borduria will be glad.",
        "The statement says that the weather will be fine.",
        "Otto Brandt will wait if Sylvania signs a pledge to leave.",
        "Sylvania decided to wait.",
        "Mira Alder and Otto Brandt decided to launch a last attempt.",
        "The first phase of the war involved the fleet. During this period, Sylvania would raid the coast.",
    ],
)
def test_what_nobody_ties_to_an_agreement_is_not_of_it(words: str) -> None:
    assert set_by(words) == []


def test_each_term_of_a_list_binds_the_subject_of_its_own_sentence() -> None:
    words = (
        "The accord between Freedonia and Sylvania includes the following terms:\n\n"
        "- Sylvania will not fish in the waters of Freedonia.\n\n- Freedonia will pay Sylvania.\n"
    )
    assert [bound for _, bound in set_by(words)] == [{"sylvania"}, {"freedonia"}]


PLAN = """Timetable of measures under the Klow protocol

1. D-Day
- Launching of the campaign on amnesty by the Lake Council.
2. D-Day + 10
- Withdrawal of all heavy guns by Freedonia from the delta.
- Ensure the safety of the observers.
3. The gathering of arms has to start in June and finish within 14 days.
4. A law on amnesty is to be adopted by Sylvania.
"""


def test_items_without_a_verb_set_what_their_noun_names_by_the_time_of_their_heading() -> None:
    found = [(c.quotes[0].exact, c.content) for c in claims(PLAN, "provision", dt.date(2035, 5, 1))]
    told = [(e, p.addressees, p.deadline.value if p.deadline else "") for e, p in found if isinstance(p, Provision)]
    assert told == [
        ("Launching of the campaign on amnesty by the Lake Council", ("lake_council",), "P0D"),
        ("Withdrawal of all heavy guns by Freedonia from the delta", ("freedonia",), "P10D"),
        ("Ensure the safety of the observers", (), "P10D"),
        ("The gathering of arms has to start in June", (), ""),
        ("finish within 14 days", (), "P14D"),
        ("A law on amnesty is to be adopted by Sylvania", ("sylvania",), ""),
    ]


def test_what_is_done_by_being_agreed_and_what_parties_may_or_may_not_do_is_set_too() -> None:
    words = (
        "Treaty between Freedonia and Sylvania\n\nPeace is hereby established. The Parties recognise the border. "
        "Each Party may send observers. No mines may be laid. The use of gas is prohibited. "
        "The truce may be renewed. The aim of this Treaty is to end the war. "
        "The Parties shall meet. The Parties shall ensure that the law will be kept."
    )
    both = {"freedonia", "sylvania"}
    assert set_by(words) == [
        ("Peace is hereby established", set()),
        ("The Parties recognise the border", both),
        ("Each Party may send observers", both),
        ("No mines may be laid", set()),
        ("The use of gas is prohibited", set()),
        ("The Parties shall meet", both),
        ("The Parties shall ensure that the law will be kept", both),
    ]


def test_every_infinitive_of_a_list_is_a_thing_agreed() -> None:
    words = "Freedonia and Sylvania agreed to stop the fighting, to meet within a week, to report within a month."
    assert [exact for exact, _ in set_by(words)] == [
        "agreed to stop the fighting",
        "to meet within a week",
        "to report within a month",
    ]


def test_a_report_that_quotes_an_agreement_is_none() -> None:
    words = "Report on the Dam Agreement\n\n" + "The locks shall be kept. " * 2 + "The guards must be praised. "
    assert [exact for exact, _ in set_by(words) if "praised" in exact] == []


def test_a_memorandum_by_its_letters_sets_by_will_as_well() -> None:
    words = (
        "MoU between Freedonia and Sylvania\n\n1.1 Freedonia will free the crews not later than within 15 days of the "
        "signature of this MoU.\n\n1.2 Sylvania will open the port.\n\n1.3 A court for the ports will be established.\n"
    )
    assert [who for _, who in set_by(words)] == [{"freedonia"}, {"sylvania"}, set()]
