"""A party's answer to a text."""

from typing import ClassVar, Literal

from goodoffices.vocabulary.content import Content
from goodoffices.vocabulary.when import When


class Acceptance(Content, frozen=True, tag="acceptance"):
    """An acceptance. party: id; text, version: which text, as of when or by which symbol; answer; reservations."""

    label: ClassVar[str] = "Acceptance"
    plural: ClassVar[str] = "Acceptances"
    comparable: ClassVar[tuple[str, ...]] = ("date", "answer", "reservations")

    party: str = ""
    text: str = ""
    version: str = ""
    answer: Literal["accepted", "accepted_with_reservations", "rejected"] = "accepted"
    reservations: tuple[str, ...] = ()

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        return (self.party, self.text.casefold(), self.version) if self.party and self.text else None
