"""A body's standing activity."""

from typing import Any, ClassVar

from goodoffices.vocabulary.content import Content, NameOf
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

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        return (self.body, self.aim.casefold()) if self.body and self.aim else None

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {"body": name(self.body) if self.body else None}
