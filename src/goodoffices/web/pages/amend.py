"""Putting a claim right."""

from litestar import Response
from litestar.response import Redirect

from goodoffices.desk.affairs.rows import rows
from goodoffices.errors import GoodOfficesError
from goodoffices.web import navigation
from goodoffices.web.forms import Form, number, went
from goodoffices.web.frame import Frame
from goodoffices.web.mistakes import code_of
from goodoffices.web.routes import Framed, Given, shows, takes


@shows("/amend", who="analyst")
def form(frame: Framed, id: Given = "") -> Response[str]:
    """The form of one claim."""
    return _form(frame, id, {}, None)


@takes("/amend", who="analyst")
def amend(frame: Framed, data: Form, id: Given = "") -> Response[str] | Redirect:
    """Enters what the form says; what cannot be so comes back with the form as it was filled in."""
    try:
        frame.at().claim(id)  # nobody puts right what they may not see
        frame.case.amend_fields(id, data, based_on=number(data.get("seq", "")), by=frame.bench.by)
    except GoodOfficesError as error:
        return _form(frame, id, data, error)
    return went(frame.url("/claim", id=id))


def _form(frame: Frame, id: str, given: dict[str, str], error: GoodOfficesError | None) -> Response[str]:
    view = frame.timeless
    reviewed = view.claim(id)
    (row,) = rows(view, [reviewed])
    fields = frame.case.claim_fields(id, view)
    status = code_of(error) if error else 200
    return frame.page(
        "amend.html", navigation.REVIEW, status=status, title=frame.words("Put right"), row=row, fields=fields,
        given=given, error=error,
    )  # fmt: skip


HANDLERS = [form, amend]
