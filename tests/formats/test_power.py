"""Voting power against going through every order and coalition, and against the literature."""

from collections import Counter
from fractions import Fraction
from itertools import permutations, product
from math import factorial
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.errors import BadArgument
from goodoffices.formats import Block, Chamber, Rule, Way, consensus, power, ternary, unanimity, weighted
from goodoffices.formats import swings as counting
from goodoffices.formats.by_bits import by_bits
from goodoffices.formats.by_halves import by_halves
from goodoffices.formats.by_quota import by_quota, one_quota
from goodoffices.formats.by_weight import by_weight, one_weight
from goodoffices.formats.swings import swings

REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "voting_power.yaml"
PERMANENT, ELECTED = [f"p{n}" for n in range(5)], [f"e{n}" for n in range(10)]


def council(permanent: int = 5, elected: int = 10, quota: int = 9) -> Rule:
    """A council as the Charter has it: so many in favour, and no permanent member against."""
    fixed = [f"p{n}" for n in range(permanent)]
    members = (*fixed, *(f"e{n}" for n in range(elected)))
    chamber = Chamber(name="in favour", weights=dict.fromkeys(members, 1), quota=quota)
    return Rule(
        members=members, ways=(Way(chambers=(chamber,), blocks=(Block(name="veto", weights=dict.fromkeys(fixed, 1)),)),)
    )


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    members = tuple(f"m{n}" for n in range(draw(st.integers(1, 5))))

    def chamber(n: int) -> Chamber:
        weights = {member: draw(st.integers(0, 4)) for member in members}
        weights[members[0]] += 1
        if draw(st.integers(0, 4)) == 0:
            return Chamber(
                name=f"c{n}",
                weights=weights,
                share=draw(st.sampled_from(("1/2", "2/3", "0.6"))),
                strictly=draw(st.booleans()),
            )
        return Chamber(name=f"c{n}", weights=weights, quota=draw(st.integers(1, sum(weights.values()))))

    def way(n: int) -> Way:
        blocks = (Block(name="b", weights={draw(st.sampled_from(members)): 1}),) if draw(st.booleans()) else ()
        return Way(chambers=tuple(chamber(m) for m in range(draw(st.integers(1, 2)))), blocks=blocks)

    return Rule(members=members, ways=tuple(way(n) for n in range(draw(st.integers(1, 2)))))


def wins(rule: Rule, coalition: set[str]) -> bool:
    return rule.adopted(sorted(coalition), sorted(set(rule.members) - coalition))


@settings(deadline=None)
@given(rules())
def test_power_is_its_definition_over_every_order_and_coalition(rule: Rule) -> None:
    found = power(rule)
    n = len(rule.members)
    coalitions = [
        {m for m, joins in zip(rule.members, bits, strict=True) if joins} for bits in product((0, 1), repeat=n)
    ]
    winning = [c for c in coalitions if wins(rule, c)]
    assert found.act == Fraction(len(winning), 2**n)
    for one in found.members:
        turned = [c for c in coalitions if one.member not in c and not wins(rule, c) and wins(rule, c | {one.member})]
        assert one.swings == len(turned)
        pivots = sum(
            not wins(rule, set(order[: order.index(one.member)]))
            and wins(rule, set(order[: order.index(one.member) + 1]))
            for order in permutations(rule.members)
        )
        assert one.shapley_shubik == Fraction(pivots, factorial(n))
        assert one.prevent == (Fraction(len(turned), len(winning)) if winning else 0)
        losing = 2**n - len(winning)
        assert one.initiate == (Fraction(len(turned), losing) if losing else 0)


@settings(max_examples=40, deadline=None)
@given(rules())
def test_power_with_abstention_is_its_definition_over_every_roll_call(rule: Rule) -> None:
    if len(rule.members) > 4:
        return
    found = ternary(rule)
    n = len(rule.members)
    votes = ("yes", "abstain", "no")
    profiles = [dict(zip(rule.members, cast, strict=True)) for cast in product(votes, repeat=n)]
    outcome = {tuple(p.values()): _outcome(rule, p) for p in profiles}
    assert found.act == Fraction(sum(outcome.values()), 3**n)
    pivots = dict.fromkeys(rule.members, 0)
    for order in permutations(rule.members):
        for profile in profiles:
            if pivot := _pivot(rule, order, profile):
                pivots[pivot] += 1
    for one in found.members:
        place = rule.members.index(one.member)
        turned = [
            p
            for p in profiles
            if p[one.member] == "yes" and outcome[tuple(p.values())]
            and not outcome[(*list(p.values())[:place], "no", *list(p.values())[place + 1 :])]
        ]  # fmt: skip
        assert one.swings == len(turned)
        assert one.shapley_shubik == Fraction(pivots[one.member], factorial(n) * 3**n)


