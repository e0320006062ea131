"""Which utility vectors are dominated: the innermost question of the frontier.

Filtering is moocore's (C; sweeps for two and three parties, Kung's divide and conquer above). An own
sort-and-sweep in numpy for two parties was slower: see docs/decisions/0003-frontier-engine.md.
"""

import builtins
import itertools
import math
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import moocore
import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.table import Points

Map = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""`map` or something that behaves like it and works in parallel (threads do: the filter releases the
lock)."""

SLABS = 4
"""Into how many parts a filter is cut for a parallel map."""

SHARED = 60_000
"""Fewer rows than this are filtered in one go."""


def undominated(points: Points, map: Map = builtins.map) -> NDArray[np.bool_]:
    """Mask of the rows no other row dominates (at least as good for all, better for one). Equal rows all
    stay."""
    if len(points) < 2:
        return np.ones(len(points), bool)
    if map is not builtins.map and len(points) >= SHARED and points.shape[1] > 3:
        return _in_slabs(points, map)
    mask: NDArray[np.bool_] = moocore.is_nondominated(points, maximise=True, keep_weakly=True)
    return mask


def _in_slabs(points: Points, map: Map) -> NDArray[np.bool_]:
    """The same in slabs by the first party's utility, filtered independently.

    A row is dominated from a higher slab exactly when a row of that slab is at least as good for all other
    parties. So a slab needs of the higher ones only their front for the other parties: 2.06 million
    candidates of five parties took 10.5 s in two threads against 17.7 s in one piece.
    """
    order = np.argsort(-points[:, 0], kind="stable")
    high = -points[order, 0]
    cuts = sorted({int(np.searchsorted(high, high[k * len(high) // SLABS])) for k in range(SLABS)} | {len(high)})
    jobs: list[Points] = []
    above = np.zeros((0, points.shape[1]))
    for start, stop in itertools.pairwise(cuts):
        slab = points[order[start:stop]]
        above[:, 0] = slab[0, 0] + 1
        jobs.append(np.concatenate([slab, above]))
        front = np.concatenate([slab, above])
        above = front[undominated(np.ascontiguousarray(front[:, 1:]))] if stop < len(high) else front
    mask = np.zeros(len(points), bool)
    for (start, stop), found in zip(itertools.pairwise(cuts), map(undominated, jobs), strict=True):
        mask[order[start:stop]] = found[: stop - start]
    return mask


def undominated_by(points: Points, others: Points) -> NDArray[np.bool_]:
    """Mask of the rows of `points` that no row of `others` dominates; `points` do not dominate each other."""
    if not len(others) or not len(points):
        return np.ones(len(points), bool)
    return undominated(np.concatenate([points, others]))[: len(points)]


def distinct(points: Points) -> tuple[NDArray[np.int64] | None, NDArray[np.int64] | None]:
    """Groups of equal rows: (order, starts), where rows order[starts[k]:starts[k+1]] are equal; (None, None)
    if all differ.

    Rows are compared by a 64-bit hash and then exactly, so a collision costs time but never an answer.
    """
    if len(points) < 2:
        return None, None
    key = points.astype(np.int64) @ _odd(points.shape[1])
    if _differ(key):
        return None, None
    order = np.argsort(key, kind="stable")
    fresh = np.ones(len(key), bool)
    fresh[1:] = key[order][1:] != key[order][:-1]
    same = np.flatnonzero(~fresh)
    if (points[order[same]] != points[order[same - 1]]).any():
        order = np.lexsort(points.T)
        fresh[1:] = (points[order][1:] != points[order][:-1]).any(axis=1)
    return order, np.append(np.flatnonzero(fresh), len(points))


def _differ(key: NDArray[np.int64]) -> bool:
    ordered = np.sort(key)
    return bool((ordered[1:] != ordered[:-1]).all())


@cache
def _odd(parties: int) -> NDArray[np.int64]:
    return np.random.default_rng(20100319).integers(2**62, 2**63, parties, dtype=np.int64) | 1


def descending(points: Points) -> NDArray[np.int64]:
    """The order that sorts rows from the best for the first party downwards, then the second, and so on."""
    return np.lexsort(-points.T[::-1])


def thinned(points: Points, cell: float) -> NDArray[np.int64]:
    """Indices of one row per box of side `cell`: every row has a kept one at most `cell` below it for each
    party.

    Of a box the row with the greatest sum is kept.
    """
    boxes = np.floor_divide(points, cell).astype(np.int64)
    boxes -= boxes.min(axis=0)
    sides = [int(side) + 1 for side in boxes.max(axis=0)]
    order = np.argsort(-points.sum(axis=1), kind="stable")
    if math.prod(sides) < 2**62:
        key = np.ravel_multi_index(tuple(boxes.T), sides)
        _, first = np.unique(key[order], return_index=True)
    else:
        _, first = np.unique(boxes[order], axis=0, return_index=True)
    kept: NDArray[np.int64] = np.sort(order[first])
    return kept


def cell_for(points: Points, most: int) -> float:
    """A side of boxes, in micro-points, that leaves at most `most` rows; 0 when there are no more than
    that."""
    if len(points) <= most:
        return 0.0
    spread = float(np.ptp(points, axis=0).max())
    cell: float = max(1.0, spread / max(1.0, float(most) ** (1 / max(1, points.shape[1] - 1))) / 4)
    while len(thinned(points, cell)) > most:
        cell *= 1.25
    return cell
