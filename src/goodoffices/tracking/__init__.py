"""What is owed and what runs, and where it stands on a date, with reasons. Pure: values in, values out, no clock."""

from goodoffices.tracking.answers import Answer, answers
from goodoffices.tracking.calendar import Entry, calendar
from goodoffices.tracking.changes import Change, what_changed
from goodoffices.tracking.charge import Charge, in_charge
from goodoffices.tracking.docket import Docket, Stretch
from goodoffices.tracking.ledger import ledger
from goodoffices.tracking.order import in_order
from goodoffices.tracking.provisions import status, statuses
from goodoffices.tracking.recurrence import Occurrence, occurrences
from goodoffices.tracking.states import Reason, State, Status
from goodoffices.tracking.terms import term_status

__all__ = [
    "Answer",
    "Change",
    "Charge",
    "Docket",
    "Entry",
    "Occurrence",
    "Reason",
    "State",
    "Status",
    "Stretch",
    "answers",
    "calendar",
    "in_charge",
    "in_order",
    "ledger",
    "occurrences",
    "status",
    "statuses",
    "term_status",
    "what_changed",
]
