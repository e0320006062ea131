"""The pack for a meeting: what a party said last, owes, is owed, holds and ties, and what to ask."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from goodoffices.desk.advice.at_hand import is_agreed
from goodoffices.desk.advice.exchanged import in_words
from goodoffices.desk.advice.steps import asked_of_positions, next_steps
from goodoffices.desk.affairs.answers import answered
from goodoffices.desk.affairs.rows import Row, rows
from goodoffices.desk.affairs.status import Affairs, Line, Standings, counted
from goodoffices.desk.evidence import concerned
from goodoffices.record import Snapshot
from goodoffices.standing import stances
from goodoffices.standing.positions import Move, turns
from goodoffices.standing.seats import bodies_of
from goodoffices.tracking import Answer
from goodoffices.tracking.days import when_in_words
from goodoffices.vocabulary.claim import Matter, Reviewed, ReviewState
from goodoffices.vocabulary.kinds import Provision, Statement
from goodoffices.vocabulary.party import Parties

SAID = 10  # statements told; the rest is behind the number
AT_HAND = 20  # agreed words; search has the rest
LOOKED_THROUGH = 2_000  # claims of a kind, the latest first; a meeting is about what was said lately
_AT_ONCE = 200


class Moved(Struct, frozen=True, kw_only=True):
    """A change of position: on which issue, from what to what in words, when in words, and the claims that say so."""

    issue: str
    words: str
    when: str
    claims: tuple[str, ...]


class Pack(Struct, frozen=True, kw_only=True):
    """A meeting with a party. said: its last statements, the latest first; owes, owed: provisions that bind it or
    benefit it, those first that want attention; owes_with: provisions that bind bodies it sits in; stands: its
    positions and what it disagrees or agrees on; answers: where it stands to texts; moved: where its position changed,
    the latest first; ties, gave: linkages it makes, concessions it gave or received; to_ask: sentences, each with the
    claim it follows from; agreed: language at hand, provisions that were undertaken, agreed or imposed on the issues on
    which the record has this party, the latest first.
    """

    party: str
    name: str
    said: tuple[Row, ...]
    owes: tuple[Line, ...]
    owed: tuple[Line, ...]
    owes_with: tuple[Line, ...]
    stands: tuple[Row, ...]
    answers: tuple[Answer, ...]
    ties: tuple[Row, ...]
    gave: tuple[Row, ...]
    to_ask: tuple[tuple[str, str], ...]
    moved: tuple[Moved, ...]
    agreed: tuple[Row, ...]


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
    bodies = bodies_of(party, affairs.as_of)
    steps = next_steps(owed, running, [], affairs.as_of, parties)
    positions = [r for r in snapshot.claims("position", states) if getattr(r.claim.content, "party", "") == party]
    moved = sorted(turns(positions, affairs.as_of), key=lambda move: move.after.from_day, reverse=True)
    asked = asked_of_positions(stances(positions, affairs.as_of), moved, affairs.as_of, parties)

    def of(kinds: str | tuple[str, ...], most: int = 50) -> tuple[Row, ...]:
        found = (r for r in _latest(snapshot, kinds, states) if party in concerned(r.claim))
        return rows(snapshot, [r for _, r in zip(range(most), found, strict=False)])

    spoken = (r for r in _latest(snapshot, "statement", states) if _speaks(r, party, parties))
    return Pack(
        party=party,
        name=parties.name(party),
        said=rows(snapshot, [r for _, r in zip(range(SAID), spoken, strict=False)]),
        owes=tuple(line for line in affairs.provisions if party in line.bound),
        owed=tuple(line for line in affairs.provisions if party in line.benefits),
        owes_with=tuple(line for line in affairs.provisions if party not in line.bound and bodies & {*line.bound}),
        stands=of(("position", "disagreement", "convergence")),
        answers=tuple(a for a in answered(snapshot, affairs.as_of, proposals=proposals) if a.party == party),
        ties=of("linkage"),
        gave=of("concession"),
        to_ask=(*((step.words, step.claims[0].id) for step in steps), *asked),
        moved=tuple(map(_moved, moved)),
        agreed=rows(snapshot, _agreed(snapshot, party, states)),
    )


def present(snapshot: Snapshot, *, proposals: bool = False, most: int = 60) -> tuple[Present, ...]:
    """The parties that the record speaks of most among its latest claims, in neutral order."""
    found: dict[str, int] = {}
    kinds = ("statement", "provision", "position", "acceptance", "disagreement", "linkage", "concession")
    for reviewed in _latest(snapshot, kinds, counted(proposals)):
        for party in concerned(reviewed.claim):
            found[party] = found.get(party, 0) + 1
    parties = snapshot.parties()
    often = sorted(found, key=lambda p: (-found[p], p))[:most]
    named = [Present(p, parties.name(p), found[p]) for p in often if p in parties]
    return tuple(sorted(named, key=lambda p: p.name.casefold()))


def _moved(move: Move) -> Moved:
    return Moved(
        issue=move.after.issue,
        words=in_words(move),
        when=when_in_words(move.after.since) if move.after.since and move.after.since.bounded else "",
        claims=tuple(c for stance in (move.before, move.after) for ids in stance.claims for c in ids),
    )


def _agreed(snapshot: Snapshot, party: str, states: frozenset[ReviewState]) -> list[Reviewed]:
    """The latest provisions in force of a duty on an issue of the party's."""
    issues: set[str] = set()
    for r in _latest(snapshot, ("position", "statement", "provision", "disagreement", "convergence"), states):
        if party in concerned(r.claim):
            issues |= {*r.claim.issues, getattr(r.claim.content, "issue", "")}
    found = (r for r in _latest(snapshot, "provision", states) if issues & set(r.claim.issues) and is_agreed(r))
    return list(islice(found, AT_HAND))


def _binds(matter: Matter, party: str) -> bool:
    contents = [r.claim.content for r in matter.claims]
    return any(party in (c.addressees if isinstance(c, Provision) else getattr(c, "parties", ())) for c in contents)


def _speaks(reviewed: Reviewed, party: str, parties: Parties) -> bool:
    content = reviewed.claim.content
    spoken = (content.speaker, content.on_behalf_of) if isinstance(content, Statement) else ()
    return any(parties.speaks_for(one, party) for one in spoken)


def _latest(snapshot: Snapshot, kinds: str | tuple[str, ...], states: frozenset[ReviewState]) -> Iterator[Reviewed]:
    """Claims, the latest dated first, then those that bear no day."""
    for offset in range(0, LOOKED_THROUGH, _AT_ONCE):
        found = snapshot.latest(kinds, states, limit=_AT_ONCE, offset=offset)
        yield from found
        if len(found) < _AT_ONCE:
            return
