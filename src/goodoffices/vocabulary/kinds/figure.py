"""A number that somebody gives."""

from typing import Any, ClassVar, Literal

from goodoffices.vocabulary.content import Content, NameOf, day
from goodoffices.vocabulary.when import When


class Figure(Content, frozen=True, tag="figure"):
    """A figure. counted: what is counted ("people killed"); value: the number, and bound how it is meant; unit: what
    one of it is, where that is not plain from `counted`; as of the claim's valid time.
    """

    label: ClassVar[str] = "Figure"
    plural: ClassVar[str] = "Figures"
    comparable: ClassVar[tuple[str, ...]] = ("value",)

    counted: str = ""
    value: float = 0.0
    bound: Literal["exactly", "about", "more_than", "less_than"] = "exactly"
    unit: str = ""
    place: str = ""

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        return (self.counted.casefold(), self.place.casefold(), day(valid) or "") if self.counted else None

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        sign = {"exactly": "", "about": "~", "more_than": ">", "less_than": "<"}[self.bound]
        return {
            "value": f"{sign}{self.value:g}" if self.value < 1e6 else f"{sign}{self.value:.0f}",
            "place": self.place,
        }
