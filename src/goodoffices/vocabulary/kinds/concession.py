"""What one side gave another."""

from typing import Any, ClassVar, Literal

from goodoffices.vocabulary.content import Content, NameOf
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

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        return (self.giver, self.receiver, self.what.casefold()) if self.giver and self.what else None

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "giver": name(self.giver) if self.giver else None,
            "receiver": name(self.receiver) if self.receiver else None,
        }
