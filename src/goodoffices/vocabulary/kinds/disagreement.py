"""Where parties differ."""

from typing import ClassVar

from goodoffices.vocabulary.relation import Relation


class Disagreement(Relation, frozen=True, tag="disagreement"):
    """Where parties differ. The fields are those of a Relation: parties, over, trend."""

    label: ClassVar[str] = "Disagreement"
    plural: ClassVar[str] = "Disagreements"
