"""What a speaker says of the matter without a verb of saying."""

import pytest

from goodoffices.vocabulary.kinds import Statement
from tests.reading.invented import claims
from tests.reading.test_statements import said

HEADING = "Remarks by Otto Brandt\n\nI thank you all. My door is open.\n\n"


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("This is the first political agreement between the two crews", "assess"),
        ("Progress has been made on the exchange of the prisoners", "assess"),
        ("We will move to reopen the talks on the second track", "announce"),
        ("We will have further discussions in the morning", "announce"),
        ("It implies a clear acceptance of each other by the two", "assess"),
        ("This is a very important assignment for all of us", "assess"),
        ("We will continue to help the two crews to settle their dispute", "commit"),
        ("We are not trading our harbour for their promises of peace", "reject"),
        ("This will be possible only if the crews free the prisoners", "condition"),
        ("New raids would have the most severe consequences for the talks", "threaten"),
    ],
)
def test_a_clause_of_ones_own_speech_is_ones_word(clause: str, act: str) -> None:
    assert said(f"{HEADING}{clause}.\n") == [("brandt", "support", "I thank you all"), ("brandt", act, clause)]


@pytest.mark.parametrize(
    "clause",
    [
        "The weather in this town has been very kind to us all",
        "I have just concluded two days of talks in the town of Klow",
        "We did also discuss the security of the lighthouse with them",
        "Is there a political agreement between the two crews at last?",
    ],
)
def test_courtesy_story_and_questions_are_no_statements(clause: str) -> None:
    assert [act for _, act, _ in said(f"{HEADING}{clause}.\n")] == ["support"]


def test_the_author_of_a_report_makes_no_statement_of_every_clause() -> None:
    assert said("This is the first political agreement between the two crews.\n") == []


def test_a_report_takes_no_floor() -> None:
    words = "Report of Otto Brandt\n\nI thank you all. My door is open. Progress has been made on the prisoners.\n"
    assert [act for _, act, _ in said(words)] == ["support"]


def test_the_parties_of_talks_with_a_name_speak_as_one() -> None:
    words = (
        "Communiqué: 3rd meeting of the Harbour Trio\n\nThe meeting was held in Klow among Sylvania, Borduria and "
        "Freedonia.\n\nThe Parties spoke highly of the truce and reached consensus on the ports.\n"
    )
    assert [(who, act) for who, act, _ in said(words)] == [("trio", "support"), ("trio", "accept")]


def test_what_one_is_told_to_have_said_is_reported() -> None:
    words = "Otto Brandt urged calm, in a call to Mira Alder, Borduria said. Otto Brandt rejected the map."
    told = {
        c.content.speaker + c.content.act: c.attribution.source
        for c in claims(words, "statement")
        if isinstance(c.content, Statement)
    }
    assert told == {"brandtrequest": "reported", "borduriaassess": "declared", "brandtreject": "declared"}


def test_hope_is_no_certainty() -> None:
    (claim,) = claims(
        "Remarks by Otto Brandt\n\nI hope that a new date will soon be set by the crews. I came.\n", "statement"
    )
    assert claim.attribution.status == "likely"


@pytest.mark.parametrize(
    "words",
    [
        "The Harbour Trio issued the following statement on the raid in Klow:",
        "The raids, he confirmed, were met with a firm response from the crews.",
    ],
)
def test_that_somebody_speaks_is_no_statement(words: str) -> None:
    assert [quote for _, _, quote in said(f"Otto Brandt came.\n\n{words}\n") if len(quote) < len(words) - 2] == []


def test_every_main_clause_of_a_speech_is_ones_word() -> None:
    words = "Some progress was made today, but many details of the truce need to be worked out by the two crews."
    assert [act for _, act, _ in said(f"{HEADING}{words}\n")] == ["support", "assess", "assess"]


def test_what_a_body_holds_in_its_statement_is_its_word_and_what_it_tells_of_the_past_is_not() -> None:
    words = (
        "Harbour Trio statement on Klow\n\nThe observers travelled to the territory in May. Lasting peace in Klow will "
        "come only through a political solution. The situation in the port remains tense.\n"
    )
    assert [(who, quote[:12]) for who, _, quote in said(words)] == [("trio", "Lasting peac"), ("trio", "The situatio")]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("The Harbour Trio agreed to call upon Borduria to free the crew.", "request"),
        ("Borduria said it will start the talks only after the crew is freed.", "condition"),
        ("Borduria warned that any new raid would face a strong military reaction.", "threaten"),
        ('"We are not selling our harbour," Otto Brandt said.', "reject"),
        ('"We are not ready to sign the truce," Otto Brandt said.', "reject"),
        ('"We will continue to work for a truce," Otto Brandt said.', "commit"),
    ],
)
def test_what_is_said_of_ones_own_side_decides_the_act(words: str, act: str) -> None:
    assert [a for _, a, _ in said(words)][:1] == [act]
