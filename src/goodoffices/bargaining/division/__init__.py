"""Fair division: who gets which issue, and which one is shared in which proportion.

`adjusted_winner` for two parties, `leximin` for more; both exact, in fractions.
"""

from goodoffices.bargaining.division.adjusted_winner import Handover, Winning, adjusted_winner
from goodoffices.bargaining.division.leximin import leximin
from goodoffices.bargaining.division.points import Division, PointTable, read_points

__all__ = [
    "Division",
    "Handover",
    "PointTable",
    "Winning",
    "adjusted_winner",
    "leximin",
    "read_points",
]
