"""Where a party stands on an issue."""

from typing import Any, ClassVar, Self

from goodoffices.vocabulary.content import Content, Keys, NameOf, day
from goodoffices.vocabulary.likeness import apart
from goodoffices.vocabulary.when import When


class Position(Content, frozen=True, tag="position"):
    """A position. party: id; issue: id; stance: an option of the issue's scale, or words where it has none; salience:
    how much it matters to the party, 0 to 100, None where nobody has said; held from the claim's valid time. scale:
    the issue's options in order from one end to the other, evenly spaced, the stance among them; where its source or
    who enters it gives them so.
    """

    label: ClassVar[str] = "Position"
    plural: ClassVar[str] = "Positions"
    comparable: ClassVar[tuple[str, ...]] = ("stance",)

    party: str = ""
    issue: str = ""
    stance: str = ""
    salience: float | None = None
    scale: tuple[str, ...] = ()

    def matter_keys(self, valid: When | None) -> Keys:
        if self.party and self.issue:
            yield self.party, self.issue

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        days = apart(valid, others)
        return days is None or days <= 31  # what a party held at another time is another position

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "party": name(self.party) if self.party else None,
            "issue": self.issue or None,
            "stance": self.stance or None,
            "date": day(valid),
        }
