"""The interface for programs: the same Structs as everywhere, a page at a time, unchanged answers not sent twice.

A cursor holds the entry of the log at which the first page was taken, so that pages fit together while others write.
"""

import base64
import binascii
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import msgspec
from litestar import Response, get
from litestar.params import QueryParameter
from msgspec import Struct, structs

from goodoffices.desk.advice.dossier import Contradiction, Dossier, Past
from goodoffices.desk.affairs.ledger import Entry
from goodoffices.desk.affairs.rows import Row, rows
from goodoffices.desk.affairs.status import Affairs
from goodoffices.errors import BadArgument
from goodoffices.record import Snapshot
from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.text import Document, Text
from goodoffices.web import navigation
from goodoffices.web.frame import Frame
from goodoffices.web.glass import Glass, day_in
from goodoffices.web.routes import Framed, Given, in_thread

MOST = 500  # items of a page

Limit = Annotated[int, QueryParameter(ge=1, le=MOST, description=f"Items of a page, at most {MOST}.")]
Cursor = Annotated[str, QueryParameter(description='`next` of the page before; "" for the first.')]


class Documents(Struct, frozen=True):
    """A page of documents. seq: the entry of the log it was taken at; next: cursor of the next page, "" at the end."""

    items: tuple[Document, ...]
    seq: int
    next: str


class Claims(Struct, frozen=True):
    """A page of claims with their states."""

    items: tuple[Reviewed, ...]
    seq: int
    next: str


class Standings(Affairs, frozen=True, kw_only=True):
    """A page of the state of affairs: provisions, then terms. counts: how many there are of all, by state."""

    counts: dict[str, int]
    next: str


class Ledger(Struct, frozen=True):
    """A page of the ledger of what could be known."""

    items: tuple[Entry, ...]
    seq: int
    next: str


class Timeline(Struct, frozen=True):
    """A page of dated claims, oldest first, as rows."""

    items: tuple[Row, ...]
    seq: int
    next: str


class Conflicts(Struct, frozen=True):
    """A page of contradictions, side by side."""

    items: tuple[Contradiction, ...]
    seq: int
    next: str


class Log(Struct, frozen=True):
    """A page of entries of the log, the last first."""

    items: tuple[Past, ...]
    seq: int
    next: str


@get("/api/v1/documents", who="reader", include_in_schema=True)
@in_thread
def documents(frame: Framed, cursor: Cursor = "", limit: Limit = 100) -> Response[Documents]:
    """The documents, in the order in which they were added."""
    view, offset = _at(frame, cursor)

    def work() -> Documents:
        found = view.documents(limit=limit + 1, offset=offset)
        return Documents(tuple(found[:limit]), view.seq, _next(view, offset, limit, found))

    return answered(frame, view, work)


@get("/api/v1/document", who="reader", include_in_schema=True)
@in_thread
def document(frame: Framed, id: Given) -> Response[Document]:
    """One document."""
    return answered(frame, frame.timeless, lambda: frame.timeless.document(id))


@get("/api/v1/text", who="reader", include_in_schema=True)
@in_thread
def text(frame: Framed, id: Given) -> Response[Text]:
    """The text of a document; quotes count its code points."""
    return answered(frame, frame.timeless, lambda: frame.timeless.text(id))


@get("/api/v1/claims", who="reader", include_in_schema=True)
@in_thread
def claims(
    frame: Framed, kind: Given = "", review: Given = "", document: Given = "", cursor: Cursor = "", limit: Limit = 100
) -> Response[Claims]:
    """The claims, in the order in which they came to the record; `review`: only those in this state."""
    view, offset = _at(frame, cursor)
    states: Any = {review} if review else None

    def work() -> Claims:
        found = view.claims(kind or None, states, document or None, limit=limit + 1, offset=offset)
        return Claims(tuple(found[:limit]), view.seq, _next(view, offset, limit, found))

    return answered(frame, view, work)


@get("/api/v1/claim", who="reader", include_in_schema=True)
@in_thread
def claim(frame: Framed, id: Given) -> Response[Reviewed]:
    """One claim, in any state."""
    return answered(frame, frame.timeless, lambda: frame.timeless.claim(id))


@get("/api/v1/matter", who="reader", include_in_schema=True)
@in_thread
def matter(frame: Framed, id: Given) -> Response[Dossier]:
    """One matter: where it stands and why, what each source says, where these are at odds."""
    return answered(frame, frame.snapshot, lambda: frame.case.dossier(id, frame.snapshot))


@get("/api/v1/status", who="reader", include_in_schema=True)
@in_thread
def status(frame: Framed, cursor: Cursor = "", limit: Limit = 100) -> Response[Standings]:
    """Who owes what by when, then what runs, on the day `as_of`, with reasons; those first that want attention."""
    view, offset = _at(frame, cursor)

    def work() -> Standings:
        found = frame.case.status(view, proposals=frame.glass.proposals)
        every = (*found.provisions, *found.terms)
        page, owed = every[offset : offset + limit + 1], max(0, len(found.provisions) - offset)
        return Standings(
            **structs.asdict(structs.replace(found, provisions=page[:limit][:owed], terms=page[:limit][owed:])),
            counts=dict(Counter(line.status.state for line in every)),
            next=_next(view, offset, limit, page),
        )

    return answered(frame, view, work)


