"""Titles, offices and groups in their places, and what may be a person's name."""

import functools
import re
import string
from collections.abc import Iterable
from typing import Any, Literal

from msgspec import Struct

from goodoffices.reading.lexicon import rows, table
from goodoffices.vocabulary.party import PartyKind

RoleSort = Literal["office", "offices", "title", "group", "authority"]


class Roles(Struct, frozen=True):
    """data/en/roles.yaml."""

    offices: tuple[str, ...]
    titles: tuple[str, ...]
    courtesies: frozenset[str]
    qualities: tuple[str, ...]
    groups: tuple[str, ...]
    group_qualities: tuple[str, ...]
    authorities: tuple[str, ...]
    communities: tuple[str, ...]
    ministries: tuple[str, ...]
    heads: dict[PartyKind, tuple[str, ...]]
    teams: tuple[str, ...]
    appositives: tuple[str, ...]
    person_verbs: frozenset[str]
    capital_verbs: frozenset[str]
    policy_words: frozenset[str]
    not_person: frozenset[str]
    surnames: frozenset[str]
    no_party: frozenset[str]
    speech: frozenset[str]
    telling: frozenset[str]
    no_start: frozenset[str]
    articled: tuple[str, ...]
    placing: tuple[str, ...]
    within: tuple[str, ...]
    dealings: tuple[str, ...]
    sent: frozenset[str]


class Role(Struct, frozen=True):
    """Words of a role at their place. singular: the role as one person holds it."""

    start: int
    end: int
    sort: RoleSort
    singular: str


@functools.cache
def roles() -> Roles:
    """The table of English."""
    return table("roles", Roles)


def either(words: Iterable[str]) -> str:
    """Words as an alternation, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@functools.cache
def given_names() -> frozenset[str]:
    """Given names common in the field's documents."""
    return frozenset(name for (line,) in rows("given_names", 1, suffix="txt") for name in line.split())


_SPELT = {"neighboring": "neighbouring", "front-line": "frontline"}


def _plural(role: str) -> str:
    head, of, rest = role.partition(" of ")
    if not of:
        head, of, rest = role.partition(" for ")
    plural = f"{head[:-1]}ies" if head.endswith("y") else f"{head[:-3]}men" if head.endswith("man") else f"{head}s"
    return plural + of + rest


@functools.cache
def _automaton() -> Any:
    import ahocorasick

    known, machine = roles(), ahocorasick.Automaton()
    forms: dict[str, tuple[RoleSort, str]] = {title: ("title", title) for title in known.titles}
    forms |= {office: ("office", office) for office in known.offices}
    forms |= {_plural(office): ("offices", office) for office in known.offices}
    for quality in known.group_qualities:  # the regional nations are the regional countries
        one = f"{_SPELT.get(quality, quality)} countries"
        forms |= {f"{quality} {group}": ("group", one) for group in known.groups}
    forms |= {phrase: ("authority", phrase) for phrase in (*known.authorities, *known.communities)}
    for form, (sort, singular) in forms.items():
        machine.add_word(form, (len(form), sort, singular))
    machine.make_automaton()
    return machine


_LOWERED = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def found(content: str, start: int, end: int) -> tuple[Role, ...]:
    """The roles in `content` from `start` to `end`, the longest at each spot, in order and disjoint."""
    lowered = content[start:end].translate(_LOWERED)
    hits: list[Role] = []
    for last, (size, sort, singular) in _automaton().iter(lowered):
        first = last - size + 1
        if not (lowered[first - 1 : first].isalnum() and first) and not lowered[last + 1 : last + 2].isalnum():
            hits.append(Role(start + first, start + last + 1, sort, singular))
    hits.sort(key=lambda role: (role.start, -role.end))
    chosen: list[Role] = []
    for role in hits:
        if not chosen or role.start >= chosen[-1].end:
            chosen.append(role)
    return tuple(chosen)


_UP = "A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŌŘŚŞŠŪŹŻŽȘȚ"
_TOKEN = rf"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]sh|[Aa]t|[Uu]l)-[{_UP}][\w’'-]*\w|[{_UP}]\.|[{_UP}][\w’'‑-]*\w)"
_PARTICLE = r"(?:(?:bin|ibn|ben|bint|von|van|de|del|della|da|dos|du|la|le|der|den|abu|al|el|ul|ould|y)\s)"
NAME = re.compile(rf"{_TOKEN}(?:\s{_PARTICLE}{{0,2}}{_TOKEN}){{0,3}}")
TWO_NAMES = re.compile(rf"(?<![\w’'-])(?=[{_UP}]){_TOKEN}(?:\s{_PARTICLE}{{0,2}}{_TOKEN}){{1,3}}")


_SMALL = frozenset(
    {"TO", "OF", "IN", "ON", "AND", "THE", "FOR", "AT", "BY", "WITH", "FROM"}
)  # of a heading in capitals


def person_name(content: str, start: int, end: int) -> int:
    """Where the name of a person that begins at `start` ends; `start` itself when there is none.

    Stops at a possessive, at a word that no person is called, and at the end of the match.
    """
    at, last = start, start
    for word in re.finditer(r"\S+", content[start:end]):
        bare = re.sub(r"['’]s?$", "", word.group())
        surname = bare in roles().surnames and content[start:last] in given_names()
        capitals = last == start and len(bare) > 4 and bare.isupper() and bare.capitalize() not in given_names()
        if (bare in roles().not_person and not surname) or capitals or bare in _SMALL:
            break
        at = start + word.start() + len(bare)
        if bare[:1].isupper() or bare[:3].lower() in ("al-", "el-"):
            last = at
        if bare != word.group():
            break
    while last > start and content[last - 1] in ".,-" and not re.search(r"\b[A-Z]\.$", content[start:last]):
        last -= 1
    return last
