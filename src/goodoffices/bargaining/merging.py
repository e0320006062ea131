"""Joining two layers into one over the issues of both."""

import msgspec
import numpy as np

from goodoffices.bargaining.dominance import Map, cell_for, thinned, undominated
from goodoffices.bargaining.layers import Layer, Piece, assembled, together
from goodoffices.bargaining.limits import Limits
from goodoffices.bargaining.sieve import Keep
from goodoffices.bargaining.table import Points, Table

WRITTEN = 400_000
"""Candidates written down at a time, so that what the sieve drops never fills the memory."""


class Pairing(msgspec.Struct, frozen=True, eq=False):
    """A block of the left layer with one of the right layer, and what linkages settled by the pair add."""

    left: slice
    right: slice
    added: Points


class Joining(msgspec.Struct, frozen=True, eq=False):
    """How two layers are joined.

    `floor`: partial sums below it (micro-points, per party) can no longer reach a reservation. `cell`: side
    of the thinning boxes, 0 for exact. `most`: rows a layer is thinned to once it has more than
    `borne`, 0 for no bound. `filtered` False leaves dominated rows in, where a later join filters.
    """

    table: Table
    limits: Limits
    floor: Points | None = None
    cell: float = 0.0
    most: int = 0
    borne: int = 0
    filtered: bool = True
    map: Map = map


def joined(left: Layer, right: Layer, how: Joining, keep: Keep | None = None) -> Layer:
    """The layer over the issues of both, with every pair of undominated parts tried."""
    states = pairings(left, right, how.table)

    def solve(item: tuple[int, list[Pairing]]) -> tuple[int, Piece]:
        return item[0], _state(left, right, item[1], how, keep)

    found = dict(map(solve, states.items()))
    cell = how.cell
    if how.most and sum(len(piece.points) for piece in found.values()) > how.borne:
        share = max(1, how.most // len(found))
        cell = max(cell_for(piece.points, share) for piece in found.values())
    if cell:
        found = {mask: piece.kept(thinned(piece.points, cell)) for mask, piece in found.items() if len(piece.points)}
    loss = left.loss + right.loss + cell
    return assembled(left.issues | right.issues, found, how.table, (left.lineage(), right.lineage()), loss)


def pairings(left: Layer, right: Layer, table: Table) -> dict[int, list[Pairing]]:
    """Which blocks meet in which state; pairs that complete a refusal are left out."""
    issues = left.issues | right.issues
    outside_left = outside_right = settled = open_ = 0
    for bit, term in enumerate(table.terms):
        touched = {issue for issue, _ in term.pattern}
        outside_left |= (not touched & left.issues) << bit
        outside_right |= (not touched & right.issues) << bit
        inside = touched <= issues
        settled |= (inside and not touched <= left.issues and not touched <= right.issues) << bit
        open_ |= (bool(touched & issues) and not inside) << bit
    found: dict[int, list[Pairing]] = {}
    for a, left_mask in enumerate(left.masks):
        for b, right_mask in enumerate(right.masks):
            alive = (left_mask | outside_left) & (right_mask | outside_right)
            added = np.zeros(len(table.parties))
            refused = False
            for bit, term in enumerate(table.terms):
                if alive & settled & (1 << bit):
                    refused = refused or term.refused_by is not None
                    added += term.effect
            if not refused:
                found.setdefault(alive & open_, []).append(Pairing(left.block(a), right.block(b), added))
    return found


def _state(left: Layer, right: Layer, pairs: list[Pairing], how: Joining, keep: Keep | None) -> Piece:
    room = how.limits.candidates(len(how.table.parties))
    done: list[Piece] = []
    waiting = 0
    for pair in pairs:
        width = pair.right.stop - pair.right.start
        stride = max(1, min(room, WRITTEN) // max(1, width))
        for start in range(pair.left.start, pair.left.stop, stride):
            how.limits.check()
            piece = _product(left, right, slice(start, min(start + stride, pair.left.stop)), pair, how, keep)
            done.append(piece)
            waiting += len(piece.points)
            if waiting > room and len(done) > 1:
                done = [_filtered(together(done), how)]
                waiting = len(done[0].points)
                how.limits.fits(2 * done[0].points.nbytes)
    piece = together(done)
    return _filtered(piece, how) if how.filtered else piece


def _filtered(piece: Piece, how: Joining) -> Piece:
    mask = undominated(piece.points, how.map)
    return piece if mask.all() else piece.kept(mask)


def _product(left: Layer, right: Layer, rows: slice, pair: Pairing, how: Joining, keep: Keep | None) -> Piece:
    """All sums of `rows` with the right block, less those the sieve or the reservations rule out."""
    wide = pair.right.stop - pair.right.start
    ones, others = left.points[rows], right.points[pair.right] + pair.added
    if keep is None:
        sums = (ones[:, None, :] + others[None]).reshape(-1, ones.shape[1])
        at = np.arange(len(ones) * wide, dtype=np.int64)
    else:
        at = np.flatnonzero(keep(rows, pair.right))
        sums = ones[at // wide] + others[at % wide]
    if how.floor is not None:
        alive = (sums >= how.floor).all(axis=1)
        if not alive.all():
            sums, at = sums[alive], at[alive]
    return Piece(sums, (at // wide + rows.start).astype(np.int32), (at % wide + pair.right.start).astype(np.int32))
