"""Whom a noun or a pronoun means: states and rebels, two named before, somebody brought in without a name."""

import pytest

from goodoffices.vocabulary.kinds import Statement
from tests.reading.invented import claims


def speakers(words: str) -> list[str]:
    """Who speaks, statement by statement."""
    return [c.content.speaker for c in claims(words, "statement") if isinstance(c.content, Statement)]


DEAL = "Borduria and the River Liberation Front signed a deal. The River Liberation Front came to Klow. "


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The government rejected the map.", "borduria"),
        ("The army rejected the map.", "borduria"),
        ("The rebels rejected the map.", "rlf"),
        ("The group rejected the map.", "rlf"),
    ],
)
def test_a_government_is_a_state_and_rebels_are_none(words: str, who: str) -> None:
    assert speakers(DEAL + words) == [who]


def test_no_government_is_an_armed_group_and_no_army_a_council() -> None:
    assert speakers("The River Liberation Front came to Klow. The government rejected the map.") == []
    assert speakers("The Lake Council came to Klow. The army rejected the map.") == []


def test_the_army_is_the_armed_forces_named_before() -> None:
    assert speakers("The Zarani Armed Forces left Klow. The army rejected the map.") == ["org:zarani-armed-forces"]


def test_a_mediator_named_first_is_not_the_government() -> None:
    words = "Borduria asked for talks. Mediated by Sylvania, the government has agreed to a truce."
    assert speakers(words) == ["borduria", "borduria"]


def test_the_rebel_group_is_the_one_named_before() -> None:
    assert speakers(f"{DEAL}The rebel group rejected the map.") == ["rlf"]


@pytest.mark.parametrize(
    "words",
    [
        "The two Lake nations welcomed the truce.",
        "The leaders of the two countries welcomed the truce.",
        "The neighbours welcomed the truce.",
        "The leaders welcomed the truce.",
    ],
)
def test_two_named_before_are_meant_whatever_stands_between(words: str) -> None:
    assert set(speakers(f"Borduria and Sylvania signed a deal. {words}")) == {"borduria", "sylvania"}


def test_the_official_is_the_one_brought_in_without_a_name() -> None:
    for man, meant in (("official", "borduria"), ("expert", "")):
        words = f"Otto Brandt left. A Bordurian {man} came to Klow. The {man} said that talks had begun."
        assert speakers(words) == [meant]


def test_they_in_the_mouth_of_an_envoy_are_not_who_sent_him() -> None:
    said = claims("The Trio's envoy said they agree on the map.", "statement")
    assert [getattr(c.content, "act", "") for c in said] == ["assess"]


def test_what_another_does_beside_a_call_with_others_is_not_done_by_them() -> None:
    words = "Otto Brandt spoke by phone with his counterparts in the delta, urging them to keep the truce."
    assert speakers(words) == ["brandt"]
    assert [c.quotes[0].exact for c in claims(words, "meeting")] == [words.rstrip(".")]


def test_villagers_who_blame_somebody_are_a_source_without_a_name() -> None:
    assert speakers("Villagers accused Sylvania of burning the mill.") == [""]


def test_what_one_calls_himself_is_no_stand() -> None:
    assert speakers("Otto Brandt, who calls himself a farmer, left Klow.") == []
