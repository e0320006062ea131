"""Everything the record holds on one matter or one claim, for somebody who wants to see what a number rests on."""

import datetime as dt
from typing import Any

from msgspec import Struct

from goodoffices.desk.affairs.odds import attribute_in_words, value_in_words
from goodoffices.desk.affairs.rows import Row, rows
from goodoffices.desk.affairs.status import Affairs, Line, subject
from goodoffices.record import Entry, Snapshot
from goodoffices.vocabulary.conflict import Conflict


class Side(Struct, frozen=True):
    """What one claim says where sources contradict each other, and whether a ruling follows it."""

    value: str
    row: Row
    followed: bool


class Contradiction(Struct, frozen=True, kw_only=True):
    """A conflict side by side. about: in a few words; asked: the attribute in words; ruling: by whom and why."""

    id: str
    matter: str
    about: str
    asked: str
    is_open: bool
    sides: tuple[Side, ...]
    ruled_by: str = ""
    reason: str = ""


class Dossier(Struct, frozen=True, kw_only=True):
    """A matter: what it is about, where it stands (None for kinds that have no status), what each source says, where
    these are at odds.
    """

    matter: str
    kind: str
    about: str
    line: Line | None
    claims: tuple[Row, ...]
    contradictions: tuple[Contradiction, ...]


class Past(Struct, frozen=True):
    """One entry of the log on a subject; undone: whether it was taken back."""

    seq: int
    at: dt.datetime
    by: str
    action: str
    subject: str
    undone: bool


def dossier(snapshot: Snapshot, affairs: Affairs, matter: str) -> Dossier:
    """One matter as this view has it; NotFound when it has none of its claims."""
    found = snapshot.matter(matter)
    lines = (*affairs.provisions, *affairs.terms)
    return Dossier(
        matter=matter,
        kind=found.kind,
        about=subject(found, snapshot.parties()),
        line=next((line for line in lines if line.matter == matter), None),
        claims=rows(snapshot, found.claims),
        contradictions=contradictions(snapshot, [c for c in snapshot.conflicts() if c.matter == matter]),
    )


def contradictions(snapshot: Snapshot, conflicts: list[Conflict]) -> tuple[Contradiction, ...]:
    """Conflicts in words, in their order."""
    parties = snapshot.parties()

    def value(conflict: Conflict, held: Any) -> str:
        return value_in_words(held.claim.attribute(conflict.attribute), parties)

    found = []
    for conflict in conflicts:
        ruling = None if conflict.is_open else conflict.ruling
        shown = rows(snapshot, conflict.claims)
        found.append(
            Contradiction(
                id=conflict.id,
                matter=conflict.matter,
                about=shown[0].words,
                asked=attribute_in_words(conflict.attribute),
                is_open=conflict.is_open,
                sides=tuple(
                    Side(value(conflict, r), row, bool(ruling and ruling.follows == row.claim))
                    for r, row in zip(conflict.claims, shown, strict=True)
                ),
                ruled_by=ruling.by if ruling else "",
                reason=ruling.reason if ruling else "",
            )
        )
    return tuple(found)


def history(entries: list[Entry]) -> tuple[Past, ...]:
    """Entries of the log in words, the last first."""
    return tuple(Past(e.seq, e.at, e.by, e.action, e.subject, e.undone_by is not None) for e in reversed(entries))
