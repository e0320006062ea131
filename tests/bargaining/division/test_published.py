"""Every division of the table of published ones: scores, the shared issue, what is handed over and by whom."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from goodoffices.bargaining.division import PointTable, adjusted_winner
from goodoffices.bargaining.scenario import Party

TABLE = Path(__file__).parents[4] / "shared" / "reference" / "adjusted_winner.yaml"


def cases() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else {}
    return found


@pytest.mark.skipif(not TABLE.exists(), reason="../shared/reference/adjusted_winner.yaml is not there")
@pytest.mark.parametrize("name", cases())
def test_a_published_division_is_reproduced(name: str) -> None:
    case = cases()[name]
    issues = tuple((issue, issue) for issue in case["items"])
    columns = zip(*case["items"].values(), strict=True)
    points = tuple(tuple(map(Fraction, column)) for column in columns)
    found = adjusted_winner(PointTable(tuple(map(Party, case["parties"])), issues, points))
    published = case["computed"]
    assert found.division.scores == (Fraction(published["score_each"]),) * 2
    last = found.handovers[-1]
    assert issues[last.issue][0] == published["split_item"]
    assert last.share == Fraction(published["fraction_transferred"])
    assert published["direction"] == ("second->first" if last.giver else "first->second")
