"""Formats side by side: power, representation, who is missing, harmony, and what each did in the record."""

import datetime as dt
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import msgspec
from msgspec import Struct

from goodoffices.bargaining import Scenario, table
from goodoffices.desk.affairs.status import counted, leading, standings
from goodoffices.desk.bargains.assumptions import assumption
from goodoffices.desk.bargains.packages import points
from goodoffices.desk.evidence import words
from goodoffices.desk.parties.standing import BodyHarmony, harmony_of
from goodoffices.errors import BadArgument, NotFound
from goodoffices.formats import (
    Format,
    Missing,
    Power,
    Representation,
    Rule,
    Stakeholder,
    Stakeholders,
    Ternary,
    missing,
    power,
    representation,
    rule_of,
    ternary,
)
from goodoffices.formats.adoptable import Adoptable, adoptable
from goodoffices.formats.reach import Met, Reach, reach
from goodoffices.record import Snapshot
from goodoffices.standing import stances
from goodoffices.tracking.days import when_in_words
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.kinds import Decision, Meeting, Provision
from goodoffices.vocabulary.party import Membership, known_memberships

SAMPLE = resources.files("goodoffices.desk") / "sample" / "formats.yaml"


class FormatFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of formats, version 1. author, dated: whose assumptions it holds, since when; memberships: of states in
    organisations, beyond those everybody knows.
    """

    version: int
    formats: tuple[Format, ...]
    stakeholders: Stakeholders = Stakeholders()
    memberships: tuple[Membership, ...] = ()
    author: str = ""
    dated: str = ""
    note: str = ""


class BestFor(Struct, frozen=True, kw_only=True):
    """What of the adoptable gives a party most: the package as issue -> option, what it gives each in points, and
    whether the parties to the conflict could all accept it.
    """

    party: str
    package: dict[str, str]
    points: dict[str, float]
    accepted: bool


class InScenario(Struct, frozen=True, kw_only=True):
    """What a format could adopt in a scenario (see formats.adoptable), in points. assumption: whose these are."""

    scenario: str
    assumption: str
    found: Adoptable
    best: tuple[BestFor, ...]


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
    adoptable: "InScenario | None" = None


class Comparison(Struct, frozen=True, kw_only=True):
    """Formats on a day, in the order of the file; coverage goes with every count."""

    as_of: dt.date
    formats: tuple[Compared, ...]
    author: str
    dated: str
    note: str
    coverage: str


def read_formats(path: Path | None = None) -> FormatFile:
    """A file of formats in YAML; that of the sample case where none is named.

    NotFound for a file that cannot be read, BadArgument for one that is no file of formats or of another version.
    """
    try:
        written = SAMPLE.read_bytes() if path is None else path.read_bytes()
    except OSError as error:
        raise NotFound("a file of formats can be read", str(path), "Check the name and the permission.") from error
    try:
        found = msgspec.yaml.decode(written, type=FormatFile)
    except msgspec.DecodeError as error:
        raise BadArgument("a file of formats is YAML of version 1", error, "See the docs on formats.") from error
    if found.version != 1:
        raise BadArgument("a file of formats is of version 1", found.version, "Write `version: 1`.")
    ids = [one.id for one in found.formats]
    if not ids or len(set(ids)) < len(ids):
        raise BadArgument("formats are named, each once", ids, "Give each an id of its own.")
    return found


def compare(
    snapshot: Snapshot,
    as_of: dt.date,
    file: FormatFile,
    *,
    only: Sequence[str] = (),
    coverage: str = "",
    scenario: Scenario | None = None,
    proposals: bool = False,
) -> Comparison:
    """The formats of a file, or those named in `only`, on a day; `snapshot` should be taken as of the same day.
    scenario: what each could adopt in it is said too; its parties are those of the formats by id.

    NotFound for a format that the file does not hold; what `formats.rule_of` raises for one that cannot adopt.
    """
    known = {one.id: one for one in file.formats}
    for wanted in only:
        if wanted not in known:
            raise NotFound("a format is one of the file", wanted, f"These are {', '.join(known)}.")
    chosen = [known[one] for one in only] if only else list(file.formats)
    memberships = (*known_memberships(), *file.memberships)
    record = _Record(snapshot, as_of, proposals=proposals)
    return Comparison(
        as_of=as_of,
        formats=tuple(_compared(one, file.stakeholders, memberships, record, scenario) for one in chosen),
        author=file.author,
        dated=file.dated,
        note=file.note,
        coverage=coverage,
    )


class _Record:
    """What the record holds that every format is looked up in, fetched once."""

    def __init__(self, snapshot: Snapshot, as_of: dt.date, *, proposals: bool) -> None:
        states = counted(proposals)
        self.snapshot, self.as_of, self.proposals = snapshot, as_of, proposals
        self.stances = stances(snapshot.claims(kind="position", states=states), as_of)
        self.meetings = snapshot.matters("meeting", states=states)
        self.decisions = snapshot.matters("decision", states=states)
        self.owed, _ = standings(snapshot, as_of, proposals=proposals)

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
    concerned: Stakeholders,
    memberships: Sequence[Membership],
    record: _Record,
    scenario: Scenario | None,
) -> Compared:
    rule = rule_of(one)
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
        power=power(rule),
        ternary=_ternary(rule),
        representation={
            name: representation(one, held, memberships, record.as_of) for name, held in lists.items() if held
        },
        missing=missing(one, list(everybody.values()), record.stances),
        harmony=harmony_of(record.snapshot, record.as_of, members=one.members, proposals=record.proposals)
        if several
        else None,
        reach=did[0] if did else None,
        deeds=did[1] if did else None,
        adoptable=_in_scenario(rule, scenario, [party.party for party in concerned.parties]) if scenario else None,
    )


def _in_scenario(rule: Rule, scenario: Scenario, consent: Sequence[str]) -> InScenario:
    numbers = table(scenario)
    found = adoptable(rule, numbers, consent)
    best = [
        BestFor(
            party=one.party,
            package=numbers.names(one.package),
            points=points(numbers, one.utilities),
            accepted=one.accepted,
        )
        for one in found.best
    ]
    return InScenario(scenario=scenario.title, assumption=assumption(scenario), found=found, best=tuple(best))


def _ternary(rule: Rule) -> Ternary | None:
    try:
        return ternary(rule) if rule.abstention else None
    except BadArgument:  # too many unlike members to count with abstention
        return None


def _words(one: Format) -> str:
    adoption = one.adoption
    if adoption.by == "consensus":
        return "consensus: nobody against"
    if adoption.by == "unanimity":
        return "unanimity: everybody in favour"
    if adoption.by == "quota":
        total = sum(seat.weight for seat in one.seats if seat.decides)
        vetoes = f", {len(adoption.vetoes)} may veto" if adoption.vetoes else ""
        return f"{adoption.quota} of {total}{vetoes}"
    ways = []
    for way in adoption.ways:
        chambers = [f"{c.name}: {c.share or c.quota}" for c in way.chambers]
        ways.append(" and ".join((*chambers, *(f"{b.name}: fewer than {b.quota} against" for b in way.blocks))))
    return ", or ".join(ways)


def _body(matter: Matter) -> str:
    content = leading(matter).claim.content
    return content.body if isinstance(content, Meeting | Decision) else ""


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
