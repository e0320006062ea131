"""Who speaks without being a party is told in the words of the text."""

import pytest

from goodoffices.vocabulary.kinds import Statement
from tests.reading.invented import claims


def told(words: str) -> list[tuple[str, str, str]]:
    """Speaker, words for him and act of every statement."""
    return [
        (c.content.speaker, c.content.said_by, c.content.act)
        for c in claims(words, "statement")
        if isinstance(c.content, Statement)
    ]


@pytest.mark.parametrize(
    ("words", "by", "act"),
    [
        ("Two local experts say the ferry will not return.", "Two local experts", "assess"),
        ("A Vell-based journalist expressed concern over the levy.", "Vell-based journalist", "accuse"),
        ("The mediators and observers welcomed the pause.", "mediators and observers", "support"),
        ("The pause was welcomed by local fishermen.", "local fishermen", "support"),
        ("Karsin warned that the dam would burst.", "Karsin", "assess"),
        ("The delegations have agreed on a joint map.", "delegations", "accept"),
    ],
)
def test_who_says_it_without_being_a_party_is_named_in_the_words_of_the_text(words: str, by: str, act: str) -> None:
    assert told(words) == [("", by, act)]


def test_a_quotation_of_several_sentences_keeps_the_words_for_who_says_it() -> None:
    said = "“The levy was paid. It will be paid again,” a senior engineer told reporters. “We want no quarrel.”"
    assert {(speaker, by) for speaker, by, _ in told(said)} == {("", "senior engineer")}


def test_a_party_is_never_told_by_its_words() -> None:
    assert told("Freedonia rejected the plan.") == [("freedonia", "", "reject")]


def test_papers_and_deeds_say_nothing_of_their_own() -> None:
    assert told("The visit suggested a change of mood.") == []
    assert told("A diplomat, who asked not to be named, left the hall.") == []


def test_he_and_they_look_back_to_who_has_no_name() -> None:
    man = "Mira Alder crossed the lake. A senior engineer warned of floods. He said the dam was weak."
    assert told(man)[-1] == ("", "senior engineer", "assess")
    many = "Freedonia was silent. The mediators and observers met in Vell. They welcomed the pause."
    assert told(many) == [("", "mediators and observers", "support")]


def test_in_a_transcript_who_keeps_his_name_is_told_by_his_label() -> None:
    call = (
        "Background press call on the ferry\n\nSENIOR OFFICIAL:  The Harbour Trio has spoken clearly. We condemn the "
        "levy.\n\nQ: And the port?\n\nSENIOR OFFICIAL:  The port must open before the harvest."
    )
    assert {(speaker, by) for speaker, by, _ in told(call)} == {("", "SENIOR OFFICIAL")}


def test_he_is_of_whom_the_sentence_before_tells_not_whom_it_names() -> None:
    assert told("Mira Alder met Otto Brandt in Vell. She said the map was lost.")[-1][0] == "alder"


@pytest.mark.parametrize(
    ("words", "speaker", "by"),
    [
        ("Mira Alder spoke first. According to her, the dam is weak.", "alder", ""),
        ("According to two local engineers, the dam is weak.", "", "two local engineers"),
        ("Analyst Otto Brandt told reporters the truce was dead. The analyst warned of a new war.", "brandt", ""),
    ],
)
def test_whose_word_it_is_is_told_by_a_pronoun_a_description_or_a_noun(words: str, speaker: str, by: str) -> None:
    assert told(words)[-1][:2] == (speaker, by)


def test_rebels_of_a_state_are_not_the_state() -> None:
    assert told("A Freedonian rebel group said it would not attend the talks.") == [
        ("", "Freedonian rebel group", "reject")
    ]


def test_a_relative_clause_tells_of_those_before_it_only() -> None:
    backing = [
        s for s, _, act in told("Freedonia, which backs the plan, and Sylvania met in Vell.") if act == "support"
    ]
    assert backing == ["freedonia"]
