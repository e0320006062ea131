"""What goes wrong, said on the page: the rule broken, the value, the remedy."""

import traceback
from typing import Any

from litestar import Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect

from goodoffices.errors import (
    BadDate,
    GoodOfficesError,
    MissingExtra,
    NotFound,
    NotWritten,
    StaleVersion,
    Unreachable,
    clipped,
)
from goodoffices.web.bench import UPLOAD
from goodoffices.web.door import Closed
from goodoffices.web.frame import AnyRequest, Elsewhere, plain_frame, today
from goodoffices.web.glass import Glass
from goodoffices.web.navigation import TODAY

CODES: dict[type[GoodOfficesError], int] = {
    Closed: 401,
    NotFound: 404,
    StaleVersion: 409,
    MissingExtra: 501,
    NotWritten: 503,
    Unreachable: 503,
}


class Mistake(GoodOfficesError):
    """A request that the workbench cannot answer."""


def code_of(error: GoodOfficesError) -> int:
    """The status of HTTP for an error of ours."""
    return next((code for kind, code in CODES.items() if isinstance(error, kind)), 400)


def as_json(error: GoodOfficesError) -> dict[str, str]:
    """An error for programs."""
    value = "" if error.value is None else clipped(error.value)
    return {"rule": error.rule, "value": value, "remedy": error.remedy}


def on_error(request: AnyRequest, error: GoodOfficesError, code: int | None = None) -> Response[Any]:
    """The page, or the JSON, of an error of ours."""
    status = code or code_of(error)
    if request.url.path.startswith("/api/") or "application/json" in request.headers.get("accept", ""):
        return Response(as_json(error), status_code=status)
    bare = isinstance(error, Closed)
    glass = Glass(as_of=today()) if bare or isinstance(error, BadDate) else None
    frame = plain_frame(request, glass)
    if bare:
        return frame.page("door.html", TODAY, status=status, title=frame.words("The door is closed"), error=error)
    return frame.page("mistake.html", TODAY, status=status, title=frame.words("This could not be done"), error=error)


def on_refused(request: AnyRequest, error: HTTPException) -> Response[Any]:
    """The same for what the server itself refuses: an unknown address, an upload that is too large, a foreign form."""
    path = request.url.path
    door = request.app.state.workbench.door
    if not door.knows(request.cookies.get(door.cookie, "")):
        return on_error(request, Closed())  # who did not come through the door is told nothing of the case
    found = {
        404: Mistake("an address is one of the workbench's", path, "Choose a page on the left."),
        405: Mistake("a page is asked for as its links and forms do", f"{request.method} {path}", "Follow a link."),
        403: Mistake("a form comes from a page of this workbench", path, "Load the page again and send it anew."),
        413: Mistake(
            f"one upload has at most {UPLOAD // 2**20} MB", None, "Add large files with `goodoffices add CASE FILES`."
        ),
    }.get(error.status_code)
    return on_error(
        request, found or Mistake("a request can be understood", error.detail, "Check it."), error.status_code
    )


def on_fault(request: AnyRequest, error: Exception) -> Response[Any]:
    """The same for a mistake of ours: the page says so, the terminal of the workbench shows where."""
    traceback.print_exception(error)
    found = f"{type(error).__name__} on {request.url.path}"
    remedy = "Report it with what the terminal shows; what was acknowledged is in the record."
    return on_error(request, Mistake("the workbench answers every request", found, remedy), 500)


def on_elsewhere(request: AnyRequest, found: Elsewhere) -> Redirect:
    """The way to the address that can be cited."""
    return Redirect(found.address, status_code=302)
