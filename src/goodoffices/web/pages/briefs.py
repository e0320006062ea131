"""Briefs: a dated, cited page of advice, composed from what the glass shows."""

from litestar import MediaType, Response

from goodoffices.web import navigation
from goodoffices.web.routes import Framed, Given, shows
from goodoffices.web.saving import on_paper


@shows("/briefs", who="reader")
def briefs(frame: Framed) -> Response[str]:
    """The form."""
    view = frame.snapshot
    return frame.page(
        "briefs.html", navigation.BRIEFS, documents=view.count_documents(), waiting=view.count(states={"proposed"})
    )


@shows("/brief", who="reader")
def brief(frame: Framed, heading: Given = "", form: Given = "") -> Response[str] | Response[bytes]:
    """The brief itself: a page of its own that needs nothing from here and brings its own policy of content; with
    `form`, a file to be saved.
    """
    view, by, proposals = frame.snapshot, frame.bench.by, frame.glass.proposals
    if form:
        return on_paper(frame.case.brief(view, title=heading, by=by, proposals=proposals), form, "brief")
    headers = {"content-security-policy": "frame-ancestors 'none'"}
    page = frame.case.brief_page(view, title=heading, by=by, proposals=proposals)
    return Response(page, media_type=MediaType.HTML, headers=headers)


HANDLERS = [briefs, brief]
