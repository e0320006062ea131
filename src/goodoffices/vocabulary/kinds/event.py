"""What happened, and what it does to which provision or term."""

from typing import Any, ClassVar, Literal, Self

from msgspec import Struct

from goodoffices.vocabulary.content import Content, Keys, NameOf, day
from goodoffices.vocabulary.likeness import UNIQUE, agree, apart, like, overlap, spans
from goodoffices.vocabulary.when import When


class Effect(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an event does to a provision or term, or to an answer to a text (withdraws), named by claim or matter id.

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
    ids; effects: on provisions, terms and answers; done_by: who did it, in the words of the source ("masked gunmen"),
    where they mean no party.
    """

    label: ClassVar[str] = "Event"
    plural: ClassVar[str] = "Events"
    comparable: ClassVar[tuple[str, ...]] = ("date", "place", "actor")
    described: ClassVar[frozenset[str]] = frozenset({"place"})

    what: str = ""
    actor: str = ""
    target: str = ""
    parties: tuple[str, ...] = ()
    place: str = ""
    effects: tuple[Effect, ...] = ()
    done_by: str = ""

    def matter_keys(self, valid: When | None) -> Keys:
        if self._there_is_but_one or self._is_named:
            yield (self.what.casefold(),)
        for who in (self.actor, self.target, self.place, *self.parties, self.what.casefold()):
            yield from ((who, day) for day in spans(valid) if self.what and who)

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        days = apart(valid, others)
        if not like(self.what, other.what) or not agree(self.actor, other.actor):
            return False
        if self._there_is_but_one:
            return True
        if days is None or not agree(self.target, other.target) or not overlap(self.parties, other.parties):
            return False
        return days <= 31 if self._is_named else days <= 1 and agree(self.place, other.place)

    @property
    def _there_is_but_one(self) -> bool:
        return not UNIQUE.isdisjoint(self.what.casefold().split())

    @property
    def _is_named(self) -> bool:
        """Whether it is called by a name, as the invitation to Madrid: fewer are than attacks or visits."""
        return any(word[0].isupper() for word in self.what.split()[1:])

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        return {
            "actor": name(self.actor) if self.actor else self.done_by or None,
            "target": name(self.target) if self.target else None,
            "event_kind": self.what or None,
            "date": day(valid),
        }
