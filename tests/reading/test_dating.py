"""Since when a claim holds: by the date that its sentence begins with, else by the document's."""

import datetime as dt

from goodoffices.reading.reader import read
from goodoffices.vocabulary.text import Text
from goodoffices.vocabulary.when import When, on_day

WRITTEN = on_day(dt.date(2031, 5, 20))


def since(sentence: str, kind: str, dated: When | None = WRITTEN) -> When | None:
    content = f"A note on the two sides.\n\n{sentence}\n"
    text = Text(blob="b", recipe="plain/1", content=content, main=((0, len(content)),), language="en")
    claims = [c for c in read(text, document="d", dated=dated).claims if c.kind == kind]
    assert claims, sentence
    return claims[0].valid


def test_what_is_told_as_standing_holds_on_the_documents_date() -> None:
    found = since("There is a disagreement between Norway and Chile about fishing rights.", "disagreement")
    assert found is not None
    assert (found.earliest, found.anchor) == (dt.date(2031, 5, 20), "document")


def test_a_date_at_the_head_of_the_sentence_comes_before_the_documents() -> None:
    sentence = "In March 2031, Kenya mediated a deal between Norway and Chile on a truce and the exchange of prisoners."
    found = since(sentence, "provision")
    assert found is not None
    assert (found.earliest, found.latest) == (dt.date(2031, 3, 1), dt.date(2031, 3, 31))


def test_a_date_of_another_clause_dates_nothing() -> None:
    sentence = "The old treaty expired in December 2030, but Norway is dragging its feet over the talks with Chile."
    found = since(sentence, "disagreement")
    assert found is not None
    assert found.earliest == dt.date(2031, 5, 20)


def test_without_any_date_nothing_is_made_up() -> None:
    assert since("There is a disagreement between Norway and Chile about fishing rights.", "disagreement", None) is None
