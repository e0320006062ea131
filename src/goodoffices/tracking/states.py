"""The states of provisions, terms and answers to texts, and a status: the state on a date with its reasons."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from goodoffices.vocabulary.content import NameOf
from goodoffices.vocabulary.kinds import DUTIES, Force

State = Literal[
    "conditional",
    "open",
    "due",
    "overdue",
    "target date passed",
    "kept",
    "met",
    "partly kept",
    "partly met",
    "alleged broken",
    "broken",
    "alleged not heeded",
    "not heeded",
    "suspended",
    "re-set",
    "lapsed",
    "withdrawn",
    "superseded",
    "disputed",
    "open question",
    "unknown",
    "not begun",
    "in force",
    "expired",
    "ended",
    "accepted",
    "accepted with reservations",
    "rejected",
]

# What is called for or expected carries no reproach: nobody consented to owe it.
_WITHOUT_REPROACH: dict[State, State] = {
    "overdue": "target date passed",
    "kept": "met",
    "partly kept": "partly met",
    "alleged broken": "alleged not heeded",
    "broken": "not heeded",
}


class Reason(Struct, frozen=True, gc=False):
    """Why a state holds. rule: the name of the rule that fired; words: a sentence for people; claims: the ids of the
    claims it rests on, at least one.
    """

    rule: str
    words: str
    claims: tuple[str, ...]


class Status(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A state, the first day of it (None where the record gives none), and its reasons, the deciding one first.

    late: fewest and most days by which a fulfilment came late, (0, 0) for on time, None where that cannot be said or
    nothing was fulfilled; by: ids of the parties whose word an allegation is, in neutral order; so_far: kept by now,
    of a duty that goes on; between: the states at odds, for a disputed fact or an open question.
    """

    state: State
    since: dt.date | None
    reasons: tuple[Reason, ...]
    late: tuple[int, int] | None = None
    by: tuple[str, ...] = ()
    so_far: bool = False
    between: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of all the claims it rests on, each once, in the order of the reasons."""
        return tuple(dict.fromkeys(claim for reason in self.reasons for claim in reason.claims))

    def bare(self, name: NameOf = str) -> str:
        """The state without its lateness: "alleged broken (by A and B)", "kept so far"; `name` names a party."""
        by = f" (by {listed(name(party) for party in self.by)})" if self.by else ""
        return f"{self.state}{by}{' so far' if self.so_far else ''}"

    def words(self, name: NameOf = str) -> str:
        """The state as people say it: "met, 45 days late", "disputed: open or overdue"; `name` names a party."""
        text = self.bare(name)
        if self.late is not None:
            text += f", {lateness(self.late)}"
        if self.between:
            text += f": {' or '.join(self.between)}"
        return text


def worded(state: State, force: Force) -> State:
    """The state in the wording that its force allows: "overdue" only of a duty, "target date passed" otherwise."""
    return state if force in DUTIES else _WITHOUT_REPROACH.get(state, state)


def lateness(late: tuple[int, int]) -> str:
    """Days late in words: "on time", "45 days late", "3 to 33 days late", "on time or up to 9 days late"."""
    least, most = late
    if most == 0:
        return "on time"
    unit = "day" if most == 1 else "days"
    if least == 0:
        return f"on time or up to {most} {unit} late"
    return f"{most} {unit} late" if least == most else f"{least} to {most} {unit} late"


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them: "A", "A and B", "A, B and C"."""
    *head, last = list(names) or [""]
    return f"{', '.join(head)} and {last}" if head else last
