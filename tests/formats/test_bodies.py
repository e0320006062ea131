"""Power in bodies that exist, against published figures or against counting by another method."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import comb, factorial

import numpy as np
import numpy.typing as npt
import pytest

from goodoffices.errors import BadArgument
from goodoffices.formats import Block, Chamber, Rule, Way, coalitions, power, ternary, weighted

# Votes in the Council of the European Union under the Treaty of Nice (declaration 20, and the accession treaties of
# 2005 and 2011), and populations in thousands about 2013, rounded: the tests compare two ways of counting.
UNION = {
    "de": (29, 80_500), "fr": (29, 65_600), "uk": (29, 63_900), "it": (29, 59_700), "es": (27, 46_700),
    "pl": (27, 38_500), "ro": (14, 20_000), "nl": (13, 16_800), "be": (12, 11_200), "gr": (12, 11_100),
    "cz": (12, 10_500), "pt": (12, 10_500), "hu": (12, 9_900), "se": (10, 9_600), "at": (10, 8_500),
    "bg": (10, 7_300), "dk": (7, 5_600), "fi": (7, 5_400), "sk": (7, 5_410), "ie": (7, 4_600), "hr": (7, 4_300),
    "lt": (7, 3_000), "si": (4, 2_060), "lv": (4, 2_020), "ee": (4, 1_320), "cy": (4, 870), "lu": (4, 540),
    "mt": (3, 420),
}  # fmt: skip


def test_supervisors_of_nassau_county_who_could_never_matter() -> None:
    """Three of six in 1958 and three in 1964, none under the quotas since: J. Malkevitch, "Voting Games: Part II",
    American Mathematical Society, Feature Column; J. Banzhaf, "Weighted Voting Doesn't Work", Rutgers Law Review 19,
    1965."""
    board = ("hempstead 1", "hempstead 2", "north hempstead", "oyster bay", "long beach", "glen cove")

    def of(quota: int, *votes: int) -> tuple[tuple[str, ...], list[Fraction]]:
        found = power(weighted(dict(zip(board, votes, strict=True)), quota))
        return found.dummies, [m.banzhaf for m in found.members]

    third = Fraction(1, 3)
    assert of(16, 9, 9, 7, 3, 1, 1) == (board[3:], [third, third, third, 0, 0, 0])
    assert of(58, 31, 31, 21, 28, 2, 2) == ((board[2], *board[4:]), [third, third, 0, third, 0, 0])
    assert of(63, 31, 31, 21, 28, 2, 2)[0] == ()
    assert of(71, 35, 35, 23, 32, 2, 2)[0] == ()


@pytest.mark.parametrize(("without", "votes", "members"), [(("hr",), 255, 14), ((), 260, 15)])
def test_the_council_under_nice_counts_votes_members_and_people(
    without: tuple[str, ...], votes: int, members: int
) -> None:
    """Against a generating function over members, votes and per mille of the people; 27 and 28 members."""
    union = {member: numbers for member, numbers in UNION.items() if member not in without}
    people = sum(count for _, count in union.values())
    mille = {member: round(1000 * count / people) for member, (_, count) in union.items()}
    quotas = (members, votes, -(-62 * sum(mille.values()) // 100))
    weights = {member: (1, vote, mille[member]) for member, (vote, _) in union.items()}
    found = power(_all_of(weights, quotas))
    # "2 % of the cases": "Voting Models for the Council of Ministers of the European Union", halshs-00003483, of two
    # studies before it.
    assert round(100 * float(found.act)) == 2
    counted = {one.member: one for one in found.members}
    assert found.act == Fraction(_winning(list(weights.values()), quotas).sum().item(), 2 ** len(union))
    for member in ("de", "es", "mt"):
        _agrees(counted[member].shapley_shubik, counted[member].swings, weights, quotas, member)


def test_the_council_under_lisbon_counts_members_and_people() -> None:
    """28 members, against a generating function over members and people; the blocking minority has four at least."""
    people = {member: count // 10 for member, (_, count) in UNION.items()}
    alike = dict.fromkeys(UNION, 1)
    weights = {member: (1, count) for member, count in people.items()}
    quotas = (16, -(-65 * sum(people.values()) // 100))
    both = _all_of(weights, quotas).ways[0]
    many = Way(chambers=(Chamber(name="all but three", weights=alike, quota=25),))
    plain = power(Rule(members=tuple(UNION), ways=(both,)))
    for one in plain.members:
        if one.member in ("de", "hr", "mt"):
            _agrees(one.shapley_shubik, one.swings, weights, quotas, one.member)
    full = power(Rule(members=tuple(UNION), ways=(both, many)))
    winning = _winning(list(weights.values()), quotas)
    more = sum(comb(28, size) - int(winning[size]) for size in range(25, 29))
    assert full.act - plain.act == Fraction(more, 2**28)
    assert more > 0


def _all_of(weights: Mapping[str, Sequence[int]], quotas: Sequence[int]) -> Rule:
    """Every one of the quotas is reached."""
    columns = zip(*weights.values(), strict=True)
    chambers = tuple(
        Chamber(name=f"chamber {n}", weights=dict(zip(weights, column, strict=True)), quota=quota)
        for n, (column, quota) in enumerate(zip(columns, quotas, strict=True))
    )
    return Rule(members=tuple(weights), ways=(Way(chambers=chambers),))


def _counts(weights: Sequence[Sequence[int]]) -> npt.NDArray[np.int64]:
    """How many coalitions have each total of every weight; the first weight is one each, so its total is the size."""
    found = np.zeros([sum(column) + 1 for column in zip(*weights, strict=True)], dtype=np.int64)
    found[(0,) * found.ndim] = 1
    reached = [1] * found.ndim
    for each in weights:
        before = tuple(slice(0, upto) for upto in reached)
        after = tuple(slice(weight, upto + weight) for weight, upto in zip(each, reached, strict=True))
        found[after] += found[before].copy()
        reached = [upto + weight for weight, upto in zip(each, reached, strict=True)]
    return found


def _winning(weights: Sequence[Sequence[int]], quotas: Sequence[int]) -> npt.NDArray[np.int64]:
    """Coalitions of each size that reach every quota."""
    counts = _counts(weights)
    counts[: quotas[0]] = 0
    inside: npt.NDArray[np.int64] = counts[(slice(None), *(slice(quota, None) for quota in quotas[1:]))]
    found: npt.NDArray[np.int64] = inside.reshape(len(counts), -1).sum(axis=1)
    return found


def _agrees(
    shapley: Fraction, swings: int, weights: Mapping[str, Sequence[int]], quotas: Sequence[int], member: str
) -> None:
    """With the member's swings by size: coalitions of the others that win with it, less those that win without."""
    others = [each for other, each in weights.items() if other != member]
    lowered = [max(0, quota - weight) for quota, weight in zip(quotas, weights[member], strict=True)]
    by_size = (_winning(others, lowered) - _winning(others, quotas)).tolist()
    n = len(weights)
    assert swings == sum(by_size)
    orders = sum(count * factorial(size) * factorial(n - 1 - size) for size, count in enumerate(by_size))
    assert shapley == Fraction(orders, factorial(n))


