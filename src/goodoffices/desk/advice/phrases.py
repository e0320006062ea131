"""Phrases of a brief that several of its sections use."""

from collections import Counter
from collections.abc import Sequence

from goodoffices.record import Snapshot
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.party import Parties

SHOWN = 3  # of the rows behind a finding; the rest are counted


def hedged(claim: Claim, parties: Parties) -> tuple[str, ...]:
    """How firmly it is given, and by whom, unless the author says it plainly."""
    attribution = claim.attribution
    if attribution.status == "asserted":
        return ()
    holder = {"author": "the author", "unnamed": "an unnamed source"}.get(
        attribution.holder, parties.name(attribution.holder)
    )
    return (f"{attribution.status.capitalize()}; the word of {holder}.",)


def plural(count: int, kind: str) -> str:
    """ "3 provisions"."""
    return f"{count} {kind}{'' if count == 1 else 's'}"


def by_state(counts: Counter[str]) -> str:
    """ ": 2 due, 1 open", the most frequent first; "" without states."""
    told = ", ".join(f"{count} {state}" for state, count in counts.most_common() if state)
    return f": {told}" if told else ""


def listed(names: Sequence[str], most: int = SHOWN) -> str:
    """The first `most` of some names; the rest are counted."""
    shown = "; ".join(name.rstrip(".") for name in names[:most])
    return f"{shown}; and {len(names) - most} more." if len(names) > most else f"{shown}."


def coverage_of(snapshot: Snapshot) -> str:
    """What is said of the reach of a record of which nobody said it."""
    count = len(list(snapshot.documents()))
    return (
        f"This record holds {count} {'document' if count == 1 else 'documents'} and is as incomplete as they are; "
        "what is absent from it is not thereby absent from the world."
    )
