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
    "words",
    [
        "We cannot leave the hostages behind.",
        "Let us act together.",
        "We must end the war.",
        "There is no military solution.",
        "There can be no excuse for it.",
    ],
)
def test_what_a_speaker_holds_to_be_right_is_his_statement(words: str) -> None:
    assert [c for c in claims(SPEECH + words, "statement") if c.quotes[0].exact == words.rstrip(".")]


@pytest.mark.parametrize(
    "words",
    [
        "Borduria is against all odds a rich country.",
        "Support for the plan grew.",
        "The call of the river is heard in Sylvania.",
        "There is no military solution.",
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


@pytest.mark.parametrize(
    ("words", "speaker", "act"),
    [
        ("As far as Borduria is concerned, the island has never been in dispute.", "borduria", "assess"),
        ("In the eyes of Borduria, the treaty is dead.", "borduria", "assess"),
        ("To Borduria, the matter is one of survival.", "borduria", "assess"),
        ("Borduria was blunt: “There will be no treaty.”", "borduria", "assess"),
        ("Borduria's answer was short: “No.”", "borduria", "assess"),
        ("The plan drew criticism from Borduria.", "borduria", "accuse"),
        ("Borduria's promise of an amnesty came too late.", "borduria", "commit"),
        ("Borduria and Sylvania traded accusations over the drone.", "sylvania", "accuse"),
        ("The RLF claimed responsibility for the blast.", "rlf", "assess"),
        ("Borduria spoke of a flagrant breach.", "borduria", "assess"),
        ("The RLF vowed revenge.", "rlf", "threaten"),
        ("Borduria cast its vote against the draft.", "borduria", "reject"),
        ("Borduria does not recognise the annexation.", "borduria", "reject"),
        ("Borduria poured cold water on the proposal.", "borduria", "reject"),
        ("Borduria gave the green light to the visit.", "borduria", "accept"),
        ("Borduria pressed Sylvania to withdraw.", "borduria", "request"),
        ("Borduria is adamant that the port stays closed.", "borduria", "assess"),
        ("The Trio is deeply saddened by the loss of life.", "trio", "accuse"),
        ("The Trio looks to Sylvania to honour its commitments.", "trio", "request"),
        ("The delegate of Sylvania explained that the text was unbalanced.", "sylvania", "assess"),
    ],
)
def test_what_news_and_analyses_tell_of_a_party_is_its_statement(words: str, speaker: str, act: str) -> None:
    assert (speaker, act) in said(words)


@pytest.mark.parametrize(
    "words",
    [
        "Borduria summoned the Sylvanian ambassador on Monday.",
        "Sylvania recalled its ambassador.",
        "Sylvania denied the team access to the camp.",
        "President Brandt called elections for 3 June.",
        "Supported with heavy guns, the army crossed the river.",
        "Borduria looks to the sea.",
        "As far as methods are concerned, the report is silent.",
        "The troops advanced as far as Sylvania.",
        "Sylvania drew water from the canal.",
    ],
)
def test_a_deed_is_no_statement(words: str) -> None:
    assert said(words) == []


def test_who_is_asked_something_does_not_ask() -> None:
    assert said("Asked whether the envoy would resign, Borduria said that was speculation.") == [("borduria", "assess")]


def test_whose_quoted_words_stand_after_a_colon_is_told_by_the_last_subject() -> None:
    found = said("Mira Alder left. Asked whether Borduria would take part, she replied: “Yes, on one condition.”")
    assert ("alder", "assess") in found
    assert "borduria" not in [speaker for speaker, _ in found]


def test_a_quote_keeps_the_mark_that_closes_it() -> None:
    (claim,) = claims("Borduria called the text “unbalanced”.", "statement")
    assert claim.quotes[0].exact == "Borduria called the text “unbalanced”"
