"""The rules of comparison, one by one, on quotes and attributes written here."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.reading.scoring import Score, Scores, gold, scores
from goodoffices.reading.scoring.alike import overlap, token_f1
from goodoffices.reading.scoring.tables import acts_agree, carries

VOCABULARY = ("arland", "bresia", "opened", "the", "ferry", "again")
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join)
TEXT = "Arland accused Bresia. Arland accused Bresia of piracy on Monday."


def line(kind: str, words: str, **fields: Any) -> dict[str, Any]:
    start = max(TEXT.find(words), 0)
    return {
        "id": f"{kind}:{words}",
        "kind": kind,
        "quote": {"start": start, "end": start + len(words), "exact": words},
    } | fields


def scored(written: str, *lines: dict[str, Any]) -> Scores:
    head = "documents:\n- file: d.txt\n  actors: [{id: arl, name: Arland}, {id: bre, name: Bresia}]\n"
    (document,) = gold((head + written).encode()).documents
    return scores([(document, lines, TEXT)])


def of(found: Scores, kind: str) -> tuple[int, int, int]:
    (score,) = [s for s in found.kinds if s.kind == kind]
    return score.right, score.spare, score.missed


@given(WORDS, WORDS)
def test_token_f1_is_symmetric_and_one_on_the_same_words(a: str, b: str) -> None:
    assert token_f1(a, b) == token_f1(b, a)
    assert token_f1(a, a) == (1.0 if a else 0.0)
    assert 0.0 <= token_f1(a, b) <= 1.0


@given(WORDS, WORDS)
def test_overlap_does_not_depend_on_who_is_asked_first_below_the_longest_quote(a: str, b: str) -> None:
    assert overlap(a, b) == overlap(b, a)


def test_a_paragraph_never_matches_its_own_clause() -> None:
    clause = "Bresia opened the ferry"
    assert not overlap(clause + " and so on" * 40, clause)


def test_a_clause_matches_a_quote_at_most_four_times_as_long() -> None:
    assert overlap("one two three", "one two three four five six seven eight nine ten eleven twelve")
    assert not overlap("one two three", "one two three four five six seven eight nine ten eleven twelve thirteen")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("condemns", "criticises", True),
        ("says", "condemns", True),
        ("requests", "proposes", True),
        ("rejects", "supports", False),
        ("Threatens", "threaten", True),
    ],
)
def test_acts_agree_if_coarsely_the_same_or_often_confused(one: str, other: str, same: bool) -> None:
    assert acts_agree(one, other) is same


def test_a_hedge_is_carried_by_its_family_only() -> None:
    assert carries("alleged", "reported")
    assert not carries("declared", "reported")
    assert not carries("asserted", "unclear")


SAID = "  statements: [{actor: arl, act: accuses, quote: Arland accused Bresia of piracy on Monday}]\n"


def test_a_second_proposal_on_the_same_words_is_spare() -> None:
    twice = [line("statement", "Arland accused Bresia of piracy", actor="Arland", act="accuse")] * 2
    assert of(scored(SAID, *twice), "statement") == (1, 1, 0)


def test_a_proposal_by_another_speaker_is_a_miss_and_a_spare_one_and_is_named_as_near() -> None:
    wrong = line("statement", "Arland accused Bresia of piracy", actor="Bresia", act="accuse")
    found = scored(SAID, wrong)
    assert of(found, "statement") == (0, 1, 1)
    (missed,) = [d for d in found.differences if d.what == "missed" and d.kind == "statement"]
    assert missed.near == (wrong["id"],)


def test_a_kind_without_a_list_is_not_counted_and_an_empty_list_means_none() -> None:
    event = line("event", "piracy on Monday")
    assert [s.kind for s in scored("", event).kinds] == ["actor", "date"]
    assert of(scored("  incidents: []\n", event), "event") == (0, 1, 0)


def test_a_proposal_on_gold_of_another_kind_is_not_counted_either_way() -> None:
    event = line("event", "Arland accused Bresia of piracy")
    assert of(scored(SAID + "  incidents: []\n", event), "event") == (0, 0, 0)


def test_an_optional_item_gives_no_penalty_and_no_credit() -> None:
    optional = "  figures: [{value: 3, optional: true, quote: three ships of Arland}]\n"
    assert of(scored(optional), "figure") == (0, 0, 0)
    assert of(scored(optional, line("figure", "three ships of Arland", value="3")), "figure") == (0, 0, 0)


def test_a_quote_that_is_not_at_its_place_is_counted() -> None:
    moved = line("event", "Arland accused Bresia") | {
        "quote": {"start": 1, "end": 22, "exact": "Arland accused Bresia"}
    }
    assert scored("", moved).bars.not_verbatim == 1


def test_a_hedge_proposed_as_asserted_is_dropped_whatever_else_is_proposed() -> None:
    hedged = "  epistemic: [{quote: Arland reportedly accused Bresia, status: reported}]\n"
    words = "Arland reportedly accused Bresia"
    kept, lost = line("statement", words, status="reported"), line("event", words, status="asserted")
    assert scored(hedged, kept).bars.hedges_dropped == 0
    assert scored(hedged, kept, lost).bars.hedges_dropped == 1


def test_a_deadline_where_none_can_be_given_is_invented() -> None:
    due = "  provisions: [{due: null, quote: open the ferry in due course}]\n"
    dated = line("provision", "open the ferry in due course", due_latest="2030-06-01")
    assert scored(due, dated).bars.deadlines_invented == 1
    assert scored(due.replace("due: null, ", ""), dated).bars.deadlines_invented == 0


def test_nothing_to_find_and_nothing_proposed_is_no_fault() -> None:
    assert Score("term", 0, 0, 0).f1 == 1.0
    assert Score("term", 0, 1, 0).precision == 0.0
    assert Score("term", 0, 0, 1).recall == 0.0
