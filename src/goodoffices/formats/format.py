"""Formats: a body as it is or might be, whom it seats, by which rule it adopts, with what standing."""

from typing import Literal

from msgspec import Struct

from goodoffices.errors import BadArgument
from goodoffices.formats.rule import Number, Rule, Way, coalitions, consensus, sound, unanimity, weighted
from goodoffices.vocabulary.party import Activity

GOES_WITH = {"quota": "quota", "vetoes": "quota", "coalitions": "coalitions", "ways": "ways"}
"""What else is said of an adoption, and by which kind of rule."""

CONSULTED = ("consulted", "invited", "observer")


class Seat(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place at the table, or beside it. weight: of the member's vote where votes are weighed."""

    party: str
    capacity: Literal["member", "chair", "envoy", "observer", "invited", "consulted", "guarantor"] = "member"
    weight: Number = 1

    @property
    def decides(self) -> bool:
        """Whether who sits here takes part in adopting."""
        return self.capacity in ("member", "chair", "guarantor")


class Adoption(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How texts are adopted. by: consensus (nobody against), unanimity (everybody for), quota (weights come to `quota`,
    those in `vetoes` may stop it), coalitions (all of one of these vote yes), ways (spelled out, for several chambers).
    """

    by: Literal["consensus", "unanimity", "quota", "coalitions", "ways"] = "consensus"
    quota: Number = 0
    coalitions: tuple[tuple[str, ...], ...] = ()
    vetoes: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    abstention: bool = True


class Format(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mediation format. body: party id under which the record knows it, "" for one that has not met. assumption: what
    of it is somebody's assumption and no record, in words; source: where the rest comes from. activity: its status over
    time, each by whose word.
    """

    id: str
    name: str
    seats: tuple[Seat, ...]
    adoption: Adoption = Adoption()
    standing: Literal["advisory", "political", "binding"] = "advisory"
    body: str = ""
    assumption: str = ""
    source: str = ""
    activity: tuple[Activity, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """Ids of those who take part in adopting, in neutral order."""
        return tuple(sorted(seat.party for seat in self.seats if seat.decides))

    @property
    def consulted(self) -> tuple[str, ...]:
        """Ids of those it hears without their deciding, in neutral order."""
        return tuple(sorted(seat.party for seat in self.seats if seat.capacity in CONSULTED))


class Stakeholder(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody whom the outcome concerns. weight: a stated weight, 1 where nobody said; region: for counts by region;
    through: ids of organisations that speak for it.
    """

    party: str
    weight: float = 1.0
    region: str = ""
    through: tuple[str, ...] = ()


class Stakeholders(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Three lists, kept apart: parties to the conflict, whose consent counts; third parties; those affected, women's
    and civil-society organisations among them.
    """

    parties: tuple[Stakeholder, ...] = ()
    third_parties: tuple[Stakeholder, ...] = ()
    affected: tuple[Stakeholder, ...] = ()


def rule_of(form: Format) -> Rule:
    """The rule by which a format adopts.

    BadArgument for a format without members, a party that sits twice, or a rule that cannot be used or says what
    another kind of rule does.
    """
    seated = [seat.party for seat in form.seats]
    twice = sorted({party for party in seated if seated.count(party) > 1})
    if twice:
        raise BadArgument(f"{form.name}: a party sits once", twice, "Remove the second seat.")
    if not form.members:
        raise BadArgument(f"{form.name}: somebody decides", [s.capacity for s in form.seats], "Seat a member.")
    adoption = form.adoption
    for key, by in GOES_WITH.items():
        if getattr(adoption, key) and adoption.by != by:
            remedy = f"Write `by: {by}`, or leave `{key}` out."
            raise BadArgument(f"{form.name}: `{key}` goes with `by: {by}`", f"by: {adoption.by}", remedy)
    if adoption.by == "ways":
        return sound(Rule(members=form.members, ways=adoption.ways, abstention=adoption.abstention))
    if adoption.by == "coalitions":
        named = coalitions(form.members, adoption.coalitions)
        return sound(Rule(members=named.members, ways=named.ways, abstention=adoption.abstention))
    if adoption.by == "quota":
        weights = {seat.party: seat.weight for seat in form.seats if seat.decides}
        rule = weighted({member: weights[member] for member in form.members}, adoption.quota, adoption.vetoes)
        return sound(Rule(members=rule.members, ways=rule.ways, abstention=adoption.abstention))
    return sound(consensus(form.members) if adoption.by == "consensus" else unanimity(form.members))
