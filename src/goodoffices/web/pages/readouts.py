"""Readouts: confidential notes of meetings, typed here; each becomes a document of its compartment."""

from litestar import Response
from litestar.response import Redirect

from goodoffices.desk.affairs.rows import source
from goodoffices.desk.intake.readouts import Readout
from goodoffices.errors import BadArgument, GoodOfficesError
from goodoffices.web import navigation
from goodoffices.web.forms import Form, number, went
from goodoffices.web.frame import ROWS, Frame
from goodoffices.web.mistakes import code_of
from goodoffices.web.routes import Framed, shows, takes


@shows("/readouts", who="analyst")
def readouts(frame: Framed) -> Response[str]:
    """What stands in compartments, and the form."""
    return _page(frame, {}, None)


@takes("/readouts", who="analyst")
def add(frame: Framed, data: Form) -> Response[str] | Redirect:
    """Adds a readout and has it read; what is amiss comes back with the form as it was filled in."""
    try:
        readout = Readout(**{name: data.get(name, "").strip() for name in Readout.__struct_fields__})
        viewer = frame.bench.viewer
        if not viewer.may_see(frozenset({readout.compartment})):
            remedy = f"You may use: {', '.join(sorted(viewer.compartments)) or 'none'}."
            raise BadArgument("who writes a readout may see its compartment", readout.compartment, remedy)
        added = frame.case.add_readout(readout, by=frame.bench.by)
    except GoodOfficesError as error:
        return _page(frame, data, error)
    frame.bench.background.want([added.id])
    return went(frame.url("/document", id=added.id))


def _page(frame: Frame, given: dict[str, str], error: GoodOfficesError | None) -> Response[str]:
    view, offset = frame.timeless, number(frame.request.query_params.get("offset", ""))
    shown = view.confined(limit=ROWS, offset=offset)
    return frame.page(
        "readouts.html",
        navigation.READOUTS,
        status=code_of(error) if error else 200,
        documents=[(d, source(d)) for d in shown],
        waiting=view.waiting(d.id for d in shown),
        unread=view.unread_of(d.id for d in shown),
        total=view.count_confined(),
        offset=offset,
        compartments=sorted({*view.compartments(), *frame.bench.viewer.compartments}),
        given=given,
        error=error,
    )


HANDLERS = [readouts, add]
