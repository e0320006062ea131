"""Agreement of two voters from the table of how they voted together.

Votes are 0 (yes), 1/2 (abstain) and 1 (no); the distance of two votes is |x - y|, or its square. With d the mean
distance over the calls in which both voted:

- Lijphart's index, 1 - d: identical votes with an abstention beside a yes or a no as half (A. Lijphart, "The Analysis
  of Bloc Voting in the General Assembly", American Political Science Review 57, 1963).
- S = 1 - 2 d: no correction for chance, or one by even votes over the two ends (C. Signorino and J. Ritter, "Tau-b or
  Not Tau-b", International Studies Quarterly 43, 1999).
- kappa = 1 - d / e, e the mean distance had each voted by its own shares independently of the other; pi the same by the
  shares of both together (F. Haege, "Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance
  Agreement", Political Analysis 19, 2011, after Cohen and Scott). Undefined where no distance is to be expected, as for
  two who always vote yes.
"""

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from goodoffices.errors import BadArgument
from goodoffices.standing.rollcalls import VOTES

_PLACES = np.arange(len(VOTES)) / (len(VOTES) - 1)
_DISTANCE: npt.NDArray[np.float64] = np.abs(_PLACES[:, None] - _PLACES[None, :])


class Agreement(Struct, frozen=True, kw_only=True):
    """calls: in which both voted. lijphart: 0 to 1; s, kappa, pi: -1 to 1; None where undefined (no such call, or for
    the last two no distance to expect). identical: the share of calls with the very same vote.
    """

    calls: int
    identical: float | None
    lijphart: float | None
    s: float | None
    kappa: float | None
    pi: float | None


def agreement(together: npt.NDArray[np.int64], *, squared: bool = False) -> Agreement:
    """Agreement from `together`, 3 x 3: how often the one voted VOTES[i] while the other voted VOTES[j].

    squared: distances are squared, so that a yes against a no weighs four times a yes against an abstention.
    """
    if together.shape != (len(VOTES), len(VOTES)) or (together < 0).any():
        raise BadArgument("two voters' table is 3 x 3 counts", together.tolist(), "Count yes, abstain and no.")
    calls = int(together.sum())
    if not calls:
        return Agreement(calls=0, identical=None, lijphart=None, s=None, kappa=None, pi=None)
    distance = _DISTANCE**2 if squared else _DISTANCE
    shares = together / calls
    found = float((shares * distance).sum())
    one, other = shares.sum(axis=1), shares.sum(axis=0)
    pooled = (one + other) / 2
    return Agreement(
        calls=calls,
        identical=float(np.trace(shares)),
        lijphart=1 - found,
        s=1 - 2 * found,
        kappa=_corrected(found, float(one @ distance @ other)),
        pi=_corrected(found, float(pooled @ distance @ pooled)),
    )


def _corrected(found: float, expected: float) -> float | None:
    return 1 - found / expected if expected > 0 else None
