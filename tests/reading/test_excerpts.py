"""Paragraphs of a decision that are told without the line which names its body."""

import datetime as dt

from goodoffices.vocabulary.kinds import Provision, Statement
from tests.reading.invented import claims

BARE = """DECISION 12

Adopted by the Lake Council at its 31st meeting, on 4 May 2035

- Requests Borduria to report monthly on the ports;
- Decides that the locks shall be opened within 30 days;
- Strongly urges Sylvania to refrain from raids and encourages it to mark the channel;
"""


def test_paragraphs_without_the_line_of_their_body_are_those_of_the_body_named_before() -> None:
    said = [c.content for c in claims(BARE, "statement") if isinstance(c.content, Statement)]
    assert [(s.speaker, s.act) for s in said if s.act == "request"] == [("lake_council", "request")] * 3
    owed = [c.content for c in claims(BARE, "provision") if isinstance(c.content, Provision)]
    assert [p.addressees for p in owed] == [("borduria",), (), ("sylvania",), ()]
    deadline = owed[1].deadline
    assert deadline
    assert deadline.latest == dt.date(2035, 6, 3)


def test_a_list_of_nouns_is_no_decision() -> None:
    words = "Notes of the Lake Council\n\n- Talks on the ferry\n- Reports of the crews\n- Demands of the port\n"
    assert claims(words, "provision") == []
