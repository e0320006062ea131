"""Which passages bear on a provision, and which way they point. Sentences are written for this test."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.reading.bearing import Asked, Passage, cut, direction, rank
from goodoffices.reading.bearing.likeness import Index, grams, words
from goodoffices.vocabulary.when import When, on_day
from tests.reading.texts import text

DAY = dt.date(2030, 5, 3)
LATER = on_day(dt.date(2030, 8, 1))
ASKED = Asked(words="Arland shall reconstitute the Ferry Commission within two months", parties=("arl",), since=DAY)


def passage(said: str, *parties: str, dated: When | None = LATER) -> Passage:
    return Passage("report", 0, len(said), said, dated, parties)


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("The Ferry Commission was reconstituted on 1 July.", "keeps"),
        ("Arland has completed the withdrawal of its patrols.", "keeps"),
        ("The Ferry Commission has not been reconstituted.", "breaks"),
        ("Arland failed to reconstitute the Ferry Commission.", "breaks"),
        ("The commission is yet to be reconstituted.", "breaks"),
        ("Patrols of Arland violated the truce on two days.", "breaks"),
        ("Training of the pilots is behind schedule.", "breaks"),
        ("The mandate was extended by six months.", "extends"),
        ("The vote was postponed until the spring.", "extends"),
        ("Arland shall establish a commission.", ""),
        ("The Conference urged Arland to establish a commission.", ""),
        ("The commission has nine members from three towns.", ""),
        ("There were no violations of the truce.", ""),
        ("The reconstituted commission sits in Vell.", ""),
        ("Much remains to be done on the ferry.", "breaks"),
    ],
)
def test_a_passage_points_the_way_its_words_say(said: str, way: str) -> None:
    found = direction(said)
    assert found.way == way
    assert found.cue in said.lower()


def test_other_forms_of_the_same_words_are_found() -> None:
    passages = [
        passage("Rain fell in Vell."),
        passage("The reconstitution of the commission for ferries was welcomed."),
    ]
    assert [b.passage for b in rank(ASKED, passages)] == [passages[1]]


def test_what_is_surely_from_before_is_left_out_and_what_nobody_dated_is_marked() -> None:
    said = "The Ferry Commission of Arland was reconstituted."
    before, undated = passage(said, dated=on_day(dt.date(2030, 5, 2))), passage(said, dated=None)
    same_day = passage(said, dated=on_day(DAY))
    found = rank(ASKED, [before, undated, same_day])
    assert [(b.passage, b.undated) for b in found] == [(undated, True), (same_day, False)]


def test_of_two_alike_the_one_that_names_the_party_comes_first() -> None:
    said = "The Ferry Commission sits in Vell."
    found = rank(ASKED, [passage(said), passage(said, "arl")])
    assert [b.passage.parties for b in found] == [("arl",), ()]
    assert found[0].score > found[1].score


def test_a_suggestion_tells_the_words_in_common_rarest_first() -> None:
    passages = [passage("The Ferry Commission was reconstituted."), passage("A commission was set up for the port.")]
    assert rank(ASKED, passages)[0].shared == ("ferry", "commission")


def test_tables_of_contents_and_scraps_are_no_passages() -> None:
    content = "Ferry Commission .................... 7\n\nSee above.\n\nThe commission met in Vell twice."
    assert [p.words for p in cut(text(content), "d")] == ["The commission met in Vell twice."]


def test_nothing_in_common_gives_nothing() -> None:
    assert rank(ASKED, []) == ()
    assert rank(Asked(words="xyzzy"), [passage("The commission met.")]) == ()


SAID = st.lists(st.sampled_from(("ferry", "commission", "arland", "rain", "port", "met")), min_size=1, max_size=8)


@given(st.lists(SAID.map(" ".join), min_size=1, max_size=6), st.integers(1, 4))
def test_scores_lie_between_nought_and_one_and_fall(said: list[str], limit: int) -> None:
    found = rank(Asked(words="the ferry commission of arland"), [passage(s) for s in said], limit)
    assert len(found) <= limit
    assert all(0 < b.score <= 1 for b in found)
    assert [b.score for b in found] == sorted((b.score for b in found), reverse=True)


@given(st.lists(st.tuples(SAID.map(" ".join), st.booleans()), max_size=9), st.integers(1, 4))
def test_a_shorter_list_is_the_head_of_a_longer_one(said: list[tuple[str, bool]], limit: int) -> None:
    asked = Asked(words="the ferry commission of arland met", parties=("arl",))
    passages = [passage(words, *(("arl",) if named else ())) for words, named in said]
    assert rank(asked, passages, limit) == rank(asked, passages, len(passages) + 1)[:limit]


@given(SAID.map(" ".join), SAID.map(" ".join))
def test_bm25_is_what_its_formula_gives(a: str, b: str) -> None:
    """Against the formula written out for two passages and one term, k1 1.2, b 0.75, idf as Lucene has it."""
    import math

    term = a.split()[0]
    lengths = [len(a.split()), len(b.split())]
    holding = sum(term in s.split() for s in (a, b))
    idf = math.log(1 + (2 - holding + 0.5) / (holding + 0.5))
    mean = sum(lengths) / 2
    expected = [
        idf * s.split().count(term) * 2.2 / (s.split().count(term) + 1.2 * (0.25 + 0.75 * n / mean))
        for s, n in zip((a, b), lengths, strict=True)
    ]
    assert Index([a, b], words).scores(term) == pytest.approx(expected)


def test_grams_keep_the_edges_of_words() -> None:
    assert grams("a ferry") == [" a ", " fer", "ferr", "erry", "rry "]
