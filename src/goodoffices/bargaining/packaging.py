"""What bargaining over the issues together gains over settling each on its own."""

import msgspec
import numpy as np

from goodoffices.bargaining.limits import FREELY, Limits
from goodoffices.bargaining.ordering import components
from goodoffices.bargaining.solutions import best_rows, solutions
from goodoffices.bargaining.table import Package, Table


class Packaging(msgspec.Struct, frozen=True):
    """The package agreed together against the one put together issue by issue.

    `gains`: micro-points per party, None where there is no package acceptable to all. `stuck`: issues on
    which nothing was as good as the standstill for everybody, so the standstill stays. `acceptable`: whether
    the separate settlements together would be accepted by all.
    """

    concept: str
    together: Package | None
    separate: Package
    gains: tuple[int, ...] | None
    stuck: tuple[str, ...]
    acceptable: bool


def packaging(table: Table, concept: str = "nash", limits: Limits = FREELY) -> Packaging:
    """Each issue alone by `concept`, nobody below the standstill on it: the status quo's option if the
    scenario has one, else the share of the reservation the issue carries (by the most it can give the
    party). Linkages are ignored while settling separately and counted when the result is valued.
    """
    best = np.array([rows.max(axis=0) for rows in table.contributions])
    share = best / np.maximum(best.sum(axis=0), 1)
    chosen, stuck = [], []
    for i, rows in enumerate(table.contributions):
        if table.status_quo is not None:
            floor = rows[table.status_quo[i]]
        else:
            floor = np.floor(share[i] * np.array(table.reservations, float))
        good = np.flatnonzero((rows >= floor).all(axis=1))
        if len(good):
            least = tuple(int(x) for x in floor)
            chosen.append(int(good[best_rows(concept, rows[good], least)[0]]))
        else:
            stuck.append(table.issues[i])
            chosen.append(int((rows - floor).min(axis=1).argmax()))
    separate = tuple(chosen)
    found = solutions(table, (concept,), limits=limits).get(concept)
    utilities = table.utilities([separate])[0]
    accepted = bool((utilities >= np.array(table.reservations, float)).all() and not table.refused([separate]).any())
    gains = None if found is None else tuple(int(a - b) for a, b in zip(found.utilities, utilities, strict=True))
    return Packaging(concept, None if found is None else found.package, separate, gains, tuple(stuck), accepted)


def tied_issues(table: Table) -> tuple[tuple[str, ...], ...]:
    """The groups of issues linkages tie together: what cannot be settled apart without breaking a linkage
    up."""
    return tuple(tuple(table.issues[i] for i in group) for group in components(table)[1])