def test_votes_in_per_cent_count_as_they_are_written() -> None:
    """A board of 24 with its votes to the hundredth, at half and at 85 per cent; one member can block the latter."""
    board = [16.49, 6.14, 6.08, 5.31, 4.03, 4.03, 5.03, 4.63, 4.53, 4.13, 4.34, 3.79, 3.37, 3.28, 3.09, 3.05, 2.97]
    votes = {f"m{n}": share for n, share in enumerate([*board, 2.92, 2.59, 2.54, 2.22, 1.99, 1.95, 1.5])}
    hundredths = {member: round(100 * share) for member, share in votes.items()}
    assert sum(hundredths.values()) == 10_000
    for quota in (50.01, 70, 85):
        found = power(weighted(votes, quota))
        assert found == power(weighted(hundredths, round(100 * quota)))
        _agrees(
            found.members[0].shapley_shubik,
            found.members[0].swings,
            {member: (1, weight) for member, weight in hundredths.items()},
            (1, round(100 * quota)),
            "m0",
        )
    assert power(weighted(votes, 85)).vetoes == ("m0",)
    assert not power(weighted(votes, 70)).vetoes
    tenths = weighted({"a": 0.1, "b": 0.2, "c": 0.7}, 0.3)  # in doubles 0.1 + 0.2 is more than 0.3, 0.1 + 0.7 less
    assert tenths.adopted(["a", "b"], ["c"])
    assert weighted({"a": 0.1, "b": 0.2, "c": 0.7}, 0.8).adopted(["a", "c"], ["b"])


