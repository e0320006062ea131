"""Who appears in one text: mentions as they are found, parties minted for those whom no table knows."""

import bisect
import itertools
import re
import unicodedata

from goodoffices.reading.actors.names import Hit, institutions
from goodoffices.vocabulary.party import Parties, Party, PartyKind
from goodoffices.vocabulary.text import Span

_SPELLING = re.compile(r"(?<=gani)s(?=ation)")  # the Organisation of one page is the Organization of the next
_COMPOUND = re.compile(r"-\w| [A-Z]\w*[a-z] (?:[A-Z]|Commission|Committee)")  # Israel-Syrian, United Nations Truce …


class Cast:
    """Collects the mentions and parties of one text; one entity a party.

    content: the folded text. hits: names of known parties and places, ascending. Outer mentions (persons, offices,
    ministries, organisations) may hold hits inside them, and one another.
    """

    def __init__(self, content: str, known: Parties, hits: tuple[Hit, ...]) -> None:
        self.content, self.known, self.hits = content, known, hits
        self.starting = {hit.start: hit for hit in hits}
        self.ending = {hit.end: hit for hit in hits}
        self.minted: dict[str, Party] = {}
        self.outer: dict[Span, str] = {}
        self.first: dict[int, Span] = {}  # the widest outer mention by where it starts
        self.last: dict[int, Span] = {}  # and by where it ends
        self._starts: dict[int, list[Span]] = {}
        self._joint = bytearray(len(content) + 1)  # 1 where a mention covers a character and the one before it
        self._taken = bytearray(len(content))
        self._named = bytearray(len(content))
        for hit in hits:
            self._named[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
        self._institutions = {party.id: party for party in institutions()}

    def party(self, party_id: str) -> Party | None:
        """A known or minted party."""
        if party_id in self.known:
            return self.known[party_id]
        return self.minted.get(party_id) or self._institutions.get(party_id)

    def name(self, party_id: str) -> str:
        """Its name, or the id."""
        party = self.party(party_id)
        return party.name if party else party_id

    def mint(
        self, kind: PartyKind, name: str, *, parent: str = "", role: str = "", prefix: str = "", key: str = ""
    ) -> str:
        """The id of the party of that name (or key), made now if need be; what is learnt later is added."""
        party_id = f"{prefix or kind}:{slug(_SPELLING.sub('z', key or name))}"
        if party_id in self.known:
            return party_id
        before = self.minted.get(party_id)
        self.minted[party_id] = Party(
            id=party_id,
            name=before.name if before else name,
            kind=kind,
            parent=(before.parent if before else "") or parent,
            role=(before.role if before else "") or role,
        )
        return party_id

    def mention(self, start: int, end: int, party_id: str) -> None:
        """An outer mention; dropped when it would cut through another one."""
        if start >= end or (start, end) in self.outer or self.cut(start, end):
            return
        self.outer[start, end] = party_id
        self.first[start] = (start, max(end, self.first.get(start, (0, 0))[1]))
        self.last[end] = (min(start, self.last.get(end, (start, 0))[0]), end)
        self._starts.setdefault(start, []).append((start, end))
        self._joint[start + 1 : end] = b"\1" * (end - start - 1)
        self._taken[start:end] = b"\1" * (end - start)

    def cut(self, start: int, end: int) -> bool:
        """Whether an outer mention covers a part of the span and something beside it."""
        if not (self._joint[start : start + 1] == b"\1" or self._joint[end : end + 1] == b"\1"):
            return False
        first, last = self._joint.rfind(0, 0, start), self._joint.find(0, end)
        near = range(max(first, 0), last if last >= 0 else len(self.content))
        return any(_cross((start, end), span) for at in near for span in self._starts.get(at, ()))

    def covered(self, start: int, end: int) -> bool:
        """Whether an outer mention touches the span."""
        return self._taken.find(1, start, end) >= 0

    def named(self, start: int, end: int) -> bool:
        """Whether a known name touches the span."""
        return self._named.find(1, start, end) >= 0

    def party_at(self, at: int) -> tuple[str, int]:
        """The party named at `at`, or after "the " there, and where its name ends; "" when none is."""
        for start in (at, at + 4) if self.content[at : at + 4].lower() == "the " else (at,):
            if start in self.first:
                span = self.first[start]
                return self.outer[span], span[1]
            hit = self.starting.get(start)
            if (
                hit is not None
                and hit.party
                and hit.sort in ("name", "people")
                and not _COMPOUND.match(self.content, hit.end)
            ):
                return hit.party, hit.end
        return "", at

    def hits_in(self, start: int, end: int) -> tuple[Hit, ...]:
        """The names that lie in the span."""
        first = bisect.bisect_left(self.hits, start, key=lambda hit: hit.start)
        return tuple(itertools.takewhile(lambda hit: hit.end <= end, self.hits[first:]))

    def hit_before(self, at: int) -> Hit | None:
        """The name that ends just before `at`: "Russian " or "Israel's "."""
        back = re.search(r"(?:'s?)?[ ,]$", self.content[max(0, at - 3) : at])
        return self.ending.get(at - len(back.group())) if back else None

    def hit_at(self, at: int) -> Hit | None:
        """The name that begins at `at`, or after "the " there."""
        return self.starting.get(at) or (
            self.starting.get(at + 4) if self.content[at : at + 4].lower() == "the " else None
        )


def _cross(a: Span, b: Span) -> bool:
    return not (a[1] <= b[0] or b[1] <= a[0] or (b[0] <= a[0] and a[1] <= b[1]) or (a[0] <= b[0] and b[1] <= a[1]))


def slug(name: str) -> str:
    """A name as part of an id: small letters without accents, hyphens between words."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return re.sub(r"[^\w]+", "-", plain.encode("ascii", "ignore").decode() or name).strip("-").lower()
