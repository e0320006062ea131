"""What runs for a time: a truce, a mandate, a mechanism, a moratorium."""

from typing import Any, ClassVar, Literal, Self

from msgspec import Struct

from goodoffices.vocabulary.content import Content, Keys, NameOf, Stretches, day
from goodoffices.vocabulary.likeness import apart, like, overlap, spans
from goodoffices.vocabulary.when import When


class Instrument(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One link of a term's chain: an act of `on` that carries it from `since` until `until`.

    times: "several times", where the source counts extensions without dating them.
    """

    on: When | None = None
    since: When | None = None
    until: When | None = None
    times: str = ""


class Term(Content, frozen=True, tag="term"):
    """A term. what: truce, mandate, mechanism, moratorium, treaty or programme; begins, until: its recorded bounds;
    review_due: when it is to be looked at again, which is no expiry; instruments: extensions, oldest first; ended: how.
    """

    label: ClassVar[str] = "Term"
    plural: ClassVar[str] = "Terms"
    comparable: ClassVar[tuple[str, ...]] = ("begins", "until", "mediators", "extensions", "ended")

    what: Literal["truce", "mandate", "mechanism", "moratorium", "treaty", "programme"] = "truce"
    name: str = ""
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    begins: When | None = None
    until: When | None = None
    review_due: When | None = None
    instruments: tuple[Instrument, ...] = ()
    ended: Literal["", "expired", "broken", "replaced", "unknown"] = ""

    @property
    def extensions(self) -> str:
        """How often it was extended, as this source counts: a number, or its words; "" where it says nothing."""
        counted = sum(1 for i in self.instruments if not i.times)
        return "; ".join(i.times for i in self.instruments if i.times) or (str(counted) if counted else "")

    def matter_keys(self, valid: When | None) -> Keys:
        if self.name:
            yield (self.what, self.name.casefold())
        for party in self.parties:
            yield from ((self.what, party, day) for day in spans(self.begins or valid))

    def stretches(self, valid: When | None) -> Stretches:
        begins = ("begins", self.begins) if self.begins else ("valid", valid)
        yield *begins, "until", self.until
        for n, link in enumerate(self.instruments, start=1):
            yield f"since of instrument {n}", link.since, f"until of instrument {n}", link.until
            yield *begins, f"until of instrument {n}", link.until

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        days = apart(valid, others)
        if self.what != other.what or not overlap(self.parties, other.parties):
            return False
        begun = apart(self.begins, other.begins)
        if like(self.name, other.name):
            return begun is None or begun <= 31
        near = days if begun is None else begun
        return bool(self.parties and other.parties) and near is not None and near <= 1

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "parties": [name(p) for p in self.parties],
            "mediators": [name(m) for m in self.mediators],
            "start": day(self.begins),
            "end": day(self.until),
            "end_kind": self.ended or None,
        }
