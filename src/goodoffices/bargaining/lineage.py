"""From points back to packages: how many packages share a point, and which."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.layers import Layer
from goodoffices.bargaining.table import Package

COUNTABLE = 2**62
"""With fewer packages than this, counts are machine integers; above, Python's."""


def choices(layer: Layer, issues: Sequence[int], rows: NDArray[np.int64] | None = None) -> NDArray[np.int16]:
    """Options on `issues` of one package behind each row, shape (rows, issues)."""
    at = np.arange(len(layer.points)) if rows is None else rows
    out = np.zeros((len(at), len(issues)), np.int16)
    _fill(layer, at, {issue: column for column, issue in enumerate(issues)}, out)
    return out


def _fill(layer: Layer, at: NDArray[Any], columns: dict[int, int], out: NDArray[np.int16]) -> None:
    while layer.issues & columns.keys():
        first = layer.first()
        origin = at if isinstance(first, slice) else first[at]
        if layer.parts is None:
            out[:, columns[next(iter(layer.issues))]] = layer.of_left[origin]
            return
        _fill(layer.parts[1], layer.of_right[origin], columns, out)
        layer, at = layer.parts[0], layer.of_left[origin]


def counts(layer: Layer, packages: int) -> NDArray[np.int64] | NDArray[np.object_]:
    """How many packages stand behind each row, exactly. `packages`: how many the table has."""
    kind: type = np.int64 if packages < COUNTABLE else object
    return _counted(layer, kind)


def _counted(layer: Layer, kind: type) -> NDArray[np.int64] | NDArray[np.object_]:
    chain = [layer]
    while (parts := chain[-1].parts) is not None:
        chain.append(parts[0])
    here: NDArray[Any] = np.ones(len(chain[-1].of_left), kind)
    for one in reversed(chain):
        if one.parts is not None:
            here = here[one.of_left] * _counted(one.parts[1], kind)[one.of_right]
        if one.starts is not None:
            here = np.add.reduceat(here, one.starts[:-1])
    return here


def behind(layer: Layer, row: int, most: int) -> list[Package]:
    """Up to `most` of the packages behind a row, as option indices over all issues of the layer in order."""
    width = max(layer.issues) + 1
    found = [tuple(sorted(one.items())) for one in _walk(layer, row, most)]
    return [tuple(dict(one).get(issue, 0) for issue in range(width)) for one in found]


def _walk(layer: Layer, row: int, most: int) -> list[dict[int, int]]:
    start, stop = (row, row + 1) if layer.starts is None else layer.starts[row : row + 2].tolist()
    found: list[dict[int, int]] = []
    for origin in range(start, stop):
        if len(found) >= most:
            break
        if layer.parts is None:
            found.append({next(iter(layer.issues)): int(layer.of_left[origin])})
            continue
        for one in _walk(layer.parts[0], int(layer.of_left[origin]), most - len(found)):
            others = _walk(layer.parts[1], int(layer.of_right[origin]), most - len(found))
            found += [one | other for other in others]
    return found[:most]