def _outcome(rule: Rule, profile: dict[str, str]) -> bool:
    return rule.adopted([m for m, v in profile.items() if v == "yes"], [m for m, v in profile.items() if v == "no"])


def _pivot(rule: Rule, order: tuple[str, ...], profile: dict[str, str]) -> str:
    """Who decides: after whose vote the outcome is the same whether all the rest vote yes or no; "" if it always is."""
    if not _outcome(rule, dict.fromkeys(order, "yes")):
        return ""
    for n, member in enumerate(order):
        called = {m: profile[m] for m in order[: n + 1]}
        rest = order[n + 1 :]
        if _outcome(rule, called | dict.fromkeys(rest, "yes")) == _outcome(rule, called | dict.fromkeys(rest, "no")):
            return member
    raise AssertionError("the last vote decides")


def test_the_security_council_in_yes_and_no_is_as_published() -> None:
    found = {m.member: m for m in power(council()).members}
    assert found["p0"].shapley_shubik == Fraction(421, 2145)
    assert found["e0"].shapley_shubik == Fraction(4, 2145)
    assert (found["p0"].swings, found["e0"].swings) == (848, 84)
    assert found["p0"].banzhaf == Fraction(848, 5080)
    assert power(council()).vetoes == tuple(PERMANENT)


def test_the_security_council_adopts_with_permanent_members_abstaining() -> None:
    rule = council()
    assert rule.adopted([*PERMANENT[:3], *ELECTED], [])  # 13-0-2
    assert not rule.adopted([*PERMANENT[:4], *ELECTED], [PERMANENT[4]])
    found = ternary(rule)
    assert sum(m.shapley_shubik for m in found.members) == 1
    by_name = {m.member: m for m in found.members}
    # Somebody who may abstain without harm leaves the elected more often decisive than yes and no alone would have it.
    assert by_name["e0"].shapley_shubik > Fraction(4, 2145)
    assert by_name["p0"].shapley_shubik < Fraction(421, 2145)


def test_luxembourg_could_never_matter_in_the_community_of_six() -> None:
    found = power(weighted({"fr": 4, "de": 4, "it": 4, "nl": 2, "be": 2, "lu": 1}, 12))
    assert found.dummies == ("lu",)
    assert {m.member: m.banzhaf for m in found.members} == {
        **dict.fromkeys(("fr", "de", "it"), Fraction(10, 42)),
        **dict.fromkeys(("nl", "be"), Fraction(6, 42)),
        "lu": 0,
    }


def test_under_unanimity_and_consensus_everybody_has_a_veto() -> None:
    assert power(unanimity(("a", "b", "c"))).vetoes == ("a", "b", "c")
    assert ternary(consensus(("a", "b"))).act == Fraction(3, 9)  # both, or one with the other abstaining


def test_every_way_to_count_counts_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {f"m{n}": w for n, w in enumerate((9, 7, 7, 5, 4, 3, 2, 1, 1, 0))}
    heads = Chamber(name="heads", weights=dict.fromkeys(weights, 1), quota=5)
    people = Chamber(name="people", weights=weights, quota=20)
    rule = Rule(
        members=tuple(weights),
        ways=(
            Way(chambers=(heads, people)),
            Way(chambers=(Chamber(name="many", weights=dict.fromkeys(weights, 1), quota=8),)),
        ),
    )
    alone = weighted(weights, 20)
    first, second = swings(rule), swings(alone)  # by kinds of member
    for found in (by_halves(rule, weights), by_weight(rule, weights), by_bits(rule)):
        assert counting.Swings(*found) == first
    assert counting.Swings(*by_quota(weights, 20)) == second
    for way in ("FEW", "HALVED", "MEMBERS", "CELLS"):
        monkeypatch.setattr(counting, way, 0)
        assert swings(rule) == first
    monkeypatch.setattr(counting, "one_weight", lambda _: None)
    assert swings(alone) == second
    with pytest.raises(BadArgument, match="Round the weights"):
        swings(rule)


