"""The opposition in a state speaks for itself."""

from tests.reading.invented import read
from tests.reading.test_statements import said


def test_the_opposition_of_a_state_is_not_the_state() -> None:
    words = "Borduria's opposition rejected the map. The opposition urged calm. Borduria welcomed it."
    assert [who for who, _, _ in said(words)] == ["org:opposition-of-borduria"] * 2 + ["borduria"]


def test_an_opposition_whose_state_is_never_told_is_a_party_where_it_recurs() -> None:
    assert [who for who, _, _ in said("The opposition says the dam is safe. The opposition urged calm.")] == [
        "org:opposition"
    ] * 2


def test_opposition_to_a_thing_and_leaders_of_one_are_no_party() -> None:
    found = read("Bordurian opposition to the map grew. The opposition to it is old. The opposition leaders left.")
    assert not any(mention.party.startswith("org:opposition") for mention in found.actors)


def test_the_countries_that_chair_a_body_speak_for_it() -> None:
    found = said("The Harbour Trio met. The Co-Chair countries urge calm.")
    assert [(who, act) for who, act, _ in found] == [("trio", "request")]
