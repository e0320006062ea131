"""Who should be in the room, and by which rule? Formats side by side. Pure: formats and records in, measures out."""

from goodoffices.formats.format import Adoption, Format, Seat, Stakeholder, Stakeholders, rule_of
from goodoffices.formats.power import MemberPower, Power, power
from goodoffices.formats.representation import Missing, Representation, missing, representation
from goodoffices.formats.rule import Block, Chamber, Rule, Way, coalitions, consensus, unanimity, weighted
from goodoffices.formats.ternary import Ternary, TernaryPower, ternary

__all__ = [
    "Adoption",
    "Block",
    "Chamber",
    "Format",
    "MemberPower",
    "Missing",
    "Power",
    "Representation",
    "Rule",
    "Seat",
    "Stakeholder",
    "Stakeholders",
    "Ternary",
    "TernaryPower",
    "Way",
    "coalitions",
    "consensus",
    "missing",
    "power",
    "representation",
    "rule_of",
    "ternary",
    "unanimity",
    "weighted",
]
