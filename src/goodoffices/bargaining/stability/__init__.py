"""Would it hold? The graph model for conflict resolution: states, moves, and who would leave a state.

A `Conflict` (read by `read_conflict`) becomes a `Field` of states and moves (`field`); `stability` says which states
hold for whom, `evolution` how they are reached, `changes` what hangs on a single preference; `reneging` makes the
conflict that follows an agreed package.
"""

from goodoffices.bargaining.stability.concepts import CONCEPTS, Stability, coalition_stable, stability
from goodoffices.bargaining.stability.conflict import Conflict, Field, Option, field
from goodoffices.bargaining.stability.foresight import Change, Evolution, Step, changes, evolution
from goodoffices.bargaining.stability.graph import Graph, graph
from goodoffices.bargaining.stability.notation import read_conflict
from goodoffices.bargaining.stability.preferences import Preference
from goodoffices.bargaining.stability.reneging import Reneging, reneging

__all__ = [
    "CONCEPTS",
    "Change",
    "Conflict",
    "Evolution",
    "Field",
    "Graph",
    "Option",
    "Preference",
    "Reneging",
    "Stability",
    "Step",
    "changes",
    "coalition_stable",
    "evolution",
    "field",
    "graph",
    "read_conflict",
    "reneging",
    "stability",
]
