"""Agreed language: found where it stands, nearest first, with what was changed."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goodoffices.errors import BadArgument
from goodoffices.wording import Change, Passage, drift, uses
from goodoffices.wording.alignment import align
from goodoffices.wording.words import words

DRAFT = "calls upon both sides to open the ferry without delay"
NOISE = (
    "calls",
    "upon",
    "both",
    "sides",
    "to",
    "open",
    "the",
    "ferry",
    "without",
    "delay",
    "pier",
    "shut",
    "of",
    "now",
)
some = st.lists(st.sampled_from(NOISE), max_size=20)


def passage(document: str, text: str, day: str = "") -> Passage:
    return Passage(document=document, start=100, text=text, day=dt.date.fromisoformat(day) if day else None)


OTHERS = [passage(f"o{n}", f"The group met on day {n} and spoke of fish, water and the weather.") for n in range(5)]


@given(some, some)
@example(["ferry"], [*["ferry"] * 11, "delay"])  # the last word again, too far away to belong to the rest
def test_the_very_words_are_found_wherever_they_stand(before: list[str], after: list[str]) -> None:
    text = f"{' '.join(before)} CALLS upon both sides to open the ferry, without delay {' '.join(after)}"
    (found, *_) = uses(DRAFT, [passage("d", text), *OTHERS])
    assert found.document == "d"
    assert found.kept == pytest.approx(1)
    assert found.exact == text[found.start - 100 : found.end - 100]
    assert found.exact.casefold().startswith("calls upon")


@given(some, some)
def test_what_is_kept_stands_in_both_in_order_and_the_pieces_cover_the_draft(one: list[str], other: list[str]) -> None:
    ours, theirs = words(" ".join(one)), words(" ".join(other))
    aligned = align(ours, theirs, {w.folded: 1.0 for w in ours})
    if aligned is None:
        assert not {w.folded for w in ours} & {w.folded for w in theirs}
        return
    for piece in aligned.pieces:
        if piece.kind == "kept":
            assert [w.folded for w in ours[slice(*piece.draft)]] == [w.folded for w in theirs[slice(*piece.passage)]]
    assert [n for p in aligned.pieces for n in range(*p.draft)] == list(range(len(ours)))
    assert [n for p in aligned.pieces for n in range(*p.passage)] == list(range(aligned.start, aligned.end))
    kept = sum(p.draft[1] - p.draft[0] for p in aligned.pieces if p.kind == "kept")
    assert aligned.kept == pytest.approx(kept / len(ours))


def test_the_nearest_comes_first_and_what_shares_a_topic_alone_does_not_come() -> None:
    held = [
        passage("near", "It calls upon the two sides to open the ferry at once.", "2030-01-01"),
        passage("same", "The group calls upon both sides to open the ferry without delay.", "2031-01-01"),
        passage("topic", "The ferry is shut.", "2032-01-01"),
        *OTHERS,
    ]
    found = uses(DRAFT, held)
    assert [u.document for u in found] == ["same", "near"]
    assert found[0].changes == ()
    assert Change("both", "the two") in found[1].changes
    assert found[1].changes[-1] == Change("without delay", "")
    assert [u.document for u in uses(DRAFT, held, limit=1)] == ["same"]


def test_words_that_every_passage_has_weigh_less_than_those_that_few_have() -> None:
    held = [passage(f"p{n}", "the group met on the ferry") for n in range(9)] + [passage("rare", "the proximity of it")]
    (found,) = uses("the proximity met", held)
    assert found.document == "rare"


def test_a_wording_drifts_from_use_to_use() -> None:
    held = [
        passage("c", "urges both sides to open the ferry without delay and the pier", "2032-01-01"),
        passage("a", "calls upon both sides to open the ferry", "2030-01-01"),
        passage("b", "calls upon both sides to open the ferry without delay", "2031-01-01"),
        passage("undated", "calls upon both sides to open the ferry without delay"),
    ]
    steps = drift(uses(DRAFT, held))
    assert [s.use.document for s in steps] == ["a", "b", "c"]
    assert steps[0].changes == ()
    assert steps[1].changes == (Change("", "without delay"),)
    assert all(first.use.day <= second.use.day for first, second in pairwise(steps) if first.use.day and second.use.day)


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("وقف إطلاق النار", "دعا إلى وَقْفِ إِطْلاقِ النّارِ فورا"),
        ("שביתת נשק", "הסכם שְׁבִיתַת נֶשֶׁק כללי"),
        ("cessez-le-feu immédiat", "un CESSEZ-LE-FEU immediat"),
        ("прекращение огня", "за прекращение огня"),
    ],
)
def test_marks_and_case_do_not_hide_the_same_words(draft: str, text: str) -> None:
    (found,) = uses(draft, [passage("d", text)])
    assert found.kept == pytest.approx(1)
    assert found.exact == text[found.start - 100 : found.end - 100]


def test_a_draft_without_words_is_refused() -> None:
    with pytest.raises(BadArgument, match="phrase or a paragraph"):
        uses(" — ", OTHERS)
