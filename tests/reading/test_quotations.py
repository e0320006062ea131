"""Quotations of several sentences: each sentence is the word of whom one of them names."""

import pytest

from goodoffices.vocabulary.kinds import Statement
from tests.reading.invented import claims


def said(words: str) -> list[tuple[str, str, str]]:
    """Speaker, act and quote of every statement."""
    found: list[tuple[str, str, str]] = []
    for claim in claims(words, "statement"):
        assert isinstance(claim.content, Statement)
        found.append((claim.content.speaker, claim.content.act, claim.quotes[0].exact))
    return found


CLOSED = '"The truce has held since dawn. We will keep the crossing open," Otto Brandt told reporters in Salt Bay.'
OPENED = 'Otto Brandt was asked about the raid. He said: "The truce has held since dawn. We will keep it."'
CURLY = "“The truce has held since dawn. We will keep the crossing open,” Otto Brandt told reporters."
GOES_ON = '"We will keep the crossing open," Otto Brandt told reporters. "The truce has held since dawn."'
PARAGRAPHS = '"The truce has held since dawn.\n\n"We will keep the crossing open," Otto Brandt told reporters.'


@pytest.mark.parametrize("words", [CLOSED, CURLY, GOES_ON, PARAGRAPHS])
def test_every_sentence_of_a_quotation_is_the_word_of_whom_one_of_them_names(words: str) -> None:
    assert [q for s, _, q in said(words) if s == "brandt" and "truce has held" in q]


def test_what_is_told_in_a_quotation_is_reported() -> None:
    words = '"Freedonia attacked the port on Monday. Two ships were sunk," Otto Brandt told reporters.'
    told = {c.quotes[0].exact: c.attribution for c in claims(words, "event")}
    assert [(a.holder, a.source) for q, a in told.items() if "attacked the port" in q] == [("brandt", "reported")]


def test_a_sentence_of_a_quotation_has_the_act_of_its_words() -> None:
    words = '"We will send observers. The siege must end. Do not fire," Otto Brandt told reporters.'
    assert [(s, a) for s, a, _ in said(words)][:2] == [("brandt", "announce"), ("brandt", "request")]


@pytest.mark.parametrize(
    "words",
    [
        'Otto Brandt left Salt Bay. "The truce" has held since dawn. Freedonia attacked the port on Monday.',
        'Otto Brandt said the "truce held. \n\nFreedonia attacked the port on Monday.',
    ],
)
def test_a_mark_that_nothing_closes_gives_nobody_the_rest(words: str) -> None:
    told = [c.attribution.holder for c in claims(words, "event") if "attacked" in c.quotes[0].exact]
    assert told == ["author"]


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("According to a letter sent in May, Borduria was to leave the port.", [""]),
        (
            "The ministers will meet in June, according to a joint Bordurian-Sylvanian statement.",
            ["borduria", "sylvania"],
        ),
        ("According to Borduria and Sylvania, the truce will hold.", ["borduria", "sylvania"]),
    ],
)
def test_according_to_whom_is_who_stands_beside_it(words: str, speakers: list[str]) -> None:
    assert sorted(s for s, _, _ in said(words)) == speakers


def test_a_statement_published_by_its_author_is_not_said_anew() -> None:
    words = "Otto Brandt read a statement published by Borduria."
    assert not [q for _, _, q in said(words) if q.startswith("published")]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Rebels fired rockets, killing five people including two children, the Lake Council said.", "lake_council"),
        (
            "Fighting spread in Lund, Klow and Sall, the Office for Dams (OFD) and others say, the Trio said Friday.",
            "trio",
        ),
        ("Talks are due in Klow and Lund, mediated by the Trio, in Sall, Borduria's embassy in Lund said.", "borduria"),
        ("Rebels fired rockets, killing five people including two children, sources in Borduria said.", ""),
    ],
)
def test_who_closes_a_sentence_has_said_it_however_it_is_parsed(words: str, speaker: str) -> None:
    assert speaker in {s for s, _, _ in said(words)}
    assert {"lake_council", "trio", "borduria", ""} >= {s for s, _, _ in said(words)}


def test_a_quotation_in_a_paragraph_of_its_own_goes_on_with_who_spoke() -> None:
    found = said(
        "Otto Brandt welcomed the truce. “It has held,” he said.\n\n"
        "“Both sides have agreed to a framework that brings peace.”\n\nThe weather was fine.\n"
    )
    assert found[-1][::2] == ("brandt", "“Both sides have agreed to a framework that brings peace.”")
