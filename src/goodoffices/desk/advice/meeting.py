"""The pack for a meeting: what a party said last, owes, is owed, holds and ties, and what to ask."""

from collections.abc import Iterator

from msgspec import Struct

from goodoffices.desk.advice.steps import next_steps
from goodoffices.desk.affairs.rows import Row, rows
from goodoffices.desk.affairs.status import Affairs, Line, Standings, counted
from goodoffices.desk.evidence import concerned
from goodoffices.record import Snapshot
from goodoffices.vocabulary.claim import Matter, Reviewed, ReviewState
from goodoffices.vocabulary.kinds import Provision, Statement

SAID = 10  # statements told; the rest is behind the number
LOOKED_THROUGH = 2_000  # claims of a kind, the latest first; a meeting is about what was said lately
_AT_ONCE = 200


class Pack(Struct, frozen=True, kw_only=True):
    """A meeting with a party. said: its last statements, the latest first; owes, owed: provisions that bind it or
    benefit it, those first that want attention; stands: its positions and what it disagrees or agrees on; ties, gave:
    linkages it makes, concessions it gave or received; to_ask: sentences, each with the claim it follows from.
    """

    party: str
    name: str
    said: tuple[Row, ...]
    owes: tuple[Line, ...]
    owed: tuple[Line, ...]
    stands: tuple[Row, ...]
    ties: tuple[Row, ...]
    gave: tuple[Row, ...]
    to_ask: tuple[tuple[str, str], ...]


class Present(Struct, frozen=True):
    """A party that the record says something of: its id, its name, how many of the claims looked through name it."""

    party: str
    name: str
    claims: int


def pack(snapshot: Snapshot, affairs: Affairs, found: Standings, party: str, *, proposals: bool = False) -> Pack:
    """The pack for a meeting with `party` (its id) on the day of `affairs`; found: the standings behind these."""
    states = counted(proposals)
    parties = snapshot.parties()
    owed, running = ([(m, s) for m, s in group if _binds(m, party)] for group in found)
    steps = next_steps(owed, running, [], affairs.as_of, parties)

    def of(kinds: str | tuple[str, ...], most: int = 50) -> tuple[Row, ...]:
        found = (r for r in _latest(snapshot, kinds, states) if party in concerned(r.claim))
        return rows(snapshot, [r for _, r in zip(range(most), found, strict=False)])

    spoken = (r for r in _latest(snapshot, "statement", states) if _speaks(r, party))
    return Pack(
        party=party,
        name=parties.name(party),
        said=rows(snapshot, [r for _, r in zip(range(SAID), spoken, strict=False)]),
        owes=tuple(line for line in affairs.provisions if party in line.bound),
        owed=tuple(line for line in affairs.provisions if party in line.benefits),
        stands=of(("position", "disagreement", "convergence")),
        ties=of("linkage"),
        gave=of("concession"),
        to_ask=tuple((step.words, step.claims[0].id) for step in steps),
    )


def present(snapshot: Snapshot, *, proposals: bool = False, most: int = 60) -> tuple[Present, ...]:
    """The parties that the record speaks of most among its latest claims, in neutral order."""
    found: dict[str, int] = {}
    kinds = ("statement", "provision", "position", "disagreement", "linkage", "concession")
    for reviewed in _latest(snapshot, kinds, counted(proposals)):
        for party in concerned(reviewed.claim):
            found[party] = found.get(party, 0) + 1
    parties = snapshot.parties()
    often = sorted(found, key=lambda p: (-found[p], p))[:most]
    named = [Present(p, parties.name(p), found[p]) for p in often if p in parties]
    return tuple(sorted(named, key=lambda p: p.name.casefold()))


def _binds(matter: Matter, party: str) -> bool:
    contents = [r.claim.content for r in matter.claims]
    return any(party in (c.addressees if isinstance(c, Provision) else getattr(c, "parties", ())) for c in contents)


def _speaks(reviewed: Reviewed, party: str) -> bool:
    content = reviewed.claim.content
    return isinstance(content, Statement) and party in (content.speaker, content.on_behalf_of)


def _latest(snapshot: Snapshot, kinds: str | tuple[str, ...], states: frozenset[ReviewState]) -> Iterator[Reviewed]:
    """Claims, the latest dated first, then those that bear no day."""
    for offset in range(0, LOOKED_THROUGH, _AT_ONCE):
        found = snapshot.latest(kinds, states, limit=_AT_ONCE, offset=offset)
        yield from found
        if len(found) < _AT_ONCE:
            return
