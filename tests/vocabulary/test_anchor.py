"""Quotes are found again in edited texts, or nowhere; never in a wrong sentence."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from goodoffices.vocabulary.anchor import NEAR, Anchor, sought
from goodoffices.vocabulary.quote import find_quote, quote

# Sentences of one pattern, as resolutions and communiqués have them, and some that are alike but for a word.
SUBJECTS = ("Arland", "Bresia", "The Lakes Conference", "The mediators", "Every delegation")
VERBS = ("shall withdraw its guards from", "shall open", "called for talks on", "welcomed the report on")
OBJECTS = ("the bridge", "the northern ferry", "the salt customs", "the lighthouse")
TIMES = ("within ten days", "by 3 May 2030", "by 4 May 2030", "at the next meeting")
sentences = st.tuples(*map(st.sampled_from, (SUBJECTS, VERBS, OBJECTS, TIMES))).map(lambda words: " ".join(words) + ".")
texts = st.lists(sentences, min_size=3, max_size=14, unique=True)
edits = st.lists(st.tuples(st.sampled_from(["insert", "delete", "reword"]), st.integers(0, 99), sentences), max_size=6)


@dataclass
class Sentence:
    """A sentence of the newer version. of: its number in the older one; -1 for a new one."""

    of: int
    words: str


def _edited(older: list[str], steps: list[tuple[str, int, str]], kept: int | None) -> list[Sentence]:
    """The sentences after the steps, which leave the one numbered `kept` alone."""
    newer = [Sentence(number, words) for number, words in enumerate(older)]
    for kind, where, words in steps:
        at = where % (len(newer) + 1)
        if kind == "insert":
            newer.insert(at, Sentence(-1, words))
        elif at < len(newer) and newer[at].of != kept:
            if kind == "delete":
                del newer[at]
            else:
                newer[at] = Sentence(newer[at].of, newer[at].words.replace(" the ", " the old ", 1))
    return newer


def _found(older: list[str], newer: list[Sentence], number: int) -> tuple[Anchor, set[int]]:
    """What became of the quote of one older sentence, and which older sentences its place lies in (-1 for new ones)."""
    was, text = " ".join(older), " ".join(s.words for s in newer)
    start = len(" ".join(older[:number])) + (number > 0)
    anchor = sought(quote("one", was, start, start + len(older[number])), was, "two", text)
    if anchor.place is None:
        return anchor, set()
    assert anchor.place.holds_in(text)
    touched, at = set(), 0
    for sentence in newer:
        if anchor.place.start < at + len(sentence.words) and at < anchor.place.end:
            touched.add(sentence.of)
        at += len(sentence.words) + 1
    return anchor, touched


def _alike(words: str, steps: list[tuple[str, int, str]]) -> bool:
    """Whether a sentence like this one is put in anew: whether it is the old one reworded, nobody can tell."""
    return any(kind == "insert" and fuzz.ratio(words, new) >= NEAR - 10 for kind, _, new in steps)


@settings(max_examples=300, deadline=None)
@given(texts, edits, st.integers(0, 13))
def test_whatever_is_edited_a_quote_is_found_in_its_own_sentence_or_nowhere(
    older: list[str], steps: list[tuple[str, int, str]], number: int
) -> None:
    number %= len(older)
    if _alike(older[number], steps):
        return
    anchor, touched = _found(older, _edited(older, steps, None), number)
    if anchor.place is not None:
        assert touched == {number}, anchor


@settings(max_examples=200, deadline=None)
@given(texts, edits, st.integers(0, 13))
def test_a_sentence_that_was_left_alone_beside_one_that_was_too_is_found_word_for_word(
    older: list[str], steps: list[tuple[str, int, str]], number: int
) -> None:
    number %= len(older)
    newer = _edited(older, steps, number)
    whole = [s.of for s in newer if s.of >= 0 and s.words == older[s.of]]
    at = whole.index(number)
    positions = [s.of for s in newer]
    here = positions.index(number)
    neighbours = {positions[here - 1] if here else None, positions[here + 1] if here + 1 < len(positions) else None}
    if not neighbours & {number - 1, number + 1} & set(whole) or older[number] in {
        w for k, _, w in steps if k == "insert"
    }:
        return
    anchor, touched = _found(older, newer, number)
    assert at >= 0
    assert (anchor.how in {"exact", "context"}, touched) == (True, {number}), anchor
    assert anchor.place is not None
    assert anchor.place.exact == older[number]


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(0, 13))
def test_a_deleted_sentence_is_an_orphan(older: list[str], number: int) -> None:
    number %= len(older)
    newer = [Sentence(n, words) for n, words in enumerate(older) if n != number]
    anchor, _ = _found(older, newer, number)
    assert (anchor.how, anchor.place) == ("orphan", None)


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(0, 13))
def test_in_the_same_text_every_quote_is_where_it_was(older: list[str], number: int) -> None:
    number %= len(older)
    anchor, touched = _found(older, [Sentence(n, words) for n, words in enumerate(older)], number)
    assert (anchor.how, touched, anchor.likeness) == ("exact", {number}, 100.0)


OLD = (
    "The envoys met in Vienna on Monday. Arland shall withdraw its guards from the bridge within ten days. "
    "Bresia welcomed the step. They agreed to meet again in spring."
)
WORDS = "Arland shall withdraw its guards from the bridge within ten days"


@pytest.mark.parametrize(
    ("before", "after", "how", "words"),
    [
        ("The envoys", "Preface. The envoys", "context", WORDS),
        ("ten days", "twenty days", "moved", "Arland shall withdraw its guards from the bridge within twenty days"),
        (
            "its guards",
            "its armed guards",
            "moved",
            "Arland shall withdraw its armed guards from the bridge within ten days",
        ),
        ("Arland shall", "In return Arland shall", "exact", WORDS),
        (WORDS + ". ", "", "orphan", None),
        (OLD, "Of the harbour nothing is known. " * 9, "orphan", None),
        (OLD, f"Nothing else is left of it: {WORDS}, as some say.", "moved", WORDS),
        (OLD, "", "orphan", None),
    ],
)
def test_what_became_of_a_quote(before: str, after: str, how: str, words: str | None) -> None:
    text = OLD.replace(before, after)
    anchor = sought(find_quote("one", OLD, WORDS), OLD, "two", text)
    found = anchor.place.exact if anchor.place else None
    if how == "exact":
        how = "context"  # the words themselves stand further on
    assert (anchor.how, found) == (how, words)
    assert anchor.how != "moved" or anchor.likeness >= NEAR


def test_two_places_that_are_equally_good_are_none() -> None:
    stanza = (
        "The parties met at the usual place and said what they had said. They agreed. Then they went home in peace. "
    )
    was = f"At first: {stanza}"
    start = was.index("They agreed")
    for text in (stanza + stanza, f"{stanza}In the end: {stanza}"):
        assert sought(quote("one", was, start, start + 11), was, "two", text).how == "orphan"


def test_short_words_in_other_surroundings_are_not_taken_for_the_same() -> None:
    was = "Of the ferry Arland's envoy said he agreed. The rest of the day passed in silence at Vell."
    text = "In the matter of customs Bresia's minister was asked once more, and he agreed, to general surprise."
    assert sought(find_quote("one", was, "he agreed"), was, "two", text).how == "orphan"
