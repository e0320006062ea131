"""Votes of a body counted by kinds of member: those who weigh the same everywhere are alike, so that the fifteen of the
Security Council come to two kinds and 66 profiles instead of 32,768.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, floor

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from goodoffices.formats.rule import Block, Chamber, Rule

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Part = Chamber | Block


class Kind(Struct, frozen=True):
    """Members alike in every chamber and block."""

    members: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.members)


def kinds(rule: Rule) -> tuple[Kind, ...]:
    """The kinds of member, in the order in which the rule names their first."""
    found: dict[tuple[int, ...], list[str]] = {}
    for member in rule.members:
        found.setdefault(tuple(part.of(member) for part in parts(rule)), []).append(member)
    return tuple(Kind(tuple(members)) for members in found.values())


def adopted(rule: Rule, alike: Sequence[Kind], yes: Sequence[Ints], no: Sequence[Ints]) -> Bools:
    """Whether each profile adopts. yes, no: for each kind, how many of it vote so; arrays that broadcast together."""
    return outcome(rule, lambda part: _total(part, alike, yes), lambda part: _total(part, alike, no))


def outcome(rule: Rule, yes: Callable[[Part], Ints], no: Callable[[Part], Ints]) -> Bools:
    """Whether a text is adopted where the votes for and against weigh, in each chamber or block, what these say."""
    found: Bools = np.logical_or.reduce(
        [
            np.logical_and.reduce(
                np.broadcast_arrays(
                    *(_reached(chamber, yes(chamber), no(chamber)) for chamber in way.chambers),
                    *(no(block) < block.quota for block in way.blocks),
                )
            )
            for way in rule.ways
        ]
    )
    return found


def threshold(part: Part) -> int:
    """The least weight in favour that satisfies a chamber or block where whoever does not vote yes votes no."""
    if isinstance(part, Block):
        return part.total - int(part.quota) + 1
    if not part.share:
        return int(part.quota)
    share = Fraction(part.share) * part.total
    return max(1, floor(share) + 1 if part.strictly else ceil(share))


def parts(rule: Rule) -> list[Part]:
    """All chambers and blocks of a rule."""
    return [part for way in rule.ways for part in way.parts]


def _total(part: Part, alike: Sequence[Kind], votes: Sequence[Ints]) -> Ints:
    total: Ints = np.zeros((1,) * votes[0].ndim, dtype=np.int64)
    for kind, cast in zip(alike, votes, strict=True):
        if weight := part.of(kind.members[0]):
            total = total + weight * cast
    return np.broadcast_to(total, np.broadcast_shapes(*(cast.shape for cast in votes)))


def _reached(chamber: Chamber, yes: Ints, no: Ints) -> Bools:
    if not chamber.share:
        return yes >= chamber.quota
    share = Fraction(chamber.share)
    mine, needed = yes * share.denominator, share.numerator * (yes + no)
    return mine > needed if chamber.strictly else (mine >= needed) & (yes > 0)
