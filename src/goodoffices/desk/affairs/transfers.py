"""Exchanges with quantities: what was agreed, what was handed over so far, in whose exact words."""

import datetime as dt

from msgspec import Struct

from goodoffices.desk.affairs.status import counted, leading
from goodoffices.desk.evidence import words
from goodoffices.record import Snapshot
from goodoffices.tracking.tally import Tally, tallies


class Count(Struct, frozen=True):
    """A tally, the names of giver and receiver, and the exact words of the claim that speaks for the transfer."""

    tally: Tally
    giver: str
    receiver: str
    words: str


def transfers(snapshot: Snapshot, as_of: dt.date, *, proposals: bool = False) -> tuple[Count, ...]:
    """The tally of every transfer on `as_of`, in the order of the record; with `proposals`, those count too."""
    matters = {m.id: m for m in snapshot.matters("transfer", states=counted(proposals))}
    name = snapshot.parties().name
    return tuple(
        Count(one, name(one.giver), name(one.receiver), words(leading(matters[one.matter]).claim))
        for one in tallies(matters.values(), as_of)
    )
