"""Bad input named in the issue, each with its rule, value and remedy: circles of preference, states no way leads to."""

import pytest

from goodoffices.bargaining.stability import field, read_conflict
from goodoffices.desk.bargains.stability import held
from goodoffices.errors import CycleFound

CIRCLE = """\
conflict: 1
fictional: true
parties: [{id: arden}, {id: bresk}]
options: [{id: build, party: arden}, {id: close, party: bresk}]
states: {now: NN, weir: YN, both: YY, shut: NY}
status_quo: now
preferences:
  arden: {pairs: [[now, weir], [weir, both], [both, now], [now, shut]]}
  bresk: {ranking: [now, weir, both, shut]}
"""
FAR = CIRCLE.replace("pairs: [[now, weir], [weir, both], [both, now], [now, shut]]", "ranking: [now, weir, both, shut]")
ONE_WAY = FAR.replace("{id: build, party: arden}", "{id: build, party: arden, moves: back}")


def test_a_circle_of_preferences_is_spelled_out() -> None:
    with pytest.raises(CycleFound) as found:
        field(read_conflict(CIRCLE))
    assert "arden" in found.value.rule
    assert str(found.value.value).split(" > ") in (
        ["now", "weir", "both", "now"], ["weir", "both", "now", "weir"], ["both", "now", "weir", "both"],
    )  # fmt: skip
    assert "equal" in found.value.remedy


def test_states_that_no_way_leads_to_are_counted_and_said_to_be_so() -> None:
    found = held(read_conflict(ONE_WAY))
    assert found.unreachable == 2  # the weir, once not built, is never built
    assert all(line.path is None for line in found.lines if line.pattern.startswith("Y"))
    assert held(read_conflict(FAR)).unreachable == 0
