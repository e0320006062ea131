"""What a format could adopt, against going through every package by hand."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.bargaining.table import Table, table_of
from goodoffices.errors import BadArgument
from goodoffices.formats import Rule, consensus, weighted
from goodoffices.formats import adoptable as room
from goodoffices.formats.adoptable import adoptable


@st.composite
def tables(draw: st.DrawFn) -> Table:
    parties = draw(st.integers(1, 3))
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    point = st.integers(0, 4)
    rows = [np.array([[draw(point) for _ in range(parties)] for _ in range(size)], dtype=np.int64) for size in sizes]
    return table_of(rows, reservations=[draw(st.integers(0, 6)) for _ in range(parties)])


@settings(deadline=None)
@given(tables(), st.booleans())
def test_packages_are_counted_as_one_by_one(table: Table, by_consensus: bool) -> None:
    members = ("p0", "p1", "x")  # p1 may not be in the scenario, x never is
    rule = consensus(members) if by_consensus else weighted({"p0": 2, "p1": 1, "x": 1}, 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_CHUNK", 5)
        found = adoptable(rule, table, consent=("p0", "z"))
    counted = {"sure": 0, "possible": 0, "consented": 0}
    left: dict[str, list[float]] = {name: [] for name in counted}
    most = dict.fromkeys(table.parties, -1.0)
    for package in product(*(range(len(options)) for options in table.options)):
        points = table.utilities([package])[0]
        accepts = {p: points[n] >= table.reservations[n] for n, p in enumerate(table.parties)}
        for name, others in (("sure", False), ("possible", True)):
            yes = [m for m in members if accepts.get(m, others)]
            carried = rule.adopted(yes, [m for m in members if m not in yes])
            counted[name] += carried
            least = min(float(p) - r for p, r in zip(points, table.reservations, strict=True))
            left[name] += [least] * carried
            if carried and others:
                counted["consented"] += accepts["p0"]
                left["consented"] += [least] * bool(accepts["p0"])
                most = {p: max(most[p], points[n]) for n, p in enumerate(table.parties)}
    assert (found.sure, found.possible, found.consented) == tuple(counted.values())
    assert found.sure <= found.possible <= found.packages
    for name, listed in found.listed.items():
        shown = [min(u - r for u, r in zip(one.utilities, table.reservations, strict=True)) for one in listed]
        assert shown == sorted(left[name], reverse=True)[: room.LISTED]
        assert len({one.package for one in listed}) == len(listed)
    assert found.silent == ("z",)
    assert "x" in found.unknown
    for one in found.best:
        assert one.utilities[table.parties.index(one.party)] == most[one.party]
    assert len(found.best) == (len(table.parties) if found.possible else 0)


def test_a_scenario_too_large_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST", 3)
    with pytest.raises(BadArgument, match="fewer issues"):
        adoptable(Rule(members=("p0",), ways=consensus(("p0",)).ways), table_of([np.zeros((4, 1), dtype=np.int64)]))
