"""Who stands where, and how far they agree. Pure: positions and votes in, values with their coverage out."""

from goodoffices.standing.agreement import Agreement, agreement
from goodoffices.standing.dyads import Dyad, dyad, dyads
from goodoffices.standing.harmony import Harmony, Stand, body_harmony, harmony
from goodoffices.standing.issues import OnIssue, on_issues
from goodoffices.standing.positions import Stance, stances
from goodoffices.standing.rollcalls import RollCalls

__all__ = [
    "Agreement",
    "Dyad",
    "Harmony",
    "OnIssue",
    "RollCalls",
    "Stance",
    "Stand",
    "agreement",
    "body_harmony",
    "dyad",
    "dyads",
    "harmony",
    "on_issues",
    "stances",
]
