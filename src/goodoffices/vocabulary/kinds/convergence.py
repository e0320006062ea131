"""Where parties come together."""

from typing import ClassVar

from goodoffices.vocabulary.relation import Relation


class Convergence(Relation, frozen=True, tag="convergence"):
    """Where parties come together. The fields are those of a Relation: parties, over, trend."""

    label: ClassVar[str] = "Convergence"
    plural: ClassVar[str] = "Convergences"
