"""Passages of the main spans."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.record.search.passages import LONGEST, passages
from goodoffices.vocabulary.text import Text

pieces = st.lists(
    st.sampled_from(["word ", "Envoys met. ", "\n", "\n\n", "x" * 300, "a. ", "—", "  \n \n"]), max_size=60
)


def text(content: str, *main: tuple[int, int]) -> Text:
    return Text(blob="0" * 64, recipe="test/1", content=content, main=main or ((0, len(content)),))


@given(pieces, st.integers(0, 400), st.integers(0, 400))
def test_passages_are_disjoint_bounded_in_order_and_hold_every_letter_of_the_main_spans(
    parts: list[str], one: int, other: int
) -> None:
    content = "".join(parts)
    first, second = sorted((min(one, len(content)), min(other, len(content))))
    main = ((0, first), (second, len(content)))
    found = list(passages(text(content, *main)))
    assert all(0 < end - start <= LONGEST for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(any(s <= start and end <= e for s, e in main) for start, end in found)
    held = "".join(c for start, end in found for c in content[start:end] if c.isalnum())
    assert held == "".join(c for start, end in main for c in content[start:end] if c.isalnum())


def test_a_heading_stands_with_its_paragraph_and_long_paragraphs_apart() -> None:
    long = "Envoys met in Vienna and agreed on much. " * 12
    found = [text_[:12] for text_ in _cut(f"On Vienna\n\n{long.strip()}\n\nThen Geneva. {long.strip()}")]
    assert found == ["On Vienna\n\nE", "Then Geneva."]


def test_a_paragraph_is_cut_where_a_sentence_ends() -> None:
    found = _cut("Envoys met in Vienna and agreed on much. " * 60)
    assert all(one.startswith("Envoys") and one.endswith("much.") for one in found)


def _cut(content: str) -> list[str]:
    return [content[start:end] for start, end in passages(text(content))]
