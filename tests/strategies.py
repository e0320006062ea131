"""Hypothesis strategies for the vocabulary, shared by all tests."""

import datetime as dt

from hypothesis import strategies as st

from goodoffices.vocabulary import when as w
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.when import When

days = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
years = st.integers(1900, 2199)
durations = st.one_of(
    st.builds("P{}M".format, st.integers(1, 60)),
    st.builds("P{}D".format, st.integers(1, 400)),
    st.builds("P{}W".format, st.integers(1, 60)),
    st.builds("P{}Y".format, st.integers(1, 20)),
)


@st.composite
def intervals(draw: st.DrawFn) -> When:
    """A When with one or two bounds."""
    first, last = sorted((draw(days), draw(days)))
    shape = draw(st.sampled_from(("both", "left", "right")))
    return w.between(None if shape == "right" else first, None if shape == "left" else last)


whens = st.one_of(
    st.builds(w.on_day, days),
    st.builds(w.in_month, years, st.integers(1, 12)),
    st.builds(w.in_season, years, st.integers(21, 24)),
    st.builds(w.in_year, years),
    intervals(),
)

attributions = st.builds(
    Attribution,
    holder=st.sampled_from(("author", "unnamed", "rus", "usa")),
    source=st.sampled_from(("own", "declared", "reported", "alleged")),
    certainty=st.sampled_from(("certain", "likely", "appears", "unclear")),
    polarity=st.sampled_from(("affirmed", "denied")),
)
