"""The state of affairs on a day: what is owed and what runs, each with its status and reasons."""

import datetime as dt
import sys

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.desk.evidence import words
from goodoffices.desk.review.anchors import Anchors, noted
from goodoffices.record import Snapshot
from goodoffices.tracking import Status, statuses
from goodoffices.vocabulary.claim import STANDING, Matter, Reviewed, ReviewState
from goodoffices.vocabulary.kinds import Acceptance, Event, Provision, Term
from goodoffices.vocabulary.party import Parties
from goodoffices.vocabulary.when import When

Standing = tuple[Matter, Status]
Standings = tuple[list[Standing], list[Standing]]


class Line(Struct, frozen=True, kw_only=True):
    """One provision or term: state in words, what it is, whom it binds (neutral order), by when, since when the state
    holds; status with its reasons; words: its exact words; reviewed: whether people stand by it; last: the last day of
    the deadline or the end; bound, benefits: ids of the parties it binds and of whom it benefits; anchor: "moved" or
    "orphan" where its words changed or are gone in a newer version of their document, else "".
    """

    matter: str
    state: str
    what: str
    who: str
    by: str
    since: str
    status: Status
    words: str
    reviewed: bool
    last: dt.date | None = None
    bound: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    anchor: str = ""


class Affairs(Struct, frozen=True, kw_only=True):
    """Provisions and terms on `as_of`, those first that want attention, then by date and matter.

    unreviewed: proposals left out because nobody has reviewed them; undated: claims left out because nobody knows
    when they became public.
    """

    as_of: dt.date
    published_by: dt.date | None
    seq: int
    provisions: tuple[Line, ...]
    terms: tuple[Line, ...]
    unreviewed: int
    undated: int

    def heading(self) -> str:
        """The day the answer is for, and the glass it is seen through."""
        public = f", from what was public by {self.published_by}" if self.published_by else ""
        return f"State of affairs on {self.as_of}{public} (record to entry {self.seq})"

    def notes(self) -> tuple[str, ...]:
        """What was left out, in words."""
        found = []
        if self.unreviewed:
            found.append(f"{self.unreviewed} proposals are not reviewed and not counted here.")
        found += noted([line.anchor for line in (*self.provisions, *self.terms)])
        if self.undated:
            found.append(f"{self.undated} claims are left out: nobody knows when they became public.")
        return tuple(found)


# What wants attention first. Every state is named here, so that none is left out of a page; a test holds it to that.
ATTENTION = (
    "overdue",
    "broken",
    "alleged broken",
    "due",
    "disputed",
    "open question",
    "target date passed",
    "not heeded",
    "alleged not heeded",
    "partly kept",
    "partly met",
    "suspended",
    "open",
    "re-set",
    "conditional",
    "in force",
    "not begun",
    "kept",
    "met",
    "expired",
    "ended",
    "rejected",
    "accepted with reservations",
    "accepted",
    "lapsed",
    "withdrawn",
    "superseded",
    "unknown",
)


def state_of_affairs(
    snapshot: Snapshot, as_of: dt.date, *, proposals: bool = False, found: Standings | None = None
) -> Affairs:
    """Every provision and term with its status on `as_of`; with `proposals`, those not yet reviewed count too.

    `snapshot` should be taken as of the same day. found: the `standings` of the same, where they are at hand.
    """
    owed, running = found or standings(snapshot, as_of, proposals=proposals)
    parties, anchors = snapshot.parties(), Anchors(snapshot)
    return Affairs(
        as_of=as_of,
        published_by=snapshot.published_by,
        seq=snapshot.seq,
        provisions=tuple(_line(matter, status, parties, anchors) for matter, status in owed),
        terms=tuple(_line(matter, status, parties, anchors) for matter, status in running),
        unreviewed=0 if proposals else snapshot.count(states={"proposed"}),
        undated=snapshot.undated(states=counted(proposals)),
    )


def standings(snapshot: Snapshot, as_of: dt.date, *, proposals: bool = False) -> Standings:
    """The provisions and the terms, each with its status on `as_of`, those first that want attention."""
    states = counted(proposals)
    provisions = snapshot.matters("provision", states=states)
    terms = snapshot.matters("term", states=states)
    happened = [m for kind in ("event", "meeting", "decision") for m in snapshot.matters(kind, states=states)]
    terms, extending = _with_later(snapshot, terms, states)
    happened += [m for m in extending if m.id not in {other.id for other in happened}]
    rulings = [c.ruling for c in snapshot.conflicts() if c.ruling]
    name = snapshot.parties().name
    found = statuses([*provisions, *terms], as_of=as_of, events=happened, rulings=rulings, name=name)
    owed, running = ([(m, found[m.id]) for m in matters] for matters in (provisions, terms))

    def urgency(standing: Standing) -> tuple[int, int, int, str]:
        """By state, then by how near its last day lies, past or to come: the nearest matters most today; what has none
        by how lately it was set.
        """
        matter, found = standing
        when = _last_day(matter)
        days = [r.claim.valid.latest for r in matter.claims if r.claim.valid and r.claim.valid.latest]
        away, ago = (
            abs((day - as_of).days) if day else sys.maxsize
            for day in (when.latest if when else None, max(days, default=None))
        )
        return (ATTENTION.index(found.state), away, ago, matter.id)

    return sorted(owed, key=urgency), sorted(running, key=urgency)


