"""Statements that no verb of saying makes."""

import pytest

from goodoffices.vocabulary.kinds import Statement
from tests.reading.invented import claims


def said(words: str) -> list[tuple[str, str]]:
    found = [c.content for c in claims(words, "statement")]
    return [(s.speaker, s.act) for s in found if isinstance(s, Statement)]


@pytest.mark.parametrize(
    ("words", "speaker", "act"),
    [
        ("It is the conclusion of the Trio that Freedonia has violated the truce.", "trio", "assess"),
        ("The Trio is of the view that Freedonia has violated the truce.", "trio", "assess"),
        ("The appeal by Borduria for a truce went unheard.", "borduria", "request"),
        ("Calls by Borduria for a truce were ignored.", "borduria", "request"),
        ("There was an appeal from the Trio to both sides.", "trio", "request"),
        ("Criticism from Sylvania of the plan was harsh.", "sylvania", "accuse"),
        ("The condemnation of the raid by the Trio was harsh.", "trio", "accuse"),
        ("Borduria has been critical of the plan.", "borduria", "accuse"),
        ("Borduria is in favour of the plan.", "borduria", "support"),
        ("Borduria is against the plan.", "borduria", "reject"),
        ("Borduria has called the raid a crime.", "borduria", "assess"),
        ("The truce will hold, according to Borduria.", "borduria", "assess"),
        ("Sylvania and Freedonia were asked to withdraw by the Trio.", "trio", "request"),
    ],
)
def test_a_stand_is_found_however_it_is_told(words: str, speaker: str, act: str) -> None:
    assert (speaker, act) in said(words)


SPEECH = "Statement by the President of Borduria, Otto Brandt\n\nMr. President, I thank you. We are here. "


@pytest.mark.parametrize(
    "words", ["We cannot leave the hostages behind.", "Let us act together.", "We must end the war."]
)
def test_what_a_speaker_holds_to_be_right_is_his_statement(words: str) -> None:
    assert [c for c in claims(SPEECH + words, "statement") if c.quotes[0].exact == words.rstrip(".")]


@pytest.mark.parametrize(
    "words",
    [
        "Borduria is against all odds a rich country.",
        "Support for the plan grew.",
        "The call of the river is heard in Sylvania.",
        "We must end the war.",
    ],
)
def test_what_is_nobodys_stand_is_no_statement(words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "It is the opinion of Borduria that Sylvania attacked the port on 3 May 2030.",
        "Borduria is of the view that Sylvania attacked the port on 3 May 2030.",
        "Borduria's position is that Sylvania attacked the port on 3 May 2030.",
    ],
)
def test_what_is_held_in_a_noun_is_the_word_of_whoever_holds_it(words: str) -> None:
    (statement,) = claims(words, "statement")
    assert getattr(statement.content, "speaker", "") == "borduria"
    (event,) = claims(words, "event")
    assert (event.attribution.holder, event.attribution.source) == ("borduria", "reported")


def test_what_investigations_indicate_is_the_word_of_nobody_named() -> None:
    (event,) = claims("Further investigations indicate that Sylvania attacked the port on 3 May 2030.", "event")
    assert (event.attribution.holder, event.attribution.source) == ("unnamed", "reported")
