"""Separate issues tied together."""

from collections.abc import Sequence
from typing import Any, ClassVar, Literal, Self

from goodoffices.vocabulary.content import Content, Keys, NameOf
from goodoffices.vocabulary.likeness import agree, like
from goodoffices.vocabulary.when import When

LinkKind = Literal["condition", "package", "sequence", "trade"]


class Linkage(Content, frozen=True, tag="linkage"):
    """A linkage. by: party id of who ties; ties: the things tied, in the source's words or as issue ids; link_kind:
    condition (the first only if the others), package (one bundle), sequence (each before the one after it), trade;
    exits: ways out that are sought.
    """

    label: ClassVar[str] = "Linkage"
    plural: ClassVar[str] = "Linkages"
    comparable: ClassVar[tuple[str, ...]] = ("by", "link_kind")

    by: str = ""
    ties: tuple[str, ...] = ()
    link_kind: LinkKind = "package"
    exits: tuple[str, ...] = ()

    def matter_keys(self, valid: When | None) -> Keys:
        if self.ties and self.by:
            yield (self.by,)
        yield from ((tie.casefold(),) for tie in self.ties)

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        fewer, more = sorted((self.ties, other.ties), key=len)
        return agree(self.by, other.by) and all(any(like(tie, its) for its in more) for tie in fewer)

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {"by": name(self.by) if self.by else None, "link_kind": self.link_kind}


def tied(kind: LinkKind, things: Sequence[str]) -> str:
    """How things are tied, in words that show what waits for what."""
    if kind == "sequence" and len(things) > 1:
        return f"first {', then '.join(things)}"
    first, *others = things or ("",)
    return f"{first}, only if {' + '.join(others)}" if kind == "condition" and others else " + ".join(things)
