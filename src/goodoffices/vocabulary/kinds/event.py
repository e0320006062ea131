"""What happened, and what it does to which provision or term."""

from typing import Any, ClassVar, Literal

from msgspec import Struct

from goodoffices.vocabulary.content import Content, NameOf, day
from goodoffices.vocabulary.when import When


class Effect(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an event does to a provision or term, named by claim or matter id.

    until: the new end or date, for what extends or re-sets; alleged_by: party id of the side whose word it is;
    ruled_by: party id of the judge, or the name of the editor, who has found it so, with the reason.
    """

    on: str
    does: Literal[
        "fulfils",
        "partly",
        "breaches",
        "extends",
        "suspends",
        "resumes",
        "withdraws",
        "supersedes",
        "resets",
        "occurs",
    ]
    until: When | None = None
    alleged_by: str = ""
    ruled_by: str = ""
    reason: str = ""


class Event(Content, frozen=True, tag="event"):
    """An event. what: attack, visit, launch, expiry, appointment and so on, in one word or two; actor, target: party
    ids; effects: on provisions and terms.
    """

    label: ClassVar[str] = "Event"
    plural: ClassVar[str] = "Events"
    comparable: ClassVar[tuple[str, ...]] = ("date", "place", "actor")

    what: str = ""
    actor: str = ""
    target: str = ""
    parties: tuple[str, ...] = ()
    place: str = ""
    effects: tuple[Effect, ...] = ()

    def matter_key(self, valid: When | None) -> tuple[str, ...] | None:
        return (self.what.casefold(), self.actor, day(valid) or "") if self.what and day(valid) else None

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "actor": name(self.actor) if self.actor else None,
            "target": name(self.target) if self.target else None,
            "event_kind": self.what or None,
            "date": day(valid),
        }
