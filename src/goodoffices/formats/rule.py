"""Rules of adoption: chambers with weights and thresholds, vetoes, and alternatives between such ways."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import isfinite, lcm
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.bargaining.amounts import exactly
from goodoffices.errors import BadArgument

Number = int | float
"""Of a weight or a quota. A decimal counts exactly as it is written."""

LARGEST = 2**62
"""What weights come to, in units in which all are whole; below what numpy counts in."""


class Weighed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Weights of members, and what they have to come to. weights: member id -> number, 0 or more; who is not named
    weighs nothing.
    """

    name: str
    weights: Mapping[str, Number]
    quota: Number = 0

    def of(self, member: str) -> int:
        """What a member weighs, in a rule of whole numbers (`sound`)."""
        return int(self.weights.get(member, 0))

    @property
    def total(self) -> int:
        """What all weigh, in a rule of whole numbers."""
        return sum(map(int, self.weights.values()))


class Chamber(Weighed, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A threshold of one way: the weights of those who vote yes come to `quota` at least.

    share: instead of a quota, of those who vote yes or no the yes must come to this share at least (present and
    voting); strictly: to more than it.
    """

    share: str = ""
    strictly: bool = False

    def reached(self, yes: Fraction, no: Fraction) -> bool:
        """Whether the weights of yes (and, for a share, of no) suffice."""
        if not self.share:
            return yes >= _exact(self.quota)
        needed = Fraction(self.share) * (yes + no)
        return yes > needed if self.strictly else yes >= needed and yes > 0


class Block(Weighed, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Members whose votes against come to `quota` stop the way: a veto where each of them weighs the quota."""

    quota: Number = 1


class Way(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to adopt: every chamber reached and no block."""

    chambers: tuple[Chamber, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def parts(self) -> tuple[Chamber | Block, ...]:
        """Its chambers and blocks."""
        return (*self.chambers, *self.blocks)


class Rule(Struct, frozen=True, kw_only=True):
    """A rule: members (ids), and the ways of which any one suffices. abstention: whether a member may abstain without
    voting against; where not, whoever does not vote yes votes no.
    """

    members: tuple[str, ...]
    ways: tuple[Way, ...]
    abstention: bool = True

    def adopted(self, yes: Sequence[str], no: Sequence[str]) -> bool:
        """Whether a text is adopted when these vote yes and those no, and the others abstain."""
        return any(
            all(c.reached(_sum(c.weights, yes), _sum(c.weights, no)) for c in way.chambers)
            and all(_sum(b.weights, no) < _exact(b.quota) for b in way.blocks)
            for way in self.ways
        )


def consensus(members: Sequence[str]) -> Rule:
    """Nobody votes against, and somebody votes yes: abstaining does not break a consensus."""
    alike = dict.fromkeys(members, 1)
    way = Way(
        chambers=(Chamber(name="somebody in favour", weights=alike, quota=1),),
        blocks=(Block(name="nobody against", weights=alike),),
    )
    return Rule(members=tuple(members), ways=(way,))


def unanimity(members: Sequence[str]) -> Rule:
    """Every member votes yes."""
    return weighted(dict.fromkeys(members, 1), len(members))


def weighted(weights: Mapping[str, Number], quota: Number, vetoes: Sequence[str] = ()) -> Rule:
    """Weighted voting with a quota, and members who may veto by voting against."""
    chamber = Chamber(name="quota", weights=dict(weights), quota=quota)
    blocks = (Block(name="veto", weights=dict.fromkeys(vetoes, 1)),) if vetoes else ()
    return Rule(members=tuple(weights), ways=(Way(chambers=(chamber,), blocks=blocks),))


def coalitions(members: Sequence[str], winning: Sequence[Sequence[str]]) -> Rule:
    """A text is adopted when all of one of these coalitions vote yes: a game given by its minimal winning coalitions.

    BadArgument for an empty one.
    """
    if not all(winning):
        raise BadArgument("a winning coalition has members", [list(one) for one in winning], "Name them.")
    ways = tuple(
        Way(chambers=(Chamber(name=" and ".join(one), weights=dict.fromkeys(one, 1), quota=len(set(one))),))
        for one in winning
    )
    return Rule(members=tuple(members), ways=ways)


def sound(rule: Rule) -> Rule:
    """The rule, if it can be used, in units in which all its weights and quotas are whole numbers.

    BadArgument without members or ways, for a member named twice, a weight that is negative, no number, or of no
    member, a quota above the total or not above 0, a share outside 0 to 1, weights too large to be counted.
    """
    if not rule.members or len(set(rule.members)) < len(rule.members):
        raise BadArgument("a rule names its members, each once", list(rule.members), "Name them.")
    if not rule.ways:
        raise BadArgument("a rule has a way to adopt", 0, "Add a way with its chambers.")
    for way in rule.ways:
        if not way.chambers:
            raise BadArgument("a way has a threshold to reach", way.blocks, "Add a chamber; consensus needs one yes.")
        for part in way.parts:
            _check(part, rule.members)
    return replace(
        rule,
        ways=tuple(
            Way(
                chambers=tuple(replace(one, **_whole(one)) for one in way.chambers),
                blocks=tuple(replace(one, **_whole(one)) for one in way.blocks),
            )
            for way in rule.ways
        ),
    )


def _check(part: Weighed, members: Sequence[str]) -> None:
    if strangers := sorted(set(part.weights) - set(members)):
        raise BadArgument(f"{part.name}: weights are those of members", strangers, "Add them to the members.")
    odd = {member: weight for member, weight in part.weights.items() if not isfinite(weight) or weight < 0}
    if odd:
        raise BadArgument(f"{part.name}: a weight is 0 or more", odd, "Give numbers from 0.")
    total, share = sum(map(_exact, part.weights.values()), Fraction(0)), Fraction(1)
    if isinstance(part, Chamber) and part.share:
        try:
            share = exactly(part.share)
        except ValueError as error:
            raise BadArgument(f"{part.name}: a share is a fraction", part.share, "For example 2/3.") from error
        if not 0 < share <= 1 or (part.strictly and share == 1):
            raise BadArgument(f"{part.name}: a share lies between 0 and 1", part.share, "For example 2/3.")
        if not total:
            raise BadArgument(f"{part.name}: somebody weighs something", dict(part.weights), "Give numbers from 0.")
    elif not isfinite(part.quota) or not 0 < _exact(part.quota) <= total:
        rule = f"{part.name}: a quota is above 0 and at most the total of {float(total):.12g}"
        raise BadArgument(rule, part.quota, "Lower it." if part.quota > 0 else "Raise it.")
    if (counted := total * _unit(part) * share.denominator) >= LARGEST:
        remedy = "Write fewer digits, or round the weights."
        raise BadArgument(f"{part.name}: weights come to less than 2^62 units", f"{float(counted):.3g}", remedy)


def _whole(part: Weighed) -> dict[str, Any]:
    """Its numbers as whole ones."""
    unit = _unit(part)
    weights = {member: int(_exact(weight) * unit) for member, weight in part.weights.items()}
    return {"weights": weights, "quota": int(_exact(part.quota) * unit)}


def _unit(part: Weighed) -> int:
    """Into how many parts one is split, so that all numbers are whole."""
    return lcm(*(_exact(number).denominator for number in (*part.weights.values(), part.quota)))


def _exact(number: Number) -> Fraction:
    return Fraction(number) if isinstance(number, int) else Fraction(str(number))


def _sum(weights: Mapping[str, Number], members: Sequence[str]) -> Fraction:
    return sum((_exact(weights.get(member, 0)) for member in members), Fraction(0))
