"""A number that somebody gives."""

from typing import Any, ClassVar, Literal, Self

from goodoffices.vocabulary.content import Content, Keys, NameOf
from goodoffices.vocabulary.likeness import agree, apart, like, spans
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

    def matter_keys(self, valid: When | None) -> Keys:
        if self.counted:
            yield (self.counted.casefold(),)
            yield from ((self.place.casefold(), day) for day in spans(valid) if self.place)

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        days = apart(valid, others)
        same_place = agree(self.place, other.place) and agree(self.unit, other.unit)
        return same_place and like(self.counted, other.counted) and not days  # a count of the next day is another

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        sign = {"exactly": "", "about": "~", "more_than": ">", "less_than": "<"}[self.bound]
        return {
            "value": f"{sign}{self.value:g}" if self.value < 1e6 else f"{sign}{self.value:.0f}",
            "place": self.place,
        }
