"""What somebody said."""

from typing import Any, ClassVar

from goodoffices.vocabulary.content import Act, Content, NameOf, day
from goodoffices.vocabulary.when import When


class Statement(Content, frozen=True, tag="statement"):
    """A statement: one verb of saying. speaker, on_behalf_of, addressee: party ids; act: coarse."""

    label: ClassVar[str] = "Statement"
    plural: ClassVar[str] = "Statements"
    comparable: ClassVar[tuple[str, ...]] = ("speaker", "date")

    speaker: str = ""
    on_behalf_of: str = ""
    act: Act = "assess"
    addressee: str = ""

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        return None  # who said the same words is a question for wording, not for a key

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {"actor": name(self.speaker) if self.speaker else None, "act": self.act, "date": day(valid)}
