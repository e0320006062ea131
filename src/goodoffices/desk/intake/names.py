"""Names that a case has learnt: what people of the office let stand, the next reading knows.

A party of a claim that was accepted, amended or entered by hand is known by its name and by the words under which the
readings found it. Where somebody amended one party into another, the words of the first mean the second. What was only
proposed or rejected teaches nothing, and an undone verdict takes its lesson back.
"""

import re
from collections.abc import Iterable, Iterator
from typing import get_args

import msgspec
from msgspec.structs import replace

from goodoffices.desk.evidence import ROLES, concerned
from goodoffices.record import Snapshot
from goodoffices.vocabulary.claim import STANDING, Claim
from goodoffices.vocabulary.party import Parties, Party, PartyKind, known_parties, known_persons
from goodoffices.vocabulary.text import Text

_NAME = re.compile(r"[A-Z][\w'’.&-]*(?: (?:[A-Z][\w'’.&-]*|of|for|and|the|de|al))*")
_UNSAID: PartyKind = "movement"  # the kind of a party of which nobody said more than its name: it may speak and act
_ALREADY = ("author", "unnamed")


class Names:
    """The names a case has learnt, in the order of the parties' ids."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self.parties = tuple(sorted(parties, key=lambda party: party.id))

    def unheard(self) -> tuple[Party, ...]:
        """The learnt parties that no table knows."""
        return tuple(party for party in self.parties if party.id not in known_parties())

    def within(self, text: Text) -> Parties | None:
        """What a reader of this text is told: everybody known, and the learnt parties named in it; None if none is.

        Only these, so that a new name makes the documents be read again in which it stands, and no others.
        """
        named = [p for p in self.parties if any(_stands(n, text.content) for n in (p.name, *p.names.get("en", ())))]
        if not named:
            return None
        known = known_parties()
        taught = [_taught(known[p.id], p) if p.id in known else p for p in named]
        return Parties([*known, *taught])


def learnt(snapshot: Snapshot) -> Names:
    """The names that the standing claims of a snapshot teach."""
    minted, surfaces, proposed = _found(snapshot)
    texts: dict[str, str] = {}
    taught: dict[str, set[str]] = {}
    for reviewed in snapshot.claims(states=STANDING):
        claim = reviewed.claim
        for party in concerned(claim):
            if party not in known_parties() and party not in known_persons() and party not in _ALREADY:
                taught.setdefault(party, set()).update(surfaces.get(party, ()))
                if party not in minted:
                    taught[party].update(_written(snapshot, claim, party, texts))
        before = proposed.get(claim.id)
        if before is not None and reviewed.state == "amended":
            for old, new in _changed(before, claim):
                if old in minted:
                    taught.setdefault(new, set()).update(surfaces.get(old, ()))
                    taught.pop(old, None)
    return Names(_party(party, words, minted) for party, words in taught.items() if words)


def _found(snapshot: Snapshot) -> tuple[dict[str, Party], dict[str, set[str]], dict[str, Claim]]:
    """Of all readings: the parties they minted, the names under which these were found, the claims as proposed."""
    minted: dict[str, Party] = {}
    surfaces: dict[str, set[str]] = {}
    proposed: dict[str, Claim] = {}
    for document in snapshot.documents():
        reading = snapshot.reading(document.id)
        if reading is None:
            continue
        minted |= {party.id: party for party in reading.parties if party.kind != "office"}
        proposed |= {claim.id: claim for claim in reading.claims}
        for mention in reading.actors:
            words = " ".join(mention.quote.exact.split()).removeprefix("the ").removeprefix("The ")
            if mention.party in minted and _is_name(words, minted[mention.party].kind):
                surfaces.setdefault(mention.party, set()).add(words)
    return minted, surfaces, proposed


def _is_name(words: str, kind: PartyKind) -> bool:
    """A name stands by itself; of a person only the full one does, for a last name is many people's."""
    return bool(_NAME.fullmatch(words)) and (kind != "person" or " " in words)


def _written(snapshot: Snapshot, claim: Claim, party: str, texts: dict[str, str]) -> Iterator[str]:
    """The name that an id written by hand stands for, as the claim's documents print it."""
    spoken = party.split(":")[-1]
    pattern = re.compile(r"(?<!\w)" + r"[\s-]+".join(map(re.escape, re.split(r"[\s_-]+", spoken))) + r"(?!\w)", re.I)
    for document in claim.documents:
        if document not in texts:
            texts[document] = snapshot.text(document).content
        printed = {" ".join(found.group().split()) for found in pattern.finditer(texts[document])}
        yield from sorted(name for name in printed if name[:1].isupper())


def _changed(before: Claim, after: Claim) -> Iterator[tuple[str, str]]:
    """Which party was amended into which: roles that held one party before and hold one now."""
    for role in ROLES:
        old, new = _one(before, role), _one(after, role)
        if old and new and old != new:
            yield old, new


def _one(claim: Claim, role: str) -> str:
    value = getattr(claim.content, role, "")
    held = value if isinstance(value, tuple) else (value,)
    return held[0] if len(held) == 1 and isinstance(held[0], str) else ""


def _party(party_id: str, words: set[str], minted: dict[str, Party]) -> Party:
    names = tuple(sorted(words))
    if party_id in minted:
        party = minted[party_id]
        return replace(party, names=party.names | {"en": tuple(sorted({*party.names.get("en", ()), *names}))})
    prefix = party_id.partition(":")[0]
    kind = msgspec.convert(prefix, PartyKind) if prefix in get_args(PartyKind) else _UNSAID
    return Party(id=party_id, name=names[0], kind=kind, names={"en": names})


def _taught(known: Party, learnt: Party) -> Party:
    """A party of the tables with the further words that amendments gave it."""
    return replace(known, names=known.names | {"en": (*known.names.get("en", ()), *learnt.names.get("en", ()))})


def _stands(name: str, content: str) -> bool:
    return name in content and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", content) is not None
