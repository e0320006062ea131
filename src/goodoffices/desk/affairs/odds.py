"""Where sources contradict each other, a line for each contradiction."""

from typing import Any

from msgspec import Struct

from goodoffices.desk.evidence import words
from goodoffices.record import Snapshot
from goodoffices.vocabulary.kinds import Vote
from goodoffices.vocabulary.party import Parties
from goodoffices.vocabulary.when import When


class Odds(Struct, frozen=True, kw_only=True):
    """One contradiction. about: the exact words of its first claim; asked: the attribute in words; values: what its
    claims say, each once, in the order of their entry; is_open: whether nobody has ruled.
    """

    conflict: str
    about: str
    asked: str
    values: tuple[str, ...]
    is_open: bool


def odds(snapshot: Snapshot) -> tuple[Odds, ...]:
    """The contradictions of the record as seen through `snapshot`."""
    parties = snapshot.parties()
    return tuple(
        Odds(
            conflict=conflict.id,
            about=words(conflict.claims[0].claim),
            asked=attribute_in_words(conflict.attribute),
            values=tuple(
                dict.fromkeys(value_in_words(r.claim.attribute(conflict.attribute), parties) for r in conflict.claims)
            ),
            is_open=conflict.is_open,
        )
        for conflict in snapshot.conflicts()
    )


def attribute_in_words(attribute: str) -> str:
    """What a contradiction is over, as people ask it."""
    return "whether it was so" if attribute == "polarity" else attribute.replace("_", " ")


def value_in_words(value: Any, parties: Parties) -> str:
    """What one source gives for an attribute."""
    if isinstance(value, When):
        return str(value)
    if isinstance(value, Vote):
        return value.words(parties.name)
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple):
        return ", ".join(sorted((parties.name(str(v)) for v in value), key=str.casefold))
    return {"affirmed": "says that it was", "denied": "does not say so, or says that it was not"}.get(
        str(value), parties.name(str(value)).replace("_", " ")
    )
