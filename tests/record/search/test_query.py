"""What people write to search."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.errors import BadQuery
from goodoffices.record.search.query import All, Any, Beginning, Node, Not, Words, parse


def word(*words: str) -> Words:
    return Words(words)


def phrase(*words: str) -> Words:
    return Words(words, exact=True)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Settlement", word("settlement")),
        ("settlement freeze", All((word("settlement"), word("freeze")))),
        ('"settlement freeze"', phrase("settlement", "freeze")),
        ("«gel des colonies»", phrase("gel", "des", "colonies")),
        ("“two states”", phrase("two", "states")),
        ("freeze OR moratorium settlement", All((Any((word("freeze"), word("moratorium"))), word("settlement")))),
        ("(a b) OR c", Any((All((word("a"), word("b"))), word("c")))),
        ("gaza -aid", All((word("gaza"), Not(word("aid"))))),
        ('-"west bank" gaza', All((Not(phrase("west", "bank")), word("gaza")))),
        ("gaza -(aid OR trade)", All((word("gaza"), Not(Any((word("aid"), word("trade"))))))),
        ("negotiat*", Beginning("negotiat")),
        ("Négoci*", Beginning("negoci")),
        ("cease-fire", Words(("cease", "fire"), joined="ceasefire")),
        ("S/RES/242", word("s", "res", "242")),
        ("either or", All((word("either"), word("or")))),
        ("gaza - strip", All((word("gaza"), word("strip")))),
        ('צה"ל', word("צהל")),
        ('"צה"ל ועזה"', phrase("צהל", "ועזה")),
    ],
)
def test_a_query_means_what_people_expect(written: str, meant: Node) -> None:
    assert parse(written) == meant


@pytest.mark.parametrize(
    ("written", "rule", "remedy"),
    [
        ("", "names what to find", "Give a word"),
        ("?!", "names what to find", "Give a word"),
        ("-gaza", "not only what to leave out", "Add a word"),
        ("-(a b)", "not only what to leave out", "Add a word"),
        ('"two states', "ends with a quotation mark", "Put one"),
        ("freeze OR", "have words beside them", "freeze OR moratorium"),
        ("OR freeze", "have words beside them", "freeze OR moratorium"),
        ("a OR -b", "between two things to find", "Leave the - out"),
        ("(a b", "has its partner", "Put a )"),
        ("a b)", "has its partner", "Take out the )"),
        ("()", "have words in them", "Put words in"),
        ('""', "has words in it", "Put words in"),
        ("*", "end of one word's beginning", "first two letters"),
        ("n*", "end of one word's beginning", "first two letters"),
        ("ne*t", "end of one word's beginning", "first two letters"),
        ('"sett* freeze"', "outside quotation marks", "negotiat*"),
        ("x" * 1001, "at most 1,000 characters", "fewer words"),
        ("a " * 65, "at most 64 words", "fewer words"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_remedy(written: str, rule: str, remedy: str) -> None:
    with pytest.raises(BadQuery) as caught:
        parse(written)
    assert rule in caught.value.rule
    assert remedy in caught.value.remedy


@given(st.text(st.sampled_from("ab \"“-*()OR '’צ״"), max_size=40))
def test_whatever_is_written_is_a_query_or_refused(written: str) -> None:
    with contextlib.suppress(BadQuery):
        parse(written)
