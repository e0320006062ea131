"""What a body decided."""

from typing import Any, ClassVar, Literal, Self

from msgspec import Struct

from goodoffices.vocabulary.content import Content, Keys, NameOf, day
from goodoffices.vocabulary.likeness import apart, spans
from goodoffices.vocabulary.when import When


class Vote(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A vote by numbers; those who abstained or took no part by party id where the record names them."""

    in_favour: int
    against: int = 0
    abstaining: int = 0
    not_participating: int = 0
    abstainers: tuple[str, ...] = ()
    absentees: tuple[str, ...] = ()

    def contradicts(self, other: "Vote") -> bool:
        """Whether the numbers differ, or the names of those who held back. To name nobody contradicts nothing."""
        lists = ((self.abstainers, other.abstainers), (self.absentees, other.absentees))
        named_others = any(not (set(a) <= set(b) or set(b) <= set(a)) for a, b in lists)
        return self._numbers != other._numbers or named_others

    @property
    def _numbers(self) -> tuple[int, int, int, int]:
        held_back = max(self.abstaining, len(self.abstainers)), max(self.not_participating, len(self.absentees))
        return self.in_favour, self.against, *held_back

    def words(self, name: NameOf = str) -> str:
        """ "14 in favour, none against, 1 abstaining (Libya)"; `name` names a party."""
        told = [f"{self.in_favour} in favour", f"{self.against or 'none'} against"]
        if self.abstaining:
            told.append(f"{self.abstaining} abstaining{_named(self.abstainers, name)}")
        if self.not_participating:
            told.append(f"{self.not_participating} not taking part{_named(self.absentees, name)}")
        elif self.absentees:
            told.append(f"absent{_named(self.absentees, name)}")
        return ", ".join(told)


class Decision(Content, frozen=True, tag="decision"):
    """A decision. body: party id; standing: what force its texts have; adopted_by and vote: how it was taken;
    reference: its symbol (S/RES/338); meeting: the claim or matter id of the meeting that took it; cites: symbols of
    the earlier decisions that its text names.
    """

    label: ClassVar[str] = "Decision"
    plural: ClassVar[str] = "Decisions"
    comparable: ClassVar[tuple[str, ...]] = ("date", "standing", "adopted_by", "vote")

    body: str = ""
    standing: Literal["", "advisory", "political", "binding"] = ""
    adopted_by: Literal["", "consensus", "unanimity", "vote"] = ""
    vote: Vote | None = None
    reference: str = ""
    meeting: str = ""
    cites: tuple[str, ...] = ()

    def matter_keys(self, valid: When | None) -> Keys:
        if self.reference:
            yield (_symbol(self.reference),)
        if self.body:
            yield from ((self.body, day) for day in spans(valid))

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        days = apart(valid, others)
        if self.reference and other.reference:
            return _symbol(self.reference) == _symbol(other.reference)
        return bool(self.body) and self.body == other.body and days is not None and days <= 1

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "body": name(self.body) if self.body else None,
            "date": day(valid),
            "standing": self.standing or None,
            "cites": list(self.cites),
        }


def _named(parties: tuple[str, ...], name: NameOf) -> str:
    return f" ({', '.join(sorted(map(name, parties), key=str.casefold))})" if parties else ""


def _symbol(reference: str) -> str:
    """A symbol without the year that some sources add to it: S/RES/338 (1973)."""
    return "".join(c for c in reference.partition("(")[0].casefold() if c.isalnum())
