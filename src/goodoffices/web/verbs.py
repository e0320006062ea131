"""The interface for programs, verbs of a case: what was said before, who stands where, what to take along."""

from typing import Annotated, Any

from litestar import Response, get
from litestar.params import QueryParameter
from msgspec import Struct

from goodoffices.desk.advice.meeting import Pack
from goodoffices.desk.affairs.transfers import Count
from goodoffices.desk.affairs.votes import Votes
from goodoffices.desk.parties.standing import BodyHarmony, Standing
from goodoffices.desk.words.search import Answer
from goodoffices.desk.words.wording import Wording
from goodoffices.standing import Dyad
from goodoffices.web.api import Limit, answered
from goodoffices.web.forms import number
from goodoffices.web.glass import day_in
from goodoffices.web.routes import Framed, Given, in_thread

Parties = Annotated[list[str] | None, QueryParameter(description="By id or name; may be given several times.")]


class Transfers(Struct, frozen=True):
    """Every exchange with quantities, as a tally."""

    items: tuple[Count, ...]
    seq: int


class Voted(Struct, frozen=True, kw_only=True):
    """How far parties agree in their votes, as `votes` of the command line tells it. refused: places in the tables, and
    decisions, that could not be used.
    """

    pairs: tuple[Dyad, ...]
    years: dict[int, Dyad]
    issues: dict[str, Dyad]
    names: dict[str, str]
    calls: int
    refused: tuple[str, ...]


@get("/api/v1/search", who="reader", include_in_schema=True)
@in_thread
def search(
    frame: Framed,
    q: Given = "",
    speaker: Given = "",
    issue: Given = "",
    kind: Given = "",
    since: Given = "",
    until: Given = "",
    offset: Given = "",
    limit: Limit = 20,
) -> Response[Answer]:
    """What was said before: passages with the words `q`, narrowed, each with what became of it."""
    view = frame.snapshot

    def work() -> Answer:
        return frame.case.search(
            q,
            view,
            speaker=speaker,
            issue=issue,
            kind=kind,
            since=day_in("since", since),
            until=day_in("until", until),
            proposals=frame.glass.proposals,
            limit=limit,
            offset=number(offset),
        )

    return answered(frame, view, work)


@get("/api/v1/wording", who="reader", include_in_schema=True)
@in_thread
def wording(frame: Framed, draft: Given, limit: Limit = 20) -> Response[Wording]:
    """Where the words of a draft were used before, what was changed, and how the wording drifted."""
    view, proposals = frame.snapshot, frame.glass.proposals
    return answered(frame, view, lambda: frame.case.wording(draft, view, limit=limit, proposals=proposals))


@get("/api/v1/standing", who="reader", include_in_schema=True)
@in_thread
def standing(frame: Framed, party: Parties = None) -> Response[Standing]:
    """Where everybody stands, what is tied to what, what was given for what; or what concerns some parties."""
    view, proposals = frame.snapshot, frame.glass.proposals
    return answered(frame, view, lambda: frame.case.standing(view, parties=party or [], proposals=proposals))


@get("/api/v1/harmony", who="reader", include_in_schema=True)
@in_thread
def harmony(frame: Framed, of: Given) -> Response[BodyHarmony]:
    """How far the members of the body `of` stand together, with the range that unknown positions leave."""
    view, proposals = frame.snapshot, frame.glass.proposals
    return answered(frame, view, lambda: frame.case.harmony(of, view, proposals=proposals))


@get("/api/v1/transfers", who="reader", include_in_schema=True)
@in_thread
def transfers(frame: Framed) -> Response[Transfers]:
    """What was to be handed over, and how much has been."""
    view, proposals = frame.snapshot, frame.glass.proposals
    return answered(frame, view, lambda: Transfers(frame.case.transfers(view, proposals=proposals), view.seq))


@get("/api/v1/votes", who="reader", include_in_schema=True)
@in_thread
def votes(frame: Framed, of: Given, party: Parties = None, issue: Given = "") -> Response[Voted]:
    """How far parties agree in the votes of the body `of`."""
    view, proposals = frame.snapshot, frame.glass.proposals

    def work() -> Voted:
        found: Votes = frame.case.votes(of, party or [], view, issue=issue or None, proposals=proposals)
        told: dict[str, Any] = {name: getattr(found, name) for name in Voted.__struct_fields__ if name != "refused"}
        return Voted(**told, refused=tuple(one.item for one in found.refused))

    return answered(frame, view, work)


@get("/api/v1/meeting", who="reader", include_in_schema=True)
@in_thread
def meeting(frame: Framed, party: Given) -> Response[Pack]:
    """The pack for a meeting with a party (its id)."""
    view, proposals = frame.snapshot, frame.glass.proposals
    return answered(frame, view, lambda: frame.case.meeting(party, view, proposals=proposals))


HANDLERS = [search, wording, standing, harmony, transfers, votes, meeting]
