"""Separate issues tied together."""

from typing import Any, ClassVar, Literal

from goodoffices.vocabulary.content import Content, NameOf
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

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        return (self.by, *sorted(t.casefold() for t in self.ties)) if self.by and self.ties else None

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {"by": name(self.by) if self.by else None, "link_kind": self.link_kind}