@settings(deadline=None)
@given(rules())
def test_halves_and_bits_count_what_going_through_every_coalition_counts(rule: Rule) -> None:
    coalitions = [
        {m for m, joins in zip(rule.members, bits, strict=True) if joins}
        for bits in product((0, 1), repeat=len(rule.members))
    ]
    weights = one_weight(rule)
    for winning, by_size in (by_bits(rule), *([by_halves(rule, weights)] if weights else [])):
        assert winning == sum(wins(rule, c) for c in coalitions)
        for member in rule.members:
            turned = Counter(
                len(c) for c in coalitions if member not in c and not wins(rule, c) and wins(rule, c | {member})
            )
            assert by_size[member] == tuple(turned[size] for size in range(len(rule.members)))


def test_seventy_unlike_members_are_counted_beyond_64_bits() -> None:
    weights = {f"m{n}": n + 1 for n in range(70)}
    total = sum(weights.values())
    assert power(weighted(weights, total // 2 + 1)).act == Fraction(1, 2)  # an odd total has no ties
    found, dual = power(weighted(weights, 1500)), power(weighted(weights, total - 1500 + 1))
    assert sum(m.shapley_shubik for m in found.members) == 1
    assert found.act + dual.act == 1
    assert [m.swings for m in found.members] == [m.swings for m in dual.members]


@pytest.mark.parametrize("part", [0.2, 0.49, 0.66, 0.85])
def test_a_hundred_unlike_members_are_counted_as_by_adding_one_after_another(part: float) -> None:
    weights = {f"m{n}": n * n % 11 for n in range(100)}
    quota = int(sum(weights.values()) * part)
    winning, by_size = by_quota(weights, quota)
    for member in ("m0", "m1", "m5", "m9"):
        others = _coalitions([weight for other, weight in weights.items() if other != member])
        assert by_size[member] == tuple(
            sum(count for (k, s), count in others.items() if k == size and quota - weights[member] <= s < quota)
            for size in range(len(weights))
        )
    assert winning == sum(count for (_, s), count in _coalitions(list(weights.values())).items() if s >= quota)


def test_a_share_of_the_votes_and_a_common_measure_of_the_weights_change_no_count() -> None:
    weights = {f"m{n}": n + 1 for n in range(70)}  # 2,485 in all, two thirds of which are 1,656 2/3
    thrice = {member: 3 * weight for member, weight in weights.items()}
    share = Chamber(name="two thirds", weights=thrice, share="2/3")
    of_share = power(Rule(members=tuple(weights), ways=(Way(chambers=(share,)),), abstention=False))
    assert of_share == power(weighted(weights, 1657)) == power(weighted(thrice, 3 * 1656 + 1))
    whole = Chamber(name="more than half", weights=dict.fromkeys(weights, 1) | {"m0": 2}, share="1/2", strictly=True)
    assert one_quota(Rule(members=tuple(weights), ways=(Way(chambers=(whole,)),))) == (whole.weights, 36)


def _coalitions(weights: list[int]) -> Counter[tuple[int, int]]:
    """How many coalitions there are of each size and weight."""
    found = Counter({(0, 0): 1})
    for weight in weights:
        joined = Counter({(size + 1, total + weight): count for (size, total), count in found.items()})
        found += joined
    return found


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference tables are not here")
def test_the_tables_of_the_literature_come_out() -> None:
    games: dict[str, Any] = yaml.safe_load(REFERENCE.read_text(encoding="utf-8"))["weighted_games"]
    for name, game in games.items():
        found = power(weighted(_weights(game), game["quota"]))
        assert sum(m.swings for m in found.members) == game["total_swings"], name
        for one in found.members:
            expected = game["members"][one.member] if "members" in game else _of_kind(game, one.member)
            assert one.swings == expected["swings"], (name, one.member)
            assert float(one.shapley_shubik) == pytest.approx(expected["ssi"], abs=1e-6)
            assert float(one.banzhaf) == pytest.approx(expected["banzhaf"], abs=1e-6)
            if "abs_banzhaf" in expected:
                assert float(one.absolute) == pytest.approx(expected["abs_banzhaf"], abs=1e-6)
    assert len(games) >= 7


def _weights(game: dict[str, Any]) -> dict[str, int]:
    """Of a game that names its members, or says "5x7,10x1": five permanent members of weight 7 and ten others."""
    if "members" in game:
        return {member: one["w"] for member, one in game["members"].items()}
    counted = [tuple(map(int, part.split("x"))) for part in game["weights"].split(",")]
    kinds = zip(("perm", "nonperm"), counted, strict=True)
    return {f"{kind} {n}": weight for kind, (count, weight) in kinds for n in range(count)}


def _of_kind(game: dict[str, Any], member: str) -> dict[str, Any]:
    kind = member.split()[0]
    absolute = {"abs_banzhaf": game[f"abs_banzhaf_{kind}"]} if f"abs_banzhaf_{kind}" in game else {}
    return {
        "swings": game[f"swings_{kind}"], "banzhaf": game[f"banzhaf_{kind}"], "ssi": game[f"ssi_{kind}_f"], **absolute,
    }  # fmt: skip


def _reach(name: str, weights: dict[str, int], quota: int) -> Chamber:
    return Chamber(name=name, weights=weights, quota=quota)


def test_the_federal_system_of_the_united_states_has_its_published_proportions() -> None:
    """Shapley and Shubik (1954): one President, Senator and Representative are as 350 to 9 to 2; 96 senators then, the
    Vice-President breaking their ties, and two thirds of both houses to override."""
    house, senate = dict.fromkeys([f"r{n}" for n in range(435)], 1), dict.fromkeys([f"s{n}" for n in range(96)], 1)
    signed = (_reach("house", house, 218), _reach("senate", senate | {"vp": 1}, 49), _reach("p", {"p": 1}, 1))
    overridden = (_reach("house again", house, 290), _reach("senate again", senate, 64))
    ways = (Way(chambers=signed), Way(chambers=overridden))
    found = power(Rule(members=(*house, *senate, "vp", "p"), ways=ways, abstention=False))
    index = {m.member: float(m.shapley_shubik) for m in found.members}
    assert [round(350 * index[who] / index["p"]) for who in ("p", "s0", "r0")] == [350, 9, 2]
    assert found.vetoes == ()


def test_the_amending_formula_of_1971_ranks_the_provinces_differently_by_each_index() -> None:
    """The Victoria Charter: Miller (1973), Canadian Journal of Political Science 6; in per cent as in Straffin (1994).
    Ontario and Quebec, two of the four Atlantic provinces, and British Columbia with one prairie province or all three.
    """
    prairie, atlantic = dict.fromkeys(("ab", "sk", "mb"), 1), dict.fromkeys(("nb", "ns", "pe", "nl"), 1)
    chambers = (
        _reach("central", {"on": 1, "qc": 1}, 2),
        _reach("atlantic", atlantic, 2),
        _reach("west", prairie | {"bc": 2}, 3),
    )
    found = power(
        Rule(members=("on", "qc", "bc", *prairie, *atlantic), ways=(Way(chambers=chambers),), abstention=False)
    )
    per_cent = {
        m.member: (round(100 * float(m.shapley_shubik), 2), round(100 * float(m.banzhaf), 2)) for m in found.members
    }
    assert per_cent == {
        **dict.fromkeys(("on", "qc"), (31.55, 21.78)), "bc": (12.5, 16.34),
        **dict.fromkeys(prairie, (4.17, 5.45)), **dict.fromkeys(atlantic, (2.98, 5.94)),
    }  # fmt: skip
    assert found.vetoes == ("on", "qc")


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (weighted({"a": 1, "b": 1}, 3), "at most the total of 2"),
        (weighted({"a": -1, "b": 3}, 1), "0 or more"),
        (weighted({"a": 1}, 1, vetoes=("z",)), "weights are those of members"),
        (Rule(members=(), ways=()), "names its members"),
        (Rule(members=("a",), ways=()), "a way to adopt"),
        (Rule(members=("a",), ways=(Way(blocks=(Block(name="b", weights={"a": 1}),)),)), "threshold to reach"),
        (Rule(members=("a",), ways=(Way(chambers=(Chamber(name="c", weights={"a": 1}, share="half"),)),)), "fraction"),
        (Rule(members=("a",), ways=(Way(chambers=(Chamber(name="c", weights={"a": 1}, share="3/2"),)),)), "0 and 1"),
        (
            Rule(members=("a",), ways=(Way(chambers=(Chamber(name="c", weights={}, share="1/2"),)),)),
            "somebody weighs something",
        ),
    ],
)
def test_a_rule_that_cannot_be_used_says_why(rule: Rule, words: str) -> None:
    with pytest.raises(BadArgument, match=words):
        power(rule)


def test_a_body_without_abstention_has_no_power_with_it() -> None:
    with pytest.raises(BadArgument, match="Ask for `power`"):
        ternary(Rule(members=("a",), ways=unanimity(("a",)).ways, abstention=False))
    with pytest.raises(BadArgument, match="profiles at most"):
        ternary(weighted({f"m{n}": n + 1 for n in range(20)}, 100))
