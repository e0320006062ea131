"""What a decision or an agreement sets to be done."""

from typing import Any, ClassVar, Literal

from msgspec import Struct

from goodoffices.vocabulary.content import Content, NameOf, first_day, last_day
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

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        made = first_day(valid)
        return (self.act.casefold(), *sorted(self.addressees), made) if self.act and made else None

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "addressees": [name(a) for a in self.addressees],
            "force": self.force,
            "due_earliest": first_day(self.deadline),
            "due_latest": last_day(self.deadline),
            "condition": self.condition.exact if self.condition else None,
        }
