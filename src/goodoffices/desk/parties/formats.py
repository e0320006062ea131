"""Formats side by side: power, representation, who is missing, harmony, and what each did in the record."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from goodoffices.bargaining import Scenario
from goodoffices.desk.affairs.status import Standing as Owed
from goodoffices.desk.affairs.status import Standings, counted, leading, standings
from goodoffices.desk.evidence import words
from goodoffices.desk.parties.format_files import FormatFile
from goodoffices.desk.parties.measures import InScenario, Measured, measured
from goodoffices.desk.parties.standing import BodyHarmony, harmony_of
from goodoffices.formats import (
    Format,
    Missing,
    Power,
    Representation,
    Stakeholder,
    Stakeholders,
    Ternary,
    missing,
    representation,
)
from goodoffices.formats.reach import Met, Reach, reach
from goodoffices.record import Snapshot
from goodoffices.standing import stances
from goodoffices.tracking.days import when_in_words
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.kinds import Decision, Meeting, Provision
from goodoffices.vocabulary.party import Membership, known_memberships


class Deed(Struct, frozen=True, kw_only=True):
    """Something a body did, as the record has it. matter: its id; words: exact; when: in words; came: its outcome
    document ("none" where the record says there was none), or for a provision its state on the day.
    """

    matter: str
    words: str
    when: str
    came: str


class Deeds(Struct, frozen=True, kw_only=True):
    """The rows behind a body's reach: its meetings, its decisions, and what they set."""

    meetings: tuple[Deed, ...]
    decisions: tuple[Deed, ...]
    provisions: tuple[Deed, ...]


class Compared(Struct, frozen=True, kw_only=True):
    """One format on a day. ternary: None for a rule without abstention or a body too large and unlike to count; reach
    and harmony: None for a format that the record does not know, or of one member; adoptable: None without a scenario.
    """

    format: Format
    rule: str
    power: Power
    ternary: Ternary | None
    representation: dict[str, Representation]
    missing: tuple[Missing, ...]
    harmony: BodyHarmony | None
    reach: Reach | None
    deeds: Deeds | None = None
    adoptable: InScenario | None = None


class Comparison(Struct, frozen=True, kw_only=True):
    """Formats on a day, in the order of the file; coverage goes with every count."""

    as_of: dt.date
    formats: tuple[Compared, ...]
    author: str
    dated: str
    note: str
    coverage: str


def compare(
    snapshot: Snapshot,
    as_of: dt.date,
    file: FormatFile,
    *,
    only: Sequence[str] = (),
    coverage: str = "",
    scenario: Scenario | None = None,
    measures: Sequence[Measured] = (),
    proposals: bool = False,
    found: Standings | None = None,
) -> Comparison:
    """The formats of a file, or those named in `only`, on a day; `snapshot` should be taken as of the same day.
    scenario: what each could adopt in it is said too; its parties are those of the formats by id. measures: of each
    format, where they are taken already. found: the `standings` of the same, where they are at hand.

    NotFound for a format that the file does not hold; what `measured` raises.
    """
    chosen = file.chosen(only)
    taken = measures or measured(chosen, file.consent, scenario)
    memberships = (*known_memberships(), *file.memberships)
    owed, _ = found or standings(snapshot, as_of, proposals=proposals)
    record = _Record(snapshot, as_of, owed, proposals=proposals)
    return Comparison(
        as_of=as_of,
        formats=tuple(
            _compared(one, measure, file.stakeholders, memberships, record)
            for one, measure in zip(chosen, taken, strict=True)
        ),
        author=file.author,
        dated=file.dated,
        note=file.note,
        coverage=coverage,
    )


