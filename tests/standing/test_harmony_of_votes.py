"""Harmony on real votes: General Assembly roll calls on the Palestinian file as positions on so many issues, beside the
definition worked out from the published rows themselves, in fractions and by going through every assignment.
"""

import csv
import datetime as dt
import gzip
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest

from goodoffices.exchange.vote_tables import read_votes
from goodoffices.standing import Harmony, RollCalls, Stand, body_harmony, dyad, harmony
from goodoffices.standing.rollcalls import ABSENT, VOTES

SHARED = Path(__file__).parents[3] / "shared" / "corpora" / "un_ga_votes"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the published vote tables are not here")

CODES = {
    "alb": "AL", "cri": "CR", "egy": "EG", "gbr": "GB", "irq": "IQ", "isr": "IL", "rus": "RU", "usa": "US",
    "aus": "AU", "can": "CA", "ukr": "UA",
}  # fmt: skip
MEMBERS = ("alb", "cri", "egy", "gbr", "irq", "isr", "rus", "usa")  # some of them were away for years
UNEVEN = (1, 2, 3, 5, 2, 4, 7, 7)  # saliences, so that no two ways of weighing come to the same
EVEN = (1,) * len(MEMBERS)
SINCE, UNTIL = "1974-01-01", "2019-12-31"
JERUSALEM = "5588"  # A/RES/ES-10/19
PLACES = {"yes": 0, "abstain": 1, "no": 2}

Assembly = dict[str, dict[str, str]]  # call -> member -> vote, of those that voted
Places = tuple[int | None, ...]  # of the members in their order, None where one is absent


@pytest.fixture(scope="module")
def published() -> Assembly:
    """The rows of the table, by a reader of their own."""

    def rows(name: str) -> Iterator[dict[str, str]]:
        with gzip.open(SHARED / f"un_{name}.csv.gz", "rt", encoding="utf-8") as lines:
            yield from csv.DictReader(lines)

    on_file = {row["rcid"] for row in rows("roll_call_issues") if row["short_name"] == "me"}
    found: Assembly = {
        row["rcid"]: {} for row in rows("roll_calls") if SINCE <= row["date"] <= UNTIL and row["rcid"] in on_file
    }
    members = {code: member for member, code in CODES.items()}
    for row in rows("votes"):
        call, member = row["rcid"].split(".")[0], members.get(row["country_code"])
        if member and call in found:
            found[call][member] = row["vote"]
    return found


@pytest.fixture(scope="module")
def calls() -> RollCalls:
    table = read_votes(*(SHARED / f"un_{name}.csv.gz" for name in ("roll_calls", "votes", "roll_call_issues")))
    span = {"since": dt.date.fromisoformat(SINCE), "until": dt.date.fromisoformat(UNTIL)}
    return table.calls.only(issue="me", parties=list(CODES), **span)


def of_calls(calls: RollCalls, members: Sequence[str], saliences: Sequence[int], scaled: bool) -> dict[str, Harmony]:
    """What the library says, from the votes that the library read."""
    ordered, unordered = (VOTES, ()) if scaled else ((), VOTES)
    columns = {m: calls.place(m) for m in members}
    found = {}
    for call, ballots in zip(calls.calls, calls.ballots, strict=True):
        stands = {
            m: Stand(stance=VOTES[ballots[columns[m]]], salience=salience)
            for m, salience in zip(members, saliences, strict=True)
            if ballots[columns[m]] != ABSENT
        }
        found[call.id] = harmony(members, stands, scale=ordered, options=unordered)
    return found


def discord(places: Sequence[int], weights: Sequence[int], scaled: bool) -> int:
    """D, the sum over pairs of w_p w_q d(x_p, x_q)."""
    return sum(
        weights[p] * weights[q] * (abs(places[p] - places[q]) if scaled else places[p] != places[q])
        for p, q in combinations(range(len(places)), 2)
    )


@cache
def most(weights: tuple[int, ...], scaled: bool) -> int:
    """Dmax, over each of the 3^n ways in which n can vote."""
    return max(discord(places, weights, scaled) for places in product(range(3), repeat=len(weights)))


@cache
def by_definition(
    places: Places, saliences: tuple[int, ...], scaled: bool
) -> tuple[Fraction | None, Fraction, Fraction]:
    """A, and the least and the most of it over every way in which the absent could have voted."""
    known = [n for n, place in enumerate(places) if place is not None]
    weights = saliences if len(known) == len(places) else (1,) * len(places)
    value = None
    if len(known) > 1:
        held = tuple(weights[n] for n in known)
        value = 1 - Fraction(discord([p for p in places if p is not None], held, scaled), most(held, scaled))
    fillings = product(*(range(3) if place is None else (place,) for place in places))
    completed = [1 - Fraction(discord(filled, weights, scaled), most(weights, scaled)) for filled in fillings]
    return value, min(completed), max(completed)


def places_of(votes: Mapping[str, str], members: Sequence[str]) -> Places:
    return tuple(PLACES[votes[m]] if m in votes else None for m in members)


