"""The bargaining room: what could they all accept, and what is a linkage worth?

The way through it: a `Scenario` (read by `read_scenario`) becomes a `Table` of integers (`table`); `plan`
says what a frontier will cost, `frontier` computes it; `solutions`, `zone`, `linkage_value`, `packaging`,
`upper_hand` and `concession_path` answer from it; `robustness` and `goodoffices.bargaining.assured` answer
where cells are unknown. Beside it stand `division` (who gets which issue), `stability` (would it hold) and `forecast`
(where a question would end). Pure: values in, values out.
"""

from goodoffices.bargaining.frontier import Frontier, frontier
from goodoffices.bargaining.limits import Limits, Progress, TooLarge
from goodoffices.bargaining.linkage_value import LinkageValue, exits, linkage_value
from goodoffices.bargaining.notation import read_scenario, write_scenario
from goodoffices.bargaining.packaging import Packaging, packaging
from goodoffices.bargaining.plan import Plan, plan
from goodoffices.bargaining.robustness import Robustness, robustness
from goodoffices.bargaining.scenario import Scenario
from goodoffices.bargaining.solutions import CONCEPTS, Solution, solutions
from goodoffices.bargaining.solver import Effort, solved
from goodoffices.bargaining.standing import Concession, UpperHand, concession_path, upper_hand
from goodoffices.bargaining.table import Package, Table, table
from goodoffices.bargaining.teaching import teaching_scenario
from goodoffices.bargaining.zone import Zone, best_packages, relaxations, zone
from goodoffices.errors import Cancelled

__all__ = [
    "CONCEPTS",
    "Cancelled",
    "Concession",
    "Effort",
    "Frontier",
    "Limits",
    "LinkageValue",
    "Package",
    "Packaging",
    "Plan",
    "Progress",
    "Robustness",
    "Scenario",
    "Solution",
    "Table",
    "TooLarge",
    "UpperHand",
    "Zone",
    "best_packages",
    "concession_path",
    "exits",
    "frontier",
    "linkage_value",
    "packaging",
    "plan",
    "read_scenario",
    "relaxations",
    "robustness",
    "solutions",
    "solved",
    "table",
    "teaching_scenario",
    "upper_hand",
    "write_scenario",
    "zone",
]
