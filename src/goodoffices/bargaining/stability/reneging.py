"""What if a party reneges? The conflict that follows an agreed package, made from the scenario it was agreed in.

Each party that has something to carry out can stop doing so. What it carries out falls back to the status quo, whoever
else still does his part; the others can answer in the same way.
"""

from collections.abc import Mapping

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.stability.graph import Graph, Values, graph
from goodoffices.bargaining.table import Package, Table
from goodoffices.errors import BadArgument

MOST = 12
"""Parties with something to carry out; their sets are the states."""


class Reneging(msgspec.Struct, frozen=True, eq=False):
    """The conflict after `package`. State 0: all is kept. `packages[s]`: what is in force in state s, `utilities[s]`
    its worth in micro-points per party, `refused[s]`: who would not have it at all. `carriers`: issue -> who carries
    it out (empty: as it was, or nobody loses by it)."""

    graph: Graph
    package: Package
    packages: tuple[Package, ...]
    utilities: tuple[tuple[int, ...], ...]
    refused: tuple[tuple[str, ...], ...]
    carriers: dict[str, tuple[str, ...]]


def reneging(
    table: Table, package: Package, carries: Mapping[str, str] | None = None, reversible: bool = False
) -> Reneging:
    """The conflict over keeping `package`. carries: issue -> the party that carries it out; where it is left out, each
    party does that the option agreed leaves worse off on that issue than the status quo. reversible: who has reneged
    can return to its word. A package that a party refuses outright is for that party worse than all others.

    Raises BadArgument without a complete status quo, for unknown names, or too many parties.
    """
    if table.status_quo is None:
        raise BadArgument("what a party falls back to is known", "no complete status quo", "Add `status_quo:`.")
    carriers = _carriers(table, package, carries or {})
    able = [name for name in table.parties if any(name in who for who in carriers.values())]
    if not able:
        raise BadArgument("somebody has something to carry out", "nobody", "Say who, by issue=party.")
    if len(able) > MOST:
        raise BadArgument(f"at most {MOST} parties carry something out", len(able), "Let fewer, by issue=party.")
    sets = [frozenset(able[k] for k in range(len(able)) if bits >> k & 1) for bits in range(2 ** len(able))]
    packages = tuple(_left(table, package, carriers, out) for out in sets)
    utilities, refused = table.utilities(packages), table.refused(packages)
    reach: list[list[tuple[int, int]]] = []
    for name in table.parties:
        bit = 1 << able.index(name) if name in able else 0
        steps = [(s, s | bit) for s in range(len(sets)) if bit and not s & bit]
        reach.append(steps + ([(b, a) for a, b in steps] if reversible else []))
    ranks = [_ranks(utilities[:, p], refused[:, p]) for p in range(len(table.parties))]
    names = ["kept by all", *(f"{' and '.join(sorted(out))} out" for out in sets[1:])]
    return Reneging(
        graph(table.parties, names, reach, [one.tolist() for one in ranks]),
        package,
        packages,
        tuple(tuple(int(u) for u in row) for row in utilities),
        tuple(tuple(n for n, r in zip(table.parties, row, strict=True) if r) for row in refused),
        carriers,
    )


def _carriers(table: Table, package: Package, carries: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    for issue, party in carries.items():
        if issue not in table.issues or party not in table.parties:
            known = f"Issues: {', '.join(table.issues)}. Parties: {', '.join(table.parties)}."
            raise BadArgument("who carries out what is said as issue=party", f"{issue}={party}", known)
    assert table.status_quo is not None
    found: dict[str, tuple[str, ...]] = {}
    for issue, rows, agreed, before in zip(table.issues, table.contributions, package, table.status_quo, strict=True):
        if agreed == before:
            found[issue] = ()
        elif issue in carries:
            found[issue] = (carries[issue],)
        else:
            worse = rows[agreed] < rows[before]
            found[issue] = tuple(name for name, one in zip(table.parties, worse, strict=True) if one)
    return found


def _left(table: Table, package: Package, carriers: Mapping[str, tuple[str, ...]], out: frozenset[str]) -> Package:
    assert table.status_quo is not None
    return tuple(
        before if out & set(carriers[issue]) else agreed
        for issue, agreed, before in zip(table.issues, package, table.status_quo, strict=True)
    )


def _ranks(utilities: NDArray[np.float64], refused: NDArray[np.bool_]) -> Values:
    return np.unique(np.where(refused, -np.inf, utilities), return_inverse=True)[1].astype(np.int64)
