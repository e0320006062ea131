"""A meeting of a body or of parties."""

from typing import Any, ClassVar, Literal, Self

from goodoffices.vocabulary.content import Content, Keys, NameOf, day
from goodoffices.vocabulary.likeness import agree, apart, spans
from goodoffices.vocabulary.when import When


class Meeting(Content, frozen=True, tag="meeting"):
    """A meeting. body: party id of the body that met, or "" for a meeting of parties; participants: party ids;
    level: of those who met; occasion: special, or in the margins of what; behest: at whose; outcome: the document it
    issued, "none" where the record says that there was none, "" where nothing is known; others: those who met and
    mean no party, in the source’s words.
    """

    label: ClassVar[str] = "Meeting"
    plural: ClassVar[str] = "Meetings"
    comparable: ClassVar[tuple[str, ...]] = ("date", "place", "level", "occasion", "behest", "outcome")
    described: ClassVar[frozenset[str]] = frozenset({"place", "occasion", "outcome"})

    body: str = ""
    participants: tuple[str, ...] = ()
    place: str = ""
    level: Literal["", "heads", "ministers", "envoys", "officials"] = ""
    occasion: str = ""
    behest: str = ""
    outcome: str = ""
    others: tuple[str, ...] = ()

    def matter_keys(self, valid: When | None) -> Keys:
        for who in (self.body, *self.participants):
            yield from ((who, day) for day in spans(valid) if who)

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        days = apart(valid, others)
        if days is None or days > 1 or not agree(self.body, other.body):
            return False
        if not (self.body and other.body) and not set(self.participants) & set(other.participants):
            return False
        # Bodies meet often: sources that differ by a day must name one place, those that give a month not two.
        if days == 1:
            return bool(self.place) and self.place.casefold() == other.place.casefold()
        return day(valid) == day(others) or agree(self.place, other.place)

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "body": name(self.body) if self.body else None,
            "date": day(valid),
            "place": self.place or None,
            "initiator": name(self.behest) if self.behest else None,
            "participants": [*(name(p) for p in self.participants), *self.others],
        }
