"""Rules of adoption: chambers with weights and thresholds, vetoes, and alternatives between such ways."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from goodoffices.errors import BadArgument


class Chamber(Struct, frozen=True, kw_only=True):
    """A threshold of one way: the weights of those who vote yes come to `quota` at least.

    weights: member id -> whole number, 0 or more; who is not named weighs nothing. share: instead of a quota, of those
    who vote yes or no the yes must come to this share at least (present and voting); strictly: to more than it.
    """

    name: str
    weights: dict[str, int]
    quota: int = 0
    share: str = ""
    strictly: bool = False

    def reached(self, yes: int, no: int) -> bool:
        """Whether the weights of yes (and, for a share, of no) suffice."""
        if not self.share:
            return yes >= self.quota
        needed = Fraction(self.share) * (yes + no)
        return yes > needed if self.strictly else yes >= needed and yes > 0


class Block(Struct, frozen=True, kw_only=True):
    """Members whose votes against come to `quota` stop the way: a veto where each of them weighs the quota."""

    name: str
    weights: dict[str, int]
    quota: int = 1


class Way(Struct, frozen=True, kw_only=True):
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
            and all(_sum(b.weights, no) < b.quota for b in way.blocks)
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


def weighted(weights: Mapping[str, int], quota: int, vetoes: Sequence[str] = ()) -> Rule:
    """Weighted voting with a quota, and members who may veto by voting against."""
    chamber = Chamber(name="quota", weights=dict(weights), quota=quota)
    blocks = (Block(name="veto", weights=dict.fromkeys(vetoes, 1)),) if vetoes else ()
    return Rule(members=tuple(weights), ways=(Way(chambers=(chamber,), blocks=blocks),))


def sound(rule: Rule) -> Rule:
    """The rule, if it can be used.

    BadArgument without members or ways, for a member named twice, a weight that is negative or of no member, a quota
    above the total or below 1, a share outside 0 to 1.
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
    return rule


def _check(part: Chamber | Block, members: Sequence[str]) -> None:
    strangers = [member for member in part.weights if member not in members]
    if strangers:
        raise BadArgument(f"{part.name}: weights are those of members", strangers, "Add them to the members.")
    if any(weight < 0 for weight in part.weights.values()):
        raise BadArgument(f"{part.name}: a weight is 0 or more", part.weights, "Give whole numbers from 0.")
    total = sum(part.weights.values())
    if isinstance(part, Chamber) and part.share:
        try:
            share = Fraction(part.share)
        except (ValueError, ZeroDivisionError) as error:
            raise BadArgument(f"{part.name}: a share is a fraction", part.share, "For example 2/3.") from error
        if not 0 < share <= 1 or (part.strictly and share == 1):
            raise BadArgument(f"{part.name}: a share lies between 0 and 1", part.share, "For example 2/3.")
        if not total:
            raise BadArgument(f"{part.name}: somebody weighs something", part.weights, "Give whole numbers from 0.")
        return
    if part.quota < 1 or (isinstance(part, Chamber) and part.quota > total):
        raise BadArgument(f"{part.name}: a quota lies between 1 and the total of {total}", part.quota, "Lower it.")


def _sum(weights: Mapping[str, int], members: Sequence[str]) -> int:
    return sum(weights.get(member, 0) for member in members)
