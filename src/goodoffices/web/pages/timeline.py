"""The timeline: what happened and was decided, in order."""

from litestar import Response

from goodoffices.desk.affairs.rows import rows
from goodoffices.desk.affairs.status import counted
from goodoffices.desk.affairs.timeline import DATED
from goodoffices.vocabulary.kinds import KINDS
from goodoffices.web import navigation
from goodoffices.web.forms import number
from goodoffices.web.frame import ROWS
from goodoffices.web.routes import Framed, Given, shows


@shows("/timeline", who="reader")
def timeline(frame: Framed, kind: Given = "", order: Given = "", offset: Given = "") -> Response[str]:
    """The dated claims, the latest first unless the oldest is asked for."""
    kinds = (kind,) if kind in DATED else DATED
    states, first, view = counted(frame.glass.proposals), number(offset), frame.snapshot
    found = view.dated(kinds, states, latest_first=order != "oldest", limit=ROWS, offset=first)
    picture = frame.case.timeline_drawn(view, kinds, proposals=frame.glass.proposals)
    return frame.page(
        "timeline.html",
        navigation.TIMELINE,
        figures=frame.figures(picture),
        rows=rows(view, found),
        total=view.count_dated(kinds, states),
        kinds={name: KINDS[name].plural for name in DATED},
        kind=kind,
        order=order,
        offset=first,
        documents=view.count_documents(),
    )


HANDLERS = [timeline]
