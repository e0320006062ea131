"""What somebody said."""

from typing import Any, ClassVar, Self

from goodoffices.vocabulary.content import Act, Content, Keys, NameOf, day
from goodoffices.vocabulary.likeness import agree, apart, spans
from goodoffices.vocabulary.when import When


class Statement(Content, frozen=True, tag="statement"):
    """A statement: one verb of saying. speaker, on_behalf_of, addressee: party ids; act: coarse.

    said_by: who speaks in the words of the document ("two experts"), where they mean no party; "" where one is known.
    """

    label: ClassVar[str] = "Statement"
    plural: ClassVar[str] = "Statements"
    comparable: ClassVar[tuple[str, ...]] = ("speaker", "date")

    speaker: str = ""
    on_behalf_of: str = ""
    act: Act = "assess"
    addressee: str = ""
    said_by: str = ""

    by_words: ClassVar[bool] = True

    def matter_keys(self, valid: When | None) -> Keys:
        speaks = self.on_behalf_of or self.speaker
        yield from ((speaks, self.act, day) for day in spans(valid) if speaks)

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        days = apart(valid, others)
        return agree(self.addressee, other.addressee) and days is not None and days <= 1

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "actor": name(self.speaker) if self.speaker else self.said_by or None,
            "act": self.act,
            "date": day(valid),
        }