def test_a_hundred_and_ninety_members_with_votes_in_thousands_are_counted() -> None:
    """As a fund's governors vote: 85 per cent of 503,000; no member lighter than a tenth of a per cent can matter more
    than a heavier one, and the shares come to one."""
    votes = {f"m{n}": 83_000 // (n + 1) + 150 for n in range(190)}
    total = sum(votes.values())
    found = power(weighted(votes, -(-85 * total // 100)))
    assert sum(m.shapley_shubik for m in found.members) == 1
    swings = [m.swings for m in found.members]
    assert swings == sorted(swings, reverse=True)
    assert found.vetoes == tuple(m for m, vote in votes.items() if vote > total - -(-85 * total // 100))


def test_a_game_of_minimal_winning_coalitions_is_counted_as_its_table_says() -> None:
    members = ("a", "b", "c", "d", "e", "nobody")
    minimal = (("a", "b"), ("a", "c", "d"), ("b", "c", "e"))
    rule = coalitions(members, minimal)
    found = power(rule)
    winning = [
        {m for m, joins in zip(members, bits, strict=True) if joins}
        for bits in product((0, 1), repeat=len(members))
        if any(set(one) <= {m for m, joins in zip(members, bits, strict=True) if joins} for one in minimal)
    ]
    assert found.act == Fraction(len(winning), 64)
    for one in found.members:
        assert one.swings == sum(
            one.member in c and not any(set(each) <= c - {one.member} for each in minimal) for c in winning
        )
    assert found.dummies == ("nobody",)
    assert ternary(rule).dummies == ("nobody",)
    with pytest.raises(BadArgument, match="has members"):
        coalitions(members, ((),))


def test_a_dictator_has_all_power_and_a_tie_of_two_is_shared() -> None:
    alone = power(weighted({"a": 5, "b": 2, "c": 2}, 5))
    assert [m.shapley_shubik for m in alone.members] == [1, 0, 0]
    assert (alone.vetoes, alone.dummies) == (("a",), ("b", "c"))
    assert [m.banzhaf for m in ternary(weighted({"a": 5, "b": 2, "c": 2}, 5)).members] == [1, 0, 0]
    assert [m.banzhaf for m in power(weighted({"a": 1, "b": 1}, 2)).members] == [Fraction(1, 2)] * 2


def test_a_veto_joined_to_a_quota_is_the_same_game_as_its_weight_in_the_quota() -> None:
    """The Security Council of fifteen as 39 of 5 times 7 and 10 times 1, and as nine of fifteen with five vetoes."""
    permanent, elected = [f"p{n}" for n in range(5)], [f"e{n}" for n in range(10)]
    heads = dict.fromkeys([*permanent, *elected], 1)
    way = Way(
        chambers=(Chamber(name="nine", weights=heads, quota=9),),
        blocks=(Block(name="veto", weights=dict.fromkeys(permanent, 1)),),
    )
    by_charter = power(Rule(members=tuple(heads), ways=(way,)))
    by_weight = power(weighted({m: 7 if m in permanent else 1 for m in heads}, 39))
    assert by_charter == by_weight
