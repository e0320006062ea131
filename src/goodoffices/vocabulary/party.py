"""Who takes part: parties, what they belong to, who held which office when."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Literal

import msgspec
from msgspec import Struct, field

from goodoffices.vocabulary.when import When

PartyKind = Literal[
    "state",
    "territory",
    "people",
    "intergovernmental",
    "organ",
    "ministry",
    "office",
    "person",
    "armed_group",
    "movement",
    "civil_society",
    "body",
    "informal_group",
]
_DATA = resources.files("goodoffices.vocabulary") / "data"

Capacity = Literal["member", "chair", "envoy", "observer", "invited", "consulted", "guarantor"]


class Party(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A party. names: other names by language code, as sources write them; codes: iso3166 (alpha-3), unm49 and others;
    parent: id of the party it belongs to (a ministry to its state, a person to the office's state).
    """

    id: str
    name: str
    kind: PartyKind
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    parent: str = ""
    role: str = ""


class Membership(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`member` belongs to `body` in a capacity for a time. Outreach ("consulted") is not membership."""

    body: str
    member: str
    capacity: Capacity = "member"
    since: When | None = None
    until: When | None = None

    def holds(self, as_of: dt.date) -> bool:
        """Whether it surely had begun by a day and not surely ended."""
        begun = self.since is None or self.since.surely_by(as_of)
        return begun and (self.until is None or not self.until.surely_by(as_of))


class OfficeHolder(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`person` held `office` for a time; a text that names no person is not made to name one."""

    office: str
    person: str
    since: When | None = None
    until: When | None = None


class Activity(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A body's activity over time, by whose word: active, suspended, dormant."""

    body: str
    status: Literal["active", "suspended", "dormant"]
    according_to: str = ""
    since: When | None = None
    until: When | None = None


class Parties:
    """The parties a case knows, by id. Iterates in neutral order: by name, letter case ignored."""

    def __init__(self, parties: Iterable[Party] = ()) -> None:
        self._by_id = {party.id: party for party in parties}

    def __contains__(self, party_id: object) -> bool:
        return party_id in self._by_id

    def __getitem__(self, party_id: str) -> Party:
        return self._by_id[party_id]

    def __iter__(self) -> Iterator[Party]:
        return iter(sorted(self._by_id.values(), key=lambda party: (party.name.casefold(), party.id)))

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, party_id: str) -> Party | None:
        """The party, or None for one that nobody has named."""
        return self._by_id.get(party_id)

    def name(self, party_id: str) -> str:
        """The party's name; the id itself for one that nobody has named (and for "author" and "unnamed")."""
        party = self._by_id.get(party_id)
        return party.name if party else party_id

    def speaks_for(self, party_id: str, whom: str) -> bool:
        """Whether it is `whom`, or a person, an office or a ministry of it, however many steps below."""
        seen: set[str] = set()
        while party_id != whom:
            party = self._by_id.get(party_id)
            if party is None or party.kind not in ("person", "office", "ministry") or party_id in seen:
                return False
            seen.add(party_id)
            party_id = party.parent
        return True

    def with_more(self, parties: Iterable[Party]) -> "Parties":
        """These parties and further ones; who is already known keeps their name."""
        return Parties([*(p for p in parties if p.id not in self._by_id), *self._by_id.values()])


class _Table(Struct, frozen=True):
    parties: tuple[Party, ...]
    memberships: tuple[Membership, ...] = ()
    holders: tuple[OfficeHolder, ...] = ()


@functools.cache
def _table(name: str = "parties") -> _Table:
    return msgspec.yaml.decode((_DATA / f"{name}.yaml").read_bytes(), type=_Table)


@functools.cache
def known_parties() -> Parties:
    """The territories of data/territories.tsv under their English CLDR names, and the bodies, organisations, organs
    and groups of data/parties.yaml.
    """
    return Parties([*_table().parties, *territories()])


@functools.cache
def known_memberships() -> tuple[Membership, ...]:
    """Who belongs to which body, as data/parties.yaml has it."""
    return _table().memberships


@functools.cache
def known_persons() -> Parties:
    """The persons and offices of data/persons.yaml, for showing their names; the reader is not told of them."""
    return Parties(_table("persons").parties)


@functools.cache
def known_holders() -> tuple[OfficeHolder, ...]:
    """Who is seen in which office, as data/persons.yaml has it."""
    return _table("persons").holders


def territories() -> Iterator[Party]:
    """States and territories: id is the ISO 3166 alpha-3 code in small letters, code "iso3166" the same in capitals,
    code "cldr" the alpha-2 code under which the CLDR names it in every language.
    """
    from babel import Locale  # 30 ms to import; a command that names nobody does without

    english = Locale("en").territories
    lines = (_DATA / "territories.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith(("#", "alpha3")):
            continue
        alpha3, alpha2, standing = line.split("\t")
        kind: PartyKind = "state" if standing == "member" else "territory"
        codes = {"iso3166": alpha3, "cldr": alpha2}
        yield Party(id=alpha3.lower(), name=english[alpha2], kind=kind, codes=codes)
