"""The claim kinds, one file each. A new kind is a new file, named here once in `AnyContent`."""

from typing import get_args

from goodoffices.vocabulary.content import Content
from goodoffices.vocabulary.kinds.acceptance import Acceptance
from goodoffices.vocabulary.kinds.concession import Concession
from goodoffices.vocabulary.kinds.convergence import Convergence
from goodoffices.vocabulary.kinds.decision import Decision, Vote
from goodoffices.vocabulary.kinds.disagreement import Disagreement
from goodoffices.vocabulary.kinds.event import Effect, Event
from goodoffices.vocabulary.kinds.expectation import Expectation
from goodoffices.vocabulary.kinds.figure import Figure
from goodoffices.vocabulary.kinds.linkage import Linkage
from goodoffices.vocabulary.kinds.meeting import Meeting
from goodoffices.vocabulary.kinds.position import Position
from goodoffices.vocabulary.kinds.programme import Programme
from goodoffices.vocabulary.kinds.provision import DUTIES, Force, Provision, Recurrence
from goodoffices.vocabulary.kinds.statement import Statement
from goodoffices.vocabulary.kinds.term import Instrument, Term
from goodoffices.vocabulary.kinds.transfer import Transfer

AnyContent = (
    Acceptance
    | Concession
    | Convergence
    | Decision
    | Disagreement
    | Event
    | Expectation
    | Figure
    | Linkage
    | Meeting
    | Position
    | Programme
    | Provision
    | Statement
    | Term
    | Transfer
)

KINDS: dict[str, type[Content]] = {kind.kind(): kind for kind in get_args(AnyContent)}

__all__ = [
    "DUTIES",
    "KINDS",
    "Acceptance",
    "AnyContent",
    "Concession",
    "Convergence",
    "Decision",
    "Disagreement",
    "Effect",
    "Event",
    "Expectation",
    "Figure",
    "Force",
    "Instrument",
    "Linkage",
    "Meeting",
    "Position",
    "Programme",
    "Provision",
    "Recurrence",
    "Statement",
    "Term",
    "Transfer",
    "Vote",
]