def _with_later(
    snapshot: Snapshot, terms: list[Matter], states: frozenset[ReviewState]
) -> tuple[list[Matter], list[Matter]]:
    """The terms with what later claims say of them, and later events that extend any: only these show its holes."""
    if not terms:
        return terms, []
    more: dict[str, list[Reviewed]] = {}
    for r in snapshot.later("term", states):
        more.setdefault(r.matter, []).append(r)
    terms = [replace(m, claims=(*m.claims, *more.get(m.id, ()))) for m in terms]
    names = {name for m in terms for name in (m.id, *(r.claim.id for r in m.claims))}
    extending: dict[str, list[Reviewed]] = {}
    for r in snapshot.later("event", states):
        effects = r.claim.content.effects if isinstance(r.claim.content, Event) else ()
        if any(e.does in ("extends", "resets") and e.on in names for e in effects):
            extending.setdefault(r.matter, []).append(r)
    return terms, [Matter(id=id, kind="event", claims=tuple(claims)) for id, claims in extending.items()]


def counted(proposals: bool) -> frozenset[ReviewState]:
    """The states of the claims that count: those people stand by, and with `proposals` those not yet reviewed."""
    return STANDING | {"proposed"} if proposals else STANDING


def leading(matter: Matter) -> Reviewed:
    """The claim that speaks for a matter where one line must do: the first affirmed one that people stand by."""
    return min(matter.claims, key=lambda r: (r.claim.attribution.polarity == "denied", not r.stands, r.seq))


def named(party_ids: tuple[str, ...], parties: Parties) -> str:
    """Names of parties in neutral order: by name, letter case ignored."""
    return ", ".join(sorted((parties.name(p) for p in party_ids), key=str.casefold))


def bound_by(matter: Matter) -> tuple[str, ...]:
    """Ids of the parties that a provision addresses or between which a term runs, by the claim that speaks for it."""
    content = leading(matter).claim.content
    if isinstance(content, Provision):
        return content.addressees
    if isinstance(content, Acceptance):
        return (content.party,) if content.party else ()
    return content.parties if isinstance(content, Term) else ()


def _line(matter: Matter, found: Status, parties: Parties, anchors: Anchors) -> Line:
    first = leading(matter)
    content = first.claim.content
    bound = bound_by(matter)
    when = _last_day(matter)
    return Line(
        matter=matter.id,
        state=found.words(parties.name),
        what=subject(matter, parties),
        who=named(bound, parties),
        by=_by(when),
        since=str(found.since) if found.since else "",
        status=found,
        words=words(first.claim),
        reviewed=first.stands,
        last=when.latest if when else None,
        bound=bound,
        benefits=(content.beneficiary,) if isinstance(content, Provision) and content.beneficiary else (),
        anchor=anchored.worst if (anchored := anchors.of(first)) else "",
    )


def subject(matter: Matter, parties: Parties) -> str:
    """In a few words, and where sources call it differently in those of each."""
    affirmed = [r.claim for r in matter.claims if r.claim.attribution.polarity == "affirmed"]
    acts = [c.content.act for c in affirmed if isinstance(c.content, Provision) and c.content.act]
    if acts:
        return " / ".join(dict.fromkeys(acts))
    claim = leading(matter).claim
    content = claim.content
    if isinstance(content, Acceptance) and content.text:
        return f"answer to {content.text}" + (f", {content.version}" if content.version else "")
    if isinstance(content, Term) and content.name:
        return content.name
    if isinstance(content, Term) and content.parties:
        return f"{content.what}, {named(content.parties, parties)}"
    return words(claim)


def _last_day(matter: Matter) -> When | None:
    """The deadline of a provision or the end of a term: of what its sources give, the most exact."""
    contents = [r.claim.content for r in matter.claims if r.claim.attribution.polarity == "affirmed"]
    whens = [c.deadline for c in contents if isinstance(c, Provision)]
    whens += [c.until for c in contents if isinstance(c, Term)]
    return min((w for w in whens if w is not None), key=_width, default=None)


def _width(when: When) -> int:
    if when.earliest and when.latest:
        return (when.latest - when.earliest).days
    return sys.maxsize - 1 if when.bounded else sys.maxsize


def _by(when: When | None) -> str:
    if when is None:
        return ""
    days = [str(reading.latest) if reading.latest else f"“{reading.basis}”" for reading in when.readings()]
    return " or ".join(dict.fromkeys(days))
