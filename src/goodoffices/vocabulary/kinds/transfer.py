"""An exchange with quantities: prisoners, hostages, aid."""

from typing import Any, ClassVar, Self

from goodoffices.vocabulary.content import Content, Keys, NameOf, day
from goodoffices.vocabulary.likeness import agree, apart, like, spans
from goodoffices.vocabulary.when import When


class Transfer(Content, frozen=True, tag="transfer"):
    """A transfer. giver, receiver: party ids; what: is handed over; agreed, delivered: how many, None where unsaid."""

    label: ClassVar[str] = "Transfer"
    plural: ClassVar[str] = "Transfers"
    comparable: ClassVar[tuple[str, ...]] = ("agreed", "delivered")
    passing: ClassVar[frozenset[str]] = frozenset({"delivered"})

    giver: str = ""
    receiver: str = ""
    what: str = ""
    agreed: float | None = None
    delivered: float | None = None

    def matter_keys(self, valid: When | None) -> Keys:
        if self.what:
            yield from ((self.giver, self.receiver, month) for month in spans(valid))
            yield (self.giver, self.receiver, self.what.casefold())

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        days = apart(valid, others)
        same_hands = agree(self.giver, other.giver) and agree(self.receiver, other.receiver)
        return same_hands and like(self.what, other.what) and (days is None or days <= 7)

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "giver": name(self.giver) if self.giver else None,
            "receiver": name(self.receiver) if self.receiver else None,
            "what": self.what or None,
            "agreed": self.agreed,
            "delivered": self.delivered,
            "date": day(valid),
        }
