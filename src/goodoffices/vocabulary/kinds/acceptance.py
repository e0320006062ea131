"""A party's answer to a text."""

from typing import Any, ClassVar, Literal, Self

from goodoffices.vocabulary.content import Content, Keys, NameOf, day
from goodoffices.vocabulary.likeness import agree, like
from goodoffices.vocabulary.when import When


class Acceptance(Content, frozen=True, tag="acceptance"):
    """An acceptance. party: id; text, version: which text, as of when or by which symbol; answer; reservations."""

    label: ClassVar[str] = "Acceptance"
    plural: ClassVar[str] = "Acceptances"
    comparable: ClassVar[tuple[str, ...]] = ("date", "answer", "reservations")
    passing: ClassVar[frozenset[str]] = frozenset({"answer", "reservations"})

    party: str = ""
    text: str = ""
    version: str = ""
    answer: Literal["accepted", "accepted_with_reservations", "rejected"] = "accepted"
    reservations: tuple[str, ...] = ()

    def matter_keys(self, valid: When | None) -> Keys:
        if self.party and self.text:
            yield (self.party,)

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        return like(self.text, other.text) and agree(self.version, other.version)

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "party": name(self.party) if self.party else None,
            "text": self.text or None,
            "version": self.version or None,
            "answer": self.answer,
            "reservations": list(self.reservations),
            "date": day(valid),
        }
