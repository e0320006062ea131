"""A number that somebody gives."""

from math import inf
from typing import Any, ClassVar, Literal, Self

from msgspec import Struct

from goodoffices.vocabulary.content import Content, Keys, NameOf
from goodoffices.vocabulary.likeness import agree, apart, like, spans
from goodoffices.vocabulary.when import When


class Amount(Struct, frozen=True, kw_only=True):
    """A number and how it is meant. "About" leaves one part in ten either way."""

    value: float
    bound: Literal["exactly", "about", "more_than", "less_than"]

    def range(self) -> tuple[float, float]:
        """The least and the most that is meant."""
        slack = abs(self.value) / 10 if self.bound == "about" else 0.0
        return (
            -inf if self.bound == "less_than" else self.value - slack,
            inf if self.bound == "more_than" else self.value + slack,
        )

    def contradicts(self, other: "Amount") -> bool:
        """Whether no number is meant by both."""
        (least, most), (its_least, its_most) = self.range(), other.range()
        return max(least, its_least) > min(most, its_most)

    def __str__(self) -> str:
        return f"{'' if self.bound == 'exactly' else self.bound.replace('_', ' ') + ' '}{self.value:g}"


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

    def compared(self, attribute: str) -> Any:
        return Amount(value=self.value, bound=self.bound) if attribute == "value" else super().compared(attribute)

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
