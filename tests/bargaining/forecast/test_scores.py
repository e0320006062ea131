"""Brier score and calibration, by hand and by their algebra."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining.forecast import Forecast, calibration, read_forecasts, scored
from goodoffices.errors import BadArgument, BadScenario

TEXT = """\
forecasts: 1
record:
- {what: The ferry opens, by: desk, probability: 0.7, came: yes}
- {what: Bresk signs, by: desk, probability: 0.2, came: no}
- {what: Arden pays, by: desk, probability: 0.7, came: no}
- {what: The weir is finished, by: desk, probability: 1/2}
- {what: The truce is extended, by: institute, source: note.txt, came: no}
"""


def test_scores_by_hand() -> None:
    found = scored(read_forecasts(TEXT), "desk")
    assert (found.made, found.open, found.scored) == (4, 1, 3)
    assert found.brier == Fraction(9 + 4 + 49, 300)
    assert found.usual == Fraction(2, 9)
    assert found.reliability == (2 * Fraction(1, 5) ** 2 + Fraction(1, 5) ** 2) / 3
    assert found.resolution == (2 * Fraction(1, 6) ** 2 + Fraction(1, 3) ** 2) / 3


def test_a_forecast_in_words_is_counted_and_not_scored() -> None:
    found = scored(read_forecasts(TEXT), "institute")
    assert (found.scored, found.in_words, found.in_words_came, found.brier) == (0, 1, 0, None)


def test_classes_have_their_boundary_above() -> None:
    found = calibration([Forecast("x", "y", probability=Fraction(k, 10), came=True) for k in range(11)], 5)
    assert [(one.low * 5, one.count) for one in found] == [(Fraction(k), 2 + (k == 4)) for k in range(5)]
    with pytest.raises(BadArgument, match="at least one class"):
        calibration([], 0)


@given(st.lists(st.tuples(st.integers(0, 10), st.booleans()), min_size=1))
def test_murphys_parts_sum_to_the_score_where_a_class_holds_one_value(said: list[tuple[int, bool]]) -> None:
    forecasts = [Forecast("x", "y", probability=Fraction(k, 10), came=came) for k, came in said]
    found = scored(forecasts, bins=11)
    assert found.brier is not None
    assert found.usual is not None
    assert found.reliability is not None
    assert found.resolution is not None
    assert found.brier == found.reliability - found.resolution + found.usual
    assert 0 <= found.brier <= 1


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("probability: 0.2", "probability: 20", "between 0 and 1"),
        ("probability: 0.2", "probability: low", "is a number"),
        ("came: yes", "came: perhaps", "yes, no or open"),
        ("what: Bresk signs, ", "", "has 'what'"),
        ("forecasts: 1", "forecasts: 2", "forecasts: 1"),
        ("by: desk", "bye: desk", "known entries"),
    ],
)
def test_an_entry_that_is_wrong_is_named(old: str, new: str, says: str) -> None:
    assert old in TEXT
    with pytest.raises(BadScenario, match=says):
        read_forecasts(TEXT.replace(old, new, 1))


def test_an_empty_record_is_refused() -> None:
    with pytest.raises(BadScenario, match="has a forecast"):
        read_forecasts("forecasts: 1\n")


def test_a_hedge_is_taken_for_a_probability_only_where_the_record_says_so() -> None:
    hedged = TEXT.replace("source: note.txt, came: no", "hedge: likely, came: no")
    plain, assumed = (
        scored(read_forecasts(text), "institute") for text in (hedged, f"words: {{likely: 0.7}}\n{hedged}")
    )
    assert (plain.scored, plain.in_words, plain.assumed) == (0, 1, 0)
    assert (assumed.scored, assumed.in_words, assumed.assumed) == (1, 0, 1)
    assert assumed.brier == Fraction(49, 100)
    stated = read_forecasts(f"words: {{likely: 0.7}}\n{TEXT}".replace("came: yes}", "came: yes, hedge: likely}"))
    assert not any(one.assumed for one in stated)
    with pytest.raises(BadScenario, match=r"words\.likely lies between 0 and 1"):
        read_forecasts(f"words: {{likely: 7}}\n{TEXT}")
