"""Layers: the undominated partial packages over a set of issues, one block per state of the open linkages.

A linkage is open at a layer when some of its issues are inside and some are not. What later issues need to
know of a partial package is only which open linkages it still satisfies: its state. So a layer keeps one set
of undominated points per state instead of one per combination of options, and a state may prune another
where no completion could let the other catch up. This is multi-objective bucket elimination (Rollón and
Larrosa 2006, "Bucket elimination for multiobjective optimization problems", J. Heuristics 12:307-328) with
states in place of option tuples.
"""

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.bargaining.dominance import distinct, undominated, undominated_by
from goodoffices.bargaining.table import Points, Table

Rows = NDArray[np.int32]


class Layer(msgspec.Struct, frozen=True, eq=False):
    """Undominated partial packages. Rows offsets[b]:offsets[b+1] of `points` are in state masks[b].

    `parts` are the layers it was joined from (none: a leaf, one issue). Origins of row k are the pairs
    (of_left[j], of_right[j]) for starts[k] <= j < starts[k+1]; `starts` None means one origin per row. In a
    leaf of_left holds options.
    """

    issues: frozenset[int]
    masks: tuple[int, ...]
    offsets: tuple[int, ...]
    points: Points
    of_left: Rows
    of_right: Rows
    starts: NDArray[np.int64] | None
    parts: "tuple[Layer, Layer] | None" = None
    loss: float = 0.0
    """How far below a partial package the best row kept for it may lie, for each party, in micro-points."""

    def block(self, b: int) -> slice:
        """The rows of block `b`."""
        return slice(self.offsets[b], self.offsets[b + 1])

    def first(self) -> NDArray[np.int64] | slice:
        """Index of the first origin of each row."""
        return slice(None) if self.starts is None else self.starts[:-1]

    def lineage(self) -> "Layer":
        """This layer without its points: what finding packages still needs once it has been joined."""
        return msgspec.structs.replace(self, points=self.points[:0].copy())

    def own_bytes(self) -> int:
        """Memory of this layer without its parts."""
        return self.points.nbytes + self.of_left.nbytes + self.of_right.nbytes


class Piece(msgspec.Struct, frozen=True, eq=False):
    """Candidates of one state with their origins."""

    points: Points
    of_left: Rows
    of_right: Rows

    def kept(self, mask: NDArray[np.bool_] | NDArray[np.int64]) -> "Piece":
        """The rows chosen by `mask`."""
        return Piece(self.points[mask], self.of_left[mask], self.of_right[mask])


def together(pieces: list[Piece]) -> Piece:
    """The rows of all pieces."""
    if len(pieces) == 1:
        return pieces[0]
    return Piece(
        np.concatenate([p.points for p in pieces]),
        np.concatenate([p.of_left for p in pieces]),
        np.concatenate([p.of_right for p in pieces]),
    )


def assembled(
    issues: frozenset[int],
    states: dict[int, Piece],
    table: Table,
    parts: tuple[Layer, Layer] | None,
    loss: float = 0.0,
) -> Layer:
    """A layer from undominated candidates by state: prunes across states, folds equal rows into one with all
    origins."""
    states = _pruned_across(states, table)
    masks, points, left, right, counts = [], [], [], [], []
    tied = False
    for mask in sorted(states):
        piece = states[mask]
        if not len(piece.points):
            continue
        order, starts = distinct(piece.points)
        if order is None or starts is None or len(starts) == len(piece.points) + 1:
            counts.append(np.ones(len(piece.points), np.int64))
        else:
            tied = True
            counts.append(np.diff(starts))
            piece = Piece(piece.points[order[starts[:-1]]], piece.of_left[order], piece.of_right[order])
        masks.append(mask)
        points.append(piece.points)
        left.append(piece.of_left)
        right.append(piece.of_right)
    parties = len(table.parties)
    return Layer(
        issues,
        tuple(masks),
        (0, *np.cumsum([len(p) for p in points]).tolist()),
        np.concatenate(points) if points else np.zeros((0, parties)),
        np.concatenate(left) if left else np.zeros(0, np.int32),
        np.concatenate(right) if right else np.zeros(0, np.int32),
        np.concatenate([np.zeros(1, np.int64), np.cumsum(np.concatenate(counts))]) if tied else None,
        parts,
        loss,
    )


def leaf(table: Table, issue: int, floor: Points | None = None) -> Layer:
    """The layer of a single issue; options with a contribution below `floor` for some party are left out."""
    rows = table.contributions[issue]
    by_state: dict[int, list[int]] = {}
    for option in range(len(rows)):
        if floor is not None and (rows[option] < floor).any():
            continue
        mask = 0
        for bit, term in enumerate(table.terms):
            wanted = term.options(issue)
            if wanted is not None and option in wanted:
                mask |= 1 << bit
        by_state.setdefault(mask, []).append(option)
    states = {}
    for mask, options in by_state.items():
        chosen = np.array(options, np.int32)
        piece = Piece(rows[chosen], chosen, np.zeros(len(chosen), np.int32))
        states[mask] = piece.kept(undominated(piece.points))
    return assembled(frozenset([issue]), states, table, None)


CROSSING = 64
"""With more states than this, pruning across them costs more than it saves."""


def _pruned_across(states: dict[int, Piece], table: Table) -> dict[int, Piece]:
    """Without the rows that a row of another state beats in every completion.

    For states s and t, completing both alike gives s at least gain(s, t) more than t, party by party: the
    bonuses only s can still collect at their worst, less those only t can still collect at their best. A
    refusal only s can still meet makes the two incomparable.
    """
    if not 1 < len(states) <= CROSSING or sum(len(p.points) for p in states.values()) < 64:
        return states
    effects = np.array([term.effect for term in table.terms], float)
    refusing = sum(1 << b for b, term in enumerate(table.terms) if term.refused_by is not None)
    kept = dict(states)
    for t, piece in states.items():
        for s in states:
            if s == t or s & ~t & refusing or not len(kept[s].points) or not len(kept[t].points):
                continue
            only_s, only_t = _bits(s & ~t), _bits(t & ~s)
            gain = np.minimum(effects[only_s], 0).sum(axis=0) - np.maximum(effects[only_t], 0).sum(axis=0)
            others = kept[s].points + gain
            if (others.max(axis=0) < kept[t].points.min(axis=0)).any():
                continue
            piece = kept[t]
            kept[t] = piece.kept(undominated_by(piece.points, others))
    return kept


def _bits(mask: int) -> list[int]:
    return [b for b in range(mask.bit_length()) if mask >> b & 1]
