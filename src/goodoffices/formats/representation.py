"""Who of those concerned sits in a format, is represented there, is heard or is absent; what nobody inside holds."""

import datetime as dt
from collections.abc import Iterable, Sequence
from math import inf
from typing import Literal

from msgspec import Struct

from goodoffices.errors import BadArgument
from goodoffices.formats.format import Format, Stakeholder
from goodoffices.standing import Stance
from goodoffices.vocabulary.party import Membership

Presence = Literal["sits", "represented", "consulted", "absent"]
PRESENCES: tuple[Presence, ...] = ("sits", "represented", "consulted", "absent")


class Present(Struct, frozen=True, kw_only=True):
    """One stakeholder's presence. through: the organisations that sit and speak for it."""

    party: str
    presence: Presence
    through: tuple[str, ...] = ()


class Representation(Struct, frozen=True, kw_only=True):
    """A list of stakeholders in a format. shares: presence -> share of them, each counted as one; weighted: the same by
    their stated weights; regions: region -> presence -> how many.
    """

    stakeholders: tuple[Present, ...]
    shares: dict[Presence, float]
    weighted: dict[Presence, float]
    regions: dict[str, dict[Presence, int]]


class Missing(Struct, frozen=True, kw_only=True):
    """A stakeholder who is absent, and the issues on which it holds a position that nobody inside holds."""

    party: str
    issues: tuple[str, ...]


def representation(
    form: Format,
    stakeholders: Sequence[Stakeholder],
    memberships: Iterable[Membership] = (),
    as_of: dt.date | None = None,
) -> Representation:
    """How a list of stakeholders is present in a format. memberships: of states in organisations, through which they
    may be represented; those that hold on `as_of`.

    BadArgument for a stakeholder named twice or a weight that is not above 0.
    """
    named = [one.party for one in stakeholders]
    if len(set(named)) < len(named):
        raise BadArgument("a stakeholder stands once in a list", sorted(named), "Remove the second.")
    if not all(0 < one.weight < inf for one in stakeholders):
        raise BadArgument("a stakeholder's weight is above 0", [one.weight for one in stakeholders], "Leave it out.")
    belongs: dict[str, set[str]] = {one.party: set(one.through) for one in stakeholders}
    for membership in memberships:
        if (
            membership.member in belongs
            and membership.capacity == "member"
            and (as_of is None or membership.holds(as_of))
        ):
            belongs[membership.member].add(membership.body)
    present = tuple(_present(form, one.party, belongs[one.party]) for one in stakeholders)
    weights = {one.party: one.weight for one in stakeholders}
    regions: dict[str, dict[Presence, int]] = {}
    for one, found in zip(stakeholders, present, strict=True):
        if one.region:
            counts = regions.setdefault(one.region, dict.fromkeys(PRESENCES, 0))
            counts[found.presence] += 1
    return Representation(
        stakeholders=present,
        shares=_shares(present, dict.fromkeys(weights, 1.0)),
        weighted=_shares(present, weights),
        regions=dict(sorted(regions.items())),
    )


def missing(form: Format, stakeholders: Sequence[Stakeholder], stances: Sequence[Stance]) -> tuple[Missing, ...]:
    """Stakeholders who neither sit nor are heard, those first on whose issues most is said that nobody inside says.

    stances: where parties stand, on any issue; where sources differ, each stance counts as held; what is only alleged
    is held by nobody.
    """
    told = [s for s in stances if not s.alleged_by]
    inside = {(s.issue, stance) for s in told if s.party in form.members for stance in s.stances}
    near = {*form.members, *form.consulted}
    found = [
        Missing(
            party=one.party,
            issues=tuple(
                s.issue for s in told if s.party == one.party and not inside & {(s.issue, held) for held in s.stances}
            ),
        )
        for one in stakeholders
        if one.party not in near
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.issues), one.party)))


def _present(form: Format, party: str, belongs: set[str]) -> Present:
    through = tuple(sorted(belongs & set(form.members)))
    if party in form.members:
        return Present(party=party, presence="sits")
    if through:
        return Present(party=party, presence="represented", through=through)
    heard = tuple(sorted(belongs & set(form.consulted)))
    if party in form.consulted or heard:
        return Present(party=party, presence="consulted", through=heard if party not in form.consulted else ())
    return Present(party=party, presence="absent")


def _shares(present: Sequence[Present], weights: dict[str, float]) -> dict[Presence, float]:
    whole = sum(weights.values())
    return {
        presence: sum(weights[one.party] for one in present if one.presence == presence) / whole if whole else 0.0
        for presence in PRESENCES
    }
