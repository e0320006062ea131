"""Conflicts: where sources contradict each other, side by side, and ruling on them."""

from litestar import Response
from litestar.response import Redirect

from goodoffices.errors import GoodOfficesError, NotFound
from goodoffices.web import navigation
from goodoffices.web.forms import Form, number, went
from goodoffices.web.frame import ROWS, Frame
from goodoffices.web.mistakes import code_of
from goodoffices.web.routes import Framed, Given, shows, takes


@shows("/conflicts", who="reader")
def conflicts(frame: Framed, show: Given = "", offset: Given = "") -> Response[str]:
    """All of them, those first on which nobody has ruled."""
    found = sorted(frame.case.contradictions(frame.snapshot), key=lambda c: not c.is_open)
    chosen = [c for c in found if not show or c.is_open == (show == "open")]
    first = number(offset)
    return frame.page(
        "conflicts.html",
        navigation.CONFLICTS,
        conflicts=chosen[first : first + ROWS],
        total=len(chosen),
        offset=first,
        open=sum(c.is_open for c in found),
        ruled=sum(not c.is_open for c in found),
        show=show,
    )


@shows("/conflict", who="reader")
def conflict(frame: Framed, id: Given = "") -> Response[str]:
    """One of them."""
    return _conflict(frame, id, {}, None)


@takes("/conflict", who="editor")
def rule(frame: Framed, data: Form, id: Given = "") -> Response[str] | Redirect:
    """Rules, or takes a ruling back; what cannot be done comes back with the form as it was filled in."""
    try:
        if all(c.id != id for c in frame.at().conflicts()):
            raise NotFound("a conflict is one of this view", id, "See all conflicts.")
        if data.get("undo"):
            frame.case.undo(id, by=frame.bench.by)
        else:
            frame.case.rule(id, data.get("follows", ""), data.get("reason", ""), by=frame.bench.by)
    except GoodOfficesError as error:
        return _conflict(frame, id, data, error)
    return went(frame.url("/conflict", id=id))


def _conflict(frame: Frame, id: str, given: dict[str, str], error: GoodOfficesError | None) -> Response[str]:
    found = next((c for c in frame.case.contradictions(frame.snapshot) if c.id == id), None)
    if found is None:
        raise NotFound("a conflict is one of this view", id, "It may lie outside the dates above; see all conflicts.")
    status = code_of(error) if error else 200
    history = frame.case.history(frame.snapshot, id)
    return frame.page(
        "conflict.html", navigation.CONFLICTS, status=status, found=found, given=given, error=error, history=history
    )


HANDLERS = [conflicts, conflict, rule]
