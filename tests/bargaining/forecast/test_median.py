"""The weighted median against its definition: equal positions, actors to whom it does not matter, exact halves."""

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining.forecast import Stand, median

STANDS = st.lists(
    st.builds(
        Stand,
        name=st.just("a"),
        capability=st.integers(1, 4).map(float),
        position=st.integers(0, 5).map(float),
        salience=st.sampled_from((0.0, 0.25, 0.5, 1.0)),
    ),
    min_size=1,
    max_size=8,
).filter(lambda stands: any(one.salience for one in stands))


@given(STANDS)
def test_neither_side_of_the_median_weighs_more_than_half(stands: list[Stand]) -> None:
    low, high = median(stands)
    whole = sum(one.weight for one in stands)
    fits = [
        x
        for x in {one.position for one in stands if one.weight}
        if 2 * sum(one.weight for one in stands if one.position < x) <= whole
        and 2 * sum(one.weight for one in stands if one.position > x) <= whole
    ]
    assert (low, high) == (min(fits), max(fits))
