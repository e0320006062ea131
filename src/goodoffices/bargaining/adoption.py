"""Rules of adoption: who accepts a package, and whether that carries it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.scenario import Rule
from goodoffices.bargaining.table import Package, Table


def accepted(table: Table, packages: Sequence[Package] | NDArray[np.integer]) -> NDArray[np.bool_]:
    """Which party accepts which package: at or above its reservation and not refused. Shape (packages,
    parties)."""
    good = table.utilities(packages) >= np.array(table.reservations, float)
    found: NDArray[np.bool_] = good & ~table.refused(packages)
    return found


def adopted(table: Table, rule: Rule, accepts: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which rows of `accepts` (packages, parties) carry under `rule`. More acceptance never carries less."""
    if rule.quota is None:
        unanimous: NDArray[np.bool_] = np.all(accepts, axis=1)
        return unanimous
    votes = np.array(rule.votes or (1,) * len(table.parties))
    vetoes = [table.parties.index(name) for name in rule.vetoes]
    carried: NDArray[np.bool_] = (accepts @ votes >= rule.quota) & accepts[:, vetoes].all(axis=1)
    return carried


def pivotal(table: Table, rule: Rule, package: Package) -> tuple[str, ...]:
    """The parties without whose acceptance the package would not be adopted; empty when it is not adopted."""
    accepts = accepted(table, [package])
    if not adopted(table, rule, accepts)[0]:
        return ()
    found = []
    for p, name in enumerate(table.parties):
        without = accepts.copy()
        without[0, p] = False
        if not adopted(table, rule, without)[0]:
            found.append(name)
    return tuple(found)
