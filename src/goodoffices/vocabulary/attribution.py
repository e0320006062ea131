"""Whose word it is and how firmly it is given: four different things that stay four fields."""

from typing import Literal

from msgspec import Struct

from goodoffices.vocabulary.quote import Quote

AUTHOR = "author"
UNNAMED = "unnamed"

Source = Literal["own", "declared", "reported", "alleged"]
Certainty = Literal["certain", "likely", "appears", "unclear"]
Polarity = Literal["affirmed", "denied"]
Status = Literal["asserted", "declared", "reported", "alleged", "appears", "likely", "conditional", "unclear", "denied"]


class Attribution(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whose claim it is, through whom, how sure, affirmed or denied, and under which condition.

    holder: "author" (the document's own voice), "unnamed" (an unnamed source) or a party id.
    via: through whom the author has it, nearest first. source: own words of the holder as author, declared by the
    holder, reported of the holder, or alleged. certainty: as the words have it. condition: the words of it.
    """

    holder: str = AUTHOR
    via: tuple[str, ...] = ()
    source: Source = "own"
    certainty: Certainty = "certain"
    polarity: Polarity = "affirmed"
    condition: Quote | None = None

    @property
    def status(self) -> Status:
        """The four folded into one word for exchange: denied, else conditional, else the hedge, else the source."""
        if self.polarity == "denied":
            return "denied"
        if self.condition is not None:
            return "conditional"
        if self.certainty != "certain":
            return self.certainty
        return "asserted" if self.source == "own" else self.source
