"""Duties in running text: with which force a modal sets them, and under which condition."""

import pytest

from goodoffices.vocabulary.kinds import Provision
from tests.reading.invented import claims


def set_by(words: str) -> list[Provision]:
    """The provisions of some words."""
    return [c.content for c in claims(words, "provision") if isinstance(c.content, Provision)]


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("Freedonia shall release all prisoners no later than 1 June 2035.", "agreed"),
        ("The garrison shall leave Lund within ten days.", "agreed"),
        ("Freedonia will withdraw its troops from Lund by 1 June 2035.", "expected"),
        ("Sylvania is to hand over the maps by 1 June 2035.", "expected"),
        ("The observers must leave by 1 June 2035.", "called_for"),
        ("Sylvania commits to paying the fishermen.", "undertaken"),
        ("Borduria has committed itself to mediating between the sides.", "undertaken"),
        ("Freedonia and Sylvania commit to a truce of 30 days.", "undertaken"),
        ("Freedonia has agreed to withdraw its forces.", "undertaken"),
        ("Freedonia and Sylvania have agreed to withdraw their forces.", "agreed"),
    ],
)
def test_a_modal_sets_with_the_force_of_whose_word_it_is(words: str, force: str) -> None:
    assert [p.force for p in set_by(words)] == [force]


@pytest.mark.parametrize(
    "words",
    [
        "It shall be remembered that the dam is old.",
        "We shall see whether Sylvania leaves.",
        "Sylvania will likely win the election.",
        "The river will rise in June.",
        "You must understand that Freedonia is small.",
        "Freedonia is to blame.",
        "The talks are to the point.",
        "Otto Brandt will be in Klow on 1 June 2035.",
    ],
)
def test_a_modal_alone_sets_nothing(words: str) -> None:
    assert set_by(words) == []


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        (
            "Freedonia undertakes to reopen the canal, subject to the consent of the Lake Council.",
            "subject to the consent of the Lake Council",
        ),
        (
            "The parties agree to exchange prisoners, provided that the border is open.",
            "provided that the border is open",
        ),
        ("Under the deal, Freedonia will release 50 prisoners once the border reopens.", "once the border reopens"),
        ("Freedonia pledged to lift the blockade if Sylvania frees the crews.", "if Sylvania frees the crews"),
        ("If the dam fails, Sylvania shall pay by 1 June 2035.", "If the dam fails"),
    ],
)
def test_a_provision_keeps_the_words_of_its_condition(words: str, condition: str) -> None:
    (found,) = set_by(words)
    assert found.condition is not None
    assert found.condition.exact == condition


def test_a_condition_of_an_adopted_text_is_found_without_a_parse() -> None:
    words = (
        "Resolution 9 (2035)\nof 2 May 2035\n\nThe Lake Council,\n\nDeeply concerned by the drought,\n\n"
        "1. Demands that Sylvania reopen the dam, unless the observers advise against it;\n\n"
        "2. Requests Freedonia to share its figures.\n"
    )
    assert [p.condition.exact if p.condition else "" for p in set_by(words)] == [
        "unless the observers advise against it",
        "",
    ]
