"""Votes: how alike parties voted, by the tables of the case and the decisions it tells of, call by call."""

from litestar import Response
from msgspec import Struct

from goodoffices.desk.affairs.rolls import ASSEMBLY, BODIES, Rolls
from goodoffices.desk.affairs.votes import Cast, Votes, cast, voters, votes
from goodoffices.errors import GoodOfficesError, NotFound
from goodoffices.pictures import Picture
from goodoffices.web import navigation
from goodoffices.web.forms import number
from goodoffices.web.frame import ROWS, Frame
from goodoffices.web.mistakes import code_of
from goodoffices.web.routes import Framed, Given, shows

FIELDS = 5
"""Parties that the form has room for; an address may name more."""
SHOWN = 5  # rows of tables refused that are told with their reasons


class Compared(Struct, frozen=True):
    """What the page shows. found: None where fewer than two parties of the record voted; calls: all that fit, the
    latest first.
    """

    rolls: Rolls
    chosen: tuple[str, ...]
    found: Votes | None
    calls: list[Cast]


@shows("/votes", who="reader")
def page(frame: Framed, of: Given = "", issue: Given = "", year: Given = "", offset: Given = "") -> Response[str]:
    """The pairs among the parties that the address names, or among those the record speaks of most, in one body."""
    named = [one for one in frame.request.query_params.getall("party", []) if one.strip()]
    compared, error = None, None
    try:
        compared = _compared(frame, _rolls(frame, of), named, issue or None, year)
    except GoodOfficesError as refused:
        error = refused
    given = [compared.rolls.table.names[one] for one in compared.chosen] if compared else named
    first, wanting = number(offset), isinstance(error, NotFound)  # there are no tables yet, which is no mistake
    return frame.page(
        "votes.html",
        navigation.VOTES,
        status=code_of(error) if error and not wanting else 200,
        wanting=wanting,
        compared=compared,
        error=error,
        figures=frame.figures(_drawn(frame, compared, issue or None)),
        body=compared.rolls.body if compared else of or ASSEMBLY,
        bodies=[(one, frame.snapshot.parties().name(one)) for one in BODIES],
        given=[*given, *[""] * (FIELDS - len(given))],
        issue=issue,
        year=year,
        offset=first,
        calls=compared.calls[first : first + ROWS] if compared else [],
        shown=SHOWN,
    )


def _rolls(frame: Frame, body: str) -> Rolls:
    """Of the body asked; where none is, of the tables if there are any, else of the decisions."""
    proposals = frame.glass.proposals
    if body:
        return frame.case.rolls(body, frame.snapshot, proposals=proposals)
    try:
        return frame.case.rolls(ASSEMBLY, frame.snapshot, proposals=proposals)
    except NotFound:
        return frame.case.rolls(BODIES[1], frame.snapshot, proposals=proposals)


def _compared(frame: Frame, rolls: Rolls, named: list[str], issue: str | None, year: str) -> Compared:
    spoken_of = frame.case.spoken_of(frame.snapshot, proposals=frame.glass.proposals)
    chosen = rolls.voted(named) if named else tuple(voters(rolls, spoken_of))
    if len(chosen) < 2 and not named:
        return Compared(rolls, (), None, [])
    found = votes(rolls.table, parties=chosen, issue=issue)
    calls = cast(rolls.table.calls.only(issue=issue, parties=chosen))
    return Compared(rolls, chosen, found, [one for one in calls if year in ("", str(one.call.date.year))])


def _drawn(frame: Frame, compared: Compared | None, issue: str | None) -> Picture | None:
    if compared is None or compared.found is None:
        return None
    return frame.case.votes_drawn(
        compared.rolls.body, compared.chosen, frame.snapshot, issue=issue, proposals=frame.glass.proposals
    )


HANDLERS = [page]
