"""A body's standing activity."""

from typing import Any, ClassVar, Self

from goodoffices.vocabulary.content import Content, Keys, NameOf, Stretches
from goodoffices.vocabulary.likeness import like
from goodoffices.vocabulary.when import When


class Programme(Content, frozen=True, tag="programme"):
    """A programme. body: party id; aim: in the source's words; budget: as it is given; begins, until: its bounds."""

    label: ClassVar[str] = "Programme"
    plural: ClassVar[str] = "Programmes"
    comparable: ClassVar[tuple[str, ...]] = ("begins", "until", "budget")

    body: str = ""
    aim: str = ""
    budget: str = ""
    begins: When | None = None
    until: When | None = None

    def matter_keys(self, valid: When | None) -> Keys:
        if self.body and self.aim:
            yield (self.body,)

    def stretches(self, valid: When | None) -> Stretches:
        yield "begins", self.begins, "until", self.until

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        return like(self.aim, other.aim)

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {"body": name(self.body) if self.body else None}
