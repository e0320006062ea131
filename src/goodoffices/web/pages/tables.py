"""Positions, linkages and concessions: the claims of these kinds, attribute by attribute; transfers as tallies."""

from litestar import Response
from msgspec import Struct

from goodoffices.desk.affairs.rows import Row, rows
from goodoffices.desk.affairs.status import counted
from goodoffices.desk.affairs.transfers import Count
from goodoffices.desk.scenes.ties import Tied
from goodoffices.pictures import Picture
from goodoffices.vocabulary.kinds import KINDS
from goodoffices.web import navigation
from goodoffices.web.forms import number
from goodoffices.web.frame import ROWS, Frame
from goodoffices.web.navigation import Page
from goodoffices.web.routes import Framed, shows

# Of each kind the attributes that its table shows, with their heads.
Heads = tuple[tuple[str, str], ...]
POSITIONS: dict[str, Heads] = {
    "position": (("party", "Party"), ("issue", "Issue"), ("stance", "Stance")),
    "disagreement": (("parties", "Parties"), ("over", "Over"), ("trend", "Trend")),
    "convergence": (("parties", "Parties"), ("over", "Over"), ("trend", "Trend")),
    "acceptance": (("party", "Party"), ("text", "Text"), ("answer", "Answer")),
}
LINKAGES: dict[str, Heads] = {
    "linkage": (("by", "By"), ("ties", "Tied together"), ("link_kind", "How")),
    "concession": (
        ("giver", "Giver"),
        ("receiver", "Receiver"),
        ("what", "What"),
        ("in_exchange_for", "In exchange for"),
        ("revised", "Later"),
    ),
}


class Table(Struct, frozen=True, kw_only=True):
    """The claims of one kind. total: how many there are; rows: those on this page; states: of answers to texts where
    each stands on the day, by claim id.
    """

    kind: str
    title: str
    heads: Heads
    total: int
    rows: tuple[Row, ...]
    offset: int
    states: dict[str, str] | None = None


@shows("/positions", who="reader")
def positions(frame: Framed) -> Response[str]:
    """Who stands where, who differs over what, who came together."""
    empty = "No position, disagreement or convergence is recorded. That is no finding that there is none."
    case, proposals = frame.case, frame.glass.proposals
    matrix = case.positions_drawn(frame.snapshot, proposals=proposals)
    harmony = case.harmony_drawn(frame.snapshot, proposals=proposals)
    return _tables(frame, navigation.POSITIONS, POSITIONS, empty, matrix, harmony)


@shows("/linkages", who="reader")
def linkages(frame: Framed) -> Response[str]:
    """What is tied to what, what was given for what, and how much of what was to be handed over has been."""
    empty = "No linkage, concession or transfer is recorded. That is no finding that there is none."
    query, proposals = frame.request.query_params, frame.glass.proposals
    steps = number(query.get("steps", "")) or 1
    tied = frame.case.ties_drawn(frame.snapshot, query.get("focus", ""), steps, proposals=proposals)
    balance = frame.case.balance_drawn(frame.snapshot, proposals=proposals)
    handed = frame.case.transfers(frame.snapshot, proposals=proposals)
    return _tables(frame, navigation.LINKAGES, LINKAGES, empty, tied.picture, balance, tied=tied, handed=handed)


def _tables(
    frame: Frame,
    page: Page,
    kinds: dict[str, Heads],
    empty: str,
    *drawn: Picture | None,
    tied: Tied | None = None,
    handed: tuple[Count, ...] = (),
) -> Response[str]:
    states, view = counted(frame.glass.proposals), frame.snapshot
    query = frame.request.query_params
    tables = []
    for kind, heads in kinds.items():
        offset = number(query.get("offset", "")) if query.get("kind", "") == kind else 0
        found = view.latest(kind, states, limit=ROWS, offset=offset)
        shown = rows(view, found)
        total = view.count(kind, states)
        title = KINDS[kind].plural
        states_of = _answers(frame) if kind == "acceptance" and total else None
        made = Table(kind=kind, title=title, heads=heads, total=total, rows=shown, offset=offset, states=states_of)
        tables.append(made)
    figures = frame.figures(*drawn)
    return frame.page("tables.html", page, tables=tables, empty=empty, figures=figures, tied=tied, handed=handed)


def _answers(frame: Frame) -> dict[str, str]:
    name = frame.snapshot.parties().name
    found = frame.case.answers(frame.snapshot, proposals=frame.glass.proposals)
    return {claim: one.words(name) for one in found for claim in one.claims}


HANDLERS = [positions, linkages]