@get("/api/v1/ledger", who="reader", include_in_schema=True)
@in_thread
def ledger(frame: Framed, since: Given = "", cursor: Cursor = "", limit: Limit = 100) -> Response[Ledger]:
    """Where each provision and term stood from the day `since` to `as_of`, from what was public by each day alone."""
    view, offset = _at(frame, cursor)

    def work() -> Ledger:
        found = frame.case.ledger(view, since=day_in("since", since), proposals=frame.glass.proposals)
        page = found[offset : offset + limit + 1]
        return Ledger(page[:limit], view.seq, _next(view, offset, limit, page))

    return answered(frame, view, work)


@get("/api/v1/timeline", who="reader", include_in_schema=True)
@in_thread
def timeline(frame: Framed, cursor: Cursor = "", limit: Limit = 100) -> Response[Timeline]:
    """What happened and was decided, oldest first."""
    from goodoffices.desk.affairs.status import counted
    from goodoffices.desk.affairs.timeline import DATED

    view, offset = _at(frame, cursor)

    def work() -> Timeline:
        found = view.dated(DATED, counted(frame.glass.proposals), limit=limit + 1, offset=offset)
        return Timeline(rows(view, found[:limit]), view.seq, _next(view, offset, limit, found))

    return answered(frame, view, work)


@get("/api/v1/conflicts", who="reader", include_in_schema=True)
@in_thread
def conflicts(frame: Framed, cursor: Cursor = "", limit: Limit = 100) -> Response[Conflicts]:
    """Where sources contradict each other."""
    view, offset = _at(frame, cursor)

    def work() -> Conflicts:
        found = frame.case.contradictions(view)[offset : offset + limit + 1]
        return Conflicts(found[:limit], view.seq, _next(view, offset, limit, found))

    return answered(frame, view, work)


@get("/api/v1/log", who="reader", include_in_schema=True)
@in_thread
def log(frame: Framed, subject: Given = "", cursor: Cursor = "", limit: Limit = 100) -> Response[Log]:
    """The log, the last entry first; `subject`: only what was done to it."""
    view, offset = _at(frame, cursor)

    def work() -> Log:
        earlier = frame.at(as_known=view.seq - offset)
        found = frame.case.history(earlier, subject or None, last=limit + 1)
        following = _cursor(view.seq, view.seq - found[limit].seq) if len(found) > limit else ""
        return Log(found[:limit], view.seq, following)

    return answered(frame, view, work)


@get("/api/v1/docs", who="reader")
@in_thread
def docs(frame: Framed) -> Response[str]:
    """The interface on a page of the workbench's own."""
    schema = frame.request.app.openapi_schema.to_schema()
    return frame.page("api.html", navigation.SETTINGS, title=frame.words("The interface for programs"), schema=schema)


def _at(frame: Frame, cursor: str) -> tuple[Snapshot, int]:
    """The view that a cursor goes on with, and where in it."""
    if not cursor:
        return frame.snapshot, 0
    try:
        seq, offset = base64.urlsafe_b64decode(cursor.encode()).decode().split(":")
        g, known = frame.glass, int(seq)
        view = frame.at(as_of=g.as_of, published_by=g.published_by, as_known=known)
        return view, max(0, int(offset))
    except (ValueError, binascii.Error) as error:
        raise BadArgument("a cursor is `next` of the page before", cursor, "Begin again without one.") from error


def _cursor(seq: int, offset: int) -> str:
    return base64.urlsafe_b64encode(f"{seq}:{offset}".encode()).decode()


def _next(view: Snapshot, offset: int, limit: int, found: Sequence[object]) -> str:
    return _cursor(view.seq, offset + limit) if len(found) > limit else ""


def answered(frame: Frame, view: Snapshot, work: Callable[[], Any]) -> Response[Any]:
    """What `work` finds, or that it has not changed. An answer is a function of its address, the day and the log."""
    glass: Glass = frame.glass
    asked = f"{frame.request.url.path}?{frame.request.url.query}|{sorted(glass.query().items())}|{view.seq}|{view.head}"
    mark = f'"{hashlib.sha256(asked.encode()).hexdigest()[:32]}"'
    headers = {"etag": mark, "cache-control": "no-cache"}
    if mark in frame.request.headers.get("if-none-match", ""):
        return Response(None, status_code=304, headers=headers)
    return Response(msgspec.json.encode(work()), media_type="application/json", headers=headers)


HANDLERS = [documents, document, text, claims, claim, matter, status, ledger, timeline, conflicts, log, docs]
