"""A meeting of a body or of parties."""

from typing import Any, ClassVar, Literal

from goodoffices.vocabulary.content import Content, NameOf, day
from goodoffices.vocabulary.when import When


class Meeting(Content, frozen=True, tag="meeting"):
    """A meeting. body: party id of the body that met, or "" for a meeting of parties; participants: party ids;
    level: of those who met; occasion: special, or in the margins of what; behest: at whose; outcome: the document it
    issued, "none" where the record says that there was none, "" where nothing is known.
    """

    label: ClassVar[str] = "Meeting"
    plural: ClassVar[str] = "Meetings"
    comparable: ClassVar[tuple[str, ...]] = ("date", "place", "level", "occasion", "outcome")

    body: str = ""
    participants: tuple[str, ...] = ()
    place: str = ""
    level: Literal["", "heads", "ministers", "envoys", "officials"] = ""
    occasion: str = ""
    behest: str = ""
    outcome: str = ""

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        who = (self.body,) if self.body else tuple(sorted(self.participants))
        return (*who, day(valid) or "") if any(who) and day(valid) else None

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "body": name(self.body) if self.body else None,
            "date": day(valid),
            "place": self.place or None,
            "initiator": name(self.behest) if self.behest else None,
            "participants": [name(p) for p in self.participants],
        }
