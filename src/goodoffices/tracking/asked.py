"""What a provision asks, as its sources have it: one version, or several where they differ on what decides."""

from collections.abc import Sequence
from functools import cached_property
from itertools import product

from msgspec import Struct

from goodoffices.tracking.days import when_in_words
from goodoffices.tracking.held import Said, affirmed, held, ids, sayings
from goodoffices.tracking.states import Reason
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.kinds import Force, Provision, Recurrence
from goodoffices.vocabulary.when import When

_FORCES = {
    "undertaken": "Undertaken",
    "agreed": "Agreed",
    "binding": "Imposed with binding force",
    "called_for": "Called for",
    "expected": "Expected",
}


class Asked(Struct, frozen=True, kw_only=True, dict=True):
    """One version of a provision. deadline: without alternatives; condition: its words, "" for none; made: when it
    was set; source, reading: which of the versions and readings this is; claims: ids of those who say so.
    """

    act: str
    force: Force
    deadline: When | None
    condition: str
    depends_on: tuple[str, ...]
    after: tuple[str, ...]
    recurrence: Recurrence | None
    continuing: bool
    judge: str
    of: str
    made: When | None
    parties: frozenset[str]
    source: tuple[int, ...]
    reading: int
    claims: tuple[str, ...]
    deciding: tuple[str, ...]  # the claims that give this force and this deadline, and the day it is counted from

    @property
    def conditional(self) -> bool:
        """Whether anything must occur first."""
        return bool(self.condition or self.depends_on)

    @cached_property
    def set(self) -> Reason:
        """What was asked, with which force, when and until when: the last reason of every status."""
        act = f": {self.act}" if self.act else ""
        made = f" on {when_in_words(self.made)}" if self.made and self.made.bounded else ""
        return Reason("set", f"{_FORCES[self.force]}{made}{act}; {_limit(self.deadline)}.", self.claims)


def contents(matter: Matter) -> tuple[tuple[Reviewed, Provision], ...]:
    """The affirmed provision claims of a matter with their contents."""
    found = ((r, r.claim.content) for r in affirmed(held(matter)))
    return tuple((r, c) for r, c in found if isinstance(c, Provision))


def asked(matter: Matter, rulings: Sequence[Ruling] = ()) -> tuple[Asked, ...]:
    """Every version of what `matter` asks: for each force and deadline its sources give, each reading of the deadline.

    The rest is pooled: a condition, a sequence, a judge that one source names and the others leave out holds for all.
    Empty when no source affirms it.
    """
    pairs = contents(matter)
    if not pairs:
        return ()
    claims = tuple(r for r, _ in pairs)
    forces = sayings(matter.id, "force", claims, rulings)
    deadlines = sayings(matter.id, "deadline", claims, rulings)
    versions = []
    for source, (force, deadline) in enumerate(product(forces, deadlines)):
        readings = deadline.value.readings() if deadline.value is not None else (None,)
        for reading, when in enumerate(readings):
            versions.append(_version(pairs, force, deadline, when, (source,), reading))
    return tuple(versions)


def _version(
    pairs: Sequence[tuple[Reviewed, Provision]],
    force: Said,
    deadline: Said,
    when: When | None,
    source: tuple[int, ...],
    reading: int,
) -> Asked:
    provisions = [p for _, p in pairs]
    return Asked(
        act=next((p.act for p in provisions if p.act), ""),
        force=force.value,
        deadline=when,
        condition=next((p.condition.exact for p in provisions if p.condition), ""),
        depends_on=tuple(dict.fromkeys(d for p in provisions for d in p.depends_on)),
        after=tuple(dict.fromkeys(a for p in provisions for a in p.after)),
        recurrence=next((p.recurrence for p in provisions if p.recurrence), None),
        continuing=any(p.continuing for p in provisions),
        judge=next((p.judge for p in reversed(provisions) if p.judge), ""),
        of=next((p.of for p in provisions if p.of), ""),
        made=next((r.claim.valid for r, _ in pairs if r.claim.valid and r.claim.valid.bounded), None),
        parties=frozenset(x for p in provisions for x in (*p.addressees, p.beneficiary, p.monitor) if x),
        source=source,
        reading=reading,
        claims=ids(r for r, _ in pairs),
        deciding=tuple(dict.fromkeys((*deadline.claims, *force.claims))),
    )


def _limit(deadline: When | None) -> str:
    if deadline is None:
        return "no date was set"
    if not deadline.bounded:
        return f"its time is {when_in_words(deadline)}"
    basis = f" (“{deadline.basis}”)" if deadline.basis else ""
    bounds = when_in_words(deadline)
    if deadline.earliest and deadline.latest:
        bounds = f"on {bounds}" if deadline.earliest == deadline.latest else f"in the time {bounds}"
    return f"to be done {bounds}{basis}"
