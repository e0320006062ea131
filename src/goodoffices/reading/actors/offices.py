"""Offices, ministries and groups: parties that are described rather than named."""

import functools
import re

from goodoffices.reading.actors.cast import Cast, slug
from goodoffices.reading.actors.names import Hit
from goodoffices.reading.actors.persons import Persons, qualified, role_start
from goodoffices.reading.actors.roles import Role, either, roles
from goodoffices.vocabulary.text import Span

_OF = re.compile(r" (?:of|for) (?=\S)")
_AND = re.compile(r",? and |, |,? as well as | or ")
_TO = re.compile(r" (?:to|for|on|in) (?=\S)")


def offices(cast: Cast, persons: Persons, role: Role) -> None:
    """An office whose holder the text does not name: "the foreign ministers of Russia and Iran", "Israel's prime
    minister", "the Quartet's envoy to the Middle East".
    """
    start, parent = qualified(cast, role)
    begins = role_start(cast, role)
    words = cast.content[begins : role.end]
    place = _TO.match(cast.content, role.end)
    where = cast.hit_at(place.end()) if place else None
    if parent and where and role.singular.split()[-1] in roles().sent:
        said = cast.content[start : where.end]
        _mint(cast, (start, where.end), re.sub(r"'s\b", "", said), parent, words, said)
    elif parent and role.sort == "offices" and _in_council(cast, parent):
        cast.mention(start, role.end, parent)  # "the Trio's foreign ministers", whatever states they are of
    elif _complemented(cast, persons, role, begins):
        pass
    elif parent and role.sort == "office":
        _office(cast, persons, (start, role.end), words, parent)


def _complemented(cast: Cast, persons: Persons, role: Role, start: int) -> bool:
    """ "The foreign ministers of Russia, the United States and Iran": one office a party. Whether it was that."""
    of = _OF.match(cast.content, role.end)
    owner, end = cast.party_at(of.end()) if of else ("", 0)
    if not owner:
        return False
    several = role.sort == "offices"
    if of is not None and of.group().startswith(" for") and role.singular.split()[-1] in roles().sent:
        _mint(cast, (start, end), cast.content[start:end], "", cast.content[start : role.end])
        return True  # the envoy for Utopia is not Utopia's
    if several and _in_council(cast, owner) and not _AND.match(cast.content, end):
        return True  # "the ministers of the Trio" are the Trio
    words = cast.content[start : role.start] + (role.singular if several else cast.content[role.start : role.end])
    while owner:
        _office(cast, persons, (start, end), words, owner, "" if several else cast.content[start:end])
        joint = _AND.match(cast.content, end) if several else None
        owner, start = "", end
        if joint:
            start = joint.end() + (4 if cast.content[joint.end() : joint.end() + 4].lower() == "the " else 0)
            owner, end = cast.party_at(joint.end())
    return True


def _in_council(cast: Cast, owner: str) -> bool:
    party = cast.party(owner)
    return party is not None and party.kind in ("body", "informal_group", "intergovernmental")


def _office(cast: Cast, persons: Persons, span: Span, words: str, owner: str, said: str = "") -> None:
    """Mentions who holds the office as far as the text says, else the office; said: its name in the text."""
    if owner == "un" and re.fullmatch(r"secretary[- ]general", words, re.IGNORECASE):
        cast.mention(*span, "unsg" if "unsg" in cast.known else cast.mint("office", f"{words} of the United Nations"))
    elif person := persons.apposed(span[0], words, owner) or persons.holder(span[0], words.lower(), owner):
        cast.mention(*span, person)
    else:
        _mint(cast, span, f"{words} of {_the(cast, owner)}", owner, words, said)


def _mint(cast: Cast, span: Span, key: str, parent: str, role: str, said: str = "") -> None:
    """Mentions the office of that key, under the name that the text first gives it."""
    key, name = re.sub(r"\s+", " ", key), re.sub(r"\s+", " ", said or key)
    cast.mention(*span, cast.mint("office", name, parent=parent, role=role, key=key))


def _the(cast: Cast, party_id: str) -> str:
    """The party's name with the article that some names take."""
    name = cast.name(party_id)
    takes = re.fullmatch("|".join(roles().articled), name)
    return f"the {name}" if takes else name


_PROPER = r"(?!The\b)[A-Z]\w+"


@functools.cache
def _ministry() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(?:{_PROPER} (?:and )?){{1,3}}|(?:{_PROPER} )?\b(?:{either(roles().ministries)}) )"
        r"(?:Ministry|ministry)\b(?! (?:of|for)\b)"
        r"|\b(?:Ministry|Department) (?:of|for) (?:the )?[A-Z]\w+(?:,? (?:and |of (?:the )?)?[A-Z]\w+){0,4}"
    )


def ministries(cast: Cast, sentence: Span) -> None:
    """ "Russian Foreign Ministry", "the Ministry of Defence of Israel"; "the Foreign Ministry": the last one told."""
    if all(cast.content.find(letters, *sentence) < 0 for letters in ("inistry", "Department")):
        return  # the pattern is dear, and needs them
    for found in _ministry().finditer(cast.content, *sentence):
        start, end, owner, field = _owned(cast, found)
        key = re.sub(r"\b(?:ministry|department|of|for|the|affairs)\b", " ", field.lower()).strip()
        if not key:
            continue
        told = [party_id for party_id in cast.minted if party_id.startswith(f"ministry:{slug(key)}-of-")]
        if not owner and told:
            cast.mention(start, end, told[-1])
            continue
        key += f" of {cast.name(owner)}" if owner else ""
        cast.mention(start, end, cast.mint("ministry", cast.content[start:end], parent=owner, key=key))


def _owned(cast: Cast, found: re.Match[str]) -> tuple[int, int, str, str]:
    """A ministry's span with its owner's name, the owner, and the field's words."""
    content, (start, end) = cast.content, found.span()
    inside = [hit for hit in cast.hits_in(start, end) if hit.sort != "place"]
    if " of " in found.group() or " for " in found.group():
        return _owned_after(cast, start, end, inside)
    owner = inside[-1] if inside else cast.hit_before(start)
    if owner is not None and owner.sort != "place":
        return owner.start, end, owner.party, content[owner.end : end].removeprefix("'s").strip()
    field = re.sub(r"^(?:A|An|In|At|On|By) ", "", found.group())
    return end - len(field), end, "", field


def _owned_after(cast: Cast, start: int, end: int, inside: list[Hit]) -> tuple[int, int, str, str]:
    """ "Russian Ministry of Defence", "Ministry of Defence of Israel": as `_owned`."""
    content, before = cast.content, cast.hit_before(start)
    if inside:
        field = re.sub(r"(?: (?:of|for))?(?: the)? $", "", content[start : inside[-1].start])
        return start, inside[-1].end, inside[-1].party, field
    if before is not None and before.sort != "place":
        return before.start, end, before.party, content[start:end]
    of = _OF.match(content, end)
    owner, last = cast.party_at(of.end()) if of else ("", end)
    return start, last if owner else end, owner, content[start:end]


def groups(cast: Cast, role: Role) -> None:
    """ "The regional countries", "local authorities"."""
    words = cast.content[role.start : role.end]
    lowered = words if words.split()[0] in ("Arab", "Western") else words[0].lower() + words[1:]
    cast.mention(role.start, role.end, cast.mint("informal_group", lowered, prefix="group", key=role.singular))
