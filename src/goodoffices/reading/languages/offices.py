"""Offices of states and bodies: "le ministre des Affaires étrangères de la Russie", "российский президент"."""

import functools
import re
from collections.abc import Sequence

from msgspec import Struct

from goodoffices.reading.actors.cast import slug
from goodoffices.reading.actors.names import Hit
from goodoffices.reading.actors.roles import roles
from goodoffices.reading.languages.letters import plain
from goodoffices.reading.languages.tongue import tongue
from goodoffices.reading.lexicon import rows
from goodoffices.vocabulary.party import Parties, Party
from goodoffices.vocabulary.text import Span


class Office(Struct, frozen=True):
    """An office at its place: party is the office, its parent whose it is."""

    span: Span
    party: Party


@functools.cache
def _words(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Role in English, as the ids have it, and the pattern of its words; longer roles first."""
    small = tongue(code).proclitics
    return tuple(
        (role, re.compile(rf"(?<!\w)(?:{small})(?P<x>{plain(words)})(?!\w)", re.IGNORECASE))
        for words, role in rows("offices", 2, code)
    )


def offices(code: str, content: str, told: Sequence[Hit], parties: Parties) -> tuple[Office, ...]:
    """The offices in `content` that say whose they are; told: the parties named in it."""
    of = re.compile(rf"(?:{plain(tongue(code).of)})", re.IGNORECASE)
    found: list[Office] = []
    for role, pattern in _words(code):
        for match in pattern.finditer(content):
            start, end = match.span("x")
            if any(a < end and start < b for a, b in (office.span for office in found)):
                continue
            owner = next((h for h in told if h.start >= end and of.fullmatch(content[end : h.start])), None)
            before = next((h for h in told if h.sort == "adjective" and content[h.end : start] == " "), None)
            whose = owner or before
            if whose is None or any(h.start < end and start < h.end for h in told):
                continue
            span = (min(start, whose.start), max(end, whose.end))
            found.append(Office(span, _party(role, whose.party, parties)))
    return tuple(found)


def _party(role: str, owner: str, parties: Parties) -> Party:
    """The same id as an English text would give."""
    known = parties.get(owner)
    name = known.name if known else owner
    if owner == "un" and role == "secretary-general" and "unsg" in parties:
        return parties["unsg"]
    takes = re.fullmatch("|".join(roles().articled), name)
    title = f"{role} of the {name}" if takes else f"{role} of {name}"
    return Party(id=f"office:{slug(title)}", name=title, kind="office", parent=owner, role=role)
