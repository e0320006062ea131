"""Two wordings in one line."""

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.wording.strands import Strand, strands
from goodoffices.wording.words import words

TEXTS = st.lists(st.sampled_from(["the", "Ferry", "ferry", "opens,", "within", "two", "months.", "«at", "once»"])).map(
    " ".join
)


def test_what_was_left_out_and_put_in_stands_where_it_was() -> None:
    assert strands("open the ferry within two months", "Open the ferry and the port within months.") == (
        Strand("kept", "Open the ferry "),
        Strand("in", "and the port "),
        Strand("kept", "within "),
        Strand("out", "two"),
        Strand("kept", "months."),
    )


@given(TEXTS, TEXTS)
def test_each_wording_comes_back_from_its_strands(before: str, after: str) -> None:
    found = strands(before, after)
    assert "".join(s.words for s in found if s.kind != "out") == (after if words(after) else "")
    ours = [w.folded for s in found if s.kind != "in" for w in words(s.words)]
    assert ours == [w.folded for w in words(before)]
