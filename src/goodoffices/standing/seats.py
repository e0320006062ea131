"""Who sits in which body on a day; those consulted, invited or observing do not."""

import datetime as dt

from goodoffices.errors import BadArgument
from goodoffices.vocabulary.party import known_memberships, known_parties

PERMANENT = {"unsc": ("chn", "fra", "gbr", "rus", "usa")}
"""Who sat in a body all along, each seat under whoever holds it today (Charter of the United Nations, Article 23)."""


def members_on(body: str, as_of: dt.date) -> tuple[str, ...]:
    """The ids of a body's members on a day, in neutral order; of a body whose other members change, of those who have
    sat in it all along.

    BadArgument for a body of which no membership is known.
    """
    held = [m for m in known_memberships() if m.body == body and m.capacity == "member"]
    if not held and body in PERMANENT:
        return PERMANENT[body]
    if not held:
        bodies = {*PERMANENT, *(m.body for m in known_memberships())}
        remedy = (
            f"Name the members, or one of: {', '.join(sorted(map(known_parties().name, bodies), key=str.casefold))}."
        )
        raise BadArgument("harmony is of a body whose members are known", known_parties().name(body) or "none", remedy)
    return tuple(sorted({m.member for m in held if m.holds(as_of)}))


def bodies_of(party: str, as_of: dt.date) -> frozenset[str]:
    """The ids of the bodies in which a party sits on a day."""
    told = {m.body for m in known_memberships() if m.member == party and m.capacity == "member" and m.holds(as_of)}
    return frozenset(told | {body for body, sitting in PERMANENT.items() if party in sitting})
