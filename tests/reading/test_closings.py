"""Who closes a sentence has said what stands before, however it is parsed."""

import pytest

from tests.reading.invented import read
from tests.reading.test_statements import said


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        (
            '"The truce is holding," Vahal Tarn, the director of a port, told the Lund News Agency.',
            "person:vahal-tarn",
        ),
        (
            "Nothing was achieved in talks between Klow and Lund, Envoy for Port Affairs Otto Brandt said Wednesday.",
            "brandt",
        ),
        ("“The truce is holding,” Otto Brandt told us after the meeting, according to the Lake Council.", "brandt"),
    ],
)
def test_who_closes_a_sentence_says_all_that_stands_before(words: str, speaker: str) -> None:
    assert said(words)[0][::2] == (speaker, words.rstrip("."))


@pytest.mark.parametrize(
    "words",
    [
        "Rebels attacked the port of Lund on Monday, a resident who called himself Otto Tarn told the News Agency.",
        "Rebels attacked the port of Lund, state media and a watchdog have said, as the truce ended.",
        "Rebels attacked the port of Lund, a council of ethnic Klowans said in remarks published here Sunday.",
        "The Klow Front said Friday, October 5 the army had attacked the port of Lund.",
    ],
)
def test_what_is_told_to_the_end_is_nobodys_own_finding(words: str) -> None:
    events = [c for c in read(words).claims if c.kind == "event"]
    assert [c.attribution.status for c in events] == ["reported"]
