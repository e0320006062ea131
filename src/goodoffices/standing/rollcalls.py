"""Roll calls: who voted how, as one array, so that a million votes are compared at once."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from goodoffices.errors import BadArgument, NotFound

Vote = Literal["yes", "abstain", "no"]
VOTES: tuple[Vote, ...] = ("yes", "abstain", "no")  # as places 0, 1, 2: half a step from one to the next
ABSENT = -1


class Call(Struct, frozen=True, kw_only=True):
    """One vote of a body: on what, when; issues: ids it was filed under by whoever made the table."""

    id: str
    date: dt.date
    title: str = ""
    issues: tuple[str, ...] = ()


class RollCalls:
    """Votes of a body. calls: in the order of their days; parties: ids; ballots: int8, calls x parties, the place of a
    vote in VOTES, or ABSENT where none is on record (not present, not voting, or not yet a member).
    """

    def __init__(self, calls: Sequence[Call], parties: Sequence[str], ballots: npt.NDArray[np.int8]) -> None:
        if ballots.shape != (len(calls), len(parties)):
            raise BadArgument("ballots are calls x parties", ballots.shape, f"Expected {len(calls)} x {len(parties)}.")
        order = sorted(range(len(calls)), key=lambda n: (calls[n].date, calls[n].id))
        self.calls = tuple(calls[n] for n in order)
        self.parties = tuple(parties)
        self.ballots = ballots[order]
        self._place = {party: n for n, party in enumerate(self.parties)}

    @classmethod
    def of(
        cls, calls: Iterable[Call], votes: Mapping[tuple[str, str], Vote], members: Iterable[str] = ()
    ) -> "RollCalls":
        """From votes by (call id, party id); members: ids of parties that have a column, whether they voted or not.
        NotFound for a vote in a call that is not there.
        """
        listed = list(calls)
        rows = {call.id: n for n, call in enumerate(listed)}
        parties = sorted({*members, *(party for _, party in votes)})
        columns = {party: n for n, party in enumerate(parties)}
        ballots = np.full((len(listed), len(parties)), ABSENT, dtype=np.int8)
        for (call, party), vote in votes.items():
            if call not in rows:
                raise NotFound(
                    "a vote belongs to a roll call of the table", call, "Add the roll call, or drop the vote."
                )
            ballots[rows[call], columns[party]] = VOTES.index(vote)
        return cls(listed, parties, ballots)

    def __len__(self) -> int:
        return len(self.calls)

    def only(
        self,
        *,
        issue: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        parties: Sequence[str] | None = None,
    ) -> "RollCalls":
        """Those on an issue, from one day until another (both included), of some parties."""
        kept = [
            n
            for n, call in enumerate(self.calls)
            if (issue is None or issue in call.issues)
            and (since is None or call.date >= since)
            and (until is None or call.date <= until)
        ]
        chosen = self.parties if parties is None else tuple(parties)
        columns = [self.place(party) for party in chosen]
        return RollCalls([self.calls[n] for n in kept], chosen, self.ballots[np.ix_(kept, columns)])

    def place(self, party: str) -> int:
        """The column of a party. NotFound for one that never voted here."""
        if party not in self._place:
            raise NotFound("a party has a vote in this table", party, "List the parties of the table.")
        return self._place[party]
