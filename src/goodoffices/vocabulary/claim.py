"""Claims: what one source says of one matter with one attribution, and what people of the office made of it."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct

from goodoffices.errors import BadDate
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.kinds import AnyContent
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.when import When

ReviewState = Literal["proposed", "accepted", "amended", "rejected", "superseded"]

STANDING: frozenset[ReviewState] = frozenset({"accepted", "amended"})  # what people of the office stand by

_WRONG_TIME = "Swap the two, or correct the one that is wrong. What two sources say apart is two claims."


class Claim(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One source's word on one matter.

    quotes: its exact words, at least one, the first the one that says it; empty only with entered_by, the name of who
    entered it without a document. valid: when it was so (the day of a meeting, since when a position is held).
    issues: issue ids. rule, confidence: which rule of the reader proposed it and how often that rule is right
    (0 to 1, None where nobody has measured).
    """

    id: str
    content: AnyContent
    quotes: tuple[Quote, ...] = ()
    attribution: Attribution = Attribution()
    valid: When | None = None
    issues: tuple[str, ...] = ()
    rule: str = ""
    confidence: float | None = None
    entered_by: str = ""
    note: str = ""

    @property
    def kind(self) -> str:
        """The name of its kind."""
        return self.content.kind()

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents it quotes, in order, each once."""
        return tuple(dict.fromkeys(q.document for q in self.quotes))

    def attribute(self, name: str) -> Any:
        """A comparable attribute by name: "date" is the claim's own valid time, "polarity" that of its attribution."""
        if name == "date":
            return self.valid
        return self.attribution.polarity if name == "polarity" else self.content.compared(name)

    def check_times(self) -> None:
        """Raises BadDate where something of it would surely end before it begins."""
        for beginning, begins, ending, ends in self.content.stretches(self.valid):
            if begins and ends and ends.surely_before(begins):
                found = f"claim {self.id}: {beginning} {begins}, {ending} {ends}"
                raise BadDate("what runs for a time ends no earlier than it begins", found, _WRONG_TIME)

    def matter_keys(self) -> Iterator[tuple[str, ...]]:
        """What it may share with other claims on the same matter, its kind first."""
        return ((self.kind, *key) for key in self.content.matter_keys(self.valid))


class Reviewed(Struct, frozen=True, kw_only=True):
    """A claim as the record holds it: in which version and state, by whom, since when, on which matter.

    seq: the log entry that made this version. contested: coders differ on it, so that it is proposed until somebody
    adjudicates. published: when the last of its documents became public, None where that is unknown or there is no
    document.
    """

    claim: Claim
    matter: str
    state: ReviewState
    by: str
    at: dt.datetime
    seq: int
    published: When | None = None
    contested: bool = False

    @property
    def stands(self) -> bool:
        """Whether people of the office accepted it."""
        return self.state in STANDING


class Matter(Struct, frozen=True, kw_only=True):
    """A meeting, provision, term, event in the world, with what each source says of it, oldest entry first."""

    id: str
    kind: str
    claims: tuple[Reviewed, ...]
