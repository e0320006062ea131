"""What follows if a party does not keep a package, worked out by hand."""

import pytest

from goodoffices.bargaining import read_scenario, table
from goodoffices.bargaining.stability import reneging, stability
from goodoffices.errors import BadArgument

FERRY = """\
scenario: 1
fictional: true
parties: [{id: arden}, {id: bresk}]
issues: [{id: ferry, options: [closed, open]}, {id: toll, options: [none, paid]}]
preferences:
  arden: {weights: {ferry: 0.6, toll: 0.4}, values: {ferry: {closed: 0, open: 100}, toll: {none: 100, paid: 0}}}
  bresk: {weights: {ferry: 0.4, toll: 0.6}, values: {ferry: {closed: 100, open: 0}, toll: {none: 0, paid: 100}}}
status_quo: {ferry: closed, toll: none}
"""
TABLE = table(read_scenario(FERRY))
AGREED = (1, 1)
"""Open against a toll: 60 points each; the status quo is worth 40 each; who reneges alone has 100 and leaves 0."""


def test_who_loses_by_an_issue_carries_it_out_and_takes_it_back() -> None:
    found = reneging(TABLE, AGREED)
    assert found.carriers == {"ferry": ("bresk",), "toll": ("arden",)}
    points = {
        name: tuple(u // 10**6 for u in row) for name, row in zip(found.graph.names, found.utilities, strict=True)
    }
    assert points == {
        "kept by all": (60, 60),
        "arden out": (100, 0),
        "bresk out": (0, 100),
        "arden and bresk out": (40, 40),
    }


def test_the_prisoners_dilemma_of_keeping_ones_word() -> None:
    """Each would gain by reneging alone (no Nash), each is held back by the other's doing so too (GMR, SMR, SEQ)."""
    found = stability(reneging(TABLE, AGREED).graph)
    assert {c: bool(found.equilibria(c)[0]) for c in found.stable} == {
        "nash": False,
        "gmr": True,
        "smr": True,
        "seq": True,
    }


def test_with_a_way_back_the_one_who_reneged_can_return() -> None:
    there_and_back = reneging(TABLE, AGREED, reversible=True).graph
    assert [len(one.start) for one in there_and_back.moves] == [4, 4]
    assert [len(one.start) for one in reneging(TABLE, AGREED).graph.moves] == [2, 2]


def test_one_party_can_be_said_to_carry_out_everything() -> None:
    found = reneging(TABLE, AGREED, {"ferry": "arden", "toll": "arden"})
    assert found.graph.names == ("kept by all", "arden out")
    assert bool(stability(found.graph, ["nash"]).equilibria("nash")[0])


def test_a_package_a_party_refuses_is_its_worst() -> None:
    tie = "linkages: [{id: never, party: bresk, when: {ferry: open, toll: none}, refuses: true}]\n"
    found = reneging(table(read_scenario(FERRY + tie)), AGREED)
    assert found.refused == ((), ("bresk",), (), ())
    assert found.graph.ranks[1].tolist() == [2, 0, 3, 1]


def test_what_is_missing_is_said() -> None:
    with pytest.raises(BadArgument, match="status quo"):
        reneging(table(read_scenario(FERRY.replace("status_quo: {ferry: closed, toll: none}\n", ""))), AGREED)
    with pytest.raises(BadArgument, match="nobody"):
        reneging(TABLE, (0, 0))
    with pytest.raises(BadArgument, match="issue=party"):
        reneging(TABLE, AGREED, {"ferry": "cole"})
