"""Where a party stands on an issue."""

from typing import ClassVar

from goodoffices.vocabulary.content import Content
from goodoffices.vocabulary.when import When


class Position(Content, frozen=True, tag="position"):
    """A position. party: id; issue: id; stance: an option of the issue's scale, or words where it has none; salience:
    how much it matters to the party, 0 to 100, None where nobody has said; held from the claim's valid time.
    """

    label: ClassVar[str] = "Position"
    plural: ClassVar[str] = "Positions"
    comparable: ClassVar[tuple[str, ...]] = ("stance",)

    party: str = ""
    issue: str = ""
    stance: str = ""
    salience: float | None = None

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        return (self.party, self.issue) if self.party and self.issue else None
