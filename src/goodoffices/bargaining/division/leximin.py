"""Leximin over divisible issues, for any number of parties: the worst-off as well off as possible, then the next, and
so on.

Level by level: the greatest t that everybody not yet settled can have; a positive price on a party's constraint says
that it has exactly t in every best division, so it is settled there (Potters and Tijs 1992, "The nucleolus of a
matrix game and other nucleoli", Mathematics of Operations Research 17:164-174, in whose general scheme this is one
case). At least one party is settled a level, since the prices of the level sum to one. With two parties the scores
are those of Adjusted Winner.
"""

from fractions import Fraction

from goodoffices.bargaining.division.points import Division, PointTable, sound
from goodoffices.bargaining.division.simplex import maximised
from goodoffices.errors import BadArgument

LARGEST = 200
"""Parties times issues of the largest table: 8 parties and 20 issues took 4 s, 10 and 40 took 79 s."""


def leximin(the: PointTable) -> Division:
    """The division in which the sorted scores are lexicographically greatest; efficient, and exact.

    Of several such divisions one with few shared issues is taken (a vertex: fewer than there are parties). Raises
    BadArgument where the table is too large, BadScenario for unequal totals.
    """
    points = sound(the).points
    parties, issues = len(points), len(the.issues)
    if parties * issues > LARGEST:
        raise BadArgument(f"parties times issues are at most {LARGEST}", parties * issues, "Take issues together.")
    settled: dict[int, Fraction] = {}
    while True:
        shares, prices, level = _level(points, settled)
        fresh = [p for p in range(parties) if p not in settled and prices[p] > 0]
        settled |= dict.fromkeys(fresh, level)
        if len(settled) == parties:
            break
    taken = [list(row) for row in shares]
    for i in range(issues):  # what nobody wants is left over: it goes to the first, so that shares sum to one
        taken[0][i] += 1 - sum(row[i] for row in taken)
    scores = tuple(
        sum((v * x for v, x in zip(row, part, strict=True)), Fraction(0))
        for row, part in zip(points, taken, strict=True)
    )
    return Division(tuple(map(tuple, taken)), scores)


def _level(
    points: tuple[tuple[Fraction, ...], ...], settled: dict[int, Fraction]
) -> tuple[list[list[Fraction]], list[Fraction], Fraction]:
    """The greatest t all others can have while the settled keep what they have: (shares, prices of the parties, t)."""
    parties, issues = len(points), len(points[0])
    zero, one = Fraction(0), Fraction(1)
    rows, bounds = [], []
    for p, row in enumerate(points):
        mine = [zero] * (parties * issues)
        mine[p * issues : (p + 1) * issues] = [-v for v in row]
        rows.append([*mine, zero if p in settled else one])
        bounds.append(-settled[p] if p in settled else zero)
    for i in range(issues):
        rows.append([one if k % issues == i else zero for k in range(parties * issues)] + [zero])
        bounds.append(one)
    found, prices = maximised([zero] * (parties * issues) + [one], rows, bounds)
    shares = [found[p * issues : (p + 1) * issues] for p in range(parties)]
    return shares, prices[:parties], found[-1]
