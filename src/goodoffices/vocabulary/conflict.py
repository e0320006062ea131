"""Sources that contradict each other: shown side by side, never merged in silence."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Any

from msgspec import Struct

from goodoffices.vocabulary.claim import Claim, Matter, Reviewed
from goodoffices.vocabulary.kinds import Vote
from goodoffices.vocabulary.kinds.figure import Amount
from goodoffices.vocabulary.when import When


class Ruling(Struct, frozen=True, kw_only=True):
    """Somebody's ruling on a conflict: which claim is followed, why, and the claim versions (id, seq) it saw."""

    conflict: str
    follows: str
    reason: str
    by: str
    saw: tuple[tuple[str, int], ...]


class Conflict(Struct, frozen=True, kw_only=True):
    """Claims on one matter with incompatible values of one attribute; both stay, whatever is ruled."""

    matter: str
    attribute: str
    claims: tuple[Reviewed, ...]
    ruling: Ruling | None = None

    @property
    def id(self) -> str:
        """The matter and the attribute: there is one conflict for each."""
        return f"{self.matter}:{self.attribute}"

    @property
    def is_open(self) -> bool:
        """Open until somebody rules, and again when a claim version turns up that the ruling did not see."""
        seen = set(self.ruling.saw) if self.ruling else set()
        return not all((r.claim.id, r.seq) in seen for r in self.claims)


def contradict(one: Any, other: Any) -> bool:
    """Whether two values cannot both be so. Silence (None, "", ()) contradicts nothing, nor does a list that only
    says less, nor a wider span of days that contains the narrower one.
    """
    if one in (None, "", ()) or other in (None, "", ()):
        return False
    if isinstance(one, When) and isinstance(other, When):
        return not any(_agree(a, b) for a, b in product(one.readings(), other.readings()))
    if isinstance(one, tuple) and isinstance(other, tuple):
        return not (set(one) <= set(other) or set(other) <= set(one))
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() != other.casefold()
    if isinstance(one, Amount) and isinstance(other, Amount):
        return one.contradicts(other)
    if isinstance(one, Vote) and isinstance(other, Vote):
        return one.contradicts(other)
    return bool(one != other)


def _at_odds(one: Claim, other: Claim, attribute: str) -> bool:
    values = one.attribute(attribute), other.attribute(attribute)
    passing = one.content.passing
    if attribute in passing and one.valid and other.valid and not one.valid.compatible(other.valid):
        return False
    if attribute == "date" and any(contradict(one.attribute(a), other.attribute(a)) for a in passing):
        return False  # what was otherwise was on another day
    return contradict(*values) and not (attribute in one.content.described and _says_less(*values))


def _says_less(one: Any, other: Any) -> bool:
    words = [set(re.findall(r"\w+", value.casefold())) for value in (one, other) if isinstance(value, str)]
    return len(words) == 2 and (words[0] <= words[1] or words[1] <= words[0])


def _agree(one: When, other: When) -> bool:
    """Whether two times can both be meant. Two last days agree when they are the same: "by July" is not "by August",
    though some day keeps both.
    """
    if one.earliest is None and other.earliest is None and one.latest and other.latest:
        return one.latest == other.latest
    return one.compatible(other)


def conflicts(matter: Matter, rulings: Sequence[Ruling] = ()) -> Iterator[Conflict]:
    """The conflicts of one matter, by attribute; of several rulings on one conflict the last counts."""
    latest = {ruling.conflict: ruling for ruling in rulings}
    held = [r for r in matter.claims if r.state not in ("rejected", "superseded")]
    affirmed = [r for r in held if r.claim.attribution.polarity == "affirmed"]
    for attribute in ("polarity", *held[0].claim.content.comparable) if held else ():
        # What a source denies has no date or place to compare; that it denies it is the conflict.
        valued = held if attribute == "polarity" else affirmed
        pairs = combinations(valued, 2)
        at_odds = {r.claim.id for a, b in pairs if _at_odds(a.claim, b.claim, attribute) for r in (a, b)}
        if at_odds:
            found = Conflict(
                matter=matter.id,
                attribute=attribute,
                claims=tuple(r for r in valued if r.claim.id in at_odds),
                ruling=latest.get(f"{matter.id}:{attribute}"),
            )
            yield found
