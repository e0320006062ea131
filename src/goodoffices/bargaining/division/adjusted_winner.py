"""Adjusted Winner: two parties, each issue to whom it matters more, then the least that makes both score alike.

Brams and Taylor (1996), Fair Division: From Cake-Cutting to Dispute Resolution, Cambridge University Press, chapter
4. The outcome is efficient, equitable (equal scores) and free of envy, and at most one issue is shared.
"""

from fractions import Fraction

import msgspec

from goodoffices.bargaining.division.points import Division, PointTable, sound
from goodoffices.errors import BadArgument


class Handover(msgspec.Struct, frozen=True):
    """In the adjustment, the part `share` of an issue (1: all of it) goes from one party to the other."""

    issue: int
    giver: int
    receiver: int
    share: Fraction


class Winning(msgspec.Struct, frozen=True):
    """The outcome. `won[i]`: who won issue i at first, None where both gave it the same (it is then the second
    party's to begin with, which changes the handovers and never the outcome). `handovers`: in their order, only the
    last one may be of a part."""

    division: Division
    won: tuple[int | None, ...]
    handovers: tuple[Handover, ...]


def adjusted_winner(the: PointTable) -> Winning:
    """The division of a table of two parties. Raises BadArgument for another number, BadScenario for unequal totals.

    Issues are handed over in the order of the ratio of points, the cheapest for the leader first; those with equal
    ratios as they are listed. Issues to which neither gives a point stay where they are.
    """
    if len(the.parties) != 2:
        raise BadArgument("Adjusted Winner is for two parties", len(the.parties), "For more there is leximin.")
    first, second = sound(the).points
    won = tuple(None if a == b else 0 if a > b else 1 for a, b in zip(first, second, strict=True))
    holds = [Fraction(winner == 0) for winner in won]
    ahead = _lead(first, second, holds)
    leader = 0 if ahead > 0 else 1
    steps = []
    for issue in _ranking(first, second, leader, holds):
        if not ahead:
            break
        worth = first[issue] + second[issue]
        share = min(Fraction(1), abs(ahead) / worth) if worth else Fraction(0)
        if share:
            steps.append(Handover(issue, leader, 1 - leader, share))
            holds[issue] += share if leader else -share
            ahead = _lead(first, second, holds)
    shares = (tuple(holds), tuple(1 - one for one in holds))
    scores = tuple(
        sum((v * x for v, x in zip(row, part, strict=True)), Fraction(0))
        for row, part in zip((first, second), shares, strict=True)
    )
    return Winning(Division(shares, scores), won, tuple(steps))


def _lead(first: tuple[Fraction, ...], second: tuple[Fraction, ...], holds: list[Fraction]) -> Fraction:
    """By how much the first party is ahead of the second."""
    return sum((a * x - b * (1 - x) for a, b, x in zip(first, second, holds, strict=True)), Fraction(0))


def _ranking(
    first: tuple[Fraction, ...], second: tuple[Fraction, ...], leader: int, holds: list[Fraction]
) -> list[int]:
    """The leader's issues, those first that cost it least for what they bring the other."""
    mine, theirs = (first, second) if leader == 0 else (second, first)
    held = [i for i, x in enumerate(holds) if x == 1 - leader]
    return sorted(held, key=lambda i: (not theirs[i], mine[i] / theirs[i] if theirs[i] else Fraction(0), i))
