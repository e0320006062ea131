"""The names by which known parties and places are called, found in one pass over a text."""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec
from msgspec import Struct

from goodoffices.reading.lexicon import rows
from goodoffices.vocabulary.party import Parties, Party, PartyKind

Sort = Literal["name", "adjective", "people", "capital", "place"]

_ACRONYM = 4  # letters; a shorter name in capitals is only ever written so
_GENERAL = ("Security Council", "General Assembly")
WING = re.compile(r"-(?:North|South|Unity|United|IO|N|Goma|Nasir|Mainstream)\b")  # a movement that broke away
_PARTICULAR = ("National ", "Supreme ", "High ", "Higher ", "Federal ", "Regional ")


class Hit(Struct, frozen=True):
    """A name at its place. party: id, "" for a place. sort: how it names its party."""

    start: int
    end: int
    party: str
    sort: Sort


@functools.cache
def institutions() -> tuple[Party, ...]:
    """Organisations, missions, armed groups, movements, parliaments and ministries by name (institutions.tsv)."""
    return tuple(
        Party(id=party_id, name=name, kind=_kind(kind), parent=parent.strip("-"))
        for party_id, name, kind, parent, _ in rows("institutions", 5)
    )


def _kind(word: str) -> PartyKind:
    kind: PartyKind = msgspec.convert(word, PartyKind)
    return kind


@functools.cache
def _table() -> dict[str, tuple[str, Sort]]:
    """Surface to party and sort, from the reader's own tables."""
    found: dict[str, tuple[str, Sort]] = {}
    for party_id, *_, forms in rows("institutions", 5):
        found |= dict.fromkeys(forms.split("|"), (party_id, "name"))
    for party_id, others, adjectives, people, capitals in rows("states", 5):
        sorts: tuple[tuple[str, Sort], ...] = (
            (others, "name"),
            (adjectives, "adjective"),
            (people, "people"),
            (capitals, "capital"),
        )
        for cell, sort in sorts:
            for surface in cell.split("|"):
                if surface != "-":
                    found.setdefault(surface, (party_id, sort))
    for (surface,) in rows("places", 1):
        found[surface] = ("", "place")
    return found


@functools.cache
def places() -> frozenset[str]:
    """Surfaces of capitals and other places."""
    return frozenset(surface for surface, (_, sort) in _table().items() if sort in ("capital", "place"))


@functools.lru_cache(maxsize=8)
def _automaton(named: tuple[tuple[str, tuple[str, ...]], ...]) -> Any:
    import ahocorasick

    machine = ahocorasick.Automaton()
    surfaces: dict[str, tuple[str, Sort]] = {}
    for party_id, names in named:
        for name in names:
            surfaces[name] = (party_id, "name")
    surfaces.update(_table())
    for surface, meaning in list(surfaces.items()):
        for form in _forms(surface):
            surfaces.setdefault(form, meaning)
    for surface, meaning in surfaces.items():
        machine.add_word(surface, (len(surface), *meaning))
    machine.make_automaton()
    return machine


def _forms(surface: str) -> Iterator[str]:
    """Other ways to print one name: straight apostrophes, headlines, a last word in small letters, no "&"."""
    yield surface.replace("’", "'")
    if "&" in surface:
        yield surface.replace("&", "and")
    if len(surface) > _ACRONYM and not surface.isupper():
        yield surface.upper()
    first, _, last = surface.rpartition(" ")
    if first and last[:1].isupper() and last[1:].islower() and first.split()[-1][:1].isupper() and len(first) > 3:
        yield f"{first} {last.lower()}"


def hits(content: str, start: int, end: int, parties: Parties) -> tuple[Hit, ...]:
    """The names in `content` from `start` to `end`, the longest at each spot, in order and disjoint."""
    machine = _automaton(_known(parties))
    found: list[Hit] = []
    for last, (size, party, sort) in machine.iter(content, start, end):
        first = last - size + 1
        if first >= start and _whole(content, first, last + 1) and not _anothers(content, first):
            found.append(Hit(first, last + 1, party, sort))
    return longest(found)


def _anothers(content: str, first: int) -> bool:
    """Whether a general name is the end of another body's: "the National Security Council"."""
    return content.startswith(_GENERAL, first) and content[max(0, first - 9) : first].endswith(_PARTICULAR)


def longest(found: Iterable[Hit]) -> tuple[Hit, ...]:
    """Of names that overlap the first, and of those that begin together the longest; in order and disjoint."""
    chosen: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if not chosen or hit.start >= chosen[-1].end:
            chosen.append(hit)
    return tuple(chosen)


def inner(content: str, hit: Hit, parties: Parties) -> tuple[Hit, ...]:
    """The names inside a longer one: the United Nations in "Secretary-General of the United Nations"."""
    found = hits(content, hit.start + 1, hit.end, parties)
    return tuple(h for h in found if h.sort == "name" and h.party != hit.party)


def _whole(content: str, first: int, last: int) -> bool:
    before, after = content[first - 1 : first], content[last : last + 1]
    if after == "-" and WING.match(content, last):
        return False
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def _known(parties: Parties) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((p.id, (p.name, *p.names.get("en", ()))) for p in parties if len(p.name) > 1)
