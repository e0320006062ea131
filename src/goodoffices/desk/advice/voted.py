"""How alike parties voted: a section of a brief."""

from collections.abc import Sequence

from goodoffices.briefs import Item, Notes, Section
from goodoffices.desk.affairs.rolls import Rolls
from goodoffices.desk.affairs.votes import Cast, cast, votes
from goodoffices.pictures import Picture
from goodoffices.standing import Dyad
from goodoffices.tracking.days import spelled
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.party import Parties

DRAWN = 3
"""Pairs in the picture of a brief, which has little room; the workbench draws all."""

Voted = tuple[Rolls, Sequence[str], Picture | None]
"""Roll calls of a body, the parties compared, and their picture."""


def voted(found: Sequence[Voted], claims: dict[str, Claim], notes: Notes, parties: Parties) -> Section | None:
    """Pair by pair, body by body; None where no two of them ever both voted. claims: those that tell of decisions."""
    items = [item for rolls, chosen, _ in found for item in _pairs(rolls, chosen, claims, notes, parties)]
    lead = (
        "Lijphart's index is 1 for the very same votes, a half where one abstains; alike is not allied. Roll calls in "
        "which one of two took no part are left out and counted."
    )
    drawn = tuple(picture for *_, picture in found if picture is not None)
    return Section(id="votes", title="How they voted", lead=lead, items=tuple(items), pictures=drawn) if items else None


def _pairs(rolls: Rolls, chosen: Sequence[str], claims: dict[str, Claim], notes: Notes, parties: Parties) -> list[Item]:
    if len(chosen) < 2:
        return []
    calls = rolls.table.calls
    items = []
    for pair in votes(rolls.table, parties=chosen).pairs:
        if pair.agreement.calls:
            held = cast(calls.only(parties=(pair.one, pair.other)))
            items.append(_item(rolls, pair, [one for one in held if all(one.votes)], claims, notes, parties))
    return items


def _item(
    rolls: Rolls, pair: Dyad, both: Sequence[Cast], claims: dict[str, Claim], notes: Notes, parties: Parties
) -> Item:
    names, found = rolls.table.names, pair.agreement
    apart = next((one for one in both if not one.alike), None)
    said = "They never voted apart in these." if apart is None else f"Last apart: {_told(apart, pair, rolls)}."
    behind = rolls.claims.get(apart.call.id, ()) if apart else ()
    measures = [("S", found.s), ("kappa", found.kappa), ("pi", found.pi)]
    more = ", ".join(f"{name} {value:z.2f}" for name, value in measures if value is not None)
    missing = f"; in {pair.absent:,} more a vote is not on record" if pair.absent else ""
    first, last = both[-1].call.date.year, both[0].call.date.year
    return Item(
        words=f"{names[pair.one]} and {names[pair.other]}, {parties.name(rolls.body)}, {found.calls:,} roll calls",
        state=f"{found.lijphart:.2f} of 1",
        when=str(first) if first == last else f"{first} to {last}",
        notes=notes.cite(claims[c] for c in behind if c in claims),
        detail=(f"{said} {more}{missing}.",),
    )


def _told(one: Cast, pair: Dyad, rolls: Rolls) -> str:
    names = rolls.table.names
    how = ", ".join(f"{names[p]} {vote}" for p, vote in zip((pair.one, pair.other), one.votes, strict=True))
    return f"{(one.call.title or one.call.id).strip()} ({spelled(one.call.date)}): {how}"
