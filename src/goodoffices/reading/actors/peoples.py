"""Peoples that are no state's: "ethnic Ruvenians", "Ruvenian Zaranis" are neither Ruvenia nor Zaran."""

import re
from collections.abc import Sequence

from goodoffices.reading.actors.cast import slug
from goodoffices.reading.actors.names import Hit
from goodoffices.vocabulary.party import Party

_ETHNIC = re.compile(r"\b[Ee]thnic(?:ally)?[ -]$")
_WITHIN = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Ii]nside|[Tt]o|[Bb]y|[Oo]f) (?:the )?$")


def peoples(content: str, hits: Sequence[Hit]) -> tuple[tuple[Hit, ...], dict[str, Party]]:
    """The names with those of peoples in the place of those of states, and the peoples so named, by id."""
    found: list[Hit] = []
    named: dict[str, Party] = {}
    for hit in hits:
        before = found[-1] if found else None
        ethnic = _ETHNIC.search(content, max(0, hit.start - 12), hit.start)
        if not hit.party or hit.sort not in ("people", "adjective"):
            found.append(hit)
        elif ethnic is not None:
            found.append(_people(content, ethnic.start(), hit, named))
        elif before is not None and _joined(content, before, hit):
            found[-1] = _people(content, before.start, hit, named)
        else:
            found.append(hit)
    return tuple(found), named


def _joined(content: str, before: Hit, hit: Hit) -> bool:
    """ "Ruvenian Zaranis", "Ruvenia Zaranis"; not "in Ruvenia Zaranis …"."""
    if before.end + 1 != hit.start or content[before.end] != " " or before.party == hit.party:
        return False
    if before.sort == "adjective":
        return True
    loose = _WITHIN.search(content, max(0, before.start - 12), before.start) is not None
    return before.sort == "name" and hit.sort == "people" and not loose


def _people(content: str, start: int, hit: Hit, named: dict[str, Party]) -> Hit:
    """The name of a people, one whether it is told as a noun or an adjective, minted where it is new."""
    words = " ".join(content[start : hit.end].split())
    plural = words if hit.sort == "people" or words.endswith(("ese", "ish", "ch")) else f"{words}s"
    plural = plural[0].lower() + plural[1:] if plural.startswith("Ethnic") else plural
    party_id = f"people:{slug(plural)}"
    named.setdefault(party_id, Party(id=party_id, name=plural, kind="people"))
    return Hit(start, hit.end, party_id, hit.sort)
