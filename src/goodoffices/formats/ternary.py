"""Voting power where a member may also abstain (D. Felsenthal and M. Machover, "Ternary Voting Games", International
Journal of Game Theory 26, 1997): the Security Council adopts with a permanent member abstaining, which a game of yes
and no alone would call a veto.

- Banzhaf: the share of the 3**(n - 1) ways in which the others may vote where the member's yes adopts and its no does
  not.
- Shapley-Shubik: members vote yes, abstain or no, each with a third, called in random order; how often a member's vote
  is the one after which the outcome no longer depends on those still to be called. 0 where nothing can be adopted.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import comb, factorial, prod

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from goodoffices.errors import BadArgument
from goodoffices.formats.profiles import Bools, Ints, Kind, adopted, kinds
from goodoffices.formats.rule import Rule, sound

CELLS = 5_000_000  # profiles by kinds of member that are looked at, some 10 s


class TernaryPower(Struct, frozen=True, kw_only=True):
    """One member's power. swings: ways of the others in which it decides, of 3**(n - 1)."""

    member: str
    swings: int
    absolute: Fraction
    banzhaf: Fraction
    shapley_shubik: Fraction


class Ternary(Struct, frozen=True, kw_only=True):
    """Power with abstention. act: the share of the 3**n profiles that adopt; dummies: who can never matter."""

    act: Fraction
    members: tuple[TernaryPower, ...]
    dummies: tuple[str, ...]


class _Profiles(Struct, frozen=True):
    """Profiles by kinds of member: for each kind how many vote yes and no, and how many are still to vote; in how many
    ways each profile comes about; how many have voted in it. Arrays of one length, lists of one array a kind.
    """

    yes: list[Ints]
    no: list[Ints]
    waiting: list[Ints]
    ways: npt.NDArray[np.object_]
    voted: Ints


def ternary(rule: Rule) -> Ternary:
    """Power under a rule, with abstention as it is. Raises what `rule.sound` raises, BadArgument for a rule without
    abstention and for a body too large and too unlike to count.
    """
    if not sound(rule).abstention:
        raise BadArgument("a rule of three votes lets members abstain", rule.abstention, "Ask for `power` instead.")
    alike = kinds(rule)
    n = len(rule.members)
    _fits(prod(comb(kind.size + 3, 3) for kind in alike))
    everybody = _profiles([kind.size for kind in alike], waiting=False)
    outcome = adopted(rule, alike, everybody.yes, everybody.no)
    found = [_kind(rule, alike, place) for place in range(len(alike))]
    total = sum(swings * kind.size for (swings, _), kind in zip(found, alike, strict=True))
    members = {
        member: TernaryPower(
            member=member,
            swings=swings,
            absolute=Fraction(swings, 3 ** (n - 1)),
            banzhaf=Fraction(swings, total) if total else Fraction(0),
            shapley_shubik=pivots,
        )
        for kind, (swings, pivots) in zip(alike, found, strict=True)
        for member in kind.members
    }
    return Ternary(
        act=Fraction(_count(everybody, outcome), 3**n),
        members=tuple(members[member] for member in rule.members),
        dummies=tuple(member for member in rule.members if not members[member].swings),
    )


def _kind(rule: Rule, alike: Sequence[Kind], place: int) -> tuple[int, Fraction]:
    """Swings and Shapley-Shubik index of a member of the kind at `place`."""
    n = len(rule.members)
    others = [kind.size - (number == place) for number, kind in enumerate(alike)]
    cast = _profiles(others, waiting=False)
    decides = _adopts(rule, alike, cast, place, "yes") & ~_adopts(rule, alike, cast, place, "no")
    called = _profiles(others, waiting=True)
    at_most, at_least = _bounds(rule, alike, called, place, "")
    pivots = Fraction(0)
    for vote in ("yes", "abstain", "no"):
        most, least = _bounds(rule, alike, called, place, vote)
        turned = at_most & ~at_least & (most == least)
        by_voted = np.zeros(n, dtype=object)
        np.add.at(by_voted, called.voted[turned], called.ways[turned])
        pivots += sum(
            (
                Fraction(int(count) * factorial(voted) * factorial(n - 1 - voted), factorial(n) * 3 ** (voted + 1))
                for voted, count in enumerate(by_voted)
            ),
            Fraction(0),
        )
    return _count(cast, decides), pivots


def _bounds(rule: Rule, alike: Sequence[Kind], called: _Profiles, place: int, vote: str) -> tuple[Bools, Bools]:
    """The outcome if all who are still to vote (the member too where `vote` is "") vote yes, and if they vote no."""
    yes = [y + w for y, w in zip(called.yes, called.waiting, strict=True)]
    no = [o + w for o, w in zip(called.no, called.waiting, strict=True)]
    return (
        adopted(rule, alike, _plus(yes, place, vote in ("yes", "")), _plus(called.no, place, vote == "no")),
        adopted(rule, alike, _plus(called.yes, place, vote == "yes"), _plus(no, place, vote in ("no", ""))),
    )


def _adopts(rule: Rule, alike: Sequence[Kind], cast: _Profiles, place: int, vote: str) -> Bools:
    return adopted(rule, alike, _plus(cast.yes, place, vote == "yes"), _plus(cast.no, place, vote == "no"))


def _plus(votes: list[Ints], place: int, more: bool) -> list[Ints]:
    return [cast + int(more) if number == place else cast for number, cast in enumerate(votes)]


def _profiles(sizes: Sequence[int], *, waiting: bool) -> _Profiles:
    """Every way in which so many of each kind may vote, or with `waiting` also be still to vote."""
    each = [
        [
            (yes, no, wait, comb(size, yes) * comb(size - yes, no) * comb(size - yes - no, wait), size - wait)
            for yes in range(size + 1)
            for no in range(size - yes + 1)
            for wait in (range(size - yes - no + 1) if waiting else (0,))
        ]
        for size in sizes
    ]
    _fits(prod(map(len, each)))
    places = [np.array(one) for one in zip(*product(*(range(len(one)) for one in each)), strict=True)]
    columns = [list(zip(*one, strict=True)) for one in each]
    taken = [[np.array(column, dtype=object)[place] for column in c] for c, place in zip(columns, places, strict=True)]
    ways = np.array([1] * len(places[0]), dtype=object)
    voted = np.zeros(len(places[0]), dtype=np.int64)
    for kind in taken:
        ways, voted = ways * kind[3], voted + kind[4].astype(np.int64)
    yes, no, wait = ([kind[n].astype(np.int64) for kind in taken] for n in range(3))
    return _Profiles(yes, no, wait, ways, voted)


def _count(profiles: _Profiles, where: Bools) -> int:
    return int(sum(profiles.ways[where]))


def _fits(cells: int) -> None:
    if cells > CELLS:
        remedy = "Round the weights so that more members weigh the same, or ask for `power`."
        raise BadArgument(f"power with abstention looks at {CELLS:,} profiles at most", f"{cells:,}", remedy)
