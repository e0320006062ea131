"""The names of parties in one language, found in one pass: CLDR territories and cities, the language's own tables."""

import functools
import importlib.util
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

from goodoffices.reading.actors.names import Hit, Sort, longest
from goodoffices.reading.languages.letters import plain
from goodoffices.reading.languages.tongue import around, tongue
from goodoffices.reading.lexicon import rows
from goodoffices.vocabulary.party import Parties, known_parties

Forms = Callable[[str, Sort], Iterable[str]]


@functools.cache
def _forms(code: str) -> Forms:
    """How the language writes one name: its module of forms, where it has one."""
    module = f"goodoffices.reading.languages.forms.{code}"
    if importlib.util.find_spec(module) is None:
        return lambda name, sort: (name,)
    forms: Forms = import_module(module).forms
    return forms


@functools.cache
def _own(code: str) -> dict[str, tuple[str, Sort]]:
    """Surface to party and sort, from the CLDR and the tables; what the tables say goes before."""
    found: dict[str, tuple[str, Sort]] = {}
    for party_id, *cells in rows("states", 5, code):
        sorts: tuple[Sort, ...] = ("name", "adjective", "people", "capital")
        for cell, sort in zip(cells, sorts, strict=True):
            found |= {surface: (party_id, sort) for surface in cell.split("|") if surface != "-"}
    for party_id, surfaces in rows("bodies", 2, code):
        found |= dict.fromkeys(surfaces.split("|"), (party_id, "name"))
    for (surface,) in rows("places", 1, code):
        found[surface] = ("", "place")
    return _territories(code) | _cities(code) | found


def _territories(code: str) -> dict[str, tuple[str, Sort]]:
    from babel import Locale

    names: dict[str, tuple[str, Sort]] = {}
    for locale in tongue(code).locales:
        territories = Locale.parse(locale).territories
        for party in known_parties():
            name = territories.get(party.codes.get("cldr", ""), "")
            bare = re.sub(
                r"\s*\([^)]*\)|^.* – ", "", name
            )  # Myanmar (Birmanie); Congo - Kinshasa is told by the tables
            if len(bare) > 2 and bare not in tongue(code).ambiguous:
                names.setdefault(bare, (party.id, "name"))
    return names


def _cities(code: str) -> dict[str, tuple[str, Sort]]:
    """The capitals that give their names to time zones, as the CLDR names them."""
    from babel import Locale

    capitals = {city: row[0] for row in rows("states", 5) for city in row[4].split("|") if city != "-"}
    zones = Locale.parse(tongue(code).locales[0]).time_zones
    english = Locale.parse("en").time_zones
    names: dict[str, tuple[str, Sort]] = {}
    for zone in {*zones, *english}:
        city = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if city in capitals:
            names[zones.get(zone, {}).get("city") or city] = (capitals[city], "capital")
    return {name: meaning for name, meaning in names.items() if name not in tongue(code).ambiguous}


@functools.lru_cache(maxsize=8)
def _automaton(code: str, named: tuple[tuple[str, tuple[str, ...]], ...]) -> Any:
    import ahocorasick

    surfaces = {name: (party_id, "name") for party_id, names in named for name in names} | _own(code)
    machine = ahocorasick.Automaton()
    written: dict[str, tuple[str, str]] = {}
    for surface, (party, sort) in surfaces.items():
        for form in _forms(code)(plain(surface), sort):  # type: ignore[arg-type]
            for way in _ways(plain(form)):
                written.setdefault(way, (party, sort))
    for way, meaning in written.items():
        machine.add_word(way, (len(way), *meaning))
    machine.make_automaton()
    return machine


def _ways(form: str) -> Iterator[str]:
    """As it is; in capitals; with a bare first capital (Egypte)."""
    yield form
    if len(form) > 4:
        yield form.upper()
    first = unicodedata.normalize("NFD", form[0])
    if form[0].isupper() and len(first) > 1 and first[0].isascii():
        yield first[0] + form[1:]


def hits(code: str, content: str, parties: Parties) -> tuple[Hit, ...]:
    """The names in `content`, which `letters.placed` made: the longest at each spot, in order and disjoint."""
    known = tuple((p.id, (p.name, *p.names.get(code, ()))) for p in parties if len(p.name) > 1 and not p.codes)
    found = []
    for last, (size, party, sort) in _automaton(code, known).iter(content):
        first = last - size + 1
        if _whole(code, content, first, last + 1):
            found.append(Hit(first, last + 1, party, sort))
    return longest(found)


def _whole(code: str, content: str, first: int, last: int) -> bool:
    """Whether it is a word, or a word with small ones written before it."""
    if re.match(r"[\w_]|[\"'](?=\w)", content[last : last + 2]) or content[first - 1 : first] in ("_", "@"):
        return False
    begun = first
    while begun and (content[begun - 1].isalnum()):
        begun -= 1
    return begun == first or bool(re.fullmatch(tongue(code).proclitics, content[begun:first]))


def speaks(code: str, content: str, hit: Hit) -> bool:
    """Whether a capital stands for its government here."""
    return _beside("speaking", code, content, hit)


def is_tongue(code: str, content: str, hit: Hit) -> bool:
    """Whether an adjective names a language here: "en français"."""
    return hit.sort in ("adjective", "people") and _beside("tongues", code, content, hit)


def _beside(key: str, code: str, content: str, hit: Hit) -> bool:
    before, after = around(code, key)
    return bool(before.search(content[max(0, hit.start - 40) : hit.start]) or after.match(content, hit.end))
