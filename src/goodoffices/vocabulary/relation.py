"""What holds between parties on some matter: they differ, or they come together."""

from typing import Any, ClassVar, Literal, Self

from goodoffices.vocabulary.content import Content, Keys, NameOf
from goodoffices.vocabulary.likeness import apart, like
from goodoffices.vocabulary.when import When


class Relation(Content, frozen=True):
    """parties: party ids; over: on what, in the source’s words; trend: where it goes; others: those of them who mean
    no party, in the source’s words.
    """

    comparable: ClassVar[tuple[str, ...]] = ("trend",)

    parties: tuple[str, ...] = ()
    over: str = ""
    trend: Literal["open", "narrowing", "stalled", "worsened", "settled"] = "open"
    others: tuple[str, ...] = ()

    def matter_keys(self, valid: When | None) -> Keys:
        if self.over:
            yield from ((party, self.over.casefold().split()[-1]) for party in self.parties)

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        days = apart(valid, others)
        mine, theirs = ({*r.parties, *(n.casefold() for n in r.others)} for r in (self, other))
        among = mine == theirs or (bool(mine and theirs) and (mine <= theirs or theirs <= mine))
        return among and like(self.over, other.over) and (days is None or days <= 366)

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {"parties": [*(name(p) for p in self.parties), *self.others]}