def same(found: Harmony, value: Fraction | None, low: Fraction, high: Fraction) -> bool:
    near: Callable[[Fraction], object] = lambda one: pytest.approx(float(one), abs=1e-12)  # noqa: E731
    return (
        (found.value is None if value is None else found.value == near(value))
        and found.low == near(low)
        and found.high == near(high)
    )


def mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction()) / len(values)


@pytest.mark.parametrize("saliences", [EVEN, UNEVEN], ids=["alike", "weighed"])
@pytest.mark.parametrize("scaled", [True, False], ids=["ordered", "unordered"])
def test_eight_members_on_971_resolutions(
    published: Assembly, calls: RollCalls, saliences: tuple[int, ...], scaled: bool
) -> None:
    found = of_calls(calls, MEMBERS, saliences, scaled)
    expected = {i: by_definition(places_of(v, MEMBERS), saliences, scaled) for i, v in published.items()}
    assert len(expected) == 971
    assert found.keys() == expected.keys()
    assert [i for i, one in found.items() if not same(one, *expected[i])] == []
    known = {i: sum(m in votes for m in MEMBERS) for i, votes in published.items()}
    assert {i: (one.known, one.members) for i, one in found.items()} == {i: (n, 8) for i, n in known.items()}
    assert {i for i, one in found.items() if one.weighted} == {
        i for i, n in known.items() if n == 8 and saliences != EVEN
    }
    assert sum(n == 8 for n in known.values()) == 619  # the others leave an interval
    whole = body_harmony(found)
    value, low, high = zip(*expected.values(), strict=True)
    assert same(whole, mean(value), mean(low), mean(high))
    assert whole.coverage == pytest.approx(float(Fraction(sum(known.values()), 8 * 971)))
    assert mean(low) < mean(value) < mean(high)


def test_the_body_s_mean_weighs_issues_by_salience(published: Assembly, calls: RollCalls) -> None:
    found = of_calls(calls, MEMBERS, EVEN, True)
    weigh = {i: 1 + int(i) % 5 for i in found}
    expected = {i: by_definition(places_of(v, MEMBERS), EVEN, True) for i, v in published.items()}
    value, low, high = (
        Fraction(sum((weigh[i] * one[n] for i, one in expected.items()), Fraction())) / sum(weigh.values())  # type: ignore[operator]
        for n in range(3)
    )
    assert same(body_harmony(found, dict(weigh)), value, low, high)


@pytest.mark.parametrize("pair", list(combinations(MEMBERS, 2)), ids="-".join)
def test_each_pair_by_the_definition_and_by_its_votes(
    published: Assembly, calls: RollCalls, pair: tuple[str, str]
) -> None:
    """Of two on an ordered issue harmony is 1 less how far apart they voted: its mean is Lijphart's index; on an
    unordered one it is the share of the very same votes. Where one was absent it is undefined and may be anything.
    """
    agreed = dyad(calls, *pair).agreement
    for scaled, index in ((True, agreed.lijphart), (False, agreed.identical)):
        found = of_calls(calls, pair, (1, 1), scaled)
        expected = {i: by_definition(places_of(v, pair), (1, 1), scaled) for i, v in published.items()}
        assert [i for i, one in found.items() if not same(one, *expected[i])] == []
        whole, values = body_harmony(found), [value for value, _, _ in expected.values() if value is not None]
        lows, highs = [low for _, low, _ in expected.values()], [high for _, _, high in expected.values()]
        assert len(values) == agreed.calls
        assert same(whole, mean(values), mean(lows), mean(highs))
        assert whole.value == pytest.approx(index)


def test_the_vote_on_jerusalem_of_21_december_2017_by_hand(published: Assembly, calls: RollCalls) -> None:
    """No: Israel, the United States; abstaining: Australia, Canada; yes: Russia, the United Kingdom; Ukraine was away.

    Ordered, in half steps: yes and no are 2 apart in 4 pairs, an abstention 1 from each other vote in 8: D = 16; three
    against three would be 9 pairs of 2: A = 1 - 16/18. With Ukraine three against four: 24; its abstention adds 4, any
    other vote 6. Unordered: 12 pairs of 15 differ, and no more can; with Ukraine 16 of 21, wherever it stands.
    """
    members = ("aus", "can", "gbr", "isr", "rus", "ukr", "usa")
    votes = {"isr": "no", "usa": "no", "aus": "abstain", "can": "abstain", "rus": "yes", "gbr": "yes"}
    assert {m: vote for m, vote in published[JERUSALEM].items() if m in members} == votes
    ordered, unordered = (of_calls(calls, members, (1,) * 7, scaled)[JERUSALEM] for scaled in (True, False))
    assert same(ordered, Fraction(1, 9), Fraction(2, 24), Fraction(4, 24))
    assert same(unordered, Fraction(0), Fraction(0), Fraction(0))
    assert ordered.coverage == unordered.coverage == pytest.approx(6 / 7)
