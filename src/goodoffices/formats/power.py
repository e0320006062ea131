"""Voting power when members vote yes or no: what a rule gives each of them before anybody knows what is voted on.

- Banzhaf: the share of coalitions of the others that a member turns (absolute), and its part of all swings
  (normalised); J. Banzhaf, "Weighted Voting Doesn't Work", Rutgers Law Review 19, 1965.
- Shapley-Shubik: how often a member turns the outcome when they join in random order; L. Shapley and M. Shubik, "A
  Method for Evaluating the Distribution of Power in a Committee System", American Political Science Review 48, 1954.
- Coleman: a collectivity's power to act, and a member's to prevent and to initiate action; J. Coleman, "Control of
  Collectivities and the Power of a Collectivity to Act", in B. Lieberman (ed.), Social Choice, 1971.

All are fractions, exact.
"""

from fractions import Fraction
from math import factorial
from operator import mul

from msgspec import Struct

from goodoffices.formats.rule import Rule, sound
from goodoffices.formats.swings import swings


class MemberPower(Struct, frozen=True, kw_only=True):
    """One member's power. swings: coalitions of the others that it turns, of 2**(n - 1). prevent: of the winning
    coalitions, the share it can break; initiate: of the losing ones, the share it can make win.
    """

    member: str
    swings: int
    absolute: Fraction
    banzhaf: Fraction
    shapley_shubik: Fraction
    prevent: Fraction
    initiate: Fraction


class Power(Struct, frozen=True, kw_only=True):
    """A body's power to act (the share of coalitions that adopt), each member's power, who can stop everything alone,
    and who can never matter.
    """

    act: Fraction
    members: tuple[MemberPower, ...]
    vetoes: tuple[str, ...]
    dummies: tuple[str, ...]


def power(rule: Rule) -> Power:
    """Power under a rule, with abstention counted as a no. Raises what `rule.sound` and `swings` raise."""
    found = swings(sound(rule))
    n = len(rule.members)
    losing = 2**n - found.winning
    total = sum(map(sum, found.by_size.values()))
    orders = [factorial(size) * factorial(n - 1 - size) for size in range(n)]
    members = []
    for member in rule.members:
        by_size = found.by_size[member]
        turned = sum(by_size)
        members.append(
            MemberPower(
                member=member,
                swings=turned,
                absolute=Fraction(turned, 2 ** (n - 1)),
                banzhaf=_share(turned, total),
                shapley_shubik=Fraction(sum(map(mul, by_size, orders)), factorial(n)),
                prevent=_share(turned, found.winning),
                initiate=_share(turned, losing),
            )
        )
    return Power(
        act=Fraction(found.winning, 2**n),
        members=tuple(members),
        vetoes=tuple(m.member for m in members if m.swings == found.winning > 0),
        dummies=tuple(m.member for m in members if not m.swings),
    )


def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole else Fraction(0)
