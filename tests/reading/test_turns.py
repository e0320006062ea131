"""Transcripts: who has the floor; and whose statement a document is."""

import pytest

from tests.reading.invented import claims, read

TALKS = """Transcript of the press conference of the Harbour Trio

Question: Will Borduria withdraw, and does Sylvania support the truce?

Mr. Otto Brandt: We urge Borduria to open the port. I welcome the truce.

Q: And the ferry?

Mira Alder: I condemn the raid on the ferry.

MR. BRANDT: I regret the delay.
"""


def said(words: str) -> list[tuple[str, str]]:
    """Speaker and act of every statement."""
    return [(getattr(c.content, "speaker", ""), getattr(c.content, "act", "")) for c in claims(words, "statement")]


def test_in_a_transcript_i_is_whom_the_label_names() -> None:
    assert said(TALKS) == [("brandt", "request"), ("brandt", "support"), ("alder", "accuse"), ("brandt", "accuse")]


def test_questions_are_nobodys_claims() -> None:
    quoted = [q.exact for c in read(TALKS).claims for q in c.quotes]
    assert not [q for q in quoted if "Sylvania support" in q or "And the ferry" in q]


def test_answers_without_a_name_are_those_of_the_last_who_answered() -> None:
    found = said("Interview\n\nMira Alder: I thank the crews.\n\nQ: And the port?\n\nA: I deplore its closure.\n")
    assert found == [("alder", "support"), ("alder", "accuse")]


def test_initials_name_who_is_introduced_in_full() -> None:
    found = said(
        "Transcript of a stakeout by Otto Brandt and Mira Alder\n\nMA: I deplore the raid.\n\nOB: I regret it.\n"
    )
    assert found == [("alder", "accuse"), ("brandt", "accuse")]


def test_a_colon_makes_no_transcript() -> None:
    assert said("Lund: The ferry sailed.\n\nThe Harbour Trio welcomed the truce.") == [("trio", "support")]


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("Harbour Trio press statement on the ports of Sylvania and Borduria", "trio"),
        ("Statement by the Harbour Trio in response to the report of the Lake Council", "trio"),
        ("Remarks by Otto Brandt to the Lake Council", "brandt"),
        ("Communiqué: 12th meeting of the Lake Council on the situation in Borduria", "lake_council"),
        ("Statement by the President of the Lake Council", "lake_council"),
        ("Statement by Otto Brandt at the Lake Council briefing on the ports", "brandt"),
        ("Statement by the President of the Lake Council, Otto Brandt", "lake_council"),
        ("Following is the text of the press statement on Borduria by the Harbour Trio:", "trio"),
    ],
)
def test_a_heading_says_whose_statement_follows(heading: str, speaker: str) -> None:
    assert said(f"{heading}\n\nWe deplore the raid. We urge the crews to leave the port.\n")[0] == (speaker, "accuse")


def test_what_an_envoy_of_a_body_asks_in_his_own_statement_is_set() -> None:
    words = (
        "Statement of the Special Envoy of the Lake Council on the ports\n\n"
        "The Special Envoy of the Lake Council urges Borduria to open the port.\n"
    )
    assert [c.quotes[0].exact for c in claims(words, "provision")] == ["urges Borduria to open the port"]


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("Lake Council Briefing on the Situation in Borduria, Special Envoy Otto Brandt", "brandt"),
        ("Statement to the press by Mira Alder, SRSG, before the meeting of the Lake Council", "alder"),
        ("PRESS CENTRE WITH AMBASSADOR DONALD TARN, SPECIAL ENVOY TO BORDURIA AND FREEDONIA", "person:donald-tarn"),
        ("Evening walk-through on the ports\n\nOtto Brandt, Special Envoy for the Ports\n\nLund, Borduria", "brandt"),
        (
            "Press statement of the Special Representative of the Lake Council Chairperson-in-Office Mr. Otto Brandt",
            "brandt",
        ),
    ],
)
def test_who_says_i_is_a_person_whatever_bodies_and_states_stand_above(heading: str, speaker: str) -> None:
    assert said(f"{heading}\n\nI deplore the raid. I urge the crews to leave the port.\n")[0] == (speaker, "accuse")


def test_no_body_says_i() -> None:
    assert said("The Harbour Trio met today.\n\nI deplore the raid. I urge the crews to leave the port.\n") == []


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("My message to the parties is clear: stop the fighting.", "assess"),
        ("I would like to see the port open by 1 June 2035.", "request"),
        ("I will be travelling to Klow next week.", "announce"),
    ],
)
def test_what_an_envoy_says_in_his_remarks(words: str, act: str) -> None:
    assert said(f"Remarks by Mira Alder\n\nI thank the crews. {words}\n")[1:] == [("alder", act)]
