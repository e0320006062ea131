"""Separate issues tied together."""

from typing import Any, ClassVar, Literal, Self

from goodoffices.vocabulary.content import Content, Keys, NameOf
from goodoffices.vocabulary.likeness import agree, like
from goodoffices.vocabulary.when import When


class Linkage(Content, frozen=True, tag="linkage"):
    """A linkage. by: party id of who ties; ties: the things tied, in the source's words or as issue ids; link_kind:
    condition (A only if B), package (one bundle), sequence (A before B), trade; exits: ways out that are sought.
    """

    label: ClassVar[str] = "Linkage"
    plural: ClassVar[str] = "Linkages"
    comparable: ClassVar[tuple[str, ...]] = ("by", "link_kind")

    by: str = ""
    ties: tuple[str, ...] = ()
    link_kind: Literal["condition", "package", "sequence", "trade"] = "package"
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
