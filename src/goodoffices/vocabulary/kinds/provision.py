"""What a decision or an agreement sets to be done."""

from typing import Any, ClassVar, Literal, Self

from msgspec import Struct

from goodoffices.vocabulary.content import Content, Keys, NameOf, Stretches, first_day, last_day
from goodoffices.vocabulary.likeness import apart, like, overlap, spans
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.when import When

Force = Literal["undertaken", "agreed", "binding", "called_for", "expected"]

# Owed by whoever undertook, agreed or is bound; what is called for or expected may pass its date without reproach.
DUTIES: frozenset[Force] = frozenset({"undertaken", "agreed", "binding"})


class Recurrence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something due again and again: `every` an ISO 8601 duration, from its anchor until its end, if it has one."""

    every: str
    since: When | None = None
    until: When | None = None


class Provision(Content, frozen=True, tag="provision"):
    """A provision. of: id of the decision or agreement; addressees, beneficiary, monitor, judge: party ids (who
    watches is not who may say whether it is kept); act: what is to be done, in a few words; after: ids of what it
    follows in sequence; condition: the words of its condition, and depends_on the ids of what must occur for it;
    continuing: a duty to keep up rather than to discharge once.
    """

    label: ClassVar[str] = "Provision"
    plural: ClassVar[str] = "Provisions"
    comparable: ClassVar[tuple[str, ...]] = ("force", "deadline", "monitor", "judge")
    passing: ClassVar[frozenset[str]] = frozenset({"monitor", "judge"})  # both pass from hand to hand

    of: str = ""
    addressees: tuple[str, ...] = ()
    act: str = ""
    force: Force = "called_for"
    deadline: When | None = None
    after: tuple[str, ...] = ()
    condition: Quote | None = None
    depends_on: tuple[str, ...] = ()
    recurrence: Recurrence | None = None
    review: When | None = None
    beneficiary: str = ""
    monitor: str = ""
    judge: str = ""
    continuing: bool = False

    def matter_keys(self, valid: When | None) -> Keys:
        if self.act:
            yield from ((self.act.casefold(), who) for who in self.addressees or ("",))
            yield from ((self.of, who) for who in self.addressees or ("",) if self.of)
            yield from ((who, day) for who in self.addressees for day in spans(valid))

    def stretches(self, valid: When | None) -> Stretches:
        if self.recurrence:
            yield "since of recurrence", self.recurrence.since, "until of recurrence", self.recurrence.until

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        days = apart(valid, others)
        if not overlap(self.addressees, other.addressees):
            return False
        one_source = bool(self.of) and self.of == other.of
        if like(self.act, other.act):
            # A duty to keep up is restated from text to text; one to discharge is another each time it is set.
            return one_source or (days is not None and days <= 1) or (self.continuing and other.continuing)
        ends = self.deadline and self.deadline.latest, other.deadline and other.deadline.latest
        return one_source and set(self.addressees) == set(other.addressees) and bool(ends[0]) and ends[0] == ends[1]

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "addressees": [name(a) for a in self.addressees],
            "force": self.force,
            "due_earliest": first_day(self.deadline),
            "due_latest": last_day(self.deadline),
            "condition": self.condition.exact if self.condition else None,
        }
