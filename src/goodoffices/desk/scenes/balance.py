"""The balance of concessions, pair by pair, those with most of them first."""

from collections.abc import Sequence

from goodoffices.briefs.marks import mark
from goodoffices.desk.affairs.status import counted
from goodoffices.pictures import Picture
from goodoffices.pictures.balance import Exchange, Gift, balance
from goodoffices.pictures.commitments import Sign
from goodoffices.pictures.marks import Role
from goodoffices.record import Snapshot
from goodoffices.standing.ledger import Balance, Fate, Given, balances, concessions
from goodoffices.vocabulary.party import Parties

PAIRS, ROWS = 4, 5  # a block has so many rows; what lies beyond is in the list
FATES: dict[Fate, tuple[str, str, Role]] = {
    "given": ("given, nothing more is said", "open", "accent"),
    "kept": ("kept", "kept", "gain"),
    "partly_withdrawn": ("taken back in part", "partly kept", "due"),
    "withdrawn": ("taken back", "broken", "loss"),
}
"""What became of a concession: in words, as which state it looks, in which colour."""


def of_balance(snapshot: Snapshot, *, proposals: bool = False) -> Picture | None:
    """What each gave the other; None where no concession between two parties is recorded."""
    found = balances(concessions(snapshot.claims(kind="concession", states=counted(proposals))))
    if not found:
        return None
    ordered = sorted(found, key=lambda b: (-len(b.by_one) - len(b.by_other), b.one, b.other))
    names = snapshot.parties()
    exchanges = [_exchange(b, names) for b in ordered[:PAIRS]]
    drawn = sum(len(e.by_one) + len(e.by_other) for e in exchanges)
    given = [one for b in found for one in (*b.by_one, *b.by_other)]
    left = f" {len(given) - drawn} more are in the list." if len(given) > drawn else ""
    note = f"As claimed by those named. A count weighs nothing: one concession may outweigh ten.{left}"
    return balance("What was given for what", _finding(given, len(found)), note, exchanges)


def _finding(given: Sequence[Given], pairs: int) -> str:
    kept, back = (sum(one.fate in fates for one in given) for fates in (("kept",), ("withdrawn", "partly_withdrawn")))
    silent = len(given) - kept - back
    return (
        f"{len(given)} concession{'' if len(given) == 1 else 's'} between {pairs} pair{'' if pairs == 1 else 's'}: "
        f"{kept} said to be kept, {back} taken back in full or part, {silent} of which no more is said."
    )


def _exchange(found: Balance, names: Parties) -> Exchange:
    return Exchange(
        one=names.name(found.one),
        other=names.name(found.other),
        by_one=tuple(_gift(one, names) for one in found.by_one[:ROWS]),
        by_other=tuple(_gift(one, names) for one in found.by_other[:ROWS]),
        gave=(len(found.by_one), len(found.by_other)),
    )


def _gift(given: Given, names: Parties) -> Gift:
    words, state, role = FATES[given.fate]
    look = mark(state)
    return Gift(
        what=given.what,
        exchange=given.in_exchange_for,
        fate=words,
        sign=Sign(look.shape, look.filled, role),
        word=held_by(given.holders, names),
        ref=f"k-{given.claims[0]}",
    )


def held_by(holders: Sequence[str], names: Parties) -> str:
    """Whose word something is, each once."""
    said = {"author": "the author", "unnamed": "an unnamed source"}
    return ", ".join(dict.fromkeys(said.get(holder) or names.name(holder) for holder in holders))
