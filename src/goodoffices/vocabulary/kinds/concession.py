"""What one side gave another."""

from typing import Any, ClassVar, Literal, Self

from goodoffices.vocabulary.content import Content, Keys, NameOf
from goodoffices.vocabulary.likeness import agree, like
from goodoffices.vocabulary.when import When


class Concession(Content, frozen=True, tag="concession"):
    """A concession. giver, receiver: party ids; what: given; in_exchange_for: in words; revised: whether it was later
    kept or taken back, and revises the id of the concession that this claim takes back.
    """

    label: ClassVar[str] = "Concession"
    plural: ClassVar[str] = "Concessions"
    comparable: ClassVar[tuple[str, ...]] = ("giver", "receiver", "revised")

    giver: str = ""
    receiver: str = ""
    what: str = ""
    in_exchange_for: str = ""
    revised: Literal["", "kept", "partly_withdrawn", "withdrawn"] = ""
    revises: str = ""

    def matter_keys(self, valid: When | None) -> Keys:
        if self.giver and self.what:
            yield (self.giver,)
        if self.what:
            yield (self.what.casefold(),)

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        same_hands = agree(self.giver, other.giver) and agree(self.receiver, other.receiver)
        return same_hands and like(self.what, other.what)

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "giver": name(self.giver) if self.giver else None,
            "receiver": name(self.receiver) if self.receiver else None,
        }