class _Record:
    """What the record holds that every format is looked up in, fetched once."""

    def __init__(self, snapshot: Snapshot, as_of: dt.date, owed: Sequence[Owed], *, proposals: bool) -> None:
        states = counted(proposals)
        self.snapshot, self.as_of, self.proposals = snapshot, as_of, proposals
        self.stances = stances(snapshot.claims(kind="position", states=states), as_of)
        met = snapshot.matters("meeting", states=states)
        self.meetings = [m for m in met if not _to_come(m, as_of)]
        self.decisions = snapshot.matters("decision", states=states)
        self.owed = owed

    def reach(self, body: str) -> tuple[Reach, Deeds]:
        """What a body (party id) did, summed up and row by row."""
        met = [m for m in self.meetings if _body(m) == body]
        decided = [m for m in self.decisions if _body(m) == body]
        acts = {name for matter in (*met, *decided) for name in (matter.id, *(r.claim.id for r in matter.claims))}
        owed = [(matter, status.state) for matter, status in self.owed if _set_by(matter) in acts]
        states = {matter.id: state for matter, state in owed}
        deeds = Deeds(
            meetings=tuple(_deed(m, _met(m).outcome) for m in met),
            decisions=tuple(_deed(m, "") for m in decided),
            provisions=tuple(_deed(m, state) for m, state in owed),
        )
        return reach([_met(m) for m in met], len(decided), states, self.as_of), deeds


def _compared(
    one: Format,
    measure: Measured,
    concerned: Stakeholders,
    memberships: Sequence[Membership],
    record: _Record,
) -> Compared:
    lists = {
        "parties": concerned.parties,
        "third parties": concerned.third_parties,
        "affected": concerned.affected,
    }
    everybody: dict[str, Stakeholder] = {s.party: s for held in lists.values() for s in held}
    several = len(one.members) > 1
    did = record.reach(one.body) if one.body else None
    return Compared(
        format=one,
        rule=_words(one),
        power=measure.power,
        ternary=measure.ternary,
        representation={
            name: representation(one, held, memberships, record.as_of) for name, held in lists.items() if held
        },
        missing=missing(one, list(everybody.values()), record.stances),
        harmony=harmony_of(
            record.snapshot,
            record.as_of,
            one.body,
            members=one.members,
            decisions=record.decisions,
            proposals=record.proposals,
        )
        if several
        else None,
        reach=did[0] if did else None,
        deeds=did[1] if did else None,
        adoptable=measure.adoptable,
    )


def _words(one: Format) -> str:
    adoption = one.adoption
    if adoption.by == "consensus":
        return "consensus: nobody against"
    if adoption.by == "unanimity":
        return "unanimity: everybody in favour"
    if adoption.by == "quota":
        total = sum(seat.weight for seat in one.seats if seat.decides)
        vetoes = f", {len(adoption.vetoes)} may veto" if adoption.vetoes else ""
        return f"{adoption.quota:.12g} of {total:.12g}{vetoes}"
    if adoption.by == "coalitions":
        return "all of " + ", or of ".join(" and ".join(names) for names in adoption.coalitions)
    ways = []
    for way in adoption.ways:
        chambers = [f"{c.name}: {c.share or c.quota}" for c in way.chambers]
        ways.append(" and ".join((*chambers, *(f"{b.name}: fewer than {b.quota} against" for b in way.blocks))))
    return ", or ".join(ways)


def _body(matter: Matter) -> str:
    content = leading(matter).claim.content
    return content.body if isinstance(content, Meeting | Decision) else ""


def _to_come(matter: Matter, as_of: dt.date) -> bool:
    """Whether it is a meeting that is only likely, on no day that has come."""
    day = _met(matter).day
    return leading(matter).claim.attribution.certainty == "likely" and (day is None or day > as_of)


def _met(matter: Matter) -> Met:
    claim = leading(matter).claim
    content, valid = claim.content, claim.valid
    day = (valid.earliest or valid.latest) if valid else None
    return Met(day=day, outcome=content.outcome if isinstance(content, Meeting) else "")


def _deed(matter: Matter, came: str) -> Deed:
    claim = leading(matter).claim
    when = when_in_words(claim.valid) if claim.valid else ""
    return Deed(matter=matter.id, words=words(claim), when=when, came=came)


def _set_by(matter: Matter) -> str:
    content = leading(matter).claim.content
    return content.of if isinstance(content, Provision) else ""
