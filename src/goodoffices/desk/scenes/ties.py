"""Linkages around a focus: the party or thing looked at, and what is tied to it within some steps."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from goodoffices.desk.affairs.status import counted
from goodoffices.desk.scenes.balance import held_by
from goodoffices.errors import NotFound
from goodoffices.pictures import Picture
from goodoffices.pictures.ties import Knot
from goodoffices.pictures.ties import ties as drawn
from goodoffices.record import Snapshot
from goodoffices.standing.ties import Tie, around, ties
from goodoffices.vocabulary.party import Parties

SHOWN = 14  # ties; more would be a hairball
STEPS = 3  # at most


class Focus(Struct, frozen=True):
    """What can be looked at: its key (id of a party, or a thing in small letters), its words, how many ties it has."""

    key: str
    words: str
    ties: int


class Tied(Struct, frozen=True, kw_only=True):
    """What is tied around a focus. foci: all there are, parties first, then things, in neutral order; focus: the one
    looked at, "" where there is none; steps: from 1; picture: None where nothing is tied to it.
    """

    foci: tuple[Focus, ...]
    focus: str
    steps: int
    picture: Picture | None


def of_ties(snapshot: Snapshot, focus: str = "", steps: int = 1, *, proposals: bool = False) -> Tied:
    """Around `focus`, or what has the most ties where none is named."""
    parties = snapshot.parties()
    found = ties(snapshot.claims(kind="linkage", states=counted(proposals)))
    foci = _foci(found, parties)
    key = focus.casefold() or max(foci, key=lambda one: (one.ties, -foci.index(one)), default=Focus("", "", 0)).key
    steps = min(max(steps, 1), STEPS)
    try:
        near = around(found, key, steps) if key else ()
    except NotFound:
        near = ()
    return Tied(foci=foci, focus=key, steps=steps, picture=_picture(near, key, steps, foci, parties) if near else None)


def _foci(found: Sequence[Tie], parties: Parties) -> tuple[Focus, ...]:
    by = Counter(tie.by for tie in found if tie.by)
    words = {thing.casefold(): thing for tie in found for thing in reversed(tie.things)}
    things = Counter(key for tie in found for key in {thing.casefold() for thing in tie.things})
    named = [Focus(key.casefold(), parties.name(key), n) for key, n in by.items()]
    stakes = [Focus(key, words[key], n) for key, n in things.items() if key not in by]
    return tuple(
        one for group in (named, stakes) for one in sorted(group, key=lambda one: (one.words.casefold(), one.key))
    )


def _picture(near: Sequence[Tie], key: str, steps: int, foci: Sequence[Focus], parties: Parties) -> Picture:
    name = next((one.words for one in foci if one.key == key), key)
    knots = sorted((_knot(tie, parties) for tie in near), key=lambda knot: knot.ref)
    shown = knots[:SHOWN]
    left = f"{len(knots) - SHOWN} more ties are in the list. " if len(knots) > SHOWN else ""
    things = {thing for knot in knots for thing, _ in knot.things}
    held = {thing for knot in knots if not knot.in_turn for thing in knot.waits}
    later = {thing for knot in knots if knot.in_turn for thing in knot.waits}
    by = {knot.by for knot in knots if knot.by[0]}
    waits = f"{_come(len(held))} only if others do, {_come(len(later))} only after others."
    within = "1 step" if steps == 1 else f"{steps} steps"
    finding = (
        f"Within {within} of it, {_count(len(knots), 'linkage')} by {_count(len(by), 'party', 'parties')} tie "
        f"{_count(len(things), 'thing')}; of these {waits}"
    )
    note = f"{left}A linkage is what its source says it is; nobody’s word is preferred."
    return drawn(f"What is tied to {name}", finding, note, shown, key)


def _knot(tie: Tie, parties: Parties) -> Knot:
    things = tuple(dict.fromkeys((thing.casefold(), thing) for thing in tie.things))
    waiting = {"condition": things[:1], "sequence": things[1:]}.get(tie.kind, ()) if len(things) > 1 else ()
    return Knot(
        by=(tie.by.casefold(), parties.name(tie.by) if tie.by else "nobody named"),
        kind=tie.kind,
        told=tie.told,
        things=things,
        waits=tuple(key for key, _ in waiting),
        in_turn=tie.kind == "sequence" and len(things) > 1,
        exits=tie.exits,
        word=held_by(tie.holders, parties),
        ref=f"k-{tie.claims[0]}",
    )


def _come(number: int) -> str:
    return f"{number or 'none'} {'comes' if number == 1 else 'come'}"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
