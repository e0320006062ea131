"""Adjusted Winner and leximin where points tie or are zero, against trying every division with one shared issue."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.bargaining.division import PointTable, adjusted_winner, leximin
from goodoffices.bargaining.scenario import Party


@st.composite
def tables(draw: st.DrawFn) -> PointTable:
    """Two parties, up to four issues, ten points each, so that ties and zeros are frequent."""
    issues = draw(st.integers(1, 4))

    def row() -> tuple[Fraction, ...]:
        cuts = sorted(draw(st.lists(st.sampled_from((0, 2, 5, 10)), min_size=issues - 1, max_size=issues - 1)))
        return tuple(Fraction(b - a) for a, b in zip([0, *cuts], [*cuts, 10], strict=True))

    names = tuple((f"i{n}", f"i{n}") for n in range(issues))
    return PointTable((Party("a"), Party("b")), names, (row(), row()))


def _best_equal(first: tuple[Fraction, ...], second: tuple[Fraction, ...]) -> Fraction:
    """The greatest score that both can have, going through who holds what and which issue is shared."""
    found = Fraction(0)
    for held in product((0, 1), repeat=len(first)):
        for shared in range(len(first)):
            mine = sum((v for i, v in enumerate(first) if held[i] and i != shared), Fraction(0))
            theirs = sum((v for i, v in enumerate(second) if not held[i] and i != shared), Fraction(0))
            both = first[shared] + second[shared]  # mine + x first = theirs + (1 - x) second
            if both:
                part = (theirs + second[shared] - mine) / both
                if 0 <= part <= 1:
                    found = max(found, mine + part * first[shared])
            elif mine == theirs:
                found = max(found, mine)
    return found


@settings(max_examples=150, deadline=None)
@given(tables())
def test_two_parties_have_the_greatest_equal_score(the: PointTable) -> None:
    best = _best_equal(*the.points)
    won = adjusted_winner(the).division
    assert won.scores == (best, best)
    assert len(won.split) <= 1
    assert sorted(leximin(the).scores) == [best, best]
