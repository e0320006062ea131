"""Which claims of a matter count, what they say of an attribute, and which of them a ruling follows."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.errors import BadArgument
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.when import When


class Said(Struct, frozen=True):
    """One value of an attribute, and the ids of the claims that give it."""

    value: Any
    claims: tuple[str, ...]


def held(matter: Matter) -> tuple[Reviewed, ...]:
    """The claims that nobody rejected or replaced, proposals among them: the caller decides what it passes.

    Raises BadArgument for a matter without any claim.
    """
    if not matter.claims:
        raise BadArgument("a matter rests on at least one claim", matter.id, "Leave it out, or enter what is known.")
    return tuple(r for r in matter.claims if r.state not in ("rejected", "superseded"))


def as_ruled(matter: Matter, rulings: Sequence[Ruling]) -> Matter:
    """The matter without the claims that a ruling set aside on whether it is so at all; as it is without a ruling."""
    live = held(matter)
    ruled = _ruled(matter.id, "polarity", live, rulings)
    followed = next((r.claim.attribution.polarity for r in live if r.claim.id == ruled), None)
    if followed is None:
        return matter
    return replace(matter, claims=tuple(r for r in live if r.claim.attribution.polarity == followed))


def affirmed(claims: Iterable[Reviewed]) -> tuple[Reviewed, ...]:
    """Those that say it is so, and say so without an if."""
    return tuple(
        r for r in claims if r.claim.attribution.polarity == "affirmed" and r.claim.attribution.condition is None
    )


def ids(claims: Iterable[Reviewed]) -> tuple[str, ...]:
    """Their claim ids."""
    return tuple(r.claim.id for r in claims)


def names_of(matter: Matter) -> frozenset[str]:
    """Every id under which others may speak of this matter: its own and those of its claims."""
    return frozenset({matter.id, *(r.claim.id for r in matter.claims)})


def sayings(matter_id: str, attribute: str, claims: Sequence[Reviewed], rulings: Sequence[Ruling]) -> tuple[Said, ...]:
    """The values of `attribute` among `claims`, each with who gives it; one value alone where a ruling that saw all of
    these claims follows one of them. Silence says nothing; a time that only gives more room than another of the
    claims is left out. With nothing but silence: one value, the silence.
    """
    by_value: dict[Any, list[Reviewed]] = {}
    for r in claims:
        by_value.setdefault(_decisive(r.claim.attribute(attribute)), []).append(r)
    spoken = [group for key, group in by_value.items() if key is not None] or [list(claims)]
    values = [Said(value=group[0].claim.attribute(attribute), claims=ids(group)) for group in spoken]
    values = [v for v in values if not any(_roomier(v.value, other.value) for other in values)]
    if len(values) > 1 and (ruled := _ruled(matter_id, attribute, [r for g in spoken for r in g], rulings)):
        return tuple(v for v in values if ruled in v.claims) or tuple(values)
    return tuple(values)


def _decisive(value: Any) -> Any:
    """What makes two values the same for a decision: of a time its bounds, readings and length, not its wording."""
    if value in (None, "", ()):
        return None
    if isinstance(value, When):
        if not any(r.bounded or r.value for r in value.readings()):
            return None
        return tuple((r.earliest, r.latest, r.clock, "" if r.bounded else r.value) for r in value.readings())
    return value


def _roomier(one: Any, other: Any) -> bool:
    """Whether `one` is a period that contains `other` and more: less exact, not at odds."""
    if not (isinstance(one, When) and isinstance(other, When)) or one.alternatives or other.alternatives:
        return False
    if not one.bounded:
        return other.bounded
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return False
    bounds = (one.earliest, one.latest) != (other.earliest, other.latest)
    bounds = bounds or (one.clock is None and other.clock is not None)  # a day is less exact than an hour of it
    return bounds and one.earliest <= other.earliest and other.latest <= one.latest  # type: ignore[operator]


def _ruled(matter_id: str, attribute: str, at_odds: Sequence[Reviewed], rulings: Sequence[Ruling]) -> str | None:
    """The claim followed by the last ruling on this conflict, if it saw every claim version now at odds."""
    for ruling in reversed(rulings):
        if ruling.conflict == f"{matter_id}:{attribute}":
            seen = {(r.claim.id, r.seq) for r in at_odds} <= set(ruling.saw)
            return ruling.follows if seen else None
    return None
