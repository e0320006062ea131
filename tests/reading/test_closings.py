"""Who closes a sentence has said what stands before, however it is parsed."""

import pytest

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
