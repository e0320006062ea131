"""An exchange with quantities: prisoners, hostages, aid."""

from typing import ClassVar

from goodoffices.vocabulary.content import Content
from goodoffices.vocabulary.when import When


class Transfer(Content, frozen=True, tag="transfer"):
    """A transfer. giver, receiver: party ids; what: is handed over; agreed, delivered: how many, None where unsaid."""

    label: ClassVar[str] = "Transfer"
    plural: ClassVar[str] = "Transfers"
    comparable: ClassVar[tuple[str, ...]] = ("agreed", "delivered")

    giver: str = ""
    receiver: str = ""
    what: str = ""
    agreed: float | None = None
    delivered: float | None = None

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        return (self.giver, self.receiver, self.what.casefold()) if self.what else None
