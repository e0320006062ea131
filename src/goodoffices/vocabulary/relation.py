"""What holds between parties on some matter: they differ, or they come together."""

from typing import Any, ClassVar, Literal

from goodoffices.vocabulary.content import Content, NameOf
from goodoffices.vocabulary.when import When


class Relation(Content, frozen=True):
    """parties: party ids; over: on what, in the source’s words; trend: where it goes."""

    comparable: ClassVar[tuple[str, ...]] = ("trend",)

    parties: tuple[str, ...] = ()
    over: str = ""
    trend: Literal["open", "narrowing", "stalled", "worsened", "settled"] = "open"

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        return (*sorted(self.parties), self.over.casefold()) if self.parties and self.over else None

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {"parties": [name(p) for p in self.parties]}
